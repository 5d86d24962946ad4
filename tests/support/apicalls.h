// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpcall.h"
#include "tests/support/program.h"

#include <QJsonArray>

/// The JSON that registers \a url under \a name; \a more is further members, led by a comma.
QByteArray registration(const QString &name, const QString &url, const QByteArray &more = {});

/// Registers \a url as joe; returns the destination's id, empty when it is not new or refused.
QString registerDestination(const Program &program, const QString &url,
                            const QByteArray &more = {});

/// Publishes an event whose data is \a data; returns what was accepted, empty when it was refused.
QJsonObject publish(const Program &program, const QByteArray &data);

/// The id of the first delivery of what publish() returned.
QString firstDelivery(const QJsonObject &published);

QJsonObject show(const Program &program, const QString &path);
QString deliveryState(const Program &program, const QString &id);
QJsonArray attemptsOf(const Program &program, const QString &deliveryId);
