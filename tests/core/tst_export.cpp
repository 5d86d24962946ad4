// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"
#include "core/export/exportformats.h"
#include "core/export/har.h"
#include "core/model/redaction.h"
#include "tests/support/memoryhouse.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>

using namespace Core;

namespace {

AttemptRecord attemptRecord()
{
    AttemptRecord record;
    record.attempt = makeEnd(AttemptOutcome::Delivered, 200);
    record.attempt.id = AttemptId{7};
    record.attempt.timings.lookUp = Microseconds{1000};
    record.attempt.timings.connect = Microseconds{2000};
    record.attempt.timings.tls = Microseconds{3000};
    record.attempt.timings.wait = Microseconds{5500};
    record.attempt.timings.total = Microseconds{11'500};
    record.attempt.responseBytes = 2;
    record.transcript.url = QStringLiteral("https://a.example/hook?key=s3cret&plain");
    record.transcript.requestHeaders = {{"Host", "a.example"},
                                        {"webhook-signature", "v1,c2lnbmF0dXJl"},
                                        {"X-Own", "s3cret"},
                                        {"Content-Type", "application/json"}};
    record.transcript.responseHeaders = {{"Set-Cookie", "s3cret"}, {"Server", "x"}};
    record.transcript.responseBody = "ok";
    record.transcript.remoteAddress = QStringLiteral("203.0.113.9:443");
    record.requestBody = R"({"n": 12345678901234567890.10})";
    return record;
}

CaptureRecord captureRecord()
{
    CaptureRecord record;
    record.capture.id = CaptureId{8};
    record.capture.bin = QStringLiteral("demo");
    record.capture.receivedAt = at(5);
    record.capture.method = "PUT";
    record.capture.target = "/v1/webhooks/demo?a=s3cret";
    record.headers = {{"Host", "localhost:8091"}, {"Authorization", "s3cret"}, {"X-Kind", "push"}};
    record.body = "\xff";
    return record;
}

QStringList membersMissing(const QJsonObject &object, const QStringList &wanted)
{
    QStringList missing;
    for (const QString &name : wanted) {
        if (!object.contains(name))
            missing.append(name);
    }
    return missing;
}

/// As HAR 1.2 counts: not what does not apply, and TLS with connecting.
double sumOfParts(const QJsonObject &timings)
{
    double sum = 0;
    for (auto part = timings.begin(); part != timings.end(); ++part)
        sum += part.key() == QStringLiteral("ssl") ? 0 : std::max(part->toDouble(), 0.0);
    return sum;
}

} // namespace

/// Rows of the log as files.
class TestExport final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void cellsAreSafe_data();
    void cellsAreSafe();
    void anEntryHasItsRequiredMembers();
    void phasesAddUp();
    void aHandshakeCountsAsConnecting();
    void phasesTellTheWholeTime_data();
    void phasesTellTheWholeTime();
    void whatIsReceivedIsBeyondTheTotal();
    void theServersAddressHasNoPort();
    void bodiesAreKeptByteForByte_data();
    void bodiesAreKeptByteForByte();
    void secretsAreMasked_data();
    void secretsAreMasked();
    void secretNamesAreMasked_data();
    void secretNamesAreMasked();
    void queriesAreMasked_data();
    void queriesAreMasked();
    void whatIsMaskedIsNamed();
    void aPreviewCountsWhatIsMasked();
    void aPreviewTakesTheChosenRows();
    void allRowsAreWrittenOldestFirst();
    void chosenRowsAloneAreWritten();
    void anArchiveOfNothingIsWhole();
    void whatIsGoneIsCounted();
    void theFileIsItsOwners();
    void whatIsStoppedLeavesNoFile();
    void aFolderThatIsNotThereIsTold();
    void nothingIsWrittenAfterTheEnd();

private:
    ExportOrder orderFor(const QString &name, ExportFormat format) const;
    ExportProgress run(const ExportOrder &order);
    ExportPreview previewOf(const ExportOrder &order);
    QByteArray contentOf(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<MemoryHouse> m_house;
    std::unique_ptr<Exporter> m_exporter;
};

void TestExport::init()
{
    m_house = std::make_unique<MemoryHouse>();
    m_exporter = std::make_unique<Exporter>();
    m_exporter->open(m_house->archive());
}

void TestExport::cleanup()
{
    m_exporter->close();
    m_house.reset();
    m_exporter.reset();
}

ExportOrder TestExport::orderFor(const QString &name, ExportFormat format) const
{
    ExportOrder order;
    order.ticket = 7;
    order.path = m_folder.filePath(name);
    order.format = format;
    return order;
}

ExportPreview TestExport::previewOf(const ExportOrder &order)
{
    QSignalSpy previewed(m_exporter.get(), &Exporter::previewed);
    m_exporter->preview(order);
    if (previewed.isEmpty() && !previewed.wait())
        return {};
    return previewed.first().first().value<ExportPreview>();
}

/// The last that is told of it.
ExportProgress TestExport::run(const ExportOrder &order)
{
    ExportProgress last;
    const auto connection = connect(m_exporter.get(), &Exporter::advanced, this,
                                    [&last](const ExportProgress &now) { last = now; });
    m_exporter->start(order);
    (void)QTest::qWaitFor([&last] { return last.isDone; });
    disconnect(connection);
    return last;
}

QByteArray TestExport::contentOf(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestExport::cellsAreSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const QString &text, const QByteArray &cell) {
        QTest::newRow(name) << text << cell;
    };
    row("plain text", QStringLiteral("orders"), "orders");
    row("nothing", {}, "");
    row("a formula", QStringLiteral("=1+1"), "'=1+1");
    row("a plus", QStringLiteral("+49"), "'+49");
    row("a minus", QStringLiteral("-1"), "'-1");
    row("an at sign", QStringLiteral("@SUM(A1)"), "'@SUM(A1)");
    row("a tab", QStringLiteral("\t=1"), "'\t=1");
    row("a return", QStringLiteral("\r=1"), "\"'\r=1\"");
    row("a line feed", QStringLiteral("\n=1"), "\"'\n=1\"");
    row("a NUL", QString(QChar(0)) + u'x', QByteArray("'\0x", 3));
    row("a comma", QStringLiteral("a,b"), "\"a,b\"");
    row("a quote", QStringLiteral("a\"b"), "\"a\"\"b\"");
    row("a formula with quotes", QStringLiteral("=HYPERLINK(\"http://x\")"),
        "\"'=HYPERLINK(\"\"http://x\"\")\"");
    row("a minus inside", QStringLiteral("a-b=c"), "a-b=c");
}

