// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests.h"

namespace Gui {

Requests::Requests(QObject *parent)
    : QObject(parent)
{
}

Requests::~Requests() = default;

} // namespace Gui
