// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

#include <functional>
#include <vector>

namespace Gui {

class UndoBar;

/// Takes back what can be taken back, of whatever kind: what was offered last comes first. Named
/// after that, and greyed while there is nothing.
class UndoAction final : public QAction
{
    Q_OBJECT

public:
    explicit UndoAction(QObject *parent);

    /// What \a offerer offers now, instead of what it offered before; \a name is the action's.
    void offer(const QObject &offerer, const QString &name, std::function<void()> undo);
    void withdraw(const QObject &offerer);
    /// Offers what \a bar offers, as long as it does.
    void follow(UndoBar &bar, const QString &name);

private:
    struct Offer
    {
        const QObject *offerer = nullptr; ///< compared only
        QString name;
        std::function<void()> undo;
    };

    void remove(const QObject &offerer);
    void undoLast() const;
    void showLast();

    std::vector<Offer> m_offers; ///< the last one first to be taken back
};

} // namespace Gui
