// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detaildesk.h"

#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/requests.h"

namespace Gui {

namespace {

constexpr std::chrono::milliseconds LateAfter{200};

} // namespace

DetailDesk::DetailDesk(LogPanel &panel, DetailPane &pane, const Facts &facts, Requests &requests,
                       QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_requests(requests)
{
    m_lateRecord.setSingleShot(true);
    connect(&m_lateRecord, &QTimer::timeout, &m_pane, &DetailPane::clearRecord);
    connect(&panel, &LogPanel::attemptChosen, this,
            [this](const Core::AttemptId &id) { awaitRecord(id, {}); });
    connect(&panel, &LogPanel::captureChosen, this,
            [this](const Core::CaptureId &id) { awaitRecord({}, id); });
    connect(&facts, &Facts::attemptLoaded, this, &DetailDesk::showAttempt);
    connect(&facts, &Facts::captureLoaded, this, &DetailDesk::showCapture);
}

void DetailDesk::awaitRecord(Core::AttemptId attempt, Core::CaptureId capture)
{
    m_awaitedAttempt = attempt;
    m_awaitedCapture = capture;
    m_lateRecord.start(LateAfter);
    if (!attempt.isNull())
        emit m_requests.attemptRecordRequested(attempt);
    else
        emit m_requests.captureRecordRequested(capture);
}

void DetailDesk::showAttempt(const Core::AttemptRecord &record)
{
    if (record.attempt.id != m_awaitedAttempt)
        return;
    m_lateRecord.stop();
    m_pane.showAttempt(record);
}

void DetailDesk::showCapture(const Core::CaptureRecord &record)
{
    if (record.capture.id != m_awaitedCapture)
        return;
    m_lateRecord.stop();
    m_pane.showCapture(record);
}

} // namespace Gui
