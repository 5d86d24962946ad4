// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/exportorder.h"
#include "core/store/records.h"

#include <QObject>

#include <memory>

namespace Core {

class Archive;

/// Writes rows of the log to files, oldest first. Reading and writing happen on the archive's
/// thread, a few rows at a time, so that memory stays small and other questions are answered
/// meanwhile.
///
/// Thread: the engine's.
/// Borrows: the archive from open() to close().
/// Errors: told with the progress; what is not finished leaves no file behind.
class Exporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exporter)

public:
    explicit Exporter(QObject *parent = nullptr);
    ~Exporter() override;

    void open(Archive &archive);
    void close(); ///< Gives up what is under way. What is asked from now on is refused.

    void preview(const Core::ExportOrder &order);
    void start(const Core::ExportOrder &order);
    void stop(Core::Ticket ticket);

signals:
    void previewed(const Core::ExportPreview &preview);
    void advanced(const Core::ExportProgress &progress);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    void gather(const JobPointer &job);
    void begin(const JobPointer &job);
    void goOn(const JobPointer &job);
    void take(const JobPointer &job, const Result<ExportProgress> &progress);
    void end(const JobPointer &job, const std::optional<Error> &error);

    Archive *m_archive = nullptr; ///< null while nothing runs
    QList<JobPointer> m_jobs;
};

} // namespace Core
