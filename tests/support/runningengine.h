// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "tests/support/httpcall.h"

#include <QTemporaryDir>

#include <functional>

/// Free ports, no heartbeats, and a data directory below \a directory.
Core::EngineSettings settingsFor(const QTemporaryDir &directory);

/// An engine that has started, and stops in order at the end.
///
/// Thread: the test's.
class RunningEngine final
{
    Q_DISABLE_COPY_MOVE(RunningEngine)

public:
    /// Whoever must hear of the start is joined by \a join.
    explicit RunningEngine(const Core::EngineSettings &settings,
                           const std::function<void(Core::Engine &)> &join = {});
    ~RunningEngine();

    Core::Engine *operator->() { return &m_engine; }
    Core::Engine *get() { return &m_engine; }

    /// Registers joe with \a url, as the window does.
    Core::Destination add(const QString &url);

    /// Calls its HTTP interface; \a path begins with a slash.
    HttpAnswer call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                    const Core::HeaderList &headers = {}) const;

    Core::EngineStatus status;
    QList<Core::DestinationStatus> latest;
    QList<Core::Attempt> attempts;
    QList<Core::Capture> captures;

private:
    Core::Engine m_engine;
};
