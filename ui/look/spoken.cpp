// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/spoken.h"

#include "core/model/attempt.h"
#include "core/model/figures.h"

#include <QCoreApplication>

#include <array>

namespace Gui {

namespace {

/// What the core says, so that it is found by whoever translates. What the core came to say since
/// then is shown in English.
constexpr std::array Words{
    QT_TRANSLATE_NOOP("Spoken", "in flight"),
    QT_TRANSLATE_NOOP("Spoken", "interrupted"),
    QT_TRANSLATE_NOOP("Spoken", "name not found"),
    QT_TRANSLATE_NOOP("Spoken", "name look-up failed"),
    QT_TRANSLATE_NOOP("Spoken", "address not allowed"),
    QT_TRANSLATE_NOOP("Spoken", "connection refused"),
    QT_TRANSLATE_NOOP("Spoken", "network unreachable"),
    QT_TRANSLATE_NOOP("Spoken", "TLS failed"),
    QT_TRANSLATE_NOOP("Spoken", "connection reset"),
    QT_TRANSLATE_NOOP("Spoken", "connection closed within the answer's headers"),
    QT_TRANSLATE_NOOP("Spoken", "connection closed without an answer"),
    QT_TRANSLATE_NOOP("Spoken", "the answer is not HTTP"),
    QT_TRANSLATE_NOOP("Spoken", "not sent"),
    QT_TRANSLATE_NOOP("Spoken", "timed out while looking up the name"),
    QT_TRANSLATE_NOOP("Spoken", "timed out while connecting"),
    QT_TRANSLATE_NOOP("Spoken", "timed out in the TLS handshake"),
    QT_TRANSLATE_NOOP("Spoken", "timed out while sending"),
    QT_TRANSLATE_NOOP("Spoken", "timed out within the answer's headers"),
    QT_TRANSLATE_NOOP("Spoken", "timed out waiting for an answer"),
};

QString inOurLanguage(const QString &words)
{
    for (const char *const known : Words) {
        if (words == QLatin1StringView(known))
            return QCoreApplication::translate("Spoken", known);
    }
    return words;
}

} // namespace

QString spoken(const Core::Attempt &attempt)
{
    return inOurLanguage(Core::toWords(attempt));
}

QString spoken(const Core::AnswerKind &answer)
{
    return inOurLanguage(Core::toWords(answer));
}

} // namespace Gui
