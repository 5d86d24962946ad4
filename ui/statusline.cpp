// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <array>

namespace Gui {

namespace {

constexpr std::chrono::seconds TellingTime{3};
constexpr int AllThatIsLeft = 1000;
constexpr int LeastButton = 24;

QString successText(const Core::EngineStatus &status)
{
    if (status.attemptsEnded == 0)
        return StatusLine::tr("no attempts since the start");
    const double share = 100.0 * static_cast<double>(status.attemptsDelivered)
        / static_cast<double>(status.attemptsEnded);
    // Rounding must never turn a single failure into a perfect record.
    const double shown
        = status.attemptsDelivered < status.attemptsEnded ? std::min(share, 99.9) : share;
    return StatusLine::tr("%1 delivered").arg(percentText(shown, 1));
}

// A label that became a little wider stays so, and its neighbours do not dance.
void widen(QLabel &label)
{
    label.setMinimumWidth(std::max(label.minimumWidth(), label.sizeHint().width()));
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 8, 1);
    layout->setSpacing(4);
    m_api = addAddress(tr("API"), tr("Copy the API address"));
    layout->addSpacing(10);
    m_bin = addAddress(tr("Bin"), tr("Copy the bin's address"));
    // What is told has the room that is left, and takes none from the figures.
    m_told = new QLabel(this);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_told->hide();
    layout->addWidget(m_told, AllThatIsLeft);
    layout->addStretch(1);
    m_telling.setSingleShot(true);
    m_telling.setInterval(TellingTime);
    connect(&m_telling, &QTimer::timeout, m_told, &QWidget::hide);
    m_waiting = addFigure(tr("Deliveries waiting"));
    m_inFlight = addFigure(tr("Deliveries in flight"));
    m_rate = addFigure(tr("Attempts per second"));
    m_success = addFigure(tr("Success rate"));
    m_rows = addFigure(tr("Rows in the log"));
    showStatus({});
    showRows(0, 0);
}

StatusLine::Address StatusLine::addAddress(const QString &name, const QString &copyText)
{
    auto *const title = new QLabel(name, this);
    auto *const label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    title->setTextFormat(Qt::PlainText);
    title->setForegroundRole(QPalette::WindowText);
    auto *const copy = new QToolButton(this);
    setGlyph(*copy, Glyph::Copy, Tone::Muted);
    copy->setAutoRaise(true);
    copy->setMinimumSize(LeastButton, LeastButton);
    copy->setAccessibleName(copyText);
    connect(copy, &QToolButton::clicked, this, [this, label] {
        QGuiApplication::clipboard()->setText(label->accessibleDescription());
        tellCopied();
    });
    for (QWidget *const widget : std::initializer_list<QWidget *>{title, label, copy})
        layout()->addWidget(widget);
    return {label, copy};
}

QLabel *StatusLine::addFigure(const QString &accessibleName)
{
    auto *const label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setAccessibleDescription(accessibleName);
    label->setContentsMargins(10, 0, 0, 0);
    layout()->addWidget(label);
    return label;
}

void StatusLine::showAddress(const Address &address, const QString &url)
{
    const QString place = url.mid(url.indexOf(QLatin1StringView("://")) + 3);
    address.label->setText(url.isEmpty() ? tr("not listening") : place);
    address.label->setAccessibleDescription(url);
    address.copy->setEnabled(!url.isEmpty());
    address.copy->setToolTip(url.isEmpty() ? tr("It does not listen")
                                           : address.copy->accessibleName());
}

QSize StatusLine::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In letters of another size, all of it has other widths.
void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    for (QLabel *const figure : {m_waiting, m_inFlight, m_rate, m_success, m_rows})
        figure->setMinimumWidth(0);
}

bool StatusLine::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return isTaken;
}

// What is hidden and shown at every status would have all of the line laid out each time.
void StatusLine::fit()
{
    for (QLabel *const figure : {m_waiting, m_inFlight, m_rate, m_success, m_rows})
        widen(*figure);
    // A least width stands in for the style's own, which knows what the picture takes.
    for (QToolButton *const copy : {m_api.copy, m_bin.copy})
        copy->setMinimumWidth(std::max(LeastButton, copy->sizeHint().width()));
    const std::array dispensable{m_rate, m_inFlight, m_waiting, m_success};
    const auto widthOf
        = [this](const QLabel *figure) { return figure->minimumWidth() + layout()->spacing(); };
    int room = width() - layout()->minimumSize().width();
    for (const QLabel *const figure : dispensable)
        room -= figure->isHidden() ? widthOf(figure) : 0;
    for (QLabel *const figure : dispensable) {
        const bool isDispensed = room < 0;
        room += isDispensed ? widthOf(figure) : 0;
        if (isDispensed != figure->isHidden())
            figure->setVisible(!isDispensed);
    }
}

void StatusLine::showStatus(const Core::EngineStatus &status)
{
    showAddress(m_api, status.apiUrl);
    showAddress(m_bin, status.binUrl);
    m_waiting->setText(tr("%1 waiting").arg(countText(status.waiting)));
    m_inFlight->setText(tr("%1 in flight").arg(countText(status.inFlight)));
    m_rate->setText(tr("%1/s").arg(QLocale().toString(status.attemptsPerSecond, 'f', 1)));
    m_success->setText(successText(status));
    fit();
}

void StatusLine::showRows(qint64 shown, qint64 total)
{
    m_rows->setText(shown == total ? tr("%1 rows").arg(countText(total))
                                   : tr("%1 of %2 rows").arg(countText(shown), countText(total)));
    fit();
}

void StatusLine::tellSorting()
{
    m_rows->setText(tr("Sorting…"));
    fit();
}

void StatusLine::tellCopied()
{
    tellBriefly(tr("Copied."));
}

void StatusLine::tellBriefly(const QString &text)
{
    m_told->setText(text);
    m_told->show();
    m_telling.start();
}

void StatusLine::tellTip(const QString &tip)
{
    m_telling.stop();
    m_told->setText(tip);
    m_told->setVisible(!tip.isEmpty());
}

} // namespace Gui
