// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/resultlist.h"

#include "ui/log/logrow.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"
#include "ui/look/refusals.h"
#include "ui/look/spoken.h"
#include "ui/look/theme.h"

#include <QHeaderView>

namespace Gui {

namespace {

constexpr int LongestResultCell = 300;
constexpr int LeastResults = 2;

enum ResultListColumn {
    ResultEventColumn,
    ResultDestinationColumn,
    ResultColumn,
    ResultColumnCount,
};

QString resultOf(const Core::Attempt &attempt)
{
    if (attempt.outcome == Core::AttemptOutcome::InFlight)
        return ResultList::tr("in flight");
    return ResultList::tr("%1 after %2").arg(spoken(attempt), durationText(attempt.timings.total));
}

} // namespace

ResultList::ResultList(QWidget *parent)
    : QTableWidget(0, ResultColumnCount, parent)
{
    setHorizontalHeader(new FlatHeader(this, HeadedCells::Usual));
    setHorizontalHeaderLabels({tr("Event"), tr("Destination"), tr("Result")});
    setAccessibleName(tr("Results"));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    setColumnWidth(ResultEventColumn, fontMetrics().averageCharWidth() * 36);
    setColumnWidth(ResultDestinationColumn, fontMetrics().averageCharWidth() * 20);
    const int rowHeight = rowHeightOf(fontMetrics());
    verticalHeader()->setDefaultSectionSize(rowHeight);
    setMinimumHeight(horizontalHeader()->sizeHint().height() + LeastResults * rowHeight
                     + 2 * frameWidth());
}

void ResultList::add(const QList<Core::Delivery> &deliveries,
                     const QHash<Core::DestinationId, QString> &names)
{
    for (const Core::Delivery &delivery : deliveries) {
        if (rowCount() >= MostRows)
            return;
        const int row
            = addRow(delivery.event.text, names.value(delivery.destination), tr("on disk, waits"));
        m_rows.insert(delivery.id, row);
    }
}

void ResultList::addUndelivered(const Core::EventId &event)
{
    if (rowCount() < MostRows)
        addRow(event.text, {}, tr("on disk, for nobody"));
}

void ResultList::addRefusal(const Core::Error &error)
{
    if (rowCount() < MostRows)
        addRow({}, {}, tr("refused: %1").arg(spoken(error)));
}

void ResultList::take(const QList<Core::Attempt> &attempts)
{
    for (const Core::Attempt &attempt : attempts) {
        const auto row = m_rows.constFind(attempt.delivery);
        if (row == m_rows.constEnd())
            continue;
        setResult(*row, resultOf(attempt));
        item(*row, ResultColumn)
            ->setIcon(iconOf(glyphOf(attempt.outcome), toneOf(attempt.outcome)));
        m_attempts.insert(*row, attempt.id);
        emit attemptKnown();
    }
}

Core::AttemptId ResultList::attempt() const
{
    if (const auto chosen = m_attempts.constFind(currentRow()); chosen != m_attempts.constEnd())
        return *chosen;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_attempts.contains(row))
            return m_attempts.value(row);
    }
    return {};
}

int ResultList::addRow(const QString &event, const QString &destination, const QString &result)
{
    const int row = rowCount();
    insertRow(row);
    setItem(row, ResultEventColumn, new QTableWidgetItem(printable(event)));
    setItem(row, ResultDestinationColumn,
            new QTableWidgetItem(shortened(printable(destination), LongestResultCell)));
    setItem(row, ResultColumn, new QTableWidgetItem);
    setResult(row, result);
    scrollToBottom();
    return row;
}

void ResultList::setResult(int row, const QString &text)
{
    QTableWidgetItem *const cell = item(row, ResultColumn);
    cell->setText(shortened(printable(text), LongestResultCell));
    cell->setToolTip(plainToolTip(cell->text()));
}

} // namespace Gui
