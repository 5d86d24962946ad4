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
constexpr int ByteValues = 256;
constexpr int OneOfBytesIn = 4; // bodies
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
    QStringList judges; ///< that read a body as text
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

    /// What is said of a request: "accepted", or why not.
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
        while (!m_node.canReadLine()) {
            if (!m_node.waitForReadyRead(PatienceMs))
                return "no answer: " + m_node.errorString().toUtf8();
        }
        return m_node.readLine().trimmed();
    }

private:
    QProcess m_node;
};

/// A body, and whether it is text.
struct Body
{
    QByteArray bytes;
    bool isText = true;
};

/// Makes JSON of every size and of every kind of character, and from time to time bytes of every
/// value; the same for the same seed.
class BodyMaker final
{
public:
    explicit BodyMaker(quint32 seed)
        : m_random(seed)
    {
    }

    /// The first ones are empty, of every byte once, and as large as any.
    Body next()
    {
        switch (m_made++) {
        case 0:
            return {{}, false};
        case 1:
            return {everyByte(), false};
        case 2:
            return {everyByte().repeated(LargestBody / ByteValues), false};
        default:
            const double size = std::pow(LargestBody, m_random.generateDouble());
            const bool isText = m_random.bounded(OneOfBytesIn) > 0;
            return {isText ? text(size) : bytes(size), isText};
        }
    }

    /// \a bytes with one bit turned over.
    QByteArray spoilt(QByteArray bytes)
    {
        const auto at = static_cast<qsizetype>(m_random.bounded(quint64(bytes.size())));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << m_random.bounded(8)));
        return bytes;
    }

private:
    static QByteArray everyByte()
    {
        QByteArray all;
        for (int value = 0; value < ByteValues; ++value)
            all += static_cast<char>(value);
        return all;
    }

    QByteArray bytes(double size)
    {
        QByteArray made(static_cast<qsizetype>(size), '\0');
        for (char &byte : made)
            byte = static_cast<char>(m_random.bounded(ByteValues));
        return made;
    }

    QByteArray text(double size)
    {
        QByteArray body = "{\"n\": " + QByteArray::number(m_random.generate64()) + R"(,  "s":")";
        while (body.size() < static_cast<qsizetype>(size) - 2)
            body += character();
        return body + "\"}";
    }

    QByteArray character()
    {
        const auto code = static_cast<char32_t>(m_random.bounded(4) == 0
                                                    ? 0xa0 + m_random.bounded(0xd800 - 0xa0)
                                                    : ' ' + m_random.bounded('~' - ' '));
        const bool isPlain = code != '"' && code != '\\';
        return isPlain ? QString::fromUcs4(&code, 1).toUtf8() : QByteArray("\\\"");
    }

    QRandomGenerator m_random;
    int m_made = 0;
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
            publish(m_bodies.next());
        }
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

    void publish(const Body &body)
    {
        const qsizetype before = m_receiver.requests().size();
        const HttpAnswer answer = httpCall(
            "POST", m_program.apiUrl(QStringLiteral("/events/trial.signed")), body.bytes);
        if (answer.status != 202)
            return fault(QStringLiteral("publishing answered %1").arg(answer.status));
        const auto all = before + m_schemes.size();
        if (!QTest::qWaitFor([&] { return m_receiver.requests().size() >= all; }, PatienceMs))
            return fault(QStringLiteral("not all destinations were reached"));
        for (qsizetype i = before; i < all; ++i)
            judge(m_receiver.requests().at(i), body);
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
                       "secrets of before sign along. The controls are receivers' mistakes."),
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
    printLine(QStringLiteral("verifiers: %1 bodies; %2").arg(options.count).arg(trial.summary()));
    printFaults(trial.faults());
    return conclude(options, trial.faults().isEmpty());
}
