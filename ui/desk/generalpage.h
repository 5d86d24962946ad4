// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace Gui {

/// What closing does, whether the desktop starts Hookpost, and which language it speaks.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    GeneralPage(const Preferences &preferences, bool hasTray, QWidget *parent = nullptr);

signals:
    void closesToTrayChanged(bool isWanted);
    void goesOnWithoutTrayChanged(bool isWanted);
    void languageChanged(const QString &code);
    void startsAtLoginChanged(bool isWanted);

private:
    QCheckBox *addSwitch(const QString &text, const QString &hint, bool isOn);
    void addLanguages(const QString &chosen);

    QVBoxLayout *m_layout;
};

/// Which notifications are shown.
class NotificationsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit NotificationsPage(const QSet<NotificationKind> &silenced, QWidget *parent = nullptr);

signals:
    void silenceChanged(Gui::NotificationKind kind, bool isSilent);
};

} // namespace Gui
