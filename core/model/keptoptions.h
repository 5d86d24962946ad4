// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace Core {

/// The options that a file keeps from one start to the next. They hold where the command line does
/// not say otherwise.
struct KeptOptions
{
    QString file; ///< where they are kept, whether or not it is there yet
    QMap<QString, QString> values; ///< by the options' names; a flag says "true"

    bool operator==(const KeptOptions &) const = default;
};

} // namespace Core
