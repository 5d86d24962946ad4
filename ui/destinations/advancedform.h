// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Gui {

class ChoiceField;
class HeaderField;
class RefusalLine;
class SecretField;

/// The settings of a destination that few people need, in groups. It scrolls where there is less
/// room than they take.
class AdvancedForm final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AdvancedForm(QWidget *parent = nullptr);

    void show(const Core::Destination &destination);
    void showRequest(const Core::Destination &destination); ///< What a command can say of it.

    /// Writes what was entered over \a destination and leaves alone what was not touched.
    Core::Result<> writeTo(Core::Destination &destination) const;

    QByteArray secret() const; ///< as text; empty while none is entered

    /// Says \a text below the field of \a member and leads there; false where there is none.
    bool showRefusal(const QString &member, const QString &text);
    void dropRefusal();

    QSize sizeHint() const override;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void addHeading(QFormLayout &form, const QString &text);
    QWidget *makeRetryOn();
    void connectFields();
    QWidget *fieldOf(const QString &member) const;
    Core::Result<> writeRetry(Core::Destination &destination) const;
    Core::Result<> writeRateLimit(Core::Destination &destination) const;

    QLineEdit *m_description;
    HeaderField *m_headers;
    QSpinBox *m_concurrency;
    QLineEdit *m_rateLimit;
    QCheckBox *m_ordered;
    ChoiceField *m_retry;
    QList<QCheckBox *> m_retryOn;
    QComboBox *m_signature;
    SecretField *m_secret;
    QLineEdit *m_timeout;
    QCheckBox *m_verifyTls;
    QFormLayout *m_form = nullptr;
    QPointer<RefusalLine> m_refusal;
};

/// Reads a duration that somebody typed, or says how one is written.
Core::Result<Core::Milliseconds> readDuration(const QString &text, const QString &field);

} // namespace Gui
