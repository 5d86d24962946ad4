// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/bodyeditor.h"

#include "ui/detail/jsonlexer.h"
#include "ui/detail/linemarks.h"
#include "ui/detail/textsource.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStringDecoder>
#include <QToolButton>

#include <algorithm>

namespace Gui {

namespace {

constexpr int LeastBodyLines = 4; ///< where the screen has room for no more
constexpr qsizetype ShownHexBytes = 65'536;

/// The text of UTF-8, or none; a byte order mark stays a character.
std::optional<QString> wholeTextOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

/// What an editor would give back, but for its line ends.
QString rawTextOf(const QPlainTextEdit &edit)
{
    // Not toPlainText(), which makes plain blanks of those that do not break.
    return edit.document()->toRawText().replace(QChar(QChar::ParagraphSeparator), QChar(u'\n'));
}

QByteArray withLineEnds(QString text, const QByteArray &lineEnd)
{
    if (lineEnd != "\n")
        text.replace(u'\n', QLatin1StringView(lineEnd));
    return text.toUtf8();
}

QByteArrayList linesOf(QByteArray text)
{
    return text.replace("\r", "").split('\n');
}

QString hexTextOf(const QByteArray &bytes)
{
    HexSource source(bytes.first(std::min(bytes.size(), ShownHexBytes)));
    QStringList lines;
    while (!source.isAtEnd()) {
        for (const TextLine &line : source.next(ShownHexBytes))
            lines.append(line.text);
    }
    return lines.join(u'\n');
}

/// JSON on lines of its own, changed by nothing but the blanks between its tokens.
QByteArray respaced(QByteArrayView json)
{
    JsonLexer lexer(json);
    QByteArray text;
    bool isFresh = false; // behind an opening bracket
    const auto breakLine = [&text](qsizetype depth) { text += '\n' + QByteArray(depth * 2, ' '); };
    for (JsonToken token = lexer.next(); token.length > 0; token = lexer.next()) {
        // The first thing in a container starts a line; an empty container stays on its own.
        if (token.isClosing() ? !isFresh : isFresh)
            breakLine(lexer.depth() - (token.isOpening() ? 1 : 0));
        text += json.sliced(token.offset, token.length);
        isFresh = token.isOpening();
        if (token.kind == JsonToken::Kind::Comma)
            breakLine(lexer.depth());
        else if (token.kind == JsonToken::Kind::Colon)
            text += ' ';
    }
    return text;
}

} // namespace

BodyEditor::BodyEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_format(new QToolButton(this))
    , m_goToFault(new QToolButton(this))
    , m_glyph(new QLabel(this))
    , m_remark(new QLabel(this))
{
    m_text->setAccessibleName(tr("Body"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fixedFontLike(font()));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * LeastBodyLines);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remark->setMinimumHeight(fontMetrics().lineSpacing() * 2); // A fault may take two.
    m_format->setText(tr("&Format"));
    m_format->setToolTip(tr("Lay the JSON out by its blanks alone; no other byte changes"));
    m_goToFault->setText(tr("&Go to error"));
    for (QToolButton *const button : {m_format, m_goToFault}) {
        button->setMinimumHeight(24);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *const line = new QHBoxLayout;
    line->addWidget(m_glyph);
    line->addWidget(m_remark, 1);
    line->addWidget(m_goToFault);
    line->addWidget(m_format);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addLayout(line);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        review();
        emit changed();
    });
    connect(m_format, &QToolButton::clicked, this, &BodyEditor::respace);
    connect(m_goToFault, &QToolButton::clicked, this, [this] {
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(static_cast<int>(m_faultPosition));
        m_text->setTextCursor(cursor);
        m_text->setFocus();
    });
    review();
}

void BodyEditor::setBody(const QByteArray &body)
{
    m_untouched = body;
    m_lineEnd = body.contains("\r\n") ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
    const auto text = wholeTextOf(body);
    {
        const QSignalBlocker blocker(m_text);
        m_text->setReadOnly(false);
        m_text->setPlainText(text.value_or(QString()));
        if (!text || withLineEnds(rawTextOf(*m_text), m_lineEnd) != body) {
            m_text->setReadOnly(true);
            m_text->setPlainText(hexTextOf(body));
        }
    }
    review();
    emit changed();
}

QByteArray BodyEditor::body() const
{
    return isEditable() ? withLineEnds(rawTextOf(*m_text), m_lineEnd) : m_untouched;
}

bool BodyEditor::isEditable() const
{
    return !m_text->isReadOnly();
}

void BodyEditor::setContentType(const QString &contentType)
{
    m_isJson = contentType.contains(QLatin1StringView("json"), Qt::CaseInsensitive);
    review();
}

void BodyEditor::setOriginal(const QByteArray &original)
{
    m_hasOriginal = true;
    m_originalLines = linesOf(original);
    review();
}

QString BodyEditor::remark() const
{
    return m_remark->text();
}

void BodyEditor::review()
{
    const QByteArray bytes = body();
    const QString size = sizeText(bytes.size());
    const int changed = markDifferences();
    const QString differences = !m_hasOriginal ? QString()
        : changed == 0                         ? tr(" No line differs from the original.")
        : changed == 1                         ? tr(" 1 line differs from the original.")
                       : tr(" %1 lines differ from the original.").arg(countText(changed));
    const bool isJson = m_isJson && !bytes.isEmpty(); // Nothing is typed yet.
    const auto fault = isJson && isEditable() ? findJsonFault(bytes, false) : std::nullopt;
    m_faultPosition = -1;
    if (!isEditable()) {
        showRemark(Tone::Muted, tr("%1 that are not text: they are sent as they are.").arg(size));
    } else if (!isJson) {
        showRemark(Tone::Muted, tr("%1, sent as it stands.").arg(size) + differences);
    } else if (fault) {
        const TextPlace place = placeOf(bytes, fault->offset);
        m_faultPosition = QString::fromUtf8(bytes.first(fault->offset)).remove(u'\r').size();
        showRemark(Tone::Warning,
                   tr("Line %1, column %2: %3. It is sent as it stands.")
                           .arg(place.line)
                           .arg(place.column)
                           .arg(fault->reason)
                       + differences);
    } else {
        showRemark(Tone::Good, tr("Valid JSON, %1.").arg(size) + differences);
    }
    m_goToFault->setVisible(fault.has_value());
    m_format->setEnabled(isJson && isEditable() && !fault);
}

void BodyEditor::respace()
{
    QTextCursor cursor(m_text->document()); // so that it can be undone
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(respaced(rawTextOf(*m_text).toUtf8())));
}

void BodyEditor::showRemark(Tone tone, const QString &text)
{
    const int side = fontMetrics().height();
    Glyph glyph = tone == Tone::Good ? Glyph::Delivered : Glyph::Warning;
    if (tone == Tone::Muted)
        glyph = Glyph::Never;
    m_glyph->setPixmap(iconOf(glyph, tone).pixmap(QSize(side, side), devicePixelRatio()));
    m_remark->setText(printable(text));
}

int BodyEditor::markDifferences()
{
    const bool canDiffer = m_hasOriginal && isEditable();
    const QList<int> lines
        = canDiffer ? changedLines(m_originalLines, linesOf(body())) : QList<int>();
    markLines(*m_text, lines);
    return static_cast<int>(lines.size());
}

void BodyEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_text->setFont(fixedFontLike(font()));
        review();
    }
}

} // namespace Gui
