// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/pin.h"
#include "ui/detail/rowrecord.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

namespace Gui {

class DetailPane;
class Facts;
class NoticeBar;
class RecordDesk;
class Requests;

/// One row of the log in a window of its own, whatever the list goes on to show. It settles with
/// the row, and says so when that is no longer on record. Links in it lead to other rows in place.
///
/// Borrows: \a facts and \a requests, which must outlive it.
class RowWindow final : public QWidget
{
    Q_OBJECT

public:
    RowWindow(const Core::LogKey &row, const Facts &facts, Requests &requests);

    Core::LogKey row() const { return m_row; }
    DetailPane &pane() const { return *m_pane; }

    void showRow(const Core::LogKey &row);
    void tell(const QString &text); ///< of what has been done
    /// Checks whether the row is still there.
    void check();

    QAction *const resend;
    QAction *const editAndResend;
    QAction *const pin; ///< or let go
    QAction *const note;

signals:
    void resendRequested(const Core::AttemptId &attempt);
    void editRequested(const Core::AttemptId &attempt);
    void noteRequested(const Core::Pin &known);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpActions();
    void fillPane();
    void connectFacts(const Facts &facts) const;
    void take(const RowRecord &record);
    void takePins(const QList<Core::Pin> &pins);
    void takeMissing(const Core::LogKey &row);
    void takeForgotten(const QList<Core::LogKey> &rows);
    void takeRefusal(const Core::Error &error);
    void noteEnd(const QList<Core::Attempt> &attempts);
    void updateActions();

    Requests &m_requests;
    Core::LogKey m_row;
    Core::Pin m_pin; ///< of the row, once it is known
    bool m_isHeartbeat = false;
    bool m_isMissing = false;
    NoticeBar *m_done;
    NoticeBar *m_trouble;
    DetailPane *m_pane;
    RecordDesk *m_records;
    QTimer m_checking{this};
};

} // namespace Gui
