// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurator.h"
#include "core/dispatch/addresspolicy.h"
#include "core/intake/requestreader.h"
#include "core/model/destinationjson.h"
#include "core/model/secrets.h"
#include "tests/support/memoryhouse.h"
#include "tests/support/storefixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Core;

namespace {

constexpr Ticket Mine = 7;
const QString Url = QStringLiteral("http://localhost:8091/hook");

Registration registrationWithAll()
{
    Registration registration = makeRegistration(QStringLiteral("joe"), Url);
    Destination &destination = registration.destination;
    destination.description = QStringLiteral("the \"first\"");
    destination.events = {QStringLiteral("invoice.*"), QStringLiteral("order.made")};
    destination.headers = {{"Authorization", "Bearer s3cret"}, {"X-Team", "blue"}};
    destination.signature = SignatureScheme::GitHub;
    destination.heartbeat = Milliseconds{0};
    destination.timeout = Milliseconds{20'000};
    destination.retry = std::vector<Milliseconds>{Milliseconds{5000}, Milliseconds{60'000}};
    destination.retryOn = {408, 429};
    destination.rateLimit = RateLimit{50, Milliseconds{1000}};
    destination.concurrency = 2;
    destination.ordered = true;
    destination.verifyTls = false;
    return registration;
}

const QByteArray Joe = R"({"name": "joe", "destination": "http://localhost/"})";

QByteArray oneOf(const QByteArray &destination)
{
    return R"({"data": [)" + destination + "]}";
}

} // namespace

/// Destinations as a file, and back.
class TestConfiguration final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsWrittenIsReadAgain();
    void eachIsABodyOfRegistration();
    void secretsAreLeftOut();
    void theFileIsItsOwners();
    void aFileThatCannotBeWrittenIsTold();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void aListOfTheInterfaceIsTakenIn();
    void oneBodyIsTakenIn();
    void whatIsHereAlreadyIsChanged();
    void whatWasLeftOutStays();
    void anotherSecretIsNotTakenOver();
    void oneThatIsRefusedRefusesAll();
    void whatWasNotPreviewedIsNotDone();
    void whatHasGoneMeanwhileLeavesNoHalf();
    void nothingIsTakenAfterTheEnd();

private:
    QString fileWith(const QByteArray &text) const;
    ConfigurationAnswer write(bool includesSecrets);
    QByteArray written() const;
    ImportPreview preview(const QByteArray &text);
    ConfigurationAnswer import();
    QList<Registration> registered() const;

    QTemporaryDir m_folder;
    AddressPolicy m_policy;
    std::unique_ptr<MemoryHouse> m_house;
    std::unique_ptr<Configurator> m_configurator;
};

void TestConfiguration::init()
{
    m_house = std::make_unique<MemoryHouse>();
    m_configurator
        = std::make_unique<Configurator>(m_house->directory(), m_policy, m_house->clock());
    m_configurator->open(m_house->ledger(), m_house->archive());
}

void TestConfiguration::cleanup()
{
    m_configurator->close();
    m_house.reset();
    m_configurator.reset();
}

QString TestConfiguration::fileWith(const QByteArray &text) const
{
    const QString path = m_folder.filePath(QStringLiteral("in.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The file could not be written.");
    return path;
}

ConfigurationAnswer TestConfiguration::write(bool includesSecrets)
{
    QSignalSpy answered(m_configurator.get(), &Configurator::answered);
    m_configurator->write({Mine, m_folder.filePath(QStringLiteral("out.json")), includesSecrets});
    if (answered.isEmpty() && !answered.wait())
        return {};
    return answered.first().first().value<ConfigurationAnswer>();
}

QByteArray TestConfiguration::written() const
{
    QFile file(m_folder.filePath(QStringLiteral("out.json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ImportPreview TestConfiguration::preview(const QByteArray &text)
{
    QSignalSpy previewed(m_configurator.get(), &Configurator::previewed);
    m_configurator->preview({Mine, fileWith(text), false});
    if (previewed.isEmpty() && !previewed.wait())
        return {};
    return previewed.first().first().value<ImportPreview>();
}

ConfigurationAnswer TestConfiguration::import()
{
    QSignalSpy answered(m_configurator.get(), &Configurator::answered);
    m_configurator->import(Mine);
    if (answered.isEmpty() && !answered.wait())
        return {};
    return answered.first().first().value<ConfigurationAnswer>();
}

QList<Registration> TestConfiguration::registered() const
{
    QList<Registration> registrations;
    for (const auto &[id, entry] : m_house->directory().entries())
        registrations.append(entry.registration);
    return registrations;
}

void TestConfiguration::whatIsWrittenIsReadAgain()
{
    const Registration original
        = m_house->done<DestinationAdded>(AddDestination{registrationWithAll(), false, at(0)})
              .registration;
    m_house->add(QStringLiteral("ann"), Url);
    const ConfigurationAnswer answer = write(true);
    QVERIFY(!answer.error);
    QCOMPARE(answer.ticket, Mine);
    QCOMPARE(answer.written, 2);
    const QByteArray text = written();
    // Another Hookpost.
    cleanup();
    init();
    const ImportPreview shown = preview(text);
    QVERIFY(!shown.error);
    QCOMPARE(shown.entries.size(), 2);
    QCOMPARE(shown.entries.first().verdict, ImportVerdict::Added);
    QCOMPARE(shown.entries.first().name, QStringLiteral("joe"));
    QCOMPARE(shown.entries.first().url, Url);
    QVERIFY(registered().isEmpty());
    QCOMPARE(import().added, 2);
    QCOMPARE(registered().size(), 2);
    Registration taken = registered().first();
    QCOMPARE(taken.destination.origin, Origin::Import);
    QVERIFY(taken.secrets == original.secrets);
    taken.destination.origin = original.destination.origin;
    taken.destination.id = original.destination.id;
    taken.destination.createdAt = original.destination.createdAt;
    QVERIFY(taken.destination == original.destination);
    const ImportPreview again = preview(text);
    for (const ImportEntry &entry : again.entries)
        QCOMPARE(entry.verdict, ImportVerdict::Unchanged);
}

void TestConfiguration::eachIsABodyOfRegistration()
{
    const Registration original = registrationWithAll();
    const QByteArray text = configurationText({original}, true);
    const QJsonObject first
        = QJsonDocument::fromJson(text).object()[QStringLiteral("data")].toArray()[0].toObject();
    const auto add = readRegistration(QJsonDocument(first).toJson(QJsonDocument::Compact), at(0));
    QVERIFY(add);
    QVERIFY(add->registration.secrets.current == original.secrets.current);
    QVERIFY(settingsToJson(add->registration.destination) == settingsToJson(original.destination));
    QCOMPARE(add->registration.destination.name, original.destination.name);
    QCOMPARE(add->registration.destination.url, original.destination.url);
}

void TestConfiguration::secretsAreLeftOut()
{
    const Registration original
        = m_house->done<DestinationAdded>(AddDestination{registrationWithAll(), false, at(0)})
              .registration;
    (void)write(false);
    const QByteArray text = written();
    QVERIFY(!text.isEmpty());
    QVERIFY(!text.contains("s3cret") && !text.contains(original.secrets.current));
    QVERIFY(!text.contains("\"secret\""));
    QVERIFY(text.contains("X-Team"));
    (void)write(true);
    QVERIFY(written().contains("s3cret") && written().contains(original.secrets.current));
}

void TestConfiguration::theFileIsItsOwners()
{
    QFile before(m_folder.filePath(QStringLiteral("out.json")));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.close();
    QVERIFY(before.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY(!write(true).error);
    const auto expected = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
        | QFileDevice::WriteUser;
    QCOMPARE(QFileInfo(before.fileName()).permissions(), expected);
}

void TestConfiguration::aFileThatCannotBeWrittenIsTold()
{
    QSignalSpy answered(m_configurator.get(), &Configurator::answered);
    m_configurator->write({Mine, m_folder.filePath(QStringLiteral("no/such.json")), false});
    QVERIFY(answered.wait());
    const auto answer = answered.first().first().value<ConfigurationAnswer>();
    QVERIFY(answer.error
            && answer.error->sentence.startsWith(QStringLiteral("The file cannot be written")));
}

void TestConfiguration::faultsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field"); // none where the file cannot be read as a whole
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &text, const char *field,
                        const char *words) {
        QTest::newRow(name) << text << QString::fromLatin1(field) << QString::fromLatin1(words);
    };
    row("no JSON", "[1,\n", "", "line 1, column 1");
    row("a member twice", R"({"data": [{"name": "a", "name": "b"}]})", "", "name");
    row("another form", R"({"data": 1})", "data", "not a list");
    row("a member beside", R"({"data": [], "more": 1})", "more", "not known");
    row("the first page alone", R"({"data": [], "next": "5"})", "next", "goes on");
    row("no object", R"({"data": [1]})", "data[0]", "not an object");
    row("no name", oneOf(R"({"destination": "http://localhost/"})"), "data[0].name", "");
    row("no URL", oneOf(R"({"name": "joe"})"), "data[0].destination", "");
    row("an unknown setting",
        oneOf(R"({"name": "joe", "destination": "http://localhost/", "timeOut": "1s"})"),
        "data[0].timeOut", "not a setting");
    row("out of its range",
        oneOf(R"({"name": "joe", "destination": "http://localhost/", "concurrency": 7})"),
        "data[0].concurrency", "");
    row("a secret that is none",
        oneOf(R"({"name": "joe", "destination": "http://localhost/", "secret": 5})"),
        "data[0].secret", "not a string");
    row("a secret that cannot sign",
        oneOf(R"({"name": "joe", "destination": "http://localhost/", "secret": "x"})"),
        "data[0].secret", "");
    row("an address that is never allowed",
        oneOf(R"({"name": "joe", "destination": "http://169.254.169.254/"})"),
        "data[0].destination", "");
    row("one body alone", R"({"name": 5, "destination": "http://localhost/"})", "name",
        "not a string");
    row("the same twice",
        oneOf(R"({"name": "joe", "destination": "http://localhost/"},)"
              R"({"name": "joe", "destination": "http://localhost/"})"),
        "data[1].name", "twice");
}

void TestConfiguration::faultsNameTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    QFETCH(QString, words);
    const ImportPreview shown = preview(text);
    std::optional<Error> error = shown.error;
    for (const ImportEntry &entry : shown.entries) {
        if (entry.error)
            error = entry.error;
        QCOMPARE(entry.verdict == ImportVerdict::Refused, entry.error.has_value());
    }
    QVERIFY(error);
    if (!field.isEmpty())
        QCOMPARE(error->field, field);
    QVERIFY2(error->sentence.contains(words, Qt::CaseInsensitive), qPrintable(error->sentence));
    QVERIFY(import().error);
    QVERIFY(registered().isEmpty());
}

void TestConfiguration::aListOfTheInterfaceIsTakenIn()
{
    const QByteArray destination
        = R"({"id": "dst_1", "name": "joe", "destination": "http://localhost/", "state": "paused",)"
          R"("pauseReason": "410 Gone", "origin": "api", "createdAt": "2026-11-22T02:11:09.000Z",)"
          R"("failingSince": null, "mark": null, "waiting": 3, "inFlight": 0,)"
          R"("failuresInARow": 5, "breaker": "closed", "nextProbeAt": null, "heldUntil": null,)"
          R"("lastAttempt": null, "timeout": "20s"})";
    const QByteArray list = R"({"data": [)" + destination + R"(], "next": null})";
    QVERIFY(!preview(list).error);
    QCOMPARE(import().added, 1);
    const Destination taken = registered().first().destination;
    QCOMPARE(taken.timeout, Milliseconds{20'000});
    QCOMPARE(taken.state, DestinationState::Active);
    QVERIFY(validateSecret(taken.signature, registered().first().secrets.current));
}

void TestConfiguration::oneBodyIsTakenIn()
{
    QVERIFY(!preview(Joe).error);
    QCOMPARE(import().added, 1);
    QCOMPARE(registered().first().destination.name, QStringLiteral("joe"));
}

void TestConfiguration::whatIsHereAlreadyIsChanged()
{
    m_house->add(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    const Registration before = registered().first();
    const ImportPreview shown
        = preview(oneOf(R"({"name": "joe", "destination": "http://localhost/", "timeout": "20s",)"
                        R"("ordered": true})"));
    QCOMPARE(shown.entries.first().verdict, ImportVerdict::Changed);
    const QStringList changes{QStringLiteral("ordered"), QStringLiteral("timeout")};
    QCOMPARE(shown.entries.first().changes, changes);
    const ConfigurationAnswer answer = import();
    QVERIFY(!answer.error);
    QCOMPARE(answer.added, 0);
    QCOMPARE(answer.changed, 1);
    QCOMPARE(registered().size(), 1);
    Registration expected = before;
    expected.destination.ordered = true;
    expected.destination.timeout = Milliseconds{20'000};
    QVERIFY(registered().first() == expected);
}

void TestConfiguration::whatWasLeftOutStays()
{
    m_house->done<DestinationAdded>(AddDestination{registrationWithAll(), false, at(0)});
    (void)write(false);
    const ImportPreview shown = preview(written());
    QCOMPARE(shown.entries.first().verdict, ImportVerdict::Unchanged);
    QVERIFY(!shown.entries.first().keepsSecret);
}

void TestConfiguration::anotherSecretIsNotTakenOver()
{
    m_house->add(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    const Registration before = registered().first();
    const QByteArray other = newSecret(SignatureScheme::Standard);
    const ImportPreview shown = preview(oneOf(
        R"({"name": "joe", "destination": "http://localhost/", "secret": ")" + other + "\"}"));
    QVERIFY(shown.entries.first().keepsSecret);
    QVERIFY(!import().error);
    QVERIFY(registered().first() == before);
    const ImportPreview unfit = preview(oneOf(
        R"({"name": "joe", "destination": "http://localhost/", "signature": "standard-ed25519"})"));
    QVERIFY(unfit.entries.first().error);
    QCOMPARE(unfit.entries.first().error->field, QStringLiteral("data[0].signature"));
}

void TestConfiguration::oneThatIsRefusedRefusesAll()
{
    const ImportPreview shown
        = preview(oneOf(R"({"name": "joe", "destination": "http://localhost/"},)"
                        R"({"name": "", "destination": "http://localhost/"})"));
    QCOMPARE(shown.entries.at(0).verdict, ImportVerdict::Added);
    QCOMPARE(shown.entries.at(1).verdict, ImportVerdict::Refused);
    QVERIFY(import().error);
    QVERIFY(registered().isEmpty());
}

void TestConfiguration::whatWasNotPreviewedIsNotDone()
{
    QVERIFY(import().error);
    QVERIFY(!preview(oneOf(Joe)).error);
    QCOMPARE(import().added, 1);
    QVERIFY(import().error); // once is enough
}

void TestConfiguration::whatHasGoneMeanwhileLeavesNoHalf()
{
    const Destination joe
        = m_house->add(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    const ImportPreview shown
        = preview(oneOf(R"({"name": "ann", "destination": "http://localhost/"},)"
                        R"({"name": "joe", "destination": "http://localhost/", "ordered": true})"));
    QCOMPARE(shown.entries.at(1).verdict, ImportVerdict::Changed);
    m_house->done<DestinationRemoved>(RemoveDestination{joe.id, at(1)});
    const ConfigurationAnswer answer = import();
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code, ErrorCode::NotFound);
    QVERIFY(registered().isEmpty());
}

void TestConfiguration::nothingIsTakenAfterTheEnd()
{
    QVERIFY(!preview(oneOf(Joe)).error);
    m_configurator->close();
    QVERIFY(import().error);
    QVERIFY(write(false).error);
    QVERIFY(preview("{}").error);
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
