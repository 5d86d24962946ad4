// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/colourspage.h"

#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/look/dialogroom.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/wrappedbox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

enum RuleColumn { RuleNameColumn, RuleFilterColumn, RuleColourColumn, RuleColumnCount };

constexpr int LongestRuleName = 60;
constexpr int LinesOfNote = 3;
constexpr int LeastLinesOfRules = 6;
constexpr std::chrono::milliseconds NamePause{400};

/// How a tinted row looks, framed so that it is seen beside others.
QIcon swatchOf(RowHue hue, const QWidget &widget)
{
    const int side = widget.fontMetrics().height();
    QPixmap picture(QSize(side, side) * widget.devicePixelRatioF());
    picture.setDevicePixelRatio(widget.devicePixelRatioF());
    picture.fill(RowTints(widget.palette()).ground(hue));
    QPainter painter(&picture);
    painter.setPen(Theme(widget.palette()).ink(Tone::Muted));
    painter.drawRect(0, 0, side - 1, side - 1);
    return picture;
}

} // namespace

ColoursPage::ColoursPage(bool isTinting, const QList<ColourRule> &rules, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
    , m_list(new QTreeWidget(this))
    , m_name(new QLineEdit(this))
    , m_filter(new FilterField(this))
    , m_colour(new QComboBox(this))
    , m_note(plainLabel({}, this))
{
    auto *const tinting
        = new WrappedBox(tr("&Tint each row of the log by the first rule that fits it"), this);
    tinting->setObjectName(QStringLiteral("tints-rows"));
    tinting->setChecked(isTinting);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tinting);
    layout->addWidget(m_list, 1);
    layout->addLayout(makeButtons());
    layout->addWidget(makeEditor());
    layout->addWidget(m_note);
    dressList();
    connect(tinting, &QCheckBox::toggled, this, &ColoursPage::tintingChanged);
    connectEditor();
    fill(rules.isEmpty() ? -1 : 0);
}

void ColoursPage::dressList()
{
    m_list->setAccessibleName(tr("Rules of colour, in their order"));
    m_list->setHeader(new FlatHeader(m_list, HeadedCells::Usual));
    m_list->setHeaderLabels({tr("Rule"), tr("Filter"), tr("Colour")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(RuleFilterColumn, QHeaderView::Stretch);
}

/// In two columns, since with large letters there is no room for more.
QGridLayout *ColoursPage::makeButtons()
{
    auto *const grid = new QGridLayout;
    const auto add = [this, grid](const QString &text, const char *name, int row, int column,
                                  int columns = 1) {
        auto *const button = new QPushButton(text, this);
        button->setObjectName(QLatin1StringView(name));
        grid->addWidget(button, row, column, 1, columns);
        return button;
    };
    const QPushButton *const plus = add(tr("&Add"), "rule-add", 0, 0);
    m_remove = add(tr("Re&move"), "rule-remove", 0, 1);
    m_up = add(tr("Move &up"), "rule-up", 1, 0);
    m_down = add(tr("Move &down"), "rule-down", 1, 1);
    m_restore = add(tr("R&estore defaults"), "rules-restore", 2, 0, 2);
    connect(plus, &QPushButton::clicked, this, &ColoursPage::add);
    connect(m_remove, &QPushButton::clicked, this, &ColoursPage::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_restore, &QPushButton::clicked, this, &ColoursPage::restore);
    return grid;
}

QWidget *ColoursPage::makeEditor()
{
    auto *const box = new QWidget(this);
    auto *const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Filter"), m_filter);
    form->addRow(tr("C&olour"), m_colour);
    m_name->setObjectName(QStringLiteral("rule-name"));
    m_name->setAccessibleName(tr("Name of the rule"));
    m_name->setMaxLength(LongestRuleName);
    m_filter->setAccessibleName(tr("Filter that says which rows"));
    m_filter->installEventFilter(this);
    m_colour->setObjectName(QStringLiteral("rule-colour"));
    m_colour->setAccessibleName(tr("Colour of the rule"));
    letShrink(*m_colour);
    for (int i = 0; i < RowHueCount; ++i)
        m_colour->addItem({});
    return box;
}

void ColoursPage::connectEditor()
{
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ColoursPage::showChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_filter->setFocus(); });
    connect(m_list, &QTreeWidget::itemChanged, this,
            [this](QTreeWidgetItem *item) { takeSwitch(*item); });
    connect(m_name, &QLineEdit::textEdited, this, &ColoursPage::takeName);
    connect(m_name, &QLineEdit::editingFinished, this, &ColoursPage::tellEntered);
    m_pause.setSingleShot(true);
    m_pause.setInterval(NamePause);
    connect(&m_pause, &QTimer::timeout, this, &ColoursPage::tell);
    connect(m_filter, &FilterField::readingChanged, this, &ColoursPage::updateNote);
    connect(m_filter, &FilterField::filterChanged, this, &ColoursPage::takeFilter);
    // Also what was typed just before.
    connect(m_filter, &QLineEdit::editingFinished, this, &ColoursPage::takeFilter);
    connect(m_filter, &FilterField::leaveRequested, m_list, [this] { m_list->setFocus(); });
    connect(m_colour, &QComboBox::activated, this, [this](int place) {
        ColourRule rule = m_rules.at(chosen());
        rule.colour = hueKey(RowHue{place});
        change(rule);
    });
}

