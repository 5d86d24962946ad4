// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <chrono>
#include <optional>

namespace Core {

/// A request's body that can be read once. Qt sends a POST again by itself when a connection
/// breaks before the answer, up to three times; it must wind the body back for that, and this one
/// refuses as soon as its first byte has been handed out. It is no QBuffer, which Qt always winds
/// back.
///
/// An empty body gives no sign of being read, so it refuses from the beginning.
class OneShotBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneShotBody)

public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);
    ~OneShotBody() override;

    /// When the first byte was taken to be sent, which Qt does once it has a connection; the
    /// request's headers leave together with it.
    std::optional<Moment> takenAt() const { return m_takenAt; }

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;

signals:
    void taken(); ///< at takenAt(), before Qt has what it took

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    std::optional<Moment> m_takenAt;
};

} // namespace Core
