// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/binmodel.h"

#include "core/base/filter.h"
#include "ui/look/format.h"

#include <QDataStream>
#include <QIODevice>
#include <QMap>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr QLatin1StringView FirstBin{"demo"};
constexpr qsizetype MostKeptUnread = 10'000; ///< of one bin

/// Each number as its distance from the one before, which is what can be packed.
using Distances = QList<qint64>;

Distances distancesOf(const QList<Core::CaptureId> &captures)
{
    Distances distances;
    qint64 last = 0;
    for (const Core::CaptureId id : captures.last(std::min(MostKeptUnread, captures.size())))
        distances.append(id.value - std::exchange(last, id.value));
    return distances;
}

QList<Core::CaptureId> capturesOf(const Distances &distances)
{
    QList<Core::CaptureId> captures;
    qint64 last = 0;
    for (const qint64 distance : distances)
        captures.append(Core::CaptureId{last += distance});
    return captures;
}

} // namespace

BinModel::BinModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_bins{{FirstBin}}
{
}

int BinModel::rowOf(const QString &bin)
{
    const auto place
        = std::lower_bound(m_bins.begin(), m_bins.end(), bin,
                           [](const Bin &known, const QString &name) { return known.name < name; });
    const auto row = static_cast<int>(place - m_bins.begin());
    if (place != m_bins.end() && place->name == bin)
        return row;
    beginInsertRows({}, row, row);
    m_bins.insert(row, {bin});
    endInsertRows();
    return row;
}

void BinModel::list(const QStringList &bins)
{
    for (const QString &bin : bins)
        rowOf(bin);
}

void BinModel::add(const QList<Core::Capture> &captures)
{
    for (const Core::Capture &capture : captures)
        m_bins[rowOf(capture.bin)].unread.append(capture.id);
    // They are few.
    emit dataChanged(index(0), index(rowCount() - 1));
}

void BinModel::forget(const QList<Core::LogKey> &rows)
{
    const QSet<Core::LogKey> gone(rows.begin(), rows.end());
    for (int row = 0; row < rowCount(); ++row) {
        const auto isGone
            = [&gone](Core::CaptureId id) { return gone.contains(Core::LogKey::of(id)); };
        if (m_bins[row].unread.removeIf(isGone) > 0)
            emit dataChanged(index(row), index(row));
    }
}

void BinModel::markRead(const QString &bin)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_bins.at(row).name == bin && !m_bins.at(row).unread.isEmpty()) {
            m_bins[row].unread.clear();
            emit dataChanged(index(row), index(row));
        }
    }
}

void BinModel::markRead(const Core::Capture &capture)
{
    for (int row = 0; row < rowCount(); ++row) {
        QList<Core::CaptureId> &unread = m_bins[row].unread;
        if (m_bins.at(row).name != capture.bin || unread.isEmpty())
            continue;
        if (unread.last() == capture.id)
            unread.clear();
        else
            unread.removeOne(capture.id);
        emit dataChanged(index(row), index(row));
    }
}

QByteArray BinModel::unread() const
{
    QMap<QString, Distances> all;
    for (const Bin &bin : m_bins) {
        if (!bin.unread.isEmpty())
            all.insert(bin.name, distancesOf(bin.unread));
    }
    QByteArray text;
    QDataStream stream(&text, QIODevice::WriteOnly);
    stream << all;
    return all.isEmpty() ? QByteArray() : qCompress(text);
}

void BinModel::restoreUnread(const QByteArray &kept)
{
    if (kept.isEmpty())
        return;
    QMap<QString, Distances> all;
    QDataStream stream(qUncompress(kept));
    stream >> all;
    if (stream.status() != QDataStream::Ok)
        return;
    for (const auto &[bin, distances] : all.asKeyValueRange()) {
        QList<Core::CaptureId> &unread = m_bins[rowOf(bin)].unread;
        unread = capturesOf(distances) + unread;
    }
    emit dataChanged(index(0), index(rowCount() - 1));
}

void BinModel::setReceiver(const QString &url)
{
    if (url == m_receiver)
        return;
    m_receiver = url;
    emit dataChanged(index(0), index(rowCount() - 1));
}

QString BinModel::addressOf(int row) const
{
    if (m_receiver.isEmpty())
        return {};
    return m_receiver + QLatin1StringView("/v1/webhooks/")
        + QString::fromLatin1(QUrl::toPercentEncoding(m_bins.at(row).name));
}

int BinModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bins.size());
}

QVariant BinModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Bin &bin = m_bins.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return printable(bin.name);
    case Qt::AccessibleTextRole:
        return bin.unread.isEmpty()
            ? printable(bin.name)
            : tr("%1, %2 new").arg(printable(bin.name), countText(bin.unread.size()));
    case Qt::ToolTipRole: {
        const QString address = addressOf(index.row());
        return plainToolTip(address.isEmpty() ? tr("Nothing listens at the moment")
                                              : printable(address));
    }
    default:
        return {};
    }
}

QString filterOf(const QString &bin)
{
    Core::FilterTerm term;
    term.key = Core::FilterKey::Bin;
    term.text = bin;
    return Core::toText(term);
}

} // namespace Gui
