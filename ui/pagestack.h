// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace Gui {

/// Pages of which one is shown. It wants no more room than that one needs; a stack of Qt's wants
/// what the largest does, shown or not.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent);

    QSize minimumSizeHint() const override;
};

} // namespace Gui
