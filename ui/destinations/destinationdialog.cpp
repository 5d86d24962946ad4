// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationdialog.h"

#include "core/base/duration.h"
#include "core/model/secrets.h"
#include "ui/destinations/advancedform.h"
#include "ui/destinations/curlreader.h"
#include "ui/destinations/refusalline.h"
#include "ui/destinations/secretfield.h"
#include "ui/destinations/urlremarks.h"
#include "ui/look/choicefield.h"
#include "ui/look/confirmation.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"
#include "ui/look/spoken.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Gui {

namespace {

constexpr int LongestShown = 80;
constexpr int LongestStandIn = 100;
constexpr int LeastWidthInCharacters = 64;
constexpr qsizetype ShownAnswerBytes = 200;
constexpr qsizetype ShownAnswerLines = 3;
constexpr std::chrono::milliseconds TypingPause{400};
constexpr qsizetype LeastPasted = 6; ///< "curl h"

enum HeartbeatChoice {
    ProgramsHeartbeat,
    NoHeartbeat,
};

QString shown(const QString &text)
{
    return shortened(printable(text), LongestShown);
}

QStringList patternsIn(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    return text.split(separator, Qt::SkipEmptyParts);
}

/// Below the fields that it is about, as all that is said of them.
bool isOfCheckLine(const Core::Error &error)
{
    return error.field == u"destination" || error.field == u"name";
}

/// What is tested without a name goes by this one.
QString standInName(const QString &url)
{
    const QString host = QUrl(url, QUrl::StrictMode).host();
    return host.isEmpty() ? QStringLiteral("-") : host.left(LongestStandIn);
}

/// How an answer begins, as the lines it came in.
QStringList answerLines(const QByteArray &body)
{
    QStringList shownLines;
    const QList<QByteArray> lines = body.left(ShownAnswerBytes).trimmed().split('\n');
    for (const QByteArray &line : lines.mid(0, ShownAnswerLines)) {
        if (!line.trimmed().isEmpty())
            shownLines.append(printable(line.trimmed()));
    }
    return shownLines;
}

} // namespace

DestinationDialog::DestinationDialog(const QList<Core::Destination> &known, QWidget *parent)
    : QDialog(parent)
    , m_known(known)
    , m_name(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_events(new QLineEdit(this))
    , m_heartbeat(new ChoiceField(tr("Heartbeat"),
                                  {tr("The program's interval"), tr("Off"), tr("Every")},
                                  QStringLiteral("5s"), this))
    , m_advancedButton(new QToolButton(this))
    , m_advanced(new AdvancedForm(this))
    , m_checkGlyph(new QLabel(this))
    , m_check(new QLabel(this))
    , m_leftOut(new QLabel(this))
    , m_trial(new QPushButton(tr("Test now"), this))
    , m_trialGlyph(new QLabel(this))
    , m_trialResult(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_refusalLine(new RefusalLine(this))
{
    setWindowTitle(tr("Add destination"));
    m_original.origin = Core::Origin::Window;
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    m_name->setPlaceholderText(tr("orders"));
    m_url->setPlaceholderText(QStringLiteral("https://example.com/hooks"));
    m_events->setPlaceholderText(QStringLiteral("*"));
    m_events->setToolTip(tr("Event types, such as invoice.paid or invoice.*, separated by commas"));
    m_events->setText(m_original.events.join(QLatin1StringView(", ")));
    layOut();

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this,
            [this] { emit nameCheckRequested(m_url->text().trimmed()); });
    connect(m_url, &QLineEdit::textChanged, this, &DestinationDialog::readUrl);
    for (QLineEdit *const edit : {m_name, m_url, m_events})
        connect(edit, &QLineEdit::textChanged, this, &DestinationDialog::check);
    connect(m_heartbeat, &ChoiceField::changed, this, &DestinationDialog::check);
    connect(m_advanced, &AdvancedForm::changed, this, &DestinationDialog::check);
    connect(m_advancedButton, &QToolButton::toggled, this, &DestinationDialog::showAdvanced);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &DestinationDialog::enter);
    // Enter makes a new line in the field of headers.
    confirmByKey(*this, *m_buttons->button(QDialogButtonBox::Ok));
    // Some styles bring pictures of their own, which suit nothing else here.
    for (QAbstractButton *const button : m_buttons->buttons())
        button->setIcon({});
    showAdvanced(false);
    check();
}

