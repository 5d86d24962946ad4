// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/overview.h"

#include "ui/detail/causes.h"
#include "ui/detail/explanation.h"
#include "ui/look/fieldtable.h"
#include "ui/look/flowlayout.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

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

/// The next one of \a delivery: what was sent again by hand is another.
template<typename Place>
std::optional<Core::Attempt> nextOf(Core::DeliveryId delivery, Place begin, Place end)
{
    const auto next = std::find_if(begin, end, [delivery](const Core::Attempt &attempt) {
        return attempt.delivery == delivery;
    });
    return next == end ? std::nullopt : std::optional(*next);
}

std::optional<Core::Attempt> tryBefore(TryPlace self, const QList<Core::Attempt> &tries)
{
    if (self == tries.cend())
        return {};
    return nextOf(self->delivery, std::make_reverse_iterator(self), tries.crend());
}

std::optional<Core::Attempt> tryAfter(TryPlace self, const QList<Core::Attempt> &tries)
{
    if (self == tries.cend())
        return {};
    return nextOf(self->delivery, self + 1, tries.cend());
}

Core::LogKey keyOfTry(const std::optional<Core::Attempt> &attempt)
{
    return attempt ? Core::LogKey::of(attempt->id) : Core::LogKey{};
}

} // namespace

Overview::Overview(QWidget *parent)
    : QWidget(parent)
    , m_sentence(makeSentence(this))
    , m_summary(makeSentence(this))
    , m_cause(makeSentence(this))
    , m_facts(new FieldTable(tr("Facts about the chosen row")))
    , m_links(new FlowLayout)
{
    m_facts->showWhole();
    connect(m_facts->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &fact) {
                if (fact.isValid())
                    emit placeReached(m_facts->visualRect(fact).translated(m_facts->pos()));
            });
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont font = m_sentence->font();
    font.setWeight(QFont::DemiBold);
    m_summary->setFont(font);
    m_sentence->setFont(font);
    setTabOrder(m_summary, m_sentence);
    addLinks();
    auto *const words = new QVBoxLayout;
    words->setContentsMargins(OverviewMargin, 10, OverviewMargin, 8);
    words->setSpacing(6);
    words->addWidget(m_summary);
    words->addWidget(m_sentence);
    words->addWidget(m_cause);
    words->addLayout(m_links);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &Overview::tellTime);
    clear();
}

void Overview::addLinks()
{
    m_resume = addLink(tr("Resume destination"));
    m_edit = addLink(tr("Edit destination…"));
    m_counterpart = addLink({});
    m_tries = addLink({});
    m_previous = addLink(tr("Previous try"));
    m_next = addLink(tr("Next try"));
    m_origin = addLink(tr("What it repeats"));
    m_resend = addLink(tr("Sent again"));
    m_links->setSpacing(4);
    for (QToolButton *const link : {m_counterpart, m_previous, m_next, m_origin, m_resend})
        connect(link, &QToolButton::clicked, this,
                [this, link] { emit rowRequested({link->property(RowProperty).toLongLong()}); });
    connect(m_edit, &QToolButton::clicked, this, [this] { emit editRequested(destination()); });
    connect(m_resume, &QToolButton::clicked, this, [this] { emit resumeRequested(destination()); });
    connect(m_tries, &QToolButton::clicked, this, &Overview::triesRequested);
}

QToolButton *Overview::addLink(const QString &text)
{
    auto *const link = new QToolButton(this);
    link->setText(text);
    link->setMinimumSize(24, 24);
    m_links->addWidget(link);
    return link;
}

QList<QToolButton *> Overview::links() const
{
    return {m_resume, m_edit, m_counterpart, m_tries, m_previous, m_next, m_origin, m_resend};
}

void Overview::showRecord(const RowRecord &record)
{
    if (!m_record || keyOf(*m_record) != keyOf(record))
        forgetKin();
    m_record = record;
    showFacts();
    fitCause();
    fitSummary();
    reviewRemedies();
    tellTime();
}

