// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storefile.h"

#include "tests/support/storefixture.h"

#include <QFile>

using namespace Core;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

qint64 numberOf(Database &database, const char *sql)
{
    Rows rows = database.selectOnce(QString::fromLatin1(sql));
    return rows.next() ? rows.take<qint64>() : -1;
}

void fillStore(Store &store, int events)
{
    QVERIFY(store.open(at(0)));
    QVERIFY(store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost/")), false,
        at(0)}}));
    AddEvents change;
    for (int i = 0; i < events; ++i)
        change.events.append(makeEvent(QStringLiteral("e%1").arg(i), {{1}}, QByteArray(300, 'x')));
    const auto written = store.write({change});
    QVERIFY(written && written->first());
}

bool takeBackSchema(Core::Database &database)
{
    for (const char *const statement :
         {"DROP TRIGGER attempts_added", "DROP TRIGGER attempts_removed", "DROP TABLE history",
          "DROP TABLE bare_events", "DROP INDEX deliveries_ended", "DROP INDEX deliveries_greeted",
          "DROP INDEX captures_by_age", "DROP INDEX deliveries_failed", "DROP TABLE further_keys",
          "ALTER TABLE destinations DROP COLUMN failing_since",
          "ALTER TABLE destinations DROP COLUMN mark", "DROP INDEX attempts_pinned",
          "ALTER TABLE attempts DROP COLUMN is_pinned", "ALTER TABLE attempts DROP COLUMN note",
          "ALTER TABLE captures DROP COLUMN is_pinned", "ALTER TABLE captures DROP COLUMN note",
          "ALTER TABLE deliveries DROP COLUMN is_resend", "ALTER TABLE events DROP COLUMN headers",
          "PRAGMA user_version = 1"})
        database.run(QString::fromLatin1(statement));
    return database.settle().has_value();
}
