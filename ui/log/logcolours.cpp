// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logcolours.h"

#include "ui/look/format.h"

#include <algorithm>
#include <utility>

namespace Gui {

using Core::LogKey;

namespace {

// Each answer has the list painted once more, and thousands of rows may come in a second.
constexpr int PauseBetweenMs = 30;
constexpr int RenewalMs = 250;
constexpr int LapseMs = 5000;
constexpr qsizetype MostWanted = 1000; ///< the older half of so many has been scrolled past

/// Whether it may come to be true of a row that has not changed itself.
bool isOfMoreThanRow(const Core::Filter &filter)
{
    const bool isRetrying
        = filter.term.key == Core::FilterKey::Is && filter.term.word == Core::FilterWord::Retrying;
    if (filter.kind == Core::FilterKind::Term)
        return isRetrying || filter.term.key == Core::FilterKey::Since;
    return std::any_of(filter.parts.begin(), filter.parts.end(), isOfMoreThanRow);
}

/// Whether it comes to be untrue of a row as time goes by.
bool isOfAge(const Core::Filter &filter)
{
    if (filter.kind == Core::FilterKind::Term)
        return filter.term.key == Core::FilterKey::Since
            && filter.term.match == Core::FilterMatch::Ago;
    return std::any_of(filter.parts.begin(), filter.parts.end(), isOfAge);
}

} // namespace

LogColours::LogColours(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseBetweenMs);
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(RenewalMs);
    connect(&m_pause, &QTimer::timeout, this, &LogColours::ask);
    connect(&m_renewal, &QTimer::timeout, this, &LogColours::outdateAll);
    m_lapse.setObjectName(QStringLiteral("lapse"));
    m_lapse.setInterval(LapseMs);
    connect(&m_lapse, &QTimer::timeout, this, &LogColours::outdateAll);
}

void LogColours::setRules(const QList<ColourRule> &rules)
{
    if (rules == m_given)
        return;
    m_given = rules;
    m_rules.clear();
    const QList<Core::Filter> before = std::exchange(m_filters, {});
    for (const ColourRule &rule : rules) {
        if (!rule.isOn || !faultOf(rule).isEmpty())
            continue;
        m_rules.append({printable(rule.name), *hueFromKey(rule.colour)});
        m_filters.append(Core::parseFilter(rule.filter).filter);
    }
    m_isLively = std::any_of(m_filters.begin(), m_filters.end(), isOfMoreThanRow);
    if (std::none_of(m_filters.begin(), m_filters.end(), isOfAge))
        m_lapse.stop();
    else if (!m_lapse.isActive())
        m_lapse.start();
    // A rule that has another name or colour fits the same rows.
    if (m_filters != before) {
        m_verdicts.clear();
        restart();
    }
    emit allChanged();
}

const RowRule *LogColours::ruleOf(LogKey key) const
{
    if (m_rules.isEmpty())
        return nullptr;
    Verdict *verdict = m_verdicts.object(key.value);
    if (verdict == nullptr) {
        verdict = new Verdict;
        m_verdicts.insert(key.value, verdict);
    }
    if (verdict->epoch != m_epoch && verdict->ticket != m_ticket) {
        verdict->ticket = m_ticket;
        want(key);
    }
    return verdict->rule < 0 ? nullptr : &m_rules.at(verdict->rule);
}

void LogColours::want(LogKey key) const
{
    m_wanted.append(key);
    if (m_wanted.size() >= MostWanted) {
        for (qsizetype i = 0; i < MostWanted / 2; ++i) {
            if (Verdict *const forgone = m_verdicts.object(m_wanted.at(i).value))
                forgone->ticket = 0;
        }
        m_wanted.remove(0, MostWanted / 2);
    }
    if (!m_isAsking && !m_pause.isActive())
        m_pause.start();
}

void LogColours::outdate(LogKey key)
{
    if (Verdict *const verdict = m_verdicts.object(key.value)) {
        verdict->epoch = 0;
        if (m_isAsking)
            m_outdated.insert(key);
    }
    if (m_isLively && !m_renewal.isActive())
        m_renewal.start();
}

void LogColours::outdateAll()
{
    ++m_epoch;
    emit allChanged();
}

void LogColours::restart()
{
    ++m_ticket;
    ++m_epoch;
    m_wanted.clear();
    m_isAsking = false;
}

void LogColours::ask()
{
    if (m_isAsking || m_wanted.isEmpty())
        return;
    m_isAsking = true;
    m_askedEpoch = m_epoch;
    m_outdated.clear();
    m_askedAbout = std::exchange(m_wanted, {});
    emit judgementRequested({m_ticket, m_filters, now(), m_askedAbout});
}

void LogColours::take(const Core::LogRulesAnswer &answer)
{
    if (answer.ticket != m_ticket)
        return;
    m_isAsking = false;
    // Where the question has failed, no key comes back, and they are asked about again.
    for (const LogKey key : std::exchange(m_askedAbout, {})) {
        if (Verdict *const verdict = m_verdicts.object(key.value))
            verdict->ticket = 0;
    }
    QList<LogKey> others;
    for (const LogKey key : answer.keys) {
        Verdict *const verdict = m_verdicts.object(key.value);
        if (verdict == nullptr) // It made room for others, and is asked about again.
            continue;
        const int rule = answer.firsts.value(key, -1);
        const bool isOutdated = m_askedEpoch != m_epoch || m_outdated.contains(key);
        if (rule != verdict->rule || isOutdated)
            others.append(key);
        *verdict = {rule, isOutdated ? 0 : m_epoch, 0};
    }
    if (!m_wanted.isEmpty())
        m_pause.start();
    if (!others.isEmpty())
        emit changed(others);
}

} // namespace Gui
