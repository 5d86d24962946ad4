// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "tests/support/fakelookup.h"
#include "tests/support/testcertificate.h"
#include "tests/support/testreceiver.h"

#include <QHostInfo>

class QCommandLineParser;

namespace Core {

/// What an attempt must come to; failure, phase and body may be anything when they are not given.
struct Expectation
{
    AttemptOutcome outcome = AttemptOutcome::Temporary;
    int status = 0;
    std::optional<Failure> failure;
    std::optional<Phase> phase;
    std::optional<QByteArray> body; ///< what is kept of the answer's
    std::optional<Milliseconds> retryAfter; ///< made of the receiver's wish; none for no such pause
    int posts = 1; ///< that the receiver must have seen
};

/// What openssl's own server is to show, which serves what Qt would not.
struct ForeignServer
{
    TestCertificate certificate;
    QStringList options;
    QString group; ///< for keys by DH, as openssl names it; empty for its own choice
};

/// One hostile receiver and what must come of a POST to it. In the URL and in the answer,
/// {port} stands for the receiver's port, {trap} for that of a receiver that nobody may visit, and
/// {api} for that of Hookpost's own API.
struct HostileCase
{
    enum class Kind {
        Answering, ///< reads the request and answers
        Absent, ///< its port is closed
        BlackHole, ///< the system drops what would connect
        Deaf, ///< connections are taken, but nothing is ever read
        Talking, ///< says its answer before it has read anything
        Foreign, ///< openssl's server: takes part in a TLS handshake and never answers
    };

    QString name; ///< begins with R1 to R17
    Kind kind = Kind::Answering;
    Answer answer = Answer::status(200);
    Expectation expected;
    QString url = QStringLiteral("http://127.0.0.1:{port}/hook");
    QByteArray body = "hello";
    Milliseconds timeout{6'000};
    std::optional<QSslConfiguration> tls;
    ForeignServer foreign;
    QStringList addresses; ///< what the URL's name resolves to
    std::optional<QHostInfo::HostInfoError> lookUpError;
    bool isSecondPostAnswered = true; ///< after it, an ordinary POST to the same receiver succeeds
    bool failsCareless = false; ///< a poster with Qt's defaults must not pass
};

using HostileCases = QList<HostileCase>;

/// A case in which the answer has \a status; what that means is told in the README, "What a
/// receiver sees".
HostileCase told(const QString &name, const Answer &answer, int status);

/// A case in which no status comes.
HostileCase silent(const QString &name, const Answer &answer, std::optional<Failure> failure = {},
                   std::optional<Phase> phase = {});

HostileCases connectionCases(); ///< R1, R2, R3
HostileCases answerCases(); ///< R4 to R7, R12, R13, R17
HostileCases temptationCases(); ///< R8, R9
HostileCases tlsCases(const QByteArray &name); ///< R10, for a name that is looked up
HostileCases addressCases(); ///< R11, R16
HostileCases garbageCases(quint32 seed); ///< R7, by chance

/// Which of them are to be played.
struct HostileChoice
{
    quint32 seed = 1;
    QString words; ///< that the name holds
};

/// Reads the application's arguments by \a parser, which may know more of them.
HostileChoice readHostileChoice(QCommandLineParser &parser);

HostileCases hostileCases(const HostileChoice &choice);

/// Has \a lookUp answer for the name in \a url as \a hostile says.
void setUpNames(FakeLookUp &lookUp, const HostileCase &hostile, const QString &url);

/// Makes tlsCases()' good certificates trusted.
void trustTheTrialsAuthority();

} // namespace Core
