// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logfield.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;

namespace Gui {

/// Asks which header or JSON value the log is to show as a column.
class ColumnDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ColumnDialog(QWidget *parent = nullptr);

signals:
    void fieldEntered(const Core::LogField &field);

private:
    Core::LogField field() const;
    void review();

    QComboBox *m_source;
    QLineEdit *m_name;
    QDialogButtonBox *m_buttons;
};

} // namespace Gui
