// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilecase.h"

namespace Core {

namespace {

HostileCase leading(int status, const QByteArray &place)
{
    const QString shown = QString::fromLatin1(place.left(40));
    return told(QStringLiteral("R8 answers %1 to %2").arg(status).arg(shown),
                Answer::redirect(status, place), status);
}

HostileCases redirects()
{
    HostileCases cases;
    for (const int status : {301, 302, 303, 305, 307, 308}) {
        HostileCase trap = leading(status, "http://127.0.0.1:{trap}/");
        // Qt asks nobody when a 305 or, with a body, a 300 leads elsewhere.
        trap.failsCareless = status != 305;
        cases.append(trap);
        cases.append(leading(status, "/hook"));
    }
    for (const char *place :
         {"//127.0.0.1:{trap}/", "/chain/1", "http://169.254.169.254/latest",
          "http://127.0.0.1:{api}/webhooks", "file:///etc/passwd", "data:text/plain,hello",
          "ftp://127.0.0.1:{trap}/", "javascript:alert(1)", "", "http://[", "\x01\x02"})
        cases.append(leading(307, place));
    cases.append(told(QStringLiteral("R8 answers 302 without a place"), Answer::status(302), 302));
    cases.append(leading(302, "/" + QByteArray(200'000, 'a')));
    return cases;
}

} // namespace

HostileCases temptationCases()
{
    HostileCases cases = redirects();
    for (const char *scheme : {"Basic realm=x", "Digest realm=x, nonce=y, qop=auth", "NTLM",
                               "Negotiate", "Bearer realm=x", "Cow moo=1", ""}) {
        cases.append(told(QStringLiteral("R9 asks for a password: %1").arg(QLatin1String(scheme)),
                          Answer::status(401, "no", {{"WWW-Authenticate", scheme}}), 401));
        cases.append(told(QStringLiteral("R9 asks as a proxy: %1").arg(QLatin1String(scheme)),
                          Answer::status(407, "no", {{"Proxy-Authenticate", scheme}}), 407));
    }
    // Qt keeps no header at all of an answer with more than a hundred.
    HeaderList cookies;
    for (int i = 0; i < 50; ++i)
        cookies.append({"Set-Cookie", "c" + QByteArray::number(i) + "=1; Path=/"});
    HostileCase flood
        = told(QStringLiteral("R9 sets 50 cookies"), Answer::status(200, {}, cookies), 200);
    flood.failsCareless = true;
    cases.append(flood);
    cases.append(told(QStringLiteral("R9 asks for TLS from now on"),
                      Answer::status(200, {}, {{"Strict-Transport-Security", "max-age=99"}}), 200));
    cases.append(told(QStringLiteral("R9 offers another service"),
                      Answer::status(200, {}, {{"Alt-Svc", "h2=\"127.0.0.1:{trap}\"; ma=99"}}),
                      200));
    cases.append(told(QStringLiteral("R9 asks to load again elsewhere"),
                      Answer::status(200, {}, {{"Refresh", "0; url=http://127.0.0.1:{trap}/"}}),
                      200));
    cases.append(told(QStringLiteral("R9 asks to upgrade"),
                      Answer::status(426, {}, {{"Upgrade", "h2c"}, {"Connection", "Upgrade"}}),
                      426));
    return cases;
}

} // namespace Core
