// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/desk/language.h"
#include "ui/log/eventsummary.h"
#include "ui/log/logdelegate.h"
#include "ui/look/brief.h"
#include "ui/look/cellpainter.h"

#include <QScopeGuard>
#include <QTest>

using namespace Core;
using Gui::brief;

namespace {

/// Of the Status column, beside its glyph.
int roomForWords(const QFont &font)
{
    const int glyph = QFontMetrics(font).height() * 9 / 10 + Gui::CellPainter::Margin;
    return Gui::LogDelegate::statusWidth(font) - 2 * Gui::CellPainter::Margin - glyph;
}

} // namespace

/// How attempts stand, in the few words that a column has room for.
class TestBrief final : public QObject
{
    Q_OBJECT

private slots:
    void statusesAreShort_data();
    void statusesAreShort();
    void failuresAreToldInAFewWords_data();
    void failuresAreToldInAFewWords();
    void aTimeLimitIsToldRound_data();
    void aTimeLimitIsToldRound();
    void usualWordsFitIntoTheColumn_data();
    void usualWordsFitIntoTheColumn();
    void usualSumsFitIntoTheColumn_data();
    void usualSumsFitIntoTheColumn();
};

void TestBrief::statusesAreShort_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("a short one stays") << 404 << QStringLiteral("404 Not Found");
    QTest::newRow("a long one is cut by hand") << 503 << QStringLiteral("503 Unavailable");
    QTest::newRow("an unknown one is a number") << 599 << QStringLiteral("599");
}

void TestBrief::statusesAreShort()
{
    QFETCH(int, status);
    QFETCH(QString, text);
    QCOMPARE(brief(Testing::attempt(1, AttemptOutcome::Failed, status)), text);
}

void TestBrief::failuresAreToldInAFewWords_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("text");
    const auto row = [](Failure failure, Phase phase, const char *detail, const char *text) {
        QTest::newRow(text) << failure << phase << QString::fromUtf8(detail)
                            << QString::fromUtf8(text).replace(u'_', QChar::Nbsp);
    };
    row(Failure::NameNotFound, Phase::LookUp, "", "DNS: not found");
    row(Failure::TimedOut, Phase::Connect, "", "timed out 10_s");
    row(Failure::NotHttp, Phase::Headers, "its headers are longer than 256 KiB", "not HTTP");
    row(Failure::ClosedWithoutAnswer, Phase::Headers, "", "answer broken off");
    row(Failure::ClosedWithoutAnswer, Phase::Wait, "", "closed unanswered");
    row(Failure::ClosedWithoutAnswer, Phase::None, "", "connection ended");
    row(Failure::ClosedWithoutAnswer, Phase::Tls, "", "ended in handshake");
    row(Failure::TlsFailed, Phase::Tls,
        "The certificate has expired; the certificate is that of shop.example",
        "TLS: expired certificate");
    row(Failure::TlsFailed, Phase::Tls,
        "The host name did not match any of the valid hosts for this certificate",
        "TLS: another name");
    row(Failure::TlsFailed, Phase::Tls, "The certificate is self-signed, and untrusted",
        "TLS: self-signed");
    row(Failure::TlsFailed, Phase::Tls, "The issuer certificate could not be found",
        "TLS: unknown issuer");
    // As Hookpost tells it now; above, as it was told by Qt.
    for (const auto &[words, text] :
         {std::pair("the certificate has expired; the certificate is that of a",
                    "expired certificate"),
          std::pair("the certificate is for another host name", "another name"),
          std::pair("the certificate is self-signed", "self-signed"),
          std::pair("the root certificate is self-signed and not trusted", "self-signed"),
          std::pair("the issuer of the certificate is not known", "unknown issuer"),
          std::pair("wrong version number", "not spoken there")})
        QTest::addRow("%s", words) << Failure::TlsFailed << Phase::Tls << QString::fromUtf8(words)
                                   << QLatin1StringView("TLS: ") + QString::fromUtf8(text);
    row(Failure::TlsFailed, Phase::Tls, "what nobody has heard of", "TLS failed");
}

void TestBrief::failuresAreToldInAFewWords()
{
    QFETCH(Failure, failure);
    QFETCH(Phase, phase);
    QFETCH(QString, detail);
    QFETCH(QString, text);
    Attempt failed = Testing::attempt(1, AttemptOutcome::Temporary);
    failed.failure = failure;
    failed.phase = phase;
    failed.timings.total = Milliseconds{10'004};
    failed.error = Core::toWords(failure, phase);
    if (!detail.isEmpty())
        failed.error += QStringLiteral(": ") + detail;
    QCOMPARE(brief(failed), text);
    const Gui::LogRow row = Gui::rowOf(failed);
    QCOMPARE(Gui::statusText(row), text);
    QCOMPARE(row.status, failed.error);
    QVERIFY(Gui::sentenceOf(row).contains(failed.error));
}

void TestBrief::aTimeLimitIsToldRound_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 9998 << QStringLiteral("timed out 10_s");
    QTest::newRow("minutes") << 120'003 << QStringLiteral("timed out 120_s");
    QTest::newRow("less than a second") << 250 << QStringLiteral("timed out 250_ms");
}

void TestBrief::aTimeLimitIsToldRound()
{
    QFETCH(int, milliseconds);
    QFETCH(QString, text);
    Attempt late = Testing::attempt(1, AttemptOutcome::Temporary);
    late.failure = Failure::TimedOut;
    late.timings.total = Milliseconds{milliseconds};
    QCOMPARE(brief(late), text.replace(u'_', QChar::Nbsp));
}

void TestBrief::usualWordsFitIntoTheColumn_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual text") << 100;
    QTest::newRow("large text") << 200;
}

void TestBrief::usualWordsFitIntoTheColumn()
{
    QFETCH(int, percent);
    QFont font;
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    const QFontMetrics metrics(font);
    const int room = roomForWords(font);
    for (const char *const text :
         {"503 Unavailable", "429 Too Many Requests", "timed out 10 s", "connection refused",
          "TLS: expired certificate", "DNS: not found", "interrupted"}) {
        const QString words = QString::fromLatin1(text);
        QCOMPARE(metrics.elidedText(words, Qt::ElideRight, room), words);
    }
}

void TestBrief::usualSumsFitIntoTheColumn_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const QString &language : Gui::languages()) {
        for (const int percent : {100, 200})
            QTest::addRow("%s at %d", qPrintable(language), percent) << language << percent;
    }
}

/// Of the line that stands for an event, in each language.
void TestBrief::usualSumsFitIntoTheColumn()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    Gui::speak(*qApp, language);
    const auto back = qScopeGuard([] { Gui::speak(*qApp, QStringLiteral("en")); });
    QFont font;
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    const int room = roomForWords(font);
    const QStringList one(1, QStringLiteral("orders"));
    const QStringList twelve(12, QStringLiteral("orders"));
    for (const Gui::EventSummary &summary :
         {Gui::EventSummary{one, one, one, {}, {}}, Gui::EventSummary{twelve, one, {}, {}, {}},
          Gui::EventSummary{twelve, {}, twelve, {}, {}},
          Gui::EventSummary{twelve, {}, {}, one, {}}}) {
        const QString words = Gui::summaryText(summary);
        QCOMPARE(QFontMetrics(font).elidedText(words, Qt::ElideRight, room), words);
    }
}

QTEST_MAIN(TestBrief)
#include "tst_brief.moc"
