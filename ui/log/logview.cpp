// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logview.h"

#include "ui/log/logdelegate.h"
#include "ui/log/logmodel.h"
#include "ui/look/cellpainter.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace Gui {

LogView::LogView(LogModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_pill(new QPushButton(this))
{
    // Ahead of the selection model, which makes a neighbour of a removed row current.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beforeRemoval(first, last); });
    setModel(&model);
    setItemDelegate(new LogDelegate(model, this));
    setAccessibleName(tr("Log of attempts and received requests"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setHorizontalHeader(new FlatHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionResizeMode(LogModel::EventColumn, QHeaderView::Stretch);
    applyFont();

    m_pill->hide();
    setGlyph(*m_pill, Glyph::Follow);
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->setToolTip(tr("Show the newest rows (End)"));
    connect(m_pill, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::judgeScroll);
    connectModel();

    auto *const copy = new QAction(tr("Copy row"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &LogView::copyRow);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

// Connected after setModel(), so that the view has already taken the change into account.
void LogView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { afterInsertion(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { afterRemoval(first, last); });
}

void LogView::setFollowing(bool isFollowing)
{
    const bool isOther = m_isFollowing != isFollowing;
    m_isFollowing = isFollowing;
    m_newCount = 0;
    showPill();
    if (isFollowing)
        scrollToEnd();
    if (isOther)
        emit followingChanged(isFollowing);
}

void LogView::applyFont()
{
    const QFontMetrics metrics = fontMetrics();
    const auto width = [&metrics](const QString &widest) {
        return metrics.horizontalAdvance(widest) + 2 * CellPainter::Margin + 4;
    };
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(metrics));
    horizontalHeader()->setMinimumSectionSize(width(QStringLiteral("0")));
    setColumnWidth(LogModel::TimeColumn, width(QStringLiteral("00:00:00.000")));
    setColumnWidth(LogModel::DirectionColumn, width(tr("Dir")));
    setColumnWidth(LogModel::StatusColumn, width(QStringLiteral("00000 000 Service Unavailable")));
    setColumnWidth(LogModel::PlaceColumn, width(QStringLiteral("a destination's name")));
    setColumnWidth(LogModel::TryColumn, width(tr("Try")));
    setColumnWidth(LogModel::DurationColumn, width(tr("Duration")));
    setColumnWidth(LogModel::SizeColumn, width(QStringLiteral("000.0 kB")));
}

void LogView::afterInsertion(int first, int last)
{
    const int added = last - first + 1;
    if (m_isFollowing)
        return scrollToEnd();
    const int height = verticalHeader()->defaultSectionSize();
    const bool isAbove = first * height < verticalScrollBar()->value();
    if (isAbove)
        scrollKeeping(verticalScrollBar()->value() + added * height);
    m_newCount += isAbove ? 0 : added;
    showPill();
}

void LogView::beforeRemoval(int first, int last)
{
    m_positionBefore = verticalScrollBar()->value();
    const int current = currentIndex().row();
    // Nobody chose the neighbour, so its details are not to be shown.
    if (current >= first && current <= last)
        selectionModel()->reset();
}

void LogView::afterRemoval(int first, int last)
{
    if (m_isFollowing)
        return scrollToEnd();
    const int height = verticalHeader()->defaultSectionSize();
    const int firstVisible = m_positionBefore / height;
    const int removedAbove = std::clamp(firstVisible - first, 0, last - first + 1);
    scrollKeeping(m_positionBefore - removedAbove * height);
}

void LogView::scrollKeeping(int position)
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    verticalScrollBar()->setValue(position);
}

void LogView::scrollToEnd()
{
    scrollKeeping(verticalScrollBar()->maximum());
}

void LogView::judgeScroll(int position)
{
    if (m_isAdjusting)
        return;
    const bool isAtEnd = position >= verticalScrollBar()->maximum();
    if (isAtEnd != m_isFollowing)
        setFollowing(isAtEnd);
}

void LogView::showPill()
{
    m_pill->setVisible(!m_isFollowing && m_newCount > 0);
    m_pill->setText(tr("%1 new").arg(countText(m_newCount)));
    m_pill->adjustSize();
    const int gap = fontMetrics().height() / 2;
    m_pill->move((viewport()->width() - m_pill->width()) / 2,
                 viewport()->geometry().bottom() - m_pill->height() - gap);
}

void LogView::copyRow() const
{
    if (!currentIndex().isValid())
        return;
    QStringList cells;
    for (int column = 0; column < LogModel::ColumnCount; ++column)
        cells.append(currentIndex().siblingAtColumn(column).data().toString());
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void LogView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_End)
        setFollowing(true);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    showPill();
}

void LogView::updateGeometries()
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    QTableView::updateGeometries();
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace Gui
