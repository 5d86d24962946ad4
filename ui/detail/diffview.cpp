// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/diffview.h"

#include "core/model/redaction.h"
#include "ui/detail/messageview.h"
#include "ui/detail/textview.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr qsizetype LinesAround = 3; // of what is the same, beside what is not

/// The lines of a comparison, with long stretches that are the same folded.
class DiffSource final : public TextSource
{
public:
    explicit DiffSource(QList<DiffLine> lines)
        : m_lines(std::move(lines))
    {
    }

    std::unique_ptr<TextSource> copy() const override
    {
        return std::make_unique<DiffSource>(*this);
    }

protected:
    bool produce() override
    {
        if (m_next >= m_lines.size())
            return false;
        const qsizetype same = sameFrom(m_next);
        const qsizetype before = m_next == 0 ? 0 : LinesAround;
        const bool isLast = m_next + same == m_lines.size();
        const qsizetype after = isLast ? 0 : LinesAround;
        if (same > before + after + 1) {
            for (qsizetype i = 0; i < before; ++i)
                writeNext();
            const qsizetype folded = same - before - after;
            write(QStringLiteral("    ") + DiffView::tr("… %1 lines are the same").arg(folded),
                  Tone::Muted);
            m_next += folded;
            endIfMore();
            for (qsizetype i = 0; i < after; ++i)
                writeNext();
            return true;
        }
        for (qsizetype i = 0; i < std::max<qsizetype>(same, 1); ++i)
            writeNext();
        return true;
    }

private:
    qsizetype sameFrom(qsizetype start) const
    {
        qsizetype end = start;
        while (end < m_lines.size() && m_lines.at(end).sign == DiffSign::Same)
            ++end;
        return end - start;
    }

    void writeNext()
    {
        const DiffLine &line = m_lines.at(m_next++);
        const QString text = printable(line.text);
        switch (line.sign) {
        case DiffSign::Same:
            write(QStringLiteral("    ") + text);
            break;
        case DiffSign::Removed:
            write(QStringLiteral("−   ") + text, Tone::Bad);
            break;
        case DiffSign::Added:
            write(QStringLiteral("+   ") + text, Tone::Good);
            break;
        }
        endIfMore();
    }

    void endIfMore()
    {
        if (m_next < m_lines.size())
            endLine(LineEnd::Feed);
    }

    QList<DiffLine> m_lines;
    qsizetype m_next = 0;
};

struct Message
{
    QByteArray start;
    Core::HeaderList headers;
    QByteArray body;
    Core::Sender sender;
};

Message messageOf(const RowRecord &record, DiffPart part)
{
    if (const auto *const captured = std::get_if<Core::CaptureRecord>(&record)) {
        const Core::Capture &capture = captured->capture;
        return {capture.method + ' ' + capture.target, captured->headers, captured->body,
                Core::senderOf(capture)};
    }
    const auto &sent = std::get<Core::AttemptRecord>(record);
    const Core::Attempt &attempt = sent.attempt;
    if (part == DiffPart::Request)
        return {"POST " + attempt.url.toUtf8(), sent.transcript.requestHeaders, sent.requestBody,
                Core::Sender::Ourselves};
    return {spoken(attempt).toUtf8(), sent.transcript.responseHeaders, sent.transcript.responseBody,
            Core::Sender::Others};
}

QByteArrayList headOf(const Message &message)
{
    QByteArrayList lines{message.start};
    for (const Core::Header &header : message.headers)
        lines.append(header.name + ": " + header.value);
    return lines;
}

QByteArrayList hiddenHeadOf(Message message, DiffPart part)
{
    if (part == DiffPart::Request)
        message.start = Core::redactedUrl(QString::fromUtf8(message.start)).toUtf8();
    for (Core::Header &header : message.headers) {
        if (Core::isMasked(header.name, message.sender))
            header.value = HiddenValue.toUtf8();
    }
    return headOf(message);
}

