// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logscrollbar.h"

#include "ui/log/logmodel.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace Gui {

namespace {

constexpr int LeastWidth = 2;
constexpr int MostWidth = 7;
constexpr int MarkHeight = 2;

/// One that failed among a thousand is seen, and a thousand that did look otherwise.
int markWidth(qsizetype failures, int lines)
{
    const double share = std::min(1.0, static_cast<double>(failures) / lines);
    return LeastWidth + static_cast<int>(std::lround((MostWidth - LeastWidth) * share));
}

} // namespace

LogScrollBar::LogScrollBar(const LogModel &model, QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
    , m_model(model)
{
}

void LogScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    const int lines = m_model.rowCount();
    if (lines == 0 || maximum() == minimum())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove
        = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    const auto lineAt
        = [&](int y) { return static_cast<int>(qint64{lines} * y / std::max(1, groove.height())); };
    QPainter painter(this);
    const QColor ink = m_themes.of(palette()).ink(Tone::Bad);
    for (int y = 0; y < groove.height(); y += MarkHeight) {
        const int first = lineAt(y);
        const int end = std::max(first + 1, lineAt(y + MarkHeight));
        const qsizetype failures = first < lines ? m_model.failuresIn(first, end) : 0;
        if (failures == 0)
            continue;
        const int width = markWidth(failures, end - first);
        painter.fillRect(groove.right() - width, groove.top() + y, width, MarkHeight, ink);
    }
}

} // namespace Gui
