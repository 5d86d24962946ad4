// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/destinations/destinationdelegate.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/look/format.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Core;
using Gui::DestinationModel;
using Gui::Health;
using Testing::destination;

namespace {

QImage painted(const Gui::DestinationDelegate &delegate, const DestinationModel &model)
{
    QStyleOptionViewItem option;
    option.rect = {0, 0, 700, 60};
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    delegate.paint(&painter, option, model.index(1));
    return image;
}

/// Where \a image has anything else than \a ground, whatever its colour.
QImage shapeOn(const QImage &ground, const QImage &image)
{
    QImage shape(image.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            shape.setPixel(x, y, image.pixel(x, y) == ground.pixel(x, y) ? 0 : 1);
    }
    return shape;
}

} // namespace

class TestDestinationModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void allComeFirst();
    void changesHappenInPlace();
    void removedOnesAreForgotten();
    void restoredOnesGetTheirPlacesBack();
    void healthIsToldApart_data();
    void healthIsToldApart();
    void everyHealthHasItsOwnShapeAndWord();
    void newOnesAreFreshForAWhile();
    void whatIsSpokenTellsAll();
    void recentOutcomesAreToldApartWithoutColour();
    void whatStandsInTheWayIsShown();
    void valuesInAUrlAreNotShown();
    void aPauseThatTheReceiverAskedForIsTold();
    void nothingIsPromisedWhileDispatchingIsOff();
    void namesAreShownAsText();
};

void TestDestinationModel::init()
{
    Testing::failOnWarnings();
}

void TestDestinationModel::allComeFirst()
{
    DestinationModel model(Time{});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 1);
    model.show(
        {destination(1, QStringLiteral("orders")), destination(2, QStringLiteral("billing"))});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("All destinations"));
    QVERIFY(model.statusAt(0) == nullptr);
    QCOMPARE(model.index(2).data().toString(), QStringLiteral("billing"));
    QCOMPARE(model.rowOf(DestinationId{2}), 2);
}

void TestDestinationModel::changesHappenInPlace()
{
    DestinationModel model(Time{});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(
        {destination(1, QStringLiteral("orders")), destination(2, QStringLiteral("billing"))});
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.show({destination(1, QStringLiteral("orders-2"))});
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("orders-2"));
    QVERIFY(inserted.isEmpty());
}

void TestDestinationModel::removedOnesAreForgotten()
{
    DestinationModel model(Time{});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show({destination(1, QStringLiteral("a")), destination(2, QStringLiteral("b")),
                destination(3, QStringLiteral("c"))});
    model.forget({DestinationId{2}, DestinationId{99}});
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.rowOf(DestinationId{2}), -1);
    QCOMPARE(model.rowOf(DestinationId{3}), 2);
}

void TestDestinationModel::restoredOnesGetTheirPlacesBack()
{
    DestinationModel model(Time{});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<DestinationStatus> statuses;
    for (int i = 1; i <= 5; ++i)
        statuses.append(destination(i, QString::number(i)));
    model.show(statuses);
    model.forget({DestinationId{1}, DestinationId{3}, DestinationId{4}});
    model.show(
        {destination(6, QStringLiteral("6")), statuses.at(3), statuses.at(0), statuses.at(2)});
    QStringList names;
    for (int row = 1; row <= model.count(); ++row) {
        names.append(model.index(row).data().toString());
        QCOMPARE(model.rowOf(model.statusAt(row)->destination.id), row);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("1 2 3 4 5 6"));
}

void TestDestinationModel::healthIsToldApart_data()
{
    QTest::addColumn<DestinationState>("state");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("wasSent");
    QTest::addColumn<Health>("health");
    QTest::newRow("what answers well is active")
        << DestinationState::Active << 0 << true << Health::Active;
    QTest::newRow("what fails is failing")
        << DestinationState::Active << 2 << true << Health::Failing;
    QTest::newRow("what was never tried is told so")
        << DestinationState::Active << 0 << false << Health::NeverSent;
    QTest::newRow("a pause counts more than failures")
        << DestinationState::Paused << 5 << true << Health::Paused;
}

void TestDestinationModel::healthIsToldApart()
{
    QFETCH(DestinationState, state);
    QFETCH(int, failures);
    QFETCH(bool, wasSent);
    QFETCH(Health, health);
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.destination.state = state;
    status.failuresInARow = failures;
    if (!wasSent)
        status.lastAttempt.reset();
    QCOMPARE(Gui::healthOf(status), health);
}

void TestDestinationModel::everyHealthHasItsOwnShapeAndWord()
{
    QSet<Gui::Glyph> glyphs;
    QSet<QString> words;
    for (const Health health :
         {Health::NeverSent, Health::Active, Health::Failing, Health::Paused}) {
        glyphs.insert(Gui::glyphOf(health));
        words.insert(Gui::toWords(health));
    }
    QCOMPARE(glyphs.size(), 4);
    QCOMPARE(words.size(), 4);
}

void TestDestinationModel::newOnesAreFreshForAWhile()
{
    const DestinationStatus old = destination(1, QStringLiteral("old"));
    DestinationModel model(old.destination.createdAt);
    DestinationStatus young = destination(2, QStringLiteral("young"));
    young.destination.createdAt += Milliseconds{1};
    model.show({old, young});
    QVERIFY(!model.isFresh(1));
    QVERIFY(model.isFresh(2));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(!model.isFresh(2));
    QCOMPARE(changed.size(), 1);
}

void TestDestinationModel::whatIsSpokenTellsAll()
{
    DestinationModel model(Time{});
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.waiting = 12;
    status.failuresInARow = 1;
    model.show({status});
    const QString spoken = model.index(1).data(Qt::AccessibleTextRole).toString();
    for (const char *const part : {"orders", "failing", "last answer 200 OK", "12 waiting"})
        QVERIFY2(spoken.contains(QString::fromLatin1(part)), qPrintable(spoken));
}

