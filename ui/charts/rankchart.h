// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bars.h"

#include <QWidget>

namespace Gui {

/// Something that is counted, and how many there are.
struct RankedCount
{
    QString name;
    int count = 0;
    Ending ending = Ending::Delivered;

    bool operator==(const RankedCount &) const = default;
};

/// Counts below each other, each as a bar beside its name.
class RankChart final : public QWidget
{
    Q_OBJECT

public:
    /// \a empty stands there while there is nothing to count.
    RankChart(const QString &title, const QString &empty, QWidget *parent = nullptr);

    void show(const QList<RankedCount> &counts);
    const QList<RankedCount> &counts() const { return m_counts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &row, const RankedCount &counted) const;

    QString m_empty;
    QList<RankedCount> m_counts;
    mutable ThemeCache m_themes;
};

} // namespace Gui
