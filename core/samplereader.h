// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/archive.h"

#include <QObject>

#include <unordered_set>

namespace Core {

/// Finds the attempts that figures are made of, each once: those on record first, the newest ahead,
/// then what has ended meanwhile, and from then on what ends. It goes back through the log part by
/// part, so that other questions come in between.
///
/// Thread: the engine's.
/// Borrows: the archive, from start() to stop().
/// Errors: what cannot be read ends the reading; whoever shows the log tells of it.
class SampleReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleReader)

public:
    explicit SampleReader(QObject *parent = nullptr);
    ~SampleReader() override;

    void start(Archive &archive, const SampleScope &scope); ///< An older reading ends.
    void stop();
    bool isRunning() const { return m_archive != nullptr; }
    bool isComplete() const { return m_isComplete; } ///< All on record has been read.

    /// What has happened, as it is told to everybody; what is not in the scope does not matter.
    void take(const QList<Core::AttemptSample> &samples);

signals:
    /// Attempts that have ended. Those on record come as they are numbered, the newest first.
    void sampled(const QList<Core::AttemptSample> &samples);
    void completed();

private:
    void begin(const LogSpan &log);
    void goOn();
    void takePart(const SamplePart &part);
    void complete();
    bool isFirstTold(const AttemptSample &sample);

    Archive *m_archive = nullptr; ///< null while it is stopped
    SampleScope m_scope;
    Inquiry m_inquiry;
    LogSpan m_log; ///< as it was when the reading began
    LogKey m_end; ///< it has yet to go through what lies before
    qint64 m_width = 0; ///< of the next part
    std::unordered_set<AttemptId> m_open; ///< in flight when they were read
    QList<AttemptSample> m_late; ///< came while others were being read
    bool m_isComplete = false;
};

} // namespace Core
