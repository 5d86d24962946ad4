// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sqlvalue.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace Core {

class Database;

/// The rows of one statement, each read column by column from the left.
///
/// Borrows: a prepared statement, which is free for its next use once this is gone.
class Rows final
{
    Q_DISABLE_COPY_MOVE(Rows)

public:
    Rows(Database &database, QSqlQuery *statement);
    Rows(Database &database, std::unique_ptr<QSqlQuery> statement);
    ~Rows();

    bool next();

    template<typename T>
    Rows &operator>>(T &value)
    {
        fromSql(m_statement->value(m_column++), value);
        return *this;
    }

    template<typename T>
    T take()
    {
        T value{};
        *this >> value;
        return value;
    }

private:
    Database &m_database;
    std::unique_ptr<QSqlQuery> m_own;
    QSqlQuery *m_statement; ///< null when the statement failed: no rows
    int m_column = 0;
};

/// One connection to a SQLite file. Statements stay prepared for its life.
///
/// Thread: the one that opened it.
/// Errors: the first one sticks until takeFailure(); what is asked after it does nothing and finds
/// no rows, so that a chain of statements is judged once, at its end.
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable, ///< read only, and nobody changes the file: nothing is needed beside it
    };

    Database() = default;
    ~Database();

    Result<> open(const QString &path, Access access);
    void close(); ///< Forgives being called twice.
    bool isOpen() const;
    const QString &path() const { return m_path; } ///< as it was opened last
    sqlite3 *handle() const; ///< While it is open; for what Qt has no words for.

    /// Whether the last connection to close brings the write-ahead log home. Not doing so leaves
    /// every byte of the file as it is.
    void setBringsLogHome(bool bringsHome) const;

    /// Statements end with an error soon after \a isWithdrawn, which they ask now and then, says
    /// so; empty for none. Stays over close() and open().
    void setWithdrawal(std::function<bool()> isWithdrawn);

    /// Runs a statement that stays prepared; \a sql must live as long as the program. Returns the
    /// number of rows that it changed.
    template<typename... Values>
    int change(std::string_view sql, const Values &...values)
    {
        QSqlQuery *statement = execute(sql, {toSql(values)...});
        return statement ? statement->numRowsAffected() : 0;
    }

    /// As change(), for one new row, whose number it returns; 0 when none was made.
    template<typename... Values>
    qint64 insert(std::string_view sql, const Values &...values)
    {
        QSqlQuery *statement = execute(sql, {toSql(values)...});
        const bool isMade = statement && statement->numRowsAffected() > 0;
        return isMade ? statement->lastInsertId().toLongLong() : 0;
    }

    /// As change(), for a statement that yields rows.
    template<typename... Values>
    Rows select(std::string_view sql, const Values &...values)
    {
        return {*this, execute(sql, {toSql(values)...})};
    }

    /// For a statement whose text is made for this one use.
    Rows selectOnce(const QString &sql, const QVariantList &values = {});
    void run(const QString &sql);

    /// Ends the open transaction, if SQLite has not done so by itself, as it does on a full disk.
    void rollBack();

    /// Whether a statement has met pages that make no sense; stays so until close(), which then
    /// leaves the write-ahead log alone.
    bool isDamaged() const;

    bool hasFailed() const;
    Error takeFailure();

    /// The failure, if there was one, else \a value.
    template<typename T>
    Result<T> settle(T value)
    {
        if (hasFailed())
            return takeFailure();
        return value;
    }
    Result<> settle();

private:
    friend class Rows;

    void installWithdrawal();

    QSqlQuery *execute(std::string_view sql, std::initializer_list<QVariant> values);
    QSqlQuery *prepared(std::string_view sql);
    std::unique_ptr<QSqlQuery> executeOnce(const QString &sql, const QVariantList &values);
    void fail(const QSqlError &error);
    int systemError() const;

    QSqlDatabase m_connection;
    std::unordered_map<std::string_view, QSqlQuery> m_statements;
    std::unique_ptr<Error> m_failure;
    QString m_path;
    bool m_isDamaged = false;
    std::function<bool()> m_isWithdrawn;
};

} // namespace Core
