// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationmodel.h"

#include "core/model/redaction.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr std::chrono::seconds FreshFor{2};

QString lastAnswer(const Core::DestinationStatus &status)
{
    if (!status.lastAttempt)
        return DestinationModel::tr("nothing sent yet");
    return DestinationModel::tr("last answer %1 at %2")
        .arg(printable(spoken(*status.lastAttempt)), shortClockText(status.lastAttempt->startedAt));
}

/// What the bars beside a name show.
QString recentText(const Core::DestinationStatus &status)
{
    const QList<Core::AttemptOutcome> &recent = status.recent;
    const auto good = std::count(recent.begin(), recent.end(), Core::AttemptOutcome::Delivered);
    const auto bad = std::count(recent.begin(), recent.end(), Core::AttemptOutcome::Failed);
    const qint64 others = recent.size() - good - bad;
    QStringList parts{DestinationModel::tr("%1 of the last %2 attempts were delivered")
                          .arg(countText(good), countText(recent.size()))};
    if (bad > 0)
        parts.append(DestinationModel::tr("%1 failed for good").arg(countText(bad)));
    if (others > 0)
        parts.append(DestinationModel::tr("%1 did not go through yet").arg(countText(others)));
    return parts.join(QLatin1StringView(", "));
}

/// Whether there was a success before them is not known where none of the newest attempts was one.
QString failuresText(const Core::DestinationStatus &status)
{
    if (!status.recent.contains(Core::AttemptOutcome::Delivered))
        return status.failuresInARow == 1
            ? DestinationModel::tr("1 failure")
            : DestinationModel::tr("%1 failures in a row").arg(countText(status.failuresInARow));
    return status.failuresInARow == 1 ? DestinationModel::tr("1 failure since the last success")
                                      : DestinationModel::tr("%1 failures since the last success")
                                            .arg(countText(status.failuresInARow));
}

QString stateText(const Core::DestinationStatus &status)
{
    return toWords(healthOf(status)) + QLatin1StringView(", ") + lastAnswer(status);
}

/// What is to come: when something is sent next, and how much waits for that.
QStringList outlookOf(const Core::DestinationStatus &status, bool isDispatching)
{
    QStringList parts;
    const bool isPaused = status.destination.state == Core::DestinationState::Paused;
    const QString held = heldText(status, now());
    const bool isHeldBack = !isDispatching && (status.nextAt || !held.isEmpty());
    if (isHeldBack && !isPaused)
        parts.append(DestinationModel::tr("dispatching is off"));
    else if (isDispatching && !held.isEmpty())
        parts.append(held);
    else if (isDispatching && status.nextAt && !isPaused)
        parts.append(DestinationModel::tr("next attempt %1").arg(untilText(*status.nextAt, now())));
    if (status.waiting > 0)
        parts.append(DestinationModel::tr("%1 waiting").arg(countText(status.waiting)));
    return parts;
}

/// Why it does not go on as usual.
QStringList obstaclesOf(const Core::DestinationStatus &status, bool isDispatching)
{
    QStringList parts;
    if (!status.destination.pauseReason.isEmpty())
        parts.append(printable(spokenPause(status.destination)));
    if (!status.destination.mark.isEmpty())
        parts.append(printable(spokenMark(status.destination)));
    if (status.probeAt)
        parts.append(isDispatching
                         ? DestinationModel::tr("one attempt at a time, the next at %1 or later")
                               .arg(shortClockText(*status.probeAt))
                         : DestinationModel::tr("one attempt at a time"));
    if (status.heldUntil)
        parts.append(DestinationModel::tr("held until %1, as the receiver asked (429)")
                         .arg(shortClockText(*status.heldUntil)));
    return parts;
}

QString accessibleText(const Core::DestinationStatus &status, bool isOpen, bool isDispatching)
{
    QStringList parts{printable(status.destination.name)};
    if (isOpen) {
        parts += detailsOf(status, isDispatching);
    } else {
        parts.append(stateText(status));
        parts += outlookOf(status, isDispatching);
    }
    return parts.join(QLatin1StringView(", "));
}

QString toolTip(const Core::DestinationStatus &status, bool isDispatching)
{
    return plainToolTip(printable(status.destination.name) + u'\n'
                        + detailsOf(status, isDispatching).join(u'\n'));
}

bool isOlder(const Core::DestinationStatus &one, const Core::DestinationStatus &other)
{
    return one.destination.id < other.destination.id;
}

QVariant allData(int role)
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return DestinationModel::tr("All destinations");
    return {};
}

} // namespace

