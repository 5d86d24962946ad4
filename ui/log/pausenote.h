// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Gui {

class LogModel;

/// Says that the list stands still, and how much that holds back.
///
/// Borrows: \a model, which must outlive it.
class PauseNote final : public QLabel
{
    Q_OBJECT

public:
    explicit PauseNote(const LogModel &model, QWidget *parent = nullptr);

    void review(); ///< The filter has changed.

private:
    const LogModel &m_model;
    qint64 m_rows = 0;
};

} // namespace Gui
