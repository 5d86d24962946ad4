// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/overview.h"

#include "ui/detail/causes.h"
#include "ui/detail/explanation.h"
#include "ui/look/fieldtable.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace Gui {

namespace {

constexpr const char *RowProperty = "row";
constexpr int OverviewMargin = 8;

QLabel *makeSentence(QWidget *parent)
{
    auto *const label = plainLabel({}, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A long word may be cut off, but must not make the window wider.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

using TryPlace = QList<Core::Attempt>::const_iterator;

/// The next one of the same delivery: what was sent again by hand is another.
std::optional<Core::Attempt> tryAfter(TryPlace self, TryPlace end)
{
    if (self == end)
        return {};
    const auto next = std::find_if(self + 1, end, [&self](const Core::Attempt &other) {
        return other.delivery == self->delivery;
    });
    return next == end ? std::nullopt : std::optional(*next);
}

} // namespace

Overview::Overview(QWidget *parent)
    : QWidget(parent)
    , m_sentence(makeSentence(this))
    , m_cause(makeSentence(this))
    , m_facts(new FieldTable(tr("Facts about the chosen row")))
    , m_links(new QBoxLayout(QBoxLayout::LeftToRight))
{
    // It has the room that is left, and its own scroll bar.
    m_facts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont font = m_sentence->font();
    font.setWeight(QFont::DemiBold);
    m_sentence->setFont(font);
    auto *const whole = new QHBoxLayout;
    m_counterpart = addLink(*whole, {});
    m_tries = addLink(*whole, {});
    auto *const steps = new QHBoxLayout;
    m_previous = addLink(*steps, tr("Previous try"));
    m_next = addLink(*steps, tr("Next try"));
    m_links->setSpacing(4);
    for (QHBoxLayout *const group : {whole, steps}) {
        group->setSpacing(4);
        m_links->addLayout(group);
        m_links->setAlignment(group, Qt::AlignLeft);
    }
    m_links->addStretch(1);
    auto *const words = new QVBoxLayout;
    words->setContentsMargins(OverviewMargin, 10, OverviewMargin, 8);
    words->setSpacing(6);
    words->addWidget(m_sentence);
    words->addWidget(m_cause);
    words->addLayout(m_links);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_facts, 1);
    for (QToolButton *const link : {m_counterpart, m_previous, m_next})
        connect(link, &QToolButton::clicked, this,
                [this, link] { emit rowRequested({link->property(RowProperty).toLongLong()}); });
    connect(m_tries, &QToolButton::clicked, this, &Overview::triesRequested);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &Overview::tellTime);
    clear();
}

QToolButton *Overview::addLink(QBoxLayout &links, const QString &text)
{
    auto *const link = new QToolButton(this);
    link->setText(text);
    link->setMinimumSize(24, 24);
    links.addWidget(link);
    return link;
}

void Overview::showRecord(const RowRecord &record)
{
    if (!m_record || keyOf(*m_record) != keyOf(record))
        forgetKin();
    m_record = record;
    QString cause;
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        cause = likelyCause(sent->attempt);
    showFacts();
    m_cause->setText(cause);
    m_cause->setVisible(!cause.isEmpty());
    tellTime();
}

void Overview::showFacts()
{
    const QList<Field> fields
        = std::visit([](const auto &record) { return factsOf(record); }, *m_record);
    if (fields != m_facts->fields()) // A new list begins at its top.
        m_facts->setFields(fields);
}

void Overview::showPin(const Core::Pin &pin)
{
    setPin(*m_record, pin);
    showFacts();
}

void Overview::tellTime()
{
    const auto *const sent = std::get_if<Core::AttemptRecord>(&*m_record);
    if (sent == nullptr) {
        m_sentence->setText(sentenceOf(std::get<Core::CaptureRecord>(*m_record)));
        return;
    }
    // What the schedule says does not count while the receiver is held back from.
    const bool isHeld
        = sent->nextStep == Core::NextStep::Held || sent->nextStep == Core::NextStep::Probed;
    const auto next = m_nextAt && !isHeld ? std::optional(NextTry{*m_nextAt, now()}) : std::nullopt;
    m_sentence->setText(m_nextTry ? sentenceOf(*sent, *m_nextTry) : sentenceOf(*sent, next));
}

void Overview::showKin(const Core::Kin &kin)
{
    m_counterpart->setText(kin.row.isCapture() ? tr("What was sent") : tr("What the bin received"));
    offer(*m_counterpart, kin.counterpart);
    const auto isShown
        = [&kin](const Core::Attempt &attempt) { return Core::LogKey::of(attempt.id) == kin.row; };
    const auto self = std::find_if(kin.tries.cbegin(), kin.tries.cend(), isShown);
    m_nextTry = tryAfter(self, kin.tries.cend());
    m_nextAt = m_nextTry ? std::nullopt : kin.nextAt;
    m_nextAt ? m_clock.start() : m_clock.stop();
    tellTime();
    const auto place = self - kin.tries.cbegin();
    const auto rowAt = [&kin](qsizetype at) {
        const bool isThere = at >= 0 && at < kin.tries.size();
        return isThere ? Core::LogKey::of(kin.tries.at(at).id) : Core::LogKey{};
    };
    offer(*m_previous, rowAt(place - 1));
    offer(*m_next, rowAt(place + 1));
    m_tries->setText(tr("All %1 tries").arg(kin.tries.size()));
    m_tries->setVisible(kin.tries.size() > 2);
    fitLinks();
}

void Overview::offer(QToolButton &link, const Core::LogKey &row)
{
    link.setProperty(RowProperty, row.value);
    link.setVisible(!row.isNull());
}

void Overview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLinks();
}

void Overview::fitLinks()
{
    int wanted = 0;
    for (const QToolButton *const link : {m_counterpart, m_previous, m_next, m_tries})
        wanted += link->isHidden() ? 0 : link->sizeHint().width() + m_links->spacing();
    const int room = contentsRect().width() - 2 * OverviewMargin;
    m_links->setDirection(wanted <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void Overview::forgetKin()
{
    m_nextAt.reset();
    m_nextTry.reset();
    m_clock.stop();
    hideLinks();
}

void Overview::hideLinks()
{
    for (QToolButton *const link : {m_counterpart, m_previous, m_next, m_tries})
        link->hide();
}

void Overview::clear()
{
    m_record.reset();
    forgetKin();
    m_sentence->setText(tr("Choose a row to see what was sent and what came back."));
    m_cause->hide();
    m_facts->setFields({});
}

} // namespace Gui
