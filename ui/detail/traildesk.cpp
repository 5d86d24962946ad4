// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/traildesk.h"

#include "ui/detail/detaildesk.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"

#include <algorithm>

namespace Gui {

TrailDesk::TrailDesk(const LogPanel &panel, DetailDesk &details, const Facts &facts,
                     QObject *parent)
    : QObject(parent)
    , back(new QAction(tr("Back"), this))
    , forward(new QAction(tr("Forward"), this))
    , previousTry(new QAction(tr("Previous try"), this))
    , nextTry(new QAction(tr("Next try"), this))
    , m_panel(panel)
    , m_details(details)
{
    back->setObjectName(QStringLiteral("back"));
    forward->setObjectName(QStringLiteral("forward"));
    previousTry->setObjectName(QStringLiteral("previous-try"));
    nextTry->setObjectName(QStringLiteral("next-try"));
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    previousTry->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    nextTry->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(back, &QAction::triggered, this, [this] { go(-1); });
    connect(forward, &QAction::triggered, this, [this] { go(1); });
    connect(previousTry, &QAction::triggered, this, [this] { goToTry(-1); });
    connect(nextTry, &QAction::triggered, this, [this] { goToTry(1); });
    connect(&panel, &LogPanel::attemptChosen, this,
            [this](const Core::AttemptId &id) { note(Core::LogKey::of(id)); });
    connect(&panel, &LogPanel::captureChosen, this,
            [this](const Core::CaptureId &id) { note(Core::LogKey::of(id)); });
    connect(&facts, &Facts::kinFound, this, [this](const Core::Kin &kin) {
        if (kin.row != m_trail.value(m_place))
            return; // A window of its own has asked.
        m_kin = kin;
        updateActions();
    });
    updateActions();
}

/// What was left by going back is forgotten when somebody looks elsewhere. Heartbeats that come
/// while their line is looked at would drive all else out.
void TrailDesk::note(const Core::LogKey &row)
{
    const bool hasGoneOn = m_panel.hasGoneOn();
    if (row == m_trail.value(m_place) || (hasGoneOn && m_details.isElsewhere()))
        return;
    if (hasGoneOn && !m_trail.isEmpty()) {
        m_trail[m_place] = row;
        return updateActions();
    }
    m_trail.resize(m_place + 1);
    m_trail.append(row);
    if (m_trail.size() > LongestTrail)
        m_trail.removeFirst();
    m_place = m_trail.size() - 1;
    updateActions();
}

void TrailDesk::go(qsizetype step)
{
    m_place = std::clamp<qsizetype>(m_place + step, 0, m_trail.size() - 1);
    m_details.goTo(m_trail.at(m_place));
    updateActions();
}

void TrailDesk::goToTry(qsizetype step)
{
    if (const Core::LogKey row = tryAt(step); !row.isNull())
        m_details.goTo(row);
}

Core::LogKey TrailDesk::tryAt(qsizetype step) const
{
    if (m_kin.row != m_trail.value(m_place))
        return {};
    const auto &tries = m_kin.tries;
    const auto here = std::find_if(tries.begin(), tries.end(), [this](const Core::Attempt &one) {
        return Core::LogKey::of(one.id) == m_kin.row;
    });
    const qsizetype place = std::distance(tries.begin(), here) + step;
    const bool isThere = here != tries.end() && place >= 0 && place < tries.size();
    return isThere ? Core::LogKey::of(tries.at(place).id) : Core::LogKey();
}

void TrailDesk::updateActions()
{
    const auto offer = [](QAction &action, bool isPossible, const QString &otherwise) {
        action.setEnabled(isPossible);
        action.setStatusTip(isPossible ? QString() : otherwise);
    };
    offer(*back, m_place > 0, tr("No row was looked at before this one"));
    offer(*forward, m_place + 1 < m_trail.size(), tr("This is the row that was looked at last"));
    offer(*previousTry, !tryAt(-1).isNull(), tr("There is no try before this one"));
    offer(*nextTry, !tryAt(1).isNull(), tr("There is no try after this one"));
}

} // namespace Gui
