// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/curlreader.h"

#include <array>
#include <cmath>

namespace Gui {

namespace {

/// Splits at blanks outside of quotes.
class ShellReader final
{
public:
    explicit ShellReader(QStringView text)
        : m_rest(text)
    {
    }

    std::optional<QStringList> read()
    {
        while (!m_rest.isEmpty()) {
            if (!step())
                return std::nullopt;
        }
        endWord();
        return m_words;
    }

private:
    QChar take()
    {
        const QChar c = m_rest.front();
        m_rest = m_rest.sliced(1);
        return c;
    }

    /// False where a quote is left open.
    bool step()
    {
        const QChar c = take();
        if (c.isSpace()) {
            endWord();
            return true;
        }
        if (c == u'\\') {
            takeEscaped();
            return true;
        }
        m_isInWord = true;
        if (c == u'\'')
            return takeQuoted();
        if (c == u'"')
            return takeDoublyQuoted();
        if (c == u'$' && m_rest.startsWith(u'\'')) {
            take();
            return takeEscapeQuoted();
        }
        m_word += c;
        return true;
    }

    // A line end behind a backslash goes on with the same command.
    void takeEscaped()
    {
        if (m_rest.startsWith(u"\r\n"))
            take();
        if (m_rest.isEmpty())
            return;
        const QChar c = take();
        if (c == u'\n')
            return;
        m_isInWord = true;
        m_word += c;
    }

    bool takeQuoted()
    {
        const qsizetype end = m_rest.indexOf(u'\'');
        if (end < 0)
            return false;
        m_word += m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        return true;
    }

    bool takeDoublyQuoted()
    {
        while (!m_rest.isEmpty()) {
            const QChar c = take();
            if (c == u'"')
                return true;
            const bool isEscape = c == u'\\' && !m_rest.isEmpty()
                && QStringView(u"\"\\$`\n").contains(m_rest.front());
            if (!isEscape)
                m_word += c;
            else if (const QChar escaped = take(); escaped != u'\n')
                m_word += escaped;
        }
        return false;
    }

    bool takeEscapeQuoted()
    {
        while (!m_rest.isEmpty()) {
            const QChar c = take();
            if (c == u'\'')
                return true;
            if (c == u'\\' && !m_rest.isEmpty())
                m_word += meaningOf(take());
            else
                m_word += c;
        }
        return false;
    }

    static QChar meaningOf(QChar escaped)
    {
        switch (escaped.unicode()) {
        case u'n':
            return u'\n';
        case u'r':
            return u'\r';
        case u't':
            return u'\t';
        default:
            return escaped;
        }
    }

    void endWord()
    {
        if (std::exchange(m_isInWord, false))
            m_words.append(std::exchange(m_word, {}));
    }

