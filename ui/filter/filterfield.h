// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"

#include <QLineEdit>
#include <QTimer>

namespace Gui {

/// Where a filter is typed. A text that cannot be read, or not yet, leaves the filter in force that
/// was there before it.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    /// The text of the filter in force; what people point at is added to it (filtertext.h).
    const QString &filterText() const { return m_filterText; }
    void setFilterText(const QString &text); ///< in force at once, if it can be read

signals:
    /// Another one is in force. While somebody types, once there is a pause.
    void filterChanged(const Core::Filter &filter);
    void leaveRequested(); ///< Somebody has done with typing, and wants to go on to the list.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void enforce();

    QString m_filterText;
    QTimer m_pause; ///< runs until a pause in typing
};

} // namespace Gui
