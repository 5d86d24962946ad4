// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/log.h"
#include "core/store/storageerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <sqlite3.h>

namespace Core {

namespace {

/// How many steps of SQLite's machine pass between two looks at whether a statement is still
/// wanted: a tenth of a millisecond, and too many for what is read by its key to be asked.
constexpr int StepsBetweenLooks = 2'000;

QString newConnectionName()
{
    static std::atomic<int> counter{0};
    return QStringLiteral("hookpost-%1").arg(++counter);
}

} // namespace

Rows::Rows(Database &database, QSqlQuery *statement)
    : m_database(database)
    , m_statement(statement)
{
}

Rows::Rows(Database &database, std::unique_ptr<QSqlQuery> statement)
    : m_database(database)
    , m_own(std::move(statement))
    , m_statement(m_own.get())
{
}

Rows::~Rows()
{
    if (m_statement)
        m_statement->finish();
}

bool Rows::next()
{
    m_column = 0;
    if (!m_statement)
        return false;
    if (m_statement->next())
        return true;
    // A page that cannot be read ends the rows as well, and must not pass for their end.
    if (m_statement->lastError().isValid())
        m_database.fail(m_statement->lastError());
    return false;
}

Database::~Database()
{
    close();
}

Result<> Database::open(const QString &path, Access access)
{
    close();
    m_path = path;
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    m_connection.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000");
    if (access != Access::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Access::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(QStringLiteral("immutable=1"));
        m_connection.setDatabaseName(url.toString(QUrl::FullyEncoded));
    }
    m_connection.setConnectOptions(options);
    if (m_connection.open()) {
        installWithdrawal();
        return {};
    }
    fail(m_connection.lastError());
    const Error error = takeFailure();
    close();
    return error;
}

void Database::close()
{
    if (!m_connection.isValid())
        return;
    m_statements.clear();
    m_failure.reset();
    m_isDamaged = false;
    const QString name = m_connection.connectionName();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool Database::isOpen() const
{
    return m_connection.isOpen();
}

sqlite3 *Database::handle() const
{
    return *static_cast<sqlite3 *const *>(m_connection.driver()->handle().constData());
}

void Database::setBringsLogHome(bool bringsHome) const
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, bringsHome ? 0 : 1, nullptr);
}

void Database::setWithdrawal(std::function<bool()> isWithdrawn)
{
    m_isWithdrawn = std::move(isWithdrawn);
    if (isOpen())
        installWithdrawal();
}

void Database::installWithdrawal()
{
    const auto isWithdrawn
        = [](void *self) { return static_cast<const Database *>(self)->m_isWithdrawn() ? 1 : 0; };
    sqlite3_progress_handler(handle(), m_isWithdrawn ? StepsBetweenLooks : 0, isWithdrawn, this);
}

Rows Database::selectOnce(const QString &sql, const QVariantList &values)
{
    return {*this, executeOnce(sql, values)};
}

void Database::run(const QString &sql)
{
    executeOnce(sql, {});
}

void Database::rollBack()
{
    if (sqlite3_get_autocommit(handle()) == 0)
        run(QStringLiteral("ROLLBACK"));
}

bool Database::isDamaged() const
{
    return m_isDamaged;
}

bool Database::hasFailed() const
{
    return m_failure != nullptr;
}

Error Database::takeFailure()
{
    Q_ASSERT(m_failure);
    return *std::exchange(m_failure, nullptr);
}

Result<> Database::settle()
{
    if (hasFailed())
        return takeFailure();
    return {};
}

QSqlQuery *Database::execute(std::string_view sql, std::initializer_list<QVariant> values)
{
    QSqlQuery *statement = prepared(sql);
    if (!statement)
        return nullptr;
    for (const QVariant &value : values)
        statement->addBindValue(value);
    if (statement->exec())
        return statement;
    fail(statement->lastError());
    statement->finish();
    return nullptr;
}

QSqlQuery *Database::prepared(std::string_view sql)
{
    if (m_failure)
        return nullptr;
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return &found->second;
    QSqlQuery statement(m_connection);
    statement.setForwardOnly(true);
    if (!statement.prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())))) {
        fail(statement.lastError());
        return nullptr;
    }
    return &m_statements.emplace(sql, std::move(statement)).first->second;
}

std::unique_ptr<QSqlQuery> Database::executeOnce(const QString &sql, const QVariantList &values)
{
    if (m_failure)
        return nullptr;
    auto statement = std::make_unique<QSqlQuery>(m_connection);
    statement->setForwardOnly(true);
    bool isDone = statement->prepare(sql);
    for (const QVariant &value : values)
        statement->addBindValue(value);
    isDone = isDone && statement->exec();
    if (isDone)
        return statement;
    fail(statement->lastError());
    return nullptr;
}

void Database::fail(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const QString reason = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    if (!isWithdrawal(code))
        qCWarning(lcStore).nospace() << "failed code=" << code << " reason=" << reason;
    if (isDamage(code) && isOpen()) {
        m_isDamaged = true;
        setBringsLogHome(false);
    }
    m_failure = std::make_unique<Error>(
        isDamage(code) ? damagedError(QStringLiteral("%1 is damaged").arg(m_path))
                       : errorOf(code, systemError(), reason));
}

int Database::systemError() const
{
    return isOpen() ? sqlite3_system_errno(handle()) : 0;
}

} // namespace Core
