// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/appearancedesk.h"

#include "ui/look/clearboxes.h"
#include "ui/look/palettes.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Gui {

namespace {

constexpr QLatin1StringView ThemeKey{"preferences/theme"};
constexpr QLatin1StringView TextKey{"preferences/textPercent"};
constexpr QLatin1StringView ColoursKey{"preferences/colours"};
constexpr QLatin1StringView FontKey{"preferences/fontFamily"};
constexpr QLatin1StringView DensityKey{"preferences/density"};
constexpr int TextStep = 10;
/// How long a desktop's palette may take to come after its portal has told of it.
constexpr auto SettlingTime = std::chrono::milliseconds(500);

/// The value of an enumeration that has \a count of them, from what a file says.
template<typename Enum>
Enum choiceIn(const QSettings &settings, QAnyStringView key, int count)
{
    return Enum{std::clamp(settings.value(key).toInt(), 0, count - 1)};
}

} // namespace

AppearanceDesk::AppearanceDesk(QObject *parent)
    : QObject(parent)
    , larger(new QAction(tr("&Larger text"), this))
    , smaller(new QAction(tr("S&maller text"), this))
    , usualSize(new QAction(tr("Usual text si&ze"), this))
    , m_desktop(new DesktopScheme(this))
    , m_systemStyle(currentStyleName())
    , m_systemFont(QApplication::font())
{
    clearBoxes();
    larger->setObjectName(QStringLiteral("text-larger"));
    smaller->setObjectName(QStringLiteral("text-smaller"));
    usualSize->setObjectName(QStringLiteral("text-usual"));
    // On most keyboards the plus stands above the equals sign.
    larger->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smaller->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    usualSize->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    connect(larger, &QAction::triggered, this,
            [this] { setTextPercent(m_appearance.textPercent + TextStep); });
    connect(smaller, &QAction::triggered, this,
            [this] { setTextPercent(m_appearance.textPercent - TextStep); });
    m_settling.setSingleShot(true);
    m_settling.setInterval(SettlingTime);
    connect(&m_settling, &QTimer::timeout, this, &AppearanceDesk::applyTheme);
    connect(m_desktop, &DesktopScheme::told, this, &AppearanceDesk::takeScheme);
    connect(usualSize, &QAction::triggered, this, [this] { setTextPercent(100); });
}

AppearanceDesk::~AppearanceDesk() = default;

void AppearanceDesk::setTextPercent(int percent)
{
    Appearance changed = m_appearance;
    changed.textPercent = percent;
    setAppearance(changed);
}

void AppearanceDesk::setAppearance(const Appearance &wanted)
{
    const Appearance before = m_appearance;
    m_appearance = wanted;
    m_appearance.textPercent = std::clamp(wanted.textPercent, LeastTextPercent, MostTextPercent);
    if (m_appearance == before)
        return;
    larger->setEnabled(m_appearance.textPercent < MostTextPercent);
    smaller->setEnabled(m_appearance.textPercent > LeastTextPercent);
    larger->setStatusTip(larger->isEnabled() ? QString() : tr("The text is as large as it gets"));
    smaller->setStatusTip(smaller->isEnabled() ? QString() : tr("The text is as small as it gets"));
    setCurrentLook(m_appearance.look);
    if (m_appearance.theme != before.theme)
        applyTheme();
    const bool isTextChanged = m_appearance.textPercent != before.textPercent
        || m_appearance.fontFamily != before.fontFamily;
    if (isTextChanged)
        applyFont();
    // A style that is set anew, though it be the same, has every widget laid out and painted.
    if (!isTextChanged && m_appearance.look != before.look)
        QApplication::setStyle(makeStyle(currentStyleName()));
    emit appearanceChanged();
}

void AppearanceDesk::setBus(const QDBusConnection &bus)
{
    m_desktop->setBus(bus);
}

void AppearanceDesk::giveBack()
{
    m_scheme.reset();
    setAppearance({});
    wear(ThemeChoice::System);
}

void AppearanceDesk::takeScheme(ColourScheme scheme)
{
    const bool isFirst = !m_scheme;
    m_scheme = scheme;
    if (isAsWished()) {
        m_settling.stop();
        return;
    }
    if (isFirst)
        applyTheme();
    else
        m_settling.start();
}

/// Whether the palette in force is one that the desktop would like. What it would have without a
/// wish cannot be told while another is worn.
bool AppearanceDesk::isAsWished() const
{
    const bool isDarkNow = isDark(QApplication::palette());
    return (m_scheme == ColourScheme::Dark && isDarkNow)
        || (m_scheme == ColourScheme::Light && !isDarkNow);
}

/// What the palette of the desktop is, can be told only while it is worn.
void AppearanceDesk::applyTheme()
{
    wear(m_appearance.theme);
    if (m_appearance.theme != ThemeChoice::System)
        return;
    const bool isDarkNow = isDark(QApplication::palette());
    if (m_scheme == ColourScheme::Dark && !isDarkNow)
        wear(ThemeChoice::Dark);
    else if (m_scheme == ColourScheme::Light && isDarkNow)
        wear(ThemeChoice::Light);
}

void AppearanceDesk::wear(ThemeChoice theme)
{
    if (std::exchange(m_worn, theme) == theme)
        return;
    const bool isOurs = theme != ThemeChoice::System;
    QApplication::setStyle(makeStyle(isOurs ? QStringLiteral("Fusion") : m_systemStyle));
    if (!isOurs)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(theme == ThemeChoice::Dark ? darkPalette() : lightPalette());
}

void AppearanceDesk::applyFont() const
{
    QFont font = m_systemFont;
    if (!m_appearance.fontFamily.isEmpty())
        font.setFamilies({m_appearance.fontFamily});
    font.setPointSizeF(m_systemFont.pointSizeF() * m_appearance.textPercent / 100);
    QApplication::setFont(font);
    // At once, not in a later turn, when widths that were measured with it are there already.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
}

void AppearanceDesk::restoreFrom(const QSettings &settings)
{
    Appearance kept;
    kept.theme = choiceIn<ThemeChoice>(settings, ThemeKey, 3);
    kept.textPercent = settings.value(TextKey, kept.textPercent).toInt();
    kept.look.colours = choiceIn<ColourSet>(settings, ColoursKey, 2);
    kept.look.density = choiceIn<Density>(settings, DensityKey, 2);
    kept.fontFamily = settings.value(FontKey).toString();
    setAppearance(kept);
}

void AppearanceDesk::saveTo(QSettings &settings) const
{
    settings.setValue(ThemeKey, static_cast<int>(m_appearance.theme));
    settings.setValue(TextKey, m_appearance.textPercent);
    settings.setValue(ColoursKey, static_cast<int>(m_appearance.look.colours));
    settings.setValue(FontKey, m_appearance.fontFamily);
    settings.setValue(DensityKey, static_cast<int>(m_appearance.look.density));
}

} // namespace Gui
