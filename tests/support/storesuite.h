// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/storefixture.h"

/// The base of a suite that runs over each make of store, with a new one for every test.
class StoreSuite : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

protected:
    std::unique_ptr<StoreFixture> m_fixture;
};
