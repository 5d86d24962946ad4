// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/testreceiver.h"
#include "tests/trials/bodymaker.h"
#include "tests/trials/judges.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QMap>
#include <QTest>
#include <QTimer>

using namespace Core;

namespace {

constexpr int TextsBetweenBytes = 3;
constexpr int PatienceMs = 30'000;

/// The controls are mistakes that receivers make.
enum class Mistake {
    None,
    Rewriting, ///< parses what came and judges what it wrote anew
    Prefix, ///< compares no more than the beginning of a signature
};

const QStringList Controls{QStringLiteral("rewriting"), QStringLiteral("prefix")};

Mistake mistakeOf(const TrialOptions &options)
{
    if (!options.isControl)
        return Mistake::None;
    return options.control == 0 ? Mistake::Rewriting : Mistake::Prefix;
}

/// A scheme, who judges it, and which header holds the signature.
struct Scheme
{
    QString name;
    /// The vendors' own. Each of them reads a body as text, also when it is given bytes.
    QStringList judges;
    QStringList byteJudges; ///< that take every byte as it is
    QByteArray header;
    bool signsWithOld = true; ///< the secret before the present one signs along
    QString id{}; ///< of its destination
    QStringList keys{}; ///< what the judges are given, the present one first
};

QList<Scheme> allSchemes()
{
    return {
        {QStringLiteral("standard"),
         {QStringLiteral("standardwebhooks"), QStringLiteral("svix")},
         {QStringLiteral("hmac")},
         "webhook-signature"},
        // No vendor's package verifies "v1a"; @noble/ed25519 does, and shares no code with OpenSSL.
        {QStringLiteral("standard-ed25519"), {}, {QStringLiteral("ed25519")}, "webhook-signature"},
        {QStringLiteral("github"),
         {QStringLiteral("github")},
         {QStringLiteral("hmac")},
         "x-hub-signature-256",
         false},
        {QStringLiteral("stripe"),
         {QStringLiteral("stripe")},
         {QStringLiteral("hmac")},
         "stripe-signature"}};
}

/// Who is asked, about which scheme, with which key.
struct Question
{
    QString judge;
    QString scheme;
    QString key;
};

/// Asks the judges, one question a line.
class Court final
{
    Q_DISABLE_COPY_MOVE(Court)

public:
    Court()
    {
        m_node.setWorkingDirectory(judgesFolder());
        m_node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_node.start(QStringLiteral("node"), {QStringLiteral("judge.mjs")});
    }
    ~Court()
    {
        m_node.closeWriteChannel();
        m_node.waitForFinished();
    }

    /// What is said of a request: "accepted", or why not. Meanwhile events go on, so that nobody
    /// waits for the receiver's answer as long as for that of a court.
    QByteArray judge(const Question &asked, const HeaderList &headers, const QByteArray &body)
    {
        QJsonObject fields;
        for (const Header &header : headers)
            fields.insert(QString::fromLatin1(header.name.toLower()),
                          QString::fromLatin1(header.value));
        const QJsonObject question{{QStringLiteral("judge"), asked.judge},
                                   {QStringLiteral("scheme"), asked.scheme},
                                   {QStringLiteral("key"), asked.key},
                                   {QStringLiteral("headers"), fields},
                                   {QStringLiteral("body"), QString::fromLatin1(body.toBase64())}};
        m_node.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        return waitForLine() ? m_node.readLine().trimmed()
                             : "no answer: " + m_node.errorString().toUtf8();
    }

private:
    bool waitForLine()
    {
        QEventLoop loop;
        QTimer patience;
        patience.setSingleShot(true);
        QObject::connect(&m_node, &QProcess::readyRead, &loop, &QEventLoop::quit);
        QObject::connect(&m_node, &QProcess::finished, &loop, &QEventLoop::quit);
        QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
        patience.start(PatienceMs);
        while (!m_node.canReadLine() && patience.isActive()
               && m_node.state() != QProcess::NotRunning)
            loop.exec();
        return m_node.canReadLine();
    }

    QProcess m_node;
};

/// The whole trial: the program, its receiver, the judges, and what was counted.
class Trial final
{
    Q_DISABLE_COPY_MOVE(Trial)

public:
    explicit Trial(const TrialOptions &options)
        : m_options(options)
        , m_bodies(options.seed)
    {
    }

