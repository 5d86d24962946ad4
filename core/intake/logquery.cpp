// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/logquery.h"

#include <QUrlQuery>

#include <array>

namespace Core {

namespace {

constexpr int HighestLimit = 1000;
constexpr int HighestStatus = 999;

const QString FilterName = QStringLiteral("q");
const QString LimitName = QStringLiteral("limit");
const QString AfterName = QStringLiteral("after");

Error badFilter(const QString &term, const QString &hint)
{
    return invalid(FilterName, QStringLiteral("The filter's term \"%1\" is not known.").arg(term),
                   hint);
}

/// Splits at blanks outside of quotes and drops the quotes.
QStringList terms(const QString &filter)
{
    QStringList found;
    QString term;
    bool isQuoted = false;
    for (const QChar c : filter) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (c.isSpace() && !isQuoted)
            found.append(std::exchange(term, {}));
        else
            term += c;
    }
    found.append(term);
    found.removeAll(QString());
    return found;
}

/// "503", "5xx", ">=400", "<300".
bool readStatus(const QString &value, LogQuery &query)
{
    const auto number = [](QStringView text) {
        bool isNumber = false;
        const int status = text.toInt(&isNumber);
        return isNumber && status > 0 && status <= HighestStatus ? status : 0;
    };
    if (value.size() == 3 && value.endsWith(u"xx", Qt::CaseInsensitive)) {
        const int hundreds = value.at(0).digitValue() * 100;
        query.statusFrom = hundreds;
        query.statusTo = hundreds + 99;
        return hundreds > 0;
    }
    if (value.startsWith(u">=") || value.startsWith(u">")) {
        const bool isInclusive = value.startsWith(u">=");
        query.statusFrom
            = number(QStringView(value).mid(isInclusive ? 2 : 1)) + (isInclusive ? 0 : 1);
        query.statusTo = HighestStatus;
        return query.statusFrom > 1;
    }
    if (value.startsWith(u"<=") || value.startsWith(u"<")) {
        const bool isInclusive = value.startsWith(u"<=");
        query.statusFrom = 1;
        query.statusTo
            = number(QStringView(value).mid(isInclusive ? 2 : 1)) - (isInclusive ? 0 : 1);
        return query.statusTo > 0;
    }
    query.statusFrom = query.statusTo = number(value);
    return query.statusFrom > 0;
}

/// What "is:" may say, of attempts and of deliveries.
struct StateWord
{
    QLatin1StringView word;
    std::optional<AttemptOutcome> outcome;
    std::optional<DeliveryState> state;
};

constexpr std::array StateWords{
    StateWord{QLatin1StringView("waiting"), std::nullopt, DeliveryState::Waiting},
    StateWord{QLatin1StringView("inflight"), AttemptOutcome::InFlight, DeliveryState::InFlight},
    StateWord{QLatin1StringView("delivered"), AttemptOutcome::Delivered, DeliveryState::Delivered},
    StateWord{QLatin1StringView("failed"), AttemptOutcome::Failed, DeliveryState::Failed},
    // An attempt that may be followed by another has failed as well.
    StateWord{QLatin1StringView("failed"), AttemptOutcome::Temporary, std::nullopt},
    StateWord{QLatin1StringView("temporary"), AttemptOutcome::Temporary, std::nullopt},
    StateWord{QLatin1StringView("interrupted"), AttemptOutcome::Interrupted, std::nullopt},
    StateWord{QLatin1StringView("cancelled"), std::nullopt, DeliveryState::Cancelled},
};

bool readState(const QString &value, LogKind kind, LogQuery &query)
{
    bool isKnown = false;
    for (const StateWord &word : StateWords) {
        if (value.compare(word.word, Qt::CaseInsensitive) != 0)
            continue;
        if (kind == LogKind::Attempts && word.outcome)
            query.outcomes.append(*word.outcome);
        else if (kind == LogKind::Deliveries && word.state)
            query.states.append(*word.state);
        else
            continue;
        isKnown = true;
    }
    return isKnown;
}

void readDestination(const QString &value, LogQuery &query)
{
    query.destination = idFromString<DestinationKind>(value);
    if (!query.destination)
        query.destinationName = value;
}

QString stateHint(LogKind kind)
{
    return kind == LogKind::Attempts
        ? QStringLiteral("is: takes inflight, delivered, failed, temporary or interrupted here.")
        : QStringLiteral("is: takes waiting, inflight, delivered, failed or cancelled here.");
}

Result<> readTerm(const QString &term, LogKind kind, LogQuery &query)
{
    if (term == u"-is:heartbeat") {
        query.leavesOutHeartbeats = true;
        return {};
    }
    const qsizetype colon = term.indexOf(u':');
    const QString key = colon < 0 ? QString() : term.left(colon);
    const QString value = term.mid(colon + 1);
    if (!key.isEmpty() && value.isEmpty())
        return badFilter(term, QStringLiteral("Write a value behind the colon."));
    if (key.isEmpty()) {
        query.text += (query.text.isEmpty() ? QString() : QStringLiteral(" ")) + term;
    } else if (key == u"dest") {
        readDestination(value, query);
    } else if (key == u"event") {
        query.eventType = value;
    } else if (key == u"status") {
        if (!readStatus(value, query))
            return badFilter(term, QStringLiteral("Write status:503, status:5xx or status:>=400."));
    } else if (key == u"delivery") {
        query.delivery = idFromString<DeliveryKind>(value);
        if (!query.delivery)
            return badFilter(term, QStringLiteral("Write delivery:dlv_42."));
    } else if (key == u"is") {
        if (!readState(value, kind, query))
            return badFilter(term, stateHint(kind));
    } else {
        return badFilter(term,
                         QStringLiteral("Known keys: dest, event, status, delivery, is; quote a "
                                        "word that holds a colon."));
    }
    return {};
}

/// All terms hold at once, which two of a kind seldom can; nobody shall wonder which one counts.
Result<> refuseRepeatedKeys(const QStringList &terms)
{
    QStringList keys;
    for (const QString &term : terms) {
        const QString key = term.section(u':', 0, 0);
        if (!term.contains(u':'))
            continue;
        if (keys.contains(key))
            return badFilter(term, QStringLiteral("Each key may stand there once."));
        keys.append(key);
    }
    return {};
}

Result<> readLimit(const QString &value, LogQuery &query)
{
    bool isNumber = false;
    query.limit = value.toInt(&isNumber);
    if (!isNumber || query.limit < 1 || query.limit > HighestLimit)
        return invalid(LimitName, QStringLiteral("limit is not a number from 1 to 1000."));
    return {};
}

Result<> readAfter(const QString &value, LogQuery &query)
{
    bool isNumber = false;
    query.before = value.toLongLong(&isNumber);
    if (!isNumber || query.before < 1)
        return invalid(AfterName, QStringLiteral("after is not a cursor."),
                       QStringLiteral("Use what the page before gave as next."));
    return {};
}

Result<LogQuery> readParameters(const QByteArray &text, std::optional<LogKind> kind)
{
    LogQuery query;
    const auto items
        = QUrlQuery(QString::fromUtf8(text).replace(u'+', u' ')).queryItems(QUrl::FullyDecoded);
    QStringList seen;
    for (const auto &[name, value] : items) {
        Result<> read;
        if (seen.contains(name))
            return invalid(name, QStringLiteral("The parameter \"%1\" is there twice.").arg(name));
        seen.append(name);
        if (name == LimitName)
            read = readLimit(value, query);
        else if (name == AfterName)
            read = readAfter(value, query);
        else if (name == FilterName && kind) {
            const QStringList found = terms(value);
            read = refuseRepeatedKeys(found);
            for (const QString &term : found) {
                if (!read)
                    break;
                if (read = readTerm(term, *kind, query); !read)
                    break;
            }
        } else {
            read
                = invalid(name, QStringLiteral("The parameter \"%1\" is not known here.").arg(name),
                          kind ? QStringLiteral("Known: q, limit, after.")
                               : QStringLiteral("Known: limit, after."));
        }
        if (!read)
            return read.error();
    }
    return query;
}

} // namespace

Result<LogQuery> readLogQuery(const QByteArray &query, LogKind kind)
{
    return readParameters(query, kind);
}

Result<LogQuery> readPaging(const QByteArray &query)
{
    return readParameters(query, std::nullopt);
}

} // namespace Core
