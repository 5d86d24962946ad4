// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/filter.h"
#include "core/base/ids.h"
#include "core/model/recoveryreport.h"

#include <QAction>
#include <QObject>

#include <optional>
#include <utility>

class QSettings;

namespace Gui {

class DestinationModel;
class DetailPane;
class Facts;
class FilterBar;
class FilterField;
class LogModel;
class LogView;
class Requests;
class Sidebar;
struct Whereabouts;
enum class FilterUse;

/// What people point at becomes part of the filter here. The destination that is chosen stands in
/// its text, and one whose term is taken from there is not chosen any more. It also brings the
/// field what the log has to offer, and keeps what was looked for of late.
///
/// Borrows: all.
class FilterDesk final : public QObject
{
    Q_OBJECT

public:
    FilterDesk(FilterBar &bar, const Facts &facts, Requests &requests, QObject *parent = nullptr);

    void join(Sidebar &sidebar, const DestinationModel &destinations);
    void join(LogView &view, LogModel &model); ///< for what stands in its cells
    void join(DetailPane &pane); ///< for headers and JSON values

    void showSpan(const Core::Time &from, const Core::Time &to); ///< \a to is excluded
    void showAllTime();
    void showInterrupted(const Core::RecoveryReport &report); ///< and nothing else

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    // What is in force, and the destination that was chosen with it.
    void restore(const Whereabouts &whereabouts);
    void save(Whereabouts &whereabouts) const;

    // Of the current cell.
    QAction *const onlyThis;
    QAction *const excludeThis;
    QAction *const addThis;

signals:
    void rewritten(); ///< otherwise than by the choice of a destination
    void spanDropped(); ///< The filter does not hold the span any more that was shown last.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showDestination(const Core::DestinationId &id);
    void reviewDestination();
    void reviewSpan();
    void chooseKept();
    void useCell(FilterUse how);
    void use(const std::optional<Core::FilterTerm> &term, FilterUse how);
    std::optional<Core::FilterTerm> cellTerm() const;
    void updateActions();
    void remember(const QString &text);

    FilterBar &m_bar;
    FilterField &m_field;
    Sidebar *m_sidebar = nullptr;
    const DestinationModel *m_destinations = nullptr;
    LogView *m_view = nullptr;
    const LogModel *m_log = nullptr;
    std::optional<Core::FilterTerm> m_destination; ///< of the chosen one
    std::optional<std::pair<Core::Time, Core::Time>> m_span; ///< that somebody has chosen
    QString m_shown; ///< the last filter that is not of a person's making
    bool m_isShowing = false; ///< the destination that is chosen
    Core::DestinationId m_kept; ///< to be chosen as soon as it is known
    QStringList m_recents; ///< the latest first
};

} // namespace Gui
