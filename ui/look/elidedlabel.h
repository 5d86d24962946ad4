// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>

namespace Gui {

/// One line of plain text that takes the room that is left. What has none is left out in the
/// middle, and tells all of it in a tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// Where \a text has no room, the first of \a shorter that has is shown in its place.
    void showText(const QString &text, const QStringList &shorter = {});
    QString shownText() const; ///< as it is painted

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_shorter;
};

} // namespace Gui
