// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QMutex>
#include <QWaitCondition>

#include <memory>

/// The strings by which a test holds a FailingStore that somebody else owns.
///
/// Thread: any.
class StoreControl
{
public:
    void failWith(const std::optional<Core::Error> &error); ///< from now on; none to go on
    void refuseWith(const std::optional<Core::Error> &error); ///< each change by itself, likewise
    void hold(); ///< From now on a write stands still until release().
    void release();
    void waitUntilHeld();

    QList<qsizetype> batchSizes() const; ///< of every write, also of those that failed
    int openCount() const; ///< opened less closed
    int probeCount() const;

private:
    friend class FailingStore;

    std::optional<Core::Error> enterWrite(qsizetype size);
    std::optional<Core::Error> enterProbe();
    std::optional<Core::Error> refusal() const;
    std::optional<Core::Error> enterOpen();
    void enterClose();

    mutable QMutex m_mutex;
    QWaitCondition m_changed;
    std::optional<Core::Error> m_error;
    std::optional<Core::Error> m_refusal;
    bool m_holds = false;
    bool m_isHeld = false;
    QList<qsizetype> m_batchSizes;
    int m_openCount = 0;
    int m_probeCount = 0;
};

/// Does as another store does, unless its control says otherwise.
class FailingStore final : public Core::Store
{
public:
    FailingStore(std::unique_ptr<Core::Store> inner, std::shared_ptr<StoreControl> control);

    Core::Result<Core::RecoveryReport> open(Core::Time now) override;
    void close() override;
    Core::Result<QList<Core::Result<Core::Outcome>>>
    write(const QList<Core::Change> &changes) override;
    Core::Result<> probe() override;
    Core::Result<> checkRoom() override;
    Core::Result<QList<Core::Registration>> registrations() override;
    Core::Result<QList<Core::WaitingDelivery>> waiting() override;

private:
    std::unique_ptr<Core::Store> m_inner;
    std::shared_ptr<StoreControl> m_control;
};
