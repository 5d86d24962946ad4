// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomfilters.h"

using namespace Core;

namespace {

constexpr int Deepest = 3;

const QList<FilterMatch> Comparisons{FilterMatch::Is, FilterMatch::Less, FilterMatch::AtMost,
                                     FilterMatch::More, FilterMatch::AtLeast};

} // namespace

RandomFilters::RandomFilters(quint32 seed, FilterPool pool)
    : m_random(seed)
    , m_pool(std::move(pool))
{
}

Filter RandomFilters::next()
{
    return below(50) == 0 ? Filter{} : make(0);
}

Filter RandomFilters::make(int depth)
{
    const int shape = depth == Deepest ? 0 : below(6);
    if (shape < 2)
        return filterOf(nextTerm());
    if (shape == 2)
        return negated(make(depth + 1));
    std::vector<Filter> parts{make(depth + 1), make(depth + 1)};
    return shape == 3 ? anyOf(std::move(parts)) : allOf(std::move(parts));
}

FilterTerm RandomFilters::nextTerm()
{
    FilterTerm term;
    const QList<FilterKey> keys = filterKeys();
    term.key = below(4) == 0 ? FilterKey::Word : oneOf(keys);
    switch (term.key) {
    case FilterKey::Status:
    case FilterKey::Duration:
    case FilterKey::Size:
    case FilterKey::Try:
        fillNumber(term);
        break;
    case FilterKey::Direction:
    case FilterKey::Is:
        term.word = oneOf(filterWords(term.key));
        break;
    case FilterKey::Since:
        term.match = below(2) == 0 ? FilterMatch::Ago : FilterMatch::Is;
        term.number = term.match == FilterMatch::Ago ? below(100) * 500 : oneOf(m_pool.moments);
        break;
    case FilterKey::AnyId:
        term.text = oneOf(m_pool.ids);
        break;
    case FilterKey::OfDelivery:
        term.text = oneOf(m_pool.deliveries);
        break;
    default:
        fillText(term);
    }
    return term;
}

void RandomFilters::fillNumber(FilterTerm &term)
{
    term.match = oneOf(Comparisons);
    if (term.key == FilterKey::Duration)
        term.number = below(3'000) * 500LL;
    else if (term.key == FilterKey::Size)
        term.number = below(3) == 0 ? below(20) * 500LL : below(40);
    else if (term.key == FilterKey::Try)
        term.number = below(4);
    else
        term.number = oneOf<int>({200, 204, 301, 404, 500, 503, 999});
    if (term.key == FilterKey::Status && below(3) == 0) {
        term.match = FilterMatch::HundredOf;
        term.number = 1 + below(9);
    }
}

void RandomFilters::fillText(FilterTerm &term)
{
    const bool hasPath = term.key == FilterKey::HeaderField || term.key == FilterKey::JsonValue;
    if (term.key == FilterKey::HeaderField)
        term.path = {oneOf(m_pool.headers)};
    if (term.key == FilterKey::JsonValue)
        term.path = oneOf(m_pool.paths);
    const int kind = below(hasPath ? 4 : 3);
    if (kind == 0) {
        term.match = FilterMatch::Pattern;
        term.text = oneOf(m_pool.patterns);
    } else if (kind == 3) {
        term.match = FilterMatch::Present;
    } else if (term.key == FilterKey::JsonValue && kind == 1) {
        term.match = oneOf(Comparisons);
        term.text = oneOf(m_pool.numbers);
    } else {
        term.text = oneOf(m_pool.texts);
    }
}
