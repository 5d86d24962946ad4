// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

using namespace Core;

class TestArchive final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void questionsAreAnsweredInTheirOrder();
    void readingHappensOnAThreadOfItsOwn();
    void nobodyIsAnsweredWhoIsGone();
    void stoppingAnswersWhatWasAsked();
    void whatIsAskedAfterTheEndGetsAnError();
    void recordsThatCannotBeOpenedAreTriedAgain();
    void whatIsWithdrawnEndsSoonAndIsNotAnswered();
    void itIsIdleOnceAllIsAnswered();
    void whatIsWithdrawnBeforeItBeginsIsLeftOut();
    void stoppingBreaksOffWhatTakesLong();

private:
    void askFor(const QString &eventId);
    Inquiry searchWithoutEnd();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Archive> m_archive;
    QStringList m_answers;
    std::atomic_bool m_isSearching = false;
};

void TestArchive::init()
{
    m_answers.clear();
    m_isSearching = false;
    m_archive.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    SqliteStore store(m_directory->path());
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddEvents{
        {makeEvent(QStringLiteral("e1"), {}, "1"), makeEvent(QStringLiteral("e2"), {}, "2")}}}));
    constexpr int Count = 500; // so long that reading it is looked at in between
    const auto added = store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}});
    const DestinationId joe
        = std::get<DestinationAdded>(*added->first()).registration.destination.id;
    QList<Change> claims;
    for (int i = 0; i < Count; ++i)
        claims.append(ClaimHeartbeat{joe, makeEvent(QString::number(i), {}).event});
    QVERIFY(store.write(claims));
    store.close();
    m_archive = std::make_unique<Archive>(std::make_unique<SqliteRecords>(m_directory->path()));
}

/// Adds the event's body to the answers, or its error's sentence.
void TestArchive::askFor(const QString &eventId)
{
    m_archive->ask<Event>(
        [eventId](Records &records) { return records.eventWithBody(EventId{eventId}); }, this,
        [this](const Result<Event> &event) {
            m_answers.append(event ? QString::fromLatin1(event->body) : event.error().sentence);
        });
}

/// Reads a long log again and again, and returns once that is under way.
Inquiry TestArchive::searchWithoutEnd()
{
    const Inquiry inquiry = m_archive->ask<int>(
        [this](Records &records) {
            LogQuery query;
            query.filter = parseFilter(QStringLiteral("nowhere")).filter;
            for (auto found = records.attempts(query);; found = records.attempts(query)) {
                m_isSearching = true;
                if (!found)
                    return Result<int>(found.error());
            }
        },
        this, [this](const Result<int> &none) { m_answers.append(none.error().sentence); });
    if (!QTest::qWaitFor([this] { return m_isSearching.load(); }))
        QTest::qFail("it does not begin", __FILE__, __LINE__);
    return inquiry;
}

void TestArchive::questionsAreAnsweredInTheirOrder()
{
    m_archive->start();
    askFor(QStringLiteral("e1"));
    askFor(QStringLiteral("e2"));
    askFor(QStringLiteral("e3"));
    QVERIFY2(m_answers.isEmpty(), "nothing is answered from within ask()");
    QTRY_COMPARE(m_answers,
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"),
                              QStringLiteral("There is no event e3.")}));
}

void TestArchive::readingHappensOnAThreadOfItsOwn()
{
    m_archive->start();
    QString readOn;
    QThread *answeredOn = nullptr;
    m_archive->ask<QString>(
        [](Records &) -> Result<QString> { return QThread::currentThread()->objectName(); }, this,
        [&](const Result<QString> &name) {
            readOn = *name;
            answeredOn = QThread::currentThread();
        });
    QTRY_COMPARE(readOn, QStringLiteral("archive"));
    QCOMPARE(answeredOn, thread());
}

void TestArchive::nobodyIsAnsweredWhoIsGone()
{
    m_archive->start();
    auto context = std::make_unique<QObject>();
    bool isAnswered = false;
    m_archive->ask<int>([](Records &) -> Result<int> { return 1; }, context.get(),
                        [&isAnswered](const Result<int> &) { isAnswered = true; });
    context.reset();
    askFor(QStringLiteral("e1"));
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(!isAnswered);
}

void TestArchive::stoppingAnswersWhatWasAsked()
{
    m_archive->start();
    for (int i = 0; i < 50; ++i)
        askFor(QStringLiteral("e1"));
    m_archive->stop();
    QCOMPARE(m_answers, QStringList(50, QStringLiteral("1")));
    m_archive->stop();
}

void TestArchive::whatIsAskedAfterTheEndGetsAnError()
{
    m_archive->start();
    m_archive->stop();
    askFor(QStringLiteral("e1"));
    QVERIFY(m_answers.isEmpty());
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("Hookpost is stopping.")});
}

void TestArchive::recordsThatCannotBeOpenedAreTriedAgain()
{
    const QString path = m_directory->filePath(QStringLiteral("hookpost.db"));
    const QString hidden = m_directory->filePath(QStringLiteral("hidden"));
    QVERIFY(QFile::rename(path, hidden));
    m_archive->start();
    askFor(QStringLiteral("e1"));
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY2(m_answers.first().startsWith(QStringLiteral("The database cannot be used")),
             qPrintable(m_answers.first()));
    QVERIFY(QFile::rename(hidden, path));
    askFor(QStringLiteral("e1"));
    QTRY_COMPARE(m_answers.value(1), QStringLiteral("1"));
}

void TestArchive::whatIsWithdrawnEndsSoonAndIsNotAnswered()
{
    m_archive->start();
    Inquiry inquiry = searchWithoutEnd();
    askFor(QStringLiteral("e1"));
    inquiry.withdraw();
    inquiry.withdraw();
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("1")});
    // One that is over, and none.
    Inquiry().withdraw();
    inquiry.withdraw();
    askFor(QStringLiteral("e2"));
    QTRY_COMPARE(m_answers.last(), QStringLiteral("2"));
}

void TestArchive::itIsIdleOnceAllIsAnswered()
{
    m_archive->start();
    QVERIFY(m_archive->isIdle());
    Inquiry inquiry = searchWithoutEnd();
    askFor(QStringLiteral("e1"));
    QVERIFY(!m_archive->isIdle());
    inquiry.withdraw();
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("1")});
    QVERIFY(m_archive->isIdle());
}

void TestArchive::whatIsWithdrawnBeforeItBeginsIsLeftOut()
{
    m_archive->start();
    Inquiry first = searchWithoutEnd();
    std::atomic_bool isRead = false;
    Inquiry second = m_archive->ask<int>(
        [&isRead](Records &) -> Result<int> {
            isRead = true;
            return 1;
        },
        this, [this](const Result<int> &) { m_answers.append(QStringLiteral("second")); });
    second.withdraw();
    first.withdraw();
    askFor(QStringLiteral("e1"));
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("1")});
    QVERIFY(!isRead);
}

void TestArchive::stoppingBreaksOffWhatTakesLong()
{
    m_archive->start();
    searchWithoutEnd();
    m_archive->stop();
    QCOMPARE(m_answers, QStringList{QStringLiteral("The search was broken off.")});
    m_answers.clear();
    m_archive->start();
    askFor(QStringLiteral("e1"));
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("1")});
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
