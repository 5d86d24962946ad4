// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/store/writer.h"

#include <QPointer>

#include <functional>
#include <vector>

/// A ledger without a thread: what is handed in is written when the test says so.
///
/// Borrows: the store.
class SteppedWriter final : public Core::Writer
{
public:
    using Handler = std::function<void(const Core::Outcome &)>;

    /// \a handler is told of each outcome before who asked for it.
    SteppedWriter(Core::Store &store, Handler handler);

    void submit(Core::Change change, const QObject *context, Answer answer) override;
    bool hasWork() const { return !m_changes.isEmpty(); }

    /// Writes all that has been handed in as one transaction.
    Core::Result<QList<Core::Result<Core::Outcome>>> write();

    /// Tells what was written, or why it was not.
    void tell(const Core::Result<QList<Core::Result<Core::Outcome>>> &written);

private:
    struct Asker
    {
        QPointer<const QObject> context;
        Answer answer;
    };

    Core::Store &m_store;
    Handler m_handler;
    QList<Core::Change> m_changes;
    std::vector<Asker> m_askers;
    std::vector<Asker> m_untold; ///< of what is written and not told yet
};
