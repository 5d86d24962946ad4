// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterdesk.h"

#include "ui/desk/actionlist.h"
#include "ui/desk/whereabouts.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/filtertext.h"
#include "ui/filter/savedfilters.h"
#include "ui/filter/valueterms.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/requests.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QSettings>

#include <utility>

namespace Gui {

namespace {

constexpr QLatin1StringView RecentsKey{"filter/recent"};
constexpr qsizetype MostRecents = 10;
constexpr int LongestMenuLabel = 48;

Core::FilterTerm termSince(Core::Time moment)
{
    Core::FilterTerm term;
    term.key = Core::FilterKey::Since;
    term.number = moment.time_since_epoch().count();
    return term;
}

/// Narrowed to a span of time, of which \a to is excluded.
QString withSpan(const QString &text, Core::Time from, Core::Time to)
{
    return withTerm(withTerm(text, termSince(from)), termSince(to), TermSign::Excluded);
}

bool hasSpan(const QString &text, Core::Time from, Core::Time to)
{
    return hasTerm(text, termSince(from)) && hasTerm(text, termSince(to), TermSign::Excluded);
}

} // namespace

FilterDesk::FilterDesk(FilterBar &bar, const Facts &facts, Requests &requests, QObject *parent)
    : QObject(parent)
    , onlyThis(new QAction(this))
    , excludeThis(new QAction(this))
    , addThis(new QAction(this))
    , m_bar(bar)
    , m_field(*bar.field())
{
    onlyThis->setObjectName(QStringLiteral("filter.only"));
    excludeThis->setObjectName(QStringLiteral("filter.exclude"));
    addThis->setObjectName(QStringLiteral("filter.add"));
    // What they are called where keys are given to them, whatever the current cell holds.
    onlyThis->setProperty(LastingName, tr("Only the current cell"));
    excludeThis->setProperty(LastingName, tr("Exclude the current cell"));
    addThis->setProperty(LastingName, tr("Add the current cell to filter"));
    onlyThis->setToolTip(tr("Filter by the current cell alone"));
    excludeThis->setToolTip(tr("Leave out what is like the current cell"));
    addThis->setToolTip(tr("Narrow the filter by the current cell"));
    connect(onlyThis, &QAction::triggered, this, [this] { useCell(FilterUse::Only); });
    connect(excludeThis, &QAction::triggered, this, [this] { useCell(FilterUse::Exclude); });
    connect(addThis, &QAction::triggered, this, [this] { useCell(FilterUse::Add); });
    connect(&m_field, &FilterField::filterChanged, this, &FilterDesk::reviewSpan);
    connect(&m_field, &FilterField::confirmed, this, &FilterDesk::remember);
    connect(m_field.popup(), &FilterPopup::valuesRequested, &requests,
            &Requests::filterValuesRequested);
    connect(&facts, &Facts::filterValuesFound, m_field.popup(), &FilterPopup::takeValues);
    updateActions();
}

void FilterDesk::join(Sidebar &sidebar, const DestinationModel &destinations)
{
    m_sidebar = &sidebar;
    m_destinations = &destinations;
    connect(m_sidebar, &Sidebar::destinationChosen, this, &FilterDesk::showDestination);
    connect(&m_field, &FilterField::filterChanged, this, &FilterDesk::reviewDestination);
    connect(m_destinations, &QAbstractItemModel::rowsInserted, this, &FilterDesk::chooseKept);
}

void FilterDesk::join(LogView &view, LogModel &model)
{
    m_view = &view;
    m_log = &model;
    auto *const separator = new QAction(this);
    separator->setSeparator(true);
    view.addActions({separator, onlyThis, excludeThis, addThis});
    view.installEventFilter(this);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FilterDesk::updateActions);
    connect(&model, &QAbstractItemModel::modelReset, this, &FilterDesk::updateActions);
}

void FilterDesk::join(DetailPane &pane)
{
    pane.offerChoices();
    connect(&pane, &DetailPane::filterRequested, this,
            [this](const FieldChoice &choice, FilterUse how) { use(termOf(choice), how); });
}

void FilterDesk::showDestination(const Core::DestinationId &id)
{
    QString text = m_field.filterText();
    const std::optional<Core::FilterTerm> former = std::exchange(m_destination, std::nullopt);
    if (const Core::DestinationStatus *const status = m_destinations->find(id))
        m_destination = termOf(status->destination, m_destinations->destinations());
    if (former && former != m_destination)
        text = withoutTerm(text, *former);
    // Nobody has typed it, and it would hide most of what the destination got.
    if (m_destination && text == m_shown)
        text.clear();
    // What was restored has the term already, perhaps among others of its key.
    if (m_destination && !hasTerm(text, *m_destination))
        text = withTerm(withoutKey(text, Core::FilterKey::DestinationName), *m_destination);
    const QScopedValueRollback guard(m_isShowing, true);
    // Else what is being typed would be lost.
    if (text != m_field.filterText())
        m_field.setFilterText(text);
}

