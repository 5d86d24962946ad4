// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/spellings.h"

#include "tests/trials/addressmaker.h"

namespace Core {

namespace {

using Blocked = Spelling::Blocked;

/// Loopback, as the host of a URL.
QStringList loopbackHosts()
{
    QStringList hosts;
    for (const char *host :
         {"127.0.0.1", "127.1", "127.0.1", "127.0.0.2", "127.255.255.254", "127.65534",
          "127.16777214", "127.0.65534", "2130706433", "2130706434", "017700000001",
          "000000000000000017700000001", "0177.0.0.1", "0177.0.0.01", "0177.0.01", "0177.1",
          "00000177.0.0.1", "127.00.000.01", "127.0.0.01", "0x7f000001", "0x7F000001", "0X7F000001",
          "0x00000000007f000001", "0x7f.0.0.1", "0X7F.0.0.1", "0x7f.0x0.0x0.0x1", "0x7f.1",
          "0x7f.0x1", "0x7f.0.1", "0x0000007f.0.0.1", "127.0x0.0.1", "127.0.0.0x1", "0x7f.0.00.01",
          "0177.0x0.0.1", "127.0.0.1.", "127.1.", "2130706433.", "0x7f000001.", "0177.0.0.1.",
          // other digits, letters and full stops that a reader may take for the usual ones
          "１２７.0.0.1", "１２７．０．０．１", "２１３０７０６４３３", "0ｘ7f.0.0.1",
          "０Ｘ７Ｆ．１", "127。0。0。1", "127｡0｡0｡1", "127．0．0．1", "127。1", "①②⑦.0.0.①",
          "①②⑦。⓪。⓪。①", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "𝟙𝟚𝟟.0.0.1", "𝟶𝟶𝟷𝟽𝟽.0.0.1", "¹²⁷.⁰.⁰.¹", "₁₂₇.₀.₀.₁",
          "127.0.0.⒈", "127\u00ad.0.0.1", "127.0.0.1\u200b", "12\u200c7.0.0.1", "127\u2060.1",
          "127\ufe0f.0.0.1", "127\u034f.0.0.1", "127.0.0\u180b.1", "127.0.0.1\U000e0100",
          // percent-encoding
          "127%2e0%2e0%2e1", "127%2E0.0.1", "%31%32%37.0.0.1", "%3127.0.0.1", "127.0.0.1%00",
          "127.0.0.1%20", "127.0.0.1%09", "127.0.0.1%0d%0a", "127.0.0.1%2e", "127%252e0.0.1",
          "%EF%BC%91%EF%BC%92%EF%BC%97.1", "%6c%6f%63%61%6c%68%6f%73%74", "localhost%2e",
          // IPv6
          "[::1]", "[::1].", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]",
          "[0::1]", "[::0:1]", "[0::0.0.0.1]", "[::0.0.0.1]", "[::ffff:127.0.0.1]",
          "[::FFFF:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:0001]",
          "[::ffff:127.255.255.254]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[::ffff:127.1]",
          "[::ffff:0x7f.0.0.1]", "[::ffff:0177.0.0.1]", "[::1%25lo]", "[::1%lo]", "[::1%251]",
          "[::1%]", "[::１]", "［::1］", "[127.0.0.1]", "[2130706433]", "%5B::1%5D",
          // the name
          "localhost", "LOCALHOST", "LocalHost", "localhost.", "LOCALHOST.", "api.localhost",
          "api.localhost.", "a.b.LocalHost", "ｌｏｃａｌｈｏｓｔ", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "localho\u017ft",
          "\u2113ocalhost", "𝓁𝓸𝒸𝒶𝓁𝒽𝑜𝓈𝓉", "loc\u00adalhost", "localhost。", "api。localhost"})
        hosts.append(QString::fromUtf8(host));
    return hosts;
}

/// Other hosts that are open to the desktop profile alone.
QStringList privateHosts()
{
    QStringList hosts;
    for (const char *host : {"10.0.0.1",
                             "10.1",
                             "167772161",
                             "0xa.1",
                             "012.1",
                             "0x0a000001",
                             "１０.0.0.1",
                             "172.16.0.1",
                             "172.1048577",
                             "0xac.0x10.0.1",
                             "2886729729",
                             "192.168.1.1",
                             "192.168.257",
                             "3232235777",
                             "0xc0a80101",
                             "0300.0250.1.1",
                             "100.64.0.1",
                             "100.4194305",
                             "[fc00::1]",
                             "[fd12:3456::1]",
                             "[FD00::1]",
                             "[::ffff:10.0.0.1]",
                             "[::ffff:c0a8:101]",
                             "[64:ff9b::10.0.0.1]",
                             "[fc00::1%25eth0]"})
        hosts.append(QString::fromUtf8(host));
    return hosts;
}

/// Hosts to which nothing is ever sent.
QStringList closedHosts()
{
    QStringList hosts;
    for (const char *host :
         {// unspecified, which many systems take for loopback
          "0.0.0.0", "0", "00", "0.", "0.0", "0.0.0", "0x0", "0x", "0X", "0x.0x.0", "0x0.0",
          "0000.0", "0.0.0.0.", "0.1.2.3", "０", "⓪.⓪.⓪.⓪", "0。0。0。0", "[::]",
          "[0:0:0:0:0:0:0:0]", "[::0]", "[0::]", "[::0.0.0.0]", "[::ffff:0.0.0.0]", "[::ffff:0:0]",
          "[64:ff9b::]", "[2002::]", "[::%25lo]",
          // addresses within addresses by ways that are withdrawn
          "[::127.0.0.1]", "[::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:1::1]", "[::192.168.1.1]",
          "[2002:a00:1::1]", "[::8.8.8.8]", "[2002:808:808::]",
          // the metadata service of most clouds
          "169.254.169.254", "169.254.43518", "169.16689662", "2852039166", "0xa9fea9fe",
          "0xA9FEA9FE", "0xa9.0xfe.0xa9.0xfe", "0xa9.254.0251.254", "0251.0376.0251.0376",
          "0251.254.169.254", "025177524776", "0000251.0000376.0000251.0000376", "169.254.169.254.",
          "0xa9fea9fe.", "１６９.254.169.254", "①⑥⑨.②⑤④.①⑥⑨.②⑤④", "①⑥⑨。②⑤④。①⑥⑨。②⑤④",
          "169。254。169。254", "𝟏𝟔𝟗.𝟐𝟓𝟒.𝟏𝟔𝟗.𝟐𝟓𝟒", "169%2e254%2e169%2e254", "%31%36%39.254.169.254",
          "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[0:0:0:0:0:FFFF:A9FE:A9FE]",
          "[::169.254.169.254]", "[::a9fe:a9fe]", "[64:ff9b::169.254.169.254]",
          "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a9fe:a9fe]", "[2002:a9fe:a9fe::]",
          "[2002:a9fe:a9fe::1]", "[::ffff:0:a9fe:a9fe]", "[fe80::a9fe:a9fe]",
          "[::ffff:a9fe:a9fe%25eth0]", "169.254.170.2", "0xa9feaa02", "[fd00:ec2::254]",
          "[FD00:0EC2:0:0:0:0:0:0254]", "[fd00:ec2::0.0.2.84]", "100.100.100.200", "1684301000",
          "0x646464c8", "[::ffff:100.100.100.200]", "168.63.129.16", "2822734096", "0xa83f8110",
          "[::ffff:168.63.129.16]", "[64:ff9b::a83f:8110]",
          // what nobody is behind, or everybody
          "255.255.255.255", "4294967295", "0xffffffff", "037777777777", "224.0.0.1", "239.1",
          "[ff02::1]", "[::ffff:224.0.0.1]", "240.0.0.1", "192.0.2.1", "198.18.0.1", "192.88.99.1",
          "[fe80::1]", "[fe80::1%25eth0]", "[fe80::1%eth0]", "[fec0::1]", "[100::1]",
          "[2001:db8::1]", "[2001:0:7f00:1::]", "[64:ff9b:1::7f00:1]", "[::ffff:0:7f00:1]"})
        hosts.append(QString::fromUtf8(host));
    return hosts;
}

/// Whole URLs whose host is not where one looks for it; {api} is the port of the API.
QStringList oddUrls()
{
    QStringList urls;
    for (const char *url : {"HTTP://127.0.0.1:{api}/",
                            "hTtP://localhost:{api}/",
                            "HTTPS://127.0.0.1:{api}/",
                            "http://127.0.0.1:{api}",
                            "http://127.0.0.1:0{api}/",
                            "http://127.0.0.1:00000{api}/",
                            "http://127.0.0.1:{api}?x",
                            "http://127.0.0.1:{api}?@example.com/",
                            "http://127.0.0.1:{api}/@example.com/",
                            "http://127.0.0.1:{api}/..//example.com",
                            "http://127.0.0.1:８０９０/",
                            "http:///127.0.0.1:{api}/",
                            "http:////127.0.0.1:{api}/",
                            "http:127.0.0.1:{api}/",
                            "http:/127.0.0.1:{api}/",
                            R"(http:\\127.0.0.1:{api}\)",
                            R"(http:/\127.0.0.1:{api}/)",
                            R"(http://\127.0.0.1:{api}/)",
                            R"(\\127.0.0.1:{api}/)",
                            "//127.0.0.1:{api}/",
                            "///127.0.0.1:{api}/",
                            "127.0.0.1:{api}/",
                            "localhost:{api}/",
                            R"(http://127.0.0.1:{api}\@example.com/)",
                            R"(http://example.com\@127.0.0.1:{api}/)",
                            "http://example.com@127.0.0.1:{api}/",
                            "http://example.com:80@127.0.0.1:{api}/",
                            "http://user:password@127.0.0.1:{api}/",
                            "http://@127.0.0.1:{api}/",
                            "http://:@127.0.0.1:{api}/",
                            "http://example.com%40127.0.0.1:{api}/",
                            "http://a@b@127.0.0.1:{api}/",
                            "http://127.0.0.1:{api}#@example.com/",
                            "http://127.0.0.1:{api}/#",
                            "http://example.com#@127.0.0.1:{api}/",
                            "http://1.1.1.1 &@127.0.0.1:{api}# @example.com/",
                            "http://127.0.0.1:{api}:80/",
                            "http://127.0.0.1:80:{api}/",
                            "http://127.0.0.1:{api} /",
                            "http://127.0.0.1 :{api}/",
                            " http://127.0.0.1:{api}/",
                            "http://127.0.0.1:{api}/ ",
                            "\thttp://127.0.0.1:{api}/",
                            "\nhttp://127.0.0.1:{api}/",
                            "ht\ntp://127.0.0.1:{api}/",
                            "h\ttt\rp://127.0.0.1:{api}/",
                            "http:\n//127.0.0.1:{api}/",
                            "http:/\t/127.0.0.1:{api}/",
                            "http://\t127.0.0.1:{api}/",
                            "http://127\t.0.0.1:{api}/",
                            "http://127.0.0.1\n:{api}/",
                            "http://127.0.0.1:8\r\n090/",
                            "http://127.0.0.1:{api}/\r\nHost: example.com",
                            "http://local\thost:{api}/",
                            "\x01http://127.0.0.1:{api}/",
                            "http://127.0.0.1:{api}/\u2028",
                            "\ufeffhttp://127.0.0.1:{api}/",
                            "http://\u202e1.0.0.721\u202c:{api}/",
                            "http://[::1:{api}/",
                            "http://::1:{api}/",
                            "http://[[::1]]:{api}/",
                            "http://[::1]x:{api}/",
                            "http://[::1]@127.0.0.1:{api}/",
                            "http://[:{api}/",
                            "http://127.0.0.1,example.com:{api}/",
                            "http://127.0.0.1;@example.com:{api}/",
                            R"(http://169.254.169.254\@example.com/)",
                            "http://example.com@169.254.169.254/",
                            "http://169.254.169.254/#@example.com",
                            "http:169.254.169.254",
                            R"(http:\\169.254.169.254/latest/meta-data/)",
                            "http://169.254.169.254:80/latest/meta-data/iam/security-credentials/",
                            "http://169.254\t.169.254/",
                            "https://169.254.169.254/metadata/v1/",
                            "file:///etc/passwd",
                            "file://localhost/etc/passwd",
                            "ftp://127.0.0.1/",
                            "gopher://127.0.0.1:6379/_INFO",
                            "dict://127.0.0.1:11211/stats",
                            "ws://127.0.0.1:{api}/",
                            "ldap://127.0.0.1/",
                            "jar:http://127.0.0.1:{api}!/",
                            "view-source:http://127.0.0.1:{api}/",
                            "http+unix://%2Frun%2Fdocker.sock/info",
                            "unix:/run/docker.sock",
                            "data:text/plain,x",
                            "javascript:0",
                            "blob:http://127.0.0.1:{api}/x",
                            "http://",
                            "http:///",
                            "https:///hook"})
        urls.append(QString::fromUtf8(url));
    return urls;
}

/// Names of what is blocked; only a look-up tells.
QList<Spelling> names()
{
    QList<Spelling> found;
    const auto add = [&found](const char *address, std::initializer_list<const char *> hosts) {
        for (const char *host : hosts)
            found.append({QStringLiteral("http://%1/").arg(QString::fromUtf8(host)),
                          Blocked::WhenResolved, QHostAddress(QLatin1StringView(address))});
    };
    add("169.254.169.254",
        {"metadata.google.internal", "METADATA.google.INTERNAL", "metadata.google.internal.",
         "ｍｅｔａｄａｔａ.google.internal", "metadata", "metadata.", "instance-data",
         "instance-data.ec2.internal", "metadata.tencentyun.com", "169.254.169.254.nip.io",
         "a9fea9fe.nip.io", "169-254-169-254.sslip.io", "xn--metadata-.example"});
    add("100.100.100.200", {"metadata.aliyun.example"});
    add("0.0.0.0", {"0.0.0.0.nip.io", "zero.example"});
    add("::", {"zero6.example"});
    add("::ffff:169.254.169.254", {"mapped.example"});
    add("fe80::1", {"linklocal.example"});
    return found;
}

QString digits(quint32 number, QRandomGenerator &random)
{
    const QString zeroes(random.bounded(4) == 0 ? random.bounded(1, 6) : 0, u'0');
    switch (random.bounded(8)) {
    case 0:
        return u'0' + QString(random.bounded(2) == 0 ? u'x' : u'X') + zeroes
            + QString::number(number, 16);
    case 1:
        return u'0' + zeroes + QString::number(number, 8);
    case 2:
        return QStringLiteral("0b")
            + QString::number(number, 2); // which no browser takes for a number
    case 3:
        return (random.bounded(2) == 0 ? u'+' : u'-') + QString::number(number); // nor this
    default:
        return QString::number(number);
    }
}

/// \a text with some of its digits and full stops from elsewhere in Unicode.
QString disguised(QString text, QRandomGenerator &random)
{
    for (QChar &character : text) {
        if (random.bounded(3) > 0)
            continue;
        if (character.isDigit())
            character = QChar(0xff10 + character.digitValue()); // full-width
        else if (character == u'.')
            character = random.bounded(2) == 0 ? QChar(0x3002) : QChar(0xff0e);
    }
    return text;
}

} // namespace

