// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/destination.h"
#include "core/model/namereport.h"
#include "core/model/secretreport.h"
#include "ui/look/glyph.h"

#include <QDialog>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Gui {

class AdvancedForm;
class ChoiceField;
class RefusalLine;

/// Adds a destination or changes one. A line says all the time what is wrong, or what will happen.
class DestinationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// To add one; \a known are those that are there already.
    explicit DestinationDialog(const QList<Core::Destination> &known, QWidget *parent = nullptr);

    /// Fills it in; a whole curl command fills in all that it says.
    void setUrl(const QString &url);

    /// Where our own bins listen; empty while they do not.
    void setReceiver(const QString &binUrl);

    /// Changes \a destination instead. Fields that the dialog does not show stay as they are.
    void setDestination(const Core::Destination &destination);

    Core::Destination destination() const;
    QByteArray secret() const; ///< as text; empty while none is entered

    /// What came of trialRequested().
    void showTrial(const Core::AttemptRecord &record);
    void showTrialRefusal(const Core::Error &error);

    /// What came of destinationEntered() is a refusal: all stays as it was entered. Else whoever
    /// took it accepts the dialog.
    void showRefusal(const Core::Error &error);

    /// What came of nameCheckRequested(); it warns and never hinders.
    void showNameReport(const Core::NameReport &report);

    /// By what the secret can sign that the destination has.
    void showSigning(const Core::SigningReport &report);

signals:
    void nameCheckRequested(const QString &url);
    void trialRequested(const Core::Destination &destination, const QByteArray &secret = {});
    void destinationEntered(const Core::Destination &destination, const QByteArray &secret = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCheckLine();
    void layOut();
    void alignLabels();
    void readUrl(const QString &text);
    bool isPasted(const QString &text);
    void showLeftOut(const QString &text);
    QWidget *makeTrialLine();
    void requestTrial();
    void showTrialResult(Glyph glyph, Tone tone, const QString &text);
    void dropStaleResult(Core::Destination entered);
    void enter();
    void check();
    void sayWhatIs(const Core::Destination &entered, const Core::Result<> &result);
    void dropRefusal();
    void showCheck(Tone tone, const QString &text);
    void fitCheck();
    void showAdvanced(bool isShown);
    void makeRoom();
    bool isNamed() const;
    Core::Result<> writeTo(Core::Destination &destination) const;
    Core::Result<> writeHeartbeat(Core::Destination &destination) const;
    Core::Result<> judgeSigning(const Core::Destination &destination) const;
    const Core::Destination *twinOf(const Core::Destination &destination) const;
    QString remarkOn(const Core::Destination &destination) const;
    QString nameWarning(const QString &url);

    /// What somebody has entered.
    struct Entry
    {
        Core::Destination destination;
        QByteArray secret;
    };

    QList<Core::Destination> m_known;
    Core::Destination m_original;
    QString m_binUrl;
    QString m_enteredUrl; ///< as it stood before the last edit
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_events;
    ChoiceField *m_heartbeat;
    QToolButton *m_advancedButton;
    AdvancedForm *m_advanced;
    QLabel *m_checkGlyph;
    QLabel *m_check;
    QLabel *m_leftOut; ///< of a command; hidden while there is nothing to say
    QTimer m_typing; ///< A name is looked up once nobody types any more.
    Core::NameReport m_report;
    std::optional<Core::SigningReport> m_signing;
    QPushButton *m_trial;
    QLabel *m_trialGlyph;
    QLabel *m_trialResult;
    QDialogButtonBox *m_buttons;
    bool m_isTrialUnderWay = false;
    Entry m_resultOf; ///< what was tested
    RefusalLine *m_refusalLine; ///< of what names no field
    bool m_isAwaitingAnswer = false;
    Entry m_asked; ///< that it may be taken
    std::optional<Core::Error> m_refusal; ///< of that
};

} // namespace Gui
