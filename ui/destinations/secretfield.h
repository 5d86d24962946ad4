// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QWidget>

class QLineEdit;

namespace Gui {

/// Takes a secret: typed, pasted or made here, and masked unless somebody wants to see it. It never
/// shows one that a destination has.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    QByteArray secret() const; ///< as text; empty for none
    void setScheme(Core::SignatureScheme scheme); ///< that what is made can sign by
    void setEmptyMeaning(const QString &meaning); ///< What is said while nothing is entered.
    void clear();

signals:
    void changed();

private:
    QLineEdit *m_text;
    Core::SignatureScheme m_scheme = Core::SignatureScheme::Standard;
};

/// The name of a scheme as its makers write it.
QString toWords(Core::SignatureScheme scheme);

} // namespace Gui
