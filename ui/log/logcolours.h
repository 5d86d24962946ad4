// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logrules.h"
#include "ui/log/colourrule.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Gui {

/// A rule in force, as a row needs it that it fits.
struct RowRule
{
    QString name;
    RowHue hue = RowHue::Grey;
};

/// Which rule is the first that fits a row of the log. Rows are asked about as they are looked at,
/// many in one question and one question at a time, and have no rule until the answer has come; one
/// that has changed keeps what it had until then. Without a rule in force nothing is asked.
class LogColours final : public QObject
{
    Q_OBJECT

public:
    explicit LogColours(QObject *parent = nullptr);

    /// Those that are off, or cannot be read, are passed over.
    void setRules(const QList<ColourRule> &rules);

    const RowRule *ruleOf(Core::LogKey key) const;

    bool isIdle() const { return !m_isAsking && m_wanted.isEmpty(); } ///< All is known.

    void outdate(Core::LogKey key); ///< The row is another one.
    void restart(); ///< Asks about everything anew: there is somebody to answer.
    void take(const Core::LogRulesAnswer &answer);

signals:
    void changed(const QList<Core::LogKey> &keys);
    void allChanged();
    void judgementRequested(const Core::LogRulesQuestion &question);

private:
    struct Verdict
    {
        int rule = -1; ///< its place; -1 for none
        int epoch = 0; ///< in which that was so
        int ticket = 0; ///< by which it is being asked about, or will be
    };
    static constexpr int RowCount = 10'000;

    void want(Core::LogKey key) const;
    void outdateAll();
    void ask();

    QList<ColourRule> m_given;
    QList<RowRule> m_rules; ///< of these, those in force
    QList<Core::Filter> m_filters; ///< of those in force
    bool m_isLively = false; ///< A row may come to fit another rule without being told anew.
    mutable QCache<qint64, Verdict> m_verdicts{RowCount};
    mutable QList<Core::LogKey> m_wanted;
    QList<Core::LogKey> m_askedAbout; ///< in the question that is open
    QSet<Core::LogKey> m_outdated; ///< since the question was asked
    int m_ticket = 1;
    int m_epoch = 1; ///< What was found before is out of date.
    int m_askedEpoch = 0;
    bool m_isAsking = false;
    mutable QTimer m_pause; ///< before the next question
    QTimer m_renewal;
    QTimer m_lapse{this}; ///< runs while a rule ceases to fit by itself
};

} // namespace Gui