void Overview::fitCause()
{
    QStringList parts;
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&*m_record))
        parts = {likelyCause(sent->attempt),
                 askedPause(*sent, m_isDispatching ? m_nextAt : std::nullopt)};
    parts.removeAll(QString());
    m_cause->setText(parts.join(u' '));
    m_cause->setVisible(!parts.isEmpty());
}

void Overview::showSummary(const Core::LogKey &row, const QString &summary)
{
    m_summedUp = row;
    m_summaryText = summary;
    if (m_record && keyOf(*m_record) == row)
        fitSummary();
}

void Overview::fitSummary()
{
    const bool isShown = m_record && keyOf(*m_record) == m_summedUp && !m_summaryText.isEmpty();
    m_summary->setText(isShown ? m_summaryText : QString());
    m_summary->setVisible(isShown);
}

void Overview::offerSecrets(QAction &showSecrets)
{
    m_facts->offerSecrets(showSecrets);
}

void Overview::offerEdits(IsThere isThere)
{
    m_isThere = std::move(isThere);
}

void Overview::offerResumes(IsThere isGone)
{
    m_isGone = std::move(isGone);
}

void Overview::reviewRemedies()
{
    const auto *const sent = m_record ? std::get_if<Core::AttemptRecord>(&*m_record) : nullptr;
    const bool hasFailed = sent != nullptr && Core::isFailure(sent->attempt);
    m_edit->setVisible(hasFailed && m_isThere && m_isThere(destination()));
    m_resume->setVisible(hasFailed && sent->attempt.status == 410 && m_isGone
                         && m_isGone(destination()));
}

Core::DestinationId Overview::destination() const
{
    return std::get<Core::AttemptRecord>(*m_record).attempt.destination;
}

void Overview::setDispatching(bool isDispatching)
{
    if (std::exchange(m_isDispatching, isDispatching) == isDispatching || !m_record)
        return;
    fitCause();
    tellTime();
}

void Overview::showFacts()
{
    const auto *const sent = std::get_if<Core::AttemptRecord>(&*m_record);
    const QList<Field> fields = sent != nullptr ? factsOf(*sent, m_resendOf)
                                                : factsOf(std::get<Core::CaptureRecord>(*m_record));
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
    if (!m_isDispatching && !m_nextTry) {
        m_sentence->setText(sentenceWhileOff(*sent));
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
    m_nextTry = tryAfter(self, kin.tries);
    m_nextAt = m_nextTry ? std::nullopt : kin.nextAt;
    m_nextAt ? m_clock.start() : m_clock.stop();
    fitCause();
    tellTime();
    m_resendOf = kin.resendOf;
    showFacts();
    offer(*m_previous, keyOfTry(tryBefore(self, kin.tries)));
    offer(*m_next, keyOfTry(m_nextTry));
    offer(*m_origin, keyOfTry(nextOf(m_resendOf, kin.tries.crbegin(), kin.tries.crend())));
    offer(*m_resend, kin.sentAgain);
    m_tries->setText(tr("All %1 tries").arg(kin.tries.size()));
    m_tries->setVisible(kin.tries.size() > 2);
}

void Overview::offer(QToolButton &link, const Core::LogKey &row)
{
    link.setProperty(RowProperty, row.value);
    link.setVisible(!row.isNull());
}

void Overview::forgetKin()
{
    m_nextAt.reset();
    m_nextTry.reset();
    m_resendOf = {};
    m_clock.stop();
    hideLinks();
}

void Overview::hideLinks()
{
    for (QToolButton *const link : links())
        link->hide();
}

void Overview::clear()
{
    m_record.reset();
    fitSummary();
    forgetKin();
    tellChoice();
    m_cause->hide();
    m_facts->setFields({});
}

void Overview::tellSelected(qsizetype rows)
{
    m_selected = rows;
    if (!m_record)
        tellChoice();
}

void Overview::tellChoice()
{
    m_sentence->setText(m_selected > 1
                            ? tr("%1 rows are selected. Resend, pin, export or delete them, or "
                                 "choose one to see what was sent and what came back.")
                                  .arg(countText(m_selected))
                            : tr("Choose a row to see what was sent and what came back."));
}

} // namespace Gui
