// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace Gui {

class Facts;
class Requests;

/// Shows what a file of destinations would add, change or be refused for, and takes it in when a
/// person wants that: all of it, or nothing.
///
/// Borrows: facts and requests.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Core::ConfigurationOrder order, Facts &facts, Requests &requests,
                 QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void dressTable();
    void fitColumns();
    void addEntry(const Core::ImportEntry &entry);
    void takePreview(const Core::ImportPreview &preview);
    void takeAnswer(const Core::ConfigurationAnswer &answer);
    void import();
    void showState();
    qsizetype countOf(Core::ImportVerdict verdict) const;
    QString summary() const;

    Core::ConfigurationOrder m_order;
    Requests &m_requests;
    QTableWidget *m_entries;
    QLabel *m_summary;
    QLabel *m_outcome;
    QPushButton *m_import;
    QTimer m_settling; ///< Rows are laid out once nobody pulls at columns any more.
    std::optional<Core::ImportPreview> m_preview; ///< none while it is awaited
    bool m_isUnderWay = false;
    bool m_isImported = false;
    bool m_isDone = false;
};

} // namespace Gui
