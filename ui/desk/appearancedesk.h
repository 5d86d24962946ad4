// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desktopscheme.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QFont>
#include <QObject>
#include <QTimer>

#include <optional>

class QSettings;

namespace Gui {

/// Whose light or dark the window has. The desktop may tell its own by the palette or by its
/// settings portal; where they differ, the portal is right, since Qt 6.4 does not ask it.
enum class ThemeChoice {
    System,
    Light,
    Dark,
};

/// How the window looks, as far as a person chooses.
struct Appearance
{
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100; ///< of the desktop's size of text
    Look look;
    QString fontFamily = {}; ///< empty for the desktop's

    bool operator==(const Appearance &) const = default;
};

inline constexpr int LeastTextPercent = 70;
inline constexpr int MostTextPercent = 300;

/// Dresses the application as a person wants it. What stays as the desktop has it is never touched,
/// but for the boxes of Fusion, so that it follows the desktop; whoever owns this gives all of it
/// back before the end.
///
/// Thread: screen. One at a time.
class AppearanceDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearanceDesk)

public:
    explicit AppearanceDesk(QObject *parent = nullptr);
    ~AppearanceDesk() override;

    const Appearance &appearance() const { return m_appearance; }
    void setAppearance(const Appearance &wanted);
    void setBus(const QDBusConnection &bus); ///< where the desktop tells its own light or dark
    void giveBack(); ///< All of it, as the desktop has it.

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    QAction *const larger;
    QAction *const smaller;
    QAction *const usualSize;

signals:
    void appearanceChanged();

private:
    void setTextPercent(int percent);
    void takeScheme(ColourScheme scheme);
    bool isAsWished() const;
    void applyTheme();
    void wear(ThemeChoice theme);
    void applyFont() const;

    Appearance m_appearance;
    ThemeChoice m_worn = ThemeChoice::System;
    DesktopScheme *m_desktop;
    std::optional<ColourScheme> m_scheme; ///< once the desktop has told one
    QTimer m_settling;
    QString m_systemStyle;
    QFont m_systemFont;
};

} // namespace Gui
