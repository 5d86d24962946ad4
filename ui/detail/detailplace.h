// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Gui {

class Actions;
class DetailDesk;
class DetailPane;
class DetailSplitter;
class RecordDesk;

/// Whether the details are shown, and on which side of the list. Whatever is asked of them brings
/// them back.
///
/// Thread: screen.
class DetailPlace final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Parts
    {
        DetailPane &pane;
        DetailSplitter &splitter;
        QWidget &list; ///< takes the keyboard from details that go
        const Actions &actions;
        const DetailDesk &details;
        const RecordDesk &record;
    };

    explicit DetailPlace(const Parts &parts, QObject *parent = nullptr);

private:
    void show() const;
    void setShown(bool areShown);
    void find();

    Parts m_parts;
};

} // namespace Gui
