// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/curlreader.h"

#include <algorithm>
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

/// What an option means here.
enum class Option {
    Other,
    Output, ///< concerns who runs it
    Url,
    Header,
    Agent,
    Referer,
    Bearer,
    User,
    Timeout,
    Insecure,
    Body,
    Upload, ///< a body that is put
    Method,
    Get,
    Head,
    Cookies,
    Certificate,
    Proxy,
};

struct Spelling
{
    QLatin1StringView text; ///< without the two hyphens, or a single letter
    Option option = Option::Other;
    bool takesValue = true;
};

// Source: curl's manual page: what is told of or taken over, what concerns its output alone, and
// the other options that take a value, so that this is not taken for a URL.
constexpr std::array Spellings{
    Spelling{QLatin1StringView("url"), Option::Url},
    Spelling{QLatin1StringView("H"), Option::Header},
    Spelling{QLatin1StringView("header"), Option::Header},
    Spelling{QLatin1StringView("A"), Option::Agent},
    Spelling{QLatin1StringView("user-agent"), Option::Agent},
    Spelling{QLatin1StringView("u"), Option::User},
    Spelling{QLatin1StringView("user"), Option::User},
    Spelling{QLatin1StringView("m"), Option::Timeout},
    Spelling{QLatin1StringView("max-time"), Option::Timeout},
    Spelling{QLatin1StringView("k"), Option::Insecure, false},
    Spelling{QLatin1StringView("insecure"), Option::Insecure, false},
    Spelling{QLatin1StringView("d"), Option::Body},
    Spelling{QLatin1StringView("data"), Option::Body},
    Spelling{QLatin1StringView("data-ascii"), Option::Body},
    Spelling{QLatin1StringView("data-binary"), Option::Body},
    Spelling{QLatin1StringView("data-raw"), Option::Body},
    Spelling{QLatin1StringView("data-urlencode"), Option::Body},
    Spelling{QLatin1StringView("json"), Option::Body},
    Spelling{QLatin1StringView("F"), Option::Body},
    Spelling{QLatin1StringView("form"), Option::Body},
    Spelling{QLatin1StringView("form-string"), Option::Body},
    Spelling{QLatin1StringView("T"), Option::Upload},
    Spelling{QLatin1StringView("upload-file"), Option::Upload},
    Spelling{QLatin1StringView("X"), Option::Method},
    Spelling{QLatin1StringView("request"), Option::Method},
    Spelling{QLatin1StringView("G"), Option::Get, false},
    Spelling{QLatin1StringView("get"), Option::Get, false},
    Spelling{QLatin1StringView("I"), Option::Head, false},
    Spelling{QLatin1StringView("head"), Option::Head, false},
    Spelling{QLatin1StringView("b"), Option::Cookies},
    Spelling{QLatin1StringView("cookie"), Option::Cookies},
    Spelling{QLatin1StringView("c"), Option::Output},
    Spelling{QLatin1StringView("cookie-jar"), Option::Output},
    Spelling{QLatin1StringView("E"), Option::Certificate},
    Spelling{QLatin1StringView("cert"), Option::Certificate},
    Spelling{QLatin1StringView("key"), Option::Certificate},
    Spelling{QLatin1StringView("cacert"), Option::Certificate},
    Spelling{QLatin1StringView("capath"), Option::Certificate},
    Spelling{QLatin1StringView("cert-type"), Option::Certificate},
    Spelling{QLatin1StringView("key-type"), Option::Certificate},
    Spelling{QLatin1StringView("pass"), Option::Certificate},
    Spelling{QLatin1StringView("pinnedpubkey"), Option::Certificate},
    Spelling{QLatin1StringView("crlfile"), Option::Certificate},
    Spelling{QLatin1StringView("x"), Option::Proxy},
    Spelling{QLatin1StringView("proxy"), Option::Proxy},
    Spelling{QLatin1StringView("U"), Option::Proxy},
    Spelling{QLatin1StringView("proxy-user"), Option::Proxy},
    Spelling{QLatin1StringView("proxy-header"), Option::Proxy},
    Spelling{QLatin1StringView("preproxy"), Option::Proxy},
    Spelling{QLatin1StringView("noproxy"), Option::Proxy},
    Spelling{QLatin1StringView("socks4"), Option::Proxy},
    Spelling{QLatin1StringView("socks4a"), Option::Proxy},
    Spelling{QLatin1StringView("socks5"), Option::Proxy},
    Spelling{QLatin1StringView("socks5-hostname"), Option::Proxy},
    Spelling{QLatin1StringView("oauth2-bearer"), Option::Bearer},
    Spelling{QLatin1StringView("e"), Option::Referer},
    Spelling{QLatin1StringView("referer"), Option::Referer},
    Spelling{QLatin1StringView("o"), Option::Output},
    Spelling{QLatin1StringView("output"), Option::Output},
    Spelling{QLatin1StringView("output-dir"), Option::Output},
    Spelling{QLatin1StringView("D"), Option::Output},
    Spelling{QLatin1StringView("dump-header"), Option::Output},
    Spelling{QLatin1StringView("w"), Option::Output},
    Spelling{QLatin1StringView("write-out"), Option::Output},
    Spelling{QLatin1StringView("stderr"), Option::Output},
    Spelling{QLatin1StringView("trace"), Option::Output},
    Spelling{QLatin1StringView("trace-ascii"), Option::Output},
    Spelling{QLatin1StringView("s"), Option::Output, false},
    Spelling{QLatin1StringView("silent"), Option::Output, false},
    Spelling{QLatin1StringView("S"), Option::Output, false},
    Spelling{QLatin1StringView("show-error"), Option::Output, false},
    Spelling{QLatin1StringView("v"), Option::Output, false},
    Spelling{QLatin1StringView("verbose"), Option::Output, false},
    Spelling{QLatin1StringView("i"), Option::Output, false},
    Spelling{QLatin1StringView("include"), Option::Output, false},
    Spelling{QLatin1StringView("f"), Option::Output, false},
    Spelling{QLatin1StringView("fail"), Option::Output, false},
    Spelling{QLatin1StringView("fail-with-body"), Option::Output, false},
    Spelling{QLatin1StringView("O"), Option::Output, false},
    Spelling{QLatin1StringView("remote-name"), Option::Output, false},
    Spelling{QLatin1StringView("J"), Option::Output, false},
    Spelling{QLatin1StringView("remote-header-name"), Option::Output, false},
    Spelling{QLatin1StringView("N"), Option::Output, false},
    Spelling{QLatin1StringView("no-buffer"), Option::Output, false},
    Spelling{QLatin1StringView("#"), Option::Output, false},
    Spelling{QLatin1StringView("progress-bar"), Option::Output, false},
    Spelling{QLatin1StringView("no-progress-meter"), Option::Output, false},
    Spelling{QLatin1StringView("C")},
    Spelling{QLatin1StringView("K")},
    Spelling{QLatin1StringView("config")},
    Spelling{QLatin1StringView("Q")},
    Spelling{QLatin1StringView("r")},
    Spelling{QLatin1StringView("range")},
    Spelling{QLatin1StringView("t")},
    Spelling{QLatin1StringView("y")},
    Spelling{QLatin1StringView("Y")},
    Spelling{QLatin1StringView("z")},
    Spelling{QLatin1StringView("connect-timeout")},
    Spelling{QLatin1StringView("retry")},
    Spelling{QLatin1StringView("retry-delay")},
    Spelling{QLatin1StringView("retry-max-time")},
    Spelling{QLatin1StringView("resolve")},
    Spelling{QLatin1StringView("connect-to")},
    Spelling{QLatin1StringView("interface")},
    Spelling{QLatin1StringView("max-redirs")},
    Spelling{QLatin1StringView("limit-rate")},
    Spelling{QLatin1StringView("unix-socket")},
    Spelling{QLatin1StringView("aws-sigv4")},
    Spelling{QLatin1StringView("ciphers")},
    Spelling{QLatin1StringView("curves")},
    Spelling{QLatin1StringView("dns-servers")},
    Spelling{QLatin1StringView("doh-url")},
    Spelling{QLatin1StringView("expect100-timeout")},
    Spelling{QLatin1StringView("keepalive-time")},
    Spelling{QLatin1StringView("local-port")},
    Spelling{QLatin1StringView("max-filesize")},
    Spelling{QLatin1StringView("netrc-file")},
    Spelling{QLatin1StringView("proto")},
    Spelling{QLatin1StringView("proto-redir")},
    Spelling{QLatin1StringView("request-target")},
    Spelling{QLatin1StringView("speed-limit")},
    Spelling{QLatin1StringView("speed-time")},
    Spelling{QLatin1StringView("tls-max")},
    Spelling{QLatin1StringView("url-query")},
};

