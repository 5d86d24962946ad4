// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/colourrule.h"

#include "core/base/filter.h"
#include "ui/look/format.h"
#include "ui/look/refusals.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gui {

namespace {

struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(ColourRule)
};

constexpr std::array<QLatin1StringView, RowHueCount> HueKeys{
    QLatin1StringView("red"),  QLatin1StringView("yellow"), QLatin1StringView("green"),
    QLatin1StringView("blue"), QLatin1StringView("purple"), QLatin1StringView("grey")};

/// What is wrong with a filter, and where; empty when it can be read.
QString faultIn(const Core::FilterReading &reading)
{
    if (reading.verdict == Core::FilterVerdict::Valid)
        return {};
    const QString sentence
        = RuleText::tr("At character %1: %2")
              .arg(countText(reading.position + 1), spokenRefusal(reading.sentence));
    return printable(sentence + u' ' + spokenRefusal(reading.hint)).trimmed();
}

} // namespace

/// What went well has no colour, so that the rest is seen.
QList<ColourRule> usualColourRules()
{
    return {
        {RuleText::tr("Failed for good"), QStringLiteral("is:failed -is:temporary"),
         hueKey(RowHue::Red)},
        {RuleText::tr("Failed for now"), QStringLiteral("is:temporary or is:interrupted"),
         hueKey(RowHue::Yellow)},
        {RuleText::tr("Slow"), QStringLiteral("is:slow"), hueKey(RowHue::Purple)},
        {RuleText::tr("Test"), QStringLiteral("is:test"), hueKey(RowHue::Grey)},
        {RuleText::tr("Received from elsewhere"), QStringLiteral("dir:in -event:*"),
         hueKey(RowHue::Blue)},
    };
}

QString faultOf(const ColourRule &rule)
{
    if (rule.filter.trimmed().isEmpty())
        return RuleText::tr("There is no filter that says which rows.");
    const QString fault = faultIn(Core::parseFilter(rule.filter));
    if (!fault.isEmpty() || hueFromKey(rule.colour))
        return fault;
    return RuleText::tr("There is no colour “%1”.").arg(printable(rule.colour));
}

QString hueKey(RowHue hue)
{
    return HueKeys.at(static_cast<std::size_t>(hue));
}

std::optional<RowHue> hueFromKey(const QString &key)
{
    const auto *const found = std::find(HueKeys.begin(), HueKeys.end(), key);
    if (found == HueKeys.end())
        return std::nullopt;
    return RowHue{static_cast<int>(found - HueKeys.begin())};
}

QString hueName(RowHue hue)
{
    switch (hue) {
    case RowHue::Red:
        return currentLook().colours == ColourSet::ColourBlindSafe ? RuleText::tr("Orange")
                                                                   : RuleText::tr("Red");
    case RowHue::Yellow:
        return RuleText::tr("Yellow");
    case RowHue::Green:
        return RuleText::tr("Green");
    case RowHue::Blue:
        return RuleText::tr("Blue");
    case RowHue::Purple:
        return RuleText::tr("Purple");
    case RowHue::Grey:
        return RuleText::tr("Grey");
    }
    Q_UNREACHABLE();
}

} // namespace Gui
