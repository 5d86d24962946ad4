// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forgetting.h"
#include "tests/ui/gallery/samples.h"
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/stage.h"
#include "ui/actions.h"
#include "ui/deliveries/historydesk.h"
#include "ui/desk/helpdesk.h"
#include "ui/desk/helpdialog.h"
#include "ui/facts.h"
#include "ui/requests.h"
#include "ui/sidebar/binlist.h"

#include <QWidget>

using namespace Core;

namespace Gallery {

namespace {

void paintBeside(const Camera &camera)
{
    Stage stage(camera);
    stage.answerRecords();
    stage.fill();
    stage.child<Gui::Actions>()->detailsBeside->setChecked(true);
    stage.chooseFailure();
    stage.save(QStringLiteral("beside"));
}

/// Without details, and with rows that are about to go.
void paintDeletion(const Camera &camera)
{
    Stage stage(camera);
    stage.answerRecords();
    stage.fill();
    stage.child<Gui::Actions>()->details->setChecked(false);
    stage.chooseFailure();
    QObject::connect(
        &stage.window().requests(), &Gui::Requests::forgettingPreviewRequested, &stage.window(),
        [&stage](const ForgetOrder &order) {
            emit stage.window().facts().forgettingPreviewed({order.ticket, 3, 0, 0, {}});
        });
    stage.child<Gui::HistoryDesk>()->deleteRows->trigger();
    stage.save(QStringLiteral("deletion"));
}

void paintEmptyBin(const Camera &camera)
{
    Stage stage(camera);
    emit stage.window().facts().destinationsChanged(makeDestinations());
    emit stage.window().facts().attemptsRecorded({makeAttempt(1)});
    emit stage.window().facts().statusChanged(makeStatus());
    stage.settle();
    auto *const bins = stage.child<Gui::BinList>();
    bins->setCurrentIndex(bins->model()->index(0, 0));
    bins->chooseCurrent();
    stage.save(QStringLiteral("bin-empty"));
}

void paintHelp(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    stage.child<Gui::HelpDesk>()->open->trigger();
    auto *const help = stage.child<Gui::HelpDialog>();
    for (const auto page :
         {Gui::HelpDialog::StepsPage, Gui::HelpDialog::KeysPage, Gui::HelpDialog::FilterPage}) {
        help->setPage(page);
        stage.save(QStringLiteral("help-%1").arg(page), help);
    }
    help->close();
}

} // namespace

void paintPlaces(const Camera &camera)
{
    paintBeside(camera);
    paintDeletion(camera);
    paintEmptyBin(camera);
    paintHelp(camera);
}

} // namespace Gallery
