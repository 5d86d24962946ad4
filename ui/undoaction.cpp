// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undoaction.h"

#include "ui/look/glyph.h"
#include "ui/undobar.h"

#include <utility>

namespace Gui {

UndoAction::UndoAction(QObject *parent)
    : QAction(iconOf(Glyph::Undo), {}, parent)
{
    connect(this, &QAction::triggered, this, &UndoAction::undoLast);
    showLast();
}

void UndoAction::offer(const QObject &offerer, const QString &name, std::function<void()> undo)
{
    remove(offerer);
    m_offers.push_back({&offerer, name, std::move(undo)});
    showLast();
}

void UndoAction::withdraw(const QObject &offerer)
{
    remove(offerer);
    showLast();
}

void UndoAction::follow(UndoBar &bar, const QString &name)
{
    connect(&bar, &UndoBar::offeringChanged, this, [this, &bar, name](bool isOffering) {
        if (isOffering)
            offer(bar, name, [&bar] { bar.undo(); });
        else
            withdraw(bar);
    });
}

void UndoAction::remove(const QObject &offerer)
{
    std::erase_if(m_offers, [&offerer](const Offer &offer) { return offer.offerer == &offerer; });
}

// A copy, since who takes it back withdraws the offer.
void UndoAction::undoLast() const
{
    if (m_offers.empty())
        return;
    const std::function<void()> undo = m_offers.back().undo;
    undo();
}

void UndoAction::showLast()
{
    setEnabled(!m_offers.empty());
    setText(m_offers.empty() ? tr("&Undo") : m_offers.back().name);
}

} // namespace Gui
