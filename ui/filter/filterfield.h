// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"

#include <QLineEdit>
#include <QTimer>

namespace Gui {

class FilterPopup;

/// Where a filter is typed. A text that cannot be read, or not yet, leaves the filter in force that
/// was there before it; the field says by a shape, a colour and a line below what is wrong with it.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    /// The text of the filter in force; what people point at is added to it (filtertext.h).
    const QString &filterText() const { return m_filterText; }
    void setFilterText(const QString &text); ///< in force at once, if it can be read

    const Core::FilterReading &reading() const { return m_reading; } ///< of what stands there
    /// What somebody may have meant otherwise in a text that can be read; mostly empty.
    QString hint() const;
    FilterPopup *popup() const { return m_popup; }

signals:
    /// Another one is in force. While somebody types, once there is a pause.
    void filterChanged(const Core::Filter &filter);
    void confirmed(const QString &text); ///< Somebody means it, and has not just typed it.
    void readingChanged();
    void leaveRequested(); ///< Somebody has done with typing, and wants to go on to the list.

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void review();
    void enforce();
    void confirm();
    void dress();
    int xOf(qsizetype place) const;

    QString m_filterText;
    bool m_isReplaced = false; ///< by one that cannot be read
    Core::FilterReading m_reading;
    QTimer m_pause; ///< runs until a pause in typing
    QAction *m_mark;
    FilterPopup *m_popup;
    bool m_isDressing = false;
};

} // namespace Gui
