// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/aside.h"
#include "ui/detail/textsearch.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace Gui {

class TextView;

/// Looks for words in a text, without regard to case, counts their places and shows one after the
/// other. The text is looked through beside the screen, whether it is shown or not; a line that was
/// broken to be shown counts as one.
///
/// Borrows: \a view, which must outlive it.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(TextView &view, QWidget *parent = nullptr);

    void open(); ///< Shows it, with what is selected as the words.
    void close();
    /// Each goes round at the end that it comes to.
    void findNext();
    void findPrevious();

signals:
    void textWanted(); ///< in sight, since it is about to be looked through

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool isBackward);
    void look(bool isBackward, qint64 from);
    void begin();
    void searchOn();
    void take(const TextFinds &finds);
    void showWanted();
    std::optional<qsizetype> wantedPlace();
    QString messageText() const;

    TextView &m_view;
    QLineEdit *m_words;
    QLabel *m_message;
    Aside m_searching;
    std::shared_ptr<TextSearch> m_search; ///< null when nothing was looked for in this text
    TextFinds m_finds; ///< all that it has come upon yet
    bool m_isWanted = false; ///< a place that is still to be shown
    bool m_isBackward = false;
    bool m_hasGoneRound = false;
    qint64 m_from = 0; ///< the first place that counts, or the first that does not
    qsizetype m_shown = -1; ///< which of the places is shown
};

} // namespace Gui
