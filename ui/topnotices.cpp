// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topnotices.h"

#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/look/refusals.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Gui {

namespace {

QString holderOf(const Core::TakenPort &taken)
{
    if (taken.holderId == 0)
        return TopNotices::tr("another program");
    return TopNotices::tr("%1 (PID %2)")
        .arg(shortened(printable(taken.holderName), LongestNameInTitle),
             QString::number(taken.holderId));
}

QString sentenceOf(const Core::TakenPort &taken)
{
    const QString sentence = taken.isBin
        ? TopNotices::tr("Port %1 is used by %2, so the bin receives nothing.")
        : TopNotices::tr("Port %1 is used by %2, so nothing can be registered or published.");
    return sentence.arg(QString::number(taken.port), holderOf(taken));
}

} // namespace

QString troubleIn(const Core::EngineStatus &status)
{
    if (status.takenPort)
        return sentenceOf(*status.takenPort);
    const QString trouble = spokenRefusal(status.trouble);
    return status.isRunning
        ? trouble
        : TopNotices::tr("%1 Until that is mended, nothing is sent.").arg(trouble);
}

TopNotices::TopNotices(const Facts &facts, Requests &requests, QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_trouble = addBar(Tone::Warning, QStringLiteral("trouble"));
    m_port = addBar(Tone::Warning, QStringLiteral("port"));
    m_held = addBar(Tone::Warning, QStringLiteral("held-back"));
    m_error = addBar(Tone::Bad, QStringLiteral("refused"));
    m_error->setDismissible(true);
    m_held->setAction(tr("Dispatch again"));
    connect(m_held, &NoticeBar::actionTriggered, &requests,
            [&requests] { emit requests.dispatchingRequested(true); });
    connect(m_trouble, &NoticeBar::actionTriggered, &requests, &Requests::openingRequested);
    fillPortBar(requests);
    connect(&facts, &Facts::statusChanged, this, &TopNotices::showStatus);
    connect(&facts, &Facts::refused, this,
            [this](const Core::Error &error) { m_error->showNotice(spoken(error)); });
}

NoticeBar *TopNotices::addBar(Tone tone, const QString &name)
{
    auto *const bar = new NoticeBar(tone, this);
    bar->setObjectName(name);
    bar->setDismissible(false);
    layout()->addWidget(bar);
    return bar;
}

void TopNotices::fillPortBar(Requests &requests)
{
    m_port->setAction(tr("Retry"));
    connect(m_port, &NoticeBar::actionTriggered, &requests, &Requests::listeningRequested);
    m_otherPort = m_port->addButton({});
    connect(m_otherPort, &QPushButton::clicked, this, [this, &requests] {
        if (m_taken)
            emit requests.otherPortRequested(*m_taken);
    });
    connect(m_port->addButton(tr("Change…")), &QPushButton::clicked, this,
            &TopNotices::portChangeRequested);
}

void TopNotices::showStatus(const Core::EngineStatus &status)
{
    m_trouble->setAction(status.isRunning ? QString() : tr("Try again"));
    m_trouble->showNotice(status.takenPort ? QString() : troubleIn(status));
    showTakenPort(status.takenPort);
    showHeldBack(status);
}

void TopNotices::showTakenPort(const std::optional<Core::TakenPort> &taken)
{
    m_taken = taken;
    if (!taken)
        return m_port->showNotice({});
    m_otherPort->setVisible(taken->freePort != 0);
    m_otherPort->setText(tr("Use %1 for this session").arg(taken->freePort));
    m_port->showNotice(sentenceOf(*taken));
}

void TopNotices::showHeldBack(const Core::EngineStatus &status)
{
    if (status.isDispatching)
        return m_held->showNotice({});
    const auto waiting = static_cast<int>(status.waiting);
    m_held->showNotice(waiting == 0
                           ? tr("Dispatching is off: what comes in waits.")
                           : tr("Dispatching is off: %n delivery(s) wait.", nullptr, waiting));
}

} // namespace Gui
