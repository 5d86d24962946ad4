// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilecase.h"

namespace Core {

using namespace std::chrono_literals;

namespace {

/// A name of its own for each case, which is looked up.
HostileCase named(const QString &what, const QString &name, const QStringList &addresses)
{
    HostileCase hostile = told(QStringLiteral("R11 %1").arg(what), Answer::status(200), 200);
    hostile.url = QStringLiteral("http://%1:{port}/hook").arg(name);
    hostile.addresses = addresses;
    return hostile;
}

HostileCase withoutAddress(const QString &what, const QString &name, AttemptOutcome outcome,
                           Failure failure)
{
    HostileCase hostile = named(what, name, {});
    hostile.expected = {};
    hostile.expected.outcome = outcome;
    hostile.expected.failure = failure;
    hostile.expected.phase = Phase::LookUp;
    hostile.expected.posts = 0;
    hostile.isSecondPostAnswered = false;
    return hostile;
}

HostileCases lookUps()
{
    const QString good = QStringLiteral("127.0.0.1");
    HostileCase unknown
        = withoutAddress(QStringLiteral("does not exist"), QStringLiteral("none.example"),
                         AttemptOutcome::Temporary, Failure::NameNotFound);
    unknown.lookUpError = QHostInfo::HostNotFound;
    HostileCase broken
        = withoutAddress(QStringLiteral("has a broken resolver"), QStringLiteral("broken.example"),
                         AttemptOutcome::Temporary, Failure::LookUpFailed);
    broken.lookUpError = QHostInfo::UnknownError;
    HostileCase late
        = withoutAddress(QStringLiteral("is never found"), QStringLiteral("late.example"),
                         AttemptOutcome::Temporary, Failure::TimedOut);
    late.timeout = 1s;
    HostileCase blocked = withoutAddress(QStringLiteral("has blocked addresses alone"),
                                         QStringLiteral("blocked.example"), AttemptOutcome::Failed,
                                         Failure::AddressRefused);
    blocked.addresses = {QStringLiteral("169.254.169.254"), QStringLiteral("0.0.0.0"),
                         QStringLiteral("224.0.0.1"), QStringLiteral("fe80::1"),
                         QStringLiteral("::ffff:169.254.169.254")};
    QStringList thousand;
    for (int i = 0; i < 999; ++i)
        thousand.append(QStringLiteral("127.0.%1.%2").arg(1 + i / 250).arg(1 + i % 250));
    const QString longest
        = QStringList(4, QString(60, u'a')).join(u'.') + QStringLiteral(".example");
    return {unknown,
            broken,
            late,
            blocked,
            named(QStringLiteral("has a thousand addresses"), QStringLiteral("many.example"),
                  thousand + QStringList{good}),
            named(QStringLiteral("mixes good and blocked addresses"),
                  QStringLiteral("mixed.example"),
                  {QStringLiteral("169.254.169.254"), QStringLiteral("255.255.255.255"), good}),
            named(QStringLiteral("has a first address that refuses"),
                  QStringLiteral("second.example"), {QStringLiteral("127.0.0.9"), good}),
            named(QStringLiteral("has an international name"),
                  QStringLiteral("b\u00fccher.example"), {good}),
            named(QStringLiteral("has a name with a trailing dot"), QStringLiteral("dot.example."),
                  {good}),
            named(QStringLiteral("has a very long name"), longest, {good})};
}

/// Hookpost's own API under other names.
HostileCases ownAddress()
{
    HostileCases cases;
    for (const char *host :
         {"127.0.0.1", "localhost", "LOCALHOST", "localhost.", "api.localhost", "127.1", "0x7f.1",
          "2130706433", "017700000001", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]",
          "[0:0:0:0:0:0:0:1]", "127.0.0.2", "self.example"}) {
        HostileCase own
            = withoutAddress(QString(), {}, AttemptOutcome::Failed, Failure::AddressRefused);
        own.name = QStringLiteral("R16 is our own API as %1").arg(QLatin1String(host));
        own.url = QStringLiteral("http://%1:{api}/webhooks").arg(QLatin1String(host));
        own.expected.phase = {};
        if (own.url.contains(u"self.example"))
            own.addresses = QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
        cases.append(own);
    }
    return cases;
}

} // namespace

HostileCases addressCases()
{
    return lookUps() + ownAddress();
}

} // namespace Core
