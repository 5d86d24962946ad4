// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace Core {

/// The options that a file keeps from one start to the next. They hold where the command line does
/// not say otherwise.
struct KeptOptions
{
    QString file; ///< where they are kept, whether or not it is there yet
    QMap<QString, QString> values; ///< by the options' names; a flag says "true"
    QMap<QString, QString> given; ///< likewise, what the command line of this run says

    bool operator==(const KeptOptions &) const = default;
};

/// Whether the option \a name is one that is kept and may say \a text; several ranges stand parted
/// by commas.
Result<> checkOption(const QString &name, const QString &text);

/// The arguments that say the same as \a values, by the options' names.
QStringList argumentsOf(const QMap<QString, QString> &values);

} // namespace Core
