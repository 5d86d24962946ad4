// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bodyviewsuite.h"

#include "tests/ui/makers.h"
#include "ui/detail/textview.h"

#include <QLabel>
#include <QTest>

using Gui::TextView;

namespace Testing {

QByteArray largeJson()
{
    QByteArray json("[");
    for (int i = 0; json.size() < TenMegabytes; ++i)
        json += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"customer\",\"paid\":true},";
    json.back() = ']';
    return json;
}

void BodyViewSuite::init()
{
    failOnWarnings();
    m_view = std::make_unique<Gui::BodyView>(QStringLiteral("body"));
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void BodyViewSuite::cleanup()
{
    m_view.reset();
}

void BodyViewSuite::show(const QByteArray &bytes, const QByteArray &type, bool isCut)
{
    m_view->showBody({bytes, type, isCut, QStringLiteral("no body")});
}

QString BodyViewSuite::shown() const
{
    return m_view->findChild<TextView *>()->toPlainText();
}

QString BodyViewSuite::selected() const
{
    return m_view->findChild<TextView *>()->textCursor().selectedText();
}

QString BodyViewSuite::note() const
{
    return m_view->findChild<QLabel *>()->text();
}

} // namespace Testing
