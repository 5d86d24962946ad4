// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/apicall.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/status.h"
#include "ui/welcome/firststeps.h"

#include <QScrollArea>
#include <QTimer>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabBar;

namespace Gui {

class Step;

/// The first steps: three ways to see something happen, each of which tells by itself when it has
/// been done. Shown while there is nothing else to show, and whenever somebody asks for it.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// The addresses of this very program; empty ones say that it does not listen yet, for which
    /// \a trouble may be the reason.
    void setUrls(const QString &apiUrl, const QString &binUrl, const QString &trouble = {});
    void setLogOffered(bool isOffered); ///< whether there is a log to go back to
    QString command() const;

    void showCalls(const QList<Core::ApiCall> &calls);
    void showAttempts(const QList<Core::Attempt> &attempts);
    void showCaptures(const QList<Core::Capture> &captures);
    void showDestinations(const QList<Core::DestinationStatus> &destinations);
    void showRegistered(const Core::Destination &destination); ///< by a call, just now

signals:
    /// A person wants this program's own bin as a destination.
    void demoRequested(const Core::Destination &demo);
    /// \a url is what the clipboard holds, where that is an address.
    void additionRequested(const QString &url);
    void callTaken(); ///< the command has been run
    void logRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeCommand();
    QWidget *makeButtonRow(QPushButton *button);
    QPushButton *makeButton(const QString &text);
    void applyFont();
    void takeFocus();
    void copyCommand();
    void nameCopy(const QString &text, const QString &accessibleName);
    void showCommand();
    void showCallStep();
    void showAnswer(const Core::Attempt &attempt);
    void showDemo();
    void requestDemo();
    void requestAddition();

    QWidget *m_column;
    QLabel *m_title;
    QTabBar *m_tools;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_demo;
    QPushButton *m_add;
    QPushButton *m_back;
    Step *m_demoStep;
    Step *m_commandStep;
    Step *m_ownStep;
    CallStep m_callStep;
    std::optional<Core::Attempt> m_demoAnswer; ///< the newest
    QList<Core::Capture> m_demoCaptures; ///< the newest of what its bin has received
    Core::DestinationId m_registered; ///< by a call, as long as its answer is awaited
    QString m_apiUrl;
    QString m_binUrl;
    QTimer m_copied{this}; ///< while the button says that it has copied
    bool m_isFocusDue = false; ///< since the page was shown
};

} // namespace Gui
