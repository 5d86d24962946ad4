// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "ui/noticebar.h"

#include <QTimer>
#include <QWidget>

namespace Gui {

/// Offers for ten seconds to bring back what was just removed; a further removal starts them anew
/// and joins the offer.
class UndoBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds OfferedFor{10};

    explicit UndoBar(QWidget *parent = nullptr);

    void offer(const Core::Destination &removed);
    bool isOffering() const { return !m_removed.isEmpty(); }
    void undo();
    void forget();

signals:
    void restorationRequested(const Core::DestinationId &id);
    void offeringChanged(bool isOffering);

private:
    NoticeBar *m_bar;
    QTimer m_timer;
    QList<Core::DestinationId> m_removed;
};

} // namespace Gui
