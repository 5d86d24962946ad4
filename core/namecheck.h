// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/resolver.h"
#include "core/model/namereport.h"

#include <QObject>

namespace Core {

struct AddressPolicy;

/// Looks up where a URL leads that somebody is about to register.
///
/// Thread: the engine's.
/// Borrows: policy and clock.
class NameCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameCheck)

public:
    NameCheck(const AddressPolicy &policy, const Clock &clock, Resolver::LookUp lookUp,
              QObject *parent = nullptr);
    ~NameCheck() override;

    void check(const QString &url); ///< Says nothing of a URL without a host.

signals:
    void checked(const Core::NameReport &report);

private:
    NameReport reportOn(const QString &url, const Resolution &resolution) const;

    const AddressPolicy &m_policy;
    const Clock &m_clock;
    Resolver m_resolver;
};

} // namespace Core
