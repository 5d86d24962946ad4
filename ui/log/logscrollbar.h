// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QScrollBar>

namespace Gui {

class LogModel;

/// The scroll bar of the log, with a mark wherever rows have failed; the more of them, the wider.
///
/// Borrows: \a model, which must outlive it.
class LogScrollBar final : public QScrollBar
{
    Q_OBJECT

public:
    explicit LogScrollBar(const LogModel &model, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const LogModel &m_model;
    ThemeCache m_themes;
};

} // namespace Gui
