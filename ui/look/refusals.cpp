// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/refusals.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace Gui {

namespace {

/// What the core says when it refuses something, so that it is found by whoever translates.
constexpr std::array Refusals{
    // Of a filter.
    QT_TRANSLATE_NOOP("Refusals", "The filter is too long."),
    QT_TRANSLATE_NOOP("Refusals", "Keep it within %1 characters."),
    QT_TRANSLATE_NOOP("Refusals", "This parenthesis closes what was never opened."),
    QT_TRANSLATE_NOOP("Refusals", "Remove it, or quote it to look for it."),
    QT_TRANSLATE_NOOP("Refusals", "A term is missing here."),
    QT_TRANSLATE_NOOP("Refusals", "Write a word or key:value; quote \"or\" to look for that word."),
    QT_TRANSLATE_NOOP("Refusals", "A minus stands right before what it leaves out."),
    QT_TRANSLATE_NOOP("Refusals", "Write -is:heartbeat; quote a minus to look for it."),
    QT_TRANSLATE_NOOP("Refusals", "Parentheses are nested too deep."),
    QT_TRANSLATE_NOOP("Refusals", "Write it with fewer of them."),
    QT_TRANSLATE_NOOP("Refusals", "This parenthesis is not closed."),
    QT_TRANSLATE_NOOP("Refusals", "Write ) behind what belongs together."),
    QT_TRANSLATE_NOOP("Refusals", "The filter has too many terms."),
    QT_TRANSLATE_NOOP("Refusals", "Keep it to %1."),
    QT_TRANSLATE_NOOP("Refusals", "There is no key \"%1\"."),
    QT_TRANSLATE_NOOP("Refusals", "Known keys: %1. Quote a word that holds a colon."),
    QT_TRANSLATE_NOOP("Refusals", "The header's name is missing here."),
    QT_TRANSLATE_NOOP("Refusals", "A name on the way to the value is missing here."),
    QT_TRANSLATE_NOOP("Refusals", "A colon is missing here."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Write header.content-type:json, or json.data.amount:>100; \"*\" asks "
                      "whether it is there."),
    QT_TRANSLATE_NOOP("Refusals", "This quote is not closed."),
    QT_TRANSLATE_NOOP("Refusals", "Write \" behind it; \\\" stands for a quote itself."),
    QT_TRANSLATE_NOOP("Refusals", "This regular expression is not closed."),
    QT_TRANSLATE_NOOP("Refusals", "Write / behind it, or quote a path."),
    QT_TRANSLATE_NOOP("Refusals", "Something follows right behind this regular expression."),
    QT_TRANSLATE_NOOP("Refusals", "Put a blank behind it; quote a path, as in url:\"/v1/orders\"."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not an HTTP status."),
    QT_TRANSLATE_NOOP("Refusals", "Write status:503, status:5xx or status:>=400."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not the number of a try."),
    QT_TRANSLATE_NOOP("Refusals", "Write try:1 or try:>1."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a length of time."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a size."),
    QT_TRANSLATE_NOOP("Refusals", "The unit is missing."),
    QT_TRANSLATE_NOOP("Refusals", "Write time:>500ms, with ms, s, m, h or d."),
    QT_TRANSLATE_NOOP("Refusals", "Write size:>1mb, with b, kb, mb or gb."),
    QT_TRANSLATE_NOOP("Refusals", "%1 does not take \"%2\"."),
    QT_TRANSLATE_NOOP("Refusals", "Write one of %1."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is neither a length of time nor a moment."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Write since:10m, since:2026-11-28 or since:2026-11-28T14:30:00Z."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not an id."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Write the id of an attempt, a capture, a delivery or an event, such as id:att_42."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a delivery's id."),
    QT_TRANSLATE_NOOP("Refusals", "Write delivery:dlv_42."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a pattern of event types."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Write event:invoice.paid, event:invoice.* or a regular expression between slashes."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a number."),
    QT_TRANSLATE_NOOP("Refusals", "Compare with a number, as in json.amount:>100."),
    QT_TRANSLATE_NOOP("Refusals", "The regular expression is empty."),
    QT_TRANSLATE_NOOP("Refusals", "The regular expression is not right: %1."),
    QT_TRANSLATE_NOOP("Refusals", "Correct it, or quote the text to look for it as it stands."),
    QT_TRANSLATE_NOOP("Refusals", "A value is missing here."),
    QT_TRANSLATE_NOOP("Refusals", "Write a word, or key:value."),
    QT_TRANSLATE_NOOP("Refusals", "Write one right behind the colon."),
    QT_TRANSLATE_NOOP("Refusals", "%1 takes no regular expression."),
    QT_TRANSLATE_NOOP(
        "Refusals", "Regular expressions look into text: url:, body:, header.NAME: and the like."),
    // Of a destination.
    QT_TRANSLATE_NOOP("Refusals", "The name is missing."),
    QT_TRANSLATE_NOOP("Refusals", "Give 1 to 200 characters, such as \"joe\"."),
    QT_TRANSLATE_NOOP("Refusals", "The name is longer than 200 characters."),
    QT_TRANSLATE_NOOP("Refusals", "The name holds half a character."),
    QT_TRANSLATE_NOOP("Refusals", "The name holds a control character."),
    QT_TRANSLATE_NOOP("Refusals", "There are more than 100 patterns of events."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a pattern of event types."),
    QT_TRANSLATE_NOOP("Refusals", "Write \"*\", \"invoice.*\" or \"invoice.paid\"."),
    QT_TRANSLATE_NOOP("Refusals", "There are more than 64 headers."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not the name of a header."),
    QT_TRANSLATE_NOOP("Refusals", "Use letters, digits and hyphens, such as X-Team."),
    QT_TRANSLATE_NOOP("Refusals", "The header %1 is set by Hookpost or by HTTP itself."),
    QT_TRANSLATE_NOOP("Refusals", "Leave it out, or choose another name."),
    QT_TRANSLATE_NOOP("Refusals",
                      "The value of the header %1 holds a line end or another control character."),
    QT_TRANSLATE_NOOP("Refusals", "The value of the header %1 is not UTF-8."),
    QT_TRANSLATE_NOOP("Refusals", "The header %1 is longer than 8 KiB."),
    QT_TRANSLATE_NOOP("Refusals", "The timeout lies outside 1s to 60s: %1."),
    QT_TRANSLATE_NOOP("Refusals", "The heartbeat lies outside 1s to 7d: %1."),
    QT_TRANSLATE_NOOP("Refusals", "Write a pause such as \"5s\", or \"off\"."),
    QT_TRANSLATE_NOOP("Refusals", "There are more than 50 retry pauses."),
    QT_TRANSLATE_NOOP("Refusals", "A retry pause is longer than 7d: %1."),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be tried again on request."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Name statuses among 408, 425 and 429; 5xx always is tried again."),
    QT_TRANSLATE_NOOP("Refusals", "The concurrency lies outside 1 to 6: %1."),
    QT_TRANSLATE_NOOP("Refusals", "The rate limit lies outside 1 to 100000: %1."),
    QT_TRANSLATE_NOOP("Refusals", "The description is longer than 2,000 characters."),
    QT_TRANSLATE_NOOP("Refusals", "The destination's URL is missing."),
    QT_TRANSLATE_NOOP("Refusals", "Give one such as https://example.com/hook."),
    QT_TRANSLATE_NOOP("Refusals", "The URL is longer than 2,048 bytes."),
    QT_TRANSLATE_NOOP("Refusals", "The URL holds a blank, a backslash or an invisible character."),
    QT_TRANSLATE_NOOP("Refusals", "Write it percent-encoded, a blank as %20, or leave it out."),
    QT_TRANSLATE_NOOP("Refusals", "The URL must begin with http:// or https://."),
    QT_TRANSLATE_NOOP("Refusals", "The URL must not name a network interface."),
    QT_TRANSLATE_NOOP("Refusals", "The URL has no host."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is neither an address nor a name."),
    QT_TRANSLATE_NOOP("Refusals", "This is not a valid URL."),
    QT_TRANSLATE_NOOP("Refusals", "Percent-encode what a URL may not hold."),
    QT_TRANSLATE_NOOP("Refusals", "The URL must not hold a user name or password."),
    QT_TRANSLATE_NOOP("Refusals", "Send credentials as a header of the destination."),
    QT_TRANSLATE_NOOP("Refusals", "The URL must not have a fragment (#...)."),
    QT_TRANSLATE_NOOP("Refusals", "Leave out everything from # on."),
    QT_TRANSLATE_NOOP("Refusals", "The port must be from 1 to 65535."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Port %1 belongs to another protocol than HTTP; no browser sends to it either."),
    QT_TRANSLATE_NOOP("Refusals", "Let the receiver listen on another port, such as 8080."),
    // Of an address.
    QT_TRANSLATE_NOOP("Refusals", "There is no address to send to."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is %2; Hookpost never sends to such an address."),
    QT_TRANSLATE_NOOP("Refusals", "Give the address or the name of the receiver itself."),
    QT_TRANSLATE_NOOP("Refusals", "%1, port %2 is Hookpost's own API; it would call itself."),
    QT_TRANSLATE_NOOP("Refusals", "Give the address or the port of the receiver."),
    QT_TRANSLATE_NOOP("Refusals",
                      "%1 is %2, which a server does not send to unless it is told to."),
    QT_TRANSLATE_NOOP("Refusals", "Start Hookpost with --allow-destination %1 to allow it."),
    QT_TRANSLATE_NOOP("Refusals", "%1 (which leads to %2)"),
    QT_TRANSLATE_NOOP("Refusals", "an unspecified address"),
    QT_TRANSLATE_NOOP("Refusals", "a link-local address"),
    QT_TRANSLATE_NOOP("Refusals", "a cloud metadata address"),
    QT_TRANSLATE_NOOP("Refusals", "a reserved address"),
    QT_TRANSLATE_NOOP("Refusals", "a multicast address"),
    QT_TRANSLATE_NOOP("Refusals", "the broadcast address"),
    QT_TRANSLATE_NOOP("Refusals", "a private address"),
    QT_TRANSLATE_NOOP("Refusals", "an address of a provider's shared network"),
    QT_TRANSLATE_NOOP("Refusals", "a loopback address"),
    // Of a secret.
    QT_TRANSLATE_NOOP("Refusals", "The secret has no or more than 256 bytes."),
    QT_TRANSLATE_NOOP("Refusals", "The secret is not \"whsec_\" and 24 to 64 bytes in base64."),
    QT_TRANSLATE_NOOP("Refusals",
                      "The secret is not \"whsk_\" and an ed25519 key pair of 64 bytes in base64."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Leave it out to have one made; for a destination that has one, POST "
                      "/webhooks/{id}/rotate-secret makes another."),
    QT_TRANSLATE_NOOP("Refusals", "The destination's secret cannot sign by %1."),
    QT_TRANSLATE_NOOP("Refusals", "The overlap is longer than 30 days."),
    QT_TRANSLATE_NOOP("Refusals", "The destination has that secret already."),
    // Of what a person asked for.
    QT_TRANSLATE_NOOP("Refusals", "Hookpost is not running."),
    QT_TRANSLATE_NOOP("Refusals", "Hookpost is stopping."),
    QT_TRANSLATE_NOOP("Refusals", "The destination is gone."),
    QT_TRANSLATE_NOOP("Refusals", "A chosen destination is gone."),
    QT_TRANSLATE_NOOP("Refusals", "There is no destination %1."),
    QT_TRANSLATE_NOOP("Refusals", "There is no delivery %1."),
    QT_TRANSLATE_NOOP("Refusals", "There is no attempt %1."),
    QT_TRANSLATE_NOOP("Refusals", "There is no capture %1."),
    QT_TRANSLATE_NOOP("Refusals", "There is no event %1."),
    QT_TRANSLATE_NOOP("Refusals", "Another destination named %1 has that URL already."),
    QT_TRANSLATE_NOOP("Refusals", "The destination %1 has not been removed."),
    QT_TRANSLATE_NOOP("Refusals", "The delivery %1 does not wait any more."),
    QT_TRANSLATE_NOOP("Refusals", "The body of the event %1 is not kept any more."),
    QT_TRANSLATE_NOOP("Refusals",
                      "The delivery %1 is a heartbeat's: the next one comes by itself."),
    QT_TRANSLATE_NOOP("Refusals", "The delivery %1 has not ended: it is sent by itself."),
    QT_TRANSLATE_NOOP("Refusals", "Cancel it first, or wait for its end."),
    QT_TRANSLATE_NOOP("Refusals", "The delivery %1 was a success."),
    QT_TRANSLATE_NOOP("Refusals", "The note is longer than 2000 characters."),
    QT_TRANSLATE_NOOP("Refusals", "The note holds half a character."),
    QT_TRANSLATE_NOOP("Refusals", "The body has more than %1 bytes."),
    QT_TRANSLATE_NOOP("Refusals", "--max-body allows larger ones."),
    QT_TRANSLATE_NOOP("Refusals", "The content type is missing or cannot stand in a header."),
    QT_TRANSLATE_NOOP("Refusals", "A test of this name and URL waits for its answer already."),
    QT_TRANSLATE_NOOP("Refusals", "Try again when it has come."),
    QT_TRANSLATE_NOOP("Refusals", "Nothing is sent while dispatching is paused."),
    QT_TRANSLATE_NOOP("Refusals", "Resume it, and try again."),
    QT_TRANSLATE_NOOP("Refusals", "The type is missing."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not an event type."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Use letters, digits, _ and - in parts joined by full stops, such as "
                      "invoice.paid; up to 128 characters."),
    // Of a file of destinations.
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Expected is {\"data\": [...]}, as GET /webhooks answers, or one body of POST /webhooks."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not an object."),
    QT_TRANSLATE_NOOP("Refusals", "The file holds bytes that are not UTF-8."),
    QT_TRANSLATE_NOOP("Refusals", "data is not a list."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not known here."),
    QT_TRANSLATE_NOOP("Refusals", "The list goes on in a page that the file does not hold."),
    QT_TRANSLATE_NOOP("Refusals", "GET /webhooks?limit=1000 answers with more at once."),
    QT_TRANSLATE_NOOP("Refusals", "secret is not a string."),
    QT_TRANSLATE_NOOP("Refusals", "The file cannot be written: %1."),
    QT_TRANSLATE_NOOP("Refusals", "The file cannot be read: %1."),
    QT_TRANSLATE_NOOP("Refusals", "The file has more than 16 MiB."),
    QT_TRANSLATE_NOOP("Refusals", "The file has this name with this URL twice."),
    QT_TRANSLATE_NOOP("Refusals", "The destination's secret, which stays, cannot sign by %1."),
    QT_TRANSLATE_NOOP("Refusals", "\"%1\" is not a setting of a destination."),
    QT_TRANSLATE_NOOP("Refusals", "Check its spelling, or leave it out."),
    // Of storing.
    QT_TRANSLATE_NOOP("Refusals", "There is no room left on the disk; nothing more can be stored."),
    QT_TRANSLATE_NOOP("Refusals", "Free some space; storing goes on by itself."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "The disk is almost full; what room is left is kept for the deliveries under way."),
    QT_TRANSLATE_NOOP("Refusals", "Free some space; new work is taken again by itself."),
    QT_TRANSLATE_NOOP("Refusals", "The database cannot be used: %1."),
    QT_TRANSLATE_NOOP("Refusals",
                      "It was left as it is. In its directory, \"mv hookpost.db* $(mktemp -d "
                      "damaged-XXXX)\" lays it aside; then start Hookpost again. \"sqlite3 "
                      "damaged-*/hookpost.db .dump\" writes out what can be read."),
    QT_TRANSLATE_NOOP("Refusals",
                      "Put back a copy of the database. Without one, \"mv hookpost.db* $(mktemp -d "
                      "damaged-XXXX)\" in that directory lays the log aside; then start Hookpost "
                      "again."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged or not a database"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged: it has been emptied"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is gone, though its write-ahead log is there"),
    QT_TRANSLATE_NOOP("Refusals", "%1 belongs to another program"),
    QT_TRANSLATE_NOOP("Refusals", "%1 belongs to somebody else"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a plain file"),
    QT_TRANSLATE_NOOP("Refusals", "Move it elsewhere, or choose another data directory."),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be made (%2)"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be written (%2)"),
    QT_TRANSLATE_NOOP("Refusals", "Make it writable."),
    QT_TRANSLATE_NOOP("Refusals", "The search was broken off."),
    QT_TRANSLATE_NOOP("Refusals", "another program has locked it"),
    QT_TRANSLATE_NOOP("Refusals", "End that program; storing goes on by itself."),
    QT_TRANSLATE_NOOP("Refusals", "its file or directory cannot be written"),
    QT_TRANSLATE_NOOP("Refusals", "Make it writable; storing goes on by itself."),
    QT_TRANSLATE_NOOP("Refusals", "its files cannot be opened"),
    QT_TRANSLATE_NOOP("Refusals", "Look at the directory's permissions and its disk."),
    QT_TRANSLATE_NOOP("Refusals", "Look at the disk; storing goes on by itself."),
    QT_TRANSLATE_NOOP("Refusals", "its file system has no shared memory"),
    QT_TRANSLATE_NOOP("Refusals", "its file was moved or removed"),
    QT_TRANSLATE_NOOP("Refusals", "Put it back, or start Hookpost again."),
    QT_TRANSLATE_NOOP("Refusals", "another program has changed its file"),
    QT_TRANSLATE_NOOP("Refusals", "Start Hookpost again."),
    QT_TRANSLATE_NOOP("Refusals", "its write-ahead log was moved or removed"),
    QT_TRANSLATE_NOOP("Refusals", "Put it back, or end Hookpost in order and start it again."),
    QT_TRANSLATE_NOOP("Refusals", "it is not open"),
    QT_TRANSLATE_NOOP("Refusals", "The directory %1 cannot be used: %2."),
    QT_TRANSLATE_NOOP("Refusals", "Another Hookpost uses the directory %1."),
    QT_TRANSLATE_NOOP("Refusals", "Another Hookpost (process %1) uses the directory %2."),
    QT_TRANSLATE_NOOP("Refusals", "Stop it, or start with another --data-dir."),
    QT_TRANSLATE_NOOP("Refusals", "Its HTTP interface is at %1."),
    QT_TRANSLATE_NOOP("Refusals", "it is not a directory"),
    QT_TRANSLATE_NOOP("Refusals", "it belongs to somebody else"),
    QT_TRANSLATE_NOOP("Refusals", "everybody may write into it"),
    QT_TRANSLATE_NOOP(
        "Refusals", "The database was written by a newer Hookpost (schema %1, this one knows %2)."),
    QT_TRANSLATE_NOOP("Refusals", "Start the newer version, or choose another data directory."),
    // Of a call of the interface.
    QT_TRANSLATE_NOOP("Refusals", "A web page may not call this interface."),
    QT_TRANSLATE_NOOP("Refusals", "Call it from a program or with curl, without Origin."),
    QT_TRANSLATE_NOOP("Refusals", "Call it from a program or with curl."),
    QT_TRANSLATE_NOOP("Refusals", "The body has two content types."),
    QT_TRANSLATE_NOOP("Refusals", "Send one of them."),
    QT_TRANSLATE_NOOP("Refusals", "A body that is encoded is not taken."),
    QT_TRANSLATE_NOOP("Refusals", "Send it as it is, without Content-Encoding."),
    QT_TRANSLATE_NOOP("Refusals", "The body has no content type."),
    QT_TRANSLATE_NOOP("Refusals", "A body of %1 is not taken, since any web page could send one."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Name another type, for example --header 'content-type: application/octet-stream'."),
    QT_TRANSLATE_NOOP("Refusals", "The body is not announced as JSON."),
    QT_TRANSLATE_NOOP("Refusals", "Add --header 'content-type: application/json' to curl."),
    QT_TRANSLATE_NOOP("Refusals", "This interface is not called by that host name."),
    QT_TRANSLATE_NOOP("Refusals", "A request needs exactly one Host field."),
    QT_TRANSLATE_NOOP("Refusals", "Use http://%1."),
    QT_TRANSLATE_NOOP("Refusals", "There is nothing at this path."),
    QT_TRANSLATE_NOOP("Refusals", "This is the port of the built-in receiver."),
    QT_TRANSLATE_NOOP("Refusals", "Send to /v1/webhooks/ and a name of your choice."),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Send to /v1/webhooks/ and a name of your choice, or call the HTTP interface at %1."),
    QT_TRANSLATE_NOOP("Refusals", "This path does not know this method."),
    QT_TRANSLATE_NOOP("Refusals", "The body is larger than the %1 bytes that are taken here."),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a string."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not true or false."),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a duration."),
    QT_TRANSLATE_NOOP("Refusals", "Write it as \"5s\", \"30m\", \"24h\" or \"2d\"."),
    QT_TRANSLATE_NOOP("Refusals", "data is missing."),
    QT_TRANSLATE_NOOP("Refusals", "Give any JSON value; it is delivered as it stands here."),
    QT_TRANSLATE_NOOP("Refusals", "No destination has the id or name \"%1\"."),
    QT_TRANSLATE_NOOP("Refusals", "GET /webhooks lists them."),
};

/// A sentence of the core that holds a value.
struct RefusalPattern
{
    const char *source;
    QRegularExpression expression;
};

const QRegularExpression &placeInPattern()
{
    static const QRegularExpression Place(QStringLiteral("%[1-9](?![0-9])"));
    return Place;
}

RefusalPattern patternOf(const char *source)
{
    const QStringList parts = QString::fromUtf8(source).split(placeInPattern());
    QStringList escaped;
    for (const QString &part : parts)
        escaped.append(QRegularExpression::escape(part));
    return {source,
            QRegularExpression(
                QRegularExpression::anchoredPattern(escaped.join(QLatin1StringView("(.+)"))),
                QRegularExpression::DotMatchesEverythingOption)};
}

/// The more is said besides the values, the surer it is that it is meant.
const std::vector<RefusalPattern> &patterns()
{
    static const std::vector<RefusalPattern> Patterns = [] {
        std::vector<RefusalPattern> made;
        for (const char *const source : Refusals) {
            if (QString::fromUtf8(source).contains(placeInPattern()))
                made.push_back(patternOf(source));
        }
        std::stable_sort(made.begin(), made.end(), [](const auto &one, const auto &other) {
            return qstrlen(one.source) > qstrlen(other.source);
        });
        return made;
    }();
    return Patterns;
}

const char *wholeRefusal(const QString &text)
{
    static const QHash<QString, const char *> Whole = [] {
        QHash<QString, const char *> made;
        for (const char *const source : Refusals)
            made.insert(QString::fromUtf8(source), source);
        return made;
    }();
    return Whole.value(text, nullptr);
}

std::optional<QString> translated(const QString &text)
{
    if (const char *const source = wholeRefusal(text))
        return QCoreApplication::translate("Refusals", source);
    for (const RefusalPattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(text);
        if (!match.hasMatch())
            continue;
        QString words = QCoreApplication::translate("Refusals", pattern.source);
        const QString first = spokenRefusal(match.captured(1));
        return match.lastCapturedIndex() == 1 ? words.arg(first)
                                              : words.arg(first, spokenRefusal(match.captured(2)));
    }
    return std::nullopt;
}

} // namespace

QString spokenRefusal(const QString &text)
{
    static const QLatin1StringView Between{". "};
    for (qsizetype end = text.indexOf(Between); end >= 0; end = text.indexOf(Between, end + 1)) {
        if (const auto first = translated(text.left(end + 1)))
            return *first + u' ' + spokenRefusal(text.mid(end + Between.size()));
    }
    return translated(text).value_or(text);
}

QString spoken(const Core::Error &error)
{
    const QString sentence = spokenRefusal(error.sentence);
    return error.hint.isEmpty() ? sentence : sentence + u' ' + spokenRefusal(error.hint);
}

QStringList knownRefusals()
{
    QStringList known;
    for (const char *const source : Refusals)
        known.append(QString::fromUtf8(source));
    return known;
}

} // namespace Gui
