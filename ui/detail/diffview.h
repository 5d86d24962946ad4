// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"
#include "ui/detail/aside.h"
#include "ui/detail/linediff.h"
#include "ui/detail/rowrecord.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <optional>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace Gui {

class ElidedLabel;
class TextView;

enum class DiffPart {
    Request,
    Response,
};

/// One message as lines to be compared: what it begins with, its headers, its body; JSON by its
/// structure if both bodies are JSON, which \a asJson says.
QByteArrayList comparableLines(const RowRecord &record, DiffPart part, bool asJson);

/// What has changed from one row's message to another's. Secrets are compared, and hidden in the
/// lines unless \a areSecretsShown.
QList<DiffLine> diffMessages(const RowRecord &before, const RowRecord &after, DiffPart part,
                             bool areSecretsShown);

/// What has changed: in the request since the event before, in the response since the answer
/// before, or between two rows that somebody has chosen. Signs tell, and colours go with them.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void showRecord(const RowRecord &record);
    void showKin(const Core::Kin &kin);
    /// The two rows, until another record is shown; the records are asked for.
    void showPair(const Core::LogKey &one, const Core::LogKey &other);
    void forgetPair(); ///< The row is compared with what was before it again.
    void takeRecord(const RowRecord &record); ///< One that was asked for.
    void clear();
    void offerSecrets(QAction &showSecrets); ///< They are hidden unless it is checked.

signals:
    void recordRequested(const Core::LogKey &row);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Pair
    {
        Core::LogKey before;
        Core::LogKey after;

        bool operator==(const Pair &) const = default;
    };

    void setPart(DiffPart part);
    Pair wantedPair() const;
    void compare();
    void say(const QString &message);
    void showTitles();
    void showLines(const QList<DiffLine> &lines);

    QHBoxLayout *m_bar;
    QToolButton *m_request;
    QToolButton *m_response;
    ElidedLabel *m_title;
    QStringList m_titles; ///< of what is compared; the shorter ones last
    TextView *m_text;
    bool m_areSecretsShown = false;
    DiffPart m_part = DiffPart::Request;
    Core::LogKey m_row; ///< the one that the pane shows
    std::optional<Core::Kin> m_kin;
    std::optional<Pair> m_chosen;
    std::map<Core::LogKey, RowRecord> m_records; ///< of the rows that may be compared now
    Aside m_comparing;
};

} // namespace Gui
