// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Gui {

/// A few fixed choices, and a last one that is spelt out in a field beside it.
class ChoiceField final : public QWidget
{
    Q_OBJECT

public:
    ChoiceField(const QString &accessibleName, const QStringList &choices,
                const QString &placeholder, QWidget *parent = nullptr);

    int choice() const;
    bool isSpeltOut() const; ///< the last choice is taken
    QString text() const;

    void setChoice(int choice);
    void setText(const QString &text); ///< takes the last choice

signals:
    void changed();

private:
    QComboBox *m_choices;
    QLineEdit *m_text;
};

} // namespace Gui
