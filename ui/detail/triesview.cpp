// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/triesview.h"

#include "ui/log/logdelegate.h"
#include "ui/log/logrow.h"
#include "ui/look/brief.h"
#include "ui/look/cellpainter.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>

namespace Gui {

namespace {

struct TriesWords
{
    Q_DECLARE_TR_FUNCTIONS(TriesView)
};

QString shortWords(const Core::Attempt &attempt)
{
    return shortened(printable(spoken(attempt)), 80);
}

/// Where it took much longer, or much less; what differs by less is chance.
QString paceText(const Core::Attempt &before, const Core::Attempt &after)
{
    constexpr qint64 Least = 50'000; // microseconds
    if (!Core::durationOf(before) || !Core::durationOf(after))
        return {};
    const qint64 one = std::max<qint64>(before.timings.total.count(), 1);
    const qint64 other = std::max<qint64>(after.timings.total.count(), 1);
    if (std::max(one, other) < Least)
        return {};
    if (other >= 2 * one)
        return TriesWords::tr("%1 times as long").arg(other / one);
    return one >= 2 * other ? TriesWords::tr("%1 times as fast").arg(one / other) : QString();
}

QFont fontOfShown(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString changeText(const Core::Attempt &before, const Core::Attempt &after)
{
    QStringList changes;
    if (before.delivery != after.delivery)
        changes.append(TriesWords::tr("sent again by hand"));
    if (before.url != after.url)
        changes.append(TriesWords::tr("another URL"));
    if (before.requestBytes != after.requestBytes)
        changes.append(TriesWords::tr("another body"));
    const QString words = shortWords(after);
    if (shortWords(before) != words)
        changes.append(TriesWords::tr("%1, no longer %2").arg(words, shortWords(before)));
    else if (after.outcome != Core::AttemptOutcome::InFlight)
        changes.append(TriesWords::tr("the same result"));
    if (const QString pace = paceText(before, after);
        !pace.isEmpty() && after.outcome != Core::AttemptOutcome::InFlight)
        changes.append(pace);
    if (before.responseBytes != after.responseBytes && before.status != 0 && after.status != 0)
        changes.append(TriesWords::tr("an answer of another size"));
    return changes.join(QStringLiteral(" · "));
}

void TriesModel::setKin(const Core::Kin &kin)
{
    beginResetModel();
    m_kin = kin;
    endResetModel();
}

int TriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_kin.tries.size());
}

int TriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TriesModel::textAt(int row, int column) const
{
    const Core::Attempt &attempt = m_kin.tries.at(row);
    switch (column) {
    case TryColumn:
        return attempt.delivery == m_kin.tries.first().delivery
            ? QString::number(attempt.number)
            : tr("%1, resend").arg(attempt.number);
    case TimeColumn:
        return momentText(attempt.startedAt);
    case StatusColumn:
        return printable(brief(attempt));
    case DurationColumn: {
        const auto duration = Core::durationOf(attempt);
        return duration ? durationText(*duration) : QString();
    }
    case ChangeColumn:
        return row == 0 ? QString() : changeText(m_kin.tries.at(row - 1), attempt);
    default:
        return {};
    }
}

QVariant TriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isInFull = index.column() == StatusColumn && role != Qt::DisplayRole;
    const QString text
        = isInFull ? shortWords(m_kin.tries.at(index.row())) : textAt(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return index.column() == TryColumn && isShown(index.row()) ? tr("%1, shown here").arg(text)
                                                                   : text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    default:
        return {};
    }
}

QVariant TriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    const QStringList titles{tr("Try"), tr("Started"), tr("Status"), tr("Duration"),
                             tr("What changed")};
    return role == Qt::DisplayRole ? titles.value(section) : QVariant();
}

void TriesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    const auto *const model = qobject_cast<const TriesModel *>(index.model());
    const Core::Attempt &attempt = model->attemptAt(index.row());
    cell.fillIfSelected(index.column() == TriesModel::TryColumn);
    QRect place = cell.inner();
    if (model->isShown(index.row()))
        cell.setFont(fontOfShown(cell.font()));
    const bool isStatus = index.column() == TriesModel::StatusColumn;
    if (isStatus) {
        const int side = cell.lineHeight();
        cell.drawGlyph(QRect(place.topLeft(), QSize(side, place.height())),
                       glyphOf(attempt.outcome), toneOf(attempt.outcome));
        place.adjust(side + 6, 0, 0, 0);
    }
    cell.write(place, index.data().toString(), isStatus ? toneOf(attempt.outcome) : Tone::Plain);
}

TriesView::TriesView(QWidget *parent)
    : QTableView(parent)
    , m_model(new TriesModel(this))
{
    setModel(m_model);
    setItemDelegate(new TriesDelegate(this));
    setHorizontalHeader(new FlatHeader(this));
    setAccessibleName(tr("All tries of this delivery"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QAbstractItemView::doubleClicked, this, &TriesView::choose);
    applyFont();
}

void TriesView::showKin(const Core::Kin &kin)
{
    m_model->setKin(kin);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isShown(row))
            setCurrentIndex(m_model->index(row, 0));
    }
}

void TriesView::restoreColumns(const QByteArray &state)
{
    if (horizontalHeader()->restoreState(state))
        horizontalHeader()->setStretchLastSection(true);
}

void TriesView::choose(const QModelIndex &index)
{
    if (index.isValid())
        emit rowRequested(m_model->keyAt(index.row()));
}

void TriesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(currentIndex());
    QTableView::keyPressEvent(event);
}

void TriesView::applyFont()
{
    const int unit = fontMetrics().averageCharWidth();
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    setColumnWidth(TriesModel::TryColumn, unit * 14);
    const QFont widest = fontOfShown(font());
    setColumnWidth(TriesModel::TimeColumn,
                   QFontMetrics(widest).horizontalAdvance(momentText({}))
                       + 3 * CellPainter::Margin);
    setColumnWidth(TriesModel::StatusColumn, unit * 26);
    setColumnWidth(TriesModel::DurationColumn, unit * 14);
}

void TriesView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

} // namespace Gui
