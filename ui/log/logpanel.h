// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Gui {

class FilterBar;
class FilterField;
class ListKeys;
class LogModel;
class LogView;
class PauseNote;
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
    ListKeys &keys() const { return *m_keys; } ///< of the list alone
    FilterBar *filterBar() const { return m_bar; }
    FilterField *filter() const;
    void addAboveList(QWidget *widget);
    void setHeartbeatsFolded(bool areFolded);
    void setEventsFolded(bool areFolded);
    void setPaused(bool isPaused);
    void setTimeStyle(TimeStyle style);
    void setFields(const QList<Core::LogField> &fields);
    const QList<Core::LogField> &fields() const;
    Core::LogOrder order() const;
    QList<Core::LogKey> selectedKeys() const;
    QList<Core::LogKey> shownKeys() const; ///< also those that are folded away
    void showRow(Core::LogKey key); ///< chooses it, and clears the filter when that hides it
    /// Has a row listed that a filter hides, or that has come since the list was sorted.
    void searchFor(Core::LogKey key);
    void setTestOffered(bool isOffered); ///< where nothing matches, too
    /// Has \a offer, which becomes a child, stand in place of the message that nothing matches.
    void setOffer(QWidget &offer);
    void setOffered(bool isOffered); ///< while the filter is such that it helps
    void focusFilter() const;
    void clearFilter() const;
    void step(int rows); ///< chooses the row that many further down
    bool choose(const Core::LogKey &key); ///< false when it is not listed
    /// Chooses the next row that stays, when the chosen one is among those that are about to leave.
    void stepAside(const QSet<Core::LogKey> &leaving);

    Core::LogKey chosen() const { return m_chosen; } ///< also while a filter hides it
    /// While a choice is told: nobody made it, but the chosen line has come to tell of another row.
    bool hasGoneOn() const { return m_hasGoneOn; }
    /// Chooses what an earlier run had chosen, once it is listed.
    void restore(Core::LogKey chosen, bool isFollowing);

signals:
    void attemptChosen(const Core::AttemptId &id);
    void captureChosen(const Core::CaptureId &id);
    /// What the chosen line sums up behind \a row, which it tells of; empty where it sums up
    /// nothing.
    void summaryTold(const Core::LogKey &row, const QString &summary);
    void chosenHidden(); ///< It is no longer listed; it is chosen again as soon as it is.
    void orderChanged();
    void selectionChanged();
    void testRequested(); ///< that there be something to see

private:
    void addKeys();
    void goToNewest();
    void connectView();
    void connectModel();
    QWidget *makeList();
    QWidget *makeMessage();
    void choose(const QModelIndex &current);
    void reviewChosen(int first, int last);
    void followLine();
    void bringOut(Core::LogKey key);
    void noteChoice(int line);
    void forgetFold();
    void restoreChosen();
    void restoreInFold();
    bool isToOpen(int line) const;
    int lineOfChosen() const;
    void reviewHidden();
    void tellChosen();
    void tellSelection();
    void tellSummary();
    void showMessage();
    void showReading();
    QString noMatchText(bool isOfWords) const;

    LogModel &m_model;
    LogView *m_view;
    ListKeys *m_keys;
    FilterBar *m_bar;
    QVBoxLayout *m_layout;
    QStackedWidget *m_stack;
    QVBoxLayout *m_page; ///< with the message
    QWidget *m_offer = nullptr;
    bool m_isOffered = false;
    QLabel *m_message;
    QPushButton *m_clear;
    QPushButton *m_bodies; ///< looks for the filter's words there
    QPushButton *m_test;
    PauseNote *m_pause;
    QTimer m_reading{this}; ///< for a moment, in which nothing is said while the log is read
    bool m_isTestOffered = false;
    Core::LogKey m_chosen;
    Core::LogFold m_fold; ///< whose line was chosen, whatever row it tells of
    bool m_isAlone = false; ///< The row was chosen, and no line that stands for others as well.
    bool m_isHidden = false; ///< and that was told
    bool m_isSelected = false; ///< any row, as was told
    bool m_isToBeSeen = false; ///< when it is restored, wherever it is
    bool m_isRestoring = false; ///< what was chosen, perhaps behind a line that shows another row
    bool m_hasGoneOn = false;
    Core::AttemptOutcome m_outcome = Core::AttemptOutcome::InFlight; ///< when it was last told
};

} // namespace Gui
