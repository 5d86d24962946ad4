// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/standinlog.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/log/newspill.h"

#include <QScrollBar>

#include <memory>

namespace Testing {

/// The base of a suite over the list: a new one for every test, with 500 rows that were told.
class LogViewSuite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    static Core::Attempt beat(qint64 number);
    void add(int count);
    void tell(const QList<Core::Attempt> &attempts);
    void fillFromRecord(qint64 count); ///< A list whose rows have been found, not told.
    static void settle();
    int lineOf(qint64 number) const
    {
        return m_model->lineOf(Core::LogKey::of(Core::AttemptId{number}));
    }
    QScrollBar *bar() const { return view()->verticalScrollBar(); }
    Gui::LogView *view() const { return m_panel->view(); }
    Gui::NewsPill *pill() const { return m_panel->findChild<Gui::NewsPill *>(); }
    Core::LogKey topKey() const { return m_model->lineAt(view()->indexAt(QPoint(2, 2)).row()).key; }

    std::unique_ptr<StandInLog> m_log;
    std::unique_ptr<Gui::LogModel> m_model;
    std::unique_ptr<Gui::LogPanel> m_panel;
    qint64 m_next = 1;
};

} // namespace Testing
