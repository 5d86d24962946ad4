// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"
#include "core/model/logorder.h"
#include "ui/log/keptselection.h"

#include <QTableView>
#include <QTimer>

class QSettings;

namespace Gui {

class HeaderOrder;
class LinePlacer;
class LogDelegate;
class LogModel;
class LogWidths;
class NewsPill;

/// The list of the log. While it follows, the newest row stays in sight; scrolling up or choosing a
/// row ends that, a pill then counts what is new, and End or a click on the pill follows again.
/// Nothing but a person ever moves the rows that are being read: not what comes or goes above or
/// below, nor a list that is filled anew.
///
/// A click on a title sorts all rows. A sorted list does not follow: the pill counts what has come
/// since, and a click on it sorts again; End goes to the last row. Following goes back to time.
///
/// Borrows: \a model, which must outlive it.
class LogView final : public QTableView
{
    Q_OBJECT

public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);

    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool isFollowing);

    /// Has the list sorted, anew if it is, and shows what comes first then.
    void sort(const Core::LogOrder &order);
    void restoreColumns(const QSettings &settings);
    void saveColumns(QSettings &settings) const;
    /// Makes a row current without moving to it, or ceasing to follow.
    void chooseQuietly(int line);
    NewsPill *pill() const { return m_pill; } ///< for whoever lays the list out
    /// Likewise, and whatever else is selected stays so: it was the current one before.
    void chooseAgain(int line, bool isToBeSeen);
    void chooseNone();
    void toggle(int line); ///< Opens or closes its fold, which somebody wants to see.
    void open(int line); ///< Its fold, which nobody is shown thereby.
    /// In the order of the list, each once.
    QList<Core::LogKey> selectedKeys() const { return m_kept.rows(); }
    std::pair<int, int> linesInSight() const; ///< the first, and behind the last
    int endInSight() const;

    QSize minimumSizeHint() const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void followingChanged(bool isFollowing);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void mousePressEvent(QMouseEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void updateGeometries() override;

private:
    /// What is to stay where it is while the list is filled anew.
    struct Reading
    {
        Core::LogKey key; ///< null for nothing
        int offset = 0; ///< of its line from the top of the view
        int column = 0; ///< of what was current
        bool isSelected = true; ///< what was current
    };

    void connectModel();
    void applyFont();
    void afterInsertion(int first, int last);
    void beforeRemoval(int first, int last);
    void afterRemoval(int first, int last);
    void beforeReset();
    void afterReset();
    void noteCurrent();
    void restoreSelection(void (KeptSelection::*restore)());
    void findReading();
    void scrollKeeping(int position);
    void scrollToEnd();
    void judgeScroll(int position);
    void keepCurrentInSight(int height);
    void showPill();
    void tick();
    QModelIndex startInSight() const;
    void showOrder();
    int lineHeight() const;

    LogModel &m_model;
    LogDelegate *m_delegate;
    NewsPill *m_pill;
    LinePlacer *m_placer;
    LogWidths *m_widths = nullptr;
    HeaderOrder *m_order = nullptr;
    KeptSelection m_kept;
    QTimer m_clock; ///< while something in sight tells of the time
    Reading m_reading;
    bool m_isFollowing = true;
    bool m_isAdjusting = false; ///< the scroll bar is moved by us, not by a person
    bool m_isToTop = false; ///< What is sorted next is shown from its first line.
    bool m_isQuiet = false; ///< what becomes current was not chosen by a person
    bool m_isTakingFocus = false;
    bool m_isFolding = false; ///< what comes or goes are rows that were there
    bool m_isShifting = false; ///< Lines come or go, and with them what is selected.
    bool m_isChoosingAgain = false; ///< what is selected was so before
    int m_positionBefore = 0;
};

} // namespace Gui