void FilterDesk::showSpan(const Core::Time &from, const Core::Time &to)
{
    const QString rest = withoutKey(m_field.filterText(), Core::FilterKey::Since);
    m_span = {from, to};
    m_field.setFilterText(withSpan(rest, from, to));
}

void FilterDesk::reviewSpan()
{
    if (!m_span || hasSpan(m_field.filterText(), m_span->first, m_span->second))
        return;
    m_span.reset();
    emit spanDropped();
}

void FilterDesk::showAllTime()
{
    m_field.setFilterText(withoutKey(m_field.filterText(), Core::FilterKey::Since));
}

/// Those of earlier runs began at other times.
void FilterDesk::showInterrupted(const Core::RecoveryReport &report)
{
    Core::FilterTerm term;
    term.key = Core::FilterKey::Is;
    term.word = Core::FilterWord::Interrupted;
    m_shown = withSpan(toText(term), report.firstBegan, report.lastBegan + Core::Milliseconds{1});
    m_field.setFilterText(m_shown);
}

void FilterDesk::reviewDestination()
{
    m_kept = {};
    if (!m_isShowing)
        emit rewritten();
    if (!m_destination || hasTerm(m_field.filterText(), *m_destination))
        return;
    m_destination.reset();
    m_sidebar->chooseAll();
}

/// Its term is in force already, perhaps with a name that it no longer has.
void FilterDesk::chooseKept()
{
    if (!m_kept.isNull() && m_destinations->find(m_kept) != nullptr)
        m_sidebar->choose(std::exchange(m_kept, {}));
}

void FilterDesk::useCell(FilterUse how)
{
    use(cellTerm(), how);
}

void FilterDesk::use(const std::optional<Core::FilterTerm> &term, FilterUse how)
{
    if (!term)
        return;
    if (how == FilterUse::Only)
        m_field.setFilterText(toText(*term));
    else
        m_field.setFilterText(
            withTerm(m_field.filterText(), *term,
                     how == FilterUse::Exclude ? TermSign::Excluded : TermSign::Wanted));
    remember(m_field.filterText());
}

std::optional<Core::FilterTerm> FilterDesk::cellTerm() const
{
    const QModelIndex cell = m_view == nullptr ? QModelIndex() : m_view->currentIndex();
    if (!cell.isValid())
        return std::nullopt;
    const LogRowCache::Fact *const fact = m_log->factAt(cell.row());
    if (fact == nullptr)
        return std::nullopt;
    const int field = cell.column() - ColumnCount;
    if (field >= 0 && m_log->isHidden(cell))
        return std::nullopt;
    if (field >= 0)
        return termOf(m_log->fields().at(field), m_log->valuesAt(cell.row()).value(field));
    if (m_log->isOfSeveral(cell))
        return std::nullopt;
    return std::visit([&cell](const auto &row) { return termOf(cell.column(), row); }, *fact);
}

/// Each says what it would look for.
void FilterDesk::updateActions()
{
    const std::optional<Core::FilterTerm> term = cellTerm();
    QString text = term ? shortened(printable(toText(*term)), LongestMenuLabel) : tr("this");
    text.replace(u'&', QStringLiteral("&&"));
    onlyThis->setText(tr("&Only %1").arg(text));
    excludeThis->setText(tr("&Exclude %1").arg(text));
    addThis->setText(tr("&Add %1 to filter").arg(text));
    for (QAction *const action : {onlyThis, excludeThis, addThis})
        action->setEnabled(term.has_value());
}

/// A row may have been read since its cell became the current one.
bool FilterDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu)
        updateActions();
    return QObject::eventFilter(watched, event);
}

void FilterDesk::remember(const QString &text)
{
    const QString kept = text.trimmed();
    if (kept.isEmpty())
        return;
    m_recents.removeOne(kept);
    m_recents.prepend(kept);
    m_recents = m_recents.first(std::min(MostRecents, m_recents.size()));
    m_field.popup()->setRecents(m_recents);
}

void FilterDesk::restoreFrom(const QSettings &settings)
{
    m_bar.saved()->restoreFrom(settings);
    m_recents = settings.value(RecentsKey).toStringList();
    m_field.popup()->setRecents(m_recents);
}

void FilterDesk::saveTo(QSettings &settings) const
{
    m_bar.saved()->saveTo(settings);
    settings.setValue(RecentsKey, m_recents);
}

void FilterDesk::restore(const Whereabouts &whereabouts)
{
    m_field.setFilterText(whereabouts.filter);
    m_kept = whereabouts.destination;
}

void FilterDesk::save(Whereabouts &whereabouts) const
{
    const Core::DestinationId chosen = m_sidebar->chosen();
    whereabouts.filter = m_field.filterText();
    whereabouts.destination = chosen.isNull() ? m_kept : chosen;
}

} // namespace Gui
