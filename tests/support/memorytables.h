// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/delivery.h"
#include "core/model/destination.h"
#include "core/store/rules.h"

#include <QMutex>

#include <map>

/// What a MemoryStore and its MemoryRecords have in common.
///
/// Thread: any, while the mutex is held.
struct MemoryTables
{
    struct DestinationRow
    {
        Core::Registration registration;
        std::optional<Core::Time> removedAt;
    };

    struct EventRow
    {
        Core::Event event; ///< with its body
        qint64 number = 0; ///< grows as events are accepted
        QStringList keys;
        QByteArray digest;
        bool isRepeatable = false;
        bool isStripped = false; ///< kept just to be known again, without its body
    };

    struct DeliveryRow
    {
        Core::Delivery delivery;
        std::optional<Core::Time> dueIfRestored;
    };

    struct AttemptRow
    {
        Core::Attempt attempt;
        Core::Transcript transcript;
    };

    struct Rows
    {
        std::map<Core::DestinationId, DestinationRow> destinations;
        std::map<QString, EventRow> events; ///< by their ids
        std::map<Core::DeliveryId, DeliveryRow> deliveries;
        std::map<Core::AttemptId, AttemptRow> attempts;
        std::map<Core::CaptureId, Core::CaptureRecord> captures;
        qint64 lastNumber = 0; ///< of any other row; none is ever given twice
        qint64 lastLogNumber = 0; ///< of attempts and captures, likewise

        const EventRow *eventWithId(const Core::EventId &id) const
        {
            const auto found = events.find(id.text);
            return found == events.end() ? nullptr : &found->second;
        }

        QList<Core::Delivery> deliveriesOf(const Core::EventId &id) const
        {
            QList<Core::Delivery> found;
            for (const auto &[number, row] : deliveries) {
                if (row.delivery.event == id)
                    found.append(row.delivery);
            }
            return found;
        }

        bool isRecoverable(Core::DeliveryId id) const
        {
            const Core::Delivery &delivery = deliveries.at(id).delivery;
            bool isNewest = true;
            for (const Core::Delivery &other : deliveriesOf(delivery.event)) {
                if (other.destination == delivery.destination && other.id > id)
                    isNewest = false;
            }
            return Core::isRecoverable(delivery, eventWithId(delivery.event)->event.kind, isNewest);
        }
    };

    QMutex mutex;
    Rows rows;
    bool isOpen = false; ///< the store's side
};