void TestExport::cellsAreSafe()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvCell(text), cell);
}

void TestExport::anEntryHasItsRequiredMembers()
{
    for (const ExportRow &row :
         {ExportRow{attemptRecord(), {}}, ExportRow{std::nullopt, captureRecord()}}) {
        const QJsonObject entry = toHar(row);
        QCOMPARE(membersMissing(entry,
                                {QStringLiteral("startedDateTime"), QStringLiteral("time"),
                                 QStringLiteral("request"), QStringLiteral("response"),
                                 QStringLiteral("cache"), QStringLiteral("timings")}),
                 QStringList());
        const QStringList message{QStringLiteral("httpVersion"), QStringLiteral("cookies"),
                                  QStringLiteral("headers"), QStringLiteral("headersSize"),
                                  QStringLiteral("bodySize")};
        const QJsonObject request = entry[QStringLiteral("request")].toObject();
        QCOMPARE(membersMissing(request,
                                message
                                    + QStringList{QStringLiteral("method"), QStringLiteral("url"),
                                                  QStringLiteral("queryString")}),
                 QStringList());
        QVERIFY(
            request[QStringLiteral("postData")].toObject().contains(QStringLiteral("mimeType")));
        const QJsonObject response = entry[QStringLiteral("response")].toObject();
        QCOMPARE(membersMissing(
                     response,
                     message
                         + QStringList{QStringLiteral("status"), QStringLiteral("statusText"),
                                       QStringLiteral("content"), QStringLiteral("redirectURL")}),
                 QStringList());
        const QJsonObject content = response[QStringLiteral("content")].toObject();
        QVERIFY(content.contains(QStringLiteral("size"))
                && content.contains(QStringLiteral("mimeType")));
        const QJsonObject timings = entry[QStringLiteral("timings")].toObject();
        for (const QString &phase :
             {QStringLiteral("send"), QStringLiteral("wait"), QStringLiteral("receive")})
            QVERIFY(timings[phase].toDouble(-1) >= 0);
        QVERIFY(!QUrl(request[QStringLiteral("url")].toString()).isRelative());
    }
}

