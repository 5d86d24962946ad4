// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/generalpage.h"

#include "ui/desk/autostart.h"
#include "ui/desk/language.h"
#include "ui/look/dialogroom.h"
#include "ui/look/plainlabel.h"
#include "ui/look/wrappedbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace Gui {

GeneralPage::GeneralPage(const Preferences &preferences, bool hasTray, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    const QCheckBox *const tray = addSwitch(
        tr("Closing the window goes to the &tray"),
        hasTray ? tr("Hookpost goes on sending. The icon in the tray shows the window again.")
                : tr("This desktop has no tray at the moment; closing quits."),
        preferences.closesToTray);
    const QCheckBox *const background = addSwitch(
        tr("Without a tray, closing goes on in the &background"),
        tr("Starting Hookpost once more shows the window again."), preferences.goesOnWithoutTray);
    const QCheckBox *const login
        = addSwitch(tr("Start at &login"),
                    tr("Minimized, or in the tray where closing goes there."), startsAtLogin());
    addLanguages(preferences.language);
    m_layout->addStretch(1);
    connect(tray, &QCheckBox::toggled, this, &GeneralPage::closesToTrayChanged);
    connect(background, &QCheckBox::toggled, this, &GeneralPage::goesOnWithoutTrayChanged);
    connect(login, &QCheckBox::toggled, this, &GeneralPage::startsAtLoginChanged);
}

QCheckBox *GeneralPage::addSwitch(const QString &text, const QString &hint, bool isOn)
{
    auto *const box = new WrappedBox(text, this);
    box->setChecked(isOn);
    box->setAccessibleDescription(hint);
    m_layout->addWidget(box);
    m_layout->addWidget(plainLabel(hint, this));
    m_layout->addSpacing(10);
    return box;
}

void GeneralPage::addLanguages(const QString &chosen)
{
    auto *const box = new QComboBox(this);
    letShrink(*box);
    box->addItem(tr("Same as desktop"), QString());
    for (const QString &code : languages())
        box->addItem(QLocale(code).nativeLanguageName(), code);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    auto *const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("L&anguage"), box);
    m_layout->addLayout(form);
    m_layout->addWidget(plainLabel(tr("The language changes at the next start."), this));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { emit languageChanged(box->currentData().toString()); });
}

NotificationsPage::NotificationsPage(const QSet<NotificationKind> &silenced, QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(tr("While you work in another window, notify when"), this));
    const std::array<QString, NotificationKindCount> texts{
        tr("a destination &fails for the first time"), tr("it &recovers"),
        tr("Hookpost &pauses it"), tr("a &bin gets its first request while the window is hidden")};
    for (int i = 0; i < NotificationKindCount; ++i) {
        const NotificationKind kind{i};
        auto *const box = new WrappedBox(texts.at(static_cast<std::size_t>(i)), this);
        box->setChecked(!silenced.contains(kind));
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this,
                [this, kind](bool isWanted) { emit silenceChanged(kind, !isWanted); });
    }
    layout->addWidget(plainLabel(tr("Of each kind one a minute at most; what comes in between is "
                                    "reported together."),
                                 this));
    layout->addStretch(1);
}

} // namespace Gui
