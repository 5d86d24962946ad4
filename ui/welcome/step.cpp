// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/step.h"

#include "ui/log/logrow.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace Gui {

namespace {

constexpr int LongestRowLine = 120;

QString rowLine(const LogRow &row)
{
    QStringList parts{clockText(row.at, now()), statusText(row), row.place, row.event};
    if (!row.duration.isEmpty())
        parts.append(row.duration);
    return shortened(printable(parts.join(QStringLiteral(" · "))), LongestRowLine);
}

} // namespace

Step::Step(int number, const QString &title, const QString &text, QWidget *work, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(QStringLiteral("%1.  %2").arg(number).arg(title), this))
    , m_outcomeRow(new QWidget(this))
    , m_glyph(new QLabel(this))
    , m_outcome(plainLabel({}, this))
    , m_rowLines(new QGridLayout)
{
    auto *const row = new QHBoxLayout(m_outcomeRow);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_outcome, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(plainLabel(text, this));
    layout->addWidget(work);
    layout->addWidget(m_outcomeRow);
    m_rowLines->setColumnStretch(1, 1);
    m_rowLines->setHorizontalSpacing(8);
    m_rowLines->setVerticalSpacing(2);
    layout->addLayout(m_rowLines);
    m_glyph->setTextFormat(Qt::PlainText);
    m_outcomeRow->hide();
    applyLook();
}

void Step::showOutcome(Glyph glyph, Tone tone, const QString &sentence)
{
    m_shape = glyph;
    m_tone = tone;
    m_outcome->setText(sentence);
    m_outcomeRow->setVisible(!sentence.isEmpty());
    applyLook();
}

QString Step::outcome() const
{
    return m_outcome->text();
}

void Step::showRows(const QList<LogRow> &rows)
{
    for (const RowLine &line : std::as_const(m_rows)) {
        delete line.glyph;
        delete line.text;
    }
    m_rows.clear();
    for (const LogRow &row : rows)
        addRow(row);
    applyLook();
}

void Step::addRow(const LogRow &row)
{
    auto *const glyph = new QLabel(this);
    glyph->setTextFormat(Qt::PlainText);
    QLabel *const text = plainLabel(rowLine(row), this);
    text->setAccessibleName(sentenceOf(row));
    const auto place = static_cast<int>(m_rows.size());
    m_rowLines->addWidget(glyph, place, 0, Qt::AlignTop);
    m_rowLines->addWidget(text, place, 1);
    m_rows.append({glyph, text, row.direction == Direction::Sent ? Glyph::Sent : Glyph::Received,
                   toneOf(row.outcome)});
}

QStringList Step::rows() const
{
    QStringList texts;
    for (const RowLine &line : m_rows)
        texts.append(line.text->text());
    return texts;
}

void Step::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyLook();
}

void Step::applyLook()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    const int side = fontMetrics().height();
    m_glyph->setPixmap(iconOf(m_shape, m_tone).pixmap(side, side));
    for (const RowLine &line : std::as_const(m_rows))
        line.glyph->setPixmap(iconOf(line.shape, line.tone).pixmap(side, side));
    QPalette inks = palette();
    inks.setColor(QPalette::WindowText, Theme(inks).ink(m_tone));
    if (m_outcome->palette().color(QPalette::WindowText) != inks.color(QPalette::WindowText))
        m_outcome->setPalette(inks);
}

} // namespace Gui
