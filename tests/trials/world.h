// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/dispatcher.h"
#include "core/journal.h"
#include "tests/support/manualclock.h"
#include "tests/support/steppedwriter.h"
#include "tests/trials/agenda.h"
#include "tests/trials/dice.h"
#include "tests/trials/simulatedposter.h"
#include "tests/trials/simulatedstore.h"
#include "tests/trials/witness.h"

#include <memory>

/// One simulated world: the real dispatcher, journal, lanes and rules between receivers, a store
/// and a clock that do as the dice say. It crashes, jumps in time, runs out of disk and is meddled
/// with by people for a day or two; then all is well, and everything must come to its end.
class World
{
public:
    World(quint64 seed, Deceit deceit);
    ~World();

    /// Lives until all has ended. Returns the first promise that was broken; empty for none.
    QString run();

    Core::Milliseconds lived() const { return m_clock.tick() - m_born; }
    qint64 postCount() const { return m_witness.postCount(); }

private:
    struct House;

    void makeDestinations();
    Core::Destination randomDestination(int number);
    void planLife();
    void planOften(int least, int most, const Agenda::Action &action);
    void planHeartbeats();
    void heal();
    void step();
    bool isOver() const;

    void open(); ///< The program starts.
    void recall(const QList<Core::Registration> &registrations);
    void crash(); ///< The program is gone from one moment to the next.
    void stop(); ///< The program ends in order, as far as the store lets it.
    void startLater();

    void publish();
    void publishOne(bool isTest);
    void meddle();
    void setWallClock();
    void haveTrouble();
    void submit(const Core::Change &change, Core::Writer::Answer answer = {});

    void planWrite();
    void write();
    Core::Report take(const Core::Shipment &shipment);
    void land(const Core::Report &report, const Fate &fate);
    void noteEnd(const Core::FinishAttempt &finish);
    void noteBody(const Core::KeepResponse &response);
    Core::DestinationId randomDestinationId();
    Core::DeliveryId randomDeliveryId();
    Core::RecoverDeliveries recovery(Core::DestinationId destination) const;

    ManualClock m_clock;
    Core::Tick m_born;
    Core::Tick m_healedAt;
    Dice m_dice;
    Deceit m_deceit;
    Agenda m_agenda;
    std::shared_ptr<MemoryTables> m_tables;
    SimulatedStore m_store;
    int m_maxInFlight;
    Witness m_witness;
    std::map<Core::DestinationId, SimulatedReceiver> m_receivers;
    QList<Core::NewEvent> m_published;
    std::unique_ptr<House> m_house; ///< none while the program is down
    int m_life = 0; ///< which run of the program it is: what was planned in another is void
    bool m_isWritePlanned = false;
    bool m_isHealed = false;
};