void TestDestinationModel::recentOutcomesAreToldApartWithoutColour()
{
    DestinationModel model(Time{});
    const Gui::DestinationDelegate delegate(model);
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    model.show({status});
    const QImage without = painted(delegate, model);
    const auto shapeOf = [&](AttemptOutcome outcome) {
        status.recent = {outcome, outcome};
        model.show({status});
        return shapeOn(without, painted(delegate, model));
    };
    const QImage delivered = shapeOf(AttemptOutcome::Delivered);
    const QImage failed = shapeOf(AttemptOutcome::Failed);
    const QImage temporary = shapeOf(AttemptOutcome::Temporary);
    QVERIFY(delivered != failed && delivered != temporary);
    QVERIFY(failed != temporary);
    status.recent = {AttemptOutcome::Delivered, AttemptOutcome::Failed, AttemptOutcome::Failed,
                     AttemptOutcome::Temporary};
    model.show({status});
    const QString described = model.index(1).data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(described.contains(QStringLiteral("1 of the last 4 attempts were delivered, 2 failed "
                                               "for good, 1 did not go through yet")),
             qPrintable(described));
}

void TestDestinationModel::valuesInAUrlAreNotShown()
{
    DestinationModel model(Time{});
    const Gui::DestinationDelegate delegate(model);
    const auto paintedWith = [&](const QString &query) {
        DestinationStatus status = destination(1, QStringLiteral("orders"));
        status.destination.url += query;
        model.show({status});
        return painted(delegate, model);
    };
    QVERIFY(paintedWith(QStringLiteral("?a=1")) != paintedWith(QStringLiteral("?b=1")));
    QVERIFY(paintedWith(QStringLiteral("?a=1")) == paintedWith(QStringLiteral("?a=s3cret")));
    const QString toolTip = model.index(1).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(QStringLiteral("?a=***")), qPrintable(toolTip));
    QVERIFY(!toolTip.contains(QStringLiteral("s3cret")));
}

void TestDestinationModel::whatStandsInTheWayIsShown()
{
    DestinationModel model(Time{});
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.destination.mark = QStringLiteral("TLS failed: expired");
    QCOMPARE(Gui::healthOf(status), Health::Failing);
    model.show({status});
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(status.destination.mark));
    QVERIFY(!model.index(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("at a time")));
    status.probeAt = status.destination.createdAt;
    model.show({status});
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("at a time")));
    QVERIFY(!model.index(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("held")));
    status.heldUntil = status.destination.createdAt;
    model.show({status});
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("held until")));
}

void TestDestinationModel::aPauseThatTheReceiverAskedForIsTold()
{
    DestinationModel model(Time{});
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    const Time now = Gui::now();
    QVERIFY(Gui::heldText(status, now).isEmpty());
    status.heldUntil = now + std::chrono::seconds{42};
    QCOMPARE(Gui::heldText(status, now),
             QStringLiteral("asked us to wait; next in\u00a042\u00a0s"));
    // What waits may be due later still.
    status.nextAt = now + std::chrono::minutes{5};
    QCOMPARE(Gui::heldText(status, now),
             QStringLiteral("asked us to wait; next in\u00a05\u00a0min"));
    QVERIFY(Gui::heldText(status, *status.heldUntil).isEmpty());
    status.heldUntil = now + std::chrono::hours{2};
    model.show({status});
    const QString spoken = model.index(1).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("asked us to wait")), qPrintable(spoken));
}

void TestDestinationModel::nothingIsPromisedWhileDispatchingIsOff()
{
    DestinationModel model(Time{});
    const Gui::DestinationDelegate delegate(model);
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.failuresInARow = 1;
    status.nextAt = Gui::now() + std::chrono::seconds{42};
    status.probeAt = status.nextAt;
    const auto told = [&model] {
        return model.index(1).data(Qt::AccessibleTextRole).toString()
            + model.index(1).data(Qt::AccessibleDescriptionRole).toString()
            + model.index(1).data(Qt::ToolTipRole).toString();
    };
    model.show({status});
    QVERIFY(told().contains(QStringLiteral("next attempt in")));
    const QImage promising = painted(delegate, model);
    EngineStatus engine;
    engine.isDispatching = false;
    model.takeStatus(engine);
    QVERIFY2(!told().contains(QStringLiteral("next")), qPrintable(told()));
    QVERIFY(told().contains(QStringLiteral("dispatching is off")));
    QVERIFY(painted(delegate, model) != promising);
    status.heldUntil = status.nextAt;
    model.show({status});
    QVERIFY2(!told().contains(QStringLiteral("next")), qPrintable(told()));
    status.destination.state = DestinationState::Paused;
    model.show({status});
    QVERIFY2(!told().contains(QStringLiteral("dispatching")), qPrintable(told()));
    status.destination.state = DestinationState::Active;
    model.show({status});
    engine.isDispatching = true;
    model.takeStatus(engine);
    QVERIFY(told().contains(QStringLiteral("asked us to wait; next in")));
}

void TestDestinationModel::namesAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        DestinationModel model(Time{});
        DestinationStatus status = destination(1, text);
        status.destination.url = text;
        status.destination.state = DestinationState::Paused;
        status.destination.pauseReason = text;
        status.destination.mark = text;
        model.show({status});
        QTextDocument toolTip;
        toolTip.setHtml(model.index(1).data(Qt::ToolTipRole).toString());
        const QString name = model.index(1).data().toString();
        QVERIFY(toolTip.toPlainText().startsWith(name + u'\n'));
        QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x202e)));
    }
}

QTEST_MAIN(TestDestinationModel)
#include "tst_destinationmodel.moc"
