// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace Gui {

/// One line that says what a person should know, and never a box in the way. Hidden while it has
/// nothing to say.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(Tone tone, QWidget *parent = nullptr);

    void showNotice(const QString &text);
    void showBriefly(const QString &text); ///< as long as it takes to read it: of what was done
    QString notice() const;

    /// A button beside the text; it emits actionTriggered(). None for an empty text.
    void setAction(const QString &text);
    QPushButton *addButton(const QString &text); ///< A further one, right of the others.
    void setDismissible(bool isDismissible);

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void applyPalette();

    Tone m_tone;
    QLabel *m_label;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_reading{this}; ///< while a notice is shown that goes by itself
};

} // namespace Gui
