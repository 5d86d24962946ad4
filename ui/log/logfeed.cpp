// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logfeed.h"

#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/requests.h"

namespace Gui {

namespace {

void tellChanges(const Facts &facts, LogModel &log)
{
    QObject::connect(&facts, &Facts::destinationsChanged, &log, &LogModel::noteSchedules);
    QObject::connect(&facts, &Facts::destinationsForgotten, &log, &LogModel::forgetSchedules);
    QObject::connect(&facts, &Facts::attemptsRecorded, &log, &LogModel::addAttempts);
    QObject::connect(&facts, &Facts::deliveriesChanged, &log, &LogModel::changeDeliveries);
    QObject::connect(&facts, &Facts::responsesKept, &log, &LogModel::addAttempts);
    QObject::connect(&facts, &Facts::capturesRecorded, &log, &LogModel::addCaptures);
    QObject::connect(&facts, &Facts::pinsChanged, &log, &LogModel::changePins);
    QObject::connect(&facts, &Facts::rowsForgotten, &log, &LogModel::forget);
}

void tellAnswers(const Facts &facts, LogModel &log)
{
    QObject::connect(&facts, &Facts::logOpened, &log, &LogModel::search);
    QObject::connect(&facts, &Facts::logSearched, &log, &LogModel::takeFound);
    QObject::connect(&facts, &Facts::logSorted, &log, &LogModel::takeSorted);
    QObject::connect(&facts, &Facts::logJudged, &log, &LogModel::takeJudged);
    QObject::connect(&facts, &Facts::logRulesJudged, &log.colours(), &LogColours::take);
    QObject::connect(&facts, &Facts::logRowsRead, &log, &LogModel::takeRows);
}

void passOn(LogModel &log, Requests &requests)
{
    QObject::connect(&log, &LogModel::searchRequested, &requests, &Requests::logSearchRequested);
    QObject::connect(&log, &LogModel::judgementRequested, &requests,
                     &Requests::logJudgementRequested);
    QObject::connect(&log.colours(), &LogColours::judgementRequested, &requests,
                     &Requests::logRulesRequested);
    QObject::connect(&log, &LogModel::rowsRequested, &requests, &Requests::logRowsRequested);
}

} // namespace

void feedLog(LogModel &log, Facts &facts, Requests &requests)
{
    tellChanges(facts, log);
    tellAnswers(facts, log);
    passOn(log, requests);
}

} // namespace Gui
