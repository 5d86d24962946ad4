// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

enum class ErrorCode {
    InvalidInput, ///< somebody gave us what we cannot use
    NotFound,
    Conflict, ///< it contradicts what is already there
    Storage, ///< the database cannot be used now
    StorageFull, ///< no room on the disk
    Network, ///< our own network trouble, such as a taken port
};

/// What we could not do, in one sentence that is safe to show to anybody.
struct Error
{
    ErrorCode code = ErrorCode::InvalidInput;
    QString sentence;
    QString field; ///< the member, parameter or option that is at fault; may be empty
    QString hint; ///< what to do about it; may be empty

    bool operator==(const Error &) const = default;
};

/// What happened and what to do about it, for a person.
inline QString inWords(const Error &error)
{
    return error.hint.isEmpty() ? error.sentence : error.sentence + u' ' + error.hint;
}

inline Error invalid(QString field, QString sentence, QString hint = {})
{
    return {ErrorCode::InvalidInput, std::move(sentence), std::move(field), std::move(hint)};
}

inline Error notFound(QString sentence)
{
    return {ErrorCode::NotFound, std::move(sentence), {}, {}};
}

inline Error notRunning()
{
    return {ErrorCode::Storage, QStringLiteral("Hookpost is not running."), {}, {}};
}

} // namespace Core
