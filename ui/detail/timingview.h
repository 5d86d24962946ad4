// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "ui/look/theme.h"

#include <QAbstractScrollArea>

#include <optional>

namespace Gui {

/// One phase of an attempt, and when it began and how long it took.
struct TimedPhase
{
    QString name;
    Core::Microseconds begin{0};
    Core::Microseconds length{0};
    bool isToScale = true; ///< what lies before the attempt may be hours
    QString harName = {}; ///< as an export as HAR calls it; empty where that has none

    bool operator==(const TimedPhase &) const = default;
};

/// The phases of \a attempt in their order, and what none of them explains; a first try begins with
/// the time it waited in its queue since \a queuedSince, where that is known.
QList<TimedPhase> phasesOf(const Core::Attempt &attempt,
                           std::optional<Core::Time> queuedSince = {});

/// What is to be known beside the phases: that a connection was used again, or nothing is known.
QString remarkOf(const Core::Attempt &attempt);

/// Where the time of an attempt went: a bar for each phase, with its length in numbers.
class TimingView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimingView(QWidget *parent = nullptr);

    void showTiming(const Core::Attempt &attempt, std::optional<Core::Time> queuedSince = {});
    int nameWidth() const; ///< what the names of phases have, before the bars begin

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void refresh();
    QString hintAt(QPoint place) const;
    int rowHeight() const { return fontMetrics().height() + 12; }
    void paintPhase(QPainter &painter, const QRect &row, const TimedPhase &phase);

    Core::Attempt m_attempt;
    std::optional<Core::Time> m_queuedSince;
    QList<TimedPhase> m_phases;
    QString m_remark;
    mutable ThemeCache m_themes;
};

} // namespace Gui
