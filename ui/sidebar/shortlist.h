// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace Gui {

/// A list of few rows that is as high as they are, as long as there is room.
class ShortList : public QListView
{
    Q_OBJECT

public:
    explicit ShortList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int heightOf(int rows) const;
};

} // namespace Gui