/// Puts what may be told of both messages into lines that compare all of them.
void hideSecrets(QList<DiffLine> &lines, const QByteArrayList &before, const QByteArrayList &after)
{
    qsizetype inBefore = 0;
    qsizetype inAfter = 0;
    for (DiffLine &line : lines) {
        const bool isRemoved = line.sign == DiffSign::Removed;
        const QByteArrayList &head = isRemoved ? before : after;
        const qsizetype place = isRemoved ? inBefore : inAfter;
        if (place < head.size())
            line.text = head.at(place);
        inBefore += line.sign == DiffSign::Added ? 0 : 1;
        inAfter += isRemoved ? 0 : 1;
    }
}

struct Origin
{
    QString name;
    Core::Time moment;
};

Origin originOf(const RowRecord &record)
{
    if (const auto *const captured = std::get_if<Core::CaptureRecord>(&record))
        return {printable(captured->capture.bin), captured->capture.receivedAt};
    const Core::Attempt &attempt = std::get<Core::AttemptRecord>(record).attempt;
    return {printable(attempt.destinationName), attempt.startedAt};
}

QString nameOf(const Origin &origin, const QString &moment, int letters)
{
    return DiffView::tr("“%1” of %2").arg(shortened(origin.name, letters), moment);
}

/// What is compared, from the longest wording to the shortest. In all but the last there are both
/// names and both moments.
QStringList titlesOf(const RowRecord &before, const RowRecord &after)
{
    const Origin one = originOf(before);
    const Origin other = originOf(after);
    const QString pattern = DiffView::tr("From %1 to %2");
    QStringList titles;
    for (const int letters : {40, 20, 10})
        titles.append(pattern.arg(nameOf(one, momentText(one.moment), letters),
                                  nameOf(other, momentText(other.moment), letters)));
    const QString oneClock = clockText(one.moment);
    const QString otherClock = clockText(other.moment);
    for (const int letters : {10, 6, 3})
        titles.append(
            pattern.arg(nameOf(one, oneClock, letters), nameOf(other, otherClock, letters)));
    titles.append(pattern.arg(oneClock, otherClock));
    return titles;
}

} // namespace

QByteArrayList comparableLines(const RowRecord &record, DiffPart part, bool asJson)
{
    const Message message = messageOf(record, part);
    QByteArrayList lines = headOf(message);
    lines.append(QByteArray());
    if (asJson)
        return lines + comparableJson(message.body).value_or(QByteArrayList());
    return message.body.isEmpty() ? lines : lines + message.body.split('\n');
}

QList<DiffLine> diffMessages(const RowRecord &before, const RowRecord &after, DiffPart part,
                             bool areSecretsShown)
{
    const bool areJson = comparableJson(messageOf(before, part).body)
        && comparableJson(messageOf(after, part).body);
    QList<DiffLine> lines
        = diffLines(comparableLines(before, part, areJson), comparableLines(after, part, areJson));
    if (!areSecretsShown)
        hideSecrets(lines, hiddenHeadOf(messageOf(before, part), part),
                    hiddenHeadOf(messageOf(after, part), part));
    return lines;
}

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QHBoxLayout)
    , m_request(new QToolButton(this))
    , m_response(new QToolButton(this))
    , m_title(new ElidedLabel(this))
    , m_text(new TextView(tr("What has changed"), this))
{
    m_request->setText(tr("Request"));
    m_response->setText(tr("Response"));
    auto *const parts = new QButtonGroup(this);
    m_bar->setContentsMargins(0, 2, 8, 2);
    m_bar->setSpacing(0);
    for (QToolButton *const button : {m_request, m_response}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setMinimumSize(24, 24);
        parts->addButton(button);
        m_bar->addWidget(button);
    }
    m_request->setChecked(true);
    m_bar->addSpacing(12);
    m_bar->addWidget(m_title, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_bar);
    layout->addWidget(m_text, 1);
    connect(m_request, &QToolButton::clicked, this, [this] { setPart(DiffPart::Request); });
    connect(m_response, &QToolButton::clicked, this, [this] { setPart(DiffPart::Response); });
}