void DestinationDialog::layOut()
{
    m_url->setMinimumWidth(fontMetrics().averageCharWidth() * LeastWidthInCharacters);
    auto *const form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&URL"), m_url);
    form->addRow(QString(), makeCheckLine());
    form->addRow(tr("&Events"), m_events);
    form->addRow(tr("Heart&beat"), m_heartbeat);
    m_advancedButton->setText(tr("&Advanced"));
    m_advancedButton->setCheckable(true);
    m_advancedButton->setAutoRaise(true);
    m_advancedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_advancedButton);
    layout->addWidget(m_advanced, 1);
    layout->addWidget(makeTrialLine());
    layout->addWidget(m_refusalLine);
    layout->addStretch();
    layout->addWidget(m_buttons);
    alignLabels();
}

// The two forms look like one.
void DestinationDialog::alignLabels()
{
    int width = 0;
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (const QLabel *const label : labels)
        width = std::max(width, label->buddy() != nullptr ? label->sizeHint().width() : 0);
    for (QLabel *const label : labels) {
        if (label->buddy() != nullptr)
            label->setMinimumWidth(width);
    }
}

QWidget *DestinationDialog::makeCheckLine()
{
    auto *const line = new QWidget(this);
    for (QLabel *const label : {m_check, m_leftOut}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    m_leftOut->hide();
    fitCheck();
    m_checkGlyph->setAlignment(Qt::AlignTop);
    auto *const layout = new QGridLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_checkGlyph, 0, 0);
    layout->addWidget(m_check, 0, 1);
    layout->addWidget(m_leftOut, 1, 1);
    layout->setColumnStretch(1, 1);
    return line;
}

QWidget *DestinationDialog::makeTrialLine()
{
    auto *const line = new QWidget(this);
    m_trialGlyph->setTextFormat(Qt::PlainText);
    m_trialResult->setTextFormat(Qt::PlainText);
    m_trialResult->setWordWrap(true);
    m_trialResult->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_trialResult->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_trialResult->setAccessibleName(tr("What the test brought"));
    m_trial->setAutoDefault(false);
    m_trial->setToolTip(tr("Sends one test event there, without keeping the destination"));
    connect(m_trial, &QPushButton::clicked, this, &DestinationDialog::requestTrial);
    auto *const layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_trial);
    layout->addWidget(m_trialGlyph);
    layout->addWidget(m_trialResult, 1);
    return line;
}

void DestinationDialog::requestTrial()
{
    m_isTrialUnderWay = true;
    m_trial->setEnabled(false);
    showTrialResult(Glyph::InFlight, Tone::Muted, tr("Waiting for the answer…"));
    m_resultOf = {destination(), secret()};
    emit trialRequested(m_resultOf.destination, m_resultOf.secret);
}

void DestinationDialog::showTrial(const Core::AttemptRecord &record)
{
    m_isTrialUnderWay = false;
    const Core::Attempt &attempt = record.attempt;
    QStringList parts{
        tr("%1 after %2.").arg(printable(spoken(attempt)), durationText(attempt.timings.total))};
    parts += answerLines(record.transcript.responseBody);
    const bool isGood = attempt.outcome == Core::AttemptOutcome::Delivered;
    showTrialResult(isGood ? Glyph::Delivered : Glyph::Warning, isGood ? Tone::Good : Tone::Bad,
                    parts.join(u'\n'));
    check();
}

void DestinationDialog::showTrialRefusal(const Core::Error &error)
{
    m_isTrialUnderWay = false;
    showTrialResult(Glyph::Warning, Tone::Bad, printable(spoken(error)));
    check();
}

