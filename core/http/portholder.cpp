// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portholder.h"

#include <QFile>

#include <algorithm>
#include <filesystem>

namespace Core::Http {

namespace {

constexpr int PortsLookedAt = 100;
constexpr qsizetype LocalField = 1;
constexpr qsizetype StateField = 3;
constexpr qsizetype InodeField = 9;

struct Listener
{
    quint16 port = 0;
    QByteArray inode;
};

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Listener> listenersIn(const QString &proc)
{
    QList<Listener> listeners;
    for (const auto table : {QLatin1StringView("/net/tcp"), QLatin1StringView("/net/tcp6")}) {
        for (const QByteArray &line : contentsOf(proc + table).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() <= InodeField || fields.at(StateField) != "0A")
                continue;
            const QByteArray &local = fields.at(LocalField);
            const quint16 port = local.mid(local.indexOf(':') + 1).toUShort(nullptr, 16);
            listeners.append({port, fields.at(InodeField)});
        }
    }
    return listeners;
}

/// A process chooses its name, and this one is for a terminal, too.
QString plain(QString name)
{
    for (QChar &one : name)
        one = one.isPrint() ? one : QChar(u'?');
    return name;
}

using Folder = std::filesystem::directory_iterator;

bool holdsSocket(const std::filesystem::path &descriptors, const std::string &socket)
{
    std::error_code error;
    for (Folder entry(descriptors, error); !error && entry != Folder(); entry.increment(error)) {
        std::error_code unreadable;
        if (std::filesystem::read_symlink(entry->path(), unreadable) == socket)
            return true;
    }
    return false;
}

/// The process that holds the socket \a inode; 0 where it cannot be seen.
qint64 processWith(const QByteArray &inode, const QString &proc)
{
    const std::string socket = "socket:[" + inode.toStdString() + "]";
    std::error_code error;
    for (Folder entry(proc.toStdString(), error); !error && entry != Folder();
         entry.increment(error)) {
        const qint64 id = QByteArray::fromStdString(entry->path().filename().string()).toLongLong();
        if (id > 0 && holdsSocket(entry->path() / "fd", socket))
            return id;
    }
    return 0;
}

} // namespace

std::optional<TakenPort> takenPort(quint16 port, const QString &proc)
{
    TakenPort taken;
    for (const Listener &listener : listenersIn(proc)) {
        if (listener.port != port)
            continue;
        taken.port = port;
        taken.holderId = processWith(listener.inode, proc);
        if (taken.holderId == 0)
            continue;
        const QString name = QStringLiteral("%1/%2/comm").arg(proc).arg(taken.holderId);
        taken.holderName = plain(QString::fromUtf8(contentsOf(name)).trimmed());
        break;
    }
    return taken.port == 0 ? std::nullopt : std::optional(taken);
}

quint16 freePortAbove(quint16 port, const QList<quint16> &others, const QString &proc)
{
    const QList<Listener> listeners = listenersIn(proc);
    const int last = std::min(port + PortsLookedAt, 65'535);
    for (int candidate = port + 1; candidate <= last; ++candidate) {
        const bool isTaken = others.contains(candidate)
            || std::any_of(listeners.begin(), listeners.end(),
                           [candidate](const Listener &one) { return one.port == candidate; });
        if (!isTaken)
            return static_cast<quint16>(candidate);
    }
    return 0;
}

} // namespace Core::Http
