// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Core {

/// Reads the records on a thread of its own, so that no search ever holds up a delivery.
///
/// Thread: lives on the thread of its maker, where every answer arrives; the records are used on
/// the archive's own thread alone.
/// Owns: the records and the thread "archive".
class Archive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Archive)

public:
    explicit Archive(std::unique_ptr<Records> records, QObject *parent = nullptr);
    ~Archive() override;

    void start(); ///< After the ledger has opened the store.
    void stop(); ///< Answers what was asked, closes, ends the thread. Forgives a second call.

    /// Runs \a read on the archive's thread and brings its result to \a answer on this one; never
    /// from within ask(), and not once \a context is gone. \a read touches nothing but the records
    /// and what it owns.
    template<typename T>
    void ask(std::function<Result<T>(Records &)> read, const QObject *context,
             std::function<void(const Result<T> &)> answer);
};

} // namespace Core
