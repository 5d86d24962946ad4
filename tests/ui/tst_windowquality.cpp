// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/desk/appearancedesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/theme.h"
#include "ui/noticebar.h"
#include "ui/pagestack.h"
#include "ui/requests.h"
#include "ui/sidebar/sidesplitter.h"
#include "ui/statusline.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStatusTipEvent>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

using namespace Core;
using Gui::Actions;
using Gui::DestinationList;
using Gui::DetailPane;
using Gui::LogView;
using Testing::attempt;
using Testing::destination;

namespace {

/// Counts how often what it watches was shown or hidden.
class ComingAndGoing final : public QObject
{
public:
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        m_count += event->type() == QEvent::Show || event->type() == QEvent::Hide ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

/// What must hold for the window as a whole, whatever it shows.
class TestWindowQuality final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theFirstWindowLeavesRoomForItsFrame();
    void theShapeIsRemembered();
    void theShapeIsRememberedWithTheText();
    void columnsGrowWithTheText();
    void whatIsReadFirstStandsSideBySide_data();
    void whatIsReadFirstStandsSideBySide();
    void iconsGrowWithTheText();
    void everyControlCanBeNamedAndHit();
    void noLabelGuessesItsFormat();
    void barsAreReadableInTheDark();
    void nothingIsCutOffAtDoubleSize();
    void aSmallWindowHoldsAllOfIt_data();
    void aSmallWindowHoldsAllOfIt();
    void noticesFitTheScreenAtDoubleSize();
    void hiddenPagesWantNoRoom();
    void theStatusLineLeavesOutWhatHasNoRoom();
    void theStatusLineKeepsItsButtonsWhole();
    void theStatusLineStandsStill();
    void tipsOfMenusLeaveTheFigures();
    void whatWouldBeResentIsSeenWhole();
    void aResendStaysWithinTheScreen();
    void whatAnExportMasksIsSeenWhole();
    void fourThousandAttemptsASecond();

private:
    std::unique_ptr<Gui::ResendDialog> resendDialogOf(ResendPreview preview);
};

void TestWindowQuality::theFirstWindowLeavesRoomForItsFrame()
{
    const QSize room = m_window->screen()->availableSize();
    QVERIFY(m_window->width() < room.width() && m_window->height() < room.height());
}

void TestWindowQuality::theShapeIsRemembered()
{
    // The offscreen screen is 800 pixels wide, and newer Qt restores a window within its screen.
    m_window->resize(780, 600);
    child<Gui::LogDesk>()->heartbeats->setChecked(true);
    child<LogView>()->setColumnWidth(Gui::LogModel::PlaceColumn, 321);
    m_window->close();
    open();
    QCOMPARE(child<LogView>()->columnWidth(Gui::LogModel::PlaceColumn), 321);
    QCOMPARE(m_window->size(), QSize(780, 600));
    QVERIFY(child<Gui::LogDesk>()->heartbeats->isChecked());
}

void TestWindowQuality::theShapeIsRememberedWithTheText()
{
    Gui::AppearanceDesk &desk = child<Gui::PreferencesDesk>()->appearance();
    desk.setAppearance({Gui::ThemeChoice::Dark, 120, {}});
    m_window->resize(780, 600);
    auto *const columns = child<Gui::SideSplitter>();
    QCoreApplication::processEvents();
    QCOMPARE(m_window->width(), 780); // within the screen, where newer Qt keeps it
    const QList<int> sizes = columns->sizes();
    child<LogView>()->setColumnWidth(Gui::LogModel::PlaceColumn, 123);
    m_window->close();
    m_window.reset();
    open();
    QCOMPARE(child<Gui::PreferencesDesk>()->appearance().appearance().textPercent, 120);
    QCOMPARE(child<LogView>()->columnWidth(Gui::LogModel::PlaceColumn), 123);
    QCOMPARE(child<Gui::SideSplitter>()->sizes(), sizes);
}

void TestWindowQuality::columnsGrowWithTheText()
{
    auto *const view = child<LogView>();
    Gui::AppearanceDesk &desk = child<Gui::PreferencesDesk>()->appearance();
    const int usual = view->columnWidth(Gui::LogModel::StatusColumn);
    view->setColumnWidth(Gui::LogModel::PlaceColumn, 120);
    desk.setAppearance({Gui::ThemeChoice::Dark, 100, {}});
    QCOMPARE(view->columnWidth(Gui::LogModel::PlaceColumn), 120);
    QCOMPARE(view->columnWidth(Gui::LogModel::StatusColumn), usual);
    desk.setAppearance({Gui::ThemeChoice::Dark, 200, {}});
    const int large = view->columnWidth(Gui::LogModel::PlaceColumn);
    QVERIFY2(large > 200 && large < 280, qPrintable(QString::number(large)));
    QVERIFY(view->columnWidth(Gui::LogModel::StatusColumn) > usual);
    desk.setAppearance({});
    QVERIFY(qAbs(view->columnWidth(Gui::LogModel::PlaceColumn) - 120) <= 2);
    QCOMPARE(view->columnWidth(Gui::LogModel::StatusColumn), usual);
}

void TestWindowQuality::whatIsReadFirstStandsSideBySide_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("isBeside");
    QTest::addColumn<QSize>("size");
    QTest::newRow("large text") << 200 << false << QSize(1280, 800);
    QTest::newRow("the details beside the list") << 100 << true << QSize(1440, 900);
}

