// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBlock;

namespace Gui {

class TextView;

/// Looks for words in a text, without regard to case, and shows each place in it. A long text is
/// looked through in steps, taking in the rest of it as need be; a line that was broken to be shown
/// counts as one.
///
/// Borrows: \a view, which must outlive it.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(TextView &view, QWidget *parent = nullptr);

    void open(); ///< Shows it, with what is selected as the words.
    /// Each goes round at the end that it comes to.
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool isBackward);
    void begin(bool isBackward, int from);
    void step();
    bool stepForward();
    bool stepBackward();
    bool searchBlock(const QTextBlock &block);
    void showPlace(const QTextBlock &block, qsizetype offset);
    void close();

    TextView &m_view;
    QLineEdit *m_words;
    QLabel *m_message;
    QTimer m_steps;
    bool m_isBackward = false;
    bool m_hasGoneRound = false;
    int m_start = 0; ///< the block it began at
    int m_block = 0;
    int m_bound = 0; ///< in that block: the first place that counts, or the first that does not
};

} // namespace Gui
