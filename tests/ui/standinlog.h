// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logrules.h"
#include "core/model/logsearch.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace Gui {
class LogModel;
class MainWindow;
} // namespace Gui

namespace Testing {

/// Stands in for the log on record: holds what a list is told of, and answers its questions, each
/// in a later turn of the event loop.
class StandInLog final : public QObject
{
    Q_OBJECT

public:
    explicit StandInLog(QObject *parent = nullptr);

    void serve(Gui::LogModel &model);
    void serve(Gui::MainWindow &window);

    void record(const QList<Core::Attempt> &attempts);
    void record(const QList<Core::Capture> &captures);
    void forget(Core::LogKey key);
    std::unique_ptr<StandInLog> copy() const; ///< of what it holds, for another run

    int partRows = 1000; ///< of a search, in one part
    int rowQuestions = 0; ///< so many were asked
    int rowsRead = 0;
    int judgements = 0;
    QList<Core::LogRulesQuestion> rulesQuestions; ///< that were asked

private:
    void search(const Core::LogSearch &search,
                const std::function<void(const Core::LogChunk &)> &tell);
    Core::SortedLog sorted(const Core::LogSearch &search) const;
    Core::LogSpan span() const;
    Core::LogAnswer judge(const Core::LogQuestion &question);
    Core::LogRulesAnswer judgeRules(const Core::LogRulesQuestion &question);
    Core::LogRowsAnswer read(const Core::LogRowsQuestion &question);
    void later(std::function<void()> answer);

    const Core::Attempt *senderOf(const Core::Capture &capture) const;
    Core::LinkedCapture linked(const Core::Capture &capture) const;
    Core::LogFold foldOf(const Core::LogScope &scope, Core::LogKey key) const;
    bool isIn(const Core::LogScope &scope, Core::LogKey key) const;
    QList<Core::LogEntry> entries(const Core::LogScope &scope,
                                  const QList<Core::LogKey> &keys) const;
    QList<Core::LogKey> keys() const;

    std::map<Core::LogKey, Core::Attempt> m_attempts;
    std::map<Core::LogKey, Core::Capture> m_captures;
    int m_ticket = 0;
};

} // namespace Testing
