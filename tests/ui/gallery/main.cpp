// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the window in its states into PNG files. QT_SCALE_FACTOR=2 paints them for a fine screen.

#include "tests/ui/gallery/scenes.h"
#include "ui/desk/language.h"
#include "ui/look/clearboxes.h"
#include "ui/look/palettes.h"

#include <QApplication>
#include <QCommandLineParser>

namespace {

/// "1280x800"; nothing for what is no size.
QSize sizeOf(const QString &text)
{
    const QStringList sides = text.split(u'x');
    return sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
}

void dress(QApplication &app, const QCommandLineParser &options)
{
    QApplication::setStyle(Gui::makeStyle(QStringLiteral("Fusion")));
    const bool isDark = options.value(QStringLiteral("theme")) == QLatin1StringView("dark");
    QApplication::setPalette(isDark ? Gui::darkPalette() : Gui::lightPalette());
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * options.value(QStringLiteral("text")).toInt() / 100);
    QApplication::setFont(font);
    Gui::speak(app, options.value(QStringLiteral("language")));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where they go"));
    options.addOptions({
        {QStringLiteral("size"), QStringLiteral("of the window"), QStringLiteral("size"),
         QStringLiteral("1280x800")},
        {QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("theme"),
         QStringLiteral("light")},
        {QStringLiteral("text"), QStringLiteral("its size in percent"), QStringLiteral("percent"),
         QStringLiteral("100")},
        {QStringLiteral("language"), QStringLiteral("en or de"), QStringLiteral("language"),
         QStringLiteral("en")},
    });
    options.process(app);
    const QString size = options.value(QStringLiteral("size"));
    if (options.positionalArguments().size() != 1 || !sizeOf(size).isValid())
        options.showHelp(1);
    dress(app, options);
    const QStringList look{size, options.value(QStringLiteral("theme")),
                           options.value(QStringLiteral("text")),
                           options.value(QStringLiteral("language"))};
    const Gallery::Camera camera{QDir(options.positionalArguments().first()), look.join(u'-'),
                                 sizeOf(size)};
    Gallery::paintWindow(camera);
    Gallery::paintDetail(camera);
    Gallery::paintPlaces(camera);
    Gallery::paintDialogs(camera);
    return 0;
}
