// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/charts/chartnumbers.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace Gui {

/// Takes a chart elsewhere: its picture into a file, its numbers into a file or the clipboard.
///
/// Borrows: \a chart, whose picture is taken.
class ChartExport final : public QObject
{
    Q_OBJECT

public:
    /// \a name is what the actions' names begin with.
    ChartExport(QWidget &chart, const QString &name, std::function<ChartNumbers()> numbers,
                QObject *parent);

    QList<QAction *> actions() const { return {savePicture, saveNumbers, copyNumbers}; }

    QAction *const savePicture;
    QAction *const saveNumbers;
    QAction *const copyNumbers;

    QByteArray picture() const; ///< as a PNG file

signals:
    void refused(const Core::Error &error);

private:
    void save(const QString &title, const QString &name, const QByteArray &bytes);

    QWidget &m_chart;
    QString m_name;
    std::function<ChartNumbers()> m_numbers;
};

} // namespace Gui
