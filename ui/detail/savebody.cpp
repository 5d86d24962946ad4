// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/savebody.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace Gui {

Core::Result<> saveBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (isSaved)
        return {};
    return Core::Error{Core::ErrorCode::Storage,
                       QCoreApplication::translate("SaveBody", "The file could not be saved: %1.")
                           .arg(file.errorString()),
                       {},
                       {}};
}

} // namespace Gui