void DestinationDialog::showTrialResult(Glyph glyph, Tone tone, const QString &text)
{
    const int side = fontMetrics().height();
    m_trialGlyph->setPixmap(iconOf(glyph, tone).pixmap(QSize(side, side), devicePixelRatio()));
    m_trialResult->setText(text);
}

/// A result says nothing of what is entered afterwards, be it while it was waited for.
void DestinationDialog::dropStaleResult(Core::Destination entered)
{
    entered.name = m_resultOf.destination.name;
    const bool isOfThis = entered == m_resultOf.destination && secret() == m_resultOf.secret;
    if (m_isTrialUnderWay || isOfThis || m_trialResult->text().isEmpty())
        return;
    showTrialResult(Glyph::Never, Tone::Muted, tr("Changed since it was tested."));
}

void DestinationDialog::setUrl(const QString &url)
{
    m_url->setText(url);
}

/// Many characters that come at once: who types a command means to go on with it.
bool DestinationDialog::isPasted(const QString &text)
{
    const QString before = std::exchange(m_enteredUrl, text);
    const auto [end, kept] = std::mismatch(before.begin(), before.end(), text.begin(), text.end());
    const auto ending = std::mismatch(before.rbegin(), std::make_reverse_iterator(end),
                                      text.rbegin(), std::make_reverse_iterator(kept));
    return std::distance(kept, ending.second.base()) >= LeastPasted;
}

/// People paste what they have, and often that is a command.
void DestinationDialog::readUrl(const QString &text)
{
    const auto read = isPasted(text) ? readCurl(text) : std::nullopt;
    if (!read) {
        if (text != m_original.url) // of the command that was read last
            showLeftOut({});
        return;
    }
    const Core::Destination &told = read->destination;
    m_original.url = told.url;
    m_original.headers = told.headers;
    m_original.timeout = told.timeout;
    m_original.verifyTls = told.verifyTls;
    m_advanced->showRequest(m_original);
    if (!told.headers.isEmpty() || !told.verifyTls)
        m_advancedButton->setChecked(true);
    m_url->setText(told.url);
    if (m_name->text().isEmpty())
        m_name->setText(QUrl(told.url).host());
    showLeftOut(leftOutOf(*read));
}

void DestinationDialog::showLeftOut(const QString &text)
{
    m_leftOut->setText(printable(text));
    m_leftOut->setVisible(!text.isEmpty());
    fitCheck();
}

