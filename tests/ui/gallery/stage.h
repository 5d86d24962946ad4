// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/standinlog.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QTemporaryDir>

namespace Gallery {

/// Where pictures go, and how the window is to look on them.
struct Camera
{
    QDir folder;
    QString look; ///< what tells these pictures from others, a part of their names
    QSize size;

    void save(const QString &scene, const QPixmap &picture) const;
};

/// A window with its own settings and log, and what it takes to look at it.
class Stage final
{
    Q_DISABLE_COPY_MOVE(Stage)

public:
    explicit Stage(const Camera &camera);
    ~Stage();

    Gui::MainWindow &window() { return m_window; }
    template<typename T>
    T *child() const
    {
        return m_window.findChild<T *>();
    }

    void fill(); ///< Destinations, attempts, captures.
    void fillWithHistory(); ///< The same, and a million attempts on record.
    void answerRecords(); ///< Whoever asks for a row's details gets some from now on.
    void answerFigures(); ///< So does who asks for figures.
    void chooseFailure();

    /// Waits until what has been asked for is there, and painted.
    void settle();
    /// Takes the picture of \a widget; of the window without one.
    void save(const QString &scene, QWidget *widget = nullptr);

private:
    const Camera &m_camera;
    QTemporaryDir m_folder;
    Gui::MainWindow m_window;
    Testing::StandInLog m_log;
};

} // namespace Gallery
