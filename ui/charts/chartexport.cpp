// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartexport.h"

#include "ui/detail/savebody.h"
#include "ui/look/glyph.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPixmap>

namespace Gui {

ChartExport::ChartExport(QWidget &chart, const QString &name, std::function<ChartNumbers()> numbers,
                         QObject *parent)
    : QObject(parent)
    , savePicture(new QAction(tr("Save &picture…"), this))
    , saveNumbers(new QAction(tr("Save &numbers…"), this))
    , copyNumbers(new QAction(iconOf(Glyph::Copy), tr("&Copy numbers"), this))
    , m_chart(chart)
    , m_name(name)
    , m_numbers(std::move(numbers))
{
    savePicture->setObjectName(name + QStringLiteral("-save-picture"));
    saveNumbers->setObjectName(name + QStringLiteral("-save-numbers"));
    copyNumbers->setObjectName(name + QStringLiteral("-copy-numbers"));
    savePicture->setToolTip(tr("Writes what is seen into a PNG file"));
    saveNumbers->setToolTip(tr("Writes what is shown into a file for spreadsheets (CSV)"));
    connect(savePicture, &QAction::triggered, this,
            [this] { save(tr("Save picture"), m_name + QStringLiteral(".png"), picture()); });
    connect(saveNumbers, &QAction::triggered, this, [this] {
        save(tr("Save numbers"), m_name + QStringLiteral(".csv"), csvOf(m_numbers()));
    });
    connect(copyNumbers, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(csvOf(m_numbers())));
    });
}

QByteArray ChartExport::picture() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    m_chart.grab().save(&buffer, "PNG");
    return bytes;
}

void ChartExport::save(const QString &title, const QString &name, const QByteArray &bytes)
{
    auto *const dialog = new QFileDialog(m_chart.window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        if (const auto saved = saveBytes(path, bytes); !saved)
            emit refused(saved.error());
    });
    dialog->open();
}

} // namespace Gui
