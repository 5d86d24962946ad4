// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connections.h"
#include "core/store/databasefile.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"
#include "tests/trials/storeworkload.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace Core;

// Lets the real store work on a disk whose every write and sync is recorded, cuts the power at
// random steps, and opens what the disk may have kept with the real store again.

namespace {

constexpr int OneCutAgainIn = 4;

/// When what is left is opened.
Time restart()
{
    return at(1'000'000);
}

/// The controls are values of SQLite's pragma synchronous.
const QStringList Controls{QStringLiteral("off"), QStringLiteral("normal")};

RecordingVfs::Syncs syncsOf(const TrialOptions &options)
{
    if (!options.isControl)
        return RecordingVfs::Syncs::Recorded;
    return options.control == 0 ? RecordingVfs::Syncs::Ignored : RecordingVfs::Syncs::Seldom;
}

/// A moment at which the power is cut.
struct Cut
{
    qsizetype stepCount = 0; ///< that were asked of the disk before it
    std::size_t promise = 0; ///< the last that was given before it
};

QString toString(const Cut &cut)
{
    return QStringLiteral("cut after step %1: ").arg(cut.stepCount);
}

struct Findings
{
    int images = 0;
    int cutAgain = 0; ///< while they were recovered
    int keptInDoubt = 0; ///< that hold what was not answered yet
    int missingEvents = 0;
    int damaged = 0; ///< that cannot be opened, or are not whole
    QSet<size_t> distinct;
    QStringList faults;
};

/// So that a batch of few steps is met as often as one of thousands, first a batch is chosen.
QList<Cut> chooseCuts(const std::vector<Promise> &promises, int count, QRandomGenerator &random)
{
    QList<Cut> cuts;
    for (int i = 0; i < count; ++i) {
        const auto promise
            = static_cast<std::size_t>(random.bounded(static_cast<int>(promises.size()) - 1));
        const auto begin = promises.at(promise).stepCount;
        const auto end = promises.at(promise + 1).stepCount;
        cuts.append({begin + random.bounded(static_cast<int>(end - begin)), promise});
    }
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut &left, const Cut &right) { return left.stepCount < right.stepCount; });
    return cuts;
}

