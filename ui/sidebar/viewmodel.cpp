// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/viewmodel.h"

#include "ui/look/format.h"

#include <algorithm>

namespace Gui {

namespace {

QList<LogViewpoint> views()
{
    return {
        {ViewModel::tr("All"), {}, Glyph::Everything, Tone::Muted, false},
        {ViewModel::tr("Sent"), QStringLiteral("dir:out"), Glyph::Sent, Tone::Muted, false},
        {ViewModel::tr("Received"), QStringLiteral("dir:in"), Glyph::Received, Tone::Muted, false},
        {ViewModel::tr("Failed"), QStringLiteral("is:failed"), Glyph::Failed, Tone::Bad, false},
        {ViewModel::tr("Slow"), QStringLiteral("is:slow"), Glyph::Slow, Tone::Warning, false},
        {ViewModel::tr("Retrying"), QStringLiteral("is:retrying"), Glyph::Again, Tone::Warning,
         false},
        {ViewModel::tr("Pinned"), QStringLiteral("is:pinned"), Glyph::Pin, Tone::Muted, false},
        {ViewModel::tr("API calls"), {}, Glyph::Terminal, Tone::Muted, true},
    };
}

} // namespace

ViewModel::ViewModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_views(views())
{
}

void ViewModel::setKept(const QList<LogViewpoint> &kept)
{
    QList<LogViewpoint> all = views();
    for (const LogViewpoint &view : kept) {
        const bool isThere
            = std::any_of(all.begin(), all.end(), [&view](const LogViewpoint &other) {
                  return !other.isOfCalls && other.filter == view.filter;
              });
        if (!isThere)
            all.append(view);
    }
    if (all == m_views)
        return;
    beginResetModel();
    m_views = all;
    endResetModel();
}

int ViewModel::rowOfFilter(const QString &filter) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const LogViewpoint &view) {
        return !view.isOfCalls && view.filter == filter.trimmed();
    });
    return found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

int ViewModel::rowOfCalls() const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [](const LogViewpoint &view) { return view.isOfCalls; });
    return static_cast<int>(found - m_views.begin());
}

int ViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

QVariant ViewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LogViewpoint &view = m_views.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return printable(view.name);
    case Qt::ToolTipRole:
        return plainToolTip(view.isOfCalls ? tr("Every call of the HTTP interface since the start")
                                : view.filter.isEmpty() ? tr("Everything")
                                                        : printable(view.filter));
    default:
        return {};
    }
}

} // namespace Gui