/// Each column says enough; what its texts have no room for is in their tips.
void TestWindowQuality::whatIsReadFirstStandsSideBySide()
{
    QFETCH(int, percent);
    QFETCH(bool, isBeside);
    QFETCH(QSize, size);
    child<Gui::PreferencesDesk>()->appearance().setAppearance(
        {Gui::ThemeChoice::Dark, percent, {}});
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Temporary, 503)});
    m_window->resize(size);
    child<Actions>()->detailsBeside->setChecked(isBeside);
    QCoreApplication::processEvents();
    const auto *const view = child<LogView>();
    const QFontMetrics metrics = view->fontMetrics();
    const auto isSeen = [&](int column, const char *text) {
        const int left = view->columnViewportPosition(column);
        const int right = left + view->columnWidth(column);
        return left >= 0 && right <= view->viewport()->width()
            && right - left >= metrics.horizontalAdvance(QString::fromLatin1(text));
    };
    QVERIFY(isSeen(Gui::LogModel::TimeColumn, "00:00:00.000"));
    QVERIFY(isSeen(Gui::LogModel::StatusColumn, "503 Unavail"));
    QVERIFY(isSeen(Gui::LogModel::PlaceColumn, "analytics"));
    QVERIFY(isSeen(Gui::LogModel::EventColumn, "invoice.paid"));
    QVERIFY(isSeen(Gui::LogModel::DurationColumn, "888 ms"));
    QVERIFY(view->columnWidth(Gui::LogModel::StatusColumn) < view->viewport()->width() / 3);
    const QModelIndex status = view->model()->index(0, Gui::LogModel::StatusColumn);
    QTRY_VERIFY(status.data(Qt::ToolTipRole).toString().contains(QStringLiteral("503 ")));
}

void TestWindowQuality::iconsGrowWithTheText()
{
    showThree();
    Gui::AppearanceDesk &desk = child<Gui::PreferencesDesk>()->appearance();
    QWidgetList carriers{child<Gui::StatusLine>()->findChild<QToolButton *>()};
    for (QToolBar *const bar : m_window->findChildren<QToolBar *>())
        carriers.append(bar);
    QVERIFY(carriers.size() >= 4);
    const auto sides = [&carriers] {
        QList<int> found;
        for (const QWidget *const carrier : carriers)
            found.append(carrier->property("iconSize").toSize().height());
        return found;
    };
    const QList<int> usual = sides();
    desk.setAppearance({Gui::ThemeChoice::Dark, 200, {}});
    for (qsizetype i = 0; i < carriers.size(); ++i) {
        const int side = sides().at(i);
        QVERIFY(side > usual.at(i) && side <= carriers.at(i)->fontMetrics().height());
        QCOMPARE(side % 4, 0);
    }
    desk.setAppearance({});
    QCOMPARE(sides(), usual);
}

