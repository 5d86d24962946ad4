// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/traydesk.h"

#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/look/appicon.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/spoken.h"
#include "ui/requests.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

namespace Gui {

namespace {

constexpr int LongestEntry = 80;

/// As an entry of a menu, where a mark for a key would be made of an ampersand.
QString entryOf(const QString &text, int longest)
{
    return shortened(printable(text), longest).replace(u'&', QLatin1StringView("&&"));
}

QString entryOf(const Core::Attempt &attempt)
{
    return entryOf(
        TrayDesk::tr("%1  %2: %3")
            .arg(shortClockText(attempt.startedAt), attempt.destinationName, spoken(attempt)),
        LongestEntry);
}

/// The program's icon with a badge that differs in shape: none, a ring of dots, a triangle.
QPixmap badged(int side, TrayState state)
{
    QPixmap pixmap = appIcon().pixmap(QSize(side, side), 1.0);
    if (state == TrayState::Idle)
        return pixmap;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double share = side * 0.6;
    const QRectF badge(side - share, side - share, share, share);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(badge);
    const bool isFailing = state == TrayState::Failing;
    const double inset = share * 0.08;
    paintGlyph(painter, badge.adjusted(inset, inset, -inset, -inset),
               isFailing ? Glyph::Warning : Glyph::InFlight,
               QColor(isFailing ? 0xc2252bU : 0x0f7a43U));
    return pixmap;
}

} // namespace

TrayState trayStateOf(const Core::EngineStatus &status, int failing)
{
    if (failing > 0)
        return TrayState::Failing;
    return status.inFlight > 0 || status.attemptsPerSecond > 0 ? TrayState::Active
                                                               : TrayState::Idle;
}

QIcon trayIcon(TrayState state)
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64})
        icon.addPixmap(badged(side, state));
    return icon;
}

TrayDesk::TrayDesk(const DestinationModel &destinations, const Facts &facts, Requests &requests,
                   QObject *parent)
    : QObject(parent)
    , toggle(new QAction(this))
    , pauseFailing(new QAction(iconOf(Glyph::Paused), {}, this))
    , testAll(new QAction(iconOf(Glyph::SendTest), tr("Send test to a&ll"), this))
    , copyApi(new QAction(iconOf(Glyph::Copy), tr("Copy API add&ress"), this))
    , m_destinations(destinations)
    , m_requests(requests)
    , m_menu(std::make_unique<QMenu>())
    , m_failureMenu(new QMenu(tr("Last &failures"), m_menu.get()))
{
    testAll->setObjectName(QStringLiteral("send-test-to-all"));
    pauseFailing->setObjectName(QStringLiteral("pause-failing"));
    copyApi->setObjectName(QStringLiteral("copy-api-address"));
    connect(toggle, &QAction::triggered, this, &TrayDesk::toggleRequested);
    connect(testAll, &QAction::triggered, this, [this] {
        for (const Core::Destination &destination : m_destinations.destinations())
            emit m_requests.testRequested(destination.id);
    });
    connect(copyApi, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_status.apiUrl); });
    connect(pauseFailing, &QAction::triggered, this,
            [this] { emit m_requests.pauseRequested(m_failing, {}); });
    connect(&facts, &Facts::statusChanged, this, [this](const Core::EngineStatus &status) {
        m_status = status;
        showState();
    });
    connect(&facts, &Facts::attemptsRecorded, this, &TrayDesk::addFailures);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_destinations, signal, this, &TrayDesk::showState);
    connect(&m_destinations, &QAbstractItemModel::dataChanged, this, &TrayDesk::showState);
    connect(m_menu.get(), &QMenu::aboutToShow, this, [this] {
        offerPause();
        m_isMenuOpen = true;
    });
    // A menu closes before it tells which of its entries was chosen.
    connect(
        m_menu.get(), &QMenu::aboutToHide, this,
        [this] {
            m_isMenuOpen = false;
            offerPause();
        },
        Qt::QueuedConnection);
    setWindowShown(true);
    showFailures();
    showState();
}

