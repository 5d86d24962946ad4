// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/appicon.h"

#include <QString>

// A static library's resources must be asked for by name, outside of any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace Gui {

QIcon appIcon()
{
    initResources();
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/hookpost-%1.png").arg(side));
    return icon;
}

} // namespace Gui
