// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyph.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Gui {

struct LogRow;

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
    /// Rows of the log that have come of it, one below the other.
    void showRows(const QList<LogRow> &rows);
    QStringList rows() const;
    Glyph shape() const { return m_shape; } ///< of what has come of it

protected:
    void changeEvent(QEvent *event) override;

private:
    struct RowLine
    {
        QLabel *glyph;
        QLabel *text;
        Glyph shape;
        Tone tone;
    };

    void applyLook();
    void addRow(const LogRow &row);

    QLabel *m_title;
    QWidget *m_outcomeRow;
    QLabel *m_glyph;
    QLabel *m_outcome;
    QGridLayout *m_rowLines;
    QList<RowLine> m_rows;
    Glyph m_shape = Glyph::InFlight;
    Tone m_tone = Tone::Muted;
};

} // namespace Gui
