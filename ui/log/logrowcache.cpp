// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logrowcache.h"

#include "core/model/redaction.h"
#include "ui/look/format.h"

namespace Gui {

namespace {

Core::Sender senderIn(const LogRowCache::Fact &fact)
{
    const auto *const linked = std::get_if<Core::LinkedCapture>(&fact);
    return linked == nullptr ? Core::Sender::Ourselves : Core::senderOf(linked->capture);
}

} // namespace

const LogRow *LogRowCache::find(Core::LogKey key) const
{
    Entry *const entry = m_rows.object(key.value);
    if (entry == nullptr)
        return nullptr;
    if (!entry->row)
        entry->row = makeRow(*entry);
    return entry->row.get();
}

std::unique_ptr<LogRow> LogRowCache::makeRow(const Entry &entry) const
{
    auto row = std::make_unique<LogRow>(std::visit(
        [this](const auto &fact) { return rowOf(fact, m_areSecretsShown); }, entry.fact));
    Gui::setMostTries(*row, m_mostTries.value(row->destination));
    const Core::Sender sender = senderIn(entry.fact);
    const QByteArrayList values = entry.values.value_or(QByteArrayList());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool isHidden = !m_areSecretsShown && !values.at(i).isEmpty() && i < m_fields.size()
            && Core::isMasked(m_fields.at(i), sender);
        row->values.append(isHidden ? HiddenValue.toString() : valueText(values.at(i)));
    }
    return row;
}

const LogRowCache::Fact *LogRowCache::factOf(Core::LogKey key) const
{
    const Entry *const entry = m_rows.object(key.value);
    return entry == nullptr ? nullptr : &entry->fact;
}

QByteArrayList LogRowCache::valuesOf(Core::LogKey key) const
{
    const Entry *const entry = m_rows.object(key.value);
    return entry == nullptr ? QByteArrayList() : entry->values.value_or(QByteArrayList());
}

bool LogRowCache::hasValues(Core::LogKey key) const
{
    const Entry *const entry = m_rows.object(key.value);
    return entry != nullptr && entry->values.has_value();
}

void LogRowCache::insert(Core::LogKey key, Fact fact)
{
    if (const auto *const sent = std::get_if<Core::Attempt>(&fact)) {
        const qint64 delivery = sent->delivery.value;
        if (!m_fates.contains(delivery))
            m_fates.insert(delivery, new Fate);
        if (QList<Core::LogKey> &rows = m_fates.object(delivery)->rows; !rows.contains(key))
            rows.append(key);
    }
    m_rows.insert(key.value, new Entry{std::move(fact), nullptr, std::nullopt});
}

Core::LogEntry LogRowCache::put(const Core::Attempt &attempt)
{
    const Core::LogKey key = Core::LogKey::of(attempt.id);
    insert(key, attempt);
    change(Core::DeliveryChange{attempt.delivery, attempt.deliveryState});
    m_sent.insert({attempt.delivery.value, attempt.number},
                  new Sent{attempt.destination, attempt.eventType, attempt.kind, attempt.isResend});
    return {key, heartbeatFoldOf(attempt), isFailure(attempt.outcome)};
}

Core::LogEntry LogRowCache::put(const Core::LinkedCapture &linked)
{
    const Core::LogKey key = Core::LogKey::of(linked.capture.id);
    insert(key, linked);
    return {key, heartbeatFoldOf(linked), isFailure(outcomeOf(linked.capture))};
}

std::optional<Core::LogEntry> LogRowCache::put(const Core::Capture &capture)
{
    if (capture.delivery.isNull())
        return put(Core::LinkedCapture{capture, {}, {}, {}, false});
    const Sent *const sent = m_sent.object({capture.delivery.value, capture.attemptNumber});
    if (sent == nullptr)
        return std::nullopt;
    return put(Core::LinkedCapture{capture, sent->destination, sent->eventType, sent->kind,
                                   sent->isResend});
}

void LogRowCache::putRead(const Core::LogRows &rows)
{
    for (const Core::Attempt &attempt : rows.attempts) {
        const Core::LogKey key = Core::LogKey::of(attempt.id);
        if (contains(key))
            continue;
        insert(key, attempt);
        bringUpToDate(key);
    }
    for (const Core::LinkedCapture &linked : rows.captures) {
        if (const Core::LogKey key = Core::LogKey::of(linked.capture.id); !contains(key))
            insert(key, linked);
    }
    for (auto values = rows.values.begin(); values != rows.values.end(); ++values) {
        if (Entry *const entry = m_rows.object(values.key().value)) {
            entry->values = values.value();
            entry->row.reset();
        }
    }
}

void LogRowCache::change(const Core::Pin &pin)
{
    Entry *const entry = m_rows.object(pin.row.value);
    if (entry == nullptr)
        return;
    const auto set = [&pin](auto &fact) {
        fact.isPinned = pin.isPinned;
        fact.note = pin.note;
    };
    if (auto *const linked = std::get_if<Core::LinkedCapture>(&entry->fact))
        set(linked->capture);
    else
        set(std::get<Core::Attempt>(entry->fact));
    entry->row.reset();
}

/// Those of which no row is known are read as they are by then.
void LogRowCache::change(const Core::DeliveryChange &change)
{
    Fate *const fate = m_fates.object(change.delivery.value);
    if (fate == nullptr)
        return;
    fate->told = change.state;
    for (const Core::LogKey key : std::as_const(fate->rows))
        bringUpToDate(key);
}

void LogRowCache::noteRemoved(Core::DestinationId destination)
{
    m_removed.insert(destination);
    for (const qint64 key : m_rows.keys())
        bringUpToDate({key});
}

void LogRowCache::noteThere(Core::DestinationId destination)
{
    if (!m_removed.remove(destination))
        return;
    for (const qint64 key : m_rows.keys())
        bringUpToDate({key});
}

void LogRowCache::bringUpToDate(Core::LogKey key)
{
    Entry *const entry = m_rows.object(key.value);
    auto *const sent = entry ? std::get_if<Core::Attempt>(&entry->fact) : nullptr;
    if (sent == nullptr || sent->deliveryState == stateOf(*sent))
        return;
    const Core::DeliveryState state = stateOf(*sent);
    // Without its destination; it may come back.
    if (Fate *const fate = m_fates.object(sent->delivery.value); fate != nullptr && !fate->told)
        fate->told = sent->deliveryState;
    sent->deliveryState = state;
    m_touched.append(key);
}

Core::DeliveryState LogRowCache::stateOf(const Core::Attempt &attempt) const
{
    const Fate *const fate = m_fates.object(attempt.delivery.value);
    const auto state = fate ? fate->told.value_or(attempt.deliveryState) : attempt.deliveryState;
    const bool isLost
        = state == Core::DeliveryState::Waiting && m_removed.contains(attempt.destination);
    return isLost ? Core::DeliveryState::Cancelled : state;
}

void LogRowCache::setFields(const QList<Core::LogField> &fields)
{
    m_fields = fields;
    m_rows.clear();
}

void LogRowCache::showSecrets(bool areShown)
{
    m_areSecretsShown = areShown;
    forgetTexts();
}

void LogRowCache::setMostTries(const QHash<Core::DestinationId, int> &most)
{
    m_mostTries = most;
    forgetTexts();
}

void LogRowCache::forgetTexts()
{
    for (const qint64 key : m_rows.keys())
        m_rows.object(key)->row.reset();
}

void LogRowCache::clear()
{
    m_rows.clear();
    m_fates.clear();
    m_touched.clear();
}

} // namespace Gui
