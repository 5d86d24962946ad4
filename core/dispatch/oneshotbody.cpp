// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/oneshotbody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Core {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OneShotBody::~OneShotBody() = default;

bool OneShotBody::seek(qint64 position)
{
    return !m_takenAt && !m_bytes.isEmpty() && QIODevice::seek(position);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, size() - pos());
    if (count <= 0)
        return 0;
    if (!m_takenAt) {
        m_takenAt = std::chrono::steady_clock::now();
        emit taken();
    }
    std::memcpy(data, m_bytes.constData() + pos(), static_cast<std::size_t>(count));
    return count;
}

qint64 OneShotBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace Core
