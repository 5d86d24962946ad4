// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"

#include <QObject>
#include <QTimer>

namespace Gui {

class DetailPane;
class Facts;
class LogPanel;
class Requests;

/// Brings the record of the chosen row into the detail pane.
///
/// Borrows: all that it is made with.
class DetailDesk final : public QObject
{
    Q_OBJECT

public:
    DetailDesk(LogPanel &panel, DetailPane &pane, const Facts &facts, Requests &requests,
               QObject *parent = nullptr);

private:
    void awaitRecord(Core::AttemptId attempt, Core::CaptureId capture);
    void showAttempt(const Core::AttemptRecord &record);
    void showCapture(const Core::CaptureRecord &record);

    DetailPane &m_pane;
    Requests &m_requests;
    Core::AttemptId m_awaitedAttempt;
    Core::CaptureId m_awaitedCapture;
    QTimer m_lateRecord; ///< ends the showing of an old record when the new one is late
};

} // namespace Gui
