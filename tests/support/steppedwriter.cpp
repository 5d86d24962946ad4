// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/steppedwriter.h"

#include <utility>

using namespace Core;

SteppedWriter::SteppedWriter(Store &store, Handler handler)
    : m_store(store)
    , m_handler(std::move(handler))
{
}

void SteppedWriter::submit(Change change, const QObject *context, Answer answer)
{
    m_changes.append(std::move(change));
    m_askers.push_back({context, std::move(answer)});
}

Result<QList<Result<Outcome>>> SteppedWriter::write()
{
    m_untold = std::exchange(m_askers, {});
    return m_store.write(std::exchange(m_changes, {}));
}

void SteppedWriter::tell(const Result<QList<Result<Outcome>>> &written)
{
    if (written) {
        for (const Result<Outcome> &outcome : *written) {
            if (outcome)
                m_handler(*outcome);
        }
    }
    const std::vector<Asker> askers = std::exchange(m_untold, {});
    for (std::size_t i = 0; i < askers.size(); ++i) {
        if (askers[i].context && askers[i].answer)
            askers[i].answer(written ? written->at(static_cast<qsizetype>(i))
                                     : Result<Outcome>(written.error()));
    }
}
