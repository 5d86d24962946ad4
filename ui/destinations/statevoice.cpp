// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/statevoice.h"

#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QAccessible>
#include <QWidget>

namespace Gui {

namespace {

QString conditionText(const Core::DestinationStatus &status)
{
    const QString name = printable(status.destination.name);
    const QString health = toWords(healthOf(status));
    return status.lastAttempt
        ? StateVoice::tr("%1: %2, last attempt: %3").arg(name, health, spoken(*status.lastAttempt))
        : StateVoice::tr("%1: %2", "a destination and its state").arg(name, health);
}

} // namespace

StateVoice::StateVoice(QWidget &list, const DestinationModel &model)
    : QObject(&list)
    , m_list(list)
    , m_model(model)
{
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &StateVoice::review);
}

StateVoice::Condition StateVoice::conditionOf(const Core::DestinationStatus &status)
{
    Condition condition{healthOf(status), std::nullopt};
    if (status.lastAttempt) {
        condition.outcome = status.lastAttempt->outcome;
        condition.status = status.lastAttempt->status;
    }
    return condition;
}

void StateVoice::follow(const Core::DestinationId &chosen)
{
    m_chosen = chosen;
    const Core::DestinationStatus *const status = m_model.find(chosen);
    m_told = status == nullptr ? std::nullopt : std::optional(conditionOf(*status));
    if (!m_list.accessibleDescription().isEmpty())
        m_list.setAccessibleDescription({});
}

void StateVoice::review()
{
    const Core::DestinationStatus *const status = m_model.find(m_chosen);
    if (status == nullptr || conditionOf(*status) == m_told)
        return;
    m_told = conditionOf(*status);
    const QString text = conditionText(*status);
    m_list.setAccessibleDescription(text); // which tells that it has changed
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announcement(&m_list, text);
    QAccessible::updateAccessibility(&announcement);
#endif
}

} // namespace Gui
