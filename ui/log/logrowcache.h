// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/pin.h"
#include "ui/log/logrow.h"

#include <QCache>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace Gui {

/// The rows of the log that were looked at or came last; those that nobody has looked at for
/// longest make room. Their texts are made when somebody looks. It also knows what attempts were
/// sent of late, so that what our own bins receive can be told to belong to them; and each attempt
/// says what its delivery has come to by now.
class LogRowCache final
{
public:
    using Fact = std::variant<Core::Attempt, Core::LinkedCapture>;

    const LogRow *find(Core::LogKey key) const;
    bool contains(Core::LogKey key) const { return m_rows.contains(key.value); }
    const Fact *factOf(Core::LogKey key) const; ///< null where it is not known
    bool hasValues(Core::LogKey key) const; ///< of fields
    QByteArrayList valuesOf(Core::LogKey key) const;

    /// What has just happened; replaces what is known. Returns how a list that folds heartbeats
    /// alone would take it. A capture whose attempt is not known is left out, since a page that is
    /// read tells it whole.
    Core::LogEntry put(const Core::Attempt &attempt);
    std::optional<Core::LogEntry> put(const Core::Capture &capture);
    /// What was read, unless something newer is known.
    void putRead(const Core::LogRows &rows);
    void change(const Core::Pin &pin);
    void change(const Core::DeliveryChange &change);
    /// Nothing waits for it any more, until it is there again.
    void noteRemoved(Core::DestinationId destination);
    void noteThere(Core::DestinationId destination);
    /// The rows whose deliveries have come to another state since this was last asked.
    QList<Core::LogKey> takeTouched() { return std::exchange(m_touched, {}); }
    void clear();

    void setFields(const QList<Core::LogField> &fields); ///< whose values come; forgets all rows
    void showSecrets(bool areShown); ///< in the texts of rows
    bool areSecretsShown() const { return m_areSecretsShown; }
    /// How many attempts the schedule of each destination allows.
    void setMostTries(const QHash<Core::DestinationId, int> &most);
    const QHash<Core::DestinationId, int> &mostTries() const { return m_mostTries; }

private:
    struct Entry
    {
        Fact fact;
        std::unique_ptr<LogRow> row; ///< once somebody has looked
        std::optional<QByteArrayList> values; ///< of fields, once they are read
    };
    using Post = std::pair<qint64, int>; ///< a delivery and the number of its attempt
    struct Sent
    {
        Core::DestinationId destination;
        QString eventType;
        Core::EventKind kind = Core::EventKind::Published;
        bool isResend = false;
    };
    struct Fate
    {
        std::optional<Core::DeliveryState> told; ///< none where it is what was read
        QList<Core::LogKey> rows; ///< some may have made room
    };
    static constexpr int RowCount = 10'000;

    std::unique_ptr<LogRow> makeRow(const Entry &entry) const;
    void insert(Core::LogKey key, Fact fact);
    Core::LogEntry put(const Core::LinkedCapture &linked);
    void bringUpToDate(Core::LogKey key);
    Core::DeliveryState stateOf(const Core::Attempt &attempt) const;

    void forgetTexts();

    QList<Core::LogField> m_fields;
    QHash<Core::DestinationId, int> m_mostTries;
    bool m_areSecretsShown = false;
    mutable QCache<qint64, Entry> m_rows{RowCount};
    QCache<Post, Sent> m_sent{RowCount};
    QCache<qint64, Fate> m_fates{RowCount}; ///< of the deliveries of rows
    QSet<Core::DestinationId> m_removed;
    QList<Core::LogKey> m_touched;
};

} // namespace Gui
