// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Gui {

/// A sidebar at the left and what it stands beside. The sidebar yields where the window is narrow.
class SideSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit SideSplitter(QWidget *parent = nullptr);

    /// The sidebar as wide as a name and its figures want it, within a window of \a width.
    void setUsualSizes(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace Gui