void TestWindowQuality::everyControlCanBeNamedAndHit()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    emit m_window->facts().refused({ErrorCode::Conflict, QStringLiteral("No."), {}, {}});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    emit m_window->facts().attemptLoaded(record);
    QCoreApplication::processEvents();
    for (const QWidget *const widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *const button = qobject_cast<const QAbstractButton *>(widget);
        const QString className = QString::fromLatin1(widget->metaObject()->className());
        if (button != nullptr && !className.startsWith(QStringLiteral("QTab"))) {
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(className));
            QVERIFY2(button->width() >= 24 && button->height() >= 24,
                     qPrintable(button->objectName() + className + button->text()));
        }
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr
            || qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(className));
    }
}

void TestWindowQuality::noLabelGuessesItsFormat()
{
    for (const QString &text : Testing::naughtyStrings()) {
        emit m_window->facts().destinationsChanged({destination(1, text)});
        emit m_window->facts().refused({ErrorCode::Conflict, text, {}, text});
        EngineStatus status = Testing::listeningEngine();
        status.trouble = text;
        emit m_window->facts().statusChanged(status);
        choose(1);
        child<Gui::DestinationDesk>()->remove->trigger();
        for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
            QVERIFY(!label->text().contains(QChar(0x202e)) && !label->text().contains(u'\a'));
        }
        QVERIFY(m_window->minimumSizeHint().width() < 1280);
    }
    QVERIFY(m_window->findChildren<QTextEdit *>().isEmpty());
}

/// Those that are hidden when the theme is chosen, and then those that are shown.
void TestWindowQuality::barsAreReadableInTheDark()
{
    Gui::AppearanceDesk &desk = child<Gui::PreferencesDesk>()->appearance();
    const auto bars = m_window->findChildren<Gui::NoticeBar *>();
    for (const auto theme : {Gui::ThemeChoice::Dark, Gui::ThemeChoice::Light}) {
        desk.setAppearance({theme, 100, {}});
        QCoreApplication::processEvents();
        const Gui::Theme looks(QApplication::palette());
        for (Gui::NoticeBar *const bar : bars) {
            bar->showNotice(QStringLiteral("Something is to be known."));
            QVERIFY(bar->isVisible() || bar->parentWidget()->isHidden());
            const QColor ink = bar->findChild<QLabel *>()->palette().color(QPalette::WindowText);
            for (const auto tone : {Gui::Tone::Good, Gui::Tone::Warning, Gui::Tone::Bad})
                QVERIFY2(Gui::contrast(ink, looks.tint(tone)) >= Gui::LeastContrast,
                         qPrintable(bar->objectName() + ink.name() + looks.tint(tone).name()
                                    + QString::number(bar->isVisible())));
        }
    }
}

void TestWindowQuality::nothingIsCutOffAtDoubleSize()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1)});
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1280, 800));
    const QFontMetrics metrics(large);
    QVERIFY(child<LogView>()->rowHeight(0) >= metrics.height());
    QVERIFY(child<DestinationList>()
                ->visualRect(child<DestinationList>()->model()->index(1, 0))
                .height()
            >= 2 * metrics.height());
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    QApplication::setFont(before);
}

void TestWindowQuality::aSmallWindowHoldsAllOfIt_data()
{
    QTest::addColumn<DetailPane::Tab>("tab");
    QTest::newRow("overview") << DetailPane::OverviewTab;
    QTest::newRow("request") << DetailPane::RequestTab;
    QTest::newRow("timing") << DetailPane::TimingTab;
    QTest::newRow("attempts") << DetailPane::TriesTab;
}

/// The sidebar and the texts of buttons yield; lines of the log, and what can be done, do not.
void TestWindowQuality::aSmallWindowHoldsAllOfIt()
{
    QFETCH(DetailPane::Tab, tab);
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Temporary, 503)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptLoaded(record);
    auto *const detail = child<DetailPane>();
    detail->setCurrentTab(tab);
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    const auto *const bar = detail->findChild<QToolBar *>();
    const auto areTextsShown = [bar] {
        return bar->findChildren<QToolButton *>().last()->toolButtonStyle()
            == Qt::ToolButtonTextBesideIcon;
    };
    QVERIFY(areTextsShown());
    m_window->resize(800, 520);
    EngineStatus status = Testing::listeningEngine();
    status.trouble = QStringLiteral("The disk is full.");
    emit m_window->facts().statusChanged(status);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(800, 520));
    QVERIFY(child<Gui::Sidebar>()->width() <= 240);
    QVERIFY(!areTextsShown());
    QVERIFY(child<LogView>()->viewport()->height() >= 3 * child<LogView>()->rowHeight(0));
    for (QToolButton *const button : m_window->findChildren<QToolButton *>()) {
        const bool isOfTabs = qobject_cast<QTabBar *>(button->parentWidget()) != nullptr;
        if (button->isVisible() && !isOfTabs && !button->text().isEmpty())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
}

