// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logmodelsuite.h"

#include "tests/ui/makers.h"

#include <QTest>

using namespace Core;

namespace Testing {

void LogModelSuite::init()
{
    failOnWarnings();
    m_log = std::make_unique<StandInLog>();
    m_model = std::make_unique<Gui::LogModel>();
    m_log->serve(*m_model);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void LogModelSuite::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_log.reset();
}

QList<qint64> LogModelSuite::shown() const
{
    QList<qint64> numbers;
    for (int line = 0; line < m_model->rowCount(); ++line) {
        const LogKey key = m_model->lineAt(line).key;
        numbers.append(key.isCapture() ? -key.capture().value : key.attempt().value);
    }
    return numbers;
}

void LogModelSuite::tell(const QList<Attempt> &attempts, const QList<Capture> &captures)
{
    m_log->record(attempts);
    m_log->record(captures);
    m_model->addAttempts(attempts);
    m_model->addCaptures(captures);
    m_model->flush();
    QCoreApplication::processEvents();
}

void LogModelSuite::recordMany(qint64 count)
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= count; ++number)
        attempts.append(attempt(number, AttemptOutcome::Delivered, 200));
    m_log->record(attempts);
}

void LogModelSuite::search()
{
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
}

} // namespace Testing
