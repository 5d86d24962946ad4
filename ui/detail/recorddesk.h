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
class Requests;

/// Brings the record of a row into a detail pane, with what belongs to it, keeps it as new as what
/// is told, and does what a person can do with a record: find in it, copy it in other words, save
/// its body.
///
/// Borrows: all that it is made with.
class RecordDesk final : public QObject
{
    Q_OBJECT

public:
    RecordDesk(DetailPane &pane, const Facts &facts, Requests &requests, QObject *parent = nullptr);

    void show(const Core::LogKey &row); ///< as soon as it has been read
    void forget(); ///< shows nothing
    void refresh(); ///< what is shown may have changed

    QAction *const find;
    QAction *const findNext;
    QAction *const findPrevious;
    QAction *const copyAs; ///< opens copyMenu()
    QAction *const copyCurl;
    QAction *const copyHttpie;
    QAction *const copyRaw;
    QAction *const copyJson;
    QAction *const copyMarkdown;
    QAction *const showSecrets; ///< in the pane and in what is copied; a new desk hides them
    QAction *const saveBody;

    QMenu *copyMenu() const { return m_copyMenu; }

signals:
    void shown(const Gui::RowRecord &record); ///< and again when it has changed
    void refused(const Core::Error &error);
    void copied(bool isMasked); ///< with something masked in it

private:
    using CopyRequest = QString (*)(const CopiedRequest &, SecretFields);

    void setUpActions();
    void connectPane();
    void requestRecord(const Core::LogKey &row);
    void take(const RowRecord &record);
    void noteAttempts(const QList<Core::Attempt> &attempts);
    void noteCaptures(const QList<Core::Capture> &captures);
    void noteDestinations(const QList<Core::DestinationStatus> &statuses);
    void refreshSoon();
    void clear();
    void updateActions();
    void copy(CopyRequest asText);
    void copyRow(QString (*asText)(const RowRecord &, SecretFields));
    void saveBodyAs();
    SecretFields secrets() const;

    DetailPane &m_pane;
    Requests &m_requests;
    QMenu *m_copyMenu;
    Core::LogKey m_awaited;
    QSet<qint64> m_awaitedToCompare; ///< keys of rows
    QTimer m_refresh{this}; ///< runs while what was shown is no longer all there is
    QTimer m_lateRecord; ///< ends the showing of an old record when the new one is late
};

} // namespace Gui
