// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filtervalues.h"
#include "core/store/archive.h"

#include <QObject>

namespace Core {

/// Finds what somebody who types a filter may say next.
///
/// Thread: the engine's.
/// Borrows: archive from open() to close().
/// Errors: what cannot be read is not offered. A newer question ends an older one.
class ValueFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueFinder)

public:
    explicit ValueFinder(QObject *parent = nullptr);
    ~ValueFinder() override;

    void open(Archive &archive);
    void close(); ///< What is asked from now on is not answered.

    void find(const Core::FilterValuesQuestion &question);

signals:
    void found(const Core::FilterValues &values);

private:
    Archive *m_archive = nullptr; ///< null while nothing runs
    Inquiry m_inquiry; ///< the newest
};

} // namespace Core
