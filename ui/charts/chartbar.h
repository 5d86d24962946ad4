// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QBoxLayout;

namespace Gui {

/// What stands above charts, in groups: beside each other, or below each other where that is too
/// wide. It wants no more room than the widest group needs.
class ChartBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartBar(QWidget *parent = nullptr);

    /// A new group, to the right of the others. The first takes the room that is left.
    QBoxLayout &addGroup();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_layout;
    QList<QBoxLayout *> m_groups;
};

} // namespace Gui
