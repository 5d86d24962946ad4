// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

namespace Core::Http {

/// One complete, strictly valid request.
struct Request
{
    QByteArray method;
    QByteArray target; ///< as it stood in the request line
    QByteArray rawPath; ///< the target up to the question mark, still encoded
    QByteArray query; ///< the target after the question mark, still encoded
    QString path; ///< percent-decoded once; holds no NUL
    HeaderList headers; ///< raw names and trimmed values in the order of the wire
    QByteArray body; ///< chunks are already put together
    bool isHttp11 = true;
    bool keepsAlive = true; ///< what version and Connection field say
    bool expectsContinue = false;
    QHostAddress remote;
    quint16 remotePort = 0;
};

/// What went wrong, in words.
struct Problem
{
    QString detail; ///< empty when nothing did
    QString field;
    QString hint;
};

/// One answer. Date, Content-Length and Connection are the server's to write.
struct Reply
{
    int status = 200; ///< 200 to 999
    QByteArray contentType; ///< none is written when empty
    QByteArray body;
    HeaderList headers; ///< further fields; one that would break the framing is left out
    bool closes = false; ///< the connection ends with this answer
    Problem problem = {}; ///< what the body says, for those who keep account of answers
};

/// Why a request was not taken.
struct Refusal
{
    int status = 400;
    QString sentence;
};

} // namespace Core::Http
