// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QList>
#include <QString>

#include <optional>

namespace Gui {

/// Which rows of the log are tinted, and how, as it is kept: also where it cannot be read, so that
/// nothing is lost that another version, or a person with an editor, has written.
struct ColourRule
{
    QString name;
    QString filter; ///< in the filter language
    QString colour; ///< the key of a hue
    bool isOn = true;

    bool operator==(const ColourRule &) const = default;
};

/// What a new installation has, with names in the window's language.
QList<ColourRule> usualColourRules();

/// Why a rule tints nothing although it may be on; empty for one that can be used.
QString faultOf(const ColourRule &rule);

QString hueKey(RowHue hue); ///< by which it is kept
std::optional<RowHue> hueFromKey(const QString &key);
QString hueName(RowHue hue); ///< in words, as it looks in the set of colours that is chosen

} // namespace Gui
