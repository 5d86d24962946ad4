// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/columndialog.h"

#include "ui/look/confirmation.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Gui {

using Source = Core::LogField::Source;

ColumnDialog::ColumnDialog(QWidget *parent)
    : QDialog(parent)
    , m_source(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add column"));
    const QList<std::pair<Source, QString>> sources{
        {Source::RequestHeader, tr("Header of the request")},
        {Source::ResponseHeader, tr("Header of the response")},
        {Source::RequestJson, tr("JSON value of the request")},
        {Source::ResponseJson, tr("JSON value of the response")},
        {Source::RemoteAddress, tr("Remote address")},
    };
    for (const auto &[source, name] : sources)
        m_source->addItem(name, static_cast<int>(source));
    auto *const form = new QFormLayout(this);
    form->addRow(tr("&What"), m_source);
    form->addRow(tr("&Name or path"), m_name);
    form->addRow(m_buttons);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ColumnDialog::review);
    connect(m_name, &QLineEdit::textChanged, this, &ColumnDialog::review);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit fieldEntered(field());
        accept();
    });
    confirmByKey(*this, *m_buttons->button(QDialogButtonBox::Ok));
    review();
}

Core::LogField ColumnDialog::field() const
{
    const auto source = static_cast<Source>(m_source->currentData().toInt());
    return {source, m_name->isEnabled() ? m_name->text().trimmed() : QString()};
}

void ColumnDialog::review()
{
    const auto source = static_cast<Source>(m_source->currentData().toInt());
    m_name->setEnabled(source != Source::RemoteAddress);
    const bool isJson = source == Source::RequestJson || source == Source::ResponseJson;
    m_name->setPlaceholderText(isJson ? tr("data.customer.id") : tr("Content-Type"));
    QPushButton *const ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(!m_name->isEnabled() || !m_name->text().trimmed().isEmpty());
    ok->setToolTip(ok->isEnabled() ? QString() : tr("Say which one"));
}

} // namespace Gui
