// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilecase.h"

#include <QUrl>

namespace Core {

HostileCases hostileCases(quint32 seed, const QString &words)
{
    HostileCases cases = connectionCases() + answerCases() + temptationCases()
        + tlsCases("zoo.test.example") + addressCases() + garbageCases(seed);
    cases.removeIf([&words](const HostileCase &hostile) {
        return !hostile.name.contains(words, Qt::CaseInsensitive);
    });
    return cases;
}

void setUpNames(FakeLookUp &lookUp, const HostileCase &hostile, const QString &url)
{
    QString host = QUrl(url).host();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (hostile.lookUpError)
        lookUp.fail(host, *hostile.lookUpError);
    else if (!hostile.addresses.isEmpty())
        lookUp.set(host, hostile.addresses);
}

} // namespace Core
