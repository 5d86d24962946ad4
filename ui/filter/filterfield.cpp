// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterfield.h"

#include "ui/look/glyph.h"

#include <QKeyEvent>

namespace Gui {

namespace {

constexpr int PauseMilliseconds = 150;

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Filter, such as: refused status:5xx dest:orders -is:heartbeat"));
    setAccessibleName(tr("Filter the log"));
    setClearButtonEnabled(true);
    addAction(iconOf(Glyph::Search, Tone::Muted), LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::enforce);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void FilterField::setFilterText(const QString &text)
{
    setText(text);
    enforce();
}

void FilterField::enforce()
{
    m_pause.stop();
    const Core::FilterReading reading = Core::parseFilter(text());
    if (reading.verdict != Core::FilterVerdict::Valid || text() == m_filterText)
        return;
    m_filterText = text();
    emit filterChanged(reading.filter);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            emit leaveRequested();
        return setFilterText({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        enforce();
        emit leaveRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace Gui
