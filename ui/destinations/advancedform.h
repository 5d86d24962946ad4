// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace Gui {

class ChoiceField;

/// The settings of a destination that few people need.
class AdvancedForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedForm(QWidget *parent = nullptr);

    void show(const Core::Destination &destination);

    /// Writes what was entered over \a destination and leaves alone what was not touched.
    Core::Result<> writeTo(Core::Destination &destination) const;

signals:
    void changed();

private:
    Core::Result<> writeHeaders(Core::Destination &destination) const;
    Core::Result<> writeRetry(Core::Destination &destination) const;

    QLineEdit *m_description;
    QPlainTextEdit *m_headers;
    QLineEdit *m_timeout;
    ChoiceField *m_retry;
    QSpinBox *m_concurrency;
    QCheckBox *m_ordered;
    QCheckBox *m_verifyTls;
    QString m_shownHeaders; ///< as they were before anybody touched them
};

/// Reads a duration that somebody typed, or says how one is written.
Core::Result<Core::Milliseconds> readDuration(const QString &text, const QString &field);

} // namespace Gui
