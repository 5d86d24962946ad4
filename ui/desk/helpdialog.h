// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace Gui {

class ShortcutBook;

/// What somebody wants to know who is new here: the first steps, the keys, the filter language.
/// All of it is ours; nothing is fetched.
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    enum Page : int {
        StepsPage,
        KeysPage,
        FilterPage,
    };

    explicit HelpDialog(const ShortcutBook &book, QWidget *parent = nullptr);

    Page page() const;
    void setPage(Page page);
    void offerSteps(bool isPossible); ///< Whether the main window's first steps can be shown.

signals:
    void firstStepsRequested();

private:
    QWidget *makeSteps();
    QWidget *makeKeys(const ShortcutBook &book);
    QWidget *makeFilter();

    QTabWidget *m_pages;
    QPushButton *m_showSteps = nullptr;
};

} // namespace Gui
