// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bodyviewsuite.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/prettyplace.h"
#include "ui/detail/textview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>

#include <algorithm>

using Gui::BodyView;
using Gui::JsonTree;
using Gui::JsonTreeModel;

/// The tree of a JSON body.
class TestJsonTree final : public Testing::BodyViewSuite
{
    Q_OBJECT

private slots:
    void theTreeShowsWhatStandsThere();
    void theTreeFetchesLittleByLittle();
    void valuesAndPathsAreCopied();
    void choicesAreTold();
    void aChosenRowHasOneGround();
    void placesInPrettyTextAreValues_data();
    void placesInPrettyTextAreValues();
    void whatIsNoJsonHasNoValues();
    void pointingInPrettyTextOffersTheSame();
    void whatLiesTooDeepIsNotOffered();
};

void TestJsonTree::theTreeShowsWhatStandsThere()
{
    show(R"({"a":12345678901234567890123,"a":"x\ny","b":[1.50,{}],"<b>":null})");
    m_view->setMode(BodyView::Mode::Tree);
    auto *const model = m_view->tree()->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex root = model->index(0, 0);
    QStringList rows;
    for (int row = 0; row < model->rowCount(root); ++row)
        rows.append(model->index(row, 0, root).data().toString() + u'='
                    + model->index(row, 1, root).data().toString());
    QCOMPARE(
        rows,
        (QStringList{QStringLiteral("a=12345678901234567890123"), QStringLiteral("a=\"x\\ny\""),
                     QStringLiteral("b=[ 2 items ]"), QStringLiteral("<b>=null")}));
    const QModelIndex list = model->index(2, 0, root);
    model->fetchMore(list);
    QCOMPARE(model->rowCount(list), 2);
    QCOMPARE(model->index(0, 1, list).data().toString(), QStringLiteral("1.50"));
    QCOMPARE(model->parent(model->index(1, 1, list)), list);
    show("[]");
    m_view->setMode(BodyView::Mode::Tree);
    QVERIFY(!model->hasChildren(model->index(0, 0)));
}

void TestJsonTree::theTreeFetchesLittleByLittle()
{
    show('[' + QByteArray("1,").repeated(1200) + "2]");
    m_view->setMode(BodyView::Mode::Tree);
    auto *const model = m_view->tree()->model();
    const QModelIndex root = model->index(0, 0);
    QList<int> counts{model->rowCount(root)};
    while (model->canFetchMore(root)) {
        model->fetchMore(root);
        counts.append(model->rowCount(root));
    }
    QVERIFY(counts.first() < 1201);
    QCOMPARE(counts.last(), 1201);
    for (qsizetype i = 1; i < counts.size(); ++i)
        QVERIFY(counts.at(i) - counts.at(i - 1) <= JsonTreeModel::RowsAtATime);
    QCOMPARE(model->index(1200, 1, root).data().toString(), QStringLiteral("2"));
    show('[' + QByteArray("[],").repeated(100'000) + "2]");
    m_view->setMode(BodyView::Mode::Tree);
    QTRY_VERIFY(model->rowCount(model->index(0, 0)) >= 500);
}

void TestJsonTree::valuesAndPathsAreCopied()
{
    show(R"({"a":[0,{"odd name":"x\"y","b-c":1.0}]})");
    m_view->setMode(BodyView::Mode::Tree);
    JsonTree *const tree = m_view->tree();
    QModelIndex index = tree->model()->index(0, 0);
    for (const int row : {0, 1, 0}) {
        tree->model()->fetchMore(index);
        index = tree->model()->index(row, 0, index);
    }
    tree->setCurrentIndex(index);
    const auto copied = [tree] {
        QStringList texts;
        for (QAction *const action : tree->actions()) {
            action->trigger();
            texts.append(QGuiApplication::clipboard()->text());
        }
        return texts;
    };
    QCOMPARE(copied(),
             (QStringList{QStringLiteral("x\"y"), QStringLiteral("$.a[1][\"odd name\"]"),
                          QStringLiteral("\"x\\\"y\"")}));
    tree->setCurrentIndex(index.siblingAtRow(1));
    QCOMPARE(
        copied(),
        (QStringList{QStringLiteral("1.0"), QStringLiteral("$.a[1].b-c"), QStringLiteral("1.0")}));
}

void TestJsonTree::choicesAreTold()
{
    show(R"({"a":[0,"x"]})");
    m_view->setMode(BodyView::Mode::Tree);
    JsonTree *const tree = m_view->tree();
    tree->offerChoices(true);
    const QModelIndex root = tree->model()->index(0, 0);
    const QModelIndex list = tree->model()->index(0, 0, root);
    tree->model()->fetchMore(list);
    tree->setCurrentIndex(tree->model()->index(1, 0, list));
    QList<Gui::FieldChoice> choices;
    connect(tree, &JsonTree::filterRequested, this,
            [&choices](const Gui::FieldChoice &choice) { choices.append(choice); });
    connect(tree, &JsonTree::columnRequested, this,
            [&choices](const Gui::FieldChoice &choice) { choices.append(choice); });
    for (QAction *const action : tree->actions().mid(3))
        action->trigger();
    const Gui::FieldChoice expected{
        true, true, {QStringLiteral("a"), QStringLiteral("1")}, QStringLiteral("x")};
    QVERIFY(choices == QList<Gui::FieldChoice>(4, expected));
}

