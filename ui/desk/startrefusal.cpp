// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/startrefusal.h"

#include "ui/look/appicon.h"
#include "ui/look/format.h"
#include "ui/look/refusals.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace Gui {

namespace {

struct RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(StartRefusal)
};

} // namespace

std::unique_ptr<QMessageBox> makeStartRefusal(const Core::Error &error)
{
    auto box = std::make_unique<QMessageBox>();
    box->setObjectName(QStringLiteral("start-refused"));
    box->setIcon(QMessageBox::Critical);
    box->setWindowIcon(appIcon());
    box->setWindowTitle(RefusalText::tr("Hookpost cannot start"));
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // The informative text of a box would read markup.
    QString text = printable(spokenRefusal(error.sentence));
    if (!error.hint.isEmpty())
        text += QStringLiteral("\n\n") + printable(spokenRefusal(error.hint));
    box->setText(text);
    box->setStandardButtons(QMessageBox::Close);
    return box;
}

} // namespace Gui
