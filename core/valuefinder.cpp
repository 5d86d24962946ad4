// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/valuefinder.h"

namespace Core {

ValueFinder::ValueFinder(QObject *parent)
    : QObject(parent)
{
}

ValueFinder::~ValueFinder() = default;

void ValueFinder::open(Archive &archive)
{
    m_archive = &archive;
}

void ValueFinder::close()
{
    m_inquiry.withdraw();
    m_archive = nullptr;
}

void ValueFinder::find(const FilterValuesQuestion &question)
{
    m_inquiry.withdraw();
    if (!m_archive)
        return;
    m_inquiry = m_archive->ask<QList<FilterValue>>(
        [question](Records &records) { return records.filterValues(question); }, this,
        [this, question](const Result<QList<FilterValue>> &values) {
            if (values)
                emit found({question, *values});
        });
}

} // namespace Core
