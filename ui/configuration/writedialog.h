// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace Gui {

class Facts;
class PathField;
class Requests;

/// Writes the destinations to a file, without secrets unless a person ticks that.
///
/// Borrows: facts and requests.
class WriteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a count destinations are there.
    WriteDialog(qint64 count, Core::Ticket ticket, Facts &facts, Requests &requests,
                QWidget *parent = nullptr);

    Core::ConfigurationOrder order() const;

private:
    void layOut(qint64 count);
    void check();
    void write();
    void takeAnswer(const Core::ConfigurationAnswer &answer);

    Core::Ticket m_ticket;
    Requests &m_requests;
    PathField *m_path;
    QCheckBox *m_secrets;
    QLabel *m_explanation;
    QLabel *m_outcome;
    QPushButton *m_write;
};

} // namespace Gui
