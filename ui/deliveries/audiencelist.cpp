// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/audiencelist.h"

#include "core/model/redaction.h"
#include "ui/look/format.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace Gui {

namespace {

constexpr int ShownAudience = 4;
constexpr int LeastAudience = 2; // where the screen has room for no more

enum Mode {
    Everybody,
    Chosen,
};

} // namespace

AudienceList::AudienceList(QList<Core::Destination> destinations, QWidget *parent)
    : QWidget(parent)
    , m_destinations(std::move(destinations))
    , m_mode(new QComboBox(this))
    , m_list(new QListWidget(this))
{
    m_mode->addItems({tr("All that subscribed to the type"), tr("The ticked ones")});
    m_mode->setAccessibleName(tr("Who gets it"));
    m_list->setAccessibleName(tr("Destinations"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSpacing(3);
    const int lineHeight = m_list->fontMetrics().lineSpacing() + 6;
    m_list->setMinimumHeight(lineHeight * LeastAudience);
    m_list->setMaximumHeight(lineHeight * ShownAudience);
    for (const Core::Destination &destination : m_destinations) {
        auto *const item
            = new QListWidgetItem(shortened(printable(destination.name), LongestName), m_list);
        m_subscribers.put(destination);
        item->setToolTip(plainToolTip(printable(Core::redactedUrl(destination.url))));
    }
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_mode);
    layout->addWidget(m_list);
    setFocusProxy(m_mode);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &AudienceList::showReached);
    connect(m_list, &QListWidget::itemChanged, this, &AudienceList::takeTicks);
    showReached();
}

void AudienceList::setType(const QString &type)
{
    m_type = type;
    showReached();
    bringIntoSight();
}

void AudienceList::choose(const QList<Core::DestinationId> &chosen)
{
    m_ticked = chosen;
    m_mode->setCurrentIndex(Chosen);
    showReached();
    bringIntoSight();
}

bool AudienceList::isEverybody() const
{
    return m_mode->currentIndex() == Everybody;
}

QList<Core::DestinationId> AudienceList::reached() const
{
    return isEverybody() ? m_subscribers.matching(m_type) : m_ticked;
}

void AudienceList::showReached()
{
    const QList<Core::DestinationId> now = reached();
    {
        const QSignalBlocker blocker(m_list);
        for (int i = 0; i < m_list->count(); ++i) {
            QListWidgetItem *const item = m_list->item(i);
            const bool isReached = now.contains(m_destinations.at(i).id);
            item->setCheckState(isReached ? Qt::Checked : Qt::Unchecked);
        }
    }
    emit changed();
}

/// Whoever gets it is in sight, however long the list is: the first one, unless one is already.
void AudienceList::bringIntoSight()
{
    const QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *const item = m_list->item(i);
        if (item->checkState() != Qt::Checked)
            continue;
        if (m_list->viewport()->rect().contains(m_list->visualItemRect(item)))
            return;
        if (first == nullptr)
            first = item;
    }
    if (first != nullptr)
        m_list->scrollToItem(first);
}

void AudienceList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    bringIntoSight();
}

void AudienceList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    bringIntoSight();
}

void AudienceList::takeTicks()
{
    m_ticked.clear();
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            m_ticked.append(m_destinations.at(i).id);
    }
    // Who leaves one of the subscribers out, or adds one, has chosen.
    if (isEverybody())
        m_mode->setCurrentIndex(Chosen);
    else
        emit changed();
}

} // namespace Gui
