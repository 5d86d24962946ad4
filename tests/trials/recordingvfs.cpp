// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/recordingvfs.h"

#include <QFileInfo>
#include <QSet>

#include <new>
#include <sqlite3.h>

namespace Core {

namespace {

constexpr int RecordedFiles = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
constexpr int DirectorySyncedFiles = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;

QString nameOf(const char *path)
{
    return QFileInfo(QString::fromUtf8(path)).fileName();
}

} // namespace

class RecordingVfs::Shim final : public sqlite3_vfs
{
    Q_DISABLE_COPY_MOVE(Shim)

public:
    explicit Shim(Syncs syncs);
    ~Shim() { sqlite3_vfs_unregister(this); }

    bool isRecording = false;
    QList<DiskStep> steps;
    QSet<QString> present; ///< names

private:
    struct File;

    static Shim &of(sqlite3_vfs *vfs) { return *static_cast<Shim *>(vfs); }
    static int open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags,
                    int *flagsThen);
    static int remove(sqlite3_vfs *vfs, const char *path, int syncsDirectory);

    void sync(File &file);
    void syncDirectory();

    Syncs m_syncs;
    sqlite3_vfs *m_real;
};

/// An open file; the real one lies behind it in the memory that SQLite has set aside.
struct RecordingVfs::Shim::File : sqlite3_file
{
    Shim *shim = nullptr; ///< null for what is not recorded
    QString name;
    bool isDirectorySyncDue = false;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }

    static File &of(sqlite3_file *file) { return *static_cast<File *>(file); }
    static const sqlite3_io_methods *methods();

    void record(DiskStep::Kind kind, qint64 offset, const QByteArray &bytes = {}) const
    {
        if (shim)
            shim->steps.append({kind, name, offset, bytes});
    }

    static int close(sqlite3_file *file)
    {
        File &self = of(file);
        sqlite3_file *const real = self.real();
        const int result = real->pMethods->xClose(real);
        self.~File();
        return result;
    }
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
    {
        of(file).record(DiskStep::Kind::Write, offset,
                        QByteArray(static_cast<const char *>(bytes), count));
        sqlite3_file *const real = of(file).real();
        return real->pMethods->xWrite(real, bytes, count, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        of(file).record(DiskStep::Kind::Truncate, size);
        sqlite3_file *const real = of(file).real();
        return real->pMethods->xTruncate(real, size);
    }
    static int sync(sqlite3_file *file, int /*flags*/)
    {
        if (of(file).shim)
            of(file).shim->sync(of(file));
        return SQLITE_OK;
    }
    static int control(sqlite3_file *file, int operation, void *argument)
    {
        const bool isSeldom = of(file).shim && of(file).shim->m_syncs == Syncs::Seldom;
        if (isSeldom && operation == SQLITE_FCNTL_PRAGMA)
            makeSeldom(static_cast<char **>(argument));
        sqlite3_file *const real = of(file).real();
        return real->pMethods->xFileControl(real, operation, argument);
    }
    /// Has SQLite read another value than was given: \a words are a place for an answer, the
    /// pragma's name and its value, which SQLite goes on with as it finds it afterwards.
    static void makeSeldom(char **words)
    {
        if (qstricmp(words[1], "synchronous") == 0 && words[2] && qstrlen(words[2]) > 0)
            qstrcpy(words[2], "1");
    }
    // To write several pages in one step, as some file systems can, would hide their order.
    static int characteristics(sqlite3_file * /*file*/) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    /// Hands a call on as it is.
    template<auto Method, typename... Arguments>
    static auto forward(sqlite3_file *file, Arguments... arguments)
    {
        sqlite3_file *const real = of(file).real();
        return (real->pMethods->*Method)(real, arguments...);
    }
};

const sqlite3_io_methods *RecordingVfs::Shim::File::methods()
{
    using Methods = sqlite3_io_methods;
    // Version 2 has the shared memory of the log's index, but no way round xWrite().
    static const Methods table{
        .iVersion = 2,
        .xClose = close,
        .xRead = forward<&Methods::xRead>,
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = forward<&Methods::xFileSize>,
        .xLock = forward<&Methods::xLock>,
        .xUnlock = forward<&Methods::xUnlock>,
        .xCheckReservedLock = forward<&Methods::xCheckReservedLock>,
        .xFileControl = control,
        .xSectorSize = forward<&Methods::xSectorSize>,
        .xDeviceCharacteristics = characteristics,
        .xShmMap = forward<&Methods::xShmMap>,
        .xShmLock = forward<&Methods::xShmLock>,
        .xShmBarrier = forward<&Methods::xShmBarrier>,
        .xShmUnmap = forward<&Methods::xShmUnmap>,
        .xFetch = nullptr,
        .xUnfetch = nullptr,
    };
    return &table;
}

RecordingVfs::Shim::Shim(Syncs syncs)
    : sqlite3_vfs(*sqlite3_vfs_find(nullptr))
    , m_syncs(syncs)
    , m_real(sqlite3_vfs_find(nullptr))
{
    zName = "recording";
    szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    xOpen = open;
    xDelete = remove;
    sqlite3_vfs_register(this, 1);
}

int RecordingVfs::Shim::open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags,
                             int *flagsThen)
{
    Shim &self = of(vfs);
    File *const made = new (file) File;
    made->pMethods = nullptr; // which tells SQLite not to close what could not be opened
    const int result = self.m_real->xOpen(self.m_real, path, made->real(), flags, flagsThen);
    if (result != SQLITE_OK) {
        made->~File();
        return result;
    }
    made->pMethods = File::methods();
    if (!self.isRecording || (flags & RecordedFiles) == 0)
        return result;
    made->shim = &self;
    made->name = nameOf(path);
    // SQLite's own file layer syncs the directory along with the first sync of such a file.
    made->isDirectorySyncDue
        = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & DirectorySyncedFiles) != 0;
    if (!self.present.contains(made->name))
        made->record(DiskStep::Kind::Create, 0);
    self.present.insert(made->name);
    return result;
}

int RecordingVfs::Shim::remove(sqlite3_vfs *vfs, const char *path, int syncsDirectory)
{
    Shim &self = of(vfs);
    const QString name = nameOf(path);
    if (self.isRecording && self.present.remove(name)) {
        self.steps.append({DiskStep::Kind::Remove, name, 0, {}});
        if (syncsDirectory != 0)
            self.syncDirectory();
    }
    return self.m_real->xDelete(self.m_real, path, 0);
}

void RecordingVfs::Shim::sync(File &file)
{
    if (m_syncs == Syncs::Ignored)
        return;
    file.record(DiskStep::Kind::Sync, 0);
    if (std::exchange(file.isDirectorySyncDue, false))
        syncDirectory();
}

void RecordingVfs::Shim::syncDirectory()
{
    if (m_syncs != Syncs::Ignored)
        steps.append({DiskStep::Kind::SyncDirectory, {}, 0, {}});
}

RecordingVfs::RecordingVfs(Syncs syncs)
    : m_shim(std::make_unique<Shim>(syncs))
{
}

RecordingVfs::~RecordingVfs() = default;

void RecordingVfs::startRecording(const DiskImage &files)
{
    m_shim->isRecording = true;
    m_shim->steps.clear();
    m_shim->present.clear();
    for (const auto &[name, content] : files)
        m_shim->present.insert(name);
}

void RecordingVfs::stopRecording()
{
    m_shim->isRecording = false;
}

const QList<DiskStep> &RecordingVfs::steps() const
{
    return m_shim->steps;
}

} // namespace Core
