// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpcall.h"
#include "tests/support/program.h"
#include "tests/support/testreceiver.h"
#include "tests/trials/judges.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Core;

namespace {

constexpr int LargestBody = 1024 * 1024;
constexpr int PatienceMs = 30'000;

/// A scheme, who judges it, and which header holds the signature.
struct Scheme
{
    QString name;
    QStringList judges;
    QByteArray header;
    QString key; ///< what the judges are given
};

QList<Scheme> allSchemes()
{
    return {
        {QStringLiteral("standard"),
         {QStringLiteral("standardwebhooks"), QStringLiteral("svix")},
         "webhook-signature",
         {}},
        {QStringLiteral("standard-ed25519"), {QStringLiteral("ed25519")}, "webhook-signature", {}},
        {QStringLiteral("github"), {QStringLiteral("github")}, "x-hub-signature-256", {}},
        {QStringLiteral("stripe"), {QStringLiteral("stripe")}, "stripe-signature", {}}};
}

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

    /// What \a judge says of a request: "accepted", or why not.
    QByteArray judge(const QString &judge, const QString &key, const HeaderList &headers,
                     const QByteArray &body)
    {
        QJsonObject fields;
        for (const Header &header : headers)
            fields.insert(QString::fromLatin1(header.name.toLower()),
                          QString::fromLatin1(header.value));
        const QJsonObject question{{QStringLiteral("judge"), judge},
                                   {QStringLiteral("key"), key},
                                   {QStringLiteral("headers"), fields},
                                   {QStringLiteral("body"), QString::fromLatin1(body.toBase64())}};
        m_node.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        while (!m_node.canReadLine()) {
            if (!m_node.waitForReadyRead(PatienceMs))
                return "no answer: " + m_node.errorString().toUtf8();
        }
        return m_node.readLine().trimmed();
    }

private:
    QProcess m_node;
};

/// Makes JSON of every size and of every kind of character, the same for the same seed.
class BodyMaker final
{
public:
    explicit BodyMaker(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray next()
    {
        const double size = std::pow(LargestBody, m_random.generateDouble());
        QByteArray body = "{\"n\": " + QByteArray::number(m_random.generate64()) + R"(,  "s":")";
        while (body.size() < static_cast<qsizetype>(size) - 2)
            body += character();
        return body + "\"}";
    }

    /// \a bytes with one bit turned over.
    QByteArray spoilt(QByteArray bytes)
    {
        const auto at = static_cast<qsizetype>(m_random.bounded(quint64(bytes.size())));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << m_random.bounded(7)));
        return bytes;
    }

private:
    QByteArray character()
    {
        const auto code = static_cast<char32_t>(m_random.bounded(4) == 0
                                                    ? 0xa0 + m_random.bounded(0xd800 - 0xa0)
                                                    : ' ' + m_random.bounded('~' - ' '));
        const bool isPlain = code != '"' && code != '\\';
        return isPlain ? QString::fromUcs4(&code, 1).toUtf8() : QByteArray("\\\"");
    }

    QRandomGenerator m_random;
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
            scheme.key = registerFor(scheme);
        return true;
    }

    void run()
    {
        for (int i = 0; i < m_options.count; ++i)
            publish(m_bodies.next());
    }

    const QStringList &faults() const { return m_faults; }
    QString summary() const
    {
        return QStringLiteral("%1 verdicts on %2 deliveries, %3 MiB; %4 faults")
            .arg(m_verdicts)
            .arg(m_deliveries)
            .arg(m_bytes / LargestBody)
            .arg(m_faults.size());
    }

private:
    /// Returns the key for the judges: the secret, or the public half of it.
    QString registerFor(const Scheme &scheme)
    {
        const QJsonObject wanted{
            {QStringLiteral("name"), scheme.name},
            {QStringLiteral("destination"), m_receiver.url(u'/' + scheme.name)},
            {QStringLiteral("signature"), scheme.name}};
        const QJsonObject made = httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks")),
                                          QJsonDocument(wanted).toJson())
                                     .json();
        const QString path = QStringLiteral("/webhooks/%1/secret").arg(made[u"id"].toString());
        const QJsonObject secret = httpCall("GET", m_program.apiUrl(path)).json();
        const QJsonValue publicKey = secret[u"publicKey"];
        return publicKey.isString() ? publicKey.toString() : secret[u"secret"].toString();
    }

    void publish(const QByteArray &body)
    {
        const qsizetype before = m_receiver.requests().size();
        const HttpAnswer answer
            = httpCall("POST", m_program.apiUrl(QStringLiteral("/events/trial.signed")), body);
        if (answer.status != 202)
            return fault(QStringLiteral("publishing answered %1").arg(answer.status));
        const auto all = before + m_schemes.size();
        if (!QTest::qWaitFor([&] { return m_receiver.requests().size() >= all; }, PatienceMs))
            return fault(QStringLiteral("not all destinations were reached"));
        for (qsizetype i = before; i < all; ++i)
            judge(m_receiver.requests().at(i), body);
    }

    void judge(const ReceivedRequest &request, const QByteArray &published)
    {
        const auto scheme
            = std::find_if(m_schemes.cbegin(), m_schemes.cend(), [&](const Scheme &one) {
                  return request.target == '/' + one.name.toLatin1();
              });
        if (scheme == m_schemes.cend() || request.body != published)
            return fault(QStringLiteral("a delivery is not what was published"));
        ++m_deliveries;
        m_bytes += request.body.size();
        for (const QString &judge : scheme->judges) {
            expect(true, judge, *scheme, request.headers, receivedOf(request.body));
            expect(false, judge, *scheme, request.headers, m_bodies.spoilt(request.body));
            expect(false, judge, *scheme, withSpoilt(scheme->header, request.headers),
                   request.body);
            if (scheme->header == "webhook-signature")
                expect(false, judge, *scheme, withSpoilt("webhook-id", request.headers),
                       request.body);
        }
    }

    /// The control's receiver makes the usual mistake: it parses what came and writes it anew.
    QByteArray receivedOf(const QByteArray &body) const
    {
        return m_options.isControl ? QJsonDocument::fromJson(body).toJson() : body;
    }

    HeaderList withSpoilt(const QByteArray &name, HeaderList headers)
    {
        for (Header &header : headers) {
            if (header.name.toLower() == name)
                header.value = m_bodies.spoilt(header.value);
        }
        return headers;
    }

    void expect(bool isAccepted, const QString &judge, const Scheme &scheme,
                const HeaderList &headers, const QByteArray &body)
    {
        const QByteArray verdict = m_court.judge(judge, scheme.key, headers, body);
        ++m_verdicts;
        const bool isAsWanted
            = isAccepted ? verdict == "accepted" : verdict.startsWith("refused: ");
        if (!isAsWanted)
            fault(QStringLiteral("%1 of %2 says \"%3\" to a body of %4 bytes that is %5")
                      .arg(judge, scheme.name, QString::fromUtf8(verdict))
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
                       "bit of its body, signature or id turned over."),
        QStringLiteral("bodies"), 100);
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
    printLine(QStringLiteral("verifiers: %1 bodies, seed %2; %3")
                  .arg(options.count)
                  .arg(options.seed)
                  .arg(trial.summary()));
    printFaults(trial.faults());
    return conclude(options, trial.faults().isEmpty());
}
