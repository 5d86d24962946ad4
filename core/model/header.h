// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Core {

/// One header field as it stood on the wire: the name's case and the value's bytes are kept.
struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

/// In the order of the wire; a name may stand there more than once.
using HeaderList = QList<Header>;

/// The first value of \a name, compared without case; null when there is none.
QByteArray headerValue(const HeaderList &headers, QByteArrayView name);

/// How often \a name stands there, compared without case.
qsizetype headerCount(const HeaderList &headers, QByteArrayView name);

/// True for what a field's name may be.
/// Source: RFC 9110, section 5.6.2.
bool isToken(QByteArrayView text);

/// True for what a field's value may be: no line end and no other control character but the tab.
/// Source: RFC 9110, section 5.5.
bool isFieldValue(QByteArrayView text);

/// "Name: value" lines, each ended by a line feed, for storing and showing. A value holds no line
/// end, so headersFromLines() gives back the same list.
QByteArray headersToLines(const HeaderList &headers);
HeaderList headersFromLines(const QByteArray &lines);

} // namespace Core
