// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QObject>

class QSettings;
class QTableView;

namespace Gui {

/// How wide the columns of the list are: as its font asks, or as a person has made them; the
/// event's takes what the others leave. Where there is too little room for what is read first, the
/// widths that nobody has chosen shrink together, and what is left is reached by scrolling.
///
/// Borrows: \a view, its parent, which has its model and header.
class LogWidths final : public QObject
{
    Q_OBJECT

public:
    explicit LogWidths(QTableView &view);

    void applyFont();
    void fit(); ///< into the room that the view has, if it is seen
    void restoreFrom(const QSettings &settings); ///< with all else that the header keeps
    void saveTo(QSettings &settings) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<int> usual() const;
    QList<int> least() const;
    bool isShown(int column) const;
    int knownWidth(const QList<int> &widths, int column) const;
    int neededRoom(const QList<int> &widths) const;
    double shareFor(int room) const;
    void noteResizing(int column, int before, int now);
    void giveUsual();
    void giveEventTheRest(double share);
    void scaleOwn(const QList<int> &before);
    /// \a areWidthsOld: The header's are from a program that did not keep whose they are.
    void restoreOwn(const QSettings &settings, bool areWidthsOld);

    QTableView &m_view;
    QList<int> m_usual; ///< of our columns, with the view's font; empty before
    QList<int> m_least; ///< what still says something
    QMap<int, int> m_own; ///< the widths of our columns that a person has made
    bool m_isFitting = false;
};

} // namespace Gui
