// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/delivery.h"
#include "core/model/rowjson.h"
#include "core/model/status.h"
#include "core/store/changes.h"
#include "core/store/records.h"

#include <QJsonObject>

namespace Core {

// Facts as the HTTP interface spells them; names are the same wherever a fact is shown.

QJsonObject toJson(const DestinationStatus &status);
QJsonObject toJson(const Delivery &delivery); ///< as it stands within an event
QJsonObject toJson(const Event &event);
QJsonObject toJson(const EventRecord &record);
QJsonObject toJson(const DeliveryRecord &record);

/// A delivery of its own: with the id of its event.
QJsonObject toListJson(const Delivery &delivery);

} // namespace Core
