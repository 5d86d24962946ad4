// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportfile.h"

namespace Core {

Result<ExportRow> readRow(Records &records, LogKey key)
{
    ExportRow row;
    if (key.isCapture()) {
        auto capture = records.capture(key.capture());
        if (!capture)
            return capture.error();
        row.capture = *std::move(capture);
    } else {
        auto attempt = records.attempt(key.attempt());
        if (!attempt)
            return attempt.error();
        row.attempt = *std::move(attempt);
    }
    return row;
}

ExportFile::ExportFile(const ExportOrder &order)
    : m_format(order.format)
    , m_isRedacted(order.isRedacted)
    , m_file(order.path)
{
}

ExportFile::~ExportFile() = default;

Result<> ExportFile::open()
{
    // Before the first byte, so that nobody reads what is on its way.
    if (!m_file.open(QIODevice::WriteOnly)
        || !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure();
    return put(frameOf(m_format).head);
}

Result<> ExportFile::write(Records &records, const QList<LogKey> &rows, ExportProgress &progress)
{
    for (const LogKey key : rows) {
        auto row = readRow(records, key);
        if (!row && row.error().code == ErrorCode::NotFound) {
            ++progress.gone;
            continue;
        }
        if (!row)
            return row.error();
        const ExportRow wanted = m_isRedacted ? redacted(*std::move(row)) : *std::move(row);
        const QByteArray separator = m_isEmpty ? QByteArray() : frameOf(m_format).separator;
        if (auto put = this->put(separator + exported(wanted, m_format)); !put)
            return put;
        m_isEmpty = false;
        ++progress.written;
    }
    return {};
}

Result<> ExportFile::finish()
{
    const bool isNothing = m_isEmpty && m_format == ExportFormat::JsonLines;
    if (auto put = this->put(isNothing ? QByteArray() : frameOf(m_format).foot); !put)
        return put;
    if (!m_file.commit())
        return failure();
    return {};
}

Result<> ExportFile::put(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return failure();
    return {};
}

Error ExportFile::failure() const
{
    return {ErrorCode::Storage,
            QStringLiteral("The file cannot be written: %1.").arg(m_file.errorString()),
            {},
            {}};
}

} // namespace Core
