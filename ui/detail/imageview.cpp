// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/imageview.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace Gui {

namespace {

// What decodes into more than this is no picture but an attack on the memory.
constexpr qint64 MostPixels = 40'000'000;

struct Reading
{
    QImage image; ///< null when it could not be read
    QSize fullSize;
};

Reading readImage(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    Reading reading{{}, reader.size()};
    const QSize size = reading.fullSize;
    if (!size.isValid() || qint64{size.width()} * size.height() > MostPixels)
        return reading;
    const QSize bound(ImageView::LargestSide, ImageView::LargestSide);
    if (size.width() > bound.width() || size.height() > bound.height())
        reader.setScaledSize(size.scaled(bound, Qt::KeepAspectRatio));
    reading.image = reader.read();
    return reading;
}

} // namespace

ImageView::ImageView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void ImageView::showImage(const QByteArray &bytes)
{
    m_image = {};
    m_message = tr("reading…");
    update();
    m_reading.run<Reading>(
        [bytes](const Aside::IsCancelled & /*isCancelled*/) { return readImage(bytes); },
        [this](const Reading &reading) {
            m_image = reading.image;
            m_fullSize = reading.fullSize;
            m_message = tr("This image cannot be shown.");
            if (!m_image.isNull())
                setAccessibleDescription(tr("An image of %1 by %2 pixels")
                                             .arg(m_fullSize.width())
                                             .arg(m_fullSize.height()));
            update();
        });
}

void ImageView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_image.isNull()) {
        painter.drawText(rect(), Qt::AlignCenter, m_message);
        return;
    }
    const int line = fontMetrics().height() + 8;
    const QRect place = rect().adjusted(8, 8, -8, -line);
    const QSize size
        = m_image.size().scaled(m_image.size().boundedTo(place.size()), Qt::KeepAspectRatio);
    QRect target({}, size);
    target.moveCenter(place.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_image);
    painter.drawText(QRect(0, height() - line, width(), line), Qt::AlignCenter,
                     tr("%1 × %2 pixels").arg(m_fullSize.width()).arg(m_fullSize.height()));
}

} // namespace Gui
