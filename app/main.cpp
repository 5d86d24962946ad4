// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/headless.h"
#include "app/process.h"
#ifdef HOOKPOST_GUI
#include "app/desktop.h"
#endif

#include <QCoreApplication>

#include <memory>

namespace {

int run(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("hookpost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKPOST_VERSION));
    std::unique_ptr<QCoreApplication> application;
#ifdef HOOKPOST_GUI
    if (wantsWindow({argv + 1, argv + argc}))
        application = makeDesktopApplication(argc, argv);
#endif
    const bool hasWindow = application != nullptr;
    if (!hasWindow)
        application = std::make_unique<QCoreApplication>(argc, argv);
    const auto line = readCommandLine(QCoreApplication::arguments());
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
    const int code = run(argc, argv);
    finishPrinting();
    return code;
}
