// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QSettings;

namespace Gui {

/// A list and the details of what is chosen there, which stand below it or at its right. Each of
/// the two ways has sizes of its own.
class DetailSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit DetailSplitter(QWidget *parent = nullptr);

    void setBeside(bool isBeside); ///< The details at the right, else below.
    void setDetailsShown(bool areShown); ///< They come back as large as they were.
    void setUsualSizes(const QSize &room);

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    bool isBeside() const { return orientation() == Qt::Horizontal; }

    QByteArray shape() const { return m_areDetailsShown ? saveState() : m_hidden; }
    void take(const QByteArray &shape);

    bool m_areDetailsShown = true;
    bool m_isUsualDue = false; ///< The usual sizes are to be given once there is a size to share.
    QByteArray m_hidden; ///< the sizes while the details are hidden; empty for the usual ones
    QByteArray m_other; ///< the sizes of the way that is not shown; empty for the usual ones
};

} // namespace Gui
