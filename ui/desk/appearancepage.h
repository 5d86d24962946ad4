// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace Gui {

class AppearanceDesk;

/// How the window looks; each change shows at once.
///
/// Borrows: \a desk.
class AppearancePage final : public QWidget
{
    Q_OBJECT

public:
    explicit AppearancePage(AppearanceDesk &desk, QWidget *parent = nullptr);

private:
    void showChosen(); ///< What the desk has.
    void apply();

    AppearanceDesk &m_desk;
    QComboBox *m_theme;
    QComboBox *m_font;
    QSpinBox *m_text;
    QComboBox *m_density;
    QComboBox *m_colours;
};

} // namespace Gui
