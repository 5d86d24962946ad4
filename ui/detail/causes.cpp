// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/causes.h"

#include "ui/look/format.h"
#include "ui/look/tlsfault.h"

#include <QCoreApplication>
#include <QUrl>

namespace Gui {

namespace {

using Core::Failure;
using Core::Phase;

struct CauseText
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString hostOf(const Core::Attempt &attempt)
{
    return shortened(printable(QUrl(attempt.url).host()), 80);
}

QString placeOf(const Core::Attempt &attempt)
{
    const QUrl url(attempt.url);
    const int usual = url.scheme() == QLatin1StringView("https") ? 443 : 80;
    return CauseText::tr("port %1 of %2").arg(url.port(usual)).arg(hostOf(attempt));
}

QString causeOfTimeOut(const Core::Attempt &attempt)
{
    switch (attempt.phase) {
    case Phase::LookUp:
        return CauseText::tr("The name service took too long to tell the address of %1. Check this "
                             "computer's network and its name servers.")
            .arg(hostOf(attempt));
    case Phase::Connect:
        return CauseText::tr(
                   "Nothing at all came back from %1: a firewall may swallow what is sent "
                   "there, or the machine is off. Check that it can be reached from here.")
            .arg(placeOf(attempt));
    case Phase::Tls:
        return CauseText::tr(
                   "A connection was made, but %1 did not finish the TLS handshake. The "
                   "service may hang, or may not speak TLS: then the URL should begin with "
                   "http.")
            .arg(placeOf(attempt));
    case Phase::Send:
        return CauseText::tr(
            "The receiver took the connection, but did not read all of the request. It "
            "may hang, or be out of memory; its own log knows more.");
    case Phase::Headers:
        return CauseText::tr(
            "An answer began, but its headers never came to an end. Look at what the "
            "receiver, or a proxy before it, writes.");
    case Phase::None:
    case Phase::Wait:
    case Phase::Body:
        break;
    }
    return CauseText::tr(
        "The receiver got the request, but did not answer in time. It should answer "
        "2xx at once and do its work afterwards; a longer timeout can be set for this "
        "destination.");
}

// Where Qt's words are other ones than expected, all that it may be is named.
QString causeOfTls(const Core::Attempt &attempt)
{
    switch (tlsFaultIn(attempt.error)) {
    case TlsFault::Expired:
        return CauseText::tr("The certificate of %1 has expired. Its operator has to renew it.")
            .arg(hostOf(attempt));
    case TlsFault::NotYetValid:
        return CauseText::tr(
                   "The certificate of %1 is not valid yet. Check the date of this computer; "
                   "if it is right, the operator has to replace the certificate.")
            .arg(hostOf(attempt));
    case TlsFault::AnotherName:
        return CauseText::tr(
                   "The certificate is for another name than %1. Check the URL, or have the "
                   "certificate made for this name.")
            .arg(hostOf(attempt));
    case TlsFault::SelfSigned:
        return CauseText::tr(
                   "%1 has signed its certificate itself, so nobody vouches for it. Have it "
                   "signed by an authority that this computer knows, add that authority to "
                   "the system, or, if you trust the way there, switch the check of the "
                   "certificate off for this destination.")
            .arg(hostOf(attempt));
    case TlsFault::UnknownIssuer:
        return CauseText::tr(
                   "This computer does not know who issued the certificate of %1. The server "
                   "may leave out the certificate between, which its operator can add; or the "
                   "authority has to be added to the system.")
            .arg(hostOf(attempt));
    case TlsFault::NotSpoken:
        return CauseText::tr(
                   "%1 does not speak TLS. If the service is meant to be reached without it, "
                   "the URL should begin with http.")
            .arg(placeOf(attempt));
    case TlsFault::Unknown:
        return CauseText::tr(
                   "No secure connection could be made with %1: its certificate may be expired, "
                   "for another name or from an unknown issuer, or it may not speak TLS in a "
                   "version that is safe.")
            .arg(placeOf(attempt));
    }
    Q_UNREACHABLE();
}

QString causeOfFailure(const Core::Attempt &attempt)
{
    switch (attempt.failure) {
    case Failure::None:
        return {};
    case Failure::NotSent:
        return CauseText::tr(
            "Hookpost itself could not send it, and the receiver was not asked. This "
            "try does not count.");
    case Failure::NameNotFound:
        return CauseText::tr(
                   "There is no computer named %1. Check the spelling of the host in the URL; "
                   "if the name is new, or known in a private network alone, check the name "
                   "servers of this computer.")
            .arg(hostOf(attempt));
    case Failure::LookUpFailed:
        return CauseText::tr(
                   "The name service could not be asked for %1. Check this computer's network "
                   "connection.")
            .arg(hostOf(attempt));
    case Failure::AddressRefused:
        return CauseText::tr(
                   "%1 leads to an address that Hookpost does not send to, such as one for "
                   "cloud metadata, or a private one with --server. Nothing was sent. Check "
                   "the URL.")
            .arg(hostOf(attempt));
    case Failure::ConnectionRefused:
        return CauseText::tr(
                   "The machine is there, but nothing listens on %1. Start the receiver, or "
                   "check the port in the URL.")
            .arg(placeOf(attempt));
    case Failure::Unreachable:
        return CauseText::tr(
                   "There is no way from here to the network of %1. Check this computer's "
                   "connection, VPN or firewall.")
            .arg(hostOf(attempt));
    case Failure::TlsFailed:
        return causeOfTls(attempt);
    case Failure::ConnectionReset:
    case Failure::ClosedWithoutAnswer:
        if (attempt.phase == Phase::Tls)
            return CauseText::tr(
                       "%1 took the connection and dropped it in the TLS handshake. The service "
                       "may not speak TLS; then the URL should begin with http. Or it accepts "
                       "none of the versions that this computer offers.")
                .arg(placeOf(attempt));
        if (attempt.phase == Phase::None)
            return CauseText::tr(
                       "No answer came that could be read before the connection ended. The "
                       "receiver may have closed or reset it, or %1 is for another protocol.")
                .arg(placeOf(attempt));
        if (attempt.failure == Failure::ConnectionReset && attempt.phase == Phase::Headers)
            return CauseText::tr(
                       "The receiver began to answer and reset the connection, with which the "
                       "answer was lost. It may refuse what it does not read, such as a long "
                       "body; or it has crashed. The log of %1 knows more.")
                .arg(placeOf(attempt));
        return attempt.phase == Phase::Headers
            ? CauseText::tr(
                  "The receiver began to answer and broke off. It may have crashed meanwhile, and "
                  "its own log knows more; or %1 is for another protocol than HTTP.")
                  .arg(placeOf(attempt))
            : CauseText::tr(
                  "The receiver took the connection and dropped it without an answer. It may "
                  "have crashed, or %1 is for another protocol, such as https.")
                  .arg(placeOf(attempt));
    case Failure::TimedOut:
        return causeOfTimeOut(attempt);
    case Failure::NotHttp:
        return CauseText::tr(
                   "Something answered on %1, but not in HTTP/1.1. The port may be that of "
                   "another service, or want https.")
            .arg(placeOf(attempt));
    }
    Q_UNREACHABLE();
}

QString causeOfRefusal(int status)
{
    switch (status) {
    case 400:
    case 422:
        return CauseText::tr(
            "The receiver read the request, but not its content as it wants it. Compare "
            "the body with what it expects; its answer may say what is wrong.");
    case 401:
        return CauseText::tr(
            "The receiver does not know who sends. Give this destination the header "
            "with the credentials that it asks for, such as Authorization, or check "
            "that both sides have the same signing secret.");
    case 403:
        return CauseText::tr(
            "The receiver knows who sends, or does not care, and does not allow it. "
            "Check the signing secret, the destination's own headers, and whether a "
            "firewall lets this computer's address through.");
    case 404:
        return CauseText::tr(
            "The server is there, but knows no such path. Check the path of the URL.");
    case 405:
        return CauseText::tr(
            "This path takes no POST. Check the path of the URL: a slash at its end may "
            "be missing or too much.");
    case 408:
    case 425:
        return CauseText::tr(
            "The receiver wants to be asked again later, which this destination does "
            "only when its setting “also retry on” names the status.");
    case 410:
        return CauseText::tr(
            "The receiver says that it wants no more of these, so the destination is "
            "paused. Resume it once the receiver is back, or remove it.");
    case 413:
        return CauseText::tr("The body is too large for the receiver. Send less, or have its limit "
                             "raised, which often is one of a proxy before it.");
    case 415:
        return CauseText::tr(
            "The receiver does not take this content type. Publish the event with the "
            "type that it expects; most want application/json.");
    case 429:
        return CauseText::tr(
            "The receiver is sent more than it wants, so what follows is held back for "
            "a while. Set a rate limit for this destination.");
    default:
        break;
    }
    return CauseText::tr(
        "The receiver refuses this request, and would refuse it again. Its answer may "
        "say why.");
}

QString causeOfStatus(int status)
{
    if (status >= 200 && status < 300)
        return {};
    if (status >= 300 && status < 400)
        return CauseText::tr(
            "The receiver points to another address, and redirects are not followed. "
            "The answer's Location header names it: change the URL to that.");
    if (status >= 400 && status < 500)
        return causeOfRefusal(status);
    switch (status) {
    case 502:
    case 504:
        return CauseText::tr(
            "A proxy answered, since the service behind it did not. Is the service "
            "running?");
    case 503:
        return CauseText::tr(
            "The receiver is there, but cannot do its work now: it may be starting, "
            "overloaded or under maintenance.");
    default:
        return CauseText::tr(
            "The receiver failed while it handled the request. Its own log knows why.");
    }
}

} // namespace

QString likelyCause(const Core::Attempt &attempt)
{
    return attempt.status == 0 ? causeOfFailure(attempt) : causeOfStatus(attempt.status);
}

} // namespace Gui