    QStringView m_rest;
    QStringList m_words;
    QString m_word;
    bool m_isInWord = false;
};

/// What is read of an option that takes a value; the values of all others are passed over.
enum class Option {
    Other,
    Url,
    Header,
    Agent,
    User,
    Timeout,
};

struct Spelling
{
    QLatin1StringView text;
    Option option;
};

// Source: curl's manual page, the options that take a value.
constexpr std::array Spellings{
    Spelling{QLatin1StringView("--url"), Option::Url},
    Spelling{QLatin1StringView("-H"), Option::Header},
    Spelling{QLatin1StringView("--header"), Option::Header},
    Spelling{QLatin1StringView("-A"), Option::Agent},
    Spelling{QLatin1StringView("--user-agent"), Option::Agent},
    Spelling{QLatin1StringView("-u"), Option::User},
    Spelling{QLatin1StringView("--user"), Option::User},
    Spelling{QLatin1StringView("-m"), Option::Timeout},
    Spelling{QLatin1StringView("--max-time"), Option::Timeout},
    Spelling{QLatin1StringView("-X"), Option::Other},
    Spelling{QLatin1StringView("--request"), Option::Other},
    Spelling{QLatin1StringView("-d"), Option::Other},
    Spelling{QLatin1StringView("--data"), Option::Other},
    Spelling{QLatin1StringView("--data-ascii"), Option::Other},
    Spelling{QLatin1StringView("--data-binary"), Option::Other},
    Spelling{QLatin1StringView("--data-raw"), Option::Other},
    Spelling{QLatin1StringView("--data-urlencode"), Option::Other},
    Spelling{QLatin1StringView("--json"), Option::Other},
    Spelling{QLatin1StringView("-F"), Option::Other},
    Spelling{QLatin1StringView("--form"), Option::Other},
    Spelling{QLatin1StringView("-b"), Option::Other},
    Spelling{QLatin1StringView("--cookie"), Option::Other},
    Spelling{QLatin1StringView("-e"), Option::Other},
    Spelling{QLatin1StringView("--referer"), Option::Other},
    Spelling{QLatin1StringView("-o"), Option::Other},
    Spelling{QLatin1StringView("--output"), Option::Other},
    Spelling{QLatin1StringView("-w"), Option::Other},
    Spelling{QLatin1StringView("--write-out"), Option::Other},
    Spelling{QLatin1StringView("-x"), Option::Other},
    Spelling{QLatin1StringView("--proxy"), Option::Other},
    Spelling{QLatin1StringView("-E"), Option::Other},
    Spelling{QLatin1StringView("--cert"), Option::Other},
    Spelling{QLatin1StringView("--key"), Option::Other},
    Spelling{QLatin1StringView("--cacert"), Option::Other},
    Spelling{QLatin1StringView("--connect-timeout"), Option::Other},
    Spelling{QLatin1StringView("--retry"), Option::Other},
    Spelling{QLatin1StringView("--resolve"), Option::Other},
    Spelling{QLatin1StringView("-T"), Option::Other},
    Spelling{QLatin1StringView("--upload-file"), Option::Other},
};

/// Gathers what the words of one command say.
class CurlReader final
{
public:
    std::optional<Core::Destination> read(const QStringList &words)
    {
        for (qsizetype i = 1; i < words.size(); ++i) {
            const QString &word = words.at(i);
            if (!word.startsWith(u'-') || word == u"-") {
                take(Option::Url, word);
                continue;
            }
            m_value.reset();
            const std::optional<Option> option = optionOf(word);
            if (option && !m_value && i + 1 < words.size())
                m_value = words.at(++i);
            if (option && m_value)
                take(*option, *m_value);
            else if (word == u"-k" || word == u"--insecure")
                m_destination.verifyTls = false;
        }
        if (m_destination.url.isEmpty())
            return std::nullopt;
        return m_destination;
    }

private:
    /// Of "--name=value" and "-Xvalue" the value is kept as well.
    std::optional<Option> optionOf(const QString &word)
    {
        for (const Spelling &spelling : Spellings) {
            if (word == spelling.text)
                return spelling.option;
            const bool isLong = spelling.text.size() > 2;
            const QString prefix = isLong ? spelling.text + u'=' : QString(spelling.text);
            if (!word.startsWith(prefix))
                continue;
            m_value = word.mid(prefix.size());
            return spelling.option;
        }
        return std::nullopt;
    }

    void take(Option option, const QString &value)
    {
        switch (option) {
        case Option::Url:
            if (m_destination.url.isEmpty())
                m_destination.url = value;
            return;
        case Option::Header: {
            const qsizetype colon = value.indexOf(u':');
            if (colon > 0)
                addHeader(value.left(colon).trimmed(), value.mid(colon + 1).trimmed());
            return;
        }
        case Option::Agent:
            addHeader(QStringLiteral("User-Agent"), value);
            return;
        case Option::User:
            addHeader(QStringLiteral("Authorization"),
                      QLatin1StringView("Basic ") + QString::fromLatin1(value.toUtf8().toBase64()));
            return;
        case Option::Timeout:
            takeTimeout(value);
            return;
        case Option::Other:
            return;
        }
    }

    void addHeader(const QString &name, const QString &value)
    {
        Core::Destination probe;
        probe.name = QStringLiteral("probe");
        probe.url = QStringLiteral("http://localhost/");
        probe.headers = {{name.toUtf8(), value.toUtf8()}};
        if (Core::validate(probe))
            m_destination.headers += probe.headers;
    }

    void takeTimeout(const QString &value)
    {
        bool isNumber = false;
        const double seconds = value.toDouble(&isNumber);
        if (isNumber && seconds >= 1 && seconds <= 60)
            m_destination.timeout = Core::Milliseconds{std::llround(seconds * 1000)};
    }

    Core::Destination m_destination;
    std::optional<QString> m_value; ///< of the option that is being read
};

} // namespace

std::optional<QStringList> shellWords(QStringView text)
{
    return ShellReader(text).read();
}

std::optional<Core::Destination> destinationFromCurl(const QString &text)
{
    const auto words = shellWords(text);
    if (!words || words->isEmpty() || words->first() != u"curl")
        return std::nullopt;
    return CurlReader().read(*words);
}

} // namespace Gui
