// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/bodymaker.h"

#include <QString>

#include <cmath>

namespace Core {

namespace {

constexpr int ByteValues = 256;
constexpr int OneWildIn = 4; // texts

QByteArray everyByte()
{
    QByteArray all;
    for (int value = 0; value < ByteValues; ++value)
        all += static_cast<char>(value);
    return all;
}

/// Adds to \a body what \a next makes, up to exactly \a size where it is not there yet.
template<typename Next>
void fillUp(QByteArray &body, qsizetype size, Next next)
{
    while (body.size() < size) {
        const QByteArray one = next();
        body += body.size() + one.size() <= size ? one : QByteArray("x");
    }
}

} // namespace

Body BodyMaker::nextText()
{
    switch (m_textCount++) {
    case 0:
        return {"0", true};
    case 1:
        return {json(LargestBody), true};
    case 2:
        return {wildText(LargestBody), true};
    default: {
        const qsizetype size = anySize();
        return {m_random.bounded(OneWildIn) == 0 ? wildText(size) : json(size), true};
    }
    }
}

Body BodyMaker::nextBytes()
{
    switch (m_bytesCount++) {
    case 0:
        return {{}, false};
    case 1:
        return {everyByte(), false};
    case 2:
        return {everyByte().repeated(LargestBody / ByteValues), false};
    default:
        return {bytes(anySize()), false};
    }
}

QByteArray BodyMaker::spoilt(QByteArray bytes)
{
    const auto at = static_cast<qsizetype>(m_random.bounded(quint64(bytes.size())));
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << m_random.bounded(8)));
    return bytes;
}

qsizetype BodyMaker::anySize()
{
    return static_cast<qsizetype>(std::pow(LargestBody, m_random.generateDouble()));
}

QByteArray BodyMaker::bytes(qsizetype size)
{
    QByteArray made(size, '\0');
    for (char &byte : made)
        byte = static_cast<char>(m_random.bounded(ByteValues));
    return made;
}

QByteArray BodyMaker::json(qsizetype size)
{
    const QByteArray end = "\"}";
    QByteArray body = "{\"n\": " + QByteArray::number(m_random.generate64()) + R"(,  "s":")";
    fillUp(body, size - end.size(), [this] {
        const QByteArray one = character(' ');
        return one == "\"" || one == "\\" ? '\\' + one : one;
    });
    return body + end;
}

/// Control characters and NUL as well, which JSON may not hold.
QByteArray BodyMaker::wildText(qsizetype size)
{
    QByteArray body;
    fillUp(body, size, [this] { return character(U'\0'); });
    return body;
}

/// Mostly one byte from \a first on, else two, three or four of them.
QByteArray BodyMaker::character(char32_t first)
{
    constexpr char32_t TwoBytes = 0x80;
    constexpr char32_t Surrogates = 0xd800;
    constexpr char32_t Emoji = 0x1f300;
    char32_t code = first + m_random.bounded(TwoBytes - first);
    if (const quint32 kind = m_random.bounded(16U); kind == 0)
        code = Emoji + m_random.bounded(0x300U);
    else if (kind < 4)
        code = TwoBytes + m_random.bounded(Surrogates - TwoBytes);
    return QString::fromUcs4(&code, 1).toUtf8();
}

} // namespace Core
