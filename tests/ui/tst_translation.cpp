// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figures.h"
#include "core/model/pausereason.h"
#include "core/model/responselimit.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/configuration/importdialog.h"
#include "ui/desk/actionlist.h"
#include "ui/desk/language.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/detail/timingview.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/logcolumns.h"
#include "ui/log/logpanel.h"
#include "ui/log/logrow.h"
#include "ui/log/logview.h"
#include "ui/look/brief.h"
#include "ui/look/cellpainter.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"
#include "ui/requests.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Core;

namespace {

struct Message
{
    QString source;
    QStringList translations; ///< several where it counts
    bool isFinished = true;
};

QList<Message> messagesIn(const QString &language)
{
    QFile file(QStringLiteral(HOOKPOST_TRANSLATIONS "/hookpost_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The translation cannot be read.");
    QXmlStreamReader reader(&file);
    QList<Message> messages;
    bool isCounted = false;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"message") {
            messages.append(Message());
            isCounted = reader.attributes().hasAttribute(QLatin1StringView("numerus"));
        } else if (reader.name() == u"source")
            messages.last().source = reader.readElementText();
        else if (reader.name() == u"numerusform")
            messages.last().translations.append(reader.readElementText());
        else if (reader.name() == u"translation") {
            messages.last().isFinished
                = !reader.attributes().hasAttribute(QLatin1StringView("type"));
            // Where it counts, its forms come as elements of their own.
            if (!isCounted)
                messages.last().translations.append(reader.readElementText());
        }
    }
    return messages;
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression Placeholder(QStringLiteral("%[1-9n]"));
    QStringList placeholders;
    for (const QRegularExpressionMatch &match : Placeholder.globalMatch(text))
        placeholders.append(match.captured());
    placeholders.sort();
    return placeholders;
}

/// What is wrong with \a message as a translation; empty for a good one.
QString faultOf(const Message &message)
{
    if (!message.isFinished || message.translations.isEmpty())
        return QStringLiteral("is not finished");
    for (const QString &translation : message.translations) {
        if (placeholdersIn(translation) != placeholdersIn(message.source))
            return QStringLiteral("has other placeholders");
        if (translation.count(u'&') != message.source.count(u'&'))
            return QStringLiteral("has other marks for keys");
        if (translation.count(u'\n') != message.source.count(u'\n'))
            return QStringLiteral("has other lines");
    }
    return {};
}

/// The texts that stand below \a parent and have not the room they ask for.
QStringList cutOffIn(const QWidget &parent)
{
    QStringList texts;
    for (const QLabel *const label : parent.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty() && !label->wordWrap()
            && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored
            && label->width() < label->sizeHint().width())
            texts.append(label->text());
    }
    for (const QAbstractButton *const button : parent.findChildren<QAbstractButton *>()) {
        const bool isOfTabs = qobject_cast<const QTabBar *>(button->parentWidget()) != nullptr;
        if (button->isVisible() && !button->text().isEmpty() && !isOfTabs
            && button->width() < button->sizeHint().width())
            texts.append(button->text());
    }
    return texts;
}

/// Texts of \a dialog that one key would reach, as it is shown.
QStringList likeKeysIn(const QDialog &dialog)
{
    QStringList texts;
    for (const QLabel *const label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            texts.append(label->text());
    }
    for (const QAbstractButton *const button : dialog.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            texts.append(button->text());
    }
    texts.removeIf([](const QString &text) { return QKeySequence::mnemonic(text).isEmpty(); });
    QStringList found;
    for (const QString &text : std::as_const(texts)) {
        const auto isLike = [&text](const QString &other) {
            return QKeySequence::mnemonic(other) == QKeySequence::mnemonic(text);
        };
        if (std::count_if(texts.cbegin(), texts.cend(), isLike) > 1)
            found.append(text);
    }
    return found;
}

} // namespace

/// The window in German: complete, and with room for its longer words.
class TestTranslation final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStringIsTranslated_data();
    void everyStringIsTranslated();
    void faultsAreFound_data();
    void faultsAreFound();
    void bothLanguagesAreOffered();
    void theWindowSpeaksGerman();
    void failuresAreToldInGerman();
    void whatIsKnownOfAFailureIsToldInGerman_data();
    void whatIsKnownOfAFailureIsToldInGerman();
    void nextStepsAreToldInGerman();
    void pausesAreToldInGerman();
    void nothingIsCutOff();
    void dialogsAreNotCutOff();
    void noDurationIsCutOff();
    void noSizeIsCutOff();
    void noStatusIsCutOff_data();
    void noStatusIsCutOff();
    void noVerdictOfAnImportIsCutOff();
    void noPhaseIsCutOff();
    void keysInMenusAreApart();
    void keysInDialogsAreApart();
    void usualFiltersFollowTheLanguage();
};