const Spelling *spellingOf(QStringView text)
{
    const auto *const found
        = std::find_if(Spellings.begin(), Spellings.end(),
                       [text](const Spelling &spelling) { return text == spelling.text; });
    return found == Spellings.end() ? nullptr : found;
}

/// Gathers what the words of one command say.
class CurlReader final
{
public:
    explicit CurlReader(const QStringList &words)
        : m_words(words)
    {
    }

    std::optional<CurlCommand> read()
    {
        for (m_next = 1; m_next < m_words.size() && !isEnd(m_words.at(m_next));) {
            const QString &word = m_words.at(m_next++);
            if (word.startsWith(QLatin1StringView("--")))
                readLong(QStringView(word).sliced(2));
            else if (word.startsWith(u'-') && word.size() > 1)
                readLetters(QStringView(word).sliced(1));
            else if (word != u"^" && word != u"`") // which go on in the next line elsewhere
                take(Option::Url, word);
        }
        if (m_command.destination.url.isEmpty())
            return std::nullopt;
        return m_command;
    }

private:
    /// What follows is another program's, or says where the output goes.
    static bool isEnd(const QString &word)
    {
        const bool isToFile = word.startsWith(u'>') || word.startsWith(u"2>") || word == u"<";
        return isToFile || word == u"|" || word == u";" || word == u"&" || word == u"&&"
            || word == u"||";
    }

