// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/writedialog.h"

#include "ui/facts.h"
#include "ui/look/confirmation.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"
#include "ui/look/pathfield.h"
#include "ui/look/refusals.h"
#include "ui/requests.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace Gui {

WriteDialog::WriteDialog(qint64 count, Core::Ticket ticket, Facts &facts, Requests &requests,
                         QWidget *parent)
    : QDialog(parent)
    , m_ticket(ticket)
    , m_requests(requests)
    , m_path(new PathField(tr("Export to"),
                           usualPath(QStringLiteral("destinations-"), QStringLiteral("json")),
                           this))
    , m_secrets(new QCheckBox(tr("Include &secrets"), this))
    , m_explanation(new QLabel(this))
    , m_outcome(new QLabel(this))
{
    setWindowTitle(tr("Export configuration"));
    layOut(count);
    connect(m_path, &PathField::changed, this, &WriteDialog::check);
    connect(m_path, &PathField::changed, m_outcome, &QLabel::clear);
    connect(m_secrets, &QCheckBox::toggled, this, &WriteDialog::check);
    connect(m_write, &QPushButton::clicked, this, &WriteDialog::write);
    connect(&facts, &Facts::configurationAnswered, this, &WriteDialog::takeAnswer);
    confirmByKey(*this, *m_write);
    check();
}

void WriteDialog::layOut(qint64 count)
{
    auto *const what = new QLabel(
        count == 1 ? tr("1 destination with its settings, as JSON.")
                   : tr("%1 destinations with their settings, as JSON.").arg(countText(count)),
        this);
    for (QLabel *const label : {what, m_explanation, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    keepRoomFor(2, *m_outcome);
    auto *const form = new QFormLayout;
    form->addRow(tr("F&ile"), m_path);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_write = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_write->setDefault(true);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addWidget(m_secrets);
    layout->addWidget(m_explanation);
    layout->addStretch(1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
}

Core::ConfigurationOrder WriteDialog::order() const
{
    return {m_ticket, m_path->path(), m_secrets->isChecked()};
}

void WriteDialog::check()
{
    m_explanation->setText(
        m_secrets->isChecked()
            ? tr("Signing secrets stand in the file, and so do credentials among the headers that "
                 "destinations bring along. Only you may read the file.")
            : tr("Signing secrets are left out, and so are credentials and cookies among the "
                 "headers that destinations bring along. URLs stay as they are. Only you may read "
                 "the file."));
    const bool hasPath = !m_path->path().isEmpty();
    m_write->setEnabled(hasPath);
    m_write->setToolTip(hasPath ? tr("Ctrl+Return") : tr("Name a file first"));
}

void WriteDialog::write()
{
    m_outcome->setText(tr("Writing…"));
    emit m_requests.configurationWriteRequested(order());
}

void WriteDialog::takeAnswer(const Core::ConfigurationAnswer &answer)
{
    if (answer.ticket != m_ticket)
        return;
    if (answer.error)
        m_outcome->setText(printable(spoken(*answer.error)));
    else
        m_outcome->setText(answer.written == 1
                               ? tr("1 destination written.")
                               : tr("%1 destinations written.").arg(countText(answer.written)));
}

} // namespace Gui
