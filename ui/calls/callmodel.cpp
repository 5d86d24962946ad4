// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callmodel.h"

#include "core/model/reasonphrase.h"
#include "core/model/redaction.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr int LongestCallCell = 300;

QString callCell(const QString &text)
{
    return shortened(text, LongestCallCell);
}

QString callText(const Core::ApiCall &call, bool areSecretsShown)
{
    if (call.method.isEmpty())
        return CallModel::tr("not a request");
    const QString target = printable(call.target);
    return callCell(printable(call.method) + u' '
                    + (areSecretsShown ? target : Core::redactedUrl(target)));
}

QString statusText(const Core::ApiCall &call)
{
    const QString phrase = Core::reasonPhrase(call.status);
    return phrase.isEmpty() ? QString::number(call.status)
                            : QString::number(call.status) + u' ' + phrase;
}

QString remarkText(const Core::ApiCall &call)
{
    const QString sentence = printable(spokenRefusal(call.sentence));
    return call.hint.isEmpty() ? sentence : sentence + u' ' + printable(spokenRefusal(call.hint));
}

QString textOf(const Core::ApiCall &call, int column, bool areSecretsShown)
{
    switch (column) {
    case CallModel::TimeColumn:
        return clockText(call.at);
    case CallModel::StatusColumn:
        return statusText(call);
    case CallModel::CallColumn:
        return callText(call, areSecretsShown);
    case CallModel::ClientColumn:
        return callCell(printable(call.client));
    case CallModel::RemarkColumn:
        return callCell(remarkText(call));
    default:
        return {};
    }
}

QString sentenceOf(const Core::ApiCall &call, bool areSecretsShown)
{
    QStringList parts{clockText(call.at), callText(call, areSecretsShown), statusText(call)};
    if (!call.sentence.isEmpty())
        parts.append(remarkText(call));
    return parts.join(QLatin1StringView(", "));
}

} // namespace

CallModel::CallModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<Core::ApiCall> CallModel::shownOf(const QList<Core::ApiCall> &calls) const
{
    QList<Core::ApiCall> shown;
    std::copy_if(calls.begin(), calls.end(), std::back_inserter(shown),
                 [this](const Core::ApiCall &call) { return isShown(call); });
    return shown;
}

void CallModel::add(const QList<Core::ApiCall> &calls)
{
    const QList<Core::ApiCall> newest = calls.last(std::min<qsizetype>(calls.size(), Capacity));
    dropOldest(m_calls.size() + newest.size() - Capacity);
    m_calls += newest;
    const QList<Core::ApiCall> shown = shownOf(newest);
    if (shown.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(shown.size()) - 1);
    m_shown += shown;
    endInsertRows();
}

void CallModel::dropOldest(qsizetype count)
{
    if (count <= 0)
        return;
    const qsizetype removed = shownOf(m_calls.first(count)).size();
    m_calls.remove(0, count);
    if (removed == 0)
        return;
    beginRemoveRows({}, 0, static_cast<int>(removed) - 1);
    m_shown.remove(0, removed);
    endRemoveRows();
}

void CallModel::setRefusedOnly(bool isRefusedOnly)
{
    beginResetModel();
    m_isRefusedOnly = isRefusedOnly;
    m_shown = shownOf(m_calls);
    endResetModel();
}

void CallModel::showSecrets(bool areShown)
{
    m_areSecretsShown = areShown;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Core::ApiCall &call = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(call, index.column(), m_areSecretsShown);
    case Qt::DecorationRole:
        if (index.column() == StatusColumn)
            return call.isRefused() ? iconOf(Glyph::Warning, Tone::Bad)
                                    : iconOf(Glyph::Delivered, Tone::Good);
        return {};
    case Qt::ToolTipRole:
        return plainToolTip(textOf(call, index.column(), m_areSecretsShown));
    case Qt::AccessibleDescriptionRole:
        return sentenceOf(call, m_areSecretsShown);
    default:
        return {};
    }
}

QVariant CallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case StatusColumn:
        return tr("Answer");
    case CallColumn:
        return tr("Call");
    case ClientColumn:
        return tr("Client");
    case RemarkColumn:
        return tr("What was wrong");
    default:
        return {};
    }
}

} // namespace Gui
