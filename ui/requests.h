// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/configuration.h"
#include "core/model/destination.h"
#include "core/model/exportorder.h"
#include "core/model/figures.h"
#include "core/model/filtervalues.h"
#include "core/model/forgetting.h"
#include "core/model/logkey.h"
#include "core/model/logrules.h"
#include "core/model/logsearch.h"
#include "core/model/pin.h"
#include "core/model/resending.h"
#include "core/model/secretreport.h"
#include "core/model/takenport.h"

#include <QMap>
#include <QObject>

namespace Gui {

/// What a person asks for, from whatever part of the window: whoever takes it to the engine
/// connects to these signals. What comes of it is told by Facts.
///
/// Thread: screen.
class Requests final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Requests)

public:
    explicit Requests(QObject *parent = nullptr);
    ~Requests() override;

signals:
    /// With \a secret, as text; for an empty one Hookpost makes one.
    /// Who gives a ticket hears what comes of it by Facts::destinationAnswered().
    void additionRequested(const Core::Destination &destination, const QByteArray &secret = {},
                           Core::Ticket ticket = 0);
    /// With \a secret from now on; for an empty one the old one stays.
    void changeRequested(const Core::Destination &before, const Core::Destination &after,
                         const QByteArray &secret = {}, Core::Ticket ticket = 0);
    void secretRequested(const Core::DestinationId &id);
    void publicKeyRequested(const Core::DestinationId &id);
    void signingRequested(const Core::DestinationId &id); ///< By what its secret can sign.
    void rotationRequested(const Core::Rotation &rotation);
    void removalRequested(const Core::DestinationId &id);
    void restorationRequested(const Core::DestinationId &id);
    void pauseRequested(const Core::DestinationId &id, const QString &reason = {});
    void resumeRequested(const Core::DestinationId &id);
    /// One test event for what is not registered yet, or not so; \a secret as above.
    void trialRequested(const Core::Destination &destination, const QByteArray &secret = {});
    /// Where the host of \a url leads.
    void nameCheckRequested(const QString &url);
    void testRequested(const Core::DestinationId &id);
    void attemptRecordRequested(const Core::AttemptId &id);
    void captureRecordRequested(const Core::CaptureId &id);
    void logSearchRequested(const Core::LogSearch &search);
    void logJudgementRequested(const Core::LogQuestion &question);
    void logRulesRequested(const Core::LogRulesQuestion &question);
    void filterValuesRequested(const Core::FilterValuesQuestion &question);
    void logRowsRequested(const Core::LogRowsQuestion &question);
    void kinRequested(const Core::LogKey &row);
    void signatureCheckRequested(const Core::LogKey &row);
    void publicationRequested(const Core::Publication &publication);
    void resendPreviewRequested(const Core::ResendOrder &order);
    void resendRequested(const Core::ResendOrder &order);
    void resendStopRequested(Core::Ticket ticket);
    void cancellationRequested(const QList<Core::AttemptId> &attempts);
    void waitingCancellationRequested(const Core::DestinationId &destination);
    void pinRequested(const QList<Core::LogKey> &rows, bool isWanted);
    void pinSearchRequested(const Core::PinQuestion &question);
    void noteRequested(const Core::LogKey &row, const QString &note);
    void forgettingPreviewRequested(const Core::ForgetOrder &order);
    void forgettingRequested(const Core::ForgetOrder &order);
    /// All that had ended before that moment, and may go.
    void clearingRequested(const Core::Time &before);
    void exportPreviewRequested(const Core::ExportOrder &order);
    void exportRequested(const Core::ExportOrder &order);
    void exportStopRequested(Core::Ticket ticket);
    void configurationWriteRequested(const Core::ConfigurationOrder &order);
    void importPreviewRequested(const Core::ConfigurationOrder &order);
    void importRequested(Core::Ticket ticket); ///< What the preview of it has told.
    void activityRequested(const Core::TimeFrame &frame);
    void figuresRequested(const Core::FigureQuestion &question); ///< until another one is asked
    void fleetRequested(const Core::TimeFrame &frame); ///< without steps: no more
    void binsRequested();
    void dispatchingRequested(bool isWanted);
    void listeningRequested(); ///< once more, while a port is taken
    void openingRequested(); ///< once more of what is kept, while nothing runs
    void otherPortRequested(const Core::TakenPort &taken); ///< the free one instead, for this run
    void optionsKeepingRequested(const QMap<QString, QString> &values); ///< by the options' names
    void quitRequested();
};

} // namespace Gui
