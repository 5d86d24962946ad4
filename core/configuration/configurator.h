// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configurationtext.h"
#include "core/model/configuration.h"
#include "core/store/changes.h"

#include <QObject>

namespace Core {

struct AddressPolicy;
class Archive;
class Clock;
class Directory;
class Ledger;

/// Writes the destinations to a file and takes them in from one. What a file would do is told
/// first; what was told is what is done, all of it or nothing. Secrets pass from file to store
/// without being shown.
///
/// Thread: the engine's. Files are read and written on the archive's.
/// Borrows: directory, policy and clock for its life; ledger and archive from open() to close().
/// Errors: each answer bears its own.
class Configurator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Configurator)

public:
    Configurator(const Directory &directory, const AddressPolicy &policy, const Clock &clock,
                 QObject *parent = nullptr);
    ~Configurator() override;

    void open(Ledger &ledger, Archive &archive);
    void close(); ///< What is asked from now on is refused.

    void write(const Core::ConfigurationOrder &order);
    void preview(const Core::ConfigurationOrder &order);
    /// Does what the preview of that ticket, the newest there was, has told.
    void import(Core::Ticket ticket);

signals:
    void previewed(const Core::ImportPreview &preview);
    void answered(const Core::ConfigurationAnswer &answer);

private:
    /// What the newest preview has told of.
    struct Plan
    {
        Ticket ticket = 0;
        ImportDestinations change;
        bool isFaulty = false;
    };

    void plan(Ticket ticket, const QList<ConfigurationEntry> &entries);
    void refuse(Ticket ticket, const Error &error);

    const Directory &m_directory;
    const AddressPolicy &m_policy;
    const Clock &m_clock;
    Ledger *m_ledger = nullptr; ///< null while nothing runs
    Archive *m_archive = nullptr;
    Plan m_plan;
};

} // namespace Core