void TestTranslation::initTestCase()
{
    // As long as there is no other window, so that all of it is made in German.
    Gui::speak(*qApp, QStringLiteral("de"));
}

void TestTranslation::everyStringIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("English plurals") << QStringLiteral("en");
}

void TestTranslation::everyStringIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = messagesIn(language);
    QVERIFY(messages.size() >= 7);
    QStringList faults;
    for (const Message &message : messages) {
        if (const QString fault = faultOf(message); !fault.isEmpty())
            faults.append(message.source + u' ' + fault);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslation::faultsAreFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<bool>("isGood");
    const auto row
        = [](const char *name, const char *source, const char *translation, bool isGood) {
              QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(translation)
                                  << isGood;
          };
    row("a good one", "&Add %1 to %2", "%1 zu %2 &hinzu", true);
    row("none", "Add", "", false);
    row("a lost placeholder", "Add %1", "Hinzu", false);
    row("another placeholder", "Add %1", "Hinzu %2", false);
    row("a lost count", "%n rows", "Zeilen", false);
    row("a lost mark", "&Add", "Hinzu", false);
    row("a lost line", "a\nb", "a b", false);
}

void TestTranslation::faultsAreFound()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QFETCH(bool, isGood);
    Message message{source, {}, true};
    if (!translation.isEmpty())
        message.translations = {translation};
    QCOMPARE(faultOf(message).isEmpty(), isGood);
    message.isFinished = false;
    QVERIFY(!faultOf(message).isEmpty());
}

void TestTranslation::bothLanguagesAreOffered()
{
    QCOMPARE(Gui::languages(), (QStringList{QStringLiteral("en"), QStringLiteral("de")}));
}

void TestTranslation::theWindowSpeaksGerman()
{
    showThree();
    QCOMPARE(m_window->menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("3 Ziele")));
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(Gui::percentText(84.1, 1), QStringLiteral("84,1\u00a0%"));
    QCOMPARE(QCoreApplication::translate("Gui::Notifier", "%n destination(s) failing", nullptr, 2),
             QStringLiteral("2 Ziele gestört"));
    QTranslator english;
    QVERIFY(english.load(QStringLiteral(":/translations/hookpost_en.qm")));
    QCOMPARE(english.translate("Gui::Notifier", "%n destination(s) failing", nullptr, 1),
             QStringLiteral("%n destination failing"));
}

void TestTranslation::failuresAreToldInGerman()
{
    Attempt attempt = Testing::attempt(1, AttemptOutcome::Failed);
    for (int failure = 1; failure <= static_cast<int>(Failure::NotSent); ++failure) {
        for (int phase = 0; phase <= static_cast<int>(Phase::Body); ++phase) {
            attempt.failure = Failure{failure};
            attempt.phase = Phase{phase};
            const QString words = Core::toWords(attempt);
            QVERIFY2(Gui::spoken(attempt) != words, qPrintable(words));
        }
    }
    const AnswerKind late{AttemptOutcome::Temporary, 0, Failure::TimedOut, Phase::Wait};
    QVERIFY(Gui::spoken(late) != Core::toWords(late));
    attempt.error = QStringLiteral("<b>as it was said</b>");
    QCOMPARE(Gui::spoken(attempt), attempt.error);
    QCOMPARE(Gui::spoken(Testing::attempt(1)), QStringLiteral("unterwegs"));
    Attempt brokenOff = Testing::attempt(1, AttemptOutcome::Interrupted);
    brokenOff.failure = Failure::None;
    brokenOff.error = QStringLiteral("Hookpost ended before an answer came");
    QCOMPARE(Gui::rowOf(brokenOff).reason,
             QStringLiteral("Hookpost endete, bevor eine Antwort kam"));
}

void TestTranslation::whatIsKnownOfAFailureIsToldInGerman_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("words");
    const auto row = [](Failure failure, const char *detail, const char *words) {
        QTest::newRow(detail) << failure << QString::fromUtf8(detail) << QString::fromUtf8(words);
    };
    row(Failure::TlsFailed, "the certificate is that of a.example",
        "TLS gescheitert: das Zertifikat ist das von a.example");
    row(Failure::TlsFailed, "something in the chain of the certificate is too weak or not allowed",
        "TLS gescheitert: etwas in der Kette des Zertifikats ist zu schwach oder nicht erlaubt");
    row(Failure::TlsFailed, "whatever OpenSSL says; the certificate is that of %1",
        "TLS gescheitert: whatever OpenSSL says; das Zertifikat ist das von %1");
    row(Failure::NotHttp, "its headers are longer than 256 KiB",
        "die Antwort ist kein HTTP: ihre Header sind länger als 256 KiB");
    row(Failure::NotSent, "no file descriptor is free",
        "nicht gesendet: kein Dateideskriptor ist frei");
}

