// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/optionspage.h"

#include "ui/look/glyph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/wrappedbox.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace Gui {

namespace {

constexpr int FieldColumn = 1;
constexpr int PauseBetweenOptions = 6;

bool isUsable(const QString &name, const QString &text)
{
    return text.isEmpty() || Core::checkOption(name, text).has_value();
}

/// The hint to a field whose option the command line has set for this run.
QString hintWith(const QString &given, const QString &hint)
{
    return given == QLatin1StringView("true")
        ? OptionsPage::tr("On in this run, from the command line. %1").arg(hint)
        : OptionsPage::tr("%1 in this run, from the command line. %2").arg(given, hint);
}

} // namespace

OptionsPage::OptionsPage(const QList<OptionField> &fields, const Core::KeptOptions &options,
                         QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) // A form gives lines that wrap too little room.
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(FieldColumn, 1);
    for (OptionField field : fields) {
        const QString text = options.values.value(field.name);
        const QString given = options.given.value(field.name);
        if (!given.isEmpty())
            field.hint = hintWith(given, field.hint);
        if (field.usual.isEmpty())
            addSwitch(field, text == QLatin1StringView("true"));
        else
            addText(field, text, given);
        m_grid->setRowMinimumHeight(m_grid->rowCount(), PauseBetweenOptions);
    }
}

void OptionsPage::addSwitch(const OptionField &field, bool isOn)
{
    const int row = m_grid->rowCount();
    auto *const box = new WrappedBox(field.label, this);
    box->setObjectName(field.name);
    box->setChecked(isOn);
    m_grid->addWidget(box, row, 0, 1, -1);
    m_grid->addWidget(plainLabel(field.hint, this), row + 1, 0, 1, -1);
    connect(box, &QCheckBox::toggled, this, [this, name = field.name](bool isWanted) {
        emit optionChanged(name, isWanted ? QStringLiteral("true") : QString());
    });
}

void OptionsPage::addText(const OptionField &field, const QString &text, const QString &given)
{
    const int row = m_grid->rowCount();
    auto *const edit = new QLineEdit(text, this);
    edit->setObjectName(field.name);
    edit->setPlaceholderText(given.isEmpty() ? field.usual
                                             : tr("%1, from the command line").arg(given));
    QLabel *const hint = plainLabel(field.hint, this);
    QAction *const mark
        = edit->addAction(iconOf(Glyph::Warning, Tone::Bad), QLineEdit::TrailingPosition);
    auto *const label = new QLabel(field.label, this);
    label->setBuddy(edit);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(edit, row, FieldColumn);
    m_grid->addWidget(hint, row + 1, FieldColumn);
    const auto check = [edit, hint, mark, field](const QString &entered) {
        const bool isGood = isUsable(field.name, entered.trimmed());
        mark->setVisible(!isGood);
        hint->setText(isGood ? field.hint : tr("Cannot be kept. %1").arg(field.hint));
        edit->setAccessibleDescription(hint->text());
    };
    connect(edit, &QLineEdit::textChanged, this, check);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, name = field.name] {
        const QString entered = edit->text().trimmed();
        if (isUsable(name, entered))
            emit optionChanged(name, entered);
    });
    check(text);
}

} // namespace Gui
