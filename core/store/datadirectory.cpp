// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/datadirectory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Core {

namespace {

constexpr mode_t OwnerOnly = 0700;
constexpr mode_t OwnerFile = 0600;

Error directoryError(const QString &path, const QString &reason)
{
    return {ErrorCode::Storage,
            QStringLiteral("The directory %1 cannot be used: %2.").arg(path, reason),
            {},
            {}};
}

Error systemError(const QString &path)
{
    return directoryError(path, qt_error_string(errno));
}

Result<> makeDirectory(const QString &path)
{
    const QString parent = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(parent)) {
        if (auto made = makeDirectory(parent); !made)
            return made;
    }
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), OwnerOnly) != 0)
        return errno == EEXIST ? Result<>() : systemError(path);
    // The umask may have taken away more than it should.
    if (::chmod(name.constData(), OwnerOnly) != 0 || !syncDirectory(parent))
        return systemError(path);
    return {};
}

Result<> checkDirectory(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return systemError(path);
    if (!S_ISDIR(facts.st_mode))
        return directoryError(path, QStringLiteral("it is not a directory"));
    if (facts.st_uid != ::geteuid())
        return directoryError(path, QStringLiteral("it belongs to somebody else"));
    if ((facts.st_mode & S_IWOTH) != 0)
        return directoryError(path, QStringLiteral("everybody may write into it"));
    return {};
}

/// Who has a directory, as far as that is known.
struct Owner
{
    QString process;
    QString address; ///< of its HTTP interface
};

// Nobody but the owner of the lock writes here, and what is read is only told to people.
Owner ownerIn(int lock)
{
    std::array<char, 128> text{};
    const ssize_t size = ::pread(lock, text.data(), text.size(), 0);
    if (size <= 0)
        return {};
    const QString lines = QString::fromLatin1(text.data(), size);
    return {lines.section(u'\n', 0, 0).trimmed(), lines.section(u'\n', 1, 1).trimmed()};
}

Error takenError(const QString &path, const Owner &owner)
{
    const QString sentence = owner.process.isEmpty()
        ? QStringLiteral("Another Hookpost uses the directory %1.").arg(path)
        : QStringLiteral("Another Hookpost (process %1) uses the directory %2.")
              .arg(owner.process, path);
    QString hint = QStringLiteral("Stop it, or start with another --data-dir.");
    if (!owner.address.isEmpty())
        hint += u' ' + QStringLiteral("Its HTTP interface is at %1.").arg(owner.address);
    return {ErrorCode::Conflict, sentence, {}, hint};
}

/// It is for people only, so a full disk is no reason to refuse.
void note(const Owner &owner, int lock)
{
    QByteArray text = owner.process.toLatin1() + '\n';
    if (!owner.address.isEmpty())
        text += owner.address.toLatin1() + '\n';
    [[maybe_unused]] const bool isWritten = ::fchmod(lock, OwnerFile) == 0
        && ::ftruncate(lock, 0) == 0 && ::pwrite(lock, text.constData(), text.size(), 0) > 0;
}

} // namespace

bool syncDirectory(const QString &path)
{
    const int directory
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return false;
    // Some file systems know no such thing.
    const bool isDone = ::fsync(directory) == 0 || errno == EINVAL;
    ::close(directory);
    return isDone;
}

Result<> makePrivateDirectory(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!QFileInfo::exists(absolute)) {
        if (auto made = makeDirectory(absolute); !made)
            return made;
    }
    return checkDirectory(absolute);
}

DataDirectory::DataDirectory(QString path)
    : m_path(std::move(path))
{
}

DataDirectory::~DataDirectory()
{
    release();
}

QString DataDirectory::defaultPath()
{
    // By the specification a relative path there counts as none.
    const QString home = qEnvironmentVariable("XDG_DATA_HOME");
    const QString base
        = QDir::isAbsolutePath(home) ? home : QDir::homePath() + QStringLiteral("/.local/share");
    return base + QStringLiteral("/hookpost");
}

const QString &DataDirectory::path() const
{
    return m_path;
}

Result<> DataDirectory::acquire()
{
    if (m_lock >= 0)
        return {};
    if (auto made = makePrivateDirectory(m_path); !made)
        return made;
    const QString file = m_path + QStringLiteral("/lock");
    const int lock = ::open(QFile::encodeName(file).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, OwnerFile);
    if (lock < 0)
        return systemError(m_path);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const Error error
            = errno == EWOULDBLOCK ? takenError(m_path, ownerIn(lock)) : systemError(m_path);
        ::close(lock);
        return error;
    }
    // Somebody may have removed the file while another Hookpost had it. Some file systems lock
    // no directories.
    const int directory
        = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0 && ::flock(directory, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(directory);
        ::close(lock);
        return takenError(m_path, {});
    }
    note({QString::number(::getpid()), {}}, lock);
    m_lock = lock;
    m_directory = directory;
    return {};
}

void DataDirectory::noteAddress(const QString &url) const
{
    if (m_lock >= 0)
        note({QString::number(::getpid()), url}, m_lock);
}

void DataDirectory::release()
{
    if (m_lock < 0)
        return;
    // The file stays: to remove it would let two others lock two files of that name.
    ::close(m_lock);
    m_lock = -1;
    if (m_directory >= 0)
        ::close(m_directory);
    m_directory = -1;
}

} // namespace Core
