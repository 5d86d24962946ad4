// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Gui {

/// Why what was entered is not taken. Hidden while there is nothing to say.
class RefusalLine final : public QWidget
{
    Q_OBJECT

public:
    explicit RefusalLine(QWidget *parent = nullptr);

    void showRefusal(const QString &text); ///< An empty one hides it.

private:
    QLabel *m_glyph;
    QLabel *m_text;
};

} // namespace Gui
