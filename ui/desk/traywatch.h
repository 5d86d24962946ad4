// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QDBusConnection;
class QDBusServiceWatcher;

namespace Gui {

/// Whether the desktop has a tray. At login it may come later than we do, and a panel may end at
/// any time, so it looks again: for a minute after the start, and as long as somebody relies on it.
///
/// Thread: screen. A look may wait for the desktop a little while.
class TrayWatch final : public QObject
{
    Q_OBJECT

public:
    using Question = std::function<bool()>;

    explicit TrayWatch(QObject *parent = nullptr);

    void setQuestion(Question isThere); ///< in place of Qt's; before start()
    void start(const QDBusConnection &bus); ///< Looks, and goes on looking.
    void setReliedOn(bool isReliedOn); ///< since nothing else leads to the window
    void look(); ///< One look at once, for who must know; tests call it by hand.
    bool isThere() const { return m_isThere && m_misses == 0; } ///< at the last look

signals:
    void came();
    void gone(); ///< and not for a moment only, as when a panel starts anew

private:
    void review();

    Question m_ask;
    QDBusServiceWatcher *m_services;
    QTimer m_timer;
    bool m_mayAsk = false; ///< of our own accord: a tray that tells of itself has had its time
    bool m_isThere = false;
    bool m_isReliedOn = false;
    int m_misses = 0; ///< looks in a row that found none, after one that did
    int m_looks = 0; ///< of the timer since the start
};

} // namespace Gui
