// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logrowcache.h"

namespace Gui {

const LogRow *LogRowCache::find(Core::LogKey key) const
{
    Entry *const entry = m_rows.object(key.value);
    if (entry == nullptr)
        return nullptr;
    if (!entry->row) {
        entry->row = std::make_unique<LogRow>(
            std::visit([](const auto &fact) { return rowOf(fact); }, entry->fact));
        for (const QByteArray &value : entry->values.value_or(QByteArrayList()))
            entry->row->values.append(valueText(value));
    }
    return entry->row.get();
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
    m_rows.insert(key.value, new Entry{std::move(fact), nullptr, std::nullopt});
}

Core::LogEntry LogRowCache::put(const Core::Attempt &attempt)
{
    const Core::LogKey key = Core::LogKey::of(attempt.id);
    insert(key, attempt);
    m_sent.insert({attempt.delivery.value, attempt.number},
                  new Sent{attempt.destination, attempt.eventType, attempt.kind});
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
        return put(Core::LinkedCapture{capture, {}, {}, {}});
    const Sent *const sent = m_sent.object({capture.delivery.value, capture.attemptNumber});
    if (sent == nullptr)
        return std::nullopt;
    return put(Core::LinkedCapture{capture, sent->destination, sent->eventType, sent->kind});
}

void LogRowCache::putRead(const Core::LogRows &rows)
{
    for (const Core::Attempt &attempt : rows.attempts) {
        if (const Core::LogKey key = Core::LogKey::of(attempt.id); !contains(key))
            insert(key, attempt);
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

void LogRowCache::clear()
{
    m_rows.clear();
}

} // namespace Gui
