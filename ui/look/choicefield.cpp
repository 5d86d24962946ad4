// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/choicefield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Gui {

ChoiceField::ChoiceField(const QString &accessibleName, const QStringList &choices,
                         const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_choices(new QComboBox(this))
    , m_text(new QLineEdit(this))
{
    m_choices->addItems(choices);
    m_choices->setAccessibleName(accessibleName);
    m_text->setAccessibleName(tr("%1, spelt out").arg(accessibleName));
    m_text->setPlaceholderText(placeholder);
    m_text->setVisible(false);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choices);
    layout->addWidget(m_text, 1);
    layout->addStretch();
    setFocusProxy(m_choices);
    connect(m_choices, &QComboBox::currentIndexChanged, this, [this] {
        m_text->setVisible(isSpeltOut());
        emit changed();
    });
    connect(m_text, &QLineEdit::textChanged, this, &ChoiceField::changed);
}

int ChoiceField::choice() const
{
    return m_choices->currentIndex();
}

bool ChoiceField::isSpeltOut() const
{
    return choice() == m_choices->count() - 1;
}

QString ChoiceField::text() const
{
    return m_text->text().trimmed();
}

void ChoiceField::setChoice(int choice)
{
    m_choices->setCurrentIndex(choice);
}

void ChoiceField::setText(const QString &text)
{
    m_text->setText(text);
    setChoice(m_choices->count() - 1);
}

} // namespace Gui
