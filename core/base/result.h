// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace Core {

/// A value or the Error that stood in its way; named as in std::expected, to be replaced by it.
template<typename T = void>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &operator*() const & { return *valueOrAbort(); }
    T &operator*() & { return *const_cast<T *>(valueOrAbort()); }
    T &&operator*() && { return std::move(*const_cast<T *>(valueOrAbort())); }
    const T *operator->() const { return valueOrAbort(); }
    T *operator->() { return const_cast<T *>(valueOrAbort()); }

    const Error &error() const
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&m_state);
    }

private:
    const T *valueOrAbort() const
    {
        Q_ASSERT(has_value());
        return std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_isError(true)
    {
    }

    bool has_value() const { return !m_isError; }
    explicit operator bool() const { return has_value(); }

    const Error &error() const
    {
        Q_ASSERT(m_isError);
        return m_error;
    }

private:
    Error m_error;
    bool m_isError = false;
};

} // namespace Core
