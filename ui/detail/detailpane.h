// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"
#include "core/model/signaturereport.h"
#include "ui/detail/fieldchoice.h"
#include "ui/detail/rowrecord.h"
#include "ui/filter/filtertext.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QMenu;
class QSettings;
class QTabWidget;
class QToolBar;

namespace Gui {

class BodyView;
class DiffView;
class ElidedLabel;
class MessageView;
class Overview;
class SignatureView;
class TimingView;
class TriesView;

/// Everything about the chosen row: what happened in words, both messages byte for byte, where the
/// time went, its other tries, what has changed since, what its signature is worth. At its right
/// stands what can be done with it.
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    enum Tab : int {
        OverviewTab,
        RequestTab,
        ResponseTab,
        TimingTab,
        TriesTab,
        DiffTab,
        SignatureTab,
        TabCount,
    };

    explicit DetailPane(QWidget *parent = nullptr);

    void showRecord(const RowRecord &record);
    /// Says that nothing is chosen.
    void clearRecord();
    void tellSelected(qsizetype rows); ///< How many they are, as long as no record is shown.
    const std::optional<RowRecord> &record() const { return m_record; }

    /// What a line of several rows says of all of them, which goes with the record of \a row.
    void showSummary(const Core::LogKey &row, const QString &summary);

    // What is found for the record that is shown; all else is passed over.
    void showKin(const Core::Kin &kin);
    void showReport(const Core::SignatureReport &report);
    void showPins(const QList<Core::Pin> &pins);
    void takeCompared(const RowRecord &record); ///< What recordRequested() asked for.

    /// Compares two rows that somebody has chosen.
    void showDiff(const Core::LogKey &one, const Core::LogKey &other);
    void forgetDiff(); ///< of two rows

    /// Adds buttons at the right, below those that are there.
    void addButtons(const QList<QAction *> &actions);
    void addButton(QAction *action, QMenu *menu); ///< One that opens a menu.

    /// Lets people filter by what they point at, and show it as a column; whoever carries that out
    /// connects to the signals first.
    void offerChoices();

    /// Lets people edit the destination of what has failed, as long as it \a isThere.
    void offerEdits(std::function<bool(const Core::DestinationId &)> isThere);
    /// Lets people resume the destination that a 410 has paused, as long as \a isGone.
    void offerResumes(std::function<bool(const Core::DestinationId &)> isGone);
    void reviewRemedies(); ///< Destinations have changed.
    void setDispatching(bool isDispatching); ///< Else no next try is promised.

    /// Hides what holds secrets, outside of bodies, unless \a showSecrets is checked.
    void offerSecrets(QAction &showSecrets);

    const QList<QAction *> &tabActions() const { return m_tabActions; }
    Tab currentTab() const;
    void setCurrentTab(Tab tab);
    bool isTabVisible(Tab tab) const;

    void restoreFrom(const QSettings &settings); ///< the tab, and the shape of what is in the tabs
    void saveTo(QSettings &settings) const;

    /// The body that is to be looked through: that of the tab in front, or of the one it opens.
    BodyView *bodyInFront();
    const QByteArray &bytesInFront() const; ///< what "Save body" saves
    bool closeFinder(); ///< False where none was in sight.

    MessageView *request() const { return m_request; }
    MessageView *response() const { return m_response; }

signals:
    void rowRequested(const Core::LogKey &row); ///< Somebody wants to go there.
    void recordRequested(const Core::LogKey &row); ///< It is needed to compare.
    void editRequested(const Core::DestinationId &destination);
    void resumeRequested(const Core::DestinationId &destination);
    void filterRequested(const Gui::FieldChoice &choice, Gui::FilterUse use);
    void columnRequested(const Gui::FieldChoice &choice);
    void copied(bool isMasked); ///< from a table, with something masked in it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitButtons();
    void offerHeaders(MessageView &message);
    void addTab(Tab tab, QWidget *page, const QString &name);
    void showTabs(const QList<Tab> &tabs);
    void noteTab(int tab);
    void tellMember();
    void showSent(const Core::AttemptRecord &record);
    void showReceived(const Core::CaptureRecord &record);

    ElidedLabel *m_member; ///< which of those behind a line the tabs tell of
    QTabWidget *m_tabs;
    QToolBar *m_buttons;
    QList<QAction *> m_tabActions;
    Overview *m_overview;
    MessageView *m_request;
    MessageView *m_response;
    TimingView *m_timing;
    TriesView *m_tries;
    DiffView *m_diff;
    SignatureView *m_signature;
    std::optional<RowRecord> m_record;
    Core::LogKey m_summedUp; ///< The row of a line that sums up; null for none.
    Tab m_chosenTab = OverviewTab; ///< in front of every row that has it
    bool m_isChoosingTab = true; ///< somebody is, rather than the row
    bool m_hasTexts = true; ///< the buttons
};

} // namespace Gui
