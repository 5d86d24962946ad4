// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailsplitter.h"

#include <QSettings>

#include <utility>

namespace Gui {

namespace {

constexpr QLatin1StringView BelowKey{"window/rows"};
constexpr QLatin1StringView BesideKey{"window/rowsBeside"};

} // namespace

DetailSplitter::DetailSplitter(QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
}

void DetailSplitter::setUsualSizes(const QSize &room)
{
    if (isBeside())
        setSizes({room.width() * 11 / 20, room.width() * 9 / 20});
    else
        setSizes({room.height() * 3 / 5, room.height() * 2 / 5});
}

void DetailSplitter::setBeside(bool isBeside)
{
    if (isBeside == this->isBeside())
        return;
    const QByteArray wanted = std::exchange(m_other, shape());
    setOrientation(isBeside ? Qt::Horizontal : Qt::Vertical);
    take(wanted);
}

void DetailSplitter::setDetailsShown(bool areShown)
{
    if (areShown == m_areDetailsShown)
        return;
    m_hidden = shape();
    m_areDetailsShown = areShown;
    widget(1)->setVisible(areShown);
    if (areShown)
        take(m_hidden);
}

void DetailSplitter::take(const QByteArray &shape)
{
    const Qt::Orientation shown = orientation();
    m_hidden = shape;
    m_isUsualDue = shape.isEmpty() && !isVisible();
    if (!m_areDetailsShown)
        return;
    if (shape.isEmpty())
        setUsualSizes(size());
    else
        restoreState(shape);
    setOrientation(shown); // whatever a damaged file may have said
}

void DetailSplitter::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (std::exchange(m_isUsualDue, false) && m_areDetailsShown)
        setUsualSizes(size());
}

void DetailSplitter::restoreFrom(const QSettings &settings)
{
    const Qt::Orientation shown = orientation();
    if (restoreState(settings.value(isBeside() ? BesideKey : BelowKey).toByteArray()))
        m_isUsualDue = false;
    setOrientation(shown);
    m_other = settings.value(isBeside() ? BelowKey : BesideKey).toByteArray();
}

void DetailSplitter::saveTo(QSettings &settings) const
{
    settings.setValue(isBeside() ? BesideKey : BelowKey, shape());
    if (!m_other.isEmpty())
        settings.setValue(isBeside() ? BelowKey : BesideKey, m_other);
}

} // namespace Gui