void TestWindowQuality::noticesFitTheScreenAtDoubleSize()
{
    child<Gui::PreferencesDesk>()->appearance().setAppearance({Gui::ThemeChoice::Dark, 200, {}});
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Temporary, 503)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptLoaded(record);
    child<DetailPane>()->setCurrentTab(DetailPane::RequestTab);
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    EngineStatus status = Testing::listeningEngine();
    status.trouble = QStringLiteral("The disk is full: events are refused until there is room.");
    emit m_window->facts().statusChanged(status);
    emit m_window->facts().refused({ErrorCode::Conflict, QStringLiteral("It is taken."), {}, {}});
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1280, 800));
    QVERIFY(m_window->minimumSizeHint().height() <= 800);
    Gui::NoticeBar bar(Gui::Tone::Bad);
    bar.showNotice(QStringLiteral("No."));
    const int line = bar.minimumSizeHint().height();
    bar.showNotice(status.trouble);
    QCOMPARE(bar.minimumSizeHint().height(), line);
}

/// What is not shown does not take room from the sidebar.
void TestWindowQuality::hiddenPagesWantNoRoom()
{
    Gui::PageStack stack(nullptr);
    for (const int width : {100, 900}) {
        auto *const page = new QWidget;
        page->setMinimumWidth(width);
        stack.addWidget(page);
    }
    QCOMPARE(stack.minimumSizeHint().width(), 100);
    stack.setCurrentIndex(1);
    QCOMPARE(stack.minimumSizeHint().width(), 900);
}

void TestWindowQuality::theStatusLineLeavesOutWhatHasNoRoom()
{
    QWidget bar;
    Gui::StatusLine line(&bar);
    line.showStatus(Testing::listeningEngine());
    line.showRows(37, 1'204'000);
    bar.show();
    QList<QLabel *> labels = line.findChildren<QLabel *>();
    labels.removeIf([](const QLabel *label) { return label->text().isEmpty(); });
    QList<qsizetype> counts;
    for (const int width : {1400, 700, 500}) {
        line.resize(width, line.height());
        QCoreApplication::processEvents();
        int end = 0;
        for (const QLabel *const label : labels) {
            if (label->isHidden())
                continue;
            QVERIFY2(label->x() >= end, qPrintable(label->text()));
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            end = label->geometry().right();
        }
        QVERIFY(end < width);
        counts.append(std::count_if(labels.begin(), labels.end(),
                                    [](const QLabel *label) { return label->isVisible(); }));
    }
    QCOMPARE(counts.first(), labels.size());
    QVERIFY(counts.last() < labels.size());
    line.resize(1400, line.height());
    QVERIFY2(labels.last()->isVisible() && labels.at(labels.size() - 3)->isVisible(), "back again");
}

void TestWindowQuality::theStatusLineKeepsItsButtonsWhole()
{
    QWidget bar;
    Gui::StatusLine line(&bar);
    QFont large = line.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    bar.setFont(large);
    bar.show();
    line.showRows(1'204'000, 1'204'000);
    for (int width = 1400; width > 700; width -= 10) {
        line.resize(width, line.height());
        line.showStatus(Testing::listeningEngine());
        QCoreApplication::processEvents();
        for (const QToolButton *const copy : line.findChildren<QToolButton *>())
            QVERIFY2(copy->width() >= copy->sizeHint().width(), qPrintable(QString::number(width)));
    }
}

void TestWindowQuality::theStatusLineStandsStill()
{
    QWidget bar;
    Gui::StatusLine line(&bar);
    bar.show();
    for (const int width : {1400, 450}) {
        line.resize(width, line.height());
        line.showStatus(Testing::listeningEngine());
        ComingAndGoing seen;
        for (QLabel *const label : line.findChildren<QLabel *>())
            label->installEventFilter(&seen);
        for (int i = 0; i < 30; ++i)
            line.showStatus(Testing::listeningEngine());
        QCOMPARE(seen.count(), 0);
    }
}

