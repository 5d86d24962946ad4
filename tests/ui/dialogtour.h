// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

#include <functional>

class QAction;
class QDialog;
class QWidget;

namespace Gui {
class MainWindow;
} // namespace Gui

namespace Testing {

/// Shows \a text in \a window wherever something from elsewhere can stand.
void showEverywhere(Gui::MainWindow &window, const QString &text);

/// Does whatever the actions of a window do, one after the other, and looks at what they open, page
/// by page. What is opened is closed by Escape.
///
/// Borrows: \a window.
class DialogTour final
{
public:
    /// Calls \a visit with a window, or a page of one, as it is shown, and what it is.
    using Visit = std::function<void(QWidget &window, const QString &name)>;

    DialogTour(Gui::MainWindow &window, QString text);

    void go(const Visit &visit);
    const QSet<QString> &seen() const { return m_seen; } ///< the classes of the dialogs
    const QStringList &stayed() const { return m_stayed; } ///< that Escape did not close

private:
    void answer();
    void visitDialogs(const Visit &visit);
    void leave(QDialog &dialog, const QString &name); ///< by Escape
    void visitPages(QWidget &window, const QString &name, const Visit &visit) const;
    QAction *find(const QString &name) const;

    Gui::MainWindow &m_window;
    QString m_text;
    QSet<QString> m_seen;
    QStringList m_stayed;
};

} // namespace Testing
