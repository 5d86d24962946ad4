// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portholder.h"

#include <QCoreApplication>
#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace Core;
using Http::freePortAbove;
using Http::takenPort;

/// Who holds a port: of this machine, and of one that is written down.
class TestPortHolder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ourOwnSocketIsOurs();
    void theHolderIsNamed();
    void aHolderThatIsNotToldHasNoName();
    void whoOnlyTalksHoldsNothing();
    void theNextFreePortIsFound();
    void whereNothingIsToldNobodyListens();

private:
    void write(const QString &path, const QByteArray &text) const;
    void addProcess(int id, const QByteArray &name, const char *socket) const;
    QString proc() const { return m_proc->path(); }

    std::unique_ptr<QTemporaryDir> m_proc;
};

void TestPortHolder::init()
{
    m_proc = std::make_unique<QTemporaryDir>();
    // 8090 and 8092 are listened on, and somebody talks from 8091.
    write(QStringLiteral("net/tcp"),
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  "
          "timeout inode\n"
          "   0: 0100007F:1F9A 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000 0 "
          "4242 1 0000000000000000 100 0 0 10 0\n"
          "   1: 0100007F:1F9B 0100007F:0050 01 00000000:00000000 00:00000000 00000000  1000 0 "
          "4243 1 0000000000000000 20 4 30 10 -1\n");
    write(QStringLiteral("net/tcp6"),
          "  sl  local_address                         remote_address                        st\n"
          "   0: 00000000000000000000000000000000:1F9C 00000000000000000000000000000000:0000 0A "
          "00000000:00000000 00:00000000 00000000     0        0 4244 1 0000000000000000 100\n");
}

void TestPortHolder::write(const QString &path, const QByteArray &text) const
{
    QFile file(m_proc->filePath(path));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestPortHolder::addProcess(int id, const QByteArray &name, const char *socket) const
{
    const QString folder = QString::number(id);
    write(folder + QStringLiteral("/comm"), name + '\n');
    QVERIFY(QDir(m_proc->path()).mkpath(folder + QStringLiteral("/fd")));
    const QString link = m_proc->filePath(folder + QStringLiteral("/fd/5"));
    std::filesystem::create_symlink(socket, link.toStdString());
}

void TestPortHolder::ourOwnSocketIsOurs()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto taken = takenPort(server.serverPort());
    QVERIFY(taken.has_value());
    QCOMPARE(taken->holderId, QCoreApplication::applicationPid());
    QVERIFY(QStringLiteral("tst_portholder").startsWith(taken->holderName));
    const quint16 port = server.serverPort();
    server.close();
    QVERIFY(!takenPort(port));
}

void TestPortHolder::theHolderIsNamed()
{
    addProcess(811, "other", "socket:[42420]");
    addProcess(812, "ng\x1b[2Jinx", "socket:[4242]");
    const auto taken = takenPort(8090, proc());
    QVERIFY(taken == (TakenPort{8090, false, 812, QStringLiteral("ng?[2Jinx"), 0}));
}

void TestPortHolder::aHolderThatIsNotToldHasNoName()
{
    addProcess(812, "nginx", "socket:[4242]");
    QVERIFY(takenPort(8092, proc()) == (TakenPort{8092, false, 0, {}, 0}));
}

void TestPortHolder::whoOnlyTalksHoldsNothing()
{
    addProcess(812, "nginx", "socket:[4243]");
    QVERIFY(!takenPort(8091, proc()));
    QVERIFY(!takenPort(8093, proc()));
}

void TestPortHolder::theNextFreePortIsFound()
{
    QCOMPARE(freePortAbove(8090, {8091}, proc()), quint16(8093));
    QCOMPARE(freePortAbove(8090, {}, proc()), quint16(8091));
    QCOMPARE(freePortAbove(65'535, {}, proc()), quint16(0));
}

void TestPortHolder::whereNothingIsToldNobodyListens()
{
    QVERIFY(!takenPort(8090, QStringLiteral("/nonexistent")));
}

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_portholder.moc"
