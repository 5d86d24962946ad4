// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/posterworker.h"
#include "tests/trials/hostilecase.h"

#include <QLibraryInfo>
#include <QVersionNumber>

#include <utility>

namespace Core {

using namespace std::chrono_literals;

namespace {

const QByteArray Ok = "HTTP/1.1 200 OK\r\n";
const QByteArray Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";

Answer repeating(const QByteArray &first, const QByteArray &repeated)
{
    Answer answer = Answer::raw(first);
    answer.repeated = repeated;
    return answer;
}

HostileCase keeping(const QString &name, const Answer &answer, const QByteArray &body)
{
    HostileCase hostile = told(name, answer, 200);
    hostile.expected.body = body;
    return hostile;
}

HostileCases longHeaders()
{
    const auto endless
        = [](const QString &name, const QByteArray &first, const QByteArray &repeated) {
              return silent(name, repeating(first, repeated), Failure::NotHttp, Phase::Headers);
          };
    HeaderList many;
    for (int i = 0; i < 10'000; ++i)
        many.append({"X-" + QByteArray::number(i), "v"});
    return {
        endless(QStringLiteral("R4 sends fields without end"), Ok,
                "X-More: " + QByteArray(1'000, 'a') + "\r\n"),
        endless(QStringLiteral("R4 sends a field without end"),
                Ok + "X-Long: ", QByteArray(10'000, 'a')),
        endless(QStringLiteral("R4 sends a status line without end"), "HTTP/1.1 200 ",
                QByteArray(10'000, 'a')),
        endless(QStringLiteral("R4 sends a field's name without end"), Ok, QByteArray(10'000, 'a')),
        told(QStringLiteral("R4 sends 10,000 fields"), Answer::status(200, {}, many), 200),
        told(QStringLiteral("R4 sends a field of 200 KiB"),
             Answer::status(200, {}, {{"X-Long", QByteArray(204'800, 'a')}}), 200),
        told(QStringLiteral("R4 sends 64 fields of 3 KiB"),
             Answer::status(503, {}, HeaderList(64, {"X-Same", QByteArray(3'072, 'a')})), 503),
    };
}

HostileCases liesAboutLength()
{
    const QByteArray kept(PosterWorker::MaxBodyBytes, 'b');
    const QByteArray much(100'000, 'b');
    return {
        keeping(QStringLiteral("R5 sends a body without end"), Answer::endlessBody(), kept),
        keeping(QStringLiteral("R5 sends chunks without end"),
                repeating(Chunked, "1000\r\n" + QByteArray(4096, 'b') + "\r\n"), kept),
        keeping(QStringLiteral("R5 has a length of 2^63"),
                Answer::raw(Ok + "Content-Length: 9223372036854775808\r\n\r\n" + much), kept),
        keeping(QStringLiteral("R5 has a length of 2^64"),
                Answer::raw(Ok + "Content-Length: 18446744073709551616\r\n\r\n" + much), kept),
        told(QStringLiteral("R5 has a negative length"),
             Answer::raw(Ok + "Content-Length: -1\r\n\r\nbody").thenClose(), 200),
        told(QStringLiteral("R5 has a length that is no number"),
             Answer::raw(Ok + "Content-Length: 0x10\r\n\r\nbody").thenClose(), 200),
        told(QStringLiteral("R5 has two lengths"),
             Answer::raw(Ok + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody").thenClose(),
             200),
        told(QStringLiteral("R5 has a length and chunks"),
             Answer::raw(Ok + "Content-Length: 3\r\n" + Chunked.mid(Ok.size())
                         + "4\r\nbody\r\n0\r\n\r\n"),
             200),
        keeping(QStringLiteral("R5 ends before its length"),
                Answer::raw(Ok + "Content-Length: 400000000\r\n\r\nbody").thenClose(), "body"),
        told(QStringLiteral("R5 sends more than its length"),
             Answer::raw(Ok + "Content-Length: 0\r\n\r\n" + Ok + "Content-Length: 0\r\n\r\n"), 200),
        told(QStringLiteral("R5 has a chunk of ffffffffffffffff"),
             Answer::raw(Chunked + "ffffffffffffffff\r\n" + much), 200),
        told(QStringLiteral("R5 has a chunk of 7fffffffffffffff"),
             Answer::raw(Chunked + "7fffffffffffffff\r\n" + much), 200),
        told(QStringLiteral("R5 has a negative chunk"),
             Answer::raw(Chunked + "-5\r\nbody\r\n0\r\n\r\n").thenClose(), 200),
        told(QStringLiteral("R5 has a chunk of 0x10"),
             Answer::raw(Chunked + "0x10\r\nbody\r\n0\r\n\r\n").thenClose(), 200),
        told(QStringLiteral("R5 has a chunk of zz"),
             Answer::raw(Chunked + "zz\r\nbody\r\n0\r\n\r\n").thenClose(), 200),
        keeping(QStringLiteral("R5 leaves out the last chunk"),
                Answer::raw(Chunked + "4\r\nbody\r\n").thenClose(), "body"),
        told(QStringLiteral("R5 extends a chunk by 1 MiB"),
             Answer::raw(Chunked + "4;" + QByteArray(1'048'576, 'e') + "\r\nbody\r\n0\r\n\r\n"),
             200),
        told(QStringLiteral("R5 sends trailers without end"),
             repeating(Chunked + "0\r\n", "X-Trailer: more\r\n"), 200),
        told(QStringLiteral("R5 names an unknown transfer encoding"),
             Answer::raw(Ok + "Transfer-Encoding: cow\r\n\r\nbody").thenClose(), 200),
    };
}

HostileCases packed()
{
    // Without its four bytes of length this is what "deflate" means.
    const QByteArray bomb = qCompress(QByteArray(20'000'000, '\0'), 9).mid(4);
    const QByteArray nested = qCompress(bomb, 9).mid(4);
    const auto encoded = [](const char *name, const QByteArray &encoding, const QByteArray &body) {
        return keeping(QString::fromLatin1(name),
                       Answer::status(200, body, {{"Content-Encoding", encoding}}),
                       body.left(PosterWorker::MaxBodyBytes));
    };
    HostileCases cases{
        encoded("R6 packs 20 MB of zeros", "deflate", bomb),
        encoded("R6 packs them twice", "deflate, deflate", nested),
        encoded("R6 says gzip and means nothing", "gzip", "no gzip at all"),
        encoded("R6 says br and means nothing", "br", QByteArray("\xff\xff\xff\xff", 4)),
        encoded("R6 says zstd and means nothing", "zstd", QByteArray("\x28\xb5\x2f\xfd", 4)),
        encoded("R6 names an encoding of its own", "cow", "moo"),
    };
    cases.front().failsCareless = true;
    return cases;
}

HostileCases oddStatuses()
{
    HostileCases cases;
    const auto notHttp = [&cases](const QByteArray &bytes) {
        const QString shown = QString::fromLatin1(bytes.simplified().left(40));
        HostileCase hostile = silent(QStringLiteral("R7 says \"%1\"").arg(shown),
                                     Answer::raw(bytes + "\r\nContent-Length: 0\r\n\r\n"),
                                     Failure::NotHttp, Phase::Headers);
        cases.append(hostile);
    };
    for (const char *line :
         {"HTTP/1.1 000 None", "HTTP/1.1 099 Low", "HTTP/1.1 20 Short", "HTTP/1.1 -200 OK",
          "HTTP/1.1 20x OK", "HTTP/1.1 2OO OK", "HTTP/1.1 1000 High", "HTTP/1.1 101 Switching",
          "SSH-2.0-OpenSSH_9.2", "220 mail.example ESMTP", "+OK POP3 ready", "<html>200 OK</html>",
          "ICY 200 OK", "HTTP/1.1", "HTTP/x.y 200 OK"})
        notHttp(line);
    notHttp(QByteArray("\0\0\x12\4\0\0\0\0\0\0\3\0\0\0\x80\0\4\0\1\0\0", 21));
    notHttp(QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7));
    for (const int status : {200, 204, 205, 206, 226, 299, 300, 304, 305, 400, 404,
                             408, 410, 418, 425, 429, 499, 500, 503, 599, 600, 999})
        cases.append(told(QStringLiteral("R7 R13 answers %1 with a body").arg(status),
                          Answer::status(status, "body"), status));
    cases.append(
        told(QStringLiteral("R7 leaves out the reason"), Answer::raw("HTTP/1.1 204\r\n\r\n"), 204));
    cases.append(told(QStringLiteral("R7 ends its lines by LF alone"),
                      Answer::raw("HTTP/1.1 204 OK\nContent-Length: 0\n\n"), 204));
    cases.append(told(QStringLiteral("R7 speaks HTTP/1.0"),
                      Answer::raw("HTTP/1.0 200 OK\r\n\r\nbody").thenClose(), 200));
    HostileCase banner = silent(QStringLiteral("R7 talks first, as mail servers do"),
                                Answer::raw("220 mail.example ESMTP\r\n"));
    banner.kind = HostileCase::Kind::Talking;
    banner.expected.posts = 0;
    banner.isSecondPostAnswered = false;
    cases.append(banner);
    return cases;
}

HostileCases interimAnswers()
{
    const bool isSkipped = QLibraryInfo::version() >= QVersionNumber(6, 8);
    const Answer hints = Answer::status(204).withInterim(103);
    const auto interimOnly = [](const char *name, const QByteArray &line) {
        return silent(QString::fromLatin1(name), repeating({}, line + "\r\n\r\n"), Failure::NotHttp,
                      Phase::Headers);
    };
    const Answer low = Answer::raw("HTTP/1.1 199 Low\r\nContent-Length: 0\r\n\r\n");
    Answer storm = Answer::status(201);
    storm.bytes.prepend(QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(10'000));
    return {
        told(QStringLiteral("R7 says 10,000 times 100, then 201"), storm, 201),
        interimOnly("R7 says 100 without end", "HTTP/1.1 100 Continue"),
        interimOnly("R7 says 103 without end", "HTTP/1.1 103 Early Hints"),
        silent(QStringLiteral("R7 says 100 and closes"),
               Answer::raw("HTTP/1.1 100 Continue\r\n\r\n").thenClose(),
               Failure::ClosedWithoutAnswer, Phase::Headers),
        isSkipped ? told(QStringLiteral("R7 says 103, then 204"), hints, 204)
                  : silent(QStringLiteral("R7 says 103, then 204"), hints, Failure::NotHttp,
                           Phase::Headers),
        silent(QStringLiteral("R7 says 199 and no more"), low,
               isSkipped ? Failure::TimedOut : Failure::NotHttp, Phase::Headers),
    };
}

HostileCases waits()
{
    const QList<std::pair<const char *, std::optional<Milliseconds>>> wishes{
        {"0", 0ms},
        {"7", 7s},
        {"-1", {}},
        {"1e9", {}},
        {"NaN", {}},
        {"", {}},
        {"7.5", {}},
        {"86401", 24h},
        {"1000000000", 24h},
        {"99999999999999999999", 24h},
        {"Fri, 31 Dec 1999 23:59:59 GMT", 0ms},
        {"Fri, 31 Dec 9999 23:59:59 GMT", 24h},
        {"Tue, 99 Foo 2030 00:00:00 GMT", {}},
    };
    HostileCases cases;
    for (const auto &[text, pause] : wishes) {
        HostileCase hostile
            = told(QStringLiteral("R12 asks to wait \"%1\"").arg(QLatin1String(text)),
                   Answer::status(503, {}, {{"Retry-After", text}}), 503);
        hostile.expected.retryAfter = pause;
        cases.append(hostile);
    }
    HostileCase digits
        = told(QStringLiteral("R12 asks to wait for 400 digits"),
               Answer::status(429, {}, {{"Retry-After", QByteArray(400, '9')}}), 429);
    digits.expected.retryAfter = 24h;
    cases.append(digits);
    for (const auto &[first, second] : {std::pair("1", "2"), std::pair("2", "1")}) {
        HostileCase twice
            = told(QStringLiteral("R12 asks for %1, and for %2")
                       .arg(QLatin1String(first), QLatin1String(second)),
                   Answer::status(503, {}, {{"Retry-After", first}, {"Retry-After", second}}), 503);
        twice.expected.retryAfter = 2s;
        cases.append(twice);
    }
    return cases;
}

HostileCases poisonedText()
{
    HostileCases cases;
    const QList<std::pair<const char *, QByteArray>> texts{
        {"HTML", "<img src=x onerror=alert(1)><script>alert(1)</script>"},
        {"escapes of a terminal", "\x1b]0;owned\x07\x1b[2J\x1b[31m"},
        {"overrides of direction", QByteArray::fromHex("e280aee281a6d790")},
        {"NUL", QByteArray("a\0b", 3)},
        {"broken UTF-8", "\xff\xfe\xc3\x28\xed\xa0\x80"},
    };
    for (const auto &[what, text] : texts) {
        cases.append(keeping(QStringLiteral("R17 has %1 in its body").arg(QLatin1String(what)),
                             Answer::status(200, text), text));
        cases.append(told(QStringLiteral("R17 has %1 in a header").arg(QLatin1String(what)),
                          Answer::status(200, {}, {{"X-Text", text}}), 200));
    }
    const QByteArray line(1'048'576, 'x');
    cases.append(keeping(QStringLiteral("R17 has a line of 1 MiB"), Answer::status(200, line),
                         line.left(PosterWorker::MaxBodyBytes)));
    return cases;
}

} // namespace

HostileCases answerCases()
{
    return longHeaders() + liesAboutLength() + packed() + oddStatuses() + interimAnswers() + waits()
        + poisonedText();
}

} // namespace Core
