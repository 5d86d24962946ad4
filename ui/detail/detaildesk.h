// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/status.h"
#include "ui/detail/copyas.h"
#include "ui/detail/rowrecord.h"

#include <QAction>
#include <QObject>
#include <QSet>
#include <QTimer>

class QMenu;

namespace Gui {

class DetailPane;
class Facts;
class LogPanel;
class Requests;

/// Brings the record of the chosen row into the detail pane, with what belongs to it, and does what
/// a person can do with a record: find in it, copy it in other words, save its body, compare it
/// with another one.
///
/// Borrows: all that it is made with.
class DetailDesk final : public QObject
{
    Q_OBJECT

public:
    DetailDesk(LogPanel &panel, DetailPane &pane, const Facts &facts, Requests &requests,
               QObject *parent = nullptr);

    QAction *const find;
    QAction *const findNext;
    QAction *const findPrevious;
    QAction *const copyAs; ///< opens copyMenu()
    QAction *const copyCurl;
    QAction *const copyHttpie;
    QAction *const copyRaw;
    QAction *const copyMarkdown;
    QAction *const includeSecrets; ///< in what is copied
    QAction *const saveBody;
    QAction *const compare; ///< the two chosen rows

    QMenu *copyMenu() const { return m_copyMenu; }

    /// Chooses a row of the log, or shows its record where the log does not list it.
    void goTo(const Core::LogKey &row);

signals:
    void refused(const Core::Error &error);
    void copied();

private:
    using CopyRequest = QString (*)(const CopiedRequest &, SecretFields);

    void setUpActions();
    void connectPane();
    void awaitRecord(const Core::LogKey &row);
    void requestRecord(const Core::LogKey &row);
    void take(const RowRecord &record);
    void noteAttempts(const QList<Core::Attempt> &attempts);
    void noteCaptures(const QList<Core::Capture> &captures);
    void noteDestinations(const QList<Core::DestinationStatus> &statuses);
    void refreshSoon();
    void forget();
    void updateActions();
    void updateCompare();
    void copy(CopyRequest asText);
    void copyReport();
    void compareChosen();
    void saveBodyAs();
    SecretFields secrets() const;

    LogPanel &m_panel;
    DetailPane &m_pane;
    Requests &m_requests;
    QMenu *m_copyMenu;
    Core::LogKey m_awaited;
    QSet<qint64> m_awaitedToCompare; ///< keys of rows
    QTimer m_refresh{this}; ///< runs while what was shown is no longer all there is
    QTimer m_lateRecord; ///< ends the showing of an old record when the new one is late
};

} // namespace Gui
