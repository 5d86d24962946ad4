// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/colourrule.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Gui {

class FilterField;

/// The rules that tint rows of the log, in their order, each as its rows look. What is entered
/// holds at once, but for a filter that cannot be read: until it can, the rule keeps the one it
/// had.
class ColoursPage final : public QWidget
{
    Q_OBJECT

public:
    ColoursPage(bool isTinting, const QList<ColourRule> &rules, QWidget *parent = nullptr);

signals:
    void tintingChanged(bool isWanted);
    void rulesChanged(const QList<Gui::ColourRule> &rules);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void dressList();
    QGridLayout *makeButtons();
    QWidget *makeEditor();
    void connectEditor();

    int chosen() const; ///< -1 for none
    void fill(int toChoose);
    void dress(); ///< by palette, letters and set of colours
    void showRule(int place);
    void showChosen();
    void updateButtons();
    void updateNote();
    QString noteFor(const ColourRule &rule) const;

    void setRules(const QList<ColourRule> &rules, int toChoose);
    void change(const ColourRule &rule); ///< the chosen one
    bool enter(const ColourRule &rule); ///< likewise, to be told later; whether it is another
    void tell();
    void tellEntered();
    void takeName();
    void takeFilter();
    void takeSwitch(QTreeWidgetItem &item);
    void add();
    void remove();
    void move(int step);
    void restore();

    QList<ColourRule> m_rules;
    QTimer m_pause; ///< runs until a pause in typing a name
    QList<ColourRule> m_replaced; ///< by the usual ones, just now
    QTreeWidget *m_list;
    QLineEdit *m_name;
    FilterField *m_filter;
    QComboBox *m_colour;
    QLabel *m_note;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace Gui