void TestTranslation::whatIsKnownOfAFailureIsToldInGerman()
{
    QFETCH(Failure, failure);
    QFETCH(QString, detail);
    QFETCH(QString, words);
    Attempt attempt = Testing::attempt(1, AttemptOutcome::Failed);
    attempt.failure = failure;
    attempt.phase = Phase::None;
    attempt.error = Core::toWords(failure, Phase::None) + QStringLiteral(": ") + detail;
    QCOMPARE(Gui::spoken(attempt), words);
    QCOMPARE(Gui::rowOf(attempt).reason, words);
    Destination marked;
    marked.mark = attempt.error;
    if (failure == Failure::TlsFailed)
        QCOMPARE(Gui::spokenMark(marked), words);
}

void TestTranslation::nextStepsAreToldInGerman()
{
    AttemptRecord record;
    record.dueAt = record.attempt.startedAt;
    QSet<QString> said;
    for (int step = 1; step <= static_cast<int>(NextStep::Removed); ++step) {
        record.nextStep = NextStep{step};
        said.insert(Gui::spokenStep(record));
    }
    QCOMPARE(said.size(), static_cast<int>(NextStep::Removed));
    QVERIFY(said.contains(QStringLiteral("Die Zustellung ist angekommen.")));
    for (const QString &sentence : std::as_const(said))
        QVERIFY2(!sentence.contains(QStringLiteral("was "))
                     && !sentence.contains(QStringLiteral(" is "))
                     && !sentence.contains(QStringLiteral(" has ")),
                 qPrintable(sentence));
}

void TestTranslation::pausesAreToldInGerman()
{
    Destination paused;
    paused.pauseReason = GoneReason;
    QCOMPARE(Gui::spokenPause(paused), QStringLiteral("der Empfänger hat 410 Gone geantwortet"));
    paused.pauseReason = failingReason(Testing::attempt(1).startedAt);
    QVERIFY(Gui::spokenPause(paused).startsWith(QStringLiteral("nur Fehlschläge seit ")));
    paused.pauseReason = QStringLiteral("the boss said so");
    QCOMPARE(Gui::spokenPause(paused), paused.pauseReason);
}

