// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undobar.h"

#include "ui/look/format.h"

#include <QVBoxLayout>

namespace Gui {

UndoBar::UndoBar(Undoable undoable, QWidget *parent)
    : QWidget(parent)
    , m_undoable(undoable)
    , m_bar(new NoticeBar(Tone::Busy, this))
{
    m_bar->setObjectName(undoable == Undoable::Removal ? QStringLiteral("removed")
                                                       : QStringLiteral("added"));
    m_bar->setAction(tr("Undo"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::forget);
    connect(m_bar, &NoticeBar::actionTriggered, this, &UndoBar::undo);
    connect(m_bar, &NoticeBar::dismissed, this, &UndoBar::forget);
}

void UndoBar::offer(const Core::Destination &destination)
{
    m_offered.append(destination.id);
    m_bar->showNotice(sentence(shortened(printable(destination.name), LongestName)));
    m_timer.start(OfferedFor);
    emit offeringChanged(true);
}

QString UndoBar::sentence(const QString &name) const
{
    const auto count = static_cast<int>(m_offered.size());
    if (m_undoable == Undoable::Removal)
        return count == 1 ? tr("Removed “%1”.").arg(name)
                          : tr("Removed %1 destinations.").arg(count);
    return count == 1 ? tr("“%1” was added through the API.").arg(name)
                      : tr("%1 destinations were added through the API.").arg(count);
}

void UndoBar::undo()
{
    const QList<Core::DestinationId> offered = m_offered;
    forget();
    for (const Core::DestinationId id : offered)
        emit undoRequested(id);
}

void UndoBar::forget()
{
    m_timer.stop();
    m_offered.clear();
    m_bar->showNotice({});
    emit offeringChanged(false);
}

} // namespace Gui
