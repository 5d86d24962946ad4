// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostiletrial.h"

#include "core/dispatch/posterworker.h"
#include "core/dispatch/verdict.h"
#include "tests/support/wholereport.h"

#include <QTest>

#include <algorithm>

namespace Core {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype Together = 40;
constexpr Milliseconds MaxDelay{500}; ///< of the deadline
constexpr Milliseconds MaxHaste{5}; ///< of two clocks that are read in whole milliseconds
constexpr Milliseconds BodyTime{2'000}; ///< that reading the answer's body may add
constexpr qsizetype MaxHeaderBytes = 33'000;

QString inWords(const Report &report)
{
    if (report.status > 0)
        return QString::number(report.status);
    const QString words = toWords(report.failure, report.phase);
    return report.detail.isEmpty() ? words : QStringLiteral("%1: %2").arg(words, report.detail);
}

QString inWords(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Delivered:
        return QStringLiteral("delivered");
    case AttemptOutcome::Failed:
        return QStringLiteral("failed");
    case AttemptOutcome::Temporary:
        return QStringLiteral("temporary");
    default:
        return QStringLiteral("odd");
    }
}

QString inWords(std::optional<Milliseconds> pause)
{
    return pause ? QStringLiteral("%1 ms").arg(pause->count()) : QStringLiteral("the usual pause");
}

QStringList complaintsAbout(const Report &report, const Expectation &expected, Milliseconds took,
                            Milliseconds limit)
{
    QStringList complaints;
    const auto demand = [&complaints](bool isTrue, const QString &complaint) {
        if (!isTrue)
            complaints.append(complaint);
    };
    const Verdict verdict = judge(report, {}, SystemClock().now());
    demand(verdict.outcome == expected.outcome,
           QStringLiteral("%1, not %2").arg(inWords(verdict.outcome), inWords(expected.outcome)));
    demand(report.status == expected.status, QStringLiteral("status %1").arg(report.status));
    demand(!expected.failure || report.failure == *expected.failure,
           QStringLiteral("not \"%1\"")
               .arg(toWords(expected.failure.value_or(Failure::None), Phase::None)));
    demand(report.failure != Failure::TlsFailed || !report.detail.isEmpty(),
           QStringLiteral("no reason"));
    demand(!expected.phase || report.phase == *expected.phase,
           QStringLiteral("phase %1, not %2")
               .arg(static_cast<int>(report.phase))
               .arg(static_cast<int>(expected.phase.value_or(Phase::None))));
    demand(!expected.body || report.responseBody == *expected.body,
           QStringLiteral("kept another body, of %1 bytes").arg(report.responseBody.size()));
    demand(verdict.retryAfter == expected.retryAfter,
           QStringLiteral("Retry-After taken for %1, not %2")
               .arg(inWords(verdict.retryAfter), inWords(expected.retryAfter)));
    demand(report.responseBody.size() <= PosterWorker::MaxBodyBytes,
           QStringLiteral("kept %1 bytes").arg(report.responseBody.size()));
    demand(headersToLines(report.responseHeaders).size() <= MaxHeaderBytes,
           QStringLiteral("kept too long headers"));
    demand(took <= limit, QStringLiteral("told %1 ms too late").arg((took - limit).count()));
    return complaints;
}

} // namespace

HostileTrial::HostileTrial(Poster &poster, FakeLookUp &lookUp)
    : m_poster(poster)
    , m_lookUp(lookUp)
{
    m_trap.start();
    m_api.start();
    m_poster.setReportHandler([this](const QList<Report> &reports) {
        for (const Report &report : reports)
            take(report);
    });
    m_poster.setLateBodyHandler([this](const QList<LateBody> &bodies) {
        for (const LateBody &late : bodies)
            take(whole(m_verdicts.take(late.attempt.value), late));
    });
}

QList<Finding> HostileTrial::play(const HostileCases &cases)
{
    QList<Finding> findings;
    for (qsizetype first = 0; first < cases.size(); first += Together)
        playTogether(cases.mid(first, Together), findings);
    return findings;
}

