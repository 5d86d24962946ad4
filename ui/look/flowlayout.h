// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace Gui {

/// Puts its items side by side, each as wide as it asks for, and goes on below where a line is
/// full, like words of a text; from the right where that is the way of reading.
class FlowLayout final : public QLayout
{
public:
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int place) const override;
    QLayoutItem *takeAt(int place) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; ///< of a single line
    QSize minimumSize() const override; ///< of the largest item
    void setGeometry(const QRect &room) override;

private:
    template<typename Place>
    int flow(const QRect &room, Place place) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace Gui