void writeImage(const QString &directory, const DiskImage &image)
{
    for (const auto &[name, content] : image) {
        QFile file(directory + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("an image cannot be written");
    }
}

size_t fingerprint(const DiskImage &image)
{
    size_t mixed = 0;
    for (const auto &[name, content] : image)
        mixed = qHashMulti(mixed, name, content);
    return mixed;
}

/// What a reader of SQLite itself says of the file; empty when all is well.
QString findDamage(const QString &directory)
{
    Database database;
    if (const auto connected = connectReader(database, databasePath(directory)); !connected)
        return connected.error().sentence;
    const QString integrity = pragmaValue(database, QStringLiteral("integrity_check"));
    if (integrity != u"ok")
        return integrity;
    return pragmaValue(database, QStringLiteral("foreign_key_check"));
}

Result<StoredFacts> openImage(const QString &directory)
{
    SqliteStore store(directory);
    const auto opened = store.open(restart());
    if (!opened)
        return opened.error();
    SqliteRecords records(directory);
    if (const auto readable = records.open(); !readable)
        return readable.error();
    auto facts = readFacts(store, records);
    records.close();
    const QString damage = findDamage(directory);
    if (!damage.isEmpty())
        return Error{ErrorCode::Storage, damage, {}, {}};
    return facts;
}

/// Cuts the power at one step after another and judges what is left.
///
/// Borrows: the recorder and the promises.
class PowerCutter final
{
public:
    PowerCutter(RecordingVfs &vfs, const std::vector<Promise> &promises, quint32 seed)
        : m_vfs(vfs)
        , m_promises(promises)
        , m_random(seed)
    {
    }

    Findings run(int count);

private:
    void judge(const DiskImage &image, const Cut &cut);
    void compare(const StoredFacts &found, const Cut &cut);
    DiskImage cutRecovery(const DiskImage &image);

    RecordingVfs &m_vfs;
    const std::vector<Promise> &m_promises;
    QRandomGenerator m_random;
    Findings m_tally;
};

Findings PowerCutter::run(int count)
{
    const QList<DiskStep> steps = m_vfs.steps();
    Disk disk;
    qsizetype done = 0;
    for (const Cut &cut : chooseCuts(m_promises, count, m_random)) {
        for (; done < cut.stepCount; ++done)
            disk.apply(steps.at(done));
        const DiskImage image = disk.cut(m_random);
        ++m_tally.images;
        judge(image, cut);
        if (m_random.bounded(OneCutAgainIn) > 0)
            continue;
        ++m_tally.cutAgain;
        judge(cutRecovery(image), cut);
    }
    return m_tally;
}

/// What the disk keeps when the power goes again while the store recovers.
DiskImage PowerCutter::cutRecovery(const DiskImage &image)
{
    const QTemporaryDir directory;
    writeImage(directory.path(), image);
    m_vfs.startRecording(image);
    SqliteStore store(directory.path());
    [[maybe_unused]] const auto opened = store.open(restart()); // judged by its image
    store.close();
    m_vfs.stopRecording();
    const int stepCount = m_random.bounded(static_cast<int>(m_vfs.steps().size()) + 1);
    Disk disk(image);
    for (const DiskStep &step : m_vfs.steps().mid(0, stepCount))
        disk.apply(step);
    return disk.cut(m_random);
}

void PowerCutter::judge(const DiskImage &image, const Cut &cut)
{
    const QTemporaryDir directory;
    writeImage(directory.path(), image);
    m_tally.distinct.insert(fingerprint(image));
    const auto found = openImage(directory.path());
    if (found)
        return compare(*found, cut);
    ++m_tally.damaged;
    m_tally.faults.append(toString(cut) + found.error().sentence);
}

void PowerCutter::compare(const StoredFacts &found, const Cut &cut)
{
    const StoredFacts promised = m_promises.at(cut.promise).facts.afterCrash(restart());
    const StoredFacts next = m_promises.at(cut.promise + 1).facts.afterCrash(restart());
    if (found == promised)
        return;
    if (found == next) {
        ++m_tally.keptInDoubt;
        return;
    }
    m_tally.faults.append(toString(cut)
                          + QStringLiteral("what is found is neither what was promised (%1) nor "
                                           "what was asked for next (%2)")
                                .arg(promised.differenceIn(found), next.differenceIn(found)));
    m_tally.missingEvents += promised.eventsMissingIn(found);
}

void print(const Findings &tally)
{
    printLine(QStringLiteral("%1 images, and %2 of them cut again while they were recovered; %3 "
                             "distinct, %4 hold more than was answered")
                  .arg(tally.images)
                  .arg(tally.cutAgain)
                  .arg(tally.distinct.size())
                  .arg(tally.keptInDoubt));
    printLine(QStringLiteral("acknowledged events missing: %1; damaged images: %2")
                  .arg(tally.missingEvents)
                  .arg(tally.damaged));
    printFaults(tally.faults);
    if (tally.faults.isEmpty())
        printLine(ruleOfThree(tally.images + tally.cutAgain, QStringLiteral("power cuts")));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Cuts the power at random steps and opens what the disk may have kept. "
                       "The controls are SQLite's pragma synchronous."),
        QStringLiteral("images"), 300, Controls);
    // A store that opens three hundred images need not tell of each.
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.store=false"));
    QElapsedTimer timer;
    timer.start();
    RecordingVfs vfs(syncsOf(options));
    vfs.startRecording();
    StoreWorkload workload(options.seed, vfs);
    workload.run();
    vfs.stopRecording();
    printLine(QStringLiteral("powercut: %1 images; %2 steps of the disk, %3 promises, %4 kinds of "
                             "change")
                  .arg(options.count)
                  .arg(vfs.steps().size())
                  .arg(workload.promises().size())
                  .arg(workload.kindCount()));
    const Findings tally = PowerCutter(vfs, workload.promises(), options.seed).run(options.count);
    print(tally);
    printLine(QStringLiteral("%1 s").arg(timer.elapsed() / 1000));
    return conclude(options, options.isControl ? tally.missingEvents == 0 : tally.faults.isEmpty());
}
