// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/standinlog.h"
#include "ui/log/logmodel.h"

#include <QAbstractItemModelTester>
#include <QObject>

#include <memory>

namespace Testing {

/// The base of a suite over the list's model: a new one for every test, with a log of its own that
/// answers what it asks, and under the eyes of Qt's tester.
class LogModelSuite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    static QString cell(const Gui::LogModel &model, int line, int column)
    {
        return model.index(line, column).data().toString();
    }
    QString cell(int line, int column) const { return cell(*m_model, line, column); }
    int lineOf(qint64 number) const
    {
        return m_model->lineOf(Core::LogKey::of(Core::AttemptId{number}));
    }
    /// The numbers of the rows that lines show, captures as negative ones.
    QList<qint64> shown() const;
    /// On record first, then told.
    void tell(const QList<Core::Attempt> &attempts, const QList<Core::Capture> &captures = {});
    void recordMany(qint64 count);
    void search();

    std::unique_ptr<StandInLog> m_log;
    std::unique_ptr<Gui::LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace Testing
