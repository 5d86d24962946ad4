// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/messageview.h"

#include "ui/detail/bodyview.h"
#include "ui/look/fieldtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>

namespace Gui {

namespace {

constexpr int LeastHeadersHeight = 48; ///< two of them
constexpr QLatin1StringView HeightsKey{"/heights"};
constexpr QLatin1StringView WrapKey{"/wrap"};

} // namespace

QToolButton *makeSecretsButton(QAction &showSecrets, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setDefaultAction(&showSecrets);
    button->setMinimumSize(24, 24);
    return button;
}

MessageView::MessageView(const QString &headersName, const QString &bodyName, QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_bar(new QHBoxLayout)
    , m_count(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_headers(new FieldTable(headersName))
    , m_body(new BodyView(bodyName))
{
    m_filter->setPlaceholderText(tr("Filter headers"));
    m_filter->setAccessibleName(tr("Filter: %1").arg(headersName));
    m_filter->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_headers->setMinimumHeight(LeastHeadersHeight);
    m_splitter->addWidget(makeHeaders());
    m_splitter->addWidget(m_body);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_filter, &QLineEdit::textChanged, this, &MessageView::narrow);
}

QWidget *MessageView::makeHeaders()
{
    auto *const part = new QWidget(this);
    m_bar->setContentsMargins(8, 2, 4, 0);
    m_bar->addWidget(m_count, 1);
    m_bar->addWidget(m_filter);
    m_filter->setFixedWidth(fontMetrics().averageCharWidth() * 30);
    auto *const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_bar);
    layout->addWidget(m_headers, 1);
    return part;
}

void MessageView::offerSecrets(QAction &showSecrets)
{
    m_bar->insertWidget(m_bar->indexOf(m_filter), makeSecretsButton(showSecrets, this));
    m_headers->offerSecrets(showSecrets);
    connect(m_headers, &FieldTable::secretsShown, this, &MessageView::narrow);
}

void MessageView::showMessage(const Core::HeaderList &headers, Core::Sender sender,
                              const ShownBody &body)
{
    m_headers->setFields(fieldsOf(headers, sender));
    narrow();
    ShownBody shown = body;
    shown.contentEncoding = Core::headerValue(headers, "Content-Encoding");
    m_body->showBody(shown);
}

void MessageView::restoreFrom(const QSettings &settings, const QString &group)
{
    m_splitter->restoreState(settings.value(group + HeightsKey).toByteArray());
    m_body->setWrapped(settings.value(group + WrapKey, true).toBool());
}

void MessageView::saveTo(QSettings &settings, const QString &group) const
{
    settings.setValue(group + HeightsKey, m_splitter->saveState());
    settings.setValue(group + WrapKey, m_body->isWrapped());
}

void MessageView::narrow()
{
    const qsizetype all = m_headers->fields().size();
    const qsizetype shown = m_headers->setFilter(m_filter->text());
    const QString count = all == 1 ? tr("1 header") : tr("%1 headers").arg(all);
    m_count->setText(shown == all ? count : tr("%1 of %2").arg(QString::number(shown), count));
}

} // namespace Gui
