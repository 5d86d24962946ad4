// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/desk/whereabouts.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using Gui::keepWhereabouts;
using Gui::Whereabouts;
using Gui::whereaboutsIn;

/// Where somebody was, for each log.
class TestWhereabouts final : public QObject
{
    Q_OBJECT

private slots:
    void eachLogHasItsOwn();
    void theOldestAreForgotten();
};

void TestWhereabouts::eachLogHasItsOwn()
{
    const QTemporaryDir folder;
    const Whereabouts one{
        QStringLiteral("is:failed"), {3}, LogKey::of(AttemptId{7}), false, "some"};
    const Whereabouts other{{}, {}, {}, true, {}};
    const auto settings = Testing::settingsIn(folder);
    QVERIFY(!whereaboutsIn(QStringLiteral("/one"), *settings));
    keepWhereabouts(one, QStringLiteral("/one"), *settings);
    keepWhereabouts(other, QStringLiteral("/other"), *settings);
    settings->sync();
    const auto read = Testing::settingsIn(folder);
    QCOMPARE(whereaboutsIn(QStringLiteral("/one"), *read), one);
    QCOMPARE(whereaboutsIn(QStringLiteral("/other"), *read), other);
    keepWhereabouts(other, QStringLiteral("/one"), *read);
    QCOMPARE(whereaboutsIn(QStringLiteral("/one"), *read), other);
}

/// Those that were not used for longest, whenever they were first.
void TestWhereabouts::theOldestAreForgotten()
{
    const QTemporaryDir folder;
    const auto settings = Testing::settingsIn(folder);
    const auto logName = [](qsizetype i) { return QStringLiteral("/%1").arg(i); };
    for (qsizetype i = 0; i < Gui::MostWhereabouts; ++i)
        keepWhereabouts({}, logName(i), *settings);
    keepWhereabouts({}, logName(0), *settings);
    keepWhereabouts({}, QStringLiteral("/new"), *settings);
    QVERIFY(whereaboutsIn(logName(0), *settings));
    QVERIFY(!whereaboutsIn(logName(1), *settings));
    QVERIFY(whereaboutsIn(logName(2), *settings));
    QCOMPARE(settings->value(QStringLiteral("reading/size")).toInt(), 10);
}

QTEST_GUILESS_MAIN(TestWhereabouts)
#include "tst_whereabouts.moc"
