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
#include <QSet>

#include <algorithm>

using namespace Core;

namespace {

constexpr quint16 ApiPort = 8090;
constexpr quint16 OtherPort = 80;
constexpr int LeastShareRead = 4; // one spelling of so many
constexpr int AddressesOfASpelling = 5; // so many addresses are judged for one spelling by chance

const QStringList Controls{QStringLiteral("profile"), QStringLiteral("reading")};

/// The controls are mistakes that a program like this could make.
enum class Mistake {
    None,
    Profile, ///< a server that forgets that it is one
    Reading, ///< takes for the host what QUrl makes of any text
};

Mistake mistakeOf(const TrialOptions &options)
{
    if (!options.isControl)
        return Mistake::None;
    return options.control == 0 ? Mistake::Profile : Mistake::Reading;
}

/// A judge of addresses or URLs, and the command that asks it.
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

/// Two that read by the standard of browsers, written by different people, and one that knows
/// nothing of it.
QList<Judge> judgesOfUrls()
{
    const QString urls = QStringLiteral("urls.mjs");
    const QLatin1StringView node("node");
    const QLatin1StringView package("whatwg-url");
    return {{node, QStringLiteral("node"), {urls, node}},
            {package, QStringLiteral("node"), {urls, package}},
            {QLatin1StringView("C library"),
             QStringLiteral("python3"),
             {QStringLiteral("-I"), QStringLiteral("urls.py")}}};
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

/// Whether judges have different hosts in mind; what one calls a name may be any.
bool isContested(const QStringList &answers)
{
    QSet<QString> hosts;
    for (const QString &answer : answers) {
        if (answer != u"name")
            hosts.insert(comparable(answer));
    }
    return hosts.size() > 1;
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
        m_server.profile
            = mistakeOf(options) == Mistake::Profile ? Profile::Desktop : Profile::Server;
    }

    void run()
    {
        judgeAddresses();
        judgeSpellings();
    }

    const QStringList &faults() const { return m_faults; }
    QStringList summary() const;

    /// Whether nothing was found; to a control, whether somebody found nothing who should have.
    bool isKept() const;

private:
    void judgeAddresses();
    Reach reachOf(const QHostAddress &address);
    void compare(const Judge &judge, const QHostAddress &address, Reach ours,
                 const QByteArray &answer);

    void judgeSpellings();
    QList<Spelling> spellingsByChance() const;
    Result<QUrl> urlOf(const QString &text) const;
    void judgeSpelling(const Spelling &spelling, const QStringList &answers);
    bool compareReading(const Judge &judge, const Spelling &spelling, const QString &ours,
                        const QString &answer);
    void demandRefusal(const Spelling &spelling, const QString &host);

    void fault(const QString &what) { m_faults.append(what); }
    void fault(const Judge &judge, const QString &what)
    {
        m_blamers.insert(judge.name);
        fault(what);
    }

    TrialOptions m_options;
    AddressPolicy m_server;
    AddressPolicy m_desktop;
    QList<Difference> m_differences = differences();
    QList<int> m_excused = QList<int>(m_differences.size(), 0);
    QList<ReadingDifference> m_readingDifferences = readingDifferences();
    QList<int> m_excusedReadings = QList<int>(m_readingDifferences.size(), 0);
    QList<int> m_judged = QList<int>(judgesOfUrls().size(), 0); ///< spellings, by judge
    QList<int> m_alike = m_judged; ///< that the judge reads as Hookpost does
    QStringList m_faults;
    QSet<QString> m_blamers; ///< judges that found faults
    qsizetype m_addresses = 0;
    qsizetype m_verdicts = 0;
    qsizetype m_spellings = 0;
    qsizetype m_byChance = 0;
    int m_refused = 0;
    int m_contested = 0; ///< of them, about which judges differ
    int m_read = 0; ///< spellings that Hookpost takes for an address or a name
};

QStringList Trial::summary() const
{
    QStringList lines{
        QStringLiteral("%1 addresses, %2 verdicts of judges; %3 spellings and %4 by chance, of "
                       "which %5 are refused, %6 of them while judges differ, and %7 are read; "
                       "%8 faults")
            .arg(m_addresses)
            .arg(m_verdicts)
            .arg(m_spellings)
            .arg(m_byChance)
            .arg(m_refused)
            .arg(m_contested)
            .arg(m_read)
            .arg(m_faults.size())};
    const QList<Judge> judges = judgesOfUrls();
    for (qsizetype i = 0; i < judges.size(); ++i)
        lines.append(
            QStringLiteral("%1 judged %2 spellings, and reads %3 of those that are read as "
                           "Hookpost reads them")
                .arg(judges.at(i).name)
                .arg(m_judged.at(i))
                .arg(m_alike.at(i)));
    for (qsizetype i = 0; i < m_differences.size(); ++i)
        lines.append(QStringLiteral("%1 times on purpose: %2: %3")
                         .arg(m_excused.at(i), 7)
                         .arg(m_differences.at(i).ranges, m_differences.at(i).reason));
    for (qsizetype i = 0; i < m_readingDifferences.size(); ++i)
        lines.append(QStringLiteral("%1 times on purpose: %2")
                         .arg(m_excusedReadings.at(i), 7)
                         .arg(m_readingDifferences.at(i).reason));
    return lines;
}

bool Trial::isKept() const
{
    if (!m_options.isControl)
        return m_faults.isEmpty();
    const QList<Judge> judges
        = mistakeOf(m_options) == Mistake::Profile ? judgesOfAddresses() : judgesOfUrls();
    return std::any_of(judges.begin(), judges.end(),
                       [this](const Judge &judge) { return !m_blamers.contains(judge.name); });
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
        return fault(judge,
                     QStringLiteral("%1 says \"%2\"").arg(judge.name, QLatin1String(answer)));
    if (*theirs == ours)
        return;
    const auto found
        = std::find_if(m_differences.cbegin(), m_differences.cend(), [&](const Difference &one) {
              return ours == Reach::Nowhere && one.excuses(judge.name, judged, *theirs);
          });
    if (found != m_differences.cend())
        ++m_excused[std::distance(m_differences.cbegin(), found)];
    else
        fault(judge,
              QStringLiteral("%1 is reached from %2, but %3 says %4")
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
    QList<QStringList> answers(all.size());
    const QList<Judge> judges = judgesOfUrls();
    for (const Judge &judge : judges) {
        const QList<QByteArray> given = askJudge(judge.program, judge.arguments, lines);
        if (given.isEmpty())
            return fault(QStringLiteral("%1 gave no answer").arg(judge.name));
        for (qsizetype i = 0; i < given.size(); ++i)
            answers[i].append(QString::fromUtf8(given.at(i)));
    }
    for (qsizetype i = 0; i < all.size(); ++i)
        judgeSpelling(all.at(i), answers.at(i));
    if (m_read < all.size() / LeastShareRead)
        fault(QStringLiteral("hardly a spelling is read, so that little has been judged"));
}

Result<QUrl> Trial::urlOf(const QString &text) const
{
    if (mistakeOf(m_options) != Mistake::Reading)
        return destinationUrl(text);
    const QUrl url(text);
    if (!url.isValid() || url.host().isEmpty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("This is no URL."), {}, {}};
    return url;
}

/// What Hookpost takes for a URL must lead where every judge goes with it, so that one about which
/// judges differ is refused; and what leads to a blocked target must be refused.
void Trial::judgeSpelling(const Spelling &spelling, const QStringList &answers)
{
    const QList<Judge> judges = judgesOfUrls();
    const Result<QUrl> url = urlOf(spelling.url);
    const QString host = url ? comparable(url->host(QUrl::FullyEncoded)) : QString();
    for (qsizetype i = 0; i < judges.size(); ++i) {
        ++m_judged[i];
        if (url && compareReading(judges.at(i), spelling, host, comparable(answers.at(i))))
            ++m_alike[i];
    }
    if (!url) {
        ++m_refused;
        m_contested += isContested(answers) ? 1 : 0;
        return;
    }
    ++m_read;
    demandRefusal(spelling, host);
}

/// Whether they read the same; the C library says no more of a name than that it is one.
bool Trial::compareReading(const Judge &judge, const Spelling &spelling, const QString &ours,
                           const QString &answer)
{
    if (ours == answer || (QHostAddress(ours).isNull() && answer == u"name"))
        return true;
    const auto found = std::find_if(m_readingDifferences.cbegin(), m_readingDifferences.cend(),
                                    [&](const ReadingDifference &one) {
                                        return one.excuses(judge.name, spelling.url, answer);
                                    });
    if (found != m_readingDifferences.cend())
        ++m_excusedReadings[std::distance(m_readingDifferences.cbegin(), found)];
    else
        fault(judge,
              QStringLiteral("%1 is read as %2, but %3 says %4")
                  .arg(shown(spelling.url), ours, judge.name, answer));
    return false;
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
        QStringLiteral(
            "Has addresses and spellings of addresses judged by the policy and by "
            "programs of others: what is open to whom, and where a URL leads. The controls "
            "forget what a server may not do, or read URLs without care; each judge of "
            "that must tell."),
        QStringLiteral("count"), 5000, Controls);
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
    return conclude(options, trial.isKept());
}
