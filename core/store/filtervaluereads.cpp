// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filtervaluereads.h"

#include "core/model/trial.h"
#include "core/store/sqlvalue.h"
#include "core/store/storageerror.h"

namespace Core {

namespace {

// Each takes how many of the newest rows are looked at. Rows are counted by what they share before
// anything is joined.
constexpr std::string_view AttemptStatuses
    = "SELECT CAST(status AS TEXT), count(*) FROM (SELECT status FROM attempts ORDER BY id DESC"
      " LIMIT ?) WHERE status > 0 GROUP BY status";
constexpr std::string_view CaptureStatuses
    = "SELECT CAST(status AS TEXT), count(*) FROM (SELECT status FROM captures ORDER BY id DESC"
      " LIMIT ?) GROUP BY status";
// What is asked twice is the settings of those that are registered for a test alone.
constexpr std::string_view DestinationNames
    = "SELECT n.name, r.count FROM (SELECT destination, count(*) AS count FROM"
      " (SELECT destination FROM attempts ORDER BY id DESC LIMIT ?) GROUP BY destination) r"
      " CROSS JOIN destinations n ON n.id = r.destination AND instr(n.settings, ?) = 0"
      " UNION ALL SELECT name, 0 FROM destinations WHERE removed_at IS NULL"
      " AND instr(settings, ?) = 0";
constexpr std::string_view EventTypes
    = "SELECT e.type, count(*) FROM (SELECT delivery FROM attempts ORDER BY id DESC LIMIT ?) r"
      " CROSS JOIN deliveries d ON d.id = r.delivery CROSS JOIN events e ON e.id = d.event"
      " GROUP BY e.type";
constexpr std::string_view Urls
    = "SELECT url, count(*) FROM (SELECT url FROM attempts ORDER BY id DESC LIMIT ?) GROUP BY url";
constexpr std::string_view Bins
    = "SELECT bin, count(*) FROM (SELECT bin FROM captures ORDER BY id DESC LIMIT ?) GROUP BY bin";
constexpr std::string_view Methods
    = "SELECT CAST(method AS TEXT), count(*) FROM (SELECT method FROM captures ORDER BY id DESC"
      " LIMIT ?) GROUP BY method";
constexpr std::string_view AttemptHeaders
    = "SELECT request_headers, response_headers FROM transcripts ORDER BY attempt DESC LIMIT ?";
constexpr std::string_view CaptureHeaders
    = "SELECT c.delivery IS NOT NULL, f.headers FROM capture_contents f"
      " CROSS JOIN captures c ON c.id = f.capture ORDER BY f.capture DESC LIMIT ?";
// A body of more than 64 KiB is not looked through for a list.
constexpr std::string_view EventBodies
    = "SELECT iif(body_bytes <= 65536, body, x'') FROM events ORDER BY id DESC LIMIT ?";
constexpr std::string_view CaptureBodies
    = "SELECT iif(c.body_bytes <= 65536, f.body, x'') FROM captures c"
      " CROSS JOIN capture_contents f ON f.capture = c.id ORDER BY c.id DESC LIMIT ?";

void addCounts(Rows rows, FilterValueCounts &counts)
{
    while (rows.next()) {
        const auto text = rows.take<QString>();
        counts[text] += rows.take<qint64>();
    }
}

void addCounts(Database &database, std::string_view sql, FilterValueCounts &counts)
{
    addCounts(database.select(sql, FilterValueRows), counts);
}

void addDestinations(Database &database, FilterValueCounts &counts)
{
    const auto ofTrials = QStringLiteral("\"events\":[\"%1\"]").arg(TrialSubscription);
    addCounts(database.select(DestinationNames, FilterValueRows, ofTrials, ofTrials), counts);
}

void addHosts(Database &database, FilterValueCounts &counts)
{
    Rows rows = database.select(Urls, FilterValueRows);
    while (rows.next()) {
        const auto url = rows.take<QString>();
        countHost(url, rows.take<qint64>(), counts);
    }
}

void addAttemptHeaders(Database &database, const FilterValuesQuestion &question,
                       FilterValueCounts &counts)
{
    Rows rows = database.select(AttemptHeaders, FilterValueMessages);
    while (rows.next()) {
        countHeaders(question, rows.take<QByteArray>(), Sender::Ourselves, counts);
        countHeaders(question, rows.take<QByteArray>(), Sender::Others, counts);
    }
}

void addCaptureHeaders(Database &database, const FilterValuesQuestion &question,
                       FilterValueCounts &counts)
{
    Rows rows = database.select(CaptureHeaders, FilterValueMessages);
    while (rows.next()) {
        const Sender sender = rows.take<bool>() ? Sender::Ourselves : Sender::Others;
        countHeaders(question, rows.take<QByteArray>(), sender, counts);
    }
}

void addJson(Database &database, std::string_view sql, const FilterValuesQuestion &question,
             FilterValueCounts &counts)
{
    Rows rows = database.select(sql, FilterValueMessages);
    while (rows.next())
        countJson(question, rows.take<QByteArray>(), counts);
}

void addAll(Database &database, const FilterValuesQuestion &question, FilterValueCounts &counts)
{
    switch (question.key) {
    case FilterKey::Status:
        addCounts(database, AttemptStatuses, counts);
        return addCounts(database, CaptureStatuses, counts);
    case FilterKey::DestinationName:
        return addDestinations(database, counts);
    case FilterKey::EventType:
        return addCounts(database, EventTypes, counts);
    case FilterKey::Url:
        return addHosts(database, counts);
    case FilterKey::Bin:
        return addCounts(database, Bins, counts);
    case FilterKey::Method:
        return addCounts(database, Methods, counts);
    case FilterKey::HeaderField:
        addAttemptHeaders(database, question, counts);
        return addCaptureHeaders(database, question, counts);
    case FilterKey::JsonValue:
        addJson(database, EventBodies, question, counts);
        return addJson(database, CaptureBodies, question, counts);
    default:
        return;
    }
}

} // namespace

Result<QList<FilterValue>> readFilterValues(Database &database,
                                            const FilterValuesQuestion &question)
{
    if (!database.isOpen())
        return storageError(QStringLiteral("it is not open"));
    FilterValueCounts counts;
    addAll(database, question, counts);
    return database.settle(mostFrequent(counts));
}

} // namespace Core
