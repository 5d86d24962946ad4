// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/apicall.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/configuration.h"
#include "core/model/destinationanswer.h"
#include "core/model/exportorder.h"
#include "core/model/figures.h"
#include "core/model/filtervalues.h"
#include "core/model/forgetting.h"
#include "core/model/keptoptions.h"
#include "core/model/kin.h"
#include "core/model/logrules.h"
#include "core/model/logsearch.h"
#include "core/model/namereport.h"
#include "core/model/pin.h"
#include "core/model/resending.h"
#include "core/model/secretreport.h"
#include "core/model/signaturereport.h"
#include "core/model/status.h"

#include <QObject>

namespace Gui {

/// What has happened, for whatever part of the window shows it: each signal is one fact of the
/// engine's, come to the screen in batches. It keeps nothing.
///
/// Thread: screen.
class Facts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Facts)

public:
    explicit Facts(QObject *parent = nullptr);
    ~Facts() override;

signals:
    void statusChanged(const Core::EngineStatus &status);
    void destinationsChanged(const QList<Core::DestinationStatus> &destinations);
    void destinationsForgotten(const QList<Core::DestinationId> &destinations);
    void attemptsRecorded(const QList<Core::Attempt> &attempts);
    void deliveriesChanged(const QList<Core::DeliveryChange> &changes); ///< without an attempt
    void responsesKept(const QList<Core::Attempt> &attempts); ///< Their bodies came later.
    void capturesRecorded(const QList<Core::Capture> &captures);
    void pinsChanged(const QList<Core::Pin> &pins);
    void rowsForgotten(const QList<Core::LogKey> &rows); ///< They are no longer on record.
    void pinFound(const Core::PinAnswer &answer);
    void logOpened(); ///< It can be searched, from now on.
    void logSearched(const Core::LogChunk &chunk);
    void logSorted(const Core::SortedLog &log);
    void logJudged(const Core::LogAnswer &answer);
    void logRulesJudged(const Core::LogRulesAnswer &answer);
    void filterValuesFound(const Core::FilterValues &values);
    void logRowsRead(const Core::LogRowsAnswer &answer);
    void callsAnswered(const QList<Core::ApiCall> &calls); ///< of the HTTP interface
    void attemptLoaded(const Core::AttemptRecord &record);
    void captureLoaded(const Core::CaptureRecord &record);
    void destinationTried(const Core::AttemptRecord &record); ///< without being kept
    void nameChecked(const Core::NameReport &report);
    /// A person wanted it so, or added.
    void destinationAnswered(const Core::DestinationAnswer &answer);
    void trialRefused(const Core::Error &error);
    void secretLoaded(const Core::SecretReport &report); ///< A person has asked for it.
    void signingLoaded(const Core::SigningReport &report);
    void kinFound(const Core::Kin &kin);
    void rowMissing(const Core::LogKey &row); ///< whose kin was asked for: it is not on record
    void signatureChecked(const Core::SignatureReport &report);
    void published(const Core::PublicationAnswer &answer);
    void resendPreviewed(const Core::ResendPreview &preview);
    void resendAdvanced(const Core::ResendProgress &progress);
    void deliveriesCancelled(const Core::Cancellation &cancellation);
    void forgettingPreviewed(const Core::ForgetAnswer &preview);
    void historyForgotten(const Core::ForgetAnswer &answer); ///< A person wanted it.
    void exportPreviewed(const Core::ExportPreview &preview);
    void exportAdvanced(const Core::ExportProgress &progress);
    void importPreviewed(const Core::ImportPreview &preview);
    void configurationAnswered(const Core::ConfigurationAnswer &answer);
    void activityCounted(const Core::Activity &activity); ///< of all destinations together
    void destinationCounted(const Core::Figures &figures);
    void fleetCounted(const Core::FleetFigures &figures);
    void binsListed(const QStringList &bins); ///< that have received something
    void optionsKept(const Core::KeptOptions &options); ///< for the next start
    void refused(const Core::Error &error); ///< something that a person asked for
};

} // namespace Gui
