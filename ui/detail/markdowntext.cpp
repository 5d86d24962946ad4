// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/markdowntext.h"

#include <QRegularExpression>

namespace Gui {

namespace {

/// The places of a line at which a backslash is needed.
class MarkupFinder final
{
public:
    explicit MarkupFinder(const QString &text)
        : m_text(text)
    {
    }

    bool isMarkup(qsizetype place) const
    {
        const QChar c = m_text.at(place);
        const QChar next = at(place + 1);
        switch (c.unicode()) {
        case u'`':
        case u'$':
            return true;
        case u'\\':
            return isPunctuation(next);
        case u'*':
        case u'~':
            return place == 0 || !isLoose(place);
        case u'_':
            return place == 0 || !(isLoose(place) || isWithinWord(place));
        case u'<':
            return next.isLetter() || QStringView(u"/!?").contains(next);
        case u'&':
            return isReferral(place);
        case u']':
            return next == u'(';
        case u'#':
            return isHeadingMark(place);
        case u'[':
        case u'>':
        case u'-':
        case u'+':
            return place == 0;
        case u'.':
        case u')':
            return isBehindNumber(place);
        default:
            return false;
        }
    }

private:
    /// A blank beyond both ends.
    QChar at(qsizetype place) const
    {
        return place < 0 || place >= m_text.size() ? QChar(u' ') : m_text.at(place);
    }

    static bool isPunctuation(QChar c)
    {
        constexpr ushort FirstBeyondAscii = 0x80;
        return c.unicode() < FirstBeyondAscii && (c.isPunct() || c.isSymbol());
    }

    QChar beforeRun(qsizetype place) const
    {
        const QChar c = at(place);
        while (at(place) == c)
            --place;
        return at(place);
    }

    QChar behindRun(qsizetype place) const
    {
        const QChar c = at(place);
        while (at(place) == c)
            ++place;
        return at(place);
    }

    bool isLoose(qsizetype place) const
    {
        return beforeRun(place).isSpace() && behindRun(place).isSpace();
    }

    bool isWithinWord(qsizetype place) const
    {
        return beforeRun(place).isLetterOrNumber() && behindRun(place).isLetterOrNumber();
    }

    bool isReferral(qsizetype place) const
    {
        static const QRegularExpression Referral(
            QStringLiteral("\\G&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);"));
        return Referral.match(m_text, place).hasMatch();
    }

    /// Those at the end of a heading belong to it, too.
    bool isHeadingMark(qsizetype place) const
    {
        if (place == 0)
            return true;
        return beforeRun(place).isSpace() && m_text.mid(place).count(u'#') == m_text.size() - place;
    }

    /// "1." and "1)" begin a list.
    bool isBehindNumber(qsizetype place) const
    {
        constexpr qsizetype MostDigits = 9;
        static const QRegularExpression Digits(QStringLiteral("^[0-9]+$"));
        return place <= MostDigits && Digits.match(m_text.left(place)).hasMatch()
            && at(place + 1).isSpace();
    }

    const QString &m_text;
};

} // namespace

QString markdownText(const QString &text)
{
    static const QRegularExpression Blank(QStringLiteral("\\s"));
    const MarkupFinder finder(text);
    QString result;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(Blank, begin);
        end = end < 0 ? text.size() : end + 1;
        QString word;
        for (qsizetype place = begin; place < end; ++place) {
            if (finder.isMarkup(place))
                word += u'\\';
            word += text.at(place);
        }
        // Readers that make links of what looks like one take it as it stands there, with all
        // backslashes.
        if (word.size() > end - begin)
            word.replace(QLatin1StringView("://"), QLatin1StringView("\\://"))
                .replace(QLatin1StringView("www."), QLatin1StringView("www\\."));
        result += word;
        begin = end;
    }
    return result;
}

} // namespace Gui
