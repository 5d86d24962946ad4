// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace Gui {

class LogModel;
class LogView;
enum class TimeStyle;

/// The log with its filter above. Says which row is chosen, and again when a chosen attempt has
/// got its outcome; and which rows are selected, of which there may be many.
///
/// Borrows: \a model, which must outlive it.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(LogModel &model, QWidget *parent = nullptr);

    LogView *view() const { return m_view; }
    void setDestination(Core::DestinationId destination);
    void setHeartbeatsFolded(bool areFolded);
    void setEventsFolded(bool areFolded);
    void setPaused(bool isPaused);
    void setTimeStyle(TimeStyle style);
    void setFields(const QList<Core::LogField> &fields);
    const QList<Core::LogField> &fields() const;
    QList<Core::LogKey> selectedKeys() const;
    QList<Core::LogKey> shownKeys() const; ///< also those that are folded away
    void showRow(Core::LogKey key); ///< chooses it, and clears the filter when that hides it
    void focusFilter();
    void clearFilter();
    void step(int rows); ///< chooses the row that many further down

signals:
    void attemptChosen(const Core::AttemptId &id);
    void captureChosen(const Core::CaptureId &id);
    void selectionChanged();
    /// A person asked for all rows; the other filters are up to whoever owns them.
    void everythingRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addStatusButtons(QHBoxLayout &bar);
    QWidget *makeMessage();
    void showHeldBack(qint64 rows);
    void choose(const QModelIndex &current);
    void reviewChosen(int first, int last);
    void restoreChosen();
    void showMessage();

    LogModel &m_model;
    LogView *m_view;
    QLineEdit *m_filter;
    QButtonGroup *m_statuses;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QPushButton *m_clear;
    QLabel *m_pause; ///< says what a pause holds back
    Core::LogKey m_chosen;
    Core::AttemptOutcome m_outcome = Core::AttemptOutcome::InFlight; ///< when it was last told
};

} // namespace Gui
