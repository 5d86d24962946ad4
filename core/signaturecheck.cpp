// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signaturecheck.h"

#include "core/dispatch/signaturejudge.h"
#include "core/model/directory.h"
#include "core/store/archive.h"

namespace Core {

/// A request with the destination whose secret may have signed it; null for none.
struct SignatureCheck::Question
{
    LogKey row;
    DestinationId destination;
    SignedRequest request;
};

SignatureCheck::SignatureCheck(const Directory &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
}

SignatureCheck::~SignatureCheck() = default;

void SignatureCheck::open(Archive &archive)
{
    m_archive = &archive;
}

void SignatureCheck::close()
{
    m_archive = nullptr;
}

void SignatureCheck::check(const LogKey &row)
{
    if (!m_archive || row.isNull())
        return;
    const auto read = [row](Records &records) -> Result<Question> {
        if (!row.isCapture()) {
            const auto record = records.attempt(row.attempt());
            if (!record)
                return record.error();
            const Attempt &attempt = record->attempt;
            const bool isWhole = record->requestBody.size() == attempt.requestBytes;
            return Question{row,
                            attempt.destination,
                            {record->transcript.requestHeaders, record->requestBody,
                             attempt.startedAt, isWhole}};
        }
        const auto record = records.capture(row.capture());
        if (!record)
            return record.error();
        const Capture &capture = record->capture;
        const auto delivery = records.delivery(capture.delivery);
        return Question{row,
                        delivery ? delivery->delivery.destination : DestinationId{},
                        {record->headers, record->body, capture.receivedAt, false}};
    };
    m_archive->ask<Question>(read, this, [this](const Result<Question> &question) {
        if (question)
            judge(*question);
    });
}

void SignatureCheck::judge(const Question &question)
{
    const auto *const entry = m_directory.find(question.destination);
    const Secrets secrets = entry ? entry->registration.secrets : Secrets{};
    if (!m_archive)
        return;
    // Not for the records, but because a large body takes a while, for which the engine has none.
    m_archive->ask<SignatureReport>(
        [question, secrets](Records & /*records*/) -> Result<SignatureReport> {
            SignatureReport report = judgeSignatures(question.request, secrets);
            report.row = question.row;
            return report;
        },
        this,
        [this](const Result<SignatureReport> &report) {
            if (report)
                emit checked(*report);
        });
}

} // namespace Core
