// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/firststeps.h"

#include "ui/look/format.h"
#include "ui/look/refusals.h"

#include <QCoreApplication>

namespace Gui {

namespace {

struct StepText
{
    Q_DECLARE_TR_FUNCTIONS(FirstSteps)
};

constexpr int LongestTarget = 80;

bool isRegistration(const Core::ApiCall &call)
{
    return call.method == "POST" && call.target == "/webhooks";
}

/// What the caller sent, as far as it could be read.
QString requestOf(const Core::ApiCall &call)
{
    if (call.method.isEmpty())
        return StepText::tr("Something that is not HTTP");
    const QByteArray line = call.method + ' ' + call.target;
    return shortened(printable(line), LongestTarget);
}

QString refusalOf(const Core::ApiCall &call)
{
    QStringList parts{
        StepText::tr("%1 was refused with %2.").arg(requestOf(call)).arg(call.status)};
    if (!call.sentence.isEmpty())
        parts.append(printable(spokenRefusal(call.sentence)));
    if (!call.hint.isEmpty())
        parts.append(printable(spokenRefusal(call.hint)));
    return parts.join(u' ');
}

} // namespace

CallStep after(const CallStep &step, const Core::ApiCall &call)
{
    if (step.isTaken())
        return step;
    if (call.isRefused())
        return {CallStep::State::Refused, refusalOf(call)};
    if (isRegistration(call))
        return {CallStep::State::Taken, StepText::tr("The call has arrived: it is registered.")};
    return step;
}

} // namespace Gui
