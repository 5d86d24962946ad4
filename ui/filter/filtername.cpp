// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filtername.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QInputDialog>
#include <QLineEdit>

namespace Gui {

namespace {

struct FilterName
{
    Q_DECLARE_TR_FUNCTIONS(FilterName)
};

constexpr int FilterNameWidth = 40;

} // namespace

void askForFilterName(QWidget &parent, const QString &title, const QString &name,
                      const std::function<void(const QString &)> &take)
{
    auto *const dialog = new QInputDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(FilterName::tr("Name of the button"));
    dialog->setTextValue(name);
    auto *const field = dialog->findChild<QLineEdit *>();
    field->setAccessibleName(dialog->labelText());
    // Otherwise it is as wide as its buttons, and cuts its own title off.
    field->setMinimumWidth(parent.fontMetrics().averageCharWidth() * FilterNameWidth);
    QObject::connect(dialog, &QInputDialog::textValueSelected, &parent,
                     [take](const QString &text) {
                         if (const QString given = text.trimmed(); !given.isEmpty())
                             take(given);
                     });
    dialog->open(); // which makes its buttons
    for (QAbstractButton *const button : dialog->findChildren<QAbstractButton *>())
        button->setIcon({});
}

} // namespace Gui
