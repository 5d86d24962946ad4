// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gui {

/// Asks for a few words: a note, or a reason. They may be left empty.
class WordsDialog final : public QDialog
{
    Q_OBJECT

public:
    WordsDialog(const QString &title, const QString &question, QWidget *parent = nullptr);

    void setWords(const QString &words);
    void setLongest(int characters);
    void setConfirmation(const QString &text); ///< what the button says

signals:
    void wordsEntered(const QString &words);

private:
    void check();

    QPlainTextEdit *m_words;
    QLabel *m_check;
    QPushButton *m_confirm;
    int m_longest = 500;
};

} // namespace Gui
