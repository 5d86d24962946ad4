// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Gui {

/// What can be done about a bin of which nothing is on record: its address, the command that sends
/// something there, and a button that does so at once.
class BinOffer final : public QWidget
{
    Q_OBJECT

public:
    explicit BinOffer(QWidget *parent = nullptr);

    void setBin(const QString &bin, const QString &address);
    QString command() const;

signals:
    void copied();
    void sendingRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void applyFont();

    QLabel *m_title;
    QLabel *m_address;
    QLabel *m_command;
    QPushButton *m_copy;
    QPushButton *m_send;
};

/// The command that sends something to a bin.
QString curlToBin(const QString &address);

} // namespace Gui