    bool start()
    {
        if (!m_receiver.start() || !m_program.start({NoHeartbeat}))
            return false;
        for (Scheme &scheme : m_schemes)
            registerFor(scheme);
        return true;
    }

    void run()
    {
        for (int i = 0; i < m_options.count; ++i) {
            if (i == m_options.count / 2)
                rotate();
            publish(m_bodies.nextText());
            if (i % TextsBetweenBytes == 0)
                publish(m_bodies.nextBytes());
        }
        if (!m_options.isControl)
            demandAllJudged();
    }

    const QStringList &faults() const { return m_faults; }
    QStringList summary() const
    {
        QStringList lines{QStringLiteral("%1 verdicts on %2 deliveries, %3 MiB; %4 faults")
                              .arg(m_verdicts)
                              .arg(m_deliveries)
                              .arg(m_bytes / BodyMaker::LargestBody)
                              .arg(m_faults.size())};
        for (auto it = m_judged.constBegin(); it != m_judged.constEnd(); ++it)
            lines.append(QStringLiteral("%1 judged %2 bodies").arg(it.key()).arg(it.value()));
        return lines;
    }

private:
    void registerFor(Scheme &scheme)
    {
        const QJsonObject wanted{
            {QStringLiteral("name"), scheme.name},
            {QStringLiteral("destination"), m_receiver.url(u'/' + scheme.name)},
            {QStringLiteral("signature"), scheme.name}};
        const QJsonObject made = httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks")),
                                          QJsonDocument(wanted).toJson())
                                     .json();
        scheme.id = made[u"id"].toString();
        learnKey(scheme, httpCall("GET", urlOf(scheme, QStringLiteral("secret"))));
    }

    QString urlOf(const Scheme &scheme, const QString &what) const
    {
        return m_program.apiUrl(QStringLiteral("/webhooks/%1/%2").arg(scheme.id, what));
    }

    /// The key for the judges is the secret, or the public half of it.
    void learnKey(Scheme &scheme, const HttpAnswer &answer)
    {
        const QJsonObject secret = answer.json();
        const QJsonValue publicKey = secret[u"publicKey"];
        const QString key
            = publicKey.isString() ? publicKey.toString() : secret[u"secret"].toString();
        if (key.isEmpty() || scheme.keys.contains(key))
            fault(QStringLiteral("%1 has no key of its own").arg(scheme.name));
        scheme.keys.prepend(key);
    }

    /// In the middle of it all, every secret is followed by another, and signs along for a while.
    void rotate()
    {
        for (Scheme &scheme : m_schemes)
            learnKey(scheme,
                     httpCall("POST", urlOf(scheme, QStringLiteral("rotate-secret")),
                              R"({"overlap":"24h"})"));
    }

    /// Every judge of every scheme, the vendors' as well, must have had so many bodies.
    void demandAllJudged()
    {
        for (const Scheme &scheme : std::as_const(m_schemes)) {
            for (const QString &judge : scheme.judges + scheme.byteJudges) {
                const int judged = m_judged.value(inWords(judge, scheme));
                if (judged < m_options.count)
                    fault(QStringLiteral("%1 judged %2 bodies of %3")
                              .arg(inWords(judge, scheme))
                              .arg(judged)
                              .arg(m_options.count));
            }
        }
    }

    static QString inWords(const QString &judge, const Scheme &scheme)
    {
        const QString who = scheme.judges.contains(judge) ? QStringLiteral("the vendor's verifier")
                                                          : QStringLiteral("a plain verifier");
        return QStringLiteral("%1: %2, %3").arg(scheme.name, who, judge);
    }

    void publish(const Body &body)
    {
        m_receiver.forgetRequests();
        const HttpAnswer answer = httpCall(
            "POST", m_program.apiUrl(QStringLiteral("/events/trial.signed")), body.bytes);
        if (answer.status != 202)
            return fault(QStringLiteral("publishing answered %1").arg(answer.status));
        const auto all = m_schemes.size();
        if (!QTest::qWaitFor([&] { return m_receiver.requests().size() >= all; }, PatienceMs))
            return fault(QStringLiteral("not all destinations were reached"));
        const QList<ReceivedRequest> requests = m_receiver.requests();
        for (const ReceivedRequest &request : requests)
            judge(request, body);
    }

