// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/dispatcher.h"
#include "core/journal.h"
#include "core/store/ledger.h"
#include "core/store/sqliterecords.h"
#include "tests/trials/hostiletrial.h"

#include <QTemporaryDir>

#include <memory>

namespace Core {

/// Plays cases through dispatcher, poster, journal and store, many at a time: one event for each
/// receiver, which is tried again once where that is promised. Judges the rows that are on record
/// afterwards, and whether the receiver saw one POST for each.
///
/// Borrows: \a poster and \a lookUp, which must outlive it.
class HostileRows final : public QObject
{
    Q_DISABLE_COPY_MOVE(HostileRows)

public:
    HostileRows(Poster &poster, FakeLookUp &lookUp);
    ~HostileRows() override;

    bool start();
    QList<Finding> play(const HostileCases &cases);

    int rowCount() const { return m_rowCount; } ///< that were judged
    int postCount() const { return m_postCount; } ///< that the receivers saw
    quint16 apiPort() const { return m_api.serverPort(); }

    /// How many came where nobody may go.
    int strayCount() const { return m_trap.acceptedCount() + m_api.acceptedCount(); }

private:
    /// A case that is being played.
    struct Scene
    {
        HostileCase hostile;
        std::unique_ptr<HostileReceiver> receiver;
        DeliveryId delivery;
        QList<AttemptFinished> finished; ///< as they were recorded
        Finding finding;
    };

    void playTogether(const HostileCases &cases, QList<Finding> &findings);
    // Who began a scene may be told of it when its time is over.
    void begin(const std::shared_ptr<Scene> &begun);
    void publish(const std::shared_ptr<Scene> &begun, DestinationId destination);
    void take(const QList<Outcome> &outcomes);
    static bool isOver(const Scene &scene);
    void judge(Scene &scene);
    void judgeRow(const Scene &scene, const Attempt &row, QStringList &complaints);

    FakeLookUp &m_lookUp;
    QTemporaryDir m_directory;
    SystemClock m_clock;
    TestReceiver m_trap; ///< where no POST may go
    TestReceiver m_api; ///< stands for Hookpost's own
    Ledger m_ledger;
    SqliteRecords m_records;
    Journal m_journal;
    Dispatcher m_dispatcher;
    int m_lastEvent = 0;
    int m_rowCount = 0;
    int m_postCount = 0;
    QHash<qint64, std::shared_ptr<Scene>> m_scenes; ///< by delivery
    QStringList m_unclosed; ///< the rows that the journal could not close
};

} // namespace Core
