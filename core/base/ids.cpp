// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Core {

namespace {

// Crockford's base 32: no I, L, O or U, so that nobody misreads an id aloud.
constexpr QLatin1StringView Alphabet{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"};
constexpr int TimeCharacters = 10;
constexpr int RandomCharacters = 16;
constexpr int LongestEventId = 64;

bool isEventIdCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'_' || c == u'-';
}

} // namespace

bool isEventId(QStringView text)
{
    return !text.isEmpty() && text.size() <= LongestEventId
        && std::all_of(text.begin(), text.end(), isEventIdCharacter);
}

EventId newEventId(qint64 millisecondsNow)
{
    QString text(TimeCharacters + RandomCharacters, u'0');
    for (int i = TimeCharacters - 1; i >= 0; --i) {
        text[i] = Alphabet[millisecondsNow & 31];
        millisecondsNow >>= 5;
    }
    // Five bits a character; one call, since each asks the system.
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    for (int i = 0; i < RandomCharacters; ++i) {
        const quint32 word = words.at(static_cast<std::size_t>(i / 4)) >> (5 * (i % 4));
        text[TimeCharacters + i] = Alphabet[word & 31];
    }
    return EventId{QLatin1StringView("evt_") + text};
}

} // namespace Core
