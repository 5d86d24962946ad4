// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/verdict.h"

namespace Core {

namespace {

Verdict judgeFailure(Failure failure)
{
    switch (failure) {
    case Failure::AddressRefused:
    case Failure::TlsFailed:
        return {AttemptOutcome::Failed, true, false, std::nullopt, false};
    case Failure::NotSent:
        return {AttemptOutcome::Temporary, false, false, std::nullopt, false};
    case Failure::None:
    case Failure::NameNotFound:
    case Failure::LookUpFailed:
    case Failure::ConnectionRefused:
    case Failure::Unreachable:
    case Failure::ConnectionReset:
    case Failure::ClosedWithoutAnswer:
    case Failure::TimedOut:
    case Failure::NotHttp:
        return {AttemptOutcome::Temporary, true, false, std::nullopt, false};
    }
    Q_UNREACHABLE();
}

} // namespace

Verdict judge(const Report &report, const QList<int> &retryOn, Time now)
{
    const int status = report.status;
    if (report.isBrokenOff)
        return {AttemptOutcome::Interrupted, false, false, std::nullopt, false};
    if (status < 200)
        return judgeFailure(report.failure);
    if (status <= 299)
        return {AttemptOutcome::Delivered, true, false, std::nullopt, false};
    if (status >= 500)
        return {AttemptOutcome::Temporary, true, false, retryAfter(report.responseHeaders, now),
                false};
    Verdict verdict{AttemptOutcome::Failed, true, status == 410, std::nullopt, false};
    if (retryOn.contains(status))
        verdict.outcome = AttemptOutcome::Temporary;
    if (status == 429)
        verdict.retryAfter = retryAfter(report.responseHeaders, now);
    verdict.holdsLane = verdict.retryAfter.has_value();
    return verdict;
}

} // namespace Core
