// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"

#include <QWidget>

namespace Gui {

class BodyView;
class FieldTable;

/// One HTTP message: its headers above, its body below.
class MessageView final : public QWidget
{
    Q_OBJECT

public:
    MessageView(const QString &headersName, const QString &bodyName, QWidget *parent = nullptr);

    /// See BodyView::showBody() for the rest.
    void showMessage(const Core::HeaderList &headers, const QByteArray &body, bool isCut,
                     const QString &placeholder);

    FieldTable *headers() const { return m_headers; }
    BodyView *body() const { return m_body; }

private:
    FieldTable *m_headers;
    BodyView *m_body;
};

} // namespace Gui
