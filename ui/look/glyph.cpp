// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/glyph.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Gui {

namespace {

// All drawings are made on a square of 16 by 16.
constexpr double Grid = 16;

QPainterPath polyline(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF &point : points)
        path.lineTo(point);
    return path;
}

void cut(QPainter &painter, const QPainterPath &shape, const QPainterPath &mark)
{
    QPainterPathStroker stroker(QPen(Qt::black, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(shape.subtracted(stroker.createStroke(mark)), painter.pen().color());
}

QPainterPath disc(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), radius, radius);
    return path;
}

void paintFailed(QPainter &painter)
{
    QPainterPath square;
    square.addRoundedRect(QRectF(2, 2, 12, 12), 2.5, 2.5);
    QPainterPath cross = polyline({{5.4, 5.4}, {10.6, 10.6}});
    cross.addPath(polyline({{10.6, 5.4}, {5.4, 10.6}}));
    cut(painter, square, cross);
}

void paintWarning(QPainter &painter)
{
    QPainterPath triangle = polyline({{8, 2.2}, {14.4, 13.6}, {1.6, 13.6}});
    triangle.closeSubpath();
    QPainterPath mark = polyline({{8, 6.6}, {8, 9.2}});
    mark.addPath(polyline({{8, 11.6}, {8.01, 11.6}}));
    cut(painter, triangle, mark);
}

void paintInFlight(QPainter &painter)
{
    painter.drawEllipse(QPointF(8, 8), 6, 6);
    for (const double x : {5.2, 8.0, 10.8})
        painter.fillPath(QPainterPath(disc(1)).translated(x - 8, 0), painter.pen().color());
}

void paintBars(QPainter &painter)
{
    for (const double x : {3.5, 9.5})
        painter.fillRect(QRectF(x, 2.5, 3, 11), painter.pen().color());
}

void paintEverything(QPainter &painter)
{
    for (const double y : {4.0, 8.0, 12.0})
        painter.drawLine(QPointF(2.5, y), QPointF(13.5, y));
}

void paintPlay(QPainter &painter)
{
    QPainterPath triangle = polyline({{4, 2.5}, {13.5, 8}, {4, 13.5}});
    triangle.closeSubpath();
    painter.fillPath(triangle, painter.pen().color());
}

void paintSendTest(QPainter &painter)
{
    painter.drawPath(polyline({{2, 8.2}, {14, 2.2}, {10.4, 13.8}, {7, 9.6}, {2, 8.2}}));
    painter.drawLine(QPointF(7, 9.6), QPointF(14, 2.2));
}

void paintFollow(QPainter &painter)
{
    painter.drawLine(QPointF(8, 2), QPointF(8, 10.5));
    painter.drawPath(polyline({{4.2, 6.9}, {8, 10.7}, {11.8, 6.9}}));
    painter.drawLine(QPointF(3, 13.8), QPointF(13, 13.8));
}

void paintCopy(QPainter &painter)
{
    painter.drawRoundedRect(QRectF(5.5, 5.5, 8, 8.5), 1.5, 1.5);
    painter.drawPath(polyline({{3, 10.5}, {2.5, 10.5}, {2.5, 2.5}, {10.5, 2.5}, {10.5, 3}}));
}

void paintSearch(QPainter &painter)
{
    painter.drawEllipse(QPointF(6.8, 6.8), 4.3, 4.3);
    painter.drawLine(QPointF(10, 10), QPointF(13.8, 13.8));
}

/// The head of a drawing pin, seen from the side.
QPainterPath pinHead()
{
    QPainterPath head = polyline({{5.2, 2}, {10.8, 2}, {10, 4}, {10, 7}, {12.6, 10}, {3.4, 10}});
    head.lineTo(6, 7);
    head.lineTo(6, 4);
    head.closeSubpath();
    return head;
}

void paintPin(QPainter &painter)
{
    painter.fillPath(pinHead(), painter.pen().color());
    painter.drawLine(QPointF(8, 10), QPointF(8, 14.4));
}

void paintUnpin(QPainter &painter)
{
    painter.drawPath(pinHead());
    painter.drawLine(QPointF(8, 10), QPointF(8, 14.4));
    painter.drawLine(QPointF(2.5, 13.5), QPointF(13.5, 2.5));
}

void paintEdit(QPainter &painter)
{
    QPainterPath pencil = polyline({{2.5, 13.5}, {3.4, 10}, {10.6, 2.8}, {13.2, 5.4}, {6, 12.6}});
    pencil.closeSubpath();
    painter.drawPath(pencil);
    painter.drawLine(QPointF(8.9, 4.5), QPointF(11.5, 7.1));
}

void paintNote(QPainter &painter)
{
    painter.drawRoundedRect(QRectF(3, 2, 10, 12), 1.5, 1.5);
    for (const double y : {5.4, 8.0, 10.6})
        painter.drawLine(QPointF(5.8, y), QPointF(10.2, y));
}

void paintSave(QPainter &painter)
{
    painter.drawLine(QPointF(8, 2), QPointF(8, 10));
    painter.drawPath(polyline({{4.8, 6.9}, {8, 10.1}, {11.2, 6.9}}));
    painter.drawPath(polyline({{2.5, 10.5}, {2.5, 13.8}, {13.5, 13.8}, {13.5, 10.5}}));
}

void paintUndo(QPainter &painter)
{
    QPainterPath path(QPointF(3, 6));
    path.lineTo(10, 6);
    path.cubicTo(15, 6, 15, 13, 10, 13);
    path.lineTo(5, 13);
    painter.drawPath(path);
    painter.drawPath(polyline({{6, 2.8}, {2.8, 6}, {6, 9.2}}));
}

