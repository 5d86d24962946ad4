// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/optionspage.h"

#include "core/model/keptoptions.h"
#include "ui/look/glyph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/wrappedbox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Gui {

namespace {

bool isUsable(const QString &name, const QString &text)
{
    return text.isEmpty() || Core::checkOption(name, text).has_value();
}

} // namespace

OptionsPage::OptionsPage(const QList<OptionField> &fields, const QMap<QString, QString> &values,
                         QWidget *parent)
    : QWidget(parent)
{
    auto *const form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const OptionField &field : fields) {
        if (field.usual.isEmpty())
            addSwitch(*form, field, values.value(field.name) == QLatin1StringView("true"));
        else
            addText(*form, field, values.value(field.name));
    }
}

void OptionsPage::addSwitch(QFormLayout &form, const OptionField &field, bool isOn)
{
    auto *const box = new WrappedBox(field.label, this);
    box->setObjectName(field.name);
    box->setChecked(isOn);
    form.addRow(box);
    form.addRow(plainLabel(field.hint, this));
    connect(box, &QCheckBox::toggled, this, [this, name = field.name](bool isWanted) {
        emit optionChanged(name, isWanted ? QStringLiteral("true") : QString());
    });
}

void OptionsPage::addText(QFormLayout &form, const OptionField &field, const QString &text)
{
    auto *const edit = new QLineEdit(text, this);
    edit->setObjectName(field.name);
    edit->setPlaceholderText(field.usual);
    QLabel *const hint = plainLabel(field.hint, this);
    QAction *const mark
        = edit->addAction(iconOf(Glyph::Warning, Tone::Bad), QLineEdit::TrailingPosition);
    auto *const box = new QVBoxLayout;
    box->setSpacing(2);
    box->addWidget(edit);
    box->addWidget(hint);
    auto *const label = new QLabel(field.label, this);
    label->setBuddy(edit);
    form.addRow(label, box);
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
