// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logpanel.h"

#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace Gui {

namespace {

bool isSame(const LogRow &one, const LogRow &other)
{
    return one.direction == other.direction && one.attempt == other.attempt
        && one.capture == other.capture;
}

} // namespace

LogPanel::LogPanel(LogModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new LogView(model))
    , m_filter(new QLineEdit(this))
    , m_statuses(new QButtonGroup(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
{
    m_filter->setPlaceholderText(tr("Filter by destination, event type, status or error"));
    m_filter->setAccessibleName(tr("Filter the log"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(iconOf(Glyph::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_view->installEventFilter(this);

    auto *const bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_filter, 1);
    bar->addSpacing(4);
    addStatusButtons(*bar);
    m_stack->addWidget(m_view);
    m_stack->addWidget(makeMessage());
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        LogQuery query = m_model.query();
        query.text = text.trimmed();
        applyQuery(query);
    });
    connect(m_clear, &QPushButton::clicked, this, &LogPanel::everythingRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { choose(current); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                reviewChosen(first.row(), last.row());
            });
    connect(&m_model, &LogModel::countChanged, this, &LogPanel::showMessage);
    showMessage();
}

void LogPanel::addStatusButtons(QHBoxLayout &bar)
{
    const QList<std::pair<StatusFilter, QString>> filters{
        {StatusFilter::All, tr("All")},
        {StatusFilter::Delivered, tr("Delivered")},
        {StatusFilter::Failed, tr("Failed")},
        {StatusFilter::InFlight, tr("In flight")},
    };
    for (const auto &[filter, text] : filters) {
        auto *const button = new QToolButton(this);
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(filter == StatusFilter::All);
        button->setAutoRaise(true);
        button->setMinimumSize(28, 26);
        button->setAccessibleDescription(tr("Shows rows by their status"));
        m_statuses->addButton(button, static_cast<int>(filter));
        bar.addWidget(button);
    }
    connect(m_statuses, &QButtonGroup::idToggled, this, [this](int id, bool isChecked) {
        LogQuery query = m_model.query();
        query.status = StatusFilter{id};
        if (isChecked)
            applyQuery(query);
    });
}

QWidget *LogPanel::makeMessage()
{
    auto *const page = new QWidget(this);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    auto *const layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(m_message);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

void LogPanel::setDestination(Core::DestinationId destination)
{
    LogQuery query = m_model.query();
    query.destination = destination;
    applyQuery(query);
}

void LogPanel::setHeartbeatsShown(bool areShown)
{
    LogQuery query = m_model.query();
    query.showsHeartbeats = areShown;
    applyQuery(query);
}

void LogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LogPanel::clearFilter()
{
    m_filter->clear();
    m_statuses->button(static_cast<int>(StatusFilter::All))->setChecked(true);
}

void LogPanel::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + rows : count - 1;
    m_view->setCurrentIndex(m_model.index(std::clamp(row, 0, count - 1), 0));
}

void LogPanel::applyQuery(const LogQuery &query)
{
    m_model.setQuery(query);
    restoreChosen();
}

void LogPanel::choose(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    const LogRow &row = m_model.rowAt(current.row());
    if (isSame(row, m_chosen))
        return;
    m_chosen = row;
    if (row.direction == Direction::Sent)
        emit attemptChosen(row.attempt);
    else
        emit captureChosen(row.capture);
}

void LogPanel::reviewChosen(int first, int last)
{
    const int row = m_view->currentIndex().row();
    if (row < first || row > last)
        return;
    const LogRow &now = m_model.rowAt(row);
    if (!isSame(now, m_chosen) || now.outcome == m_chosen.outcome)
        return;
    m_chosen = now;
    emit attemptChosen(now.attempt);
}

void LogPanel::restoreChosen()
{
    const int row = m_chosen.direction == Direction::Sent ? m_model.rowOf(m_chosen.attempt)
                                                          : m_model.rowOf(m_chosen.capture);
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row, 0));
}

void LogPanel::showMessage()
{
    const int total = m_model.totalCount();
    const bool isFiltered = total > 0;
    m_message->setText(isFiltered ? tr("0 of %1 rows match.").arg(countText(total))
                                  : tr("Nothing has been sent or received yet."));
    m_clear->setVisible(isFiltered);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_view && key == Qt::Key_Slash) {
        focusFilter();
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape) {
        if (m_filter->text().isEmpty())
            m_view->setFocus(Qt::ShortcutFocusReason);
        m_filter->clear();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return)) {
        m_view->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Gui
