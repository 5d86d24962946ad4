// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/stage.h"

#include "tests/ui/gallery/samples.h"
#include "tests/ui/makers.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/requests.h"

#include <QSettings>
#include <QTest>
#include <QThreadPool>

using namespace Core;

namespace Gallery {

void Camera::save(const QString &scene, const QPixmap &picture) const
{
    const QString name = scene + u'-' + look + QStringLiteral(".png");
    if (!picture.save(folder.filePath(name)))
        qFatal("The picture could not be written.");
}

Stage::Stage(const Camera &camera)
    : m_camera(camera)
    , m_window(Testing::settingsIn(m_folder))
{
    m_window.resize(camera.size);
    m_log.serve(m_window);
    emit m_window.facts().statusChanged(Testing::listeningEngine());
}

Stage::~Stage() = default;

void Stage::fill()
{
    QList<Attempt> attempts;
    for (int i = 1; i <= Rows; ++i)
        attempts.append(makeAttempt(i));
    emit m_window.facts().destinationsChanged(makeDestinations());
    emit m_window.facts().attemptsRecorded(attempts);
    emit m_window.facts().activityCounted(makeActivity(attempts));
    Capture capture = Testing::capture(Rows + 10);
    capture.receivedAt = nowMinus(20);
    emit m_window.facts().capturesRecorded({capture});
    emit m_window.facts().statusChanged(makeStatus());
}

void Stage::fillWithHistory()
{
    constexpr int Many = 1'000'000;
    QList<Attempt> attempts;
    attempts.reserve(Many);
    for (int i = 1; i <= Many; ++i)
        attempts.append(makeAttempt(i, Many));
    m_log.record(attempts);
    m_log.partRows = Many;
    emit m_window.facts().destinationsChanged(makeDestinations());
    emit m_window.facts().activityCounted(makeActivity(attempts.last(Rows)));
    emit m_window.facts().statusChanged(makeStatus());
    emit m_window.facts().logOpened();
}

void Stage::answerRecords()
{
    QObject::connect(&m_window.requests(), &Gui::Requests::attemptRecordRequested, &m_window,
                     [this](const Core::AttemptId &id) {
                         emit m_window.facts().attemptLoaded(
                             makeRecord(makeAttempt(static_cast<int>(id.value))));
                     });
    QObject::connect(&m_window.requests(), &Gui::Requests::kinRequested, &m_window,
                     [this](const LogKey &row) { emit m_window.facts().kinFound(makeKin(row)); });
    QObject::connect(
        &m_window.requests(), &Gui::Requests::signatureCheckRequested, &m_window,
        [this](const LogKey &row) { emit m_window.facts().signatureChecked(makeReport(row)); });
}

void Stage::answerFigures()
{
    QObject::connect(
        &m_window.requests(), &Gui::Requests::figuresRequested, &m_window,
        [this](const FigureQuestion &question) {
            Figures figures{question.destination,
                            makeWeather(question.frame, 7),
                            {{{AttemptOutcome::Delivered, 200, Failure::None, Phase::None}, 3712},
                             {{AttemptOutcome::Temporary, 503, Failure::None, Phase::None}, 412},
                             {{AttemptOutcome::Temporary, 0, Failure::TimedOut, Phase::Wait}, 96},
                             {{AttemptOutcome::Failed, 404, Failure::None, Phase::None}, 31}},
                            4155,
                            Microseconds{84'000},
                            Microseconds{412'000},
                            Microseconds{1'840'000},
                            {7, false},
                            true};
            QMetaObject::invokeMethod(
                &m_window, [this, figures] { emit m_window.facts().destinationCounted(figures); },
                Qt::QueuedConnection);
        });
    QObject::connect(&m_window.requests(), &Gui::Requests::fleetRequested, &m_window,
                     [this](const TimeFrame &frame) {
                         FleetFigures figures{frame, {}, true};
                         for (int i = 1; i <= 7 && frame.count > 0; ++i)
                             figures.destinations.append({DestinationId{i}, makeWeather(frame, i)});
                         QMetaObject::invokeMethod(
                             &m_window,
                             [this, figures] { emit m_window.facts().fleetCounted(figures); },
                             Qt::QueuedConnection);
                     });
}

void Stage::chooseFailure()
{
    settle();
    auto *const view = child<Gui::LogView>();
    for (int row = view->model()->rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = view->model()->index(row, Gui::LogModel::PlaceColumn);
        if (index.data().toString() != QLatin1StringView("billing"))
            continue;
        view->setCurrentIndex(index.siblingAtColumn(0));
        return;
    }
}

void Stage::settle()
{
    m_window.show();
    auto *const model = child<Gui::LogModel>();
    model->flush();
    if (!QTest::qWaitForWindowExposed(&m_window)
        || !QTest::qWaitFor([model] { return !model->isSearching(); }))
        qFatal("The window does not come to rest.");
    // What is painted asks for rows and for what tints them, bodies are read beside the screen, and
    // all of it ends here.
    for (int round = 0; round < 3; ++round) {
        m_window.grab();
        if (!QTest::qWaitFor([model] { return model->colours().isIdle(); }))
            qFatal("Nobody tells which rows are tinted.");
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
}

void Stage::save(const QString &scene, QWidget *widget)
{
    settle();
    m_camera.save(scene, (widget == nullptr ? &m_window : widget)->grab());
}

} // namespace Gallery
