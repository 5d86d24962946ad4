// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailpane.h"

#include "ui/detail/explanation.h"
#include "ui/detail/messageview.h"
#include "ui/look/fieldtable.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

namespace Gui {

namespace {

enum Tab {
    OverviewTab,
    RequestTab,
    ResponseTab,
};

QLabel *makeSentence(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A long word may be cut off, but must not make the window wider.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

QString responsePlaceholder(const Core::Attempt &attempt)
{
    if (attempt.outcome == Core::AttemptOutcome::InFlight)
        return DetailPane::tr("No answer yet.");
    return attempt.status == 0 ? DetailPane::tr("No answer came.")
                               : DetailPane::tr("The answer has no body.");
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QTabWidget(parent)
    , m_sentence(makeSentence(this))
    , m_cause(makeSentence(this))
    , m_facts(new FieldTable(tr("Facts about the chosen row")))
    , m_request(new MessageView(tr("Request headers"), tr("Request body")))
    , m_response(new MessageView(tr("Response headers"), tr("Response body")))
{
    setDocumentMode(true);
    setAccessibleName(tr("Details of the chosen row"));
    addTab(makeOverview(), tr("Overview"));
    addTab(m_request, tr("Request"));
    addTab(m_response, tr("Response"));
    for (int tab = OverviewTab; tab <= ResponseTab; ++tab) {
        auto *const shortcut
            = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + tab)), this);
        connect(shortcut, &QShortcut::activated, this, [this, tab] { setCurrentIndex(tab); });
    }
    clearRecord();
}

QWidget *DetailPane::makeOverview()
{
    auto *const page = new QWidget(this);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *const words = new QVBoxLayout;
    words->setContentsMargins(8, 10, 8, 8);
    words->setSpacing(6);
    QFont font = m_sentence->font();
    font.setWeight(QFont::DemiBold);
    m_sentence->setFont(font);
    words->addWidget(m_sentence);
    words->addWidget(m_cause);
    auto *const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_facts, 1);
    return page;
}

void DetailPane::showAttempt(const Core::AttemptRecord &record)
{
    setTabVisible(RequestTab, true);
    setTabVisible(ResponseTab, true);
    showOverview(sentenceOf(record), likelyCause(record.attempt));
    m_facts->setFields(factsOf(record));
    const Core::Transcript &transcript = record.transcript;
    m_request->showMessage(transcript.requestHeaders, record.requestBody, false,
                           tr("The request has no body."));
    m_response->showMessage(transcript.responseHeaders, transcript.responseBody,
                            transcript.isResponseCut, responsePlaceholder(record.attempt));
}

void DetailPane::showCapture(const Core::CaptureRecord &record)
{
    setTabVisible(RequestTab, true);
    setTabVisible(ResponseTab, false);
    showOverview(sentenceOf(record), {});
    m_facts->setFields(factsOf(record));
    m_request->showMessage(record.headers, record.body, false, tr("The request has no body."));
}

void DetailPane::clearRecord()
{
    setCurrentIndex(OverviewTab);
    setTabVisible(RequestTab, false);
    setTabVisible(ResponseTab, false);
    showOverview(tr("Choose a row to see what was sent and what came back."), {});
    m_facts->setFields({});
}

void DetailPane::showOverview(const QString &sentence, const QString &cause)
{
    m_sentence->setText(sentence);
    m_cause->setText(cause);
    m_cause->setVisible(!cause.isEmpty());
}

} // namespace Gui
