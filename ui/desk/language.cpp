// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// A static library's resources must be asked for by name, outside of any namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace Gui {

namespace {

constexpr QLatin1StringView Folder{":/translations"};
constexpr QLatin1StringView OurPrefix{"hookpost_"};
constexpr QLatin1StringView QtPrefix{"qtbase_"};

/// The first of the desktop's languages that we speak. QTranslator alone would pass over those that
/// need no translation of Qt's, such as English, and take a later one.
QString desktopsLanguage()
{
    const QStringList known = languages();
    for (const QString &name : QLocale().uiLanguages()) {
        const QString code = name.section(u'-', 0, 0);
        if (known.contains(code))
            return code;
    }
    return known.first();
}

void install(QCoreApplication &application, const QString &file, const QString &folder)
{
    auto *const translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    initTranslations();
    QStringList codes{QStringLiteral("en")};
    for (const QString &file : QDir(Folder).entryList({OurPrefix + QStringLiteral("*.qm")}))
        codes.append(file.mid(OurPrefix.size()).chopped(3));
    codes.removeDuplicates();
    return codes;
}

void speak(QCoreApplication &application, const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QString code = desktopsLanguage();
    // What the buttons of dialogs say is Qt's, where its translations are installed.
    install(application, QtPrefix + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, OurPrefix + code, Folder);
}

} // namespace Gui