    /// "--name value" and "--name=value".
    void readLong(QStringView text)
    {
        const qsizetype sign = text.indexOf(u'=');
        const QStringView name = sign < 0 ? text : text.first(sign);
        const Spelling *const spelling = spellingOf(name);
        m_spelt = QLatin1StringView("--") + name.toString();
        if (spelling == nullptr || spelling->text.size() == 1)
            return leaveOutOption();
        if (!spelling->takesValue)
            take(spelling->option, {});
        else if (sign < 0)
            takeNext(spelling->option);
        else
            take(spelling->option, text.sliced(sign + 1).toString());
    }

    /// "-X value", "-Xvalue" and "-skXvalue".
    void readLetters(QStringView letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const Spelling *const spelling = spellingOf(letters.sliced(i, 1));
            m_spelt = QLatin1StringView("-") + letters.at(i);
            if (spelling == nullptr) {
                leaveOutOption();
                continue;
            }
            if (!spelling->takesValue) {
                take(spelling->option, {});
                continue;
            }
            if (i + 1 < letters.size())
                take(spelling->option, letters.sliced(i + 1).toString());
            else
                takeNext(spelling->option);
            return;
        }
    }

    void takeNext(Option option)
    {
        if (m_next < m_words.size())
            take(option, m_words.at(m_next++));
    }

    void take(Option option, const QString &value)
    {
        Core::Destination &destination = m_command.destination;
        switch (option) {
        case Option::Url:
            if (destination.url.isEmpty())
                destination.url = value;
            else
                m_command.urls.append(value);
            return;
        case Option::Header:
            return takeHeader(value);
        case Option::Agent:
            return addHeader(QStringLiteral("User-Agent"), value);
        case Option::Referer:
            return addHeader(QStringLiteral("Referer"), value);
        case Option::Bearer:
            return addHeader(QStringLiteral("Authorization"), QLatin1StringView("Bearer ") + value);
        case Option::User:
            return addHeader(QStringLiteral("Authorization"),
                             QLatin1StringView("Basic ")
                                 + QString::fromLatin1(value.toUtf8().toBase64()));
        case Option::Timeout:
            return takeTimeout(value);
        case Option::Insecure:
            destination.verifyTls = false;
            return;
        case Option::Output:
            return;
        case Option::Other:
            return leaveOutOption();
        default:
            return leaveOut(option, value);
        }
    }

    void leaveOutOption()
    {
        if (!m_command.options.contains(m_spelt))
            m_command.options.append(m_spelt);
    }

    void leaveOut(Option option, const QString &value)
    {
        m_command.hasBody = m_command.hasBody || option == Option::Body || option == Option::Upload;
        m_command.hasCookies = m_command.hasCookies || option == Option::Cookies;
        m_command.hasCertificate = m_command.hasCertificate || option == Option::Certificate;
        m_command.hasProxy = m_command.hasProxy || option == Option::Proxy;
        if (option == Option::Method)
            m_command.method = value == u"POST" ? QString() : value;
        else if (option == Option::Upload)
            m_command.method = QStringLiteral("PUT");
        else if (option == Option::Get)
            m_command.method = QStringLiteral("GET");
        else if (option == Option::Head)
            m_command.method = QStringLiteral("HEAD");
    }

    void takeHeader(const QString &value)
    {
        const qsizetype colon = value.indexOf(u':');
        if (colon > 0)
            addHeader(value.left(colon).trimmed(), value.mid(colon + 1).trimmed());
        else
            m_command.headers.append(value);
    }

    void addHeader(const QString &name, const QString &value)
    {
        Core::Destination probe;
        probe.name = QStringLiteral("probe");
        probe.url = QStringLiteral("http://localhost/");
        probe.headers = {{name.toUtf8(), value.toUtf8()}};
        if (Core::validate(probe))
            m_command.destination.headers += probe.headers;
        else
            m_command.headers.append(name);
    }

    void takeTimeout(const QString &value)
    {
        bool isNumber = false;
        const double seconds = value.toDouble(&isNumber);
        if (isNumber && seconds >= 1 && seconds <= 60)
            m_command.destination.timeout = Core::Milliseconds{std::llround(seconds * 1000)};
        else
            leaveOutOption();
    }

    const QStringList &m_words;
    qsizetype m_next = 0;
    QString m_spelt; ///< the option that is read
    CurlCommand m_command;
};

/// "curl", as it may be called.
bool isCurl(const QString &word)
{
    const QString name = word.mid(word.lastIndexOf(u'/') + 1);
    return name == u"curl" || name.compare(u"curl.exe", Qt::CaseInsensitive) == 0;
}

/// The sign that a shell waits with stands before what is copied from its window.
bool isPrompt(const QString &word)
{
    return word == u"$" || word == u"#" || word == u"%" || word == u">";
}

} // namespace

std::optional<QStringList> shellWords(QStringView text)
{
    return ShellReader(text).read();
}

std::optional<CurlCommand> readCurl(const QString &text)
{
    auto words = shellWords(text);
    if (words && !words->isEmpty() && isPrompt(words->first()))
        words->removeFirst();
    if (!words || words->isEmpty() || !isCurl(words->first()))
        return std::nullopt;
    return CurlReader(*words).read();
}

} // namespace Gui
