// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

/// Asks the Hookpost that has \a dataDirectory to show its window; false when none answers.
bool callWindow(const QString &dataDirectory);

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

signals:
    void windowCalled();

private:
    QLocalServer m_server;
};
