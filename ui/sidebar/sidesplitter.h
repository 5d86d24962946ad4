// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Gui {

/// A sidebar at the left and what it stands beside. Where the window is narrow the sidebar yields,
/// until there is room again. It grows and shrinks with the text.
class SideSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit SideSplitter(QWidget *parent = nullptr);

    /// The sidebar as wide as a name and its figures want it, within a window of \a width.
    void setUsualSizes(int width);

    /// What the sidebar has, or gets back as soon as there is room; 0 while it is hidden.
    int wantedWidth() const;
    void want(int width); ///< That which it had, should it have yielded in an earlier run.

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int mostAt(int width) const;
    void fit(int wanted, int width);

    int m_wanted = 0; ///< what the sidebar had before it yielded; 0 when it has not
    int m_letter; ///< how wide a letter was when it got its width
};

} // namespace Gui