/// What resending shows of \a preview.
std::unique_ptr<Gui::ResendDialog> TestWindowQuality::resendDialogOf(ResendPreview preview)
{
    ResendOrder order;
    order.ticket = preview.ticket = 1;
    auto resend = std::make_unique<Gui::ResendDialog>(order, QList<Destination>(),
                                                      m_window->facts(), m_window->requests());
    resend->show();
    resend->showPreview(preview);
    QCoreApplication::processEvents();
    return resend;
}

void TestWindowQuality::tipsOfMenusLeaveTheFigures()
{
    showThree();
    const auto *const line = child<Gui::StatusLine>();
    const auto texts = [line] {
        QStringList shown;
        for (const QLabel *const label : line->findChildren<QLabel *>()) {
            if (label->isVisible())
                shown.append(label->text());
        }
        return shown;
    };
    const QStringList before = texts();
    QStatusTipEvent tip(QStringLiteral("Choose a destination first"));
    QCoreApplication::sendEvent(m_window.get(), &tip);
    QStringList with = texts();
    QCOMPARE(with.removeAll(QStringLiteral("Choose a destination first")), 1);
    QCOMPARE(with, before);
    QStatusTipEvent none{QString()};
    QCoreApplication::sendEvent(m_window.get(), &none);
    QCOMPARE(texts(), before);
}

void TestWindowQuality::whatWouldBeResentIsSeenWhole()
{
    ResendPreview preview;
    preview.failed = 1204;
    preview.delivered = 3;
    preview.unfinished = 2;
    preview.heartbeats = 7;
    preview.gone = 9;
    preview.destinations = {DestinationId{1}};
    preview.first = preview.last = Core::Time{};
    const auto resend = resendDialogOf(preview);
    for (const QLabel *const label : resend->findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
    }
}

void TestWindowQuality::aResendStaysWithinTheScreen()
{
    ResendPreview preview;
    preview.error = Error{ErrorCode::InvalidInput, QStringLiteral("No. ").repeated(2000), {}, {}};
    const auto resend = resendDialogOf(preview);
    QVERIFY(resend->height() <= resend->screen()->availableSize().height());
}

void TestWindowQuality::whatAnExportMasksIsSeenWhole()
{
    emit m_window->facts().attemptsRecorded({attempt(1)});
    QCoreApplication::processEvents();
    child<Gui::KeepDesk>()->exportRows->trigger();
    auto *const dialog = child<Gui::ExportDialog>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    ExportPreview preview;
    preview.ticket = dialog->order().ticket;
    preview.rows = 20;
    for (int i = 0; i < 12; ++i)
        preview.masked.append({QStringLiteral("X-Some-Header-%1").arg(i), 20});
    emit m_window->facts().exportPreviewed(preview);
    QCoreApplication::processEvents();
    for (const QLabel *const label : dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    }
}

void TestWindowQuality::fourThousandAttemptsASecond()
{
    constexpr int Batches = 250;
    constexpr int Batch = 160;
    showThree();
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    for (qint64 i = 0; i < Batches; ++i) {
        QList<Attempt> batch;
        for (qint64 k = 1; k <= Batch; ++k) {
            if (i > 0)
                batch.append(attempt((i - 1) * Batch + k, AttemptOutcome::Delivered, 200));
        }
        for (qint64 k = 1; k <= Batch; ++k)
            batch.append(attempt(i * Batch + k));
        QElapsedTimer one;
        one.start();
        emit m_window->facts().attemptsRecorded(batch);
        showThree();
        QCoreApplication::processEvents();
        longest = std::max(longest, one.elapsed());
    }
    qInfo("10 s of 4,000 attempts a second took the window %lld ms, the longest batch %lld ms",
          timer.elapsed(), longest);
    QCOMPARE(child<LogView>()->verticalScrollBar()->value(),
             child<LogView>()->verticalScrollBar()->maximum());
}

QTEST_MAIN(TestWindowQuality)
#include "tst_windowquality.moc"
