// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"

#include <QTabWidget>

class QLabel;

namespace Gui {

class FieldTable;
class MessageView;

/// Everything about the chosen row: what happened in words, and both messages byte for byte.
class DetailPane final : public QTabWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void showAttempt(const Core::AttemptRecord &record);
    void showCapture(const Core::CaptureRecord &record);
    /// Says that nothing is chosen.
    void clearRecord();

    MessageView *request() const { return m_request; }
    MessageView *response() const { return m_response; }

private:
    QWidget *makeOverview();
    void showOverview(const QString &sentence, const QString &cause);

    QLabel *m_sentence;
    QLabel *m_cause;
    FieldTable *m_facts;
    MessageView *m_request;
    MessageView *m_response;
};

} // namespace Gui
