// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

/// What an HTTP interface answered.
struct HttpAnswer
{
    int status = 0; ///< 0 when none came
    Core::HeaderList headers;
    QByteArray body;

    QJsonObject json() const;
};

/// Makes one request and waits for its answer, while the test's event loop goes on. JSON is
/// announced unless \a headers name a content type.
HttpAnswer httpCall(const QByteArray &method, const QString &url, const QByteArray &body = {},
                    const Core::HeaderList &headers = {});

/// Writes \a bytes as they are to the port of \a url and returns what comes back until the other
/// side closes, or until nothing more has come for a while.
QByteArray rawCall(const QString &url, const QByteArray &bytes);
