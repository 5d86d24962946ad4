// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/stage.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/findbar.h"
#include "ui/detail/messageview.h"
#include "ui/detail/rowwindow.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/facts.h"

#include <QApplication>
#include <QLineEdit>

using namespace Core;

namespace Gallery {

namespace {

/// A row in a window of its own, which has been forgotten meanwhile.
void paintRowWindow(Stage &stage)
{
    stage.child<Gui::RowWindowDesk>()->open->trigger();
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        auto *const window = qobject_cast<Gui::RowWindow *>(widget);
        if (window == nullptr)
            continue;
        stage.save(QStringLiteral("own-window"), window);
        emit stage.window().facts().rowMissing(window->row());
        stage.save(QStringLiteral("own-window-gone"), window);
    }
}

} // namespace

void paintDetail(const Camera &camera)
{
    Stage stage(camera);
    stage.answerRecords();
    stage.fill();
    stage.chooseFailure();
    paintRowWindow(stage);
    auto *const detail = stage.child<Gui::DetailPane>();
    auto *const body = detail->request()->body();
    detail->setCurrentTab(Gui::DetailPane::RequestTab);
    body->setMode(Gui::BodyView::Mode::Tree);
    stage.save(QStringLiteral("tree"), detail);
    body->finder()->open();
    body->finder()->findChild<QLineEdit *>()->setText(QStringLiteral("invoice"));
    stage.save(QStringLiteral("find"), detail);
    body->setMode(Gui::BodyView::Mode::Hex);
    stage.save(QStringLiteral("hex"), detail);
    const QStringList names{QStringLiteral("timing"), QStringLiteral("tries"),
                            QStringLiteral("diff"), QStringLiteral("signature")};
    for (int tab = Gui::DetailPane::TimingTab; tab < Gui::DetailPane::TabCount; ++tab) {
        detail->setCurrentTab(Gui::DetailPane::Tab{tab});
        stage.save(names.at(tab - Gui::DetailPane::TimingTab), detail);
    }
}

} // namespace Gallery
