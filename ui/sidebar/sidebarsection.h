// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QToolButton>

namespace Gui {

/// The heading of a group of the sidebar; a click folds away what stands below it.
///
/// Borrows: \a content.
class SidebarSection final : public QToolButton
{
    Q_OBJECT

public:
    SidebarSection(const QString &title, QWidget &content, QWidget *parent = nullptr);

    bool isOpen() const { return isChecked(); }
    void setOpen(bool isOpen) { setChecked(isOpen); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void show(bool isOpen);
    void applyFont();

    QWidget &m_content;
    ThemeCache m_themes;
};

} // namespace Gui
