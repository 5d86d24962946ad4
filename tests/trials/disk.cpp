// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/disk.h"

#include <algorithm>

namespace Core {

namespace {

constexpr qint64 SectorBytes = 512;

/// What becomes of a file's pending writes.
enum class Fate {
    None,
    All,
    Beginning,
    Some,
    Torn, ///< some, sector by sector
};
constexpr int FateCount = 5;

bool isHeads(QRandomGenerator &random)
{
    return random.bounded(2) == 0;
}

void put(QByteArray &content, qint64 offset, QByteArrayView bytes)
{
    if (content.size() < offset + bytes.size())
        content.append(offset + bytes.size() - content.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), content.begin() + offset);
}

void perform(QByteArray &content, const DiskStep &step)
{
    if (step.kind == DiskStep::Kind::Write)
        put(content, step.offset, step.bytes);
    else
        content.resize(step.offset, '\0');
}

void performTorn(QByteArray &content, const DiskStep &step, QRandomGenerator &random)
{
    if (step.kind != DiskStep::Kind::Write) {
        if (isHeads(random))
            perform(content, step);
        return;
    }
    const qint64 end = step.offset + step.bytes.size();
    for (qint64 begin = step.offset; begin < end;) {
        const qint64 sectorEnd = std::min(end, (begin / SectorBytes + 1) * SectorBytes);
        if (isHeads(random))
            put(content, begin,
                QByteArrayView(step.bytes).sliced(begin - step.offset, sectorEnd - begin));
        begin = sectorEnd;
    }
}

} // namespace

Disk::Disk(const DiskImage &files)
{
    for (const auto &[name, content] : files)
        m_durable.insert(name, std::make_shared<File>(File{content, {}}));
    m_present = m_durable;
}

void Disk::apply(const DiskStep &step)
{
    switch (step.kind) {
    case DiskStep::Kind::Create:
        enter(step.name, std::make_shared<File>());
        break;
    case DiskStep::Kind::Remove:
        enter(step.name, nullptr);
        break;
    case DiskStep::Kind::Write:
    case DiskStep::Kind::Truncate:
        m_present.value(step.name)->pending.append(step);
        break;
    case DiskStep::Kind::Sync: {
        File &file = *m_present.value(step.name);
        for (const DiskStep &written : std::exchange(file.pending, {}))
            perform(file.durable, written);
        break;
    }
    case DiskStep::Kind::SyncDirectory:
        m_durable = m_present;
        m_pending.clear();
        break;
    }
}

void Disk::enter(const QString &name, const std::shared_ptr<File> &file)
{
    m_pending.append({name, file});
    enter(m_present, name, file);
}

void Disk::enter(Entries &entries, const QString &name, const std::shared_ptr<File> &file)
{
    if (file)
        entries.insert(name, file);
    else
        entries.remove(name);
}

DiskImage Disk::cut(QRandomGenerator &random) const
{
    Entries entries = m_durable;
    const int entryCount = random.bounded(static_cast<int>(m_pending.size()) + 1);
    for (const auto &[name, file] : m_pending.mid(0, entryCount))
        enter(entries, name, file);
    DiskImage image;
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it)
        image.emplace(it.key(), survivor(**it, random));
    return image;
}

QByteArray Disk::survivor(const File &file, QRandomGenerator &random)
{
    const auto fate = static_cast<Fate>(random.bounded(FateCount));
    const int beginning = random.bounded(static_cast<int>(file.pending.size()) + 1);
    QByteArray content = file.durable;
    for (qsizetype i = 0; i < file.pending.size(); ++i) {
        const bool isWhole = fate == Fate::All || (fate == Fate::Beginning && i < beginning)
            || (fate == Fate::Some && isHeads(random));
        if (isWhole)
            perform(content, file.pending.at(i));
        else if (fate == Fate::Torn)
            performTorn(content, file.pending.at(i), random);
    }
    return content;
}

} // namespace Core
