// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogtour.h"
#include "tests/ui/windowsuite.h"

#include <QAbstractItemView>
#include <QImage>
#include <QLabel>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

namespace {

/// What a text would fetch if it were read as markup: a server and a picture that note it.
class Trap final
{
public:
    Trap()
        : m_watch(::inotify_init1(IN_NONBLOCK))
    {
        QImage picture(2, 2, QImage::Format_RGB32);
        picture.fill(Qt::red);
        const bool isReady = m_server.listen(QHostAddress::LocalHost) && picture.save(path())
            && ::inotify_add_watch(m_watch, path().toLocal8Bit().constData(), IN_OPEN) >= 0;
        if (!isReady)
            qFatal("no trap");
    }

    Trap(const Trap &) = delete;
    Trap(Trap &&) = delete;
    Trap &operator=(const Trap &) = delete;
    Trap &operator=(Trap &&) = delete;
    ~Trap() { ::close(m_watch); }

    quint16 port() const { return m_server.serverPort(); }

    QString bait() const
    {
        const QString url = QStringLiteral("http://127.0.0.1:%1/x.png").arg(port());
        return QStringLiteral("<img src=\"%1\"><img src=\"file://%2\"><a href=\"%1\">here</a>")
            .arg(url, path());
    }

    /// Connections, and times that the picture was opened.
    int caught()
    {
        QCoreApplication::processEvents();
        while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
            socket->deleteLater();
            ++m_caught;
        }
        alignas(inotify_event) std::array<char, 4096> events{};
        while (::read(m_watch, events.data(), events.size()) > 0)
            ++m_caught;
        return m_caught;
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("x.png")); }

    QTemporaryDir m_folder;
    QTcpServer m_server;
    int m_watch;
    int m_caught = 0;
};

QStringList toolTipsOf(const QWidget &widget)
{
    constexpr int MostRows = 20;
    QStringList texts{widget.toolTip()};
    const auto *const view = qobject_cast<const QAbstractItemView *>(&widget);
    if (view == nullptr || view->model() == nullptr)
        return texts;
    const QAbstractItemModel &model = *view->model();
    for (int row = 0; row < std::min(model.rowCount(), MostRows); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            texts.append(model.index(row, column).data(Qt::ToolTipRole).toString());
    }
    return texts;
}

/// All that hovering would show.
void showToolTips(QWidget &window)
{
    QStringList texts;
    for (const QWidget *const widget : window.findChildren<QWidget *>())
        texts += toolTipsOf(*widget);
    texts.removeAll(QString());
    texts.removeDuplicates();
    for (const QString &text : std::as_const(texts)) {
        QToolTip::showText(window.mapToGlobal(QPoint()), text, &window);
        QCoreApplication::processEvents();
    }
    QToolTip::hideText();
}

} // namespace

/// What comes from elsewhere is shown as text, and nothing that it names is fetched.
class TestNothingFetched final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theTrapCatches();
    void noPageAndNoDialogFetchesAnything();
};

void TestNothingFetched::theTrapCatches()
{
    Trap trap;
    QCOMPARE(trap.caught(), 0);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, trap.port());
    QTRY_COMPARE(trap.caught(), 1);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setText(trap.bait());
    plain.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plain));
    QCOMPARE(trap.caught(), 1);
    QLabel guessing(trap.bait());
    guessing.show();
    QVERIFY(QTest::qWaitForWindowExposed(&guessing));
    QTRY_VERIFY(trap.caught() > 1);
}

void TestNothingFetched::noPageAndNoDialogFetchesAnything()
{
    Trap trap;
    QStringList guilty;
    int visited = 0;
    int caught = 0;
    Testing::DialogTour tour(*m_window, trap.bait());
    tour.go([&](QWidget &window, const QString &name) {
        window.grab();
        showToolTips(window);
        ++visited;
        if (trap.caught() != caught)
            guilty.append(name);
        caught = trap.caught();
    });
    QVERIFY(visited > 20);
    QVERIFY2(guilty.isEmpty(), qPrintable(guilty.join(u'\n')));
    QCOMPARE(trap.caught(), 0);
}

QTEST_MAIN(TestNothingFetched)
#include "tst_nothingfetched.moc"
