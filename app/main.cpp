// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/headless.h"
#include "app/process.h"
#ifdef HOOKPOST_GUI
#include "app/desktop.h"
#endif
#include "core/engine.h"

#include <QCoreApplication>

#include <memory>

namespace {

int run(std::unique_ptr<QCoreApplication> &application, int &argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("hookpost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKPOST_VERSION));
#ifdef HOOKPOST_GUI
    if (wantsWindow({argv + 1, argv + argc}))
        application = makeDesktopApplication(argc, argv);
#endif
    const bool hasWindow = application != nullptr;
    if (!hasWindow)
        application = std::make_unique<QCoreApplication>(argc, argv);
    const auto line = readCommandLine(QCoreApplication::arguments());
#ifdef HOOKPOST_GUI
    // Who has typed something wrong reads the terminal; what is kept wrong is found anywhere.
    if (!line && hasWindow && judgeArguments(QCoreApplication::arguments()))
        return refuseStart(line.error());
#endif
    if (!line)
        return refuseCommandLine(line.error());
    if (line->answer)
        return answerCommandLine(*line->answer);
#ifdef HOOKPOST_GUI
    if (hasWindow)
        return runDesktop(*line);
#endif
    return runHeadless(*line);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    logWithoutWaiting();
    std::unique_ptr<QCoreApplication> application;
    const int code = run(application, argc, argv);
    finishPrinting();
    // All that we promise is on disk, and the application would wait for the look-up.
    if (Core::Engine::mayBeLookingUp())
        endAtOnce(code);
    return code;
}
