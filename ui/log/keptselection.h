// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <QList>
#include <QSet>

class QItemSelectionModel;

namespace Gui {

class LogModel;

/// What a person has selected in the list of the log: selected again when the list is filled anew,
/// or what a filter hid comes back; the same rows, and no others. A line that sums up stays one,
/// whatever comes behind it; a row that stood alone gets its line opened. Of more than ten thousand
/// lines none is.
///
/// Borrows: \a model, which must outlive it, and the model of the selection of its view.
class KeptSelection final
{
public:
    explicit KeptSelection(LogModel &model);

    void setSelection(QItemSelectionModel *selection) { m_selection = selection; }

    QList<Core::LogKey> rows() const; ///< That are selected, in the order of the list, each once.

    void keep(); ///< The list is about to be filled anew.
    void restore(); ///< It was.
    void complete(); ///< What was not found by then may be there now.

    void add(int line); ///< It is selected again, having been lost alone.
    void noteChange(); ///< Something has been selected, or no longer is.
    void forget() { m_isKept = false; } ///< Another choice was made.

private:
    QList<int> lines() const;
    int lineCount() const;
    void keepLine(int line);
    bool isClosed(int line) const;
    bool isToOpen(Core::LogKey row, int line);
    bool isWhole(int line);
    void open();
    QList<int> wantedLines();
    bool isWanted(Core::LogKey row, int line);
    void select(const QList<int> &lines);

    LogModel &m_model;
    QItemSelectionModel *m_selection = nullptr;
    QList<Core::LogKey> m_rows; ///< also those behind a line
    QSet<Core::LogKey> m_known; ///< the same, once somebody asks
    QSet<qint64> m_folds; ///< whose line was selected, whatever stands behind it
    QSet<Core::LogKey> m_children; ///< rows that had a line below that of others
    Core::LogScope m_scope; ///< of the list as it is
    Core::LogScope m_keptScope; ///< of the list as it was
    bool m_isKept = false; ///< Nobody has selected anything else since.
    bool m_isRestoring = false;
    bool m_isIncomplete = false;
};

} // namespace Gui
