// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QPushButton;

namespace Gui {

class LogModel;

/// The list of the log. While it follows, the newest row stays in sight; scrolling up ends that, a
/// pill then counts what is new, and End or a click on the pill follows again. Nothing but a
/// person ever moves the rows that are being read, also when older ones are given up.
///
/// Borrows: \a model, which must outlive it.
class LogView final : public QTableView
{
    Q_OBJECT

public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);

    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool isFollowing);

signals:
    void followingChanged(bool isFollowing);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    void connectModel();
    void applyFont();
    void afterInsertion(int first, int last);
    void beforeRemoval(int first, int last);
    void afterRemoval(int first, int last);
    void scrollKeeping(int position);
    void scrollToEnd();
    void judgeScroll(int position);
    void showPill();
    void copyRow() const;

    LogModel &m_model;
    QPushButton *m_pill;
    bool m_isFollowing = true;
    bool m_isAdjusting = false; ///< the scroll bar is moved by us, not by a person
    int m_positionBefore = 0;
    int m_newCount = 0;
};

} // namespace Gui