QList<Spelling> spellings(quint16 apiPort)
{
    const QString port = QString::number(apiPort);
    QList<Spelling> found;
    const auto addHosts = [&found](const QStringList &hosts, const QString &url, Blocked blocked) {
        for (const QString &host : hosts)
            found.append({url.arg(host), blocked, {}});
    };
    addHosts(loopbackHosts(), QStringLiteral("http://%1/"), Blocked::OnServer);
    addHosts(loopbackHosts(), QStringLiteral("http://%1:") + port + u'/', Blocked::Always);
    addHosts(privateHosts(), QStringLiteral("https://%1/hook"), Blocked::OnServer);
    addHosts(closedHosts(), QStringLiteral("http://%1/"), Blocked::Always);
    for (QString url : oddUrls())
        found.append({url.replace(QStringLiteral("{api}"), port), Blocked::Always, {}});
    QString withNul = QStringLiteral("http://127.0.0.1/");
    found.append({withNul.insert(16, QChar(0)), Blocked::Always, {}});
    return found + names();
}

QString spellingByChance(const QHostAddress &address, QRandomGenerator &random)
{
    if (random.bounded(8) == 0)
        return u'[' + embeddingsOf(address).at(random.bounded(2)).toString() + u']';
    const quint32 bits = address.toIPv4Address();
    const int leading = random.bounded(4); // that are bytes of their own; the last holds the rest
    QStringList parts;
    for (int i = 0; i < leading; ++i)
        parts.append(digits((bits >> (24 - 8 * i)) & 0xffU, random));
    parts.append(digits(leading == 0 ? bits : bits & (~0U >> (8 * leading)), random));
    QString text = parts.join(u'.');
    if (random.bounded(8) == 0)
        text += u'.';
    return random.bounded(4) == 0 ? disguised(text, random) : text;
}

} // namespace Core