int ColoursPage::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void ColoursPage::fill(int toChoose)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (int place = 0; place < m_rules.size(); ++place) {
        auto *const item = new QTreeWidgetItem(m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemNeverHasChildren);
    }
    dress();
    m_list->setCurrentItem(m_list->topLevelItem(toChoose));
    showChosen();
}

void ColoursPage::dress()
{
    const QSignalBlocker blocker(m_list);
    const QFontMetrics metrics = fontMetrics();
    m_list->setMinimumHeight(LeastLinesOfRules * rowHeightOf(metrics));
    for (int place = 0; place < m_rules.size(); ++place) {
        m_list->topLevelItem(place)->setSizeHint(RuleFilterColumn, QSize(0, rowHeightOf(metrics)));
        showRule(place);
    }
    m_colour->setIconSize(QSize(metrics.height(), metrics.height()));
    for (int i = 0; i < RowHueCount; ++i) {
        m_colour->setItemIcon(i, swatchOf(RowHue{i}, *this));
        m_colour->setItemText(i, hueName(RowHue{i}));
    }
    // As high with a note as without, so that nothing jumps while somebody types.
    keepRoomFor(LinesOfNote, *m_note);
}

void ColoursPage::showRule(int place)
{
    const QSignalBlocker blocker(m_list);
    const ColourRule &rule = m_rules.at(place);
    QTreeWidgetItem &item = *m_list->topLevelItem(place);
    const QString fault = faultOf(rule);
    const std::optional<RowHue> hue = hueFromKey(rule.colour);
    item.setCheckState(RuleNameColumn, rule.isOn ? Qt::Checked : Qt::Unchecked);
    item.setText(RuleNameColumn, printable(rule.name));
    item.setText(RuleFilterColumn, printable(rule.filter));
    item.setText(RuleColourColumn, fault.isEmpty() ? hueName(*hue) : tr("cannot be read"));
    item.setIcon(RuleColourColumn,
                 fault.isEmpty() ? QIcon() : iconOf(Glyph::Warning, Tone::Warning));
    const bool isTinted = rule.isOn && fault.isEmpty();
    const RowTints tints(palette());
    for (int column = 0; column < RuleColumnCount; ++column) {
        item.setToolTip(column, plainToolTip(fault.isEmpty() ? item.text(column) : fault));
        item.setBackground(column, isTinted ? QBrush(tints.ground(*hue)) : QBrush());
        item.setForeground(column, isTinted ? QBrush(tints.ink(*hue, Tone::Plain)) : QBrush());
    }
}

void ColoursPage::showChosen()
{
    const int place = chosen();
    for (QWidget *const field : QList<QWidget *>{m_name, m_filter, m_colour})
        field->setEnabled(place >= 0);
    const ColourRule rule = place < 0 ? ColourRule() : m_rules.at(place);
    const std::optional<RowHue> hue = hueFromKey(rule.colour);
    m_name->setText(rule.name);
    m_filter->setFilterText(rule.filter);
    m_colour->setCurrentIndex(hue ? static_cast<int>(*hue) : -1);
    updateButtons();
    updateNote();
}

void ColoursPage::updateButtons()
{
    const int place = chosen();
    m_remove->setEnabled(place >= 0);
    m_up->setEnabled(place > 0);
    m_down->setEnabled(place >= 0 && place + 1 < m_rules.size());
    m_restore->setEnabled(!m_replaced.isEmpty() || m_rules != usualColourRules());
    m_restore->setText(m_replaced.isEmpty() ? tr("R&estore defaults") : tr("Tak&e back"));
}

