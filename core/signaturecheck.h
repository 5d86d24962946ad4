// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signaturereport.h"

#include <QObject>

namespace Core {

class Archive;
class Directory;
struct SignedRequest;
struct Secrets;

/// Makes the signatures of what was sent or received again, so that whoever looks at a row learns
/// what they are worth while no secret leaves the engine.
///
/// Thread: the engine's; bodies are read and hashed on the archive's.
/// Borrows: directory for its life; archive from open() to close().
/// Errors: a row that is gone is not answered; whoever shows it has learnt so already.
class SignatureCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignatureCheck)

public:
    explicit SignatureCheck(const Directory &directory, QObject *parent = nullptr);
    ~SignatureCheck() override;

    void open(Archive &archive);
    void close(); ///< What is asked from now on is not answered.

    void check(const Core::LogKey &row);

signals:
    void checked(const Core::SignatureReport &report);

private:
    struct Question;

    void judge(const Question &question);

    const Directory &m_directory;
    Archive *m_archive = nullptr; ///< null while nothing runs
};

} // namespace Core
