// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/resenddialog.h"

#include "ui/facts.h"
#include "ui/look/confirmation.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"
#include "ui/look/refusals.h"
#include "ui/requests.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <utility>

namespace Gui {

namespace {

constexpr int FastestRate = 1000;
constexpr int LongestNames = 160;
constexpr int MostResendNames = 3;
constexpr int ResendWidth = 76;
constexpr std::chrono::milliseconds SettlingPause{200};

/// How far back the choices look, in seconds; the last choice is a moment of one's own.
constexpr std::array<qint64, 4> Spans{900, 3600, 86'400, 604'800};

QString resendsText(qint64 count)
{
    return count == 1 ? ResendDialog::tr("1 delivery")
                      : ResendDialog::tr("%1 deliveries").arg(countText(count));
}

} // namespace

ResendDialog::ResendDialog(Core::ResendOrder order, QList<Core::Destination> destinations,
                           Facts &facts, Requests &requests, QWidget *parent)
    : QDialog(parent)
    , m_order(std::move(order))
    , m_destinations(std::move(destinations))
    , m_requests(requests)
    , m_span(new QComboBox(this))
    , m_since(new QDateTimeEdit(this))
    , m_summary(new QLabel(this))
    , m_forced(new QCheckBox(this))
    , m_rate(new QSpinBox(this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_send(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setWindowTitle(isRecovery() ? tr("Resend what failed") : tr("Resend"));
    layOut();
    connect(m_span, &QComboBox::currentIndexChanged, this, [this](int choice) {
        m_since->setEnabled(choice == static_cast<int>(Spans.size()));
        askForPreview();
    });
    m_settling.setSingleShot(true);
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this,
            [this] { m_settling.start(SettlingPause); });
    connect(&m_settling, &QTimer::timeout, this, &ResendDialog::askForPreview);
    connect(m_forced, &QCheckBox::toggled, this, &ResendDialog::showSummary);
    connect(m_send, &QPushButton::clicked, this, &ResendDialog::toggleSending);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&facts, &Facts::resendPreviewed, this, &ResendDialog::showPreview);
    connect(&facts, &Facts::resendAdvanced, this, &ResendDialog::takeProgress);
    confirmByKey(*this, *m_send);
    if (isRecovery())
        askForPreview();
    showSummary();
}

void ResendDialog::layOut()
{
    auto *const form = new QFormLayout;
    addSince(*form);
    for (QLabel *const label : {m_summary, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_summary->setMinimumWidth(fontMetrics().averageCharWidth() * ResendWidth);
    m_rate->setRange(0, FastestRate);
    m_rate->setSpecialValueText(tr("no limit"));
    m_rate->setSuffix(tr(" a second"));
    form->addRow(tr("At &most"), m_rate);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_outcome->hide();
    m_send->setDefault(true);
    for (QAbstractButton *const button : m_buttons->buttons())
        button->setIcon({});
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_forced);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addWidget(m_buttons);
}

void ResendDialog::addSince(QFormLayout &form)
{
    m_span->addItems({tr("the last 15 minutes"), tr("the last hour"), tr("the last 24 hours"),
                      tr("the last 7 days"), tr("this moment")});
    m_span->setCurrentIndex(1);
    m_since->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_since->setCalendarPopup(true);
    m_since->setDateTime(QDateTime::currentDateTime().addSecs(-Spans.at(1)));
    m_since->setEnabled(false);
    m_since->setAccessibleName(tr("Moment"));
    form.addRow(tr("&Failed since"), m_span);
    form.addRow(QString(), m_since);
    if (!isRecovery()) {
        form.setRowVisible(m_span, false);
        form.setRowVisible(m_since, false);
    }
}

Core::ResendOrder ResendDialog::order() const
{
    Core::ResendOrder order = m_order;
    order.isForced = m_forced->isChecked();
    order.perSecond = m_rate->value();
    const auto choice = static_cast<std::size_t>(m_span->currentIndex());
    const QDateTime since = choice < Spans.size()
        ? QDateTime::currentDateTime().addSecs(-Spans.at(choice))
        : m_since->dateTime();
    if (isRecovery())
        order.since = Core::Time{Core::Milliseconds{since.toMSecsSinceEpoch()}};
    return order;
}

void ResendDialog::askForPreview()
{
    m_preview.reset();
    showSummary();
    emit m_requests.resendPreviewRequested(order());
}

void ResendDialog::showPreview(const Core::ResendPreview &preview)
{
    if (preview.ticket != m_order.ticket)
        return;
    m_preview = preview;
    showSummary();
}

QString ResendDialog::namesOf(const QList<Core::DestinationId> &ids) const
{
    QStringList names;
    for (const Core::DestinationId id :
         ids.first(std::min<qsizetype>(ids.size(), MostResendNames))) {
        const auto known = std::find_if(
            m_destinations.begin(), m_destinations.end(),
            [id](const Core::Destination &destination) { return destination.id == id; });
        names.append(known == m_destinations.end() ? tr("a destination that was removed")
                                                   : printable(known->name));
    }
    const qsizetype more = ids.size() - names.size();
    const QString text = shortened(names.join(QLatin1StringView(", ")), LongestNames);
    return more == 0 ? text : tr("%1 and %2 more").arg(text, countText(more));
}

QStringList ResendDialog::leftOutTexts() const
{
    QStringList texts;
    if (m_preview->unfinished > 0)
        texts.append((m_preview->unfinished == 1
                          ? tr("%1 left out: still running; it goes out on its own.")
                          : tr("%1 left out: still running; they go out on their own."))
                         .arg(resendsText(m_preview->unfinished)));
    if (m_preview->heartbeats > 0)
        texts.append(tr("%1 left out: heartbeats.").arg(resendsText(m_preview->heartbeats)));
    if (m_preview->gone > 0)
        texts.append(tr("%1 left out: no longer there.").arg(resendsText(m_preview->gone)));
    return texts;
}

/// What becomes of those that failed, or became; how far it came otherwise is told below.
QString ResendDialog::fateText() const
{
    const bool isOne = m_preview->failed == 1;
    if (m_isAllSent)
        return isOne ? tr("It was sent again as a new, linked delivery.")
                     : tr("They were sent again as new, linked deliveries.");
    if (m_isDone)
        return {};
    return isOne ? tr("It will be sent again as a new, linked delivery.")
                 : tr("They will be sent again as new, linked deliveries.");
}

QString ResendDialog::failedText() const
{
    if (m_preview->failed > 0)
        return (tr("%1 failed.").arg(resendsText(m_preview->failed)) + u' ' + fateText()).trimmed();
    // Attempts may have failed all the same.
    return isRecovery() || m_preview->unfinished > 0
        ? tr("No delivery has failed for good yet: those that failed are tried again.")
        : tr("Nothing here needs to be sent again.");
}

void ResendDialog::showSummary()
{
    m_forced->setVisible(m_preview && m_preview->delivered > 0);
    QStringList lines;
    if (!m_preview) {
        lines.append(tr("Counting…"));
    } else if (m_preview->error) {
        lines.append(printable(spoken(*m_preview->error)));
    } else {
        lines.append(failedText());
        if (const auto destinations = wantedDestinations(); !destinations.isEmpty())
            lines.append(tr("To: %1").arg(namesOf(destinations)));
        if (m_preview->first)
            lines.append(tr("Made between %1 and %2")
                             .arg(momentText(*m_preview->first), momentText(*m_preview->last)));
        lines += leftOutTexts();
        m_forced->setText(tr("Also %1 that went well").arg(resendsText(m_preview->delivered)));
    }
    m_summary->setText(lines.join(u'\n'));
    updateButtons();
}

QList<Core::DestinationId> ResendDialog::wantedDestinations() const
{
    QList<Core::DestinationId> wanted = m_preview->destinations;
    for (const Core::DestinationId id : m_preview->deliveredTo) {
        if (m_forced->isChecked() && !wanted.contains(id))
            wanted.append(id);
    }
    return wanted;
}

qint64 ResendDialog::wantedCount() const
{
    if (!m_preview || m_preview->error)
        return 0;
    return m_preview->failed + (m_forced->isChecked() ? m_preview->delivered : 0);
}

void ResendDialog::updateButtons()
{
    const qint64 count = wantedCount();
    m_send->setText(m_isSending ? tr("&Stop") : tr("&Resend %1").arg(countText(count)));
    m_send->setEnabled(m_isSending || (count > 0 && !m_isDone));
    m_send->setToolTip(m_isSending || m_send->isEnabled() ? tr("Ctrl+Return")
                           : m_isDone                     ? tr("It is done")
                           : m_forced->isVisible() ? tr("Tick the box to send again what went well")
                                                   : tr("There is nothing to send"));
    for (QWidget *const field : QList<QWidget *>{m_span, m_forced, m_rate})
        field->setEnabled(!m_isSending && !m_isDone);
    makeRoom(*this);
}

void ResendDialog::toggleSending()
{
    if (m_isSending) {
        emit m_requests.resendStopRequested(m_order.ticket);
        return;
    }
    m_isSending = true;
    m_progress->setRange(0, 0);
    m_progress->show();
    m_outcome->show();
    updateButtons();
    emit m_requests.resendRequested(order());
}

void ResendDialog::takeProgress(const Core::ResendProgress &progress)
{
    if (progress.ticket != m_order.ticket)
        return;
    m_progress->setRange(0, static_cast<int>(std::max<qint64>(progress.total, 1)));
    m_progress->setValue(static_cast<int>(progress.resent + progress.leftOut));
    QString text
        = tr("%1 of %2 sent again.").arg(countText(progress.resent), countText(progress.total));
    if (progress.leftOut > 0)
        text += u' ' + tr("%1 left out.").arg(countText(progress.leftOut));
    if (progress.error)
        text += u' ' + printable(spoken(*progress.error));
    m_outcome->setText(text);
    m_isSending = !progress.isDone;
    m_isDone = progress.isDone;
    m_isAllSent = m_isDone && !progress.error && progress.resent == progress.total;
    showSummary();
}

// What nobody watches any more is stopped, so that nothing goes on unseen.
void ResendDialog::done(int result)
{
    if (m_isSending)
        emit m_requests.resendStopRequested(m_order.ticket);
    QDialog::done(result);
}

} // namespace Gui
