// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebar/shortlist.h"

namespace Gui {

class ViewModel;

/// The views, one of which is current while the log is filtered by it.
///
/// Borrows: \a model.
class ViewList final : public ShortList
{
    Q_OBJECT

public:
    explicit ViewList(ViewModel &model, QWidget *parent = nullptr);

    // Marks what is in the place of the log, or what it is filtered by.
    void showFilter(const QString &filter);
    void showCalls();
    void showNone();

signals:
    void filterChosen(const QString &filter);
    void callsChosen(); ///< of the HTTP interface

private:
    void choose(const QModelIndex &index);
    void mark(int row);

    ViewModel &m_model;
};

} // namespace Gui