void paintTerminal(QPainter &painter)
{
    painter.drawPath(polyline({{2.5, 4}, {6.5, 8}, {2.5, 12}}));
    painter.drawLine(QPointF(8, 12.5), QPointF(13.5, 12.5));
}

void paintWindow(QPainter &painter)
{
    painter.drawRoundedRect(QRectF(2, 3, 12, 10.5), 1.5, 1.5);
    painter.drawLine(QPointF(2, 6.2), QPointF(14, 6.2));
}

void paintImport(QPainter &painter)
{
    painter.drawLine(QPointF(8, 2), QPointF(8, 9.5));
    painter.drawPath(polyline({{4.8, 6.4}, {8, 9.6}, {11.2, 6.4}}));
    painter.drawPath(polyline({{2.5, 10}, {2.5, 13.8}, {13.5, 13.8}, {13.5, 10}}));
}

void paintSlow(QPainter &painter)
{
    painter.drawEllipse(QPointF(8, 8), 6, 6);
    painter.drawPath(polyline({{8, 4.4}, {8, 8.2}, {10.8, 9.8}}));
}

void paintAgain(QPainter &painter)
{
    painter.drawArc(QRectF(2.5, 2.5, 11, 11), 40 * 16, 290 * 16);
    painter.drawPath(polyline({{13.6, 1.8}, {12.6, 5.4}, {9, 4.6}}));
}

void paintOnGrid(QPainter &painter, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Delivered:
        return cut(painter, disc(6.4), polyline({{5, 8.3}, {7.2, 10.4}, {11, 5.9}}));
    case Glyph::Failed:
        return paintFailed(painter);
    case Glyph::Warning:
        return paintWarning(painter);
    case Glyph::InFlight:
        return paintInFlight(painter);
    case Glyph::Interrupted:
        painter.drawEllipse(QPointF(8, 8), 6, 6);
        return painter.drawLine(QPointF(4, 12), QPointF(12, 4));
    case Glyph::Paused:
        return paintBars(painter);
    case Glyph::Never:
        return painter.drawEllipse(QPointF(8, 8), 5.6, 5.6);
    case Glyph::Everything:
        return paintEverything(painter);
    case Glyph::Terminal:
        return paintTerminal(painter);
    case Glyph::Window:
        return paintWindow(painter);
    case Glyph::Import:
        return paintImport(painter);
    case Glyph::Slow:
        return paintSlow(painter);
    case Glyph::Again:
        return paintAgain(painter);
    case Glyph::Sent:
        painter.drawLine(QPointF(3, 13), QPointF(12.6, 3.4));
        return painter.drawPath(polyline({{6, 3}, {13, 3}, {13, 10}}));
    case Glyph::Received:
        painter.drawLine(QPointF(13, 3), QPointF(3.4, 12.6));
        return painter.drawPath(polyline({{3, 6}, {3, 13}, {10, 13}}));
    case Glyph::Fold:
        return painter.drawPath(polyline({{5.5, 2.5}, {11, 8}, {5.5, 13.5}}));
    case Glyph::Unfold:
        return painter.drawPath(polyline({{2.5, 5.5}, {8, 11}, {13.5, 5.5}}));
    case Glyph::Pin:
        return paintPin(painter);
    case Glyph::Unpin:
        return paintUnpin(painter);
    case Glyph::Edit:
        return paintEdit(painter);
    case Glyph::Note:
        return paintNote(painter);
    case Glyph::Save:
        return paintSave(painter);
    case Glyph::Add:
        painter.drawLine(QPointF(8, 2.5), QPointF(8, 13.5));
        return painter.drawLine(QPointF(2.5, 8), QPointF(13.5, 8));
    case Glyph::Play:
        return paintPlay(painter);
    case Glyph::SendTest:
        return paintSendTest(painter);
    case Glyph::Follow:
        return paintFollow(painter);
    case Glyph::Copy:
        return paintCopy(painter);
    case Glyph::Close:
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        return painter.drawLine(QPointF(12, 4), QPointF(4, 12));
    case Glyph::Search:
        return paintSearch(painter);
    case Glyph::Undo:
        return paintUndo(painter);
    }
}

/// Paints a glyph in the colours that the application has at that moment.
class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Tone tone)
        : m_glyph(glyph)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode,
               QIcon::State /*state*/) override
    {
        QPalette palette = QGuiApplication::palette();
        palette.setColor(QPalette::Base, palette.color(QPalette::Window));
        palette.setColor(QPalette::Text, palette.color(QPalette::WindowText));
        QColor colour = Theme(palette).ink(m_tone);
        if (mode == QIcon::Disabled)
            colour = palette.color(QPalette::Disabled, QPalette::WindowText);
        paintGlyph(*painter, rect, m_glyph, colour);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    Tone m_tone;
};

class IconFitter final : public QObject
{
public:
    explicit IconFitter(QWidget &widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
        fit(widget);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            fit(*static_cast<QWidget *>(watched));
        return false;
    }

private:
    // Buttons and tool bars share this property, but no class that declares it.
    static void fit(QWidget &widget)
    {
        const int side = iconSideOf(widget.fontMetrics());
        widget.setProperty("iconSize", QSize(side, side));
    }
};

} // namespace

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour)
{
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / Grid, side / Grid);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    paintOnGrid(painter, glyph);
    painter.restore();
}

QIcon iconOf(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphEngine(glyph, tone));
}

void setGlyph(QAbstractButton &button, Glyph glyph, Tone tone)
{
    button.setIcon(iconOf(glyph, tone));
    fitIcons(button);
}

int iconSideOf(const QFontMetrics &metrics)
{
    constexpr int Step = 4; // a quarter of the grid
    return std::max(metrics.height() / Step * Step, static_cast<int>(Grid));
}

void fitIcons(QWidget &widget)
{
    new IconFitter(widget);
}

} // namespace Gui
