// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filter.h"
#include "core/dispatch/addresspolicy.h"
#include "core/model/destination.h"
#include "core/model/destinationurl.h"
#include "core/model/secrets.h"
#include "ui/look/refusals.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Core;

namespace {

/// All of the core's source text, with literals that go on in another line joined.
QString coreText()
{
    static const QRegularExpression Joint(QStringLiteral("\"\\s*\\n\\s*\""));
    QString text;
    QDirIterator file(QStringLiteral(HOOKPOST_CORE),
                      {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (file.hasNext()) {
        QFile source(file.next());
        if (source.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(source.readAll());
    }
    return text.remove(Joint);
}

QString literal(QString text)
{
    text.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\""));
    return u'"' + text + u'"';
}

} // namespace

/// What the core refuses, told in the window's language.
class TestRefusals final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void theCoreSaysWhatIsKnown();
    void eachHasAnotherLanguage();
    void refusalsAreTold_data();
    void refusalsAreTold();
    void filtersAreExplained_data();
    void filtersAreExplained();
    void sentencesThatWereJoinedAreTold();
    void whatIsNotKnownStaysAsItIs();

private:
    QTranslator m_german;
};

void TestRefusals::initTestCase()
{
    QVERIFY(m_german.load(QStringLiteral(":/translations/hookpost_de.qm")));
    QCoreApplication::installTranslator(&m_german);
}

void TestRefusals::cleanup()
{
    QCoreApplication::installTranslator(&m_german);
}

void TestRefusals::theCoreSaysWhatIsKnown()
{
    const QString text = coreText();
    QVERIFY(text.size() > 100'000);
    for (const QString &known : Gui::knownRefusals())
        QVERIFY2(text.contains(literal(known)), qPrintable(known));
}

void TestRefusals::eachHasAnotherLanguage()
{
    const QStringList all = Gui::knownRefusals();
    QVERIFY(all.size() > 200);
    for (const QString &known : all)
        QVERIFY2(Gui::spokenRefusal(known) != known, qPrintable(known));
    QCoreApplication::removeTranslator(&m_german);
    for (const QString &known : all)
        QCOMPARE(Gui::spokenRefusal(known), known);
}

void TestRefusals::refusalsAreTold_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    const auto url = [](const char *text, const char *words) {
        QTest::newRow(text) << destinationUrl(QString::fromUtf8(text)).error()
                            << QString::fromUtf8(words);
    };
    url("", "Die URL des Ziels fehlt. Geben Sie eine wie https://example.com/hook ein.");
    url("http://a b/",
        "Die URL enthält ein Leerzeichen, einen umgekehrten Schrägstrich oder ein unsichtbares "
        "Zeichen. "
        "Schreiben "
        "Sie es prozentkodiert, ein Leerzeichen als %20, oder lassen Sie es weg.");
    url("http://256.1.1.1/", "„256.1.1.1“ ist weder eine Adresse noch ein Name.");
    url("http://a.example:25/",
        "Port 25 gehört zu einem anderen Protokoll als HTTP; auch kein Browser sendet dorthin. "
        "Lassen Sie den Empfänger auf einem anderen Port lauschen, etwa 8080.");
    QTest::newRow("an address within another")
        << AddressPolicy().judge(QHostAddress(QStringLiteral("::ffff:169.254.169.254")), 80).error()
        << QStringLiteral("::ffff:169.254.169.254 (führt zu 169.254.169.254) ist eine Adresse für "
                          "Cloud-Metadaten; an so eine Adresse sendet Hookpost nie. Geben Sie die "
                          "Adresse oder den Namen des Empfängers selbst an.");
    QTest::newRow("a secret")
        << validateSecret(SignatureScheme::Standard, "x").error()
        << QStringLiteral(
               "Das Geheimnis besteht nicht aus „whsec_“ und 24 bis 64 Bytes in Base64. Lassen Sie "
               "das Feld leer, damit eines gemacht wird; ein Ziel, das schon eines hat, bekommt "
               "mit "
               "„Geheimnis austauschen“ ein neues.");
    Destination loud;
    loud.name = QStringLiteral("a");
    loud.url = QStringLiteral("http://a.example/");
    loud.headers = {{"Host", "b"}};
    QTest::newRow("a header") << validate(loud).error()
                              << QStringLiteral(
                                     "Den Header Host setzt Hookpost oder HTTP selbst. Lassen Sie "
                                     "ihn weg, oder wählen Sie einen anderen Namen.");
}

void TestRefusals::refusalsAreTold()
{
    QFETCH(Error, error);
    QTEST(Gui::spoken(error), "words");
}

void TestRefusals::filtersAreExplained_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *const filter :
         {"(",         ")",         "-",         "a or",   "\"a",         "/a",      "/a/b",
          "nokey:1",   "header:1",  "header.:1", "json.a", "status:abc",  "status:", "try:x",
          "time:1",    "time:x",    "size:1x",   "is:odd", "since:never", "id:!",    "delivery:1",
          "event:a*b", "json.a:>x", "url:/(/",   "url://", "status:/5/"})
        QTest::newRow(filter) << QString::fromUtf8(filter);
}

void TestRefusals::filtersAreExplained()
{
    QFETCH(QString, filter);
    const FilterReading reading = parseFilter(filter);
    QVERIFY(reading.verdict != FilterVerdict::Valid);
    QVERIFY2(Gui::spokenRefusal(reading.sentence) != reading.sentence,
             qPrintable(reading.sentence));
    QVERIFY2(reading.hint.isEmpty() || Gui::spokenRefusal(reading.hint) != reading.hint,
             qPrintable(reading.hint));
}

void TestRefusals::sentencesThatWereJoinedAreTold()
{
    QCOMPARE(Gui::spokenRefusal(QStringLiteral(
                 "The database cannot be used: its file was moved or removed. Put it back, or "
                 "start Hookpost again.")),
             QStringLiteral("Die Datenbank ist nicht zu benutzen: ihre Datei wurde verschoben oder "
                            "entfernt. Legen Sie sie zurück, oder starten Sie Hookpost neu."));
}

void TestRefusals::whatIsNotKnownStaysAsItIs()
{
    const QString odd = QStringLiteral("Something new. It holds %1 and <b>.");
    QCOMPARE(Gui::spokenRefusal(odd), odd);
    QCOMPARE(Gui::spoken(invalid({}, odd)), odd);
    // A value is never read as a place for another.
    QVERIFY(Gui::spokenRefusal(QStringLiteral("There is no key \"%2\"."))
                .contains(QStringLiteral("„%2“")));
}

QTEST_MAIN(TestRefusals)
#include "tst_refusals.moc"
