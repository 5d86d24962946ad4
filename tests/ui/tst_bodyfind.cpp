// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/findbar.h"
#include "ui/detail/textview.h"

#include <QLineEdit>
#include <QTest>

using Gui::BodyView;
using Gui::FindBar;
using Gui::TextView;

/// Words are looked for in what is not shown as a text.
class TestBodyFind final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void findingOnShowsTheText_data();
    void findingOnShowsTheText();
    void typingShowsTheText();

private:
    QString selected() const
    {
        return m_view->findChild<TextView *>()->textCursor().selectedText();
    }
    QLineEdit &words() const { return *m_finder->findChild<QLineEdit *>(); }

    std::unique_ptr<BodyView> m_view;
    FindBar *m_finder = nullptr;
};

/// The find bar is open, and the tree is in front.
void TestBodyFind::init()
{
    Testing::failOnWarnings();
    m_view = std::make_unique<BodyView>(QStringLiteral("body"));
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->showBody({"{\"a\":\"one\",\"b\":[\"two\",\"one\"]}", {}, false, {}});
    m_finder = m_view->finder();
    m_finder->open();
    words().setText(QStringLiteral("one"));
    QTRY_COMPARE(selected(), QStringLiteral("one"));
    m_view->setMode(BodyView::Mode::Tree);
    QVERIFY(m_finder->isVisible() && m_view->mode() == BodyView::Mode::Tree);
}

void TestBodyFind::cleanup()
{
    m_view.reset();
}

void TestBodyFind::findingOnShowsTheText_data()
{
    QTest::addColumn<bool>("isByKey");
    QTest::newRow("Enter in the find bar") << true;
    QTest::newRow("its button, or F3") << false;
}

void TestBodyFind::findingOnShowsTheText()
{
    QFETCH(bool, isByKey);
    if (isByKey)
        QTest::keyClick(&words(), Qt::Key_Return);
    else
        m_finder->findPrevious();
    QVERIFY(m_view->mode() == BodyView::Mode::Pretty);
    QTRY_COMPARE(selected(), QStringLiteral("one"));
    QVERIFY(m_view->findChild<TextView *>()->isVisible());
}

void TestBodyFind::typingShowsTheText()
{
    words().setText(QStringLiteral("two"));
    QVERIFY(m_view->mode() == BodyView::Mode::Pretty);
    QTRY_COMPARE(selected(), QStringLiteral("two"));
}

QTEST_MAIN(TestBodyFind)
#include "tst_bodyfind.moc"
