// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/aside.h"

#include <QImage>
#include <QWidget>

namespace Gui {

/// An image from bytes at hand, no larger than its place. It is read beside the screen, scaled down
/// as it is read, and not at all where it claims a size that no picture has.
class ImageView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int LargestSide = 2048; ///< of what is kept, in pixels

    explicit ImageView(const QString &accessibleName, QWidget *parent = nullptr);

    void showImage(const QByteArray &bytes);
    const QImage &image() const { return m_image; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Aside m_reading;
    QImage m_image;
    QSize m_fullSize;
    QString m_message; ///< instead of an image
};

} // namespace Gui
