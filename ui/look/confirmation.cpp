// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/confirmation.h"

#include <QDialog>
#include <QPushButton>
#include <QShortcut>

namespace Gui {

void confirmByKey(QDialog &dialog, QPushButton &button)
{
    auto *const shortcut = new QShortcut(&dialog);
    shortcut->setKeys(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    QObject::connect(shortcut, &QShortcut::activated, &button, &QPushButton::click);
}

} // namespace Gui