void TestExport::phasesAddUp()
{
    const QJsonObject entry = toHar({attemptRecord(), {}});
    const QJsonObject timings = entry[QStringLiteral("timings")].toObject();
    QCOMPARE(timings[QStringLiteral("dns")].toDouble(), 1.0);
    QCOMPARE(timings[QStringLiteral("connect")].toDouble(), 5.0);
    QCOMPARE(timings[QStringLiteral("ssl")].toDouble(), 3.0);
    QCOMPARE(timings[QStringLiteral("blocked")].toDouble(), -1.0);
    QCOMPARE(entry[QStringLiteral("time")].toDouble(), 11.5);
    QCOMPARE(entry[QStringLiteral("serverIPAddress")].toString(), QStringLiteral("203.0.113.9"));
}

void TestExport::aHandshakeCountsAsConnecting()
{
    AttemptRecord record = attemptRecord();
    record.attempt.timings.connect.reset(); // Nobody sees when TLS connects.
    const QJsonObject timings = toHar({record, {}})[QStringLiteral("timings")].toObject();
    QCOMPARE(timings[QStringLiteral("connect")].toDouble(), 3.0);
    QCOMPARE(timings[QStringLiteral("blocked")].toDouble(), 2.0);
}

void TestExport::phasesTellTheWholeTime_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<QString>("member");
    QTest::addColumn<double>("length");
    const auto row
        = [](const char *name, Failure failure, Phase phase, const QString &member, double length) {
              QTest::newRow(name) << failure << phase << member << length;
          };
    row("out of time at the name", Failure::TimedOut, Phase::LookUp, QStringLiteral("dns"), 3999);
    row("refused", Failure::ConnectionRefused, Phase::Connect, QStringLiteral("connect"), 3998);
    row("TLS failed", Failure::TlsFailed, Phase::Tls, QStringLiteral("ssl"), 3998);
    row("out of time while sending", Failure::TimedOut, Phase::Send, QStringLiteral("send"), 3998);
    row("no answer in time", Failure::TimedOut, Phase::Wait, QStringLiteral("wait"), 3999);
    row("half an answer", Failure::TimedOut, Phase::Headers, QStringLiteral("wait"), 3999);
    row("not seen", Failure::ClosedWithoutAnswer, Phase::None, QStringLiteral("blocked"), 3998);
}

void TestExport::phasesTellTheWholeTime()
{
    QFETCH(Failure, failure);
    QFETCH(Phase, phase);
    QFETCH(QString, member);
    QFETCH(double, length);
    AttemptRecord record = attemptRecord();
    record.attempt.status = 0;
    record.attempt.failure = failure;
    record.attempt.phase = phase;
    record.attempt.timings = {};
    record.attempt.timings.lookUp = Microseconds{1000};
    record.attempt.timings.wait = Microseconds{1000};
    record.attempt.timings.total = Microseconds{4'000'000};
    const QJsonObject entry = toHar({record, {}});
    const QJsonObject timings = entry[QStringLiteral("timings")].toObject();
    QCOMPARE(timings[member].toDouble(), length);
    QCOMPARE(entry[QStringLiteral("time")].toDouble(), 4000.0);
    QCOMPARE(sumOfParts(timings), 4000.0);
}