TrayDesk::~TrayDesk() = default;

void TrayDesk::fillMenu(QAction &dispatch, QAction &quit)
{
    m_menu->addAction(toggle);
    m_menu->addSeparator();
    m_menu->addActions({&dispatch, testAll});
    m_menu->addMenu(m_failureMenu);
    m_menu->addAction(pauseFailing);
    m_menu->addAction(copyApi);
    m_menu->addSeparator();
    m_menu->addAction(&quit);
}

void TrayDesk::setWindowShown(bool isShown) const
{
    toggle->setText(isShown ? tr("&Hide window") : tr("&Show window"));
}

void TrayDesk::openTray()
{
    if (m_icon == nullptr)
        makeIcon();
    if (QSystemTrayIcon::isSystemTrayAvailable()) // or else Qt would complain
        m_icon->show();
}

void TrayDesk::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit toggleRequested();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this,
            [this] { emit notificationOpened(m_notified); });
    m_shown.reset();
    showState();
}

void TrayDesk::notify(const NotificationMessage &message)
{
    m_notified = message;
    if (m_icon != nullptr) // It may read markup, so a name must not become any.
        m_icon->showMessage(message.title, message.text.toHtmlEscaped(), trayIcon(state()));
}

TrayState TrayDesk::state() const
{
    return trayStateOf(m_status, m_destinations.countOf(Health::Failing));
}

QString TrayDesk::toolTip() const
{
    const QString known = tr("%n destination(s)", nullptr, m_destinations.count());
    const int failing = m_destinations.countOf(Health::Failing);
    return failing == 0 ? tr("Hookpost: %1").arg(known)
                        : tr("Hookpost: %1, %2").arg(known, tr("%n failing", nullptr, failing));
}

void TrayDesk::addFailures(const QList<Core::Attempt> &attempts)
{
    bool isChanged = false;
    for (const Core::Attempt &attempt : attempts) {
        if (!Core::isFailure(attempt))
            continue;
        m_failures.prepend(attempt);
        isChanged = true;
    }
    m_failures = m_failures.mid(0, MostFailures);
    if (isChanged)
        showFailures();
}

void TrayDesk::showFailures()
{
    m_failureMenu->clear();
    for (const Core::Attempt &attempt : std::as_const(m_failures)) {
        const QAction *const action = m_failureMenu->addAction(entryOf(attempt));
        connect(action, &QAction::triggered, this,
                [this, id = attempt.id] { emit failureChosen(id); });
    }
    if (m_failures.isEmpty())
        m_failureMenu->addAction(tr("None so far"))->setEnabled(false);
}

/// What is offered stays while it fails: it must not become
/// another one under the pointer.
void TrayDesk::offerPause()
{
    if (m_isMenuOpen)
        return;
    const Core::DestinationStatus *failing = m_destinations.find(m_failing);
    if (failing == nullptr || healthOf(*failing) != Health::Failing)
        failing = m_destinations.newestFailing();
    m_failing = failing == nullptr ? Core::DestinationId{} : failing->destination.id;
    pauseFailing->setVisible(failing != nullptr);
    if (failing != nullptr)
        pauseFailing->setText(
            tr("&Pause %1").arg(entryOf(failing->destination.name, LongestNameInTitle)));
}

void TrayDesk::showState()
{
    offerPause();
    const bool hasDestinations = m_destinations.count() > 0;
    testAll->setEnabled(hasDestinations);
    testAll->setStatusTip(hasDestinations ? QString() : tr("There is no destination yet"));
    copyApi->setEnabled(!m_status.apiUrl.isEmpty());
    copyApi->setStatusTip(m_status.apiUrl.isEmpty() ? tr("Hookpost does not listen") : QString());
    if (m_icon == nullptr)
        return;
    m_icon->setToolTip(toolTip());
    if (m_shown == state())
        return;
    m_shown = state();
    m_icon->setIcon(trayIcon(*m_shown));
}

} // namespace Gui
