// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticebar.h"

#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Gui {

namespace {

constexpr int LongestBarNotice = 500;
constexpr std::chrono::seconds ReadingTime{20};

Glyph glyphOf(Tone tone)
{
    if (tone == Tone::Bad)
        return Glyph::Failed;
    return tone == Tone::Warning ? Glyph::Warning : Glyph::Delivered;
}

} // namespace

NoticeBar::NoticeBar(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    // It has as many lines as it needs; those it would have where it is narrow must not count.
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->hide();
    setGlyph(*m_close, Glyph::Close);
    m_close->setAutoRaise(true);
    m_close->setMinimumSize(24, 24);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    m_reading.setSingleShot(true);
    m_reading.setInterval(ReadingTime);
    connect(&m_reading, &QTimer::timeout, this, [this] { showNotice({}); });
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(fontMetrics().height() * 2, 5, 8, 5);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    applyPalette();
    hide();
}

void NoticeBar::showNotice(const QString &text)
{
    m_reading.stop();
    m_label->setText(shortened(printable(text), LongestBarNotice));
    m_label->setAccessibleName(m_label->text());
    setVisible(!text.isEmpty());
}

void NoticeBar::showBriefly(const QString &text)
{
    showNotice(text);
    m_reading.start();
}

QString NoticeBar::notice() const
{
    return isHidden() ? QString() : m_label->text();
}

void NoticeBar::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QPushButton *NoticeBar::addButton(const QString &text)
{
    auto *const button = new QPushButton(text, this);
    auto *const row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_close), button);
    return button;
}

void NoticeBar::setDismissible(bool isDismissible)
{
    m_close->setVisible(isDismissible);
}

void NoticeBar::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme(QGuiApplication::palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.tint(m_tone));
    const int side = fontMetrics().height();
    paintGlyph(painter, QRect(side / 2, 0, side, height()), glyphOf(m_tone),
               theme.inkOnTint(m_tone));
    painter.setPen(theme.line());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        applyPalette();
}

// While hidden it is told of no other palette.
void NoticeBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    applyPalette();
}

// The ground is painted in a tint of the lists' ground, so the text takes the colour made for it.
void NoticeBar::applyPalette()
{
    QPalette palette = QGuiApplication::palette();
    const Theme theme(palette);
    palette.setColor(QPalette::WindowText, readable(theme.ink(Tone::Plain), theme.tint(m_tone)));
    m_label->setPalette(palette);
}

} // namespace Gui