void TestExport::whatIsReceivedIsBeyondTheTotal()
{
    AttemptRecord record = attemptRecord();
    record.attempt.timings.total = Microseconds{20'000};
    record.attempt.timings.receive = Microseconds{700};
    const QJsonObject entry = toHar({record, {}});
    const QJsonObject timings = entry[QStringLiteral("timings")].toObject();
    QCOMPARE(timings[QStringLiteral("blocked")].toDouble(), 8.5);
    QCOMPARE(entry[QStringLiteral("time")].toDouble(), 20.7);
    QCOMPARE(sumOfParts(timings), 20.7);
}

void TestExport::theServersAddressHasNoPort()
{
    AttemptRecord record = attemptRecord();
    record.transcript.remoteAddress = QStringLiteral("[2001:db8::1]:443");
    QCOMPARE(toHar({record, {}})[QStringLiteral("serverIPAddress")].toString(),
             QStringLiteral("2001:db8::1"));
}

void TestExport::bodiesAreKeptByteForByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON") << QByteArray(R"({"n": 12345678901234567890.10, "n":1})");
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("half a character") << QByteArray("a\xc3");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x00\x01", 4);
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("line ends") << QByteArray("a\r\nb\nc\r");
    QTest::newRow("four bytes a character") << QByteArray("\xf0\x9f\x98\x80");
}

void TestExport::bodiesAreKeptByteForByte()
{
    QFETCH(QByteArray, body);
    AttemptRecord record = attemptRecord();
    record.requestBody = body;
    const QByteArray line = exported({record, {}}, ExportFormat::JsonLines);
    QVERIFY(!line.contains('\n'));
    const QJsonObject request
        = QJsonDocument::fromJson(line).object()[QStringLiteral("request")].toObject();
    QCOMPARE(
        request.contains(QStringLiteral("body"))
            ? request[QStringLiteral("body")].toString().toUtf8()
            : QByteArray::fromBase64(request[QStringLiteral("bodyBase64")].toString().toLatin1()),
        body);
    const QJsonObject data = QJsonDocument::fromJson(exported({record, {}}, ExportFormat::Har))
                                 .object()[QStringLiteral("request")]
                                 .toObject()[QStringLiteral("postData")]
                                 .toObject();
    const QByteArray text = data[QStringLiteral("text")].toString().toUtf8();
    QCOMPARE(data.contains(QStringLiteral("encoding")) ? QByteArray::fromBase64(text) : text, body);
}

void TestExport::secretsAreMasked_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("HAR") << static_cast<int>(ExportFormat::Har);
    QTest::newRow("JSON Lines") << static_cast<int>(ExportFormat::JsonLines);
    QTest::newRow("CSV") << static_cast<int>(ExportFormat::Csv);
}

void TestExport::secretsAreMasked()
{
    QFETCH(int, format);
    for (const ExportRow &row :
         {ExportRow{attemptRecord(), {}}, ExportRow{std::nullopt, captureRecord()}}) {
        const QByteArray open = exported(row, ExportFormat{format});
        QVERIFY(open.contains("s3cret"));
        const QByteArray masked = exported(redacted(row), ExportFormat{format});
        QVERIFY2(!masked.contains("s3cret") && !masked.contains("c2lnbmF0dXJl"),
                 masked.constData());
        QVERIFY(masked.contains("***"));
    }
    QVERIFY(exported(redacted({attemptRecord(), {}}), ExportFormat::Har).contains("a.example"));
    QVERIFY(exported(redacted({{}, captureRecord()}), ExportFormat::Har).contains("push"));
    // What we have sent to ourselves bears a destination's own fields.
    CaptureRecord own = captureRecord();
    own.capture.delivery = DeliveryId{1};
    QVERIFY(!exported(redacted({{}, own}), ExportFormat::Har).contains("push"));
}

void TestExport::queriesAreMasked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char *url, const char *masked) {
        QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(masked);
    };
    row("no query", "http://a/b", "http://a/b");
    row("two values", "http://a/b?c=d&e=f=g", "http://a/b?c=***&e=***");
    row("no name", "http://a/b?d", "http://a/b?***");
    row("an empty query", "http://a/b?", "http://a/b?");
}

