// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Gui {

/// An event to begin with: what a well-known sender's looks like.
struct EventTemplate
{
    QString title;
    QString type;
    QString contentType;
    QByteArray body;
};

/// The last one is empty, for whatever a person writes.
QList<EventTemplate> eventTemplates();

} // namespace Gui
