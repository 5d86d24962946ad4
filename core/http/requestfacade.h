// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace Core::Http {

/// A connected socket without a network behind it: it yields the bytes that it was made with and
/// swallows what is written. QHttpServer takes it for a client.
///
/// Thread: that of the server.
/// Owns: itself from finish() on, at the latest.
class RequestFacade final : public QTcpSocket
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestFacade)

public:
    explicit RequestFacade(QByteArray bytes);
    ~RequestFacade() override = default;

    void finish(); ///< Looks like a client that has left, and goes.

    qint64 bytesAvailable() const override;
    void disconnectFromHost() override { } ///< The end is ours to choose: finish().

protected:
    qint64 readData(char *data, qint64 maxBytes) override;
    qint64 skipData(qint64 maxBytes) override;
    qint64 writeData(const char *bytes, qint64 count) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace Core::Http
