// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyph.h"

#include <QWidget>

class QLabel;

namespace Gui {

/// One thing to try: its number, what it does, the button or command that does it, and what has
/// come of it, told by a shape and a sentence.
class Step final : public QWidget
{
    Q_OBJECT

public:
    /// Owns: \a work.
    Step(int number, const QString &title, const QString &text, QWidget *work,
         QWidget *parent = nullptr);

    void showOutcome(Glyph glyph, Tone tone, const QString &sentence);
    QString outcome() const;
    Glyph shape() const { return m_shape; } ///< of what has come of it

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    QLabel *m_title;
    QWidget *m_outcomeRow;
    QLabel *m_glyph;
    QLabel *m_outcome;
    Glyph m_shape = Glyph::InFlight;
    Tone m_tone = Tone::Muted;
};

} // namespace Gui
