// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"

#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int Patience = 30'000; // three greetings take 15 s
constexpr int Greetings = 3;

/// %1 is a directory of its own, %2 the port. A body is only logged once something has read it, so
/// the request goes on to a second location.
QString nginxConfiguration()
{
    return QStringLiteral(R"(
daemon off;
pid %1/pid;
error_log %1/error;
events { worker_connections 64; }
http {
    client_body_temp_path %1;
    proxy_temp_path %1;
    fastcgi_temp_path %1;
    uwsgi_temp_path %1;
    scgi_temp_path %1;
    log_format body escape=none '$request_method $uri $request_body';
    access_log off;
    server {
        listen 127.0.0.1:%2;
        location = /answer { return 200 fine; }
        location = /hook {
            access_log %1/bodies body;
            proxy_pass http://127.0.0.1:%2/answer;
        }
    }
}
)");
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// An nginx that answers 200 and logs each body on a line of its own.
class Nginx final
{
public:
    Nginx()
        : m_port(freePort())
    {
        QFile file(m_directory.filePath(QStringLiteral("nginx.conf")));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(nginxConfiguration().arg(m_directory.path()).arg(m_port).toUtf8());
        file.close();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("nginx"),
                        {QStringLiteral("-p"), m_directory.path(), QStringLiteral("-e"),
                         m_directory.filePath(QStringLiteral("error")), QStringLiteral("-c"),
                         file.fileName()});
        m_process.waitForStarted();
    }
    ~Nginx()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_port); }

    QStringList received() const
    {
        QFile file(m_directory.filePath(QStringLiteral("bodies")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QTemporaryDir m_directory;
    quint16 m_port;
    QProcess m_process;
};

/// The standard library's server of Python, told to print each body.
class PythonServer final
{
public:
    PythonServer()
    {
        const QString script = QStringLiteral(
            "import http.server\n"
            "class Handler(http.server.BaseHTTPRequestHandler):\n"
            "    def do_POST(self):\n"
            "        body = self.rfile.read(int(self.headers['Content-Length'])).decode()\n"
            "        print('POST', self.path, body, flush=True)\n"
            "        self.send_response(200)\n"
            "        self.end_headers()\n"
            "    def log_message(self, *arguments):\n"
            "        pass\n"
            "server = http.server.HTTPServer(('127.0.0.1', 0), Handler)\n"
            "print(server.server_port, flush=True)\n"
            "server.serve_forever()\n");
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
            while (m_process.canReadLine())
                m_lines.append(QString::fromUtf8(m_process.readLine()).trimmed());
        });
        m_process.start(QStringLiteral("python3"), {QStringLiteral("-c"), script});
    }
    ~PythonServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isReady() const { return !m_lines.isEmpty(); }
    QString url() const { return QStringLiteral("http://localhost:%1/hook").arg(m_lines.first()); }
    QStringList received() const { return m_lines.mid(1); }

private:
    QProcess m_process;
    QStringList m_lines;
};

} // namespace

class TestReceivers final : public QObject
{
    Q_OBJECT

private slots:
    void serversOfOtherMakesAreGreeted();
};

/// The first minute as the README tells it, at the program's own pace of five seconds.
void TestReceivers::serversOfOtherMakesAreGreeted()
{
    Nginx nginx;
    PythonServer python;
    QTRY_VERIFY_WITH_TIMEOUT(python.isReady(), Patience);
    Program program;
    QVERIFY2(program.start(), qPrintable(program.errorOutput()));
    const QString webhooks = program.apiUrl(QStringLiteral("/webhooks"));
    QCOMPARE(httpCall("POST", webhooks, registration(QStringLiteral("joe"), nginx.url())).status,
             201);
    QCOMPARE(httpCall("POST", webhooks, registration(QStringLiteral("ann"), python.url())).status,
             201);
    QTRY_VERIFY_WITH_TIMEOUT(
        nginx.received().size() >= Greetings && python.received().size() >= Greetings, Patience);
    static const QRegularExpression ToJoe(QStringLiteral(
        "\\APOST /hook Hello joe, current time is [0-9-]{10}T[0-9:]{8}(Z|[+-]\\d\\d:\\d\\d)\\z"));
    static const QRegularExpression ToAnn(QStringLiteral(
        "\\APOST /hook Hello ann, current time is [0-9-]{10}T[0-9:]{8}(Z|[+-]\\d\\d:\\d\\d)\\z"));
    for (int i = 0; i < Greetings; ++i) {
        QVERIFY2(ToJoe.match(nginx.received().at(i)).hasMatch(),
                 qPrintable(nginx.received().at(i)));
        QVERIFY2(ToAnn.match(python.received().at(i)).hasMatch(),
                 qPrintable(python.received().at(i)));
    }
    const auto told = [&program](const QString &url) {
        return program.lines().count(
            QStringLiteral("Webhook to '%1' dispatched, response code: 200").arg(url));
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(nginx.url()) >= Greetings && told(python.url()) >= Greetings,
                             Patience);
}

QTEST_GUILESS_MAIN(TestReceivers)
#include "tst_receivers.moc"
