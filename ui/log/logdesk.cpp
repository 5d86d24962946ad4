// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdesk.h"

#include "ui/log/columndialog.h"
#include "ui/log/logcolumns.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/glyph.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>

namespace Gui {

namespace {

constexpr QLatin1StringView HeartbeatsKey{"log/eachHeartbeat"};
constexpr QLatin1StringView GroupKey{"log/groupsByEvent"};
constexpr QLatin1StringView FieldsKey{"log/fields"};
constexpr QLatin1StringView TimeKey{"log/time"};
constexpr QLatin1StringView SortingKey{"log/sortedBy"};
constexpr QLatin1StringView DescendingKey{"log/isDescending"};

} // namespace

LogDesk::LogDesk(LogPanel &panel, QObject *parent)
    : QObject(parent)
    , follow(new QAction(iconOf(Glyph::Follow), tr("&Follow"), this))
    , pause(new QAction(iconOf(Glyph::Paused), tr("Pa&use view"), this))
    , heartbeats(new QAction(tr("Show each &heartbeat"), this))
    , group(new QAction(tr("&Group by event"), this))
    , filter(new QAction(tr("F&ilter…"), this))
    , clearFilter(new QAction(tr("&Clear filter"), this))
    , previousRow(new QAction(tr("&Previous row"), this))
    , nextRow(new QAction(tr("&Next row"), this))
    , addColumn(new QAction(tr("&Add column…"), this))
    , descending(new QAction(tr("&Descending"), this))
    , m_panel(panel)
    , m_timeMenu(std::make_unique<QMenu>(tr("&Time")))
    , m_columnMenu(std::make_unique<QMenu>(tr("&Columns")))
    , m_sortMenu(std::make_unique<QMenu>(tr("Sort b&y")))
    , m_timeStyles(new QActionGroup(this))
    , m_sortings(new QActionGroup(this))
{
    for (QAction *const action : {follow, pause, heartbeats, group, descending}) {
        action->setCheckable(true);
        action->setIconVisibleInMenu(false); // where a box tells more
    }
    follow->setChecked(true);
    pause->setToolTip(tr("Let the list stand still; deliveries go on"));
    fillTimeMenu();
    fillColumnMenu();
    fillSortMenu();
    m_panel.setHeartbeatsFolded(true);
    filter->setToolTip(tr("Go to the filter"));
    setShortcuts();
    connectActions();
}

LogDesk::~LogDesk() = default;

void LogDesk::fillTimeMenu()
{
    const QList<std::pair<TimeStyle, QString>> styles{
        {TimeStyle::Local, tr("&Local")},
        {TimeStyle::Relative, tr("&Relative")},
        {TimeStyle::Utc, tr("&UTC")},
        {TimeStyle::SincePrevious, tr("&Since the row above")},
    };
    for (const auto &[style, name] : styles) {
        QAction *const action = m_timeMenu->addAction(name);
        action->setObjectName(QStringLiteral("time-%1").arg(static_cast<int>(style)));
        action->setCheckable(true);
        action->setChecked(style == TimeStyle::Local);
        action->setData(static_cast<int>(style));
        m_timeStyles->addAction(action);
    }
    connect(m_timeStyles, &QActionGroup::triggered, &m_panel, [this](const QAction *action) {
        m_panel.setTimeStyle(static_cast<TimeStyle>(action->data().toInt()));
    });
}

void LogDesk::fillColumnMenu()
{
    for (int column = 0; column < ColumnCount; ++column) {
        QAction *const action = m_columnMenu->addAction(columnTitle(column));
        action->setObjectName(QStringLiteral("column-%1").arg(column));
        action->setCheckable(true);
        // Something must be left to be seen.
        action->setEnabled(column != StatusColumn);
        connect(action, &QAction::toggled, m_panel.view(), [this, column](bool isShown) {
            m_panel.view()->setColumnHidden(column, !isShown);
        });
    }
    m_columnMenu->addSeparator();
    m_columnMenu->addAction(addColumn);
    QHeaderView *const header = m_panel.view()->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, m_columnMenu.get(),
            [this, header](const QPoint &at) { m_columnMenu->popup(header->mapToGlobal(at)); });
    showColumns();
}

void LogDesk::fillSortMenu()
{
    for (int column = 0; column < ColumnCount; ++column) {
        QAction *const action = m_sortMenu->addAction(columnTitle(column));
        action->setObjectName(QStringLiteral("sort-%1").arg(column));
        action->setCheckable(true);
        action->setData(column);
        m_sortings->addAction(action);
    }
    m_sortMenu->addSeparator();
    m_sortMenu->addAction(descending);
    LogView &view = *m_panel.view();
    connect(m_sortings, &QActionGroup::triggered, &view, [this, &view](const QAction *action) {
        const Core::LogSorting by = sortingBy(action->data().toInt()).value();
        const bool isTime = by == Core::LogSorting::ByTime;
        view.sort({by, !isTime && descending->isChecked()});
    });
    connect(descending, &QAction::triggered, &view, [this, &view](bool isDescending) {
        view.sort({m_panel.order().by, isDescending});
    });
    connect(&m_panel, &LogPanel::orderChanged, this, &LogDesk::showOrder);
    showOrder();
}