void ColoursPage::updateNote()
{
    m_note->setText(chosen() < 0 ? QString() : noteFor(m_rules.at(chosen())));
}

QString ColoursPage::noteFor(const ColourRule &rule) const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("Say what the rule is called.");
    ColourRule entered = rule;
    entered.filter = m_filter->text();
    const QString fault = faultOf(entered);
    if (fault.isEmpty())
        return rule.isOn ? QString() : tr("This rule is switched off.");
    if (!faultOf(rule).isEmpty())
        return fault + u'\n' + tr("Until then the rule tints nothing.");
    return fault + u'\n' + tr("Until then the rule is for: %1").arg(printable(rule.filter));
}

void ColoursPage::setRules(const QList<ColourRule> &rules, int toChoose)
{
    m_replaced.clear();
    m_rules = rules;
    fill(toChoose);
    tell();
}

void ColoursPage::change(const ColourRule &rule)
{
    if (enter(rule))
        tell();
}

bool ColoursPage::enter(const ColourRule &rule)
{
    const int place = chosen();
    if (place < 0 || m_rules.at(place) == rule)
        return false;
    m_replaced.clear();
    m_rules[place] = rule;
    showRule(place);
    updateButtons();
    updateNote();
    return true;
}

void ColoursPage::tell()
{
    m_pause.stop();
    emit rulesChanged(m_rules);
}

void ColoursPage::tellEntered()
{
    if (m_pause.isActive())
        tell();
}

void ColoursPage::takeName()
{
    updateNote();
    ColourRule rule = m_rules.at(chosen());
    rule.name = m_name->text().trimmed();
    // What is told is written down, and that is too much for every letter.
    if (!rule.name.isEmpty() && enter(rule))
        m_pause.start();
}

void ColoursPage::takeFilter()
{
    const bool isReadable = m_filter->reading().verdict == Core::FilterVerdict::Valid
        && !m_filter->text().trimmed().isEmpty();
    if (chosen() < 0 || !isReadable)
        return;
    ColourRule rule = m_rules.at(chosen());
    rule.filter = m_filter->text();
    change(rule);
}

void ColoursPage::takeSwitch(QTreeWidgetItem &item)
{
    const int place = m_list->indexOfTopLevelItem(&item);
    const bool isOn = item.checkState(RuleNameColumn) == Qt::Checked;
    if (isOn == m_rules.at(place).isOn)
        return;
    ColourRule rule = m_rules.at(place);
    rule.isOn = isOn;
    m_list->setCurrentItem(&item);
    change(rule);
}

/// It needs a filter before it tints anything.
void ColoursPage::add()
{
    const int place = chosen() + 1;
    QList<ColourRule> rules = m_rules;
    rules.insert(place, {tr("New rule"), {}, hueKey(RowHue::Green)});
    setRules(rules, place);
    m_name->setFocus();
    m_name->selectAll();
}

void ColoursPage::remove()
{
    const int place = chosen();
    QList<ColourRule> rules = m_rules;
    rules.removeAt(place);
    setRules(rules, std::min(place, static_cast<int>(rules.size()) - 1));
}

void ColoursPage::move(int step)
{
    const int place = chosen();
    QList<ColourRule> rules = m_rules;
    rules.swapItemsAt(place, place + step);
    setRules(rules, place + step);
}

/// What it replaces can be had back until something else is changed.
void ColoursPage::restore()
{
    const QList<ColourRule> back = std::exchange(m_replaced, {});
    const QList<ColourRule> before = m_rules;
    setRules(back.isEmpty() ? usualColourRules() : back, 0);
    if (back.isEmpty())
        m_replaced = before;
    updateButtons();
}

/// Tints are made of the palette, and hues are called by the set of colours. What is being typed
/// stays.
void ColoursPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange)
        dress();
}

/// Escape brings back the filter that the rule has; the field would leave nothing of it.
bool ColoursPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!isEscape || m_filter->popup()->isOpen() || chosen() < 0)
        return QWidget::eventFilter(watched, event);
    m_filter->setFilterText(m_rules.at(chosen()).filter);
    m_list->setFocus();
    return true;
}

void ColoursPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tellEntered();
}

} // namespace Gui
