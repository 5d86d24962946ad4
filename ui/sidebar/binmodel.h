// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/capture.h"
#include "core/model/logkey.h"

#include <QAbstractListModel>
#include <QByteArray>

namespace Gui {

/// The bins of the built-in receiver that have received something, in the order of their names,
/// and the one for first steps; with how much of it nobody has looked at.
class BinModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Bin
    {
        QString name;
        QList<Core::CaptureId> unread = {}; ///< that came while there was a window, ascending
    };

    explicit BinModel(QObject *parent = nullptr);

    void list(const QStringList &bins);
    void add(const QList<Core::Capture> &captures);
    void forget(const QList<Core::LogKey> &rows); ///< They are no longer on record.
    void markRead(const QString &bin);
    void markRead(const Core::Capture &capture); ///< And all before it, where it is the newest.
    QByteArray unread() const; ///< all of it, for a later run; of each bin the newest ones
    void restoreUnread(const QByteArray &kept); ///< Ahead of what comes in this run.
    void setReceiver(const QString &url); ///< where it listens; empty while it does not

    const Bin &at(int row) const { return m_bins.at(row); }
    QString addressOf(int row) const; ///< empty while nothing listens

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int rowOf(const QString &bin); ///< makes it where it is not known

    QList<Bin> m_bins;
    QString m_receiver;
};

/// The filter that lists what \a bin has received.
QString filterOf(const QString &bin);

} // namespace Gui