/// A sorted list is flat: what belongs together stands apart in it.
void LogDesk::showOrder()
{
    const Core::LogOrder order = m_panel.order();
    m_sortings->actions().at(columnOf(order.by))->setChecked(true);
    descending->setChecked(order.isDescending);
    const QString hint
        = order.isOfTime() ? QString() : tr("A sorted list shows each row by itself");
    for (QAction *const fold : {heartbeats, group}) {
        fold->setEnabled(order.isOfTime());
        fold->setToolTip(hint);
    }
    follow->setToolTip(order.isOfTime() ? tr("Keep the newest row in sight")
                                        : tr("Go back to the order of time, and keep the newest "
                                             "row in sight"));
}

void LogDesk::showColumns()
{
    const QList<QAction *> actions = m_columnMenu->actions();
    for (int column = 0; column < ColumnCount; ++column)
        actions.at(column)->setChecked(!m_panel.view()->isColumnHidden(column));
}

void LogDesk::showField(const Core::LogField &field)
{
    QList<Core::LogField> fields = m_panel.fields();
    if (fields.contains(field))
        return;
    auto *const action = new QAction(fieldTitle(field), m_columnMenu.get());
    action->setCheckable(true);
    action->setChecked(true);
    action->setToolTip(tr("Take this column away"));
    m_columnMenu->insertAction(addColumn, action);
    connect(action, &QAction::triggered, this, [this, field, action] {
        hideField(field);
        action->deleteLater();
    });
    m_panel.setFields(fields << field);
}

void LogDesk::hideField(const Core::LogField &field)
{
    QList<Core::LogField> fields = m_panel.fields();
    fields.removeOne(field);
    m_panel.setFields(fields);
}

void LogDesk::setShortcuts() const
{
    follow->setObjectName(QStringLiteral("follow"));
    pause->setObjectName(QStringLiteral("pause-view"));
    heartbeats->setObjectName(QStringLiteral("show-heartbeats"));
    group->setObjectName(QStringLiteral("group-by-event"));
    filter->setObjectName(QStringLiteral("filter"));
    clearFilter->setObjectName(QStringLiteral("clear-filter"));
    previousRow->setObjectName(QStringLiteral("previous-row"));
    nextRow->setObjectName(QStringLiteral("next-row"));
    addColumn->setObjectName(QStringLiteral("add-column"));
    descending->setObjectName(QStringLiteral("sort-descending"));
    follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    filter->setShortcut(QKeySequence::Find);
    previousRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Up), QKeySequence(Qt::Key_F7)});
    nextRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Down), QKeySequence(Qt::Key_F8)});
}

void LogDesk::connectActions()
{
    connect(follow, &QAction::triggered, m_panel.view(), &LogView::setFollowing);
    connect(m_panel.view(), &LogView::followingChanged, follow, &QAction::setChecked);
    connect(pause, &QAction::toggled, &m_panel, &LogPanel::setPaused);
    connect(heartbeats, &QAction::toggled, &m_panel,
            [this](bool areShown) { m_panel.setHeartbeatsFolded(!areShown); });
    connect(group, &QAction::toggled, &m_panel, &LogPanel::setEventsFolded);
    connect(addColumn, &QAction::triggered, this, [this] {
        auto *const dialog = new ColumnDialog(m_panel.window());
        connect(dialog, &ColumnDialog::fieldEntered, this, &LogDesk::showField);
        dialog->open();
    });
    connect(filter, &QAction::triggered, &m_panel, &LogPanel::focusFilter);
    connect(clearFilter, &QAction::triggered, &m_panel, &LogPanel::clearFilter);
    connect(previousRow, &QAction::triggered, this, [this] { m_panel.step(-1); });
    connect(nextRow, &QAction::triggered, this, [this] { m_panel.step(1); });
}

void LogDesk::restoreFrom(const QSettings &settings)
{
    for (const QString &text : settings.value(FieldsKey).toStringList()) {
        if (const auto field = Core::logFieldFromText(text))
            showField(*field);
    }
    m_panel.view()->restoreColumns(settings);
    showColumns();
    heartbeats->setChecked(settings.value(HeartbeatsKey, false).toBool());
    group->setChecked(settings.value(GroupKey, false).toBool());
    for (QAction *const action : m_timeStyles->actions()) {
        if (action->data() == settings.value(TimeKey))
            action->trigger();
    }
    restoreOrder(settings);
}

void LogDesk::restoreOrder(const QSettings &settings)
{
    const auto by = sortingBy(settings.value(SortingKey, TimeColumn).toInt());
    const Core::LogOrder order{by.value_or(Core::LogSorting::ByTime),
                               settings.value(DescendingKey, false).toBool()};
    if (order != m_panel.order())
        m_panel.view()->sort(order);
}

void LogDesk::saveTo(QSettings &settings) const
{
    m_panel.view()->saveColumns(settings);
    QStringList fields;
    for (const Core::LogField &field : m_panel.fields())
        fields.append(toText(field));
    settings.setValue(FieldsKey, fields);
    settings.setValue(HeartbeatsKey, heartbeats->isChecked());
    settings.setValue(GroupKey, group->isChecked());
    settings.setValue(SortingKey, columnOf(m_panel.order().by));
    settings.setValue(DescendingKey, m_panel.order().isDescending);
    settings.setValue(TimeKey, m_timeStyles->checkedAction()->data());
}

} // namespace Gui
