// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QSize>

class QSettings;

namespace Gui {

class DeliveryDesk;
class Facts;
class KeepDesk;
class LogModel;
class LogPanel;
class Requests;
class RowWindow;

/// What the desk works with; it borrows all of it.
struct RowWindowParts
{
    const LogModel &log;
    LogPanel &panel;
    DeliveryDesk &deliveries;
    KeepDesk &keeping;
    Facts &facts;
    Requests &requests;
};

/// Opens rows of the log in windows of their own, and keeps these: they come and go with the main
/// window, and have its keys.
///
/// Borrows: its parts, and the main \a window.
/// Owns: the windows.
class RowWindowDesk final : public QObject
{
    Q_OBJECT

public:
    RowWindowDesk(const RowWindowParts &parts, QWidget &window);
    ~RowWindowDesk() override;

    static constexpr int MostOpened = 10; ///< at a time

    QAction *const open; ///< the chosen rows; not those behind one line

    RowWindow *openRow(const Core::LogKey &row); ///< or the window that shows it already
    void renewKeys(); ///< in all that are open
    void closeAll(); ///< with what was opened from them

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

signals:
    void opened(Gui::RowWindow &window);
    void refused(const QString &reason); ///< what Enter asked for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow(RowWindow &window);
    void giveKeys(RowWindow &window) const;
    void noteSize(const QWidget &window);
    void updateAction();
    QString reasonAgainst(const QList<Core::LogKey> &rows) const;
    void enter();
    int chosenHead() const; ///< -1 where it is not a fold's alone that is chosen
    QList<Core::LogKey> chosen() const;

    RowWindowParts m_parts;
    QWidget &m_window;
    QList<QPointer<RowWindow>> m_windows;
    bool m_isDispatching = true;
    QSize m_size; ///< of the one that was changed last; none before
};

} // namespace Gui
