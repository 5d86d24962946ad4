// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"
#include "core/model/pin.h"

#include <QObject>

namespace Core {

class Archive;

/// Finds what belongs to a row that somebody looks at in the window, and the way to pinned ones.
///
/// Thread: the engine's.
/// Borrows: archive from open() to close().
/// Errors: whoever asks for a row that is gone is told so; a storage that fails is not answered.
class KinFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KinFinder)

public:
    explicit KinFinder(QObject *parent = nullptr);
    ~KinFinder() override;

    void open(Archive &archive);
    void close(); ///< What is asked from now on is not answered.

    void find(const Core::LogKey &row);
    void findPin(const Core::PinQuestion &question);

signals:
    void found(const Core::Kin &kin);
    void missing(const Core::LogKey &row); ///< It is not on record, or no longer.
    void pinFound(const Core::PinAnswer &answer);

private:
    Archive *m_archive = nullptr; ///< null while nothing runs
};

} // namespace Core
