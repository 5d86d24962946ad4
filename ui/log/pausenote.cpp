// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/pausenote.h"

#include "ui/log/logmodel.h"
#include "ui/look/format.h"

namespace Gui {

PauseNote::PauseNote(const LogModel &model, QWidget *parent)
    : QLabel(parent)
    , m_model(model)
{
    setTextFormat(Qt::PlainText);
    setMargin(6);
    connect(&model, &LogModel::heldBack, this, [this](qint64 rows) {
        m_rows = rows;
        review();
    });
    review();
}

/// What is held back is not judged before the pause ends.
void PauseNote::review()
{
    const bool isNarrow = m_rows > 0 && m_model.scope().isNarrow();
    if (m_rows == 0)
        setText(tr("The view is paused; deliveries go on."));
    else if (isNarrow)
        setText(tr("The view is paused; deliveries go on. Up to %1 new.").arg(countText(m_rows)));
    else
        setText(tr("The view is paused; deliveries go on. %1 new.").arg(countText(m_rows)));
    setToolTip(isNarrow ? tr("Not all of them may match the filter") : QString());
}

} // namespace Gui
