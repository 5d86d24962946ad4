// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace {

Core::Result<> check(const Core::KeptOptions &options)
{
    for (const auto &[name, text] : options.values.asKeyValueRange()) {
        if (const auto checked = Core::checkOption(name, text); !checked) {
            Core::Error error = checked.error();
            error.sentence += QStringLiteral(", in %1").arg(options.file);
            return error;
        }
    }
    return {};
}

} // namespace

QString usualConfigurationPath()
{
    // By the specification a relative path there counts as none.
    const QString home = qEnvironmentVariable("XDG_CONFIG_HOME");
    const QString base
        = QDir::isAbsolutePath(home) ? home : QDir::homePath() + QStringLiteral("/.config");
    return base + QStringLiteral("/hookpost/options.ini");
}

Core::Result<Core::KeptOptions> readConfiguration(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    const QFileInfo info(path);
    if (file.status() != QSettings::NoError || (info.exists() && !info.isReadable()))
        return Core::invalid(QStringLiteral("config"),
                             QStringLiteral("the options kept in %1 cannot be read").arg(path),
                             QStringLiteral("each stands on a line, such as port=8090"));
    Core::KeptOptions options{path, {}, {}};
    for (const QString &name : file.allKeys()) {
        // Qt takes what is parted by commas for a list.
        options.values.insert(name, file.value(name).toStringList().join(QStringLiteral(", ")));
    }
    if (const auto checked = check(options); !checked)
        return checked.error();
    return options;
}

Core::Result<> writeConfiguration(const Core::KeptOptions &options)
{
    if (const auto checked = check(options); !checked)
        return checked.error();
    QSettings file(options.file, QSettings::IniFormat);
    file.clear();
    for (const auto &[name, text] : options.values.asKeyValueRange()) {
        if (text.contains(u','))
            file.setValue(name, text.split(QStringLiteral(", ")));
        else
            file.setValue(name, text);
    }
    file.sync();
    if (file.status() != QSettings::NoError)
        return Core::Error{Core::ErrorCode::Storage,
                           QStringLiteral("The options cannot be written to %1.").arg(options.file),
                           {},
                           {}};
    return {};
}
