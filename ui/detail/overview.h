// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"
#include "core/model/pin.h"
#include "ui/detail/rowrecord.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QToolButton;

namespace Gui {

class FieldTable;
class FlowLayout;

/// What became of the chosen row in plain words, what is probably wrong and what to do about it,
/// the way to what belongs to it, and the facts.
class Overview final : public QWidget
{
    Q_OBJECT

public:
    explicit Overview(QWidget *parent = nullptr);

    void showRecord(const RowRecord &record);
    void showKin(const Core::Kin &kin); ///< Of the record that is shown.
    void showPin(const Core::Pin &pin); ///< Likewise.
    /// Begins with \a summary as long as the record of \a row is shown, or as soon as it is.
    void showSummary(const Core::LogKey &row, const QString &summary);
    void setDispatching(bool isDispatching); ///< Else no next try is promised.
    void clear(); ///< Says that nothing is chosen.
    /// How many rows are selected, for as long as no record is shown.
    void tellSelected(qsizetype rows);

    void offerSecrets(QAction &showSecrets); ///< of the facts

    using IsThere = std::function<bool(const Core::DestinationId &)>;
    /// Offers to edit the destination of what has failed, as long as \a isThere.
    void offerEdits(IsThere isThere);
    /// Offers to resume the destination that a 410 has paused, as long as \a isGone.
    void offerResumes(IsThere isGone);
    void reviewRemedies(); ///< Destinations have changed.

signals:
    void rowRequested(const Core::LogKey &row);
    void editRequested(const Core::DestinationId &destination);
    void resumeRequested(const Core::DestinationId &destination);
    void triesRequested();
    void placeReached(const QRect &place); ///< by the keys; it may be out of sight

private:
    void addLinks();
    QToolButton *addLink(const QString &text);
    QList<QToolButton *> links() const;
    void fitSummary();
    void fitCause();
    Core::DestinationId destination() const;
    void forgetKin();
    void hideLinks();
    void offer(QToolButton &link, const Core::LogKey &row);
    void showFacts();
    void tellTime();
    void tellChoice();

    QLabel *m_sentence;
    QLabel *m_summary; ///< above it
    QLabel *m_cause;
    FieldTable *m_facts;
    FlowLayout *m_links;
    QToolButton *m_edit;
    QToolButton *m_resume;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_origin; ///< of another delivery, like the next one
    QToolButton *m_resend;
    QToolButton *m_tries;
    QToolButton *m_counterpart;
    IsThere m_isThere;
    IsThere m_isGone;
    std::optional<RowRecord> m_record;
    Core::LogKey m_summedUp; ///< The summary goes with its record.
    QString m_summaryText;
    std::optional<Core::Time> m_nextAt;
    std::optional<Core::Attempt> m_nextTry; ///< of the same delivery, where it was made already
    Core::DeliveryId m_resendOf; ///< what the delivery sends again
    bool m_isDispatching = true;
    qsizetype m_selected = 0;
    QTimer m_clock; ///< while the next try is named by how far away it is
};

} // namespace Gui
