// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/exportorder.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace Gui {

class Facts;
class PathField;
class Requests;

/// Writes rows of the log to a file: which, in what form, and without what may be secret unless a
/// person unticks that. It tells what is masked, and how far it is.
///
/// Borrows: facts and requests.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The rows that are chosen and those that are shown.
    struct Rows
    {
        QList<Core::LogKey> chosen;
        QList<Core::LogKey> shown;
    };

    ExportDialog(Rows rows, Core::Ticket ticket, Facts &facts, Requests &requests,
                 QWidget *parent = nullptr);

    Core::ExportOrder order() const;

protected:
    void done(int result) override;

private:
    enum Scope {
        Chosen,
        Shown,
        Everything,
    };

    void addScopes(QVBoxLayout &layout);
    void layOut();
    void askForPreview();
    void takePreview(const Core::ExportPreview &preview);
    QString seenText() const;
    void check();
    void forgetOutcome();
    void toggleExport();
    void takeProgress(const Core::ExportProgress &progress);

    Rows m_rows;
    Core::Ticket m_ticket;
    Requests &m_requests;
    QButtonGroup *m_scope;
    QComboBox *m_format;
    PathField *m_path;
    QCheckBox *m_redacts;
    QLabel *m_masked;
    QLabel *m_seen; ///< what that means for the newest rows
    std::optional<Core::ExportPreview> m_preview; ///< none while it is awaited
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QDialogButtonBox *m_buttons;
    QPushButton *m_export;
    bool m_isExporting = false;
};

} // namespace Gui
