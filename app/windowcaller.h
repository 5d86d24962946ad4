// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

/// What comes of calling the window of another process.
enum class WindowCall {
    NobodyThere,
    Shown,
    Ending, ///< it has no window any more, and holds its directory until what is in flight has
            ///< ended
};

/// A directory kept open, so that it has a short name as well.
class OpenDirectory final
{
    Q_DISABLE_COPY_MOVE(OpenDirectory)

public:
    explicit OpenDirectory(const QString &path);
    ~OpenDirectory();

    int descriptor() const { return m_descriptor; } ///< -1 where it cannot be opened

private:
    const int m_descriptor;
};

/// Asks the Hookpost that has \a dataDirectory to show its window, and waits a second at most.
WindowCall callWindow(const QString &dataDirectory);

/// Hears such calls. The socket lies in the data directory, which only its owner can enter.
///
/// Thread: the screen's.
class WindowCallListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCallListener)

public:
    explicit WindowCallListener(const QString &dataDirectory, QObject *parent = nullptr);
    ~WindowCallListener() override;

    void announceEnd() { m_isEnding = true; } ///< Callers are told so from now on.

signals:
    void windowCalled();

private:
    void answer();

    OpenDirectory m_directory; ///< as long as the server
    QLocalServer m_server;
    bool m_isEnding = false;
};
