// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/textsearch.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <memory>
#include <utility>

namespace Gui {

/// Text to be read, selected and copied, of any length: its beginning is there at once, and more
/// as somebody scrolls on. What a search has found far below is shown without what stands between,
/// and then more comes as somebody scrolls up, too. Copying brings back the line ends that came,
/// and no line end where a long line was only broken to be shown.
class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(const QString &accessibleName, QWidget *parent = nullptr);
    ~TextView() override;

    void setSource(std::unique_ptr<TextSource> source);
    bool isWhole() const { return !m_source && m_above.isEmpty(); } ///< Nothing more is to come.
    /// All of the text from its beginning; null when there is none.
    std::unique_ptr<TextSource> wholeText() const;

    /// Selects what stands at a place. \a marks are those of all pieces up to there.
    void showPlace(const QList<TextMark> &marks, qint64 start, qint64 length);
    /// The places between which the selection lies, or twice where the cursor is.
    std::pair<qint64, qint64> selectedPlaces() const;

    bool isWrapped() const { return lineWrapMode() != NoWrap; }
    void setWrapped(bool isWrapped);

    static LineEnd endOf(const QTextBlock &block);

signals:
    void replaced(); ///< by another text
    void grown();
    void menuOpening(QMenu &menu, qint64 place); ///< of what can be done where somebody points

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void grow();
    void growAbove();
    void growIfNearEnd();
    void beginAt(const QList<TextMark> &marks, qsizetype piece);
    void append(const QList<TextLine> &lines);
    void dress(QTextBlock block, const QList<TextLine> &lines);
    qint64 placeOf(int position) const;
    int positionOf(qint64 place) const;
    void applyInks();

    std::unique_ptr<TextSource> m_beginning;
    std::unique_ptr<TextSource> m_source; ///< null once all that follows is shown
    QList<TextMark> m_above; ///< of the pieces that stand above what is shown
    qint64 m_start = 0; ///< the place of what is shown first
    qint64 m_end = 0;
    QTimer m_growth;
};

} // namespace Gui
