// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fanout.h"

#include <QWidget>

class QComboBox;
class QListWidget;

namespace Gui {

/// Who is to get an event: all whose patterns match its type, or those that a person ticks. The
/// list shows in both cases who that is; a tick that is changed leads from the first to the second.
class AudienceList final : public QWidget
{
    Q_OBJECT

public:
    explicit AudienceList(QList<Core::Destination> destinations, QWidget *parent = nullptr);

    void setType(const QString &type);
    void choose(const QList<Core::DestinationId> &chosen); ///< and leaves "all that match"

    bool isEverybody() const;
    QList<Core::DestinationId> reached() const; ///< who would get it now

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showReached();
    void takeTicks();
    void bringIntoSight();

    QList<Core::Destination> m_destinations;
    Core::Fanout m_subscribers; ///< the same, by what they subscribed to
    QString m_type;
    QList<Core::DestinationId> m_ticked;
    QComboBox *m_mode;
    QListWidget *m_list;
};

} // namespace Gui
