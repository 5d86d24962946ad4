// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace Gui {

/// A check box whose text goes on in as many lines as it needs.
class WrappedBox final : public QCheckBox
{
    Q_OBJECT

public:
    explicit WrappedBox(const QString &text, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect indicator() const;
    QRect words(const QRect &room) const; ///< what the text takes up of \a room
    int indent() const; ///< where the text begins
};

} // namespace Gui
