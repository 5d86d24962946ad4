// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace Gui {

/// One figure in large letters, with its name above and a remark below.
class FigureTile final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureTile(const QString &name, QWidget *parent = nullptr);

    void show(const QString &figure, const QString &remark, Tone tone = Tone::Plain);
    QString figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont figureFont() const;

    QString m_name;
    QString m_figure;
    QString m_remark;
    Tone m_tone = Tone::Plain;
    ThemeCache m_themes;
};

} // namespace Gui
