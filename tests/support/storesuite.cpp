// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storesuite.h"

Q_DECLARE_METATYPE(StoreFixture::Make)

void StoreSuite::initTestCase_data()
{
    QTest::addColumn<StoreFixture::Make>("make");
    QTest::newRow("SQLite") << StoreFixture::Make::Sqlite;
    QTest::newRow("memory") << StoreFixture::Make::Memory;
}

void StoreSuite::init()
{
    QFETCH_GLOBAL(StoreFixture::Make, make);
    m_fixture = std::make_unique<StoreFixture>(make);
}

void StoreSuite::cleanup()
{
    m_fixture.reset();
}
