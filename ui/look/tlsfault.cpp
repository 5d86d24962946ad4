// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tlsfault.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

struct FaultWords
{
    TlsFault fault;
    const char *words; ///< a whole sentence of Qt's, or a part of what may be said
};

// What comes first counts: who has signed its own certificate is an unknown issuer as well.
constexpr std::array Known{
    FaultWords{TlsFault::Expired, "The certificate has expired"},
    FaultWords{TlsFault::Expired, "expired"},
    FaultWords{TlsFault::NotYetValid, "The certificate is not yet valid"},
    FaultWords{TlsFault::NotYetValid, "not yet valid"},
    FaultWords{TlsFault::AnotherName,
               "The host name did not match any of the valid hosts for this certificate"},
    FaultWords{TlsFault::AnotherName, "host name did not match"},
    FaultWords{TlsFault::AnotherName, "another host name"},
    FaultWords{TlsFault::SelfSigned, "The certificate is self-signed, and untrusted"},
    FaultWords{TlsFault::SelfSigned,
               "The root certificate of the certificate chain is self-signed, and untrusted"},
    FaultWords{TlsFault::SelfSigned, "self-signed"},
    FaultWords{TlsFault::SelfSigned, "self signed"},
    FaultWords{TlsFault::UnknownIssuer, "The issuer certificate could not be found"},
    FaultWords{TlsFault::UnknownIssuer,
               "The issuer certificate of a locally looked up certificate could not be found"},
    FaultWords{TlsFault::UnknownIssuer, "No certificates could be verified"},
    FaultWords{TlsFault::UnknownIssuer, "issuer"},
    FaultWords{TlsFault::UnknownIssuer, "verified"},
    FaultWords{TlsFault::UnknownIssuer, "untrusted"},
    FaultWords{TlsFault::NotSpoken, "wrong version number"},
    FaultWords{TlsFault::NotSpoken, "packet"},
};

} // namespace

TlsFault tlsFaultIn(const QString &words)
{
    const auto *const found
        = std::find_if(Known.begin(), Known.end(), [&words](const FaultWords &known) {
              return words.contains(QLatin1StringView(known.words), Qt::CaseInsensitive)
                  || words.contains(QCoreApplication::translate("QSslSocket", known.words));
          });
    return found == Known.end() ? TlsFault::Unknown : found->fault;
}

QStringList wordsOf(TlsFault fault)
{
    QStringList all;
    for (const FaultWords &known : Known) {
        if (known.fault == fault)
            all += {QString::fromLatin1(known.words),
                    QCoreApplication::translate("QSslSocket", known.words)};
    }
    all.removeDuplicates();
    QStringList shortest = all;
    shortest.removeIf([&all](const QString &words) {
        return std::any_of(all.begin(), all.end(), [&words](const QString &other) {
            return other != words && words.contains(other, Qt::CaseInsensitive);
        });
    });
    return shortest;
}

} // namespace Gui
