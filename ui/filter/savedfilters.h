// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QSettings;

namespace Gui {

class FilterField;

/// Filters that bear a name, each an action that is checked while it is part of what is in force:
/// it adds its terms to the field's text, and takes them away again.
///
/// Borrows: \a field.
class SavedFilters final : public QObject
{
    Q_OBJECT

public:
    explicit SavedFilters(FilterField &field, QObject *parent = nullptr);

    const QList<QAction *> &actions() const { return m_actions; }

    // One that has the name already goes.
    void add(const QString &name, const QString &text);
    void rename(QAction *action, const QString &wanted);
    void remove(QAction *action);
    static QString nameOf(const QAction *action);
    static QString textOf(const QAction *action);

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

signals:
    void changed(); ///< which there are, or what they are called

private:
    void insert(const QString &name, const QString &text);
    void toggle(const QString &text, bool isWanted);
    void review();

    FilterField &m_field;
    QList<QAction *> m_actions;
};

} // namespace Gui
