// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace Core {

/// A body, and whether it is text.
struct Body
{
    QByteArray bytes;
    bool isText = true;
};

/// Makes texts of every size and of every kind of character, mostly JSON, and bytes of every value;
/// the same for the same seed.
class BodyMaker final
{
public:
    static constexpr int LargestBody = 1024 * 1024;

    explicit BodyMaker(quint32 seed)
        : m_random(seed)
    {
    }

    /// What every verifier can take. The first ones are as small and as large as any.
    Body nextText();

    /// The first ones are empty, of every byte once, and as large as any.
    Body nextBytes();

    /// \a bytes with one bit turned over.
    QByteArray spoilt(QByteArray bytes);

private:
    qsizetype anySize();
    QByteArray bytes(qsizetype size);
    QByteArray json(qsizetype size);
    QByteArray wildText(qsizetype size);
    QByteArray character(char32_t first);

    QRandomGenerator m_random;
    int m_textCount = 0;
    int m_bytesCount = 0;
};

} // namespace Core
