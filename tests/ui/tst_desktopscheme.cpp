// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settingsportal.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/look/clearboxes.h"
#include "ui/look/palettes.h"

#include <QApplication>
#include <QDBusConnectionInterface>
#include <QPointer>
#include <QStyle>
#include <QTest>

using Gui::ThemeChoice;

namespace {

constexpr uint NoPreference = 0;
constexpr uint DarkScheme = 1;
constexpr uint LightScheme = 2;

bool isDarkNow()
{
    return Gui::isDark(QApplication::palette());
}

} // namespace

/// Light and dark as a desktop's settings portal tells of them, where Qt's palette is light.
class TestDesktopScheme final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDarkDesktopMakesTheWindowDark();
    void theWindowFollowsWhatChanges();
    void aChosenThemeStays();
    void whatIsLightAlreadyIsNotTouched();
    void whatIsToldAgainChangesNothing();
    void aPortalThatComesLaterIsHeard();
    void withoutAPortalNothingChanges();

private:
    Gui::AppearanceDesk &appearance() const { return child<Gui::PreferencesDesk>()->appearance(); }
    void ask() const { appearance().setBus(m_portal->client()); }

    std::unique_ptr<Testing::SettingsPortal> m_portal;
};

void TestDesktopScheme::init()
{
    WindowSuite::init();
    m_portal = std::make_unique<Testing::SettingsPortal>();
    QVERIFY2(m_portal->client().isConnected(), "dbus-daemon does not start");
    QVERIFY(!isDarkNow());
}

void TestDesktopScheme::cleanup()
{
    WindowSuite::cleanup();
    m_portal.reset();
    QVERIFY(!isDarkNow()); // given back
}

void TestDesktopScheme::aDarkDesktopMakesTheWindowDark()
{
    QVERIFY(m_portal->start(DarkScheme));
    ask();
    QVERIFY(!isDarkNow()); // It does not wait.
    QTRY_VERIFY(isDarkNow());
    QCOMPARE(appearance().appearance().theme, ThemeChoice::System);
}

void TestDesktopScheme::theWindowFollowsWhatChanges()
{
    const QString style = Gui::currentStyleName();
    const QColor before = QApplication::palette().color(QPalette::Window);
    QVERIFY(m_portal->start(LightScheme));
    ask();
    QTRY_COMPARE(m_portal->questions(), 1);
    QVERIFY(m_portal->change(DarkScheme));
    QTRY_VERIFY(isDarkNow());
    QVERIFY(m_portal->change(LightScheme, QStringLiteral("contrast")));
    QVERIFY(m_portal->change(NoPreference));
    QTRY_VERIFY(!isDarkNow());
    QCOMPARE(Gui::currentStyleName(), style);
    QCOMPARE(QApplication::palette().color(QPalette::Window), before);
}

void TestDesktopScheme::aChosenThemeStays()
{
    QVERIFY(m_portal->start(DarkScheme));
    appearance().setAppearance({ThemeChoice::Light, 100, {}});
    ask();
    QTRY_COMPARE(m_portal->questions(), 1);
    QVERIFY(m_portal->change(LightScheme));
    appearance().setAppearance({ThemeChoice::Dark, 100, {}});
    QVERIFY(isDarkNow());
    appearance().setAppearance({ThemeChoice::Light, 100, {}});
    QVERIFY(!isDarkNow());
    QVERIFY(m_portal->change(DarkScheme));
    appearance().setAppearance({});
    QTRY_VERIFY(isDarkNow());
}

void TestDesktopScheme::whatIsLightAlreadyIsNotTouched()
{
    const QStyle *const style = QApplication::style();
    QVERIFY(m_portal->start(LightScheme));
    ask();
    QTRY_COMPARE(m_portal->questions(), 1);
    QVERIFY(m_portal->change(NoPreference));
    QCoreApplication::processEvents();
    QCOMPARE(QApplication::style(), style);
    QVERIFY(!isDarkNow());
}

void TestDesktopScheme::whatIsToldAgainChangesNothing()
{
    QVERIFY(m_portal->start(DarkScheme));
    ask();
    QTRY_VERIFY(isDarkNow());
    const QPointer<QStyle> style = QApplication::style();
    QVERIFY(m_portal->change(DarkScheme));
    // As long as it could take to be worn anew.
    QTest::qWait(1'000);
    QVERIFY2(style == QApplication::style(), "it was worn anew");
    QVERIFY(m_portal->change(LightScheme));
    QTRY_VERIFY(!isDarkNow());
    QVERIFY(m_portal->change(DarkScheme));
    QTRY_VERIFY(isDarkNow());
}

void TestDesktopScheme::aPortalThatComesLaterIsHeard()
{
    ask();
    QVERIFY(m_portal->start(NoPreference));
    QVERIFY(m_portal->change(DarkScheme));
    QTRY_VERIFY(isDarkNow());
}

void TestDesktopScheme::withoutAPortalNothingChanges()
{
    const QStyle *const style = QApplication::style();
    ask();
    // What is answered in turn comes after the answer that there is none.
    QVERIFY(!m_portal->client().interface()->isServiceRegistered(QStringLiteral("none.such")));
    QCoreApplication::processEvents();
    appearance().setBus(QDBusConnection(QStringLiteral("no such bus")));
    QCoreApplication::processEvents();
    QCOMPARE(QApplication::style(), style);
    QVERIFY(!isDarkNow());
}

QTEST_MAIN(TestDesktopScheme)
#include "tst_desktopscheme.moc"
