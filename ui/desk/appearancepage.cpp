// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/appearancepage.h"

#include "ui/desk/appearancedesk.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Gui {

namespace {

/// Without those that are a desktop's own affair.
QStringList offeredFamilies()
{
    QStringList families = QFontDatabase::families();
    families.removeIf([](const QString &one) { return QFontDatabase::isPrivateFamily(one); });
    return families;
}

} // namespace

AppearancePage::AppearancePage(AppearanceDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(new QComboBox(this))
    , m_font(new QComboBox(this))
    , m_text(new QSpinBox(this))
    , m_density(new QComboBox(this))
    , m_colours(new QComboBox(this))
{
    m_theme->addItems({tr("Same as desktop"), tr("Light"), tr("Dark")});
    m_theme->setObjectName(QStringLiteral("theme"));
    m_font->setObjectName(QStringLiteral("font"));
    m_font->addItem(tr("Same as desktop"));
    m_font->addItems(offeredFamilies());
    m_density->addItems({tr("Comfortable"), tr("Compact")});
    m_colours->addItems(
        {tr("Green, ochre and red"), tr("Blue, yellow and orange, for the colour-blind")});
    m_text->setRange(LeastTextPercent, MostTextPercent);
    m_text->setSingleStep(10);
    m_text->setSuffix(percentSign());
    // A size half typed would be applied, and the field would grow away under the hands.
    m_text->setKeyboardTracking(false);
    auto *const form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Font"), m_font);
    form->addRow(tr("Te&xt size"), m_text);
    form->addRow(tr("&Row height"), m_density);
    form->addRow(tr("&Colours of states"), m_colours);
    showChosen();
    for (QComboBox *const box : {m_theme, m_font, m_density, m_colours}) {
        letShrink(*box);
        connect(box, &QComboBox::currentIndexChanged, this, &AppearancePage::apply);
    }
    connect(m_text, &QSpinBox::valueChanged, this, &AppearancePage::apply);
    connect(&m_desk, &AppearanceDesk::appearanceChanged, this, &AppearancePage::showChosen);
}

void AppearancePage::showChosen()
{
    const Appearance &appearance = m_desk.appearance();
    const QSignalBlocker theme(m_theme);
    const QSignalBlocker font(m_font);
    const QSignalBlocker text(m_text);
    const QSignalBlocker density(m_density);
    const QSignalBlocker colours(m_colours);
    m_theme->setCurrentIndex(static_cast<int>(appearance.theme));
    // One that is kept but not there any more is named all the same.
    if (!appearance.fontFamily.isEmpty() && m_font->findText(appearance.fontFamily) < 0)
        m_font->addItem(appearance.fontFamily);
    m_font->setCurrentIndex(
        appearance.fontFamily.isEmpty() ? 0 : m_font->findText(appearance.fontFamily));
    m_text->setValue(appearance.textPercent);
    m_density->setCurrentIndex(static_cast<int>(appearance.look.density));
    m_colours->setCurrentIndex(static_cast<int>(appearance.look.colours));
}

void AppearancePage::apply()
{
    m_desk.setAppearance(
        {ThemeChoice{m_theme->currentIndex()},
         m_text->value(),
         {ColourSet{m_colours->currentIndex()}, Density{m_density->currentIndex()}},
         m_font->currentIndex() == 0 ? QString() : m_font->currentText()});
}

} // namespace Gui