    void judge(const ReceivedRequest &request, const Body &published)
    {
        const auto scheme
            = std::find_if(m_schemes.cbegin(), m_schemes.cend(), [&](const Scheme &one) {
                  return request.target == '/' + one.name.toLatin1();
              });
        if (scheme == m_schemes.cend() || request.body != published.bytes)
            return fault(QStringLiteral("a delivery is not what was published"));
        ++m_deliveries;
        m_bytes += request.body.size();
        for (const QString &judge : judgesOf(*scheme, published)) {
            ++m_judged[inWords(judge, *scheme)];
            for (const QString &key : scheme->keys)
                judgeWith({judge, scheme->name, key}, *scheme, request);
        }
    }

    QStringList judgesOf(const Scheme &scheme, const Body &body) const
    {
        if (mistakeOf(m_options) == Mistake::Prefix && scheme.byteJudges.contains(u"hmac"))
            return {QStringLiteral("prefix")};
        return body.isText ? scheme.judges + scheme.byteJudges : scheme.byteJudges;
    }

    void judgeWith(const Question &question, const Scheme &scheme, const ReceivedRequest &request)
    {
        const bool isPresent = question.key == scheme.keys.constFirst();
        const HeaderList &headers = request.headers;
        expect(isPresent || scheme.signsWithOld, question, headers, receivedOf(request.body));
        expect(false, question, headers,
               request.body.isEmpty() ? QByteArray("x") : m_bodies.spoilt(request.body));
        // Of two signatures the other one would still be right.
        if (scheme.keys.size() == 1 || !scheme.signsWithOld)
            expect(false, question, withSpoilt(scheme.header, headers), request.body);
        if (scheme.header == "webhook-signature")
            expect(false, question, withSpoilt("webhook-id", headers), request.body);
    }

    QByteArray receivedOf(const QByteArray &body) const
    {
        return mistakeOf(m_options) == Mistake::Rewriting ? QJsonDocument::fromJson(body).toJson()
                                                          : body;
    }

    HeaderList withSpoilt(const QByteArray &name, HeaderList headers)
    {
        for (Header &header : headers) {
            if (header.name.toLower() == name)
                header.value = m_bodies.spoilt(header.value);
        }
        return headers;
    }

    void expect(bool isAccepted, const Question &question, const HeaderList &headers,
                const QByteArray &body)
    {
        const QByteArray verdict = m_court.judge(question, headers, body);
        ++m_verdicts;
        const bool isAsWanted
            = isAccepted ? verdict == "accepted" : verdict.startsWith("refused: ");
        if (!isAsWanted)
            fault(QStringLiteral("%1 of %2 says \"%3\" to a body of %4 bytes that is %5")
                      .arg(question.judge, question.scheme, QString::fromUtf8(verdict))
                      .arg(body.size())
                      .arg(isAccepted ? u"right" : u"spoilt"));
    }

    void fault(const QString &what) { m_faults.append(what); }

    TrialOptions m_options;
    BodyMaker m_bodies;
    Court m_court;
    TestReceiver m_receiver;
    Program m_program;
    QList<Scheme> m_schemes = allSchemes();
    QStringList m_faults;
    QMap<QString, int> m_judged; ///< bodies, by judge and scheme
    int m_verdicts = 0;
    int m_deliveries = 0;
    qint64 m_bytes = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Has live deliveries under every signature scheme judged by the verifiers "
                       "that receivers use: each must be accepted as it came, and refused with one "
                       "bit of its body, signature or id turned over; half of them while the "
                       "secrets of before sign along. So many bodies are text, which is all that "
                       "vendors' verifiers take; those of bytes come on top. The controls are "
                       "receivers' mistakes."),
        QStringLiteral("bodies"), 100, Controls);
    if (!installJudges()) {
        printLine(QStringLiteral("skipped: npm could not install the judges"));
        return Skipped;
    }
    Trial trial(options);
    if (!trial.start()) {
        printLine(QStringLiteral("the program did not start"));
        return 1;
    }
    trial.run();
    printLine(QStringLiteral("verifiers: %1 bodies that are text, others that are not")
                  .arg(options.count));
    for (const QString &line : trial.summary())
        printLine(line);
    printFaults(trial.faults());
    return conclude(options, trial.faults().isEmpty());
}
