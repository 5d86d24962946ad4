// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace Gui {

namespace {

struct AutostartText
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)
};

QString cannotWrite(const QString &path)
{
    return AutostartText::tr("%1 cannot be written.").arg(path);
}

} // namespace

QString autostartPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/autostart/hookpost.desktop");
}

bool startsAtLogin()
{
    return QFileInfo::exists(autostartPath());
}

QString quotedForExec(const QString &path)
{
    // A string value halves backslashes before the command is read, and a percent sign is a code.
    QString quoted;
    for (const QChar c : path) {
        if (c == u'"' || c == u'`' || c == u'$')
            quoted += QLatin1StringView(R"(\\)");
        else if (c == u'\\')
            quoted += QLatin1StringView(R"(\\\)");
        else if (c == u'%')
            quoted += u'%';
        quoted += c;
    }
    return u'"' + quoted + u'"';
}

Core::Result<> setStartsAtLogin(bool isWanted, const QString &program)
{
    const QString path = autostartPath();
    if (!isWanted) {
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return Core::Error{Core::ErrorCode::Storage, cannotWrite(path), {}, {}};
        return {};
    }
    const QString entry = QStringLiteral("[Desktop Entry]\n"
                                         "Type=Application\n"
                                         "Name=Hookpost\n"
                                         "Icon=hookpost\n"
                                         "Exec=%1 --minimized\n"
                                         "Terminal=false\n")
                              .arg(quotedForExec(program));
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly))
        return Core::Error{Core::ErrorCode::Storage, cannotWrite(path), {}, {}};
    file.write(entry.toUtf8());
    if (!file.commit())
        return Core::Error{Core::ErrorCode::Storage, cannotWrite(path), {}, {}};
    return {};
}

} // namespace Gui
