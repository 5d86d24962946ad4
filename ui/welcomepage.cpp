// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace Gui {

namespace {

constexpr int CommandLines = 3;
constexpr int LeastButtonHeight = 28;
constexpr int WidthInCharacters = 96;

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QWidget(this))
    , m_title(makeText(tr("Ready to send webhooks"), this))
    , m_command(new QPlainTextEdit(this))
    , m_copy(makeButton(tr("Copy")))
    , m_demo(makeButton(tr("See one working now")))
    , m_add(makeButton(tr("Add destination…")))
{
    setFrameShape(NoFrame);
    setAccessibleName(tr("First steps"));
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    auto *const page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *const column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(
        makeText(tr("Hookpost posts to every destination that you register, and shows "
                    "here what each of them answers."),
                 this));
    addStep(*column, tr("See one working now"),
            tr("Registers this program's own bin as a destination. The first answer is here within "
               "seconds."),
            m_demo);
    addStep(*column, tr("Register from your terminal"),
            tr("The destination appears here as soon as the command has run."), makeCommand());
    addStep(*column, tr("Add your own"),
            tr("Any http or https address, with a name of your choice."), m_add);
    column->addStretch(3);
    column->setContentsMargins(0, 0, 0, 0);
    m_column->setLayout(column);
    auto *const row = new QHBoxLayout(page);
    row->setContentsMargins(24, 16, 24, 16);
    row->addWidget(m_column);
    setWidget(page);

    m_demo->setDefault(true);
    setGlyph(*m_copy, Glyph::Copy);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::requestDemo);
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::additionRequested);
    applyFont();
    setUrls({}, {});
}

QPushButton *WelcomePage::makeButton(const QString &text)
{
    auto *const button = new QPushButton(text, this);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setMinimumHeight(LeastButtonHeight);
    return button;
}

void WelcomePage::addStep(QVBoxLayout &layout, const QString &title, const QString &text,
                          QWidget *work)
{
    layout.addSpacing(14);
    const auto number = m_stepTitles.size() + 1;
    QLabel *const titleLabel = makeText(QStringLiteral("%1.  %2").arg(number).arg(title), this);
    m_stepTitles.append(titleLabel);
    layout.addWidget(titleLabel);
    layout.addWidget(makeText(text, this));
    layout.addWidget(work, 0);
}

QWidget *WelcomePage::makeCommand()
{
    auto *const box = new QWidget(this);
    auto *const layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("The command that registers a destination"));
    m_command->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_command->setTabChangesFocus(true);
    m_command->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy->setAccessibleName(tr("Copy the command"));
    layout->addWidget(m_command, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    return box;
}

void WelcomePage::setUrls(const QString &apiUrl, const QString &binUrl)
{
    m_binUrl = binUrl;
    const bool isListening = !apiUrl.isEmpty() && !binUrl.isEmpty();
    const QString text = isListening ? curlToRegister(apiUrl, binUrl)
                                     : tr("The command stands here as soon as Hookpost listens.");
    if (text != command())
        m_command->setPlainText(text);
    const QString reason = isListening ? QString() : tr("Hookpost does not listen yet");
    for (QPushButton *const button : {m_copy, m_demo}) {
        button->setEnabled(isListening);
        button->setToolTip(reason);
    }
}

void WelcomePage::requestDemo()
{
    Core::Destination demo;
    demo.name = QStringLiteral("demo");
    demo.url = demoBinUrl(m_binUrl);
    demo.origin = Core::Origin::Window;
    emit demoRequested(demo);
}

QString WelcomePage::command() const
{
    return m_command->toPlainText();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

void WelcomePage::applyFont()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (QLabel *const title : std::as_const(m_stepTitles))
        title->setFont(strong);
    const QFont fixed = fixedFontLike(font());
    m_command->setFont(fixed);
    const QFontMetrics metrics(fixed);
    const int frame = static_cast<int>(m_command->document()->documentMargin()) * 2 + 4;
    m_command->setFixedHeight(metrics.lineSpacing() * CommandLines + frame
                              + m_command->horizontalScrollBar()->sizeHint().height() / 2);
    for (QPushButton *const button : {m_demo, m_copy, m_add})
        button->setMinimumWidth(button->sizeHint().width() + metrics.averageCharWidth() * 2);
    m_column->setMaximumWidth(metrics.averageCharWidth() * WidthInCharacters);
}

} // namespace Gui
