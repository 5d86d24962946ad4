// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/bodyeditor.h"

#include "core/base/jsontext.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/jsonspacer.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStringDecoder>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace Gui {

namespace {

constexpr int ShownLines = 9;
constexpr qsizetype ShownHexBytes = 65'536;
constexpr qsizetype MostCompared = 1'000'000; ///< pairs of lines

/// The text of UTF-8, or none; a byte order mark stays a character.
std::optional<QString> textOf(const QByteArray &bytes)
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

/// The longest row of lines that both have, as a table of lengths counted from the end.
std::vector<std::vector<int>> commonLengths(const QStringList &one, const QStringList &other)
{
    const auto rows = static_cast<std::size_t>(one.size());
    const auto columns = static_cast<std::size_t>(other.size());
    std::vector<std::vector<int>> lengths(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t k = columns; k-- > 0;) {
            const bool isSame
                = one.at(static_cast<qsizetype>(i)) == other.at(static_cast<qsizetype>(k));
            lengths[i][k] = isSame ? lengths[i + 1][k + 1] + 1
                                   : std::max(lengths[i + 1][k], lengths[i][k + 1]);
        }
    }
    return lengths;
}

QList<int> changedWithin(const QStringList &original, const QStringList &text, int firstLine)
{
    QList<int> changed;
    if (original.size() * text.size() > MostCompared) {
        for (int i = 0; i < text.size(); ++i)
            changed.append(firstLine + i);
        return changed;
    }
    const auto lengths = commonLengths(original, text);
    std::size_t i = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(text.size());) {
        const bool isLeft = i < static_cast<std::size_t>(original.size());
        if (isLeft
            && original.at(static_cast<qsizetype>(i)) == text.at(static_cast<qsizetype>(k))) {
            ++i;
            ++k;
        } else if (isLeft && lengths[i + 1][k] >= lengths[i][k + 1]) {
            ++i;
        } else {
            changed.append(firstLine + static_cast<int>(k));
            ++k;
        }
    }
    return changed;
}

} // namespace

QList<int> changedLines(const QStringList &original, const QStringList &text)
{
    const qsizetype shorter = std::min(original.size(), text.size());
    qsizetype before = 0;
    while (before < shorter && original.at(before) == text.at(before))
        ++before;
    qsizetype after = 0;
    while (after < shorter - before
           && original.at(original.size() - 1 - after) == text.at(text.size() - 1 - after))
        ++after;
    return changedWithin(original.mid(before, original.size() - before - after),
                         text.mid(before, text.size() - before - after), static_cast<int>(before));
}

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
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * ShownLines);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_format->setText(tr("&Format"));
    m_format->setToolTip(tr("Lay the JSON out by its blanks alone; no other byte changes"));
    m_goToFault->setText(tr("&Go to the fault"));
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
    const auto text = textOf(body);
    {
        const QSignalBlocker blocker(m_text);
        m_text->setReadOnly(false);
        m_text->setPlainText(text.value_or(QString()));
        if (!text || withLineEnds(rawTextOf(*m_text), m_lineEnd) != body) {
            m_text->setReadOnly(true);
            m_text->setPlainText(hexDump(body.first(std::min(body.size(), ShownHexBytes))));
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
    m_originalLines = textOf(original).value_or(QString()).remove(u'\r').split(QLatin1Char('\n'));
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
    const auto fault = m_isJson && isEditable() ? Core::jsonFault(bytes) : std::nullopt;
    m_faultPosition = -1;
    if (!isEditable()) {
        showRemark(Tone::Muted, tr("%1 that are not text: they are sent as they are.").arg(size));
    } else if (!m_isJson) {
        showRemark(Tone::Muted, tr("%1, sent as it stands.").arg(size) + differences);
    } else if (fault) {
        const QString before = QString::fromUtf8(bytes.first(fault->offset)).remove(u'\r');
        m_faultPosition = before.size();
        showRemark(Tone::Warning,
                   tr("Line %1, column %2: %3. It is sent as it stands.")
                           .arg(before.count(u'\n') + 1)
                           .arg(before.size() - before.lastIndexOf(u'\n'))
                           .arg(fault->words)
                       + differences);
    } else {
        showRemark(Tone::Good, tr("Valid JSON, %1.").arg(size) + differences);
    }
    m_goToFault->setVisible(fault.has_value());
    m_format->setEnabled(m_isJson && isEditable() && !fault);
}

void BodyEditor::respace()
{
    const auto spaced = respacedJson(rawTextOf(*m_text));
    if (!spaced)
        return;
    QTextCursor cursor(m_text->document()); // so that it can be undone
    cursor.select(QTextCursor::Document);
    cursor.insertText(*spaced);
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
    QList<QTextEdit::ExtraSelection> marks;
    const bool canDiffer = m_hasOriginal && isEditable();
    const QList<int> lines = canDiffer
        ? changedLines(m_originalLines, rawTextOf(*m_text).split(QLatin1Char('\n')))
        : QList<int>();
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(line));
        mark.format.setBackground(Theme(palette()).tint(Tone::Warning));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
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
