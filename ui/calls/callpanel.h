// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace Gui {

class CallModel;
class Facts;

/// Who has called the HTTP interface, and what was refused and why. While nobody has, it shows a
/// command that does.
class CallPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CallPanel(const Facts &facts, QWidget *parent = nullptr);

    void showSecrets(bool areShown); ///< They are hidden at first.

signals:
    void closeRequested(); ///< A person wants to see the log again.

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeMessage();
    void applyFont();
    void fitColumns();
    void setUrls(const QString &apiUrl, const QString &binUrl);
    void showMessage();

    CallModel *m_model;
    QTableView *m_view;
    QLabel *m_title;
    QCheckBox *m_refusedOnly;
    QLabel *m_message;
    QLabel *m_command; ///< to try, while there was no call
    QPushButton *m_copy;
    QPushButton *m_showAll;
    QStackedWidget *m_stack;
    int m_callWidth = 0; ///< that calls have taken so far
    bool m_isFitting = false;
    bool m_isFitByHand = false; ///< A person has made a column wider or narrower.
};

} // namespace Gui
