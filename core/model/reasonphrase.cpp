// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reasonphrase.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

struct Reason
{
    int status;
    QLatin1StringView phrase;
};

// The registry of RFC 9110 and its kin, as far as receivers use it.
constexpr std::array Reasons{
    Reason{100, QLatin1StringView("Continue")},
    Reason{101, QLatin1StringView("Switching Protocols")},
    Reason{103, QLatin1StringView("Early Hints")},
    Reason{200, QLatin1StringView("OK")},
    Reason{201, QLatin1StringView("Created")},
    Reason{202, QLatin1StringView("Accepted")},
    Reason{203, QLatin1StringView("Non-Authoritative Information")},
    Reason{204, QLatin1StringView("No Content")},
    Reason{205, QLatin1StringView("Reset Content")},
    Reason{206, QLatin1StringView("Partial Content")},
    Reason{300, QLatin1StringView("Multiple Choices")},
    Reason{301, QLatin1StringView("Moved Permanently")},
    Reason{302, QLatin1StringView("Found")},
    Reason{303, QLatin1StringView("See Other")},
    Reason{304, QLatin1StringView("Not Modified")},
    Reason{307, QLatin1StringView("Temporary Redirect")},
    Reason{308, QLatin1StringView("Permanent Redirect")},
    Reason{400, QLatin1StringView("Bad Request")},
    Reason{401, QLatin1StringView("Unauthorized")},
    Reason{402, QLatin1StringView("Payment Required")},
    Reason{403, QLatin1StringView("Forbidden")},
    Reason{404, QLatin1StringView("Not Found")},
    Reason{405, QLatin1StringView("Method Not Allowed")},
    Reason{406, QLatin1StringView("Not Acceptable")},
    Reason{407, QLatin1StringView("Proxy Authentication Required")},
    Reason{408, QLatin1StringView("Request Timeout")},
    Reason{409, QLatin1StringView("Conflict")},
    Reason{410, QLatin1StringView("Gone")},
    Reason{411, QLatin1StringView("Length Required")},
    Reason{412, QLatin1StringView("Precondition Failed")},
    Reason{413, QLatin1StringView("Content Too Large")},
    Reason{414, QLatin1StringView("URI Too Long")},
    Reason{415, QLatin1StringView("Unsupported Media Type")},
    Reason{416, QLatin1StringView("Range Not Satisfiable")},
    Reason{417, QLatin1StringView("Expectation Failed")},
    Reason{418, QLatin1StringView("I'm a teapot")},
    Reason{421, QLatin1StringView("Misdirected Request")},
    Reason{422, QLatin1StringView("Unprocessable Content")},
    Reason{423, QLatin1StringView("Locked")},
    Reason{425, QLatin1StringView("Too Early")},
    Reason{426, QLatin1StringView("Upgrade Required")},
    Reason{428, QLatin1StringView("Precondition Required")},
    Reason{429, QLatin1StringView("Too Many Requests")},
    Reason{431, QLatin1StringView("Request Header Fields Too Large")},
    Reason{451, QLatin1StringView("Unavailable For Legal Reasons")},
    Reason{500, QLatin1StringView("Internal Server Error")},
    Reason{501, QLatin1StringView("Not Implemented")},
    Reason{502, QLatin1StringView("Bad Gateway")},
    Reason{503, QLatin1StringView("Service Unavailable")},
    Reason{504, QLatin1StringView("Gateway Timeout")},
    Reason{505, QLatin1StringView("HTTP Version Not Supported")},
    Reason{507, QLatin1StringView("Insufficient Storage")},
    Reason{511, QLatin1StringView("Network Authentication Required")},
};

} // namespace

QString reasonPhrase(int status)
{
    const auto *const found = std::find_if(
        Reasons.begin(), Reasons.end(), [status](const Reason &r) { return r.status == status; });
    return found == Reasons.end() ? QString() : QString(found->phrase);
}

} // namespace Core
