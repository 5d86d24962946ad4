// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterbar.h"

#include "ui/filter/filterfield.h"
#include "ui/filter/filtername.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/filtersdialog.h"
#include "ui/filter/savedfilters.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui {

using Core::FilterVerdict;

namespace {

constexpr int PauseMilliseconds = 400;
constexpr int LongestNotice = 400;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , save(new QAction(iconOf(Glyph::Add), tr("Save filter as &button…"), this))
    , manage(new QAction(tr("Mana&ge saved filters…"), this))
    , menu(new QMenu(tr("&Saved filters"), this))
    , m_field(new FilterField(this))
    , m_saved(new SavedFilters(*m_field, this))
    , m_buttons(new QToolBar(this))
    , m_notice(new QLabel(this))
{
    save->setObjectName(QStringLiteral("filter.save"));
    manage->setObjectName(QStringLiteral("filter.manage"));
    manage->setToolTip(tr("Rename or remove what was saved"));
    menu->setToolTipsVisible(true);
    m_buttons->setToolButtonStyle(Qt::ToolButtonTextOnly);
    fitIcons(*m_buttons);
    m_field->setMinimumHeight(fontMetrics().height() + 10);
    m_buttons->setContextMenuPolicy(Qt::PreventContextMenu);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setAutoFillBackground(true);
    m_notice->setFrameShape(QFrame::StyledPanel);
    m_notice->setMargin(6);
    m_notice->hide();
    auto *const line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_field, 1);
    line->addWidget(m_buttons);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_notice);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::updateNotice);
    connect(m_field, &FilterField::readingChanged, this, &FilterBar::updateSave);
    connect(m_field, &FilterField::readingChanged, this, &FilterBar::awaitNotice);
    // What was suggested meanwhile is no longer in the way.
    connect(m_field, &FilterField::confirmed, this, &FilterBar::updateNotice);
    connect(m_field, &FilterField::filterChanged, this, &FilterBar::updateSave);
    connect(m_saved, &SavedFilters::changed, this, &FilterBar::fillButtons);
    connect(save, &QAction::triggered, this, [this] {
        askForFilterName(*this, tr("Save filter as button"), {}, [this](const QString &name) {
            m_saved->add(name, m_field->filterText());
        });
    });
    connect(manage, &QAction::triggered, this,
            [this] { (new FiltersDialog(*m_saved, this))->open(); });
    fillButtons();
    updateSave();
}

void FilterBar::fillButtons()
{
    menu->clear();
    menu->addActions(m_saved->actions());
    menu->addSeparator();
    menu->addActions({save, manage});
    m_buttons->clear();
    m_buttons->addActions(m_saved->actions());
    m_buttons->addAction(save);
    for (QAction *const action : m_buttons->actions()) {
        auto *const button = qobject_cast<QToolButton *>(m_buttons->widgetForAction(action));
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(28, 26);
        if (action == save) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            button->setAccessibleName(tr("Save filter as button"));
            continue;
        }
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this,
                [this, button, action](const QPoint &at) {
                    showMenu(action, button->mapToGlobal(at));
                });
    }
}

void FilterBar::showMenu(QAction *filter, const QPoint &at)
{
    auto *const choices = new QMenu(this);
    choices->setAttribute(Qt::WA_DeleteOnClose);
    choices->addAction(tr("&Rename…"), this, [this, filter] {
        askForFilterName(*this, tr("Rename button"), SavedFilters::nameOf(filter),
                         [this, filter](const QString &name) { m_saved->rename(filter, name); });
    });
    choices->addAction(tr("Re&move"), this, [this, filter] { m_saved->remove(filter); });
    choices->addSeparator();
    choices->addAction(manage);
    choices->popup(at);
}

void FilterBar::updateSave()
{
    const bool isReadable = m_field->reading().verdict == FilterVerdict::Valid;
    const bool isThere = !m_field->filterText().trimmed().isEmpty();
    save->setEnabled(isThere && isReadable);
    if (!isReadable)
        save->setToolTip(tr("This filter cannot be read"));
    else
        save->setToolTip(isThere ? tr("Keep this filter as a button")
                                 : tr("There is no filter to keep"));
}

/// Which filter is in force while the one that stands there cannot be.
QString FilterBar::meanwhileText() const
{
    const QString &filter = m_field->filterText();
    return filter.isEmpty() ? tr("Until then the list shows all.")
                            : tr("Until then the list shows: %1").arg(filter);
}

/// At once where something is wrong or nothing is to be said. What is not finished, or only odd,
/// may be otherwise at the next letter.
void FilterBar::awaitNotice()
{
    const FilterVerdict verdict = m_field->reading().verdict;
    const bool isPlain = verdict == FilterVerdict::Valid && m_field->hint().isEmpty();
    if (verdict == FilterVerdict::Invalid || isPlain)
        return updateNotice();
    // What was wrong a letter ago is not; its room is kept, lest the list jump with each letter.
    if (!m_notice->isHidden())
        keepRoom(true);
    m_notice->hide();
    m_pause.start();
}

/// What is wrong with the text, or may be meant otherwise; empty where nothing is.
QString FilterBar::noticeText() const
{
    const Core::FilterReading &reading = m_field->reading();
    if (reading.verdict == FilterVerdict::Valid)
        return shortened(printable(m_field->hint()), LongestNotice);
    const QString place
        = tr("At character %1: %2")
              .arg(countText(reading.position + 1), spokenRefusal(reading.sentence));
    const QString fault = shortened(place + u' ' + spokenRefusal(reading.hint), LongestNotice);
    return printable(fault) + u'\n' + shortened(printable(meanwhileText()), LongestNotice);
}

void FilterBar::keepRoom(bool isKept)
{
    QSizePolicy policy = m_notice->sizePolicy();
    policy.setRetainSizeWhenHidden(isKept);
    m_notice->setSizePolicy(policy);
}

/// Below the field, in a place of its own.
void FilterBar::updateNotice()
{
    const QString text = noticeText();
    keepRoom(false);
    if (text.isEmpty() || m_field->popup()->isOpen())
        return m_notice->hide();
    m_notice->setText(text);
    const bool isWrong = m_field->reading().verdict == FilterVerdict::Invalid;
    const Tone tone = isWrong ? Tone::Bad : Tone::Busy;
    const Theme theme(palette());
    QPalette tinted = palette();
    tinted.setColor(QPalette::Window, theme.tint(tone));
    tinted.setColor(QPalette::WindowText, theme.inkOnTint(tone));
    m_notice->setPalette(tinted);
    m_notice->show();
}

} // namespace Gui
