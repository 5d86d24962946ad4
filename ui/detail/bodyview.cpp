// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/bodyview.h"

#include "ui/detail/jsonspacer.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/theme.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QToolButton>

#include <algorithm>

namespace Gui {

namespace {

constexpr qsizetype BytesPerLine = 16;

bool isUnprintable(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t') || c == u'\x7f';
}

QLatin1Char hexDigit(qint64 value)
{
    return QLatin1Char("0123456789abcdef"[value & 15]);
}

QString hexLine(const QByteArray &bytes, qsizetype offset)
{
    QString line;
    QString text;
    for (int shift = 28; shift >= 0; shift -= 4)
        line += hexDigit(offset >> shift);
    for (qsizetype i = 0; i < BytesPerLine; ++i) {
        line += QLatin1StringView(i % 8 == 0 ? "  " : " ");
        if (offset + i >= bytes.size()) {
            line += QLatin1StringView("  ");
            continue;
        }
        const auto byte = static_cast<uchar>(bytes.at(offset + i));
        line += hexDigit(byte >> 4);
        line += hexDigit(byte);
        const bool isAscii = byte >= 0x20 && byte < 0x7f;
        text += isAscii ? QChar::fromLatin1(bytes.at(offset + i)) : u'.';
    }
    return line + QLatin1StringView("  ") + text;
}

// At a limit the last character may be torn, which a decoder that keeps state forgives.
QStringDecoder utf8Decoder(bool isTorn)
{
    using Flag = QStringDecoder::Flag;
    const auto state = isTorn ? Flag::Default : Flag::Stateless;
    return QStringDecoder(QStringDecoder::Utf8, state | Flag::ConvertInitialBom);
}

} // namespace

QString hexDump(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype offset = 0; offset < bytes.size(); offset += BytesPerLine)
        lines.append(hexLine(bytes, offset));
    return lines.join(u'\n');
}

BodyView::BodyView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_modes(new QButtonGroup(this))
    , m_note(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QToolButton(this))
{
    m_text->setReadOnly(true);
    m_text->setAccessibleName(accessibleName);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setFont(fixedFontLike(font()));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *const bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->addWidget(addModeButton(Mode::Pretty, tr("Pretty")));
    bar->addWidget(addModeButton(Mode::Raw, tr("Raw")));
    bar->addWidget(addModeButton(Mode::Hex, tr("Hex")));
    bar->addSpacing(12);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_copy);
    m_copy->setText(tr("Copy body"));
    setGlyph(*m_copy, Glyph::Copy);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    connect(m_copy, &QToolButton::clicked, this, &BodyView::copyBody);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { setMode(Mode{id}); });

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
}

QToolButton *BodyView::addModeButton(Mode mode, const QString &text)
{
    auto *const button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setMinimumSize(24, 24);
    m_modes->addButton(button, static_cast<int>(mode));
    return button;
}

void BodyView::showBody(const QByteArray &body, bool isCut, const QString &placeholder)
{
    m_text->setPlaceholderText(placeholder);
    if (body == m_body && isCut == m_isCut && !body.isEmpty())
        return;
    m_body = body;
    m_isCut = isCut;
    const bool isTorn = isCut || body.size() > ShownTextBytes;
    QStringDecoder decoder = utf8Decoder(isTorn);
    m_raw = decoder(QByteArrayView(body).first(std::min(body.size(), ShownTextBytes)));
    m_isText = !decoder.hasError() && std::none_of(m_raw.cbegin(), m_raw.cend(), isUnprintable);
    m_pretty.clear();
    if (m_isText)
        m_pretty = respacedJson(m_raw, isTorn).value_or(QString());
    m_mode = isPossible(Mode::Pretty) ? Mode::Pretty : Mode::Raw;
    if (!isPossible(m_mode))
        m_mode = Mode::Hex;
    enableMode(Mode::Pretty, tr("This body is not JSON"));
    enableMode(Mode::Raw, tr("This body is not text"));
    showText();
}

void BodyView::enableMode(Mode mode, const QString &reasonIfNot)
{
    QAbstractButton *const button = m_modes->button(static_cast<int>(mode));
    button->setEnabled(isPossible(mode));
    button->setToolTip(isPossible(mode) ? QString() : reasonIfNot);
}

bool BodyView::isPossible(Mode mode) const
{
    switch (mode) {
    case Mode::Pretty:
        return !m_pretty.isEmpty();
    case Mode::Raw:
        return m_isText;
    case Mode::Hex:
        break;
    }
    return true;
}

void BodyView::setMode(Mode mode)
{
    if (mode == m_mode || !isPossible(mode))
        return;
    m_mode = mode;
    showText();
}

void BodyView::showText()
{
    m_modes->button(static_cast<int>(m_mode))->setChecked(true);
    qsizetype shownBytes = std::min(m_body.size(), ShownTextBytes);
    if (m_mode == Mode::Hex) {
        shownBytes = std::min(m_body.size(), ShownHexBytes);
        m_text->setPlainText(hexDump(m_body.left(shownBytes)));
    } else {
        m_text->setPlainText(m_mode == Mode::Pretty ? m_pretty : m_raw);
    }
    m_note->setText(noteText(shownBytes));
    m_copy->setEnabled(!m_body.isEmpty());
    m_copy->setToolTip(m_body.isEmpty() ? tr("There is no body") : QString());
}

QString BodyView::noteText(qsizetype shownBytes) const
{
    QStringList notes{sizeText(m_body.size())};
    if (!m_isText)
        notes.append(tr("not text, shown as bytes"));
    if (std::any_of(m_raw.cbegin(), m_raw.cend(), isDeceptive))
        notes.append(tr("holds invisible or direction-turning characters, see Hex"));
    if (shownBytes < m_body.size())
        notes.append(tr("the first %1 are shown").arg(sizeText(shownBytes)));
    if (m_isCut)
        notes.append(tr("more came than was kept"));
    return notes.join(QStringLiteral(" · "));
}

void BodyView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_text->setFont(fixedFontLike(font()));
}

void BodyView::copyBody() const
{
    QGuiApplication::clipboard()->setText(m_isText ? QString::fromUtf8(m_body) : hexDump(m_body));
}

} // namespace Gui
