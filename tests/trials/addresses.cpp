// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/addresspolicy.h"
#include "core/model/destinationurl.h"
#include "tests/trials/addressmaker.h"
#include "tests/trials/differences.h"
#include "tests/trials/judges.h"
#include "tests/trials/spellings.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Core;

namespace {

constexpr quint16 ApiPort = 8090;
constexpr quint16 OtherPort = 80;
constexpr int LeastShareRead = 4; // one spelling of so many
constexpr int AddressesOfASpelling = 5; // so many addresses are judged for one spelling by chance

/// A judge of addresses, and the command that asks it.
struct Judge
{
    QLatin1StringView name;
    QString program;
    QStringList arguments;
};

QList<Judge> judgesOfAddresses()
{
    const QLatin1StringView python("addresses.py");
    const QLatin1StringView ipaddr("addresses.mjs");
    return {{python, QStringLiteral("python3"), {QStringLiteral("-I"), python}},
            {ipaddr, QStringLiteral("node"), {ipaddr}}};
}

QString inWords(Reach reach)
{
    switch (reach) {
    case Reach::Nowhere:
        return QStringLiteral("nowhere");
    case Reach::Desktop:
        return QStringLiteral("desktop");
    case Reach::Everywhere:
        break;
    }
    return QStringLiteral("everywhere");
}

/// What is printed of \a text, which may hold anything.
QString shown(const QString &text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

/// The host of a URL as one comparable text: addresses in one spelling, names in small letters.
QString comparable(QString host)
{
    if (host.startsWith(u'['))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address(host);
    return address.isNull() ? host.toLower() : address.toString();
}

/// The whole trial: the policies of both profiles, the judges, and what was counted.
class Trial final
{
    Q_DISABLE_COPY_MOVE(Trial)

public:
    explicit Trial(const TrialOptions &options)
        : m_options(options)
    {
        m_server.own = {{QHostAddress(QHostAddress::LocalHost), ApiPort}};
        m_desktop.own = m_server.own;
        // The control's server forgets that it is one.
        m_server.profile = options.isControl ? Profile::Desktop : Profile::Server;
    }

    void run()
    {
        judgeAddresses();
        judgeSpellings();
    }

    const QStringList &faults() const { return m_faults; }
    QStringList summary() const;

private:
    void judgeAddresses();
    Reach reachOf(const QHostAddress &address);
    void compare(const Judge &judge, const QHostAddress &address, Reach ours,
                 const QByteArray &answer);

    void judgeSpellings();
    QList<Spelling> spellingsByChance() const;
    void judgeSpelling(const Spelling &spelling, const QString &browsers);
    void demandRefusal(const Spelling &spelling, const QString &host);

    void fault(const QString &what) { m_faults.append(what); }

    TrialOptions m_options;
    AddressPolicy m_server;
    AddressPolicy m_desktop;
    QList<Difference> m_differences = differences();
    QList<int> m_excused = QList<int>(m_differences.size(), 0);
    QStringList m_faults;
    qsizetype m_addresses = 0;
    qsizetype m_verdicts = 0;
    qsizetype m_spellings = 0;
    qsizetype m_byChance = 0;
    int m_refused = 0;
    int m_read = 0; ///< spellings that Hookpost takes for an address or a name
};

QStringList Trial::summary() const
{
    QStringList lines{
        QStringLiteral("%1 addresses, %2 verdicts of judges; %3 spellings and %4 by chance, of "
                       "which %5 are refused and %6 read as a browser reads them; %7 faults")
            .arg(m_addresses)
            .arg(m_verdicts)
            .arg(m_spellings)
            .arg(m_byChance)
            .arg(m_refused)
            .arg(m_read)
            .arg(m_faults.size())};
    for (qsizetype i = 0; i < m_differences.size(); ++i)
        lines.append(QStringLiteral("%1 times on purpose: %2: %3")
                         .arg(m_excused.at(i), 7)
                         .arg(m_differences.at(i).ranges, m_differences.at(i).reason));
    return lines;
}

void Trial::judgeAddresses()
{
    AddressMaker maker(m_options.seed);
    QList<QHostAddress> addresses = AddressMaker::boundaries();
    while (addresses.size() < m_options.count)
        addresses.append(maker.next());
    m_addresses = addresses.size();
    QList<QByteArray> lines;
    QList<Reach> ours;
    for (const QHostAddress &address : std::as_const(addresses)) {
        lines.append(address.toString().toLatin1());
        ours.append(reachOf(address));
    }
    for (const Judge &judge : judgesOfAddresses()) {
        const QList<QByteArray> answers = askJudge(judge.program, judge.arguments, lines);
        if (answers.isEmpty())
            fault(QStringLiteral("%1 gave no answer").arg(judge.name));
        for (qsizetype i = 0; i < answers.size(); ++i)
            compare(judge, addresses.at(i), ours.at(i), answers.at(i));
    }
}

Reach Trial::reachOf(const QHostAddress &address)
{
    const bool onServer = m_server.judge(address, OtherPort).has_value();
    const bool onDesktop = m_desktop.judge(address, OtherPort).has_value();
    if (onServer && !onDesktop)
        fault(QStringLiteral("%1 is open to servers alone").arg(address.toString()));
    if (onServer)
        return Reach::Everywhere;
    return onDesktop ? Reach::Desktop : Reach::Nowhere;
}

void Trial::compare(const Judge &judge, const QHostAddress &address, Reach ours,
                    const QByteArray &answer)
{
    ++m_verdicts;
    const QList<QByteArray> words = answer.split(' ');
    const QHostAddress judged(QString::fromLatin1(words.value(1)));
    std::optional<Reach> theirs;
    for (const Reach reach : {Reach::Nowhere, Reach::Desktop, Reach::Everywhere}) {
        if (words.first() == inWords(reach).toLatin1())
            theirs = reach;
    }
    if (!theirs || judged.isNull())
        return fault(QStringLiteral("%1 says \"%2\"").arg(judge.name, QLatin1String(answer)));
    if (*theirs == ours)
        return;
    const auto found
        = std::find_if(m_differences.cbegin(), m_differences.cend(), [&](const Difference &one) {
              return ours == Reach::Nowhere && one.excuses(judge.name, judged, *theirs);
          });
    if (found != m_differences.cend())
        ++m_excused[std::distance(m_differences.cbegin(), found)];
    else
        fault(QStringLiteral("%1 is reached from %2, but %3 says %4")
                  .arg(address.toString(), inWords(ours), judge.name, inWords(*theirs)));
}

QList<Spelling> Trial::spellingsByChance() const
{
    AddressMaker maker(m_options.seed + 1);
    QRandomGenerator random(m_options.seed);
    QList<Spelling> made;
    while (made.size() < m_options.count / AddressesOfASpelling) {
        const QHostAddress address = maker.next();
        if (address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        made.append({QStringLiteral("http://%1/").arg(spellingByChance(address, random)),
                     Spelling::Blocked::WhenResolved, address});
    }
    return made;
}

void Trial::judgeSpellings()
{
    QList<Spelling> all = spellings(ApiPort);
    m_spellings = all.size();
    all += spellingsByChance();
    m_byChance = all.size() - m_spellings;
    QList<QByteArray> lines;
    for (const Spelling &spelling : std::as_const(all))
        lines.append(shown(spelling.url).toUtf8());
    const QList<QByteArray> answers
        = askJudge(QStringLiteral("node"), {QStringLiteral("urls.mjs")}, lines);
    if (answers.isEmpty())
        fault(QStringLiteral("urls.mjs gave no answer"));
    for (qsizetype i = 0; i < answers.size(); ++i)
        judgeSpelling(all.at(i), QString::fromUtf8(answers.at(i)));
    if (m_read < all.size() / LeastShareRead)
        fault(QStringLiteral("hardly a spelling is read, so that little has been judged"));
}

/// What Hookpost takes for a URL must lead where a browser goes with it, and what leads to a
/// blocked target must be refused.
void Trial::judgeSpelling(const Spelling &spelling, const QString &browsers)
{
    const Result<QUrl> url = destinationUrl(spelling.url);
    if (!url) {
        ++m_refused;
        return;
    }
    ++m_read;
    const QString host = comparable(url->host(QUrl::FullyEncoded));
    if (host != comparable(browsers))
        fault(QStringLiteral("%1 is read as %2, but a browser calls %3")
                  .arg(shown(spelling.url), host, browsers));
    demandRefusal(spelling, host);
}

void Trial::demandRefusal(const Spelling &spelling, const QString &host)
{
    using Blocked = Spelling::Blocked;
    const bool isRefusedOnServer = !m_server.judge(spelling.url).has_value();
    const bool isRefusedOnDesktop = !m_desktop.judge(spelling.url).has_value();
    if (spelling.blocked != Blocked::WhenResolved) {
        if (!isRefusedOnServer)
            fault(QStringLiteral("%1 may be registered at a server").arg(shown(spelling.url)));
        if (spelling.blocked == Blocked::Always && !isRefusedOnDesktop)
            fault(QStringLiteral("%1 may be registered").arg(shown(spelling.url)));
        return;
    }
    // An address is judged at once, a name by what it turns out to be.
    const QHostAddress literal(host);
    const QHostAddress &reached = literal.isNull() ? spelling.resolved : literal;
    const bool isOpen = m_server.judge(reached, OtherPort).has_value();
    if (literal.isNull() && isOpen)
        fault(QStringLiteral("what %1 turns out to be is open").arg(shown(spelling.url)));
    if (!literal.isNull() && isRefusedOnServer == isOpen)
        fault(QStringLiteral("%1 is not judged as %2").arg(shown(spelling.url), host));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Has addresses and spellings of addresses judged by the policy and by "
                       "programs of others: what is open to whom, and where a URL leads."),
        QStringLiteral("count"), 5000);
    if (!installJudges()) {
        printLine(QStringLiteral("skipped: npm could not install the judges"));
        return Skipped;
    }
    QElapsedTimer timer;
    timer.start();
    Trial trial(options);
    trial.run();
    printLine(QStringLiteral("addresses: %1 ms").arg(timer.elapsed()));
    for (const QString &line : trial.summary())
        printLine(line);
    printFaults(trial.faults());
    return conclude(options, trial.faults().isEmpty());
}
