// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/messageview.h"

#include "ui/detail/bodyview.h"
#include "ui/look/fieldtable.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace Gui {

MessageView::MessageView(const QString &headersName, const QString &bodyName, QWidget *parent)
    : QWidget(parent)
    , m_headers(new FieldTable(headersName))
    , m_body(new BodyView(bodyName))
{
    auto *const splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_headers);
    splitter->addWidget(m_body);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void MessageView::showMessage(const Core::HeaderList &headers, const QByteArray &body, bool isCut,
                              const QString &placeholder)
{
    m_headers->setFields(fieldsOf(headers));
    m_body->showBody(body, isCut, placeholder);
}

} // namespace Gui