void TestTranslation::nothingIsCutOff()
{
    m_window->resize(1280, 800);
    QVERIFY2(cutOffIn(*m_window).isEmpty(), qPrintable(cutOffIn(*m_window).join(u'\n')));
    showThree();
    emit m_window->facts().attemptsRecorded({Testing::attempt(1, AttemptOutcome::Temporary, 503)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = Testing::attempt(1, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptLoaded(record);
    QCoreApplication::processEvents();
    QVERIFY2(cutOffIn(*m_window).isEmpty(), qPrintable(cutOffIn(*m_window).join(u'\n')));
    QCOMPARE(m_window->size(), QSize(1280, 800));
}

void TestTranslation::dialogsAreNotCutOff()
{
    child<Gui::PreferencesDesk>()->open->trigger();
    child<Gui::PreferencesDesk>()->showShortcuts->trigger();
    child<Gui::DestinationDesk>()->add->trigger();
    auto *const preferences = child<Gui::PreferencesDialog>();
    auto *const pages = preferences->findChild<QListWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        QCoreApplication::processEvents();
        for (const QDialog *const dialog : m_window->findChildren<QDialog *>())
            QVERIFY2(cutOffIn(*dialog).isEmpty(), qPrintable(cutOffIn(*dialog).join(u'\n')));
    }
}

void TestTranslation::noDurationIsCutOff()
{
    auto *const view = child<Gui::LogView>();
    const QFontMetrics metrics = view->fontMetrics();
    const int room = view->columnWidth(Gui::DurationColumn) - 2 * Gui::CellPainter::Margin;
    for (const int milliseconds : {589, 888, 1840, 58'880}) {
        const QString text = Gui::durationText(Milliseconds{milliseconds});
        QCOMPARE(metrics.elidedText(text, Qt::ElideRight, room), text);
    }
}

void TestTranslation::noSizeIsCutOff()
{
    auto *const view = child<Gui::LogView>();
    const QFontMetrics metrics = view->fontMetrics();
    const int room = view->columnWidth(Gui::SizeColumn) - 2 * Gui::CellPainter::Margin;
    for (const qint64 bytes : {qint64{57}, qint64{60'800}, MostResponseBytes}) {
        const QString text = Gui::answerSizeText(bytes);
        QCOMPARE(metrics.elidedText(text, Qt::ElideRight, room), text);
    }
}

void TestTranslation::noStatusIsCutOff_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual text") << 100;
    QTest::newRow("large text") << 200;
}

void TestTranslation::noStatusIsCutOff()
{
    QFETCH(int, percent);
    auto *const view = child<Gui::LogView>();
    QFont font = view->font();
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    view->setFont(font);
    const QFontMetrics metrics(font);
    const int glyph = metrics.height() * 9 / 10 + Gui::CellPainter::Margin;
    const int room = view->columnWidth(Gui::StatusColumn) - 2 * Gui::CellPainter::Margin - glyph;
    const auto isWhole = [&](const QString &text) {
        return metrics.elidedText(text, Qt::ElideRight, room) == text;
    };
    Attempt attempt = Testing::attempt(1, AttemptOutcome::Failed);
    attempt.timings.total = Milliseconds{10'000};
    for (int failure = 1; failure <= static_cast<int>(Failure::NotSent); ++failure) {
        attempt.failure = Failure{failure};
        attempt.error.clear();
        QVERIFY2(isWhole(Gui::brief(attempt)), qPrintable(Gui::brief(attempt)));
    }
    attempt.failure = Failure::TlsFailed;
    for (const char *const detail : {"expired", "not yet valid", "host name did not match",
                                     "self-signed", "issuer", "packet"}) {
        attempt.error = QString::fromLatin1(detail);
        QVERIFY2(isWhole(Gui::brief(attempt)), qPrintable(Gui::brief(attempt)));
    }
    for (const int status : {200, 404, 429, 500, 502, 503, 504}) {
        attempt.status = status;
        QVERIFY2(isWhole(Gui::brief(attempt)), qPrintable(Gui::brief(attempt)));
    }
}

void TestTranslation::noVerdictOfAnImportIsCutOff()
{
    Gui::ImportDialog dialog({1, QStringLiteral("a.json"), false}, m_window->facts(),
                             m_window->requests());
    dialog.show();
    ImportPreview preview;
    preview.ticket = 1;
    for (const auto verdict : {ImportVerdict::Added, ImportVerdict::Unchanged}) {
        ImportEntry entry;
        entry.verdict = verdict;
        preview.entries.append(entry);
    }
    emit m_window->facts().importPreviewed(preview);
    const auto *const table = dialog.findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 2);
    const QAbstractItemView &view = *table;
    QVERIFY(table->columnWidth(0) >= view.sizeHintForColumn(0));
}

void TestTranslation::noPhaseIsCutOff()
{
    Gui::TimingView view;
    const Attempt sent = Testing::attempt(1, AttemptOutcome::Delivered, 200);
    view.showTiming(sent, sent.startedAt);
    const QList<Gui::TimedPhase> phases = Gui::phasesOf(sent, sent.startedAt);
    QVERIFY(!phases.isEmpty());
    for (const Gui::TimedPhase &phase : phases)
        QVERIFY(view.nameWidth() > view.fontMetrics().horizontalAdvance(phase.name));
}

void TestTranslation::keysInMenusAreApart()
{
    QVERIFY2(likeMarks().isEmpty(), qPrintable(likeMarks().join(u'\n')));
}

void TestTranslation::keysInDialogsAreApart()
{
    child<Gui::PreferencesDesk>()->open->trigger();
    child<Gui::DestinationDesk>()->add->trigger();
    auto *const destination = child<Gui::DestinationDialog>();
    destination->findChild<QToolButton *>()->setChecked(true);
    auto *const preferences = child<Gui::PreferencesDialog>();
    auto *const pages = preferences->findChild<QListWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        QCoreApplication::processEvents();
        for (const QDialog *const dialog : m_window->findChildren<QDialog *>())
            QVERIFY2(likeKeysIn(*dialog).isEmpty(), qPrintable(likeKeysIn(*dialog).join(u'\n')));
    }
}

void TestTranslation::usualFiltersFollowTheLanguage()
{
    const QTemporaryDir folder;
    const auto settings = Testing::settingsIn(folder);
    const QString key = QStringLiteral("filter/saved");
    Gui::FilterBar bar(m_window.get());
    bar.saved()->saveTo(*settings);
    QVERIFY(!settings->value(key).toStringList().contains(QStringLiteral("Gescheitert")));
    // As an earlier window left them that spoke English, and in which one got another name.
    settings->setValue(key,
                       QStringList{QStringLiteral("Failed"), QStringLiteral("is:failed"),
                                   QStringLiteral("Sluggish"), QStringLiteral("is:slow")});
    bar.saved()->restoreFrom(*settings);
    const QList<QAction *> filters = bar.saved()->actions();
    QCOMPARE(filters.at(0)->text(), QStringLiteral("Gescheitert"));
    QCOMPARE(filters.at(0)->objectName(), QStringLiteral("filter.saved.Failed"));
    QCOMPARE(filters.at(1)->text(), QStringLiteral("Sluggish"));
    bar.saved()->rename(filters.at(0), QStringLiteral("Bad"));
    bar.saved()->saveTo(*settings);
    bar.saved()->restoreFrom(*settings);
    QCOMPARE(bar.saved()->actions().at(0)->text(), QStringLiteral("Bad"));
}

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
