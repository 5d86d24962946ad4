// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/samplereader.h"

#include <algorithm>
#include <utility>

namespace Core {

namespace {

// In keys, of which there are two to a row. The widest part takes some thirty milliseconds.
constexpr qint64 FirstPart = 8'192;
constexpr qint64 GreatestPart = 65'536;

} // namespace

SampleReader::SampleReader(QObject *parent)
    : QObject(parent)
{
}

SampleReader::~SampleReader() = default;

void SampleReader::start(Archive &archive, const SampleScope &scope)
{
    stop();
    m_archive = &archive;
    m_scope = scope;
    m_inquiry = archive.ask<LogSpan>([](Records &records) { return records.logSpan(); }, this,
                                     [this](const Result<LogSpan> &span) {
                                         if (span)
                                             begin(*span);
                                         else
                                             stop();
                                     });
}

void SampleReader::stop()
{
    m_inquiry.withdraw();
    m_archive = nullptr;
    m_isComplete = false;
    m_open.clear();
    m_late.clear();
}

void SampleReader::begin(const LogSpan &log)
{
    m_log = log;
    m_end = log.end;
    m_width = FirstPart;
    goOn();
}

void SampleReader::goOn()
{
    const LogSpan part{std::max(m_log.first, LogKey{m_end.value - m_width}), m_end, 0};
    m_end = part.first;
    m_width = std::min(2 * m_width, GreatestPart);
    m_inquiry = m_archive->ask<SamplePart>(
        [scope = m_scope, part](Records &records) { return records.attemptSamples(scope, part); },
        this,
        [this](const Result<SamplePart> &found) {
            if (found)
                takePart(*found);
            else
                stop();
        });
}

void SampleReader::takePart(const SamplePart &part)
{
    QList<AttemptSample> ended;
    for (qsizetype i = part.samples.size() - 1; i >= 0; --i) {
        const AttemptSample &sample = part.samples.at(i);
        if (sample.outcome == AttemptOutcome::InFlight)
            m_open.insert(sample.id);
        else
            ended.append(sample);
    }
    if (!ended.isEmpty())
        emit sampled(ended);
    // Whoever listens may have stopped it.
    if (!m_archive)
        return;
    if (part.isLast)
        complete();
    else
        goOn();
}

void SampleReader::complete()
{
    m_isComplete = true;
    take(std::exchange(m_late, {}));
    emit completed();
}

void SampleReader::take(const QList<AttemptSample> &samples)
{
    if (!m_archive)
        return;
    if (!m_isComplete) {
        m_late += samples;
        return;
    }
    QList<AttemptSample> ended;
    for (const AttemptSample &sample : samples) {
        if (isFirstTold(sample))
            ended.append(sample);
    }
    if (!ended.isEmpty())
        emit sampled(ended);
}

/// What was on record before the reading began has been told, unless it was in flight then.
bool SampleReader::isFirstTold(const AttemptSample &sample)
{
    if (sample.outcome == AttemptOutcome::InFlight)
        return false;
    if (!m_scope.destination.isNull() && sample.destination != m_scope.destination)
        return false;
    return LogKey::of(sample.id) >= m_log.end || m_open.erase(sample.id) > 0;
}

} // namespace Core
