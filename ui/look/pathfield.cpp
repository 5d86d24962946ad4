// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/pathfield.h"

#include "ui/look/dialogroom.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace Gui {

namespace {

constexpr int PathWidth = 60;

/// A person's documents; not everybody has a folder for them.
QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace

QString usualPath(const QString &purpose, const QString &suffix)
{
    const QString moment
        = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    return QDir(documentsFolder())
        .filePath(QStringLiteral("hookpost-%1%2.%3").arg(purpose, moment, suffix));
}

PathField::PathField(QString title, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_title(std::move(title))
    , m_suffix(QFileInfo(path).suffix())
    , m_path(new QLineEdit(path, this))
    , m_warning(new QLabel(tr("The file that is there is replaced."), this))
{
    m_path->setAccessibleName(tr("File"));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * PathWidth);
    auto *const browse = new QPushButton(tr("&Browse…"), this);
    browse->setAutoDefault(false);
    m_warning->setTextFormat(Qt::PlainText);
    keepRoom(*m_warning);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_path, 1);
    line->addWidget(browse);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_warning);
    setFocusProxy(m_path);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        warn();
        emit changed();
    });
    connect(browse, &QPushButton::clicked, this, &PathField::browse);
    warn();
}

QString PathField::path() const
{
    return m_path->text().trimmed();
}

void PathField::setSuffix(const QString &suffix)
{
    const QFileInfo file(path());
    m_suffix = suffix;
    m_path->setText(file.dir().filePath(file.completeBaseName() + u'.' + suffix));
}

void PathField::warn()
{
    m_warning->setVisible(QFileInfo::exists(path()));
}

void PathField::browse()
{
    auto *const dialog = new QFileDialog(this, m_title, path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_suffix);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

} // namespace Gui
