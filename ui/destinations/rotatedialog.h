// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/secretreport.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace Gui {

class ChoiceField;
class SecretField;

/// Gives a destination another secret, and says how long the old one signs along.
class RotateDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RotateDialog(Core::Destination destination, QWidget *parent = nullptr);

signals:
    void rotationEntered(const Core::Rotation &rotation);

private:
    void layOut();
    QString explanation() const;
    Core::Result<Core::Rotation> rotation() const;
    Core::Result<Core::Milliseconds> overlap() const;
    void check();

    Core::Destination m_destination;
    SecretField *m_secret;
    ChoiceField *m_overlap;
    QLabel *m_check;
    QDialogButtonBox *m_buttons;
};

} // namespace Gui