void HostileTrial::playTogether(const HostileCases &cases, QList<Finding> &findings)
{
    std::vector<std::unique_ptr<Scene>> scenes;
    Milliseconds patience{0};
    for (const HostileCase &hostile : cases) {
        scenes.push_back(std::make_unique<Scene>());
        Scene &scene = *scenes.back();
        scene.hostile = hostile;
        scene.finding.name = hostile.name;
        scene.destination = DestinationId{findings.size() + static_cast<qint64>(scenes.size())};
        scene.receiver = std::make_unique<HostileReceiver>(
            hostile, SharedPorts{m_trap.serverPort(), m_api.serverPort()});
        patience = std::max(patience, hostile.timeout + BodyTime + 4 * MaxDelay);
        begin(scene);
    }
    const auto areOver = [&scenes] {
        return std::all_of(scenes.begin(), scenes.end(),
                           [](const auto &scene) { return scene->isOver; });
    };
    static_cast<void>(QTest::qWaitFor(areOver, static_cast<int>(patience.count())));
    m_scenes.clear();
    for (const auto &scene : scenes) {
        giveUpOn(*scene);
        findings.append(scene->finding);
    }
}

void HostileTrial::begin(Scene &scene)
{
    static_cast<void>(QTest::qWaitFor([&scene] { return scene.receiver->isReady(); }));
    setUpNames(m_lookUp, scene.hostile, scene.receiver->url());
    post(scene, scene.hostile.body);
}

void HostileTrial::post(Scene &scene, const QByteArray &body)
{
    Shipment shipment;
    shipment.attempt = AttemptId{++m_lastNumber};
    shipment.destination = scene.destination;
    shipment.url = scene.receiver->url();
    shipment.headers = {{"User-Agent", "Hookpost/trial"},
                        {"Accept-Encoding", "identity"},
                        {"Content-Type", "text/plain"}};
    shipment.body = body;
    shipment.timeout = scene.hostile.timeout;
    m_scenes.insert(shipment.attempt.value, &scene);
    scene.timer.start();
    m_poster.post(shipment);
}

void HostileTrial::take(const Report &report)
{
    if (report.isBodyComing) {
        m_verdicts.insert(report.attempt.value, report);
        return;
    }
    Scene *const scene = m_scenes.take(report.attempt.value);
    if (!scene)
        return;
    if (scene->isInSecondPart) {
        judgeSecond(*scene, report);
        scene->isOver = true;
        return;
    }
    judgeFirst(*scene, report);
    scene->isOver = !scene->hostile.isSecondPostAnswered;
    scene->isInSecondPart = scene->hostile.isSecondPostAnswered;
    if (scene->isInSecondPart)
        post(*scene, "second");
}

void HostileTrial::judgeFirst(Scene &scene, const Report &report)
{
    const Milliseconds took{scene.timer.elapsed()};
    scene.finding.took = took;
    scene.finding.told = inWords(report);
    const Milliseconds time = scene.hostile.timeout + (report.status > 0 ? BodyTime : 0ms);
    scene.finding.complaints
        = complaintsAbout(report, scene.hostile.expected, took, time + MaxDelay);
    if (report.failure != Failure::TimedOut)
        return;
    const Milliseconds delay = took - scene.hostile.timeout;
    m_worstDelay = std::max(m_worstDelay, delay);
    if (delay < -MaxHaste)
        scene.finding.complaints.append(
            QStringLiteral("given up %1 ms before the deadline").arg(-delay.count()));
}

void HostileTrial::judgeSecond(Scene &scene, const Report &report) const
{
    QStringList &complaints = scene.finding.complaints;
    if (report.status != 200)
        complaints.append(QStringLiteral("the next POST came to %1").arg(inWords(report)));
    const QList<ReceivedRequest> &requests = scene.receiver->requests();
    for (const char *name : {"Cookie", "Authorization", "Proxy-Authorization"}) {
        if (!requests.isEmpty() && !headerValue(requests.constLast().headers, name).isNull())
            complaints.append(QStringLiteral("the next POST had %1").arg(QLatin1String(name)));
    }
}

/// What can be told of a case when nothing more is awaited.
void HostileTrial::giveUpOn(Scene &scene)
{
    Finding &finding = scene.finding;
    if (finding.told.isEmpty())
        finding.complaints.append(QStringLiteral("nothing was told"));
    else if (!scene.isOver)
        finding.complaints.append(QStringLiteral("nothing was told of the next POST"));
    const QList<ReceivedRequest> &requests = scene.receiver->requests();
    const auto isFirst = [&scene](const ReceivedRequest &request) {
        return request.method == "POST" && request.body == scene.hostile.body;
    };
    const qsizetype posts = std::count_if(requests.begin(), requests.end(), isFirst);
    const qsizetype others = requests.size() - posts - (scene.isInSecondPart ? 1 : 0);
    if (posts != scene.hostile.expected.posts)
        finding.complaints.append(QStringLiteral("%1 POSTs were seen").arg(posts));
    if (others > 0)
        finding.complaints.append(QStringLiteral("%1 other requests were seen").arg(others));
}

} // namespace Core