void DiffView::offerSecrets(QAction &showSecrets)
{
    m_bar->addWidget(makeSecretsButton(showSecrets, this));
    m_areSecretsShown = showSecrets.isChecked();
    connect(&showSecrets, &QAction::toggled, this, [this](bool areShown) {
        m_areSecretsShown = areShown;
        compare();
    });
}

void DiffView::setPart(DiffPart part)
{
    m_part = part;
    compare();
}

void DiffView::showRecord(const RowRecord &record)
{
    const Core::LogKey row = keyOf(record);
    if (row != m_row) {
        m_kin.reset();
        m_chosen.reset();
        m_records.clear();
    }
    m_row = row;
    m_records.insert_or_assign(row, record);
    m_response->setEnabled(!row.isCapture());
    if (row.isCapture()) {
        m_part = DiffPart::Request;
        m_request->setChecked(true);
    }
    compare();
}

void DiffView::showKin(const Core::Kin &kin)
{
    if (kin.row != m_row)
        return;
    m_kin = kin;
    compare();
}

void DiffView::showPair(const Core::LogKey &one, const Core::LogKey &other)
{
    m_chosen = Pair{std::min(one, other), std::max(one, other)};
    compare();
}

void DiffView::forgetPair()
{
    if (std::exchange(m_chosen, std::nullopt))
        compare();
}

void DiffView::takeRecord(const RowRecord &record)
{
    const Core::LogKey row = keyOf(record);
    const Pair wanted = wantedPair();
    if (row != wanted.before && row != wanted.after)
        return;
    m_records.insert_or_assign(row, record);
    compare();
}

void DiffView::clear()
{
    m_row = {};
    m_kin.reset();
    m_chosen.reset();
    m_records.clear();
    say({});
}

DiffView::Pair DiffView::wantedPair() const
{
    if (m_chosen)
        return *m_chosen;
    if (!m_kin)
        return {};
    return {m_part == DiffPart::Request ? m_kin->previousRequest : m_kin->previousAnswer, m_row};
}

// Nothing is fetched for a page that nobody looks at.
void DiffView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    compare();
}

void DiffView::compare()
{
    m_comparing.cancel();
    if (!isVisible())
        return;
    const Pair pair = wantedPair();
    if (pair.before.isNull())
        return say(m_kin ? tr("There is nothing before it to compare with.") : QString());
    QList<Core::LogKey> missing{pair.before, pair.after};
    missing.removeIf([this](Core::LogKey row) { return m_records.contains(row); });
    if (!missing.isEmpty()) {
        say(tr("The other row is being read…"));
        for (const Core::LogKey row : std::as_const(missing))
            emit recordRequested(row);
        return;
    }
    const RowRecord &before = m_records.at(pair.before);
    const RowRecord &after = m_records.at(pair.after);
    m_titles = titlesOf(before, after);
    showTitles();
    m_comparing.run<QList<DiffLine>>(
        [before, after, part = m_part,
         areSecretsShown = m_areSecretsShown](const Aside::IsCancelled & /*isCancelled*/) {
            return diffMessages(before, after, part, areSecretsShown);
        },
        [this](const QList<DiffLine> &lines) { showLines(lines); });
}

void DiffView::showTitles()
{
    m_title->showText(m_titles.constFirst(), m_titles.mid(1));
}

void DiffView::say(const QString &message)
{
    m_title->showText(message);
    m_text->setSource(std::make_unique<DiffSource>(QList<DiffLine>()));
}

void DiffView::showLines(const QList<DiffLine> &lines)
{
    const bool isSame = std::all_of(lines.begin(), lines.end(), [](const DiffLine &line) {
        return line.sign == DiffSign::Same;
    });
    if (isSame) {
        for (QString &title : m_titles)
            title = tr("Nothing differs. %1").arg(title);
        showTitles();
    }
    m_text->setSource(std::make_unique<DiffSource>(lines));
}

} // namespace Gui
