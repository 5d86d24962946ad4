// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/signatureview.h"

#include "ui/look/fieldtable.h"
#include "ui/look/format.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

using Core::SignatureVerdict;

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(SignatureView)
};

bool isSigning(const Core::Header &header)
{
    constexpr std::array<QByteArrayView, 5> Names{"webhook-id", "webhook-timestamp",
                                                  "webhook-signature", "X-Hub-Signature-256",
                                                  "Stripe-Signature"};
    return std::any_of(Names.begin(), Names.end(), [&header](QByteArrayView name) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString verdictText(SignatureVerdict verdict)
{
    switch (verdict) {
    case SignatureVerdict::Valid:
        return ReportWords::tr("valid");
    case SignatureVerdict::Invalid:
        return ReportWords::tr("invalid");
    case SignatureVerdict::OtherSecret:
        return ReportWords::tr("not checked: made with another secret");
    case SignatureVerdict::ClockSkew:
        return ReportWords::tr("valid, but signed at another time");
    case SignatureVerdict::NoSecret:
        return ReportWords::tr("not checked: no secret");
    }
    Q_UNREACHABLE();
}

/// What is signed is a moment in whole seconds, so that parts of one mean nothing.
QString skewText(Core::Milliseconds skew)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(std::chrono::abs(skew));
    QString length
        = whole.count() < 60 ? ReportWords::tr("%1 s").arg(whole.count()) : durationText(whole);
    if (whole.count() == 0)
        length = ReportWords::tr("less than a second");
    return skew.count() < 0 ? ReportWords::tr("%1 before the request").arg(length)
                            : ReportWords::tr("%1 after the request").arg(length);
}

/// A row for each signature. What it is worth is told in any case, its own text is not.
QList<Field> verdictsOf(const QList<Core::SignatureEntry> &entries)
{
    QList<Field> fields;
    for (const Core::SignatureEntry &entry : entries) {
        const QString verdict = verdictText(entry.verdict);
        const QString name = entries.size() == 1
            ? ReportWords::tr("signature")
            : ReportWords::tr("signature %1").arg(fields.size() + 1);
        fields.append(
            {name, ReportWords::tr("%1: %2").arg(verdict, printable(entry.text)), verdict});
    }
    return fields;
}

} // namespace

QString sentenceOf(const Core::SignatureReport &report)
{
    const auto has = [&report](SignatureVerdict verdict) {
        return std::any_of(
            report.entries.begin(), report.entries.end(),
            [verdict](const Core::SignatureEntry &entry) { return entry.verdict == verdict; });
    };
    if (report.entries.isEmpty())
        return ReportWords::tr("This request is not signed.");
    if (has(SignatureVerdict::Valid))
        return ReportWords::tr(
            "The signature is valid: these bytes were signed with the destination's "
            "secret.");
    if (has(SignatureVerdict::ClockSkew))
        return ReportWords::tr(
            "The signature is right, but a receiver may refuse it for its age. Check "
            "the clocks of both machines, or whether this is an old request sent "
            "again.");
    if (has(SignatureVerdict::NoSecret))
        return ReportWords::tr(
            "The signature cannot be checked: no destination is registered whose "
            "secret could have made it.");
    if (has(SignatureVerdict::OtherSecret))
        return ReportWords::tr(
            "The signature was made with another secret than the destination has now, so that it "
            "cannot be checked any more.");
    return ReportWords::tr(
        "The signature is invalid: the body, the id or the time has changed since it "
        "was signed, or it was made with another secret, such as one that was "
        "replaced before the last.");
}

SignatureView::SignatureView(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_fields(new FieldTable(tr("Headers that sign the request"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_sentence->setContentsMargins(8, 10, 8, 6);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sentence);
    layout->addWidget(m_fields, 1);
}

void SignatureView::showHeaders(const Core::HeaderList &headers)
{
    m_headers = headers;
    m_headers.removeIf([](const Core::Header &header) { return !isSigning(header); });
    m_fields->setFields(fieldsOf(m_headers, Core::Sender::Others));
    m_sentence->setText(m_headers.isEmpty() ? sentenceOf(Core::SignatureReport{})
                                            : tr("The signature is being checked…"));
}

void SignatureView::offerSecrets(QAction &showSecrets)
{
    m_fields->offerSecrets(showSecrets);
}

void SignatureView::showReport(const Core::SignatureReport &report)
{
    QList<Field> fields = fieldsOf(m_headers, Core::Sender::Others);
    fields.append(verdictsOf(report.entries));
    if (report.skew)
        fields.append({tr("signed"), skewText(*report.skew)});
    m_fields->setFields(fields);
    m_sentence->setText(sentenceOf(report));
}

} // namespace Gui
