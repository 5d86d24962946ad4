// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/headerfield.h"

#include "ui/detail/linemarks.h"
#include "ui/look/format.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr int HeaderLines = 3;
constexpr int HeaderMargins = 12; ///< above and below the lines

QByteArray textOfHeaders(const Core::HeaderList &headers)
{
    return Core::headersToLines(headers).trimmed();
}

} // namespace

HeaderField::HeaderField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_leastLines(HeaderLines)
{
    m_text->setAccessibleName(tr("Headers"));
    m_text->setPlaceholderText(tr("Name: value, one a line"));
    m_text->setTabChangesFocus(true);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusProxy(m_text);
    setFocusPolicy(Qt::StrongFocus); // or else no label would lead here by its key
    fitHeight();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        markDifferences();
        emit changed();
    });
}

void HeaderField::setHeaders(const Core::HeaderList &headers)
{
    m_shown = headers;
    m_text->setPlainText(QString::fromUtf8(textOfHeaders(headers)));
    m_shownText = m_text->toPlainText();
}

Core::Result<Core::HeaderList> HeaderField::headers() const
{
    const QString text = m_text->toPlainText();
    // Values that are not UTF-8 cannot be shown as they are, so untouched ones are never read back.
    if (text == m_shownText)
        return m_shown;
    Core::HeaderList headers;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return Core::invalid(QStringLiteral("headers"),
                                 tr("“%1” is not a header: write it as Name: value.").arg(line));
        headers.append(
            {line.left(colon).trimmed().toUtf8(), line.mid(colon + 1).trimmed().toUtf8()});
    }
    return headers;
}

void HeaderField::setOriginal(const Core::HeaderList &original)
{
    m_originalLines = textOfHeaders(original).split('\n');
    markDifferences();
}

void HeaderField::setLeastLines(int lines)
{
    m_leastLines = lines;
    fitHeight();
}

void HeaderField::fitHeight()
{
    const int line = m_text->fontMetrics().lineSpacing();
    m_text->setMinimumHeight(line * m_leastLines + HeaderMargins);
    m_text->setMaximumHeight(line * HeaderLines + HeaderMargins);
}

void HeaderField::markDifferences()
{
    if (!m_originalLines)
        return;
    const QList<int> lines
        = changedLines(*m_originalLines, m_text->toPlainText().toUtf8().split('\n'));
    markLines(*m_text, lines);
    m_text->setAccessibleDescription(
        lines.isEmpty() ? tr("No line differs from the original.")
            : lines.size() == 1
            ? tr("1 line differs from the original.")
            : tr("%1 lines differ from the original.").arg(countText(lines.size())));
    m_text->setToolTip(m_text->accessibleDescription());
}

void HeaderField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        fitHeight();
        markDifferences();
    }
}

} // namespace Gui
