// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/disk.h"

#include <QSet>
#include <QTest>

#include <set>

using namespace Core;

namespace {

using Kind = DiskStep::Kind;

using Images = std::set<DiskImage>;

const QString Name = QStringLiteral("file");

/// Every image that a thousand power cuts after \a steps leave.
Images imagesAfter(const QList<DiskStep> &steps)
{
    Disk disk;
    for (const DiskStep &step : steps)
        disk.apply(step);
    QRandomGenerator random(1);
    Images images;
    for (int i = 0; i < 1000; ++i)
        images.insert(disk.cut(random));
    return images;
}

DiskImage one(const QByteArray &content)
{
    return {{Name, content}};
}

DiskStep createFile()
{
    return {Kind::Create, Name, 0, {}};
}

DiskStep writeFile(qint64 offset, const QByteArray &bytes)
{
    return {Kind::Write, Name, offset, bytes};
}

DiskStep truncateFile(qint64 size)
{
    return {Kind::Truncate, Name, size, {}};
}

DiskStep syncFile()
{
    return {Kind::Sync, Name, 0, {}};
}

DiskStep removeFile()
{
    return {Kind::Remove, Name, 0, {}};
}

DiskStep syncDirectory()
{
    return {Kind::SyncDirectory, {}, 0, {}};
}

} // namespace

class TestDisk final : public QObject
{
    Q_OBJECT

private slots:
    void leavesWhatMayBeLeft_data();
    void leavesWhatMayBeLeft();
    void tearsWritesAtSectors();
    void isTheSameForTheSameSeed();
    void beginsWithWhatIsGiven();
};

void TestDisk::leavesWhatMayBeLeft_data()
{
    QTest::addColumn<QList<DiskStep>>("steps");
    QTest::addColumn<Images>("images");
    using Steps = QList<DiskStep>;
    QTest::newRow("what was synced stays")
        << Steps{createFile(), syncDirectory(), writeFile(0, "ab"), syncFile()}
        << Images{one("ab")};
    QTest::newRow("what was not synced may be gone or there")
        << Steps{createFile(), syncDirectory(), writeFile(0, "ab")} << Images{one({}), one("ab")};
    QTest::newRow("later writes may survive without earlier ones")
        << Steps{createFile(), syncDirectory(), writeFile(0, "a"), writeFile(1, "b")}
        << Images{one({}), one("a"), one(QByteArray("\0b", 2)), one("ab")};
    QTest::newRow("a truncation may be undone")
        << Steps{createFile(), syncDirectory(), writeFile(0, "ab"), syncFile(), truncateFile(1)}
        << Images{one("ab"), one("a")};
    QTest::newRow("a new file may be gone unless its directory was synced")
        << Steps{createFile(), writeFile(0, "ab"), syncFile()} << Images{{}, one("ab")};
    QTest::newRow("a removed file may come back unless its directory was synced")
        << Steps{createFile(), writeFile(0, "ab"), syncFile(), syncDirectory(), removeFile()}
        << Images{{}, one("ab")};
    QTest::newRow("a removed file stays away once its directory was synced")
        << Steps{createFile(), syncDirectory(), removeFile(), syncDirectory()} << Images{{}};
    QTest::newRow("a file that was made anew is the old one, the new one or none")
        << Steps{createFile(), writeFile(0, "a"), syncFile(),        syncDirectory(),
                 removeFile(), createFile(),      writeFile(0, "b"), syncFile()}
        << Images{{}, one("a"), one("b")};
}

void TestDisk::leavesWhatMayBeLeft()
{
    QFETCH(QList<DiskStep>, steps);
    QFETCH(Images, images);
    QVERIFY(imagesAfter(steps) == images);
}

void TestDisk::tearsWritesAtSectors()
{
    const QByteArray bytes = QByteArray(12, 'a') + QByteArray(512, 'b') + QByteArray(3, 'c');
    const Images images = imagesAfter({createFile(), syncDirectory(), writeFile(500, bytes)});
    QSet<QByteArray> beginnings;
    for (const DiskImage &image : images)
        beginnings.insert(image.at(Name).mid(500, 12));
    QCOMPARE(images.size(), std::size_t{8});
    QVERIFY(images.contains(one(QByteArray(1024, '\0') + "ccc")));
    QVERIFY(images.contains(one(QByteArray(500, '\0') + QByteArray(12, 'a'))));
    QVERIFY((beginnings == QSet<QByteArray>{{}, QByteArray(12, '\0'), QByteArray(12, 'a')}));
}

void TestDisk::isTheSameForTheSameSeed()
{
    const QList<DiskStep> steps{createFile(), writeFile(0, QByteArray(5000, 'a')),
                                writeFile(100, QByteArray(5000, 'b'))};
    Disk disk;
    for (const DiskStep &step : steps)
        disk.apply(step);
    QRandomGenerator first(7);
    QRandomGenerator second(7);
    for (int i = 0; i < 100; ++i)
        QVERIFY(disk.cut(first) == disk.cut(second));
}

void TestDisk::beginsWithWhatIsGiven()
{
    Disk disk(one("ab"));
    QRandomGenerator random(1);
    QVERIFY(disk.cut(random) == one("ab"));
    disk.apply(writeFile(1, "c"));
    disk.apply(syncFile());
    QVERIFY(disk.cut(random) == one("ac"));
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
