// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace Gui {

namespace {

struct AboutText
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

void showAbout(QWidget &parent)
{
    auto *const box = new QMessageBox(&parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(AboutText::tr("About Hookpost"));
    box->setTextFormat(Qt::PlainText);
    // The informative text of a box would read markup.
    box->setText(AboutText::tr("Hookpost %1").arg(QCoreApplication::applicationVersion())
                 + QStringLiteral("\n\n")
                 + AboutText::tr("Sends webhooks and shows what each receiver answers.\n"
                                 "Free software under the GNU GPL, version 3 or later."));
    box->open();
}

} // namespace Gui