void TestJsonTree::aChosenRowHasOneGround()
{
    show(R"({"a":1,"b":2})");
    m_view->setMode(BodyView::Mode::Tree);
    JsonTree *const tree = m_view->tree();
    tree->setFrameShape(QFrame::NoFrame);
    tree->resize(400, 200);
    tree->expandAll();
    const QModelIndex row = tree->model()->index(1, 0, tree->model()->index(0, 0));
    tree->setCurrentIndex(row);
    QWidget *const port = tree->viewport();
    const QImage picture = port->grab().toImage();
    const int y = tree->visualRect(row).top() + 1;
    QCOMPARE(picture.pixelColor(2, y), picture.pixelColor(port->width() - 3, y));
    const int other = tree->visualRect(row.siblingAtRow(0)).top() + 1;
    QVERIFY(picture.pixelColor(2, y) != picture.pixelColor(2, other));
}

void TestJsonTree::placesInPrettyTextAreValues_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("its name") << QStringLiteral("\"gr")
                              << QByteArray("\"\xc3\xa4 , \xf0\x9f\x98\x80\"");
    QTest::newRow("its middle") << QStringLiteral(" , ")
                                << QByteArray("\"\xc3\xa4 , \xf0\x9f\x98\x80\"");
    QTest::newRow("behind letters of several bytes") << QStringLiteral("1.0") << QByteArray("1.0");
    QTest::newRow("a comma") << QStringLiteral(",\n    true") << QByteArray("1.0");
    QTest::newRow("the end of a line") << QStringLiteral("\n    true") << QByteArray("1.0");
    QTest::newRow("the blanks before it") << QStringLiteral("    true") << QByteArray("true");
    QTest::newRow("what opens a list") << QStringLiteral("[") << QByteArray("[1.0,true,{}]");
    QTest::newRow("what closes a list") << QStringLiteral("]") << QByteArray("[1.0,true,{}]");
    QTest::newRow("an empty one") << QStringLiteral("{}") << QByteArray("{}");
    QTest::newRow("the last") << QStringLiteral("2\n}") << QByteArray("2");
}

void TestJsonTree::placesInPrettyTextAreValues()
{
    QFETCH(QString, at);
    QFETCH(QByteArray, value);
    const QByteArray json("{\"gr\":\"\xc3\xa4 , \xf0\x9f\x98\x80\",\"a\":[1.0,true,{}], \"b\" :2}");
    show(json);
    QVERIFY(shown().contains(at));
    const auto number = Gui::valueAt(shown().indexOf(at), json, false);
    QVERIFY(number.has_value());
    const auto index = Gui::JsonIndex::read(json, false, [] { return false; });
    QCOMPARE(index->value(*number).toByteArray(), value);
}

void TestJsonTree::whatIsNoJsonHasNoValues()
{
    QVERIFY(!Gui::valueAt(1, "[1,", false).has_value());
    QVERIFY(!Gui::valueAt(0, {}, false).has_value());
    QVERIFY(Gui::valueAt(99, "[1,", true).has_value());
}

void TestJsonTree::pointingInPrettyTextOffersTheSame()
{
    show(R"({"a":[0,{"R&D <b>":"x"}]})");
    QCOMPARE(m_view->mode(), BodyView::Mode::Pretty);
    m_view->tree()->offerChoices(false);
    auto *const text = m_view->findChild<Gui::TextView *>();
    QTextCursor cursor = text->document()->find(QStringLiteral("\"x\""));
    cursor.setPosition(cursor.selectionStart() + 1);
    const QPoint point = text->cursorRect(cursor).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, text->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(text->viewport(), &event);
    QMenu *const menu = text->findChild<QMenu *>();
    QVERIFY(menu != nullptr && menu->isVisible());
    // What has a key is the text's own.
    for (QAction *const action : m_view->tree()->actions())
        QVERIFY2(menu->actions().contains(action) == action->shortcut().isEmpty(),
                 qPrintable(action->text()));
    const auto shows = [menu](const QString &words) {
        const QList<QAction *> actions = menu->actions();
        return std::any_of(actions.begin(), actions.end(),
                           [&words](const QAction *action) { return action->text() == words; });
    };
    QVERIFY(shows(QStringLiteral("$.a[1][\"R&&D <b>\"]")));
    QList<Gui::FieldChoice> choices;
    connect(m_view->tree(), &JsonTree::filterRequested, this,
            [&choices](const Gui::FieldChoice &choice) { choices.append(choice); });
    m_view->tree()->actions().at(3)->trigger();
    const QStringList path{QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("R&D <b>")};
    QVERIFY(choices == (QList<Gui::FieldChoice>{{true, false, path, QStringLiteral("x")}}));
    menu->close();
    // What is no JSON has its text alone.
    show("plain words");
    QCoreApplication::sendEvent(text->viewport(), &event);
    for (const QMenu *const other : text->findChildren<QMenu *>())
        QVERIFY(!other->isVisible()
                || !other->actions().contains(m_view->tree()->actions().last()));
}

void TestJsonTree::whatLiesTooDeepIsNotOffered()
{
    constexpr int Depth = 20'000;
    show(QByteArray(Depth, '[') + '1' + QByteArray(Depth, ']'));
    m_view->setMode(BodyView::Mode::Tree);
    QCOMPARE(m_view->tree()->point(0), QStringLiteral("$"));
    QVERIFY(m_view->tree()->point(2).endsWith(QStringLiteral("[0][0]")));
    QCOMPARE(m_view->tree()->point(Depth), QString());
}

QTEST_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
