// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "tests/support/memorytables.h"

/// Judges rows by a filter as plainly as can be: what the SQL is held against.
class MemoryFilter
{
public:
    MemoryFilter(const MemoryTables::Rows &rows, Core::Filter filter, Core::Time now);

    bool wants(const MemoryTables::AttemptRow &row) const;
    bool wants(const Core::Delivery &delivery) const;
    bool wants(const Core::CaptureRecord &record) const;

private:
    bool holds(const Core::FilterTerm &term, const MemoryTables::AttemptRow &row) const;
    bool holds(const Core::FilterTerm &term, const Core::Delivery &delivery) const;
    bool holds(const Core::FilterTerm &term, const Core::CaptureRecord &record) const;
    bool holdsOfMessages(const Core::FilterTerm &term, const MemoryTables::AttemptRow &row) const;
    bool holdsOfAny(const Core::FilterTerm &term, const Core::Delivery &delivery) const;
    bool isPlace(const Core::FilterTerm &term, Core::DestinationId id) const;
    bool isState(Core::FilterWord word, const Core::Delivery &delivery) const;
    bool isEarly(const Core::FilterTerm &term, Core::Time moment) const;
    bool isId(const Core::FilterTerm &term, const Core::Delivery &delivery) const;
    const Core::Event &eventOf(const Core::Delivery &delivery) const;
    const Core::Delivery *sentBy(const Core::Capture &capture) const;

    const MemoryTables::Rows &m_rows;
    Core::Filter m_filter;
    Core::Time m_now;
};
