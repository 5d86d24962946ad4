// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "ui/noticebar.h"

#include <QTimer>
#include <QWidget>

namespace Gui {

/// What a person may want to take back.
enum class Undoable {
    Removal,
    ApiAddition, ///< through the HTTP interface
};

/// Offers for ten seconds to undo what has just been done to destinations; what is done meanwhile
/// starts them anew and joins the offer.
class UndoBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds OfferedFor{10};

    explicit UndoBar(Undoable undoable, QWidget *parent = nullptr);

    void offer(const Core::Destination &destination);
    bool isOffering() const { return !m_offered.isEmpty(); }
    void undo();
    void forget();

signals:
    void undoRequested(const Core::DestinationId &id);
    void offeringChanged(bool isOffering);

private:
    QString sentence(const QString &name) const;

    Undoable m_undoable;
    NoticeBar *m_bar;
    QTimer m_timer;
    QList<Core::DestinationId> m_offered;
};

} // namespace Gui