QStringList detailsOf(const Core::DestinationStatus &status, bool isDispatching)
{
    QStringList lines{printable(Core::redactedUrl(status.destination.url)), stateText(status)};
    lines += outlookOf(status, isDispatching);
    if (status.failuresInARow > 0)
        lines.append(failuresText(status));
    lines += obstaclesOf(status, isDispatching);
    if (!status.recent.isEmpty())
        lines.append(recentText(status));
    lines.append(toWords(status.destination.origin));
    return lines;
}

Health healthOf(const Core::DestinationStatus &status)
{
    if (status.destination.state == Core::DestinationState::Paused)
        return Health::Paused;
    if (status.failuresInARow > 0 || !status.destination.mark.isEmpty())
        return Health::Failing;
    return status.lastAttempt ? Health::Active : Health::NeverSent;
}

Glyph glyphOf(Health health)
{
    switch (health) {
    case Health::NeverSent:
        return Glyph::Never;
    case Health::Active:
        return Glyph::Delivered;
    case Health::Failing:
        return Glyph::Warning;
    case Health::Paused:
        return Glyph::Paused;
    }
    Q_UNREACHABLE();
}

Tone toneOf(Health health)
{
    switch (health) {
    case Health::NeverSent:
    case Health::Paused:
        return Tone::Muted;
    case Health::Active:
        return Tone::Good;
    case Health::Failing:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

QString toWords(Health health)
{
    switch (health) {
    case Health::NeverSent:
        return DestinationModel::tr("never sent");
    case Health::Active:
        return DestinationModel::tr("active");
    case Health::Failing:
        return DestinationModel::tr("failing");
    case Health::Paused:
        return DestinationModel::tr("paused");
    }
    Q_UNREACHABLE();
}

std::optional<Core::Time> nextAfterHold(const Core::DestinationStatus &status, Core::Time now)
{
    if (!status.heldUntil || *status.heldUntil <= now)
        return std::nullopt;
    return std::max(*status.heldUntil, status.nextAt.value_or(Core::Time{}));
}

QString heldText(const Core::DestinationStatus &status, Core::Time now)
{
    const auto next = nextAfterHold(status, now);
    return next ? DestinationModel::tr("asked us to wait; next %1").arg(untilText(*next, now))
                : QString();
}

Glyph glyphOf(Core::Origin origin)
{
    switch (origin) {
    case Core::Origin::Api:
        return Glyph::Terminal;
    case Core::Origin::Window:
        return Glyph::Window;
    case Core::Origin::Import:
        return Glyph::Import;
    }
    Q_UNREACHABLE();
}

QString toWords(Core::Origin origin)
{
    switch (origin) {
    case Core::Origin::Api:
        return DestinationModel::tr("registered through the API");
    case Core::Origin::Window:
        return DestinationModel::tr("added in the window");
    case Core::Origin::Import:
        return DestinationModel::tr("imported");
    }
    Q_UNREACHABLE();
}

DestinationModel::DestinationModel(Core::Time openedAt, QObject *parent)
    : QAbstractListModel(parent)
    , m_openedAt(openedAt)
{
    m_ageing.setSingleShot(true);
    connect(&m_ageing, &QTimer::timeout, this, [this] {
        m_fresh.clear();
        emit dataChanged(index(AllRow), index(count()));
    });
}

void DestinationModel::show(const QList<Core::DestinationStatus> &changed)
{
    QList<Core::DestinationStatus> added;
    for (const Core::DestinationStatus &status : changed) {
        const int row = rowOf(status.destination.id);
        if (row < 0) {
            added.append(status);
            continue;
        }
        m_statuses[row - 1] = status;
        emit dataChanged(index(row), index(row));
    }
    insert(added);
    if (!changed.isEmpty())
        emit dataChanged(index(AllRow), index(AllRow));
}

/// In the order in which they were created, so that one whose removal is undone gets its place
/// back. Those that stand below each other come in one go.
void DestinationModel::insert(QList<Core::DestinationStatus> added)
{
    std::sort(added.begin(), added.end(), isOlder);
    while (!added.isEmpty()) {
        const auto place
            = std::lower_bound(m_statuses.begin(), m_statuses.end(), added.first(), isOlder);
        const auto end = place == m_statuses.end()
            ? added.end()
            : std::lower_bound(added.begin(), added.end(), *place, isOlder);
        const qsizetype count = end - added.begin();
        insertAt(static_cast<int>(place - m_statuses.begin()), added.first(count));
        added.remove(0, count);
    }
}

void DestinationModel::insertAt(int place, const QList<Core::DestinationStatus> &added)
{
    beginInsertRows({}, place + 1, place + static_cast<int>(added.size()));
    m_statuses.insert(place, added.size(), {});
    std::copy(added.begin(), added.end(), m_statuses.begin() + place);
    reindex();
    for (const Core::DestinationStatus &status : added) {
        if (status.destination.createdAt > m_openedAt)
            m_fresh.insert(status.destination.id);
    }
    if (!m_fresh.isEmpty())
        m_ageing.start(FreshFor);
    endInsertRows();
    tellAdditions(added);
}

void DestinationModel::tellAdditions(const QList<Core::DestinationStatus> &added)
{
    for (const Core::DestinationStatus &status : added) {
        const Core::Destination &destination = status.destination;
        const bool isNews = destination.createdAt > m_openedAt && !m_seen.contains(destination.id);
        m_seen.insert(destination.id);
        if (isNews && destination.origin == Core::Origin::Api)
            emit addedThroughApi(destination);
    }
}

void DestinationModel::forget(const QList<Core::DestinationId> &removed)
{
    for (const Core::DestinationId id : removed) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_statuses.removeAt(row - 1);
        reindex();
        endRemoveRows();
    }
    emit dataChanged(index(AllRow), index(AllRow));
}

void DestinationModel::takeStatus(const Core::EngineStatus &status)
{
    if (m_isDispatching == status.isDispatching)
        return;
    m_isDispatching = status.isDispatching;
    emit dataChanged(index(AllRow), index(count()));
    emit dispatchingChanged();
}

void DestinationModel::reindex()
{
    m_rows.clear();
    for (int i = 0; i < count(); ++i)
        m_rows.insert(m_statuses.at(i).destination.id, i + 1);
}

QList<Core::Destination> DestinationModel::destinations() const
{
    QList<Core::Destination> destinations;
    for (const Core::DestinationStatus &status : m_statuses)
        destinations.append(status.destination);
    return destinations;
}

int DestinationModel::countOf(Health health) const
{
    return static_cast<int>(std::count_if(
        m_statuses.begin(), m_statuses.end(),
        [health](const Core::DestinationStatus &status) { return healthOf(status) == health; }));
}

const Core::DestinationStatus *DestinationModel::newestFailing() const
{
    const Core::DestinationStatus *newest = nullptr;
    for (const Core::DestinationStatus &status : m_statuses) {
        if (healthOf(status) == Health::Failing && status.lastAttempt
            && (newest == nullptr || newest->lastAttempt->id < status.lastAttempt->id))
            newest = &status;
    }
    return newest;
}

const Core::DestinationStatus *DestinationModel::statusAt(int row) const
{
    return row > AllRow && row <= count() ? &m_statuses.at(row - 1) : nullptr;
}

const Core::DestinationStatus *DestinationModel::find(Core::DestinationId id) const
{
    return statusAt(rowOf(id));
}

int DestinationModel::rowOf(Core::DestinationId id) const
{
    return m_rows.value(id, -1);
}

bool DestinationModel::isFresh(int row) const
{
    const Core::DestinationStatus *const status = statusAt(row);
    return status != nullptr && m_fresh.contains(status->destination.id);
}

bool DestinationModel::isOpen(int row) const
{
    const Core::DestinationStatus *const status = statusAt(row);
    return status != nullptr && m_open.contains(status->destination.id);
}

void DestinationModel::setOpen(int row, bool isOpen)
{
    const Core::DestinationStatus *const status = statusAt(row);
    if (status == nullptr || this->isOpen(row) == isOpen)
        return;
    if (isOpen)
        m_open.insert(status->destination.id);
    else
        m_open.remove(status->destination.id);
    emit dataChanged(index(row), index(row));
    emit openChanged(row);
}

int DestinationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count() + 1;
}

QVariant DestinationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Core::DestinationStatus *const status = statusAt(index.row());
    if (status == nullptr)
        return allData(role);
    switch (role) {
    case Qt::DisplayRole:
        return printable(status->destination.name);
    case Qt::AccessibleTextRole:
        return accessibleText(*status, isOpen(index.row()), m_isDispatching);
    case Qt::AccessibleDescriptionRole:
        return detailsOf(*status, m_isDispatching).join(QLatin1StringView(", "));
    case Qt::ToolTipRole:
        return toolTip(*status, m_isDispatching);
    default:
        return {};
    }
}

} // namespace Gui
