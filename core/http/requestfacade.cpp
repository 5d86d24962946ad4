// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestfacade.h"

#include <algorithm>
#include <utility>

namespace Core::Http {

RequestFacade::RequestFacade(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    setOpenMode(QIODevice::ReadWrite);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setSocketState(QAbstractSocket::ConnectedState);
}

void RequestFacade::finish()
{
    setSocketState(QAbstractSocket::UnconnectedState);
    emit disconnected();
    deleteLater();
}

qint64 RequestFacade::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_bytes.size() - m_position;
}

qint64 RequestFacade::readData(char *data, qint64 maxBytes)
{
    const qint64 count = std::min<qint64>(maxBytes, m_bytes.size() - m_position);
    std::copy_n(m_bytes.constData() + m_position, count, data);
    m_position += count;
    return count;
}

qint64 RequestFacade::skipData(qint64 maxBytes)
{
    const qint64 count = std::min<qint64>(maxBytes, m_bytes.size() - m_position);
    m_position += count;
    return count;
}

qint64 RequestFacade::writeData(const char * /*bytes*/, qint64 count)
{
    return count;
}

} // namespace Core::Http
