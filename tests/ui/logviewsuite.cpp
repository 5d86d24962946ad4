// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logviewsuite.h"

#include "tests/ui/makers.h"

#include <QTest>

using namespace Core;

namespace Testing {

Attempt LogViewSuite::beat(qint64 number)
{
    Attempt heartbeat = attempt(number, AttemptOutcome::Delivered, 200);
    heartbeat.kind = EventKind::Heartbeat;
    return heartbeat;
}

void LogViewSuite::init()
{
    failOnWarnings();
    m_next = 1;
    m_log = std::make_unique<StandInLog>();
    m_model = std::make_unique<Gui::LogModel>();
    m_log->serve(*m_model);
    m_panel = std::make_unique<Gui::LogPanel>(*m_model);
    m_panel->resize(900, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    add(500);
    settle();
}

void LogViewSuite::cleanup()
{
    m_panel.reset();
    m_model.reset();
    m_log.reset();
}

void LogViewSuite::tell(const QList<Attempt> &attempts)
{
    m_log->record(attempts);
    m_model->addAttempts(attempts);
    m_model->flush();
}

void LogViewSuite::fillFromRecord(qint64 count)
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= count; ++number)
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
    m_log->record(attempts);
    m_next = count + 1;
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    settle();
}

void LogViewSuite::add(int count)
{
    QList<Attempt> batch;
    for (int i = 0; i < count; ++i)
        batch.append(attempt(m_next++, AttemptOutcome::Delivered, 200));
    tell(batch);
}

void LogViewSuite::settle()
{
    QCoreApplication::processEvents();
}

} // namespace Testing
