// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/namecheck.h"

#include "core/dispatch/addresspolicy.h"

#include <QUrl>

namespace Core {

namespace {

// One that hangs must not keep the next one waiting that a person types.
constexpr int MostLookUps = 4;
constexpr Milliseconds Patience{10'000};

} // namespace

NameCheck::NameCheck(const AddressPolicy &policy, const Clock &clock, Resolver::LookUp lookUp,
                     QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_clock(clock)
    , m_resolver(clock, std::move(lookUp), MostLookUps, this)
{
}

NameCheck::~NameCheck() = default;

void NameCheck::check(const QString &url)
{
    const QString host = QUrl(url, QUrl::StrictMode).host();
    if (host.isEmpty())
        return;
    m_resolver.resolve(host, m_clock.tick() + Patience, [this, url](const Resolution &resolution) {
        emit checked(reportOn(url, resolution));
    });
}

NameReport NameCheck::reportOn(const QString &url, const Resolution &resolution) const
{
    NameReport report{url, {}, resolution.failure, {}};
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isSecure = parsed.scheme() == QLatin1StringView("https");
    const auto port = static_cast<quint16>(parsed.port(isSecure ? 443 : 80));
    bool isOpen = false; // by one address, which is enough, as it is for a POST
    for (const QHostAddress &address : resolution.addresses) {
        report.addresses.append(address.toString());
        const auto judged = m_policy.judge(address, port);
        isOpen = isOpen || judged.has_value();
        if (!judged)
            report.refusal = judged.error().sentence;
    }
    if (isOpen)
        report.refusal.clear();
    return report;
}

} // namespace Core
