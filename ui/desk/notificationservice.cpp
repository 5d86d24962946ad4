// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/notificationservice.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QImage>

namespace Gui {

namespace {

constexpr int PictureSide = 64;
/// Desktops keep notifications in a list, where an old one may be clicked as well.
constexpr qsizetype MostRemembered = 200;
/// The milliseconds in which the desktop must answer, also where its service starts first.
constexpr int Patience = 10000;

const QString &serviceName()
{
    static const QString name = QStringLiteral("org.freedesktop.Notifications");
    return name;
}

const QString &servicePath()
{
    static const QString path = QStringLiteral("/org/freedesktop/Notifications");
    return path;
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(serviceName(), servicePath(), serviceName(), method);
}

/// In the form of the hint "image-data": width, height, bytes of a line, whether it has an alpha
/// channel, bits of a sample, channels, pixels.
QVariant pictureOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(PictureSide, PictureSide), 1.0)
                             .toImage()
                             .convertToFormat(QImage::Format_RGBA8888);
    QDBusArgument picture;
    picture.beginStructure();
    picture << image.width() << image.height() << static_cast<int>(image.bytesPerLine()) << true
            << 8 << 4
            << QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    picture.endStructure();
    return QVariant::fromValue(picture);
}

} // namespace

NotificationService::NotificationService(QObject *parent)
    : QObject(parent)
    , m_watcher(new QDBusServiceWatcher(this))
{
    m_watcher->setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    m_watcher->addWatchedService(serviceName());
    // The next one counts from one again.
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { m_shown.clear(); });
}

void NotificationService::setBus(const QDBusConnection &bus)
{
    m_bus = bus;
    m_watcher->setConnection(bus);
    m_bus->connect(serviceName(), servicePath(), serviceName(), QStringLiteral("ActionInvoked"),
                   this, SLOT(follow(uint, QString)));
}

void NotificationService::show(const NotificationMessage &message, const QIcon &icon)
{
    // What the service can do may have changed along with it.
    call(callOf(QStringLiteral("GetCapabilities")), message,
         [this, message, icon](const QDBusPendingCall &answer) {
             const QDBusPendingReply<QStringList> abilities = answer;
             notify(message, icon, abilities.value().contains(u"body-markup"));
         });
}

void NotificationService::notify(const NotificationMessage &message, const QIcon &icon,
                                 bool readsMarkup)
{
    // A click on the notification itself is the action "default".
    QStringList actions{QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")};
    if (!message.pausable.isNull())
        actions << QStringLiteral("pause") << tr("Pause");
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()},
        {QStringLiteral("image-data"), pictureOf(icon)},
    };
    QDBusMessage request = callOf(QStringLiteral("Notify"));
    constexpr uint ReplacesNone = 0;
    constexpr int AsLongAsTheDesktopLikes = -1;
    request << QGuiApplication::applicationDisplayName() << ReplacesNone
            << QGuiApplication::desktopFileName() << message.title
            << (readsMarkup ? message.text.toHtmlEscaped() : message.text) << actions << hints
            << AsLongAsTheDesktopLikes;
    call(request, message, [this, message](const QDBusPendingCall &answer) {
        const QDBusPendingReply<uint> id = answer;
        m_shown.insert(id.value(), message);
        if (m_shown.size() > MostRemembered)
            m_shown.erase(m_shown.cbegin());
    });
}

/// Calls and then uses the answer; where there is none, \a message is not shown.
template<typename Use>
void NotificationService::call(const QDBusMessage &call, const NotificationMessage &message,
                               Use use)
{
    if (!m_bus || !m_bus->isConnected()) {
        emit notShown(message);
        return;
    }
    auto *const watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call, Patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, message, use] {
        watcher->deleteLater();
        if (watcher->isError())
            emit notShown(message);
        else
            use(*watcher);
    });
}

/// Hears of other programs' notifications, too.
void NotificationService::follow(uint id, const QString &action)
{
    const auto shown = m_shown.constFind(id);
    if (shown == m_shown.constEnd())
        return;
    if (action == u"pause")
        emit pauseChosen(shown->pausable);
    else
        emit opened(*shown);
}

} // namespace Gui
