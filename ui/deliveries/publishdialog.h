// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/destination.h"
#include "core/model/resending.h"
#include "ui/look/theme.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Gui {

class AudienceList;
class BodyEditor;
class Facts;
class HeaderField;
class RefusalLine;
class Requests;
class ResultList;

/// Writes an event and sends it, as often as is wanted: a new one, a test, or an edited copy of
/// one that was sent. What came of it is shown in place, and the dialog stays until it is closed.
///
/// Borrows: facts and requests.
class PublishDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        Publish,
        Test,
        EditAndResend,
    };
    static constexpr int MostRepetitions = 100;

    PublishDialog(Purpose purpose, const QList<Core::Destination> &destinations,
                  Core::Ticket ticket, Facts &facts, Requests &requests, QWidget *parent = nullptr);

    void setKnownTypes(const QStringList &types); ///< what completes the type
    void choose(const QList<Core::DestinationId> &destinations);

    /// Begins with the event of \a record, for its destination alone. Unchanged it goes as a new
    /// delivery of that event; changed, for others too, or where it is wanted so, as a new event.
    void setOriginal(const Core::AttemptRecord &record);

    Core::Publication publication() const;

signals:
    void attemptRequested(const Core::AttemptId &attempt); ///< to be shown in the log

protected:
    void done(int result) override;

private:
    void layOut();
    void addRepetition(QFormLayout &form);
    void connectFields(Facts &facts);
    void takeTemplate(int place);
    void check();
    void beginHere();
    Core::Result<Core::HeaderList> headers() const;
    bool isUnchanged() const;
    bool isResend() const;
    void showAnew();
    QString whatWillHappen(const QList<Core::DestinationId> &reached) const;
    QString faultOf(const Core::Publication &publication, qsizetype reached) const;
    void toggleSending();
    void sendOne();
    void endSending();
    void showSending();
    void takeAnswer(const Core::PublicationAnswer &answer);
    void takeProgress(const Core::ResendProgress &progress);

    Purpose m_purpose;
    Core::Ticket m_ticket;
    Requests &m_requests;
    QHash<Core::DestinationId, QString> m_names;
    std::optional<Core::AttemptRecord> m_original;
    Core::Publication m_begun; ///< what stood there before anybody typed
    QComboBox *m_template;
    QLineEdit *m_type;
    QComboBox *m_contentType;
    AudienceList *m_audience;
    QCheckBox *m_anew;
    bool m_isAnewWanted = false; ///< by whom unchanged words are sent again
    HeaderField *m_headers;
    RefusalLine *m_headerFault;
    BodyEditor *m_body;
    QSpinBox *m_count;
    QSpinBox *m_delay;
    QLabel *m_checkGlyph;
    QLabel *m_check;
    ResultList *m_results;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
    QPushButton *m_showInLog;
    QTimer m_pause; ///< runs between repetitions
    int m_left = 0; ///< of the repetitions
};

} // namespace Gui
