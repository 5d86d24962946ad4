// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/export/exportfile.h"
#include "core/store/archive.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace Core {

/// Some of the keys of all rows, and where the next ones begin.
struct KeyPage
{
    QList<LogKey> keys;
    qint64 attemptsBefore = 0;
    qint64 capturesBefore = 0;
    bool isLast = false;
};

namespace {

constexpr int RowsAPage = 1000; ///< of keys
constexpr qsizetype RowsAStep = 50; ///< of both messages
constexpr int PreviewedRows = 20;

Result<KeyPage> readPage(Records &records, const KeyPage &last, int limit)
{
    LogQuery query;
    query.before = last.attemptsBefore;
    query.limit = limit;
    const auto attempts = last.attemptsBefore < 0 ? QList<Attempt>() : records.attempts(query);
    if (!attempts)
        return attempts.error();
    query.before = last.capturesBefore;
    const auto captures = last.capturesBefore < 0 ? QList<Capture>() : records.captures(query);
    if (!captures)
        return captures.error();
    KeyPage page;
    for (const Attempt &attempt : *attempts)
        page.keys.append(LogKey::of(attempt.id));
    for (const Capture &capture : *captures)
        page.keys.append(LogKey::of(capture.id));
    page.attemptsBefore = attempts->isEmpty() ? -1 : attempts->last().id.value;
    page.capturesBefore = captures->isEmpty() ? -1 : captures->last().id.value;
    page.isLast = attempts->isEmpty() && captures->isEmpty();
    return page;
}

/// The newest rows that \a order names.
Result<QList<LogKey>> newestRows(Records &records, const ExportOrder &order)
{
    QList<LogKey> keys;
    if (order.rows) {
        keys = *order.rows;
    } else {
        const auto page = readPage(records, {}, PreviewedRows);
        if (!page)
            return page.error();
        keys = page->keys;
    }
    std::sort(keys.begin(), keys.end(), std::greater<>());
    return keys.first(std::min(keys.size(), qsizetype{PreviewedRows}));
}

Result<ExportPreview> previewOf(Records &records, const ExportOrder &order)
{
    const auto keys = newestRows(records, order);
    if (!keys)
        return keys.error();
    ExportPreview preview;
    QHash<QString, int> counts; // names of fields are the same in any case
    QHash<QString, QString> names;
    for (const LogKey key : *keys) {
        const auto row = readRow(records, key);
        if (!row && row.error().code != ErrorCode::NotFound)
            return row.error();
        if (!row)
            continue;
        ++preview.rows;
        for (const QString &name : maskedIn(*row)) {
            ++counts[name.toLower()];
            names.insert(name.toLower(), name);
        }
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        preview.masked.append({names.value(count.key()), *count});
    std::sort(preview.masked.begin(), preview.masked.end(),
              [](const MaskedName &one, const MaskedName &other) {
                  return std::pair(-one.count, one.name) < std::pair(-other.count, other.name);
              });
    return preview;
}

} // namespace

/// An export that is under way.
struct Exporter::Job
{
    explicit Job(const ExportOrder &wanted)
        : order(wanted)
        , file(std::make_shared<ExportFile>(wanted))
    {
    }

    ExportOrder order;
    std::shared_ptr<ExportFile> file; ///< used on the archive's thread alone
    QList<LogKey> keys;
    KeyPage page; ///< the last that was gathered
    qsizetype next = 0; ///< the first key that has not been written
    ExportProgress progress;
    bool isStopped = false;
};

Exporter::Exporter(QObject *parent)
    : QObject(parent)
{
}

Exporter::~Exporter() = default;

void Exporter::open(Archive &archive)
{
    m_archive = &archive;
}

void Exporter::close()
{
    for (const JobPointer &job : std::as_const(m_jobs))
        job->isStopped = true;
    m_archive = nullptr;
}

void Exporter::preview(const ExportOrder &order)
{
    const auto tell = [this, ticket = order.ticket](const Result<ExportPreview> &result) {
        ExportPreview preview;
        if (result)
            preview = *result;
        else
            preview.error = result.error();
        preview.ticket = ticket;
        emit previewed(preview);
    };
    if (!m_archive)
        return tell(notRunning());
    m_archive->ask<ExportPreview>([order](Records &records) { return previewOf(records, order); },
                                  this, tell);
}

void Exporter::start(const ExportOrder &order)
{
    const auto job = std::make_shared<Job>(order);
    job->progress.ticket = order.ticket;
    m_jobs.append(job);
    if (!m_archive)
        return end(job, notRunning());
    if (!order.rows)
        return gather(job);
    job->keys = *order.rows;
    begin(job);
}

void Exporter::stop(Ticket ticket)
{
    for (const JobPointer &job : std::as_const(m_jobs)) {
        if (job->order.ticket == ticket)
            job->isStopped = true;
    }
}

/// A million keys are a few megabytes; the rows themselves are never gathered.
void Exporter::gather(const JobPointer &job)
{
    if (job->isStopped || !m_archive)
        return end(job, std::nullopt);
    m_archive->ask<KeyPage>(
        [last = job->page](Records &records) { return readPage(records, last, RowsAPage); }, this,
        [this, job](const Result<KeyPage> &page) {
            if (!page)
                return end(job, page.error());
            job->keys += page->keys;
            job->page = *page;
            job->page.keys.clear();
            page->isLast ? begin(job) : gather(job);
        });
}

void Exporter::begin(const JobPointer &job)
{
    if (job->isStopped || !m_archive)
        return end(job, std::nullopt);
    std::sort(job->keys.begin(), job->keys.end());
    job->progress.total = job->keys.size();
    m_archive->ask<ExportProgress>(
        [file = job->file, progress = job->progress](Records &) -> Result<ExportProgress> {
            if (const auto opened = file->open(); !opened)
                return opened.error();
            return progress;
        },
        this, [this, job](const Result<ExportProgress> &progress) { take(job, progress); });
}

void Exporter::goOn(const JobPointer &job)
{
    const QList<LogKey> step = job->keys.mid(job->next, RowsAStep);
    job->next += step.size();
    m_archive->ask<ExportProgress>(
        [file = job->file, step,
         progress = job->progress](Records &records) -> Result<ExportProgress> {
            ExportProgress now = progress;
            now.isDone = step.isEmpty();
            const auto written = now.isDone ? file->finish() : file->write(records, step, now);
            if (!written)
                return written.error();
            return now;
        },
        this, [this, job](const Result<ExportProgress> &progress) { take(job, progress); });
}

void Exporter::take(const JobPointer &job, const Result<ExportProgress> &progress)
{
    if (!progress)
        return end(job, progress.error());
    job->progress = *progress;
    if (progress->isDone || job->isStopped || !m_archive)
        return end(job, std::nullopt);
    emit advanced(job->progress);
    goOn(job);
}

void Exporter::end(const JobPointer &job, const std::optional<Error> &error)
{
    m_jobs.removeOne(job);
    job->progress.isStopped = !job->progress.isDone && !error;
    job->progress.isDone = true;
    job->progress.error = error;
    emit advanced(job->progress);
}

} // namespace Core
