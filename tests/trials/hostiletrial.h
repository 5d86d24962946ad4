// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"
#include "tests/support/fakelookup.h"
#include "tests/trials/hostilereceiver.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>

namespace Core {

/// What was seen of one case.
struct Finding
{
    QString name;
    QString told; ///< the report in words
    Milliseconds took{0};
    QStringList complaints; ///< empty when all was as expected

    bool isGood() const { return complaints.isEmpty(); }
};

/// Plays cases to a poster, many at a time, and judges what it reports and what the receivers saw.
///
/// Borrows: \a poster and \a lookUp, which must outlive it.
class HostileTrial final
{
    Q_DISABLE_COPY_MOVE(HostileTrial)

public:
    HostileTrial(Poster &poster, FakeLookUp &lookUp);

    QList<Finding> play(const HostileCases &cases);

    /// The longest time by which an attempt that timed out was told too late.
    Milliseconds worstDelay() const { return m_worstDelay; }
    quint16 apiPort() const { return m_api.serverPort(); }

    /// How many came where nobody may go.
    int strayCount() const { return m_trap.acceptedCount() + m_api.acceptedCount(); }

private:
    /// A case that is being played.
    struct Scene
    {
        HostileCase hostile;
        DestinationId destination;
        std::unique_ptr<HostileReceiver> receiver;
        QElapsedTimer timer;
        Finding finding;
        bool isInSecondPart = false; ///< the ordinary POST after the hostile answer
        bool isOver = false;
    };

    void playTogether(const HostileCases &cases, QList<Finding> &findings);
    void begin(Scene &scene);
    void post(Scene &scene, const QByteArray &body);
    void take(const Report &report);
    void judgeFirst(Scene &scene, const Report &report);
    void judgeSecond(Scene &scene, const Report &report) const;
    static void giveUpOn(Scene &scene);

    Poster &m_poster;
    FakeLookUp &m_lookUp;
    TestReceiver m_trap; ///< where no POST may go
    TestReceiver m_api; ///< stands for Hookpost's own
    qint64 m_lastNumber = 0;
    QHash<qint64, Scene *> m_scenes; ///< by the attempt that is under way
    QHash<qint64, Report> m_verdicts; ///< whose bodies are still coming, by the attempt
    Milliseconds m_worstDelay{0};
};

} // namespace Core
