// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kinfinder.h"

#include "core/store/archive.h"

namespace Core {

KinFinder::KinFinder(QObject *parent)
    : QObject(parent)
{
}

KinFinder::~KinFinder() = default;

void KinFinder::open(Archive &archive)
{
    m_archive = &archive;
}

void KinFinder::close()
{
    m_archive = nullptr;
}

void KinFinder::find(const LogKey &row)
{
    if (!m_archive)
        return;
    m_archive->ask<Kin>([row](Records &records) { return records.kin(row); }, this,
                        [this, row](const Result<Kin> &kin) {
                            if (kin)
                                emit found(*kin);
                            else if (kin.error().code == ErrorCode::NotFound)
                                emit missing(row);
                        });
}

void KinFinder::findPin(const PinQuestion &question)
{
    if (!m_archive)
        return;
    m_archive->ask<LogKey>([question](Records &records) { return records.pinBeyond(question); },
                           this,
                           [this, question](const Result<LogKey> &row) {
                               if (row)
                                   emit pinFound({question, *row});
                           });
}

} // namespace Core
