// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undobar.h"

#include "ui/look/format.h"

#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr int LongestName = 60;

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_bar(new NoticeBar(Tone::Busy, this))
{
    m_bar->setAction(tr("Undo"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::forget);
    connect(m_bar, &NoticeBar::actionTriggered, this, &UndoBar::undo);
    connect(m_bar, &NoticeBar::dismissed, this, &UndoBar::forget);
}

void UndoBar::offer(const Core::Destination &removed)
{
    m_removed.append(removed.id);
    const auto count = static_cast<int>(m_removed.size());
    m_bar->showNotice(count == 1
                          ? tr("Removed “%1”.").arg(shortened(printable(removed.name), LongestName))
                          : tr("Removed %1 destinations.").arg(count));
    m_timer.start(OfferedFor);
    emit offeringChanged(true);
}

void UndoBar::undo()
{
    const QList<Core::DestinationId> removed = m_removed;
    forget();
    for (const Core::DestinationId id : removed)
        emit restorationRequested(id);
}

void UndoBar::forget()
{
    m_timer.stop();
    m_removed.clear();
    m_bar->showNotice({});
    emit offeringChanged(false);
}

} // namespace Gui