void TestExport::secretNamesAreMasked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSecret");
    for (const char *const name :
         {"Authorization", "Proxy-Authorisation", "WWW-Authenticate", "X-Auth", "X-Auth-Token",
          "XAuth", "X-AuthKey", "X-Author-Auth", "X-Author-Token", "Api-Key", "Set-Cookie"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *const name : {"X-Author", "Author", "authors", "X-Authority", "Host"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestExport::secretNamesAreMasked()
{
    QFETCH(QByteArray, name);
    QTEST(isMasked(name, Sender::Others), "isSecret");
}

void TestExport::queriesAreMasked()
{
    QFETCH(QString, url);
    QFETCH(QString, masked);
    QCOMPARE(redactedUrl(url), masked);
}

void TestExport::whatIsMaskedIsNamed()
{
    const QStringList ofAttempt{QStringLiteral("?key"), QStringLiteral("?"),
                                QStringLiteral("webhook-signature"), QStringLiteral("X-Own"),
                                QStringLiteral("Set-Cookie")};
    QCOMPARE(maskedIn({attemptRecord(), {}}), ofAttempt);
    const QStringList ofCapture{QStringLiteral("?a"), QStringLiteral("Authorization")};
    QCOMPARE(maskedIn({{}, captureRecord()}), ofCapture);
}

void TestExport::aPreviewCountsWhatIsMasked()
{
    QVERIFY((previewOf(orderFor({}, ExportFormat::Har)) == ExportPreview{7, 0, {}, {}}));
    CaptureRecord record = captureRecord();
    m_house->done<CaptureAdded>(AddCapture{record});
    record.headers = {{"AUTHORIZATION", "s3cret"}, {"Cookie", "s3cret"}};
    for (int i = 0; i < 20; ++i)
        m_house->done<CaptureAdded>(AddCapture{record});
    const ExportPreview preview = previewOf(orderFor({}, ExportFormat::Har));
    QCOMPARE(preview.rows, 20); // the newest
    const QList<MaskedName> expected{{QStringLiteral("?a"), 20},
                                     {QStringLiteral("AUTHORIZATION"), 20},
                                     {QStringLiteral("Cookie"), 20}};
    QVERIFY(preview.masked == expected);
    m_exporter->close();
    QVERIFY(previewOf(orderFor({}, ExportFormat::Har)).error);
}

void TestExport::aPreviewTakesTheChosenRows()
{
    CaptureRecord record = captureRecord();
    const LogKey first = LogKey::of(m_house->done<CaptureAdded>(AddCapture{record}).capture.id);
    record.headers = {{"Cookie", "s3cret"}};
    m_house->done<CaptureAdded>(AddCapture{record});
    ExportOrder order = orderFor({}, ExportFormat::Har);
    order.rows = {first, LogKey::of(AttemptId{99})};
    const ExportPreview preview = previewOf(order);
    QCOMPARE(preview.rows, 1);
    const QList<MaskedName> expected{{QStringLiteral("?a"), 1},
                                     {QStringLiteral("Authorization"), 1}};
    QVERIFY(preview.masked == expected);
}

void TestExport::allRowsAreWrittenOldestFirst()
{
    const Destination joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://a/joe"));
    QStringList ids;
    constexpr int Many = 53; // more than a step
    for (int i = 0; i < Many; ++i)
        ids.append(toString(m_house->attempt(joe.id, DeliveryState::Failed).id));
    const auto captured = m_house->done<CaptureAdded>(AddCapture{captureRecord()});
    ids.append(toString(captured.capture.id));
    const ExportProgress progress
        = run(orderFor(QStringLiteral("all.jsonl"), ExportFormat::JsonLines));
    QVERIFY(progress.isDone && !progress.error && !progress.isStopped);
    QCOMPARE(progress.ticket, 7);
    QCOMPARE(progress.total, Many + 1);
    QCOMPARE(progress.written, Many + 1);
    QStringList written;
    const QByteArray content = contentOf(QStringLiteral("all.jsonl"));
    QVERIFY(content.endsWith('\n'));
    for (const QByteArray &line : content.trimmed().split('\n'))
        written.append(QJsonDocument::fromJson(line).object()[QStringLiteral("id")].toString());
    QCOMPARE(written, ids);
}

void TestExport::chosenRowsAloneAreWritten()
{
    const Destination joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://a/joe"));
    const Attempt first = m_house->attempt(joe.id, DeliveryState::Failed);
    m_house->attempt(joe.id, DeliveryState::Failed);
    const Attempt third = m_house->attempt(joe.id, DeliveryState::Delivered);
    ExportOrder order = orderFor(QStringLiteral("two.csv"), ExportFormat::Csv);
    order.rows = {LogKey::of(third.id), LogKey::of(first.id)};
    QCOMPARE(run(order).written, 2);
    const QList<QByteArray> lines = contentOf(QStringLiteral("two.csv")).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(0).startsWith("time,direction,status,"));
    QVERIFY(lines.at(1).contains(toString(first.id).toLatin1()));
    QVERIFY(lines.at(2).contains(toString(third.id).toLatin1()));
}

void TestExport::anArchiveOfNothingIsWhole()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    const ExportProgress progress = run(orderFor(QStringLiteral("none.har"), ExportFormat::Har));
    QVERIFY(progress.isDone && !progress.error);
    const QJsonObject log = QJsonDocument::fromJson(contentOf(QStringLiteral("none.har")))
                                .object()[QStringLiteral("log")]
                                .toObject();
    QCOMPARE(log[QStringLiteral("version")].toString(), QStringLiteral("1.2"));
    const QJsonObject creator = log[QStringLiteral("creator")].toObject();
    QCOMPARE(creator[QStringLiteral("version")].toString(), QStringLiteral("1.2.3"));
    QVERIFY(log[QStringLiteral("entries")].isArray());
    const Destination joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://a/joe"));
    m_house->attempt(joe.id, DeliveryState::Failed);
    m_house->attempt(joe.id, DeliveryState::Failed);
    QCOMPARE(run(orderFor(QStringLiteral("two.har"), ExportFormat::Har)).written, 2);
    const QJsonObject two = QJsonDocument::fromJson(contentOf(QStringLiteral("two.har")))
                                .object()[QStringLiteral("log")]
                                .toObject();
    QCOMPARE(two[QStringLiteral("entries")].toArray().size(), 2);
}

void TestExport::whatIsGoneIsCounted()
{
    ExportOrder order = orderFor(QStringLiteral("gone.jsonl"), ExportFormat::JsonLines);
    order.rows = {LogKey::of(AttemptId{99}), LogKey::of(CaptureId{98})};
    const ExportProgress progress = run(order);
    QCOMPARE(progress.gone, 2);
    QCOMPARE(progress.written, 0);
    QVERIFY(!progress.error);
    QCOMPARE(contentOf(QStringLiteral("gone.jsonl")), QByteArray());
}

void TestExport::theFileIsItsOwners()
{
    QFile before(m_folder.filePath(QStringLiteral("mine.har")));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.close();
    QVERIFY(before.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
    (void)run(orderFor(QStringLiteral("mine.har"), ExportFormat::Har));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    QVERIFY(!(before.permissions() & others));
    QVERIFY(before.permissions() & QFileDevice::WriteOwner);
}

void TestExport::whatIsStoppedLeavesNoFile()
{
    const Destination joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://a/joe"));
    m_house->attempt(joe.id, DeliveryState::Failed);
    QSignalSpy advanced(m_exporter.get(), &Exporter::advanced);
    m_exporter->start(orderFor(QStringLiteral("stopped.har"), ExportFormat::Har));
    m_exporter->stop(7);
    QTRY_VERIFY(!advanced.isEmpty() && advanced.last().first().value<ExportProgress>().isDone);
    QVERIFY(advanced.last().first().value<ExportProgress>().isStopped);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("stopped.har"))));
    const ExportProgress other = run(orderFor(QStringLiteral("other.har"), ExportFormat::Har));
    QCOMPARE(other.written, 1);
    QVERIFY(!QDir(m_folder.path()).entryList(QDir::Files).contains(QStringLiteral("stopped.har")));
}

void TestExport::aFolderThatIsNotThereIsTold()
{
    const ExportProgress progress
        = run(orderFor(QStringLiteral("no/such/folder.har"), ExportFormat::Har));
    QVERIFY(progress.isDone && progress.error);
    QVERIFY(progress.error->sentence.startsWith(QStringLiteral("The file cannot be written")));
}

void TestExport::nothingIsWrittenAfterTheEnd()
{
    m_exporter->close();
    const ExportProgress progress = run(orderFor(QStringLiteral("late.har"), ExportFormat::Har));
    QVERIFY(progress.isDone && progress.error);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("late.har"))));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
