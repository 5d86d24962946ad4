// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace Gui {

/// The line at the bottom: where we listen, what waits, how fast and how well it goes, and how much
/// of the log is shown. Where there is no room for all of that, what matters least is left out.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showStatus(const Core::EngineStatus &status);
    void showRows(qint64 shown, qint64 total);
    void tellSorting(); ///< in place of the rows, until they are shown
    void tellCopied();
    void tellBriefly(const QString &text); ///< Between the addresses and the figures.
    void tellTip(const QString &tip); ///< In the same place, until there is none.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Address
    {
        QLabel *label;
        QToolButton *copy;
    };

    Address addAddress(const QString &name, const QString &copyText);
    QLabel *addFigure(const QString &accessibleName);
    void fit();
    static void showAddress(const Address &address, const QString &url);

    Address m_api;
    Address m_bin;
    QLabel *m_told;
    QLabel *m_waiting;
    QLabel *m_inFlight;
    QLabel *m_rate;
    QLabel *m_success;
    QLabel *m_rows;
    QTimer m_telling{this};
};

} // namespace Gui
