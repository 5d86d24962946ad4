// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facts.h"

namespace Gui {

Facts::Facts(QObject *parent)
    : QObject(parent)
{
}

Facts::~Facts() = default;

} // namespace Gui
