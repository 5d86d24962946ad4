// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/header.h"
#include "core/model/signaturereport.h"

#include <QWidget>

class QLabel;

namespace Gui {

class FieldTable;

/// What a report says in one sentence, with what to do about it.
QString sentenceOf(const Core::SignatureReport &report);

/// The headers that sign a request, and what each signature is worth. The secret is not among what
/// it is given.
class SignatureView final : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureView(QWidget *parent = nullptr);

    void showHeaders(const Core::HeaderList &headers); ///< Until the report comes.
    void showReport(const Core::SignatureReport &report);
    void offerSecrets(QAction &showSecrets); ///< Signatures are.

private:
    QLabel *m_sentence;
    FieldTable *m_fields;
    Core::HeaderList m_headers;
};

} // namespace Gui
