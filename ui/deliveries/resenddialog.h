// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/resending.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace Gui {

class Facts;
class Requests;

/// Tells what would be sent again before it is: chosen deliveries, or what has failed at one
/// destination since a moment. Then sends it, no faster than is wanted, and shows how far it is.
///
/// Borrows: facts and requests.
class ResendDialog final : public QDialog
{
    Q_OBJECT

public:
    /// For the deliveries of \a order, or for its destination since a moment to be chosen.
    ResendDialog(Core::ResendOrder order, QList<Core::Destination> destinations, Facts &facts,
                 Requests &requests, QWidget *parent = nullptr);

    void showPreview(const Core::ResendPreview &preview);
    Core::ResendOrder order() const; ///< as it stands in the fields

protected:
    void done(int result) override;

private:
    bool isRecovery() const { return !m_order.destination.isNull(); }
    void layOut();
    void addSince(QFormLayout &form);
    void askForPreview();
    void takeProgress(const Core::ResendProgress &progress);
    void toggleSending();
    void showSummary();
    void updateButtons();
    QList<Core::DestinationId> wantedDestinations() const;
    qint64 wantedCount() const;
    QString namesOf(const QList<Core::DestinationId> &ids) const;
    QStringList leftOutTexts() const;
    QString fateText() const;
    QString failedText() const;

    Core::ResendOrder m_order;
    QList<Core::Destination> m_destinations;
    Requests &m_requests;
    std::optional<Core::ResendPreview> m_preview; ///< none while it is awaited
    QComboBox *m_span;
    QDateTimeEdit *m_since;
    QLabel *m_summary;
    QCheckBox *m_forced;
    QSpinBox *m_rate;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
    QTimer m_settling; ///< runs while a moment is being typed
    bool m_isSending = false;
    bool m_isDone = false;
    bool m_isAllSent = false;
};

} // namespace Gui
