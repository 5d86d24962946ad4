// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logscrollbar.h"

#include "ui/log/logmodel.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace Gui {

namespace {

constexpr int MarkWidth = 4;
constexpr int MarkHeight = 2;

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
        if (first < lines && m_model.hasFailure(first, end))
            painter.fillRect(groove.right() - MarkWidth, groove.top() + y, MarkWidth, MarkHeight,
                             ink);
    }
}

} // namespace Gui
