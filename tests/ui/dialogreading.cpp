// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"

#include <QLabel>
#include <QPushButton>

namespace Testing {

QString textOf(const QDialog &dialog)
{
    QStringList texts;
    for (const QLabel *const label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

QPushButton *button(const QWidget &parent, const QString &beginning)
{
    for (QPushButton *const button : parent.findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&').startsWith(beginning))
            return button;
    }
    return nullptr;
}

} // namespace Testing
