// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/format.h"

#include "core/model/responselimit.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringDecoder>

#include <cstdlib>

namespace Gui {

namespace {

struct FormatText
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

bool isControl(QChar c)
{
    return c < u' ' || (c >= u'\x7f' && c <= u'\x9f');
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
}

QDateTime localTime(Core::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

const QString LongClock = QStringLiteral("HH:mm:ss.zzz");
const QString ShortClock = QStringLiteral("HH:mm:ss");
constexpr int DaysOfWeek = 7;

/// The clock of a moment, with its day when that is not \a today.
QString clockOn(const QDateTime &moment, const QDate &today, const QString &clock)
{
    const QDate day = moment.date();
    const qint64 distance = std::abs(day.daysTo(today));
    if (distance == 0)
        return moment.toString(clock);
    if (distance < DaysOfWeek)
        return QLocale().toString(moment, QStringLiteral("ddd HH:mm:ss"));
    if (day.year() == today.year())
        return QLocale().toString(moment, QStringLiteral("d MMM HH:mm"));
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

// Three significant figures are as many as a glance can use.
QString threeFigures(double number)
{
    int decimals = 2;
    if (number >= 99.95)
        decimals = 0;
    else if (number >= 9.995)
        decimals = 1;
    return QLocale().toString(number, 'f', decimals);
}

// A number and its unit stay on one line.
QString unbroken(QString text)
{
    return text.replace(u' ', QChar::Nbsp);
}

} // namespace

bool isDeceptive(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061c || u == 0x200b || u == 0x200e || u == 0x200f || (u >= 0x2028 && u <= 0x202e)
        || (u >= 0x2060 && u <= 0x2069) || u == 0xfeff || (u >= 0xfff9 && u <= 0xfffc);
}

QString printable(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (isControl(c) || isDeceptive(c))
            result += escaped(c);
        else
            result += c;
    }
    return result;
}

QString printable(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return printable(decoder.hasError() ? QString::fromLatin1(bytes) : text);
}

QString shortened(const QString &text, int longest)
{
    if (text.size() <= longest)
        return text;
    const int half = (longest - 1) / 2;
    return text.left(longest - 1 - half) + QChar(0x2026) + text.right(half);
}

QString plainToolTip(const QString &text)
{
    return QLatin1StringView("<span style=\"white-space: pre-wrap\">") + text.toHtmlEscaped()
        + QLatin1StringView("</span>");
}

Core::Time now()
{
    return Core::SystemClock().now();
}

QString clockText(Core::Time time, Core::Time now)
{
    return clockOn(localTime(time), localTime(now).date(), LongClock);
}

QString shortClockText(Core::Time time, Core::Time now)
{
    return clockOn(localTime(time), localTime(now).date(), ShortClock);
}

QString utcClockText(Core::Time time, Core::Time now)
{
    return clockOn(localTime(time).toUTC(), localTime(now).toUTC().date(), LongClock);
}

QStringList longClocks()
{
    const QDateTime today(QDate(2000, 12, 31), QTime(0, 0));
    QStringList clocks{clockOn(today, today.date(), LongClock)};
    for (int days = 1; days <= DaysOfWeek; ++days)
        clocks.append(clockOn(today.addDays(-days), today.date(), LongClock));
    for (int months = 1; months < 12; ++months)
        clocks.append(clockOn(today.addMonths(-months), today.date(), LongClock));
    return clocks;
}

QString agoText(Core::Time time, Core::Time now)
{
    const qint64 seconds = std::max<qint64>(0, (now - time).count() / 1000);
    if (seconds < 60)
        return unbroken(FormatText::tr("%1 s ago").arg(seconds));
    if (seconds < 3600)
        return unbroken(FormatText::tr("%1 min ago").arg(seconds / 60));
    if (seconds < 86'400)
        return unbroken(FormatText::tr("%1 h ago").arg(seconds / 3600));
    return unbroken(FormatText::tr("%1 d ago").arg(countText(seconds / 86'400)));
}

QString untilText(Core::Time time, Core::Time now)
{
    const qint64 seconds = ((time - now).count() + 999) / 1000;
    if (seconds <= 0)
        return FormatText::tr("now");
    if (seconds < 60)
        return unbroken(FormatText::tr("in %1 s").arg(seconds));
    if (seconds < 3600)
        return unbroken(FormatText::tr("in %1 min").arg(seconds / 60));
    if (seconds < 86'400)
        return unbroken(FormatText::tr("in %1 h").arg(seconds / 3600));
    return unbroken(FormatText::tr("in %1 d").arg(countText(seconds / 86'400)));
}

QString momentText(Core::Time time)
{
    return localTime(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t"));
}

QString durationText(Core::Microseconds duration)
{
    constexpr qint64 Second = 1'000'000;
    const qint64 microseconds = duration.count();
    if (microseconds < Second)
        return unbroken(threeFigures(static_cast<double>(microseconds) / 1e3)
                        + QLatin1StringView(" ms"));
    if (microseconds < 60 * Second)
        return unbroken(threeFigures(static_cast<double>(microseconds) / 1e6)
                        + QLatin1StringView(" s"));
    const qint64 seconds = microseconds / Second;
    const qint64 hours = seconds / 3600;
    if (hours < 1)
        return unbroken(QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60));
    if (hours < 24)
        return unbroken(QStringLiteral("%1 h %2 min").arg(hours).arg(seconds / 60 % 60));
    return unbroken(QStringLiteral("%1 d %2 h").arg(countText(hours / 24)).arg(hours % 24));
}

QString sizeText(qint64 bytes)
{
    // Qt spells out "bytes", which is too long for a column.
    const QString text = bytes < 1000
        ? QStringLiteral("%1 B").arg(bytes)
        : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return unbroken(text);
}

QString answerSizeText(qint64 bytes)
{
    const QString text = sizeText(bytes);
    return bytes < Core::MostResponseBytes ? text : unbroken(QStringLiteral("≥ ") + text);
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString percentSign()
{
    return FormatText::tr("%", "behind a number; after a blank where the language wants one");
}

QString percentText(double percent, int decimals)
{
    return QLocale().toString(percent, 'f', decimals) + percentSign();
}

QString recoveryText(const Core::RecoveryReport &report)
{
    if (report == Core::RecoveryReport{})
        return {};
    const QString interrupted = report.interruptedAttempts == 1
        ? FormatText::tr("1 attempt was interrupted by the end of the last run")
        : FormatText::tr("%1 attempts were interrupted by the end of the last run")
              .arg(countText(report.interruptedAttempts));
    const QString again = report.deliveriesAgain == 1
        ? FormatText::tr("1 delivery goes again")
        : FormatText::tr("%1 deliveries go again").arg(countText(report.deliveriesAgain));
    return FormatText::tr("%1; %2.").arg(interrupted, again);
}

} // namespace Gui