void DestinationDialog::setDestination(const Core::Destination &destination)
{
    m_original = destination;
    setWindowTitle(tr("Edit destination"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Save"));
    m_name->setText(destination.name);
    m_url->setText(destination.url);
    m_events->setText(destination.events.join(QLatin1StringView(", ")));
    if (!destination.heartbeat)
        m_heartbeat->setChoice(ProgramsHeartbeat);
    else if (destination.heartbeat->count() == 0)
        m_heartbeat->setChoice(NoHeartbeat);
    else
        m_heartbeat->setText(Core::toString(*destination.heartbeat));
    m_advanced->show(destination);
    check();
}

Core::Destination DestinationDialog::destination() const
{
    Core::Destination entered = m_original;
    const auto result = writeTo(entered);
    Q_ASSERT(result.has_value());
    return entered;
}

QByteArray DestinationDialog::secret() const
{
    return m_advanced->secret();
}

bool DestinationDialog::isNamed() const
{
    return !m_name->text().trimmed().isEmpty();
}

/// Whatever the name will be, the rest is judged.
Core::Result<> DestinationDialog::writeTo(Core::Destination &destination) const
{
    destination.url = m_url->text().trimmed();
    destination.name = isNamed() ? m_name->text().trimmed() : standInName(destination.url);
    destination.events = patternsIn(m_events->text());
    if (destination.events.isEmpty())
        destination.events = Core::Destination().events;
    if (auto valid = Core::validate(destination); !valid)
        return valid;
    if (auto heartbeat = writeHeartbeat(destination); !heartbeat)
        return heartbeat;
    if (auto advanced = m_advanced->writeTo(destination); !advanced)
        return advanced;
    if (auto valid = Core::validate(destination); !valid)
        return valid;
    return judgeSigning(destination);
}

/// As the engine will. The secret that a destination has is not known here, but what it can do is.
Core::Result<> DestinationDialog::judgeSigning(const Core::Destination &destination) const
{
    if (!secret().isEmpty())
        return Core::validateSecret(destination.signature, secret());
    if (!m_signing || m_signing->destination != destination.id
        || m_signing->schemes.contains(destination.signature))
        return {};
    return Core::invalid(QStringLiteral("signature"),
                         tr("Its secret cannot sign by %1. Enter one that can, or make one.")
                             .arg(toWords(destination.signature)));
}

Core::Result<> DestinationDialog::writeHeartbeat(Core::Destination &destination) const
{
    destination.heartbeat.reset();
    if (m_heartbeat->choice() == NoHeartbeat)
        destination.heartbeat = Core::Milliseconds{0};
    if (!m_heartbeat->isSpeltOut())
        return {};
    const auto interval = readDuration(m_heartbeat->text(), QStringLiteral("heartbeat"));
    if (!interval)
        return interval.error();
    destination.heartbeat = *interval;
    return {};
}

/// It may be refused yet, and what was entered is not to be entered anew then.
void DestinationDialog::enter()
{
    dropRefusal();
    m_asked = {destination(), secret()};
    m_isAwaitingAnswer = true;
    check();
    emit destinationEntered(m_asked.destination, m_asked.secret);
}

void DestinationDialog::showRefusal(const Core::Error &error)
{
    m_isAwaitingAnswer = false;
    m_refusal = error;
    check();
    if (!m_refusal) // Something else is entered by now.
        return;
    if (isOfCheckLine(error))
        return (error.field == u"name" ? m_name : m_url)->setFocus();
    const QString text = spoken(error);
    const bool isAdvanced = m_advanced->showRefusal(error.field, text);
    if (isAdvanced)
        m_advancedButton->setChecked(true);
    else
        m_refusalLine->showRefusal(text);
    QMetaObject::invokeMethod(this, &DestinationDialog::makeRoom, Qt::QueuedConnection);
}

void DestinationDialog::dropRefusal()
{
    m_refusal.reset();
    m_refusalLine->showRefusal({});
    m_advanced->dropRefusal();
}

void DestinationDialog::check()
{
    Core::Destination entered = m_original;
    const Core::Result<> result = writeTo(entered);
    const bool isTwin = result.has_value() && twinOf(entered) != nullptr;
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(result.has_value() && isNamed() && !isTwin && !m_isAwaitingAnswer);
    m_trial->setEnabled(result.has_value() && !m_isTrialUnderWay);
    dropStaleResult(entered);
    // Nor does a refusal say anything of what is entered afterwards.
    if (entered != m_asked.destination || secret() != m_asked.secret)
        dropRefusal();
    sayWhatIs(entered, result);
}

void DestinationDialog::sayWhatIs(const Core::Destination &entered, const Core::Result<> &result)
{
    const bool isTwin = result.has_value() && twinOf(entered) != nullptr;
    if (m_isAwaitingAnswer)
        showCheck(Tone::Muted, tr("Waiting until Hookpost has taken it…"));
    else if (entered.url.isEmpty())
        showCheck(Tone::Muted, tr("A name and an http or https URL are needed."));
    else if (!result.has_value())
        showCheck(Tone::Warning, spoken(result.error()));
    else if (isTwin)
        showCheck(Tone::Warning,
                  tr("“%1” with this URL is there already.").arg(shown(entered.name)));
    else if (m_refusal && isOfCheckLine(*m_refusal))
        showCheck(Tone::Bad, spoken(*m_refusal));
    else if (const QString warning = nameWarning(entered.url); !warning.isEmpty())
        showCheck(Tone::Warning, warning);
    else if (const QString words = whatWillHappen(entered.url, m_binUrl); isNamed())
        showCheck(Tone::Good, words + remarkOn(entered));
    else
        showCheck(Tone::Muted, words + u' ' + tr("A name is needed, too."));
}

void DestinationDialog::showNameReport(const Core::NameReport &report)
{
    m_report = report;
    check();
}

void DestinationDialog::showSigning(const Core::SigningReport &report)
{
    m_signing = report;
    check();
}

/// What stands in the way of \a url now and may not later; it is asked for unless that is known.
QString DestinationDialog::nameWarning(const QString &url)
{
    if (m_report.url != url) {
        m_typing.start();
        return {};
    }
    m_typing.stop();
    const QString host = shown(QUrl(url, QUrl::StrictMode).host());
    if (!m_report.refusal.isEmpty())
        return spokenRefusal(m_report.refusal);
    if (m_report.failure == Core::Failure::NameNotFound)
        return tr("There is no computer named %1 at the moment. Check the spelling.").arg(host);
    return m_report.failure == Core::Failure::None
        ? QString()
        : tr("The name service does not tell where %1 is.").arg(host);
}

void DestinationDialog::setReceiver(const QString &binUrl)
{
    m_binUrl = binUrl;
    check();
}

const Core::Destination *DestinationDialog::twinOf(const Core::Destination &destination) const
{
    const auto twin
        = std::find_if(m_known.begin(), m_known.end(), [&](const Core::Destination &other) {
              return other.id != destination.id && other.name == destination.name
                  && other.url == destination.url && isNamed();
          });
    return twin == m_known.end() ? nullptr : &*twin;
}

QString DestinationDialog::remarkOn(const Core::Destination &destination) const
{
    for (const Core::Destination &other : m_known) {
        if (other.id == destination.id)
            continue;
        if (other.url == destination.url)
            return u' ' + tr("“%1” sends there as well.").arg(shown(other.name));
        if (other.name == destination.name)
            return u' ' + tr("Another destination has this name, too.");
    }
    return {};
}

void DestinationDialog::showCheck(Tone tone, const QString &text)
{
    const int side = fontMetrics().height();
    Glyph glyph = tone == Tone::Good ? Glyph::Delivered : Glyph::Warning;
    if (tone == Tone::Muted)
        glyph = Glyph::Never;
    m_checkGlyph->setPixmap(iconOf(glyph, tone).pixmap(QSize(side, side), devicePixelRatio()));
    m_check->setText(printable(text));
    fitCheck();
    m_buttons->button(QDialogButtonBox::Ok)->setToolTip(plainToolTip(m_check->text()));
}

/// Two lines nearly always, so that the fields below stay where they are.
void DestinationDialog::fitCheck()
{
    const int usual = fontMetrics().lineSpacing() * 2;
    // Before it is laid out it is narrow, but it will have the room below the field of the URL.
    const int least = m_url->minimumWidth() - 2 * fontMetrics().height();
    const int width = std::max(m_check->width(), least);
    m_check->setMinimumHeight(0); // It would count as needed.
    m_check->setFixedHeight(std::max(usual, m_check->heightForWidth(width)));
    m_leftOut->setMinimumHeight(0);
    m_leftOut->setFixedHeight(std::max(0, m_leftOut->heightForWidth(width)));
}

void DestinationDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitCheck();
}

void DestinationDialog::showAdvanced(bool isShown)
{
    m_advancedButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(isShown);
    QMetaObject::invokeMethod(this, &DestinationDialog::makeRoom, Qt::QueuedConnection);
}

/// All of it is shown, if the screen has room for that; the rest scrolls.
void DestinationDialog::makeRoom()
{
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(sizeHint().boundedTo(room));
    if (isVisible())
        keepOnScreen(*this);
}

} // namespace Gui
