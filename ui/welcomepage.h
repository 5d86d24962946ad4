// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QScrollArea>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace Gui {

/// What the window shows while there is nothing to show: three ways to see something happen.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// The addresses of this very program; empty ones say that it does not listen yet.
    void setUrls(const QString &apiUrl, const QString &binUrl);
    QString command() const;

signals:
    /// A person wants this program's own bin as a destination.
    void demoRequested(const Core::Destination &demo);
    void additionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addStep(QVBoxLayout &layout, const QString &title, const QString &text, QWidget *work);
    QWidget *makeCommand();
    QPushButton *makeButton(const QString &text);
    void applyFont();
    void requestDemo();

    QWidget *m_column;
    QLabel *m_title;
    QList<QLabel *> m_stepTitles;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_demo;
    QPushButton *m_add;
    QString m_binUrl;
};

} // namespace Gui
