// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/attempt.h"
#include "ui/destinations/destinationmodel.h"

#include <QObject>

#include <optional>

class QWidget;

namespace Gui {

/// Tells those who do not see the window when the chosen destination fares otherwise than before:
/// another state, another answer. What stays as it was is not told again.
///
/// Borrows: \a list, which it describes, and \a model.
class StateVoice final : public QObject
{
    Q_OBJECT

public:
    StateVoice(QWidget &list, const DestinationModel &model);

    void follow(const Core::DestinationId &chosen); ///< Null for none. Tells nothing yet.

private:
    struct Condition
    {
        Health health;
        std::optional<Core::AttemptOutcome> outcome;
        int status = 0;

        bool operator==(const Condition &) const = default;
    };

    void review();
    static Condition conditionOf(const Core::DestinationStatus &status);

    QWidget &m_list;
    const DestinationModel &m_model;
    Core::DestinationId m_chosen;
    std::optional<Condition> m_told;
};

} // namespace Gui
