// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsontree.h"

#include "ui/detail/textsource.h"
#include "ui/look/cellpainter.h"
#include "ui/look/format.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace Gui {

namespace {

using Kind = JsonToken::Kind;

constexpr qsizetype LongestTreeValue = 2000;
constexpr std::size_t DeepestReached = 200;

QString shownToken(QByteArrayView token)
{
    const bool isLong = token.size() > LongestTreeValue;
    const QString text = printable(token.first(std::min(token.size(), LongestTreeValue)));
    return isLong ? text + QChar(0x2026) : text;
}

bool isPlainName(QStringView name)
{
    const auto isLetter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'$';
    };
    const auto isLetterOrDigit
        = [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !name.isEmpty() && isLetter(name.front())
        && std::all_of(name.begin(), name.end(), isLetterOrDigit);
}

} // namespace

void JsonTreeModel::setIndex(std::shared_ptr<const JsonIndex> index)
{
    beginResetModel();
    m_index = std::move(index);
    m_fetched.clear();
    endResetModel();
}

JsonTreeModel::Number JsonTreeModel::numberOf(const QModelIndex &index)
{
    return static_cast<Number>(index.internalId());
}

int JsonTreeModel::rowOf(Number number) const
{
    if (number == 0)
        return 0;
    const std::vector<Number> &siblings = m_fetched.at(m_index->at(number).parent);
    const auto found = std::lower_bound(siblings.begin(), siblings.end(), number);
    return static_cast<int>(found - siblings.begin());
}

QString JsonTreeModel::jsonOf(const QModelIndex &index) const
{
    return QString::fromUtf8(m_index->value(numberOf(index)));
}

QString JsonTreeModel::textOf(const QModelIndex &index) const
{
    const Number number = numberOf(index);
    const QByteArrayView value = m_index->value(number);
    return m_index->at(number).kind == Kind::String ? decodedString(value)
                                                    : QString::fromUtf8(value);
}

QString JsonTreeModel::pathOf(const QModelIndex &index) const
{
    const QModelIndex holder = index.parent();
    if (!holder.isValid())
        return QStringLiteral("$");
    const QByteArrayView name = m_index->name(numberOf(index));
    if (name.isEmpty())
        return QStringLiteral("%1[%2]").arg(pathOf(holder)).arg(index.row());
    const QString plain = QString::fromUtf8(name.sliced(1, name.size() - 2));
    return isPlainName(plain) ? pathOf(holder) + u'.' + plain
                              : pathOf(holder) + u'[' + QString::fromUtf8(name) + u']';
}

FieldChoice JsonTreeModel::choiceOf(const QModelIndex &index) const
{
    FieldChoice choice{true, false, {}, textOf(index)};
    for (QModelIndex step = index; step.parent().isValid(); step = step.parent()) {
        const QByteArrayView name = m_index->name(numberOf(step));
        choice.path.prepend(name.isEmpty() ? QString::number(step.row()) : decodedString(name));
    }
    return choice;
}

QModelIndex JsonTreeModel::reach(JsonIndex::Number number)
{
    if (!m_index || number >= m_index->size())
        return {};
    std::vector<Number> way;
    for (Number step = number; step != 0 && way.size() <= DeepestReached;
         step = m_index->at(step).parent)
        way.push_back(step);
    if (way.size() > DeepestReached)
        return {};
    std::reverse(way.begin(), way.end());
    QModelIndex reached = index(0, 0);
    for (const Number step : way) {
        const std::vector<Number> &siblings = m_fetched[numberOf(reached)];
        while (siblings.empty() || siblings.back() < step)
            fetchMore(reached);
        reached = index(rowOf(step), 0, reached);
    }
    return reached;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Number number
        = parent.isValid() ? m_fetched.at(numberOf(parent)).at(static_cast<std::size_t>(row)) : 0;
    return createIndex(row, column, quintptr{number});
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || numberOf(child) == 0)
        return {};
    const Number parent = m_index->at(numberOf(child)).parent;
    return createIndex(rowOf(parent), 0, quintptr{parent});
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_index ? 1 : 0;
    const auto fetched = m_fetched.find(numberOf(parent));
    return parent.column() > 0 || fetched == m_fetched.end()
        ? 0
        : static_cast<int>(fetched->second.size());
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_index != nullptr;
    return parent.column() == 0 && m_index->at(numberOf(parent)).count > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() == 0
        && static_cast<Number>(rowCount(parent)) < m_index->at(numberOf(parent)).count;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Number holder = numberOf(parent);
    const int first = rowCount(parent);
    const int left = static_cast<int>(m_index->at(holder).count) - first;
    const int last = first + std::min(left, RowsAtATime) - 1;
    beginInsertRows(parent, first, last);
    std::vector<Number> &children = m_fetched[holder];
    Number next = children.empty() ? holder + 1 : m_index->at(children.back()).next;
    for (int row = first; row <= last; ++row) {
        children.push_back(next);
        next = m_index->at(next).next;
    }
    endInsertRows();
}

QString JsonTreeModel::nameText(Number number) const
{
    if (number == 0)
        return QStringLiteral("$");
    const QByteArrayView name = m_index->name(number);
    if (name.isEmpty())
        return QStringLiteral("[%1]").arg(rowOf(number));
    return shownToken(name.sliced(1, std::max<qsizetype>(name.size() - 2, 0)));
}

QString JsonTreeModel::valueText(Number number) const
{
    const JsonIndex::Node &node = m_index->at(number);
    if (node.kind == Kind::OpenObject)
        return node.count == 1 ? tr("{ 1 member }") : tr("{ %1 members }").arg(node.count);
    if (node.kind == Kind::OpenArray)
        return node.count == 1 ? tr("[ 1 item ]") : tr("[ %1 items ]").arg(node.count);
    return shownToken(m_index->value(number));
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Number number = numberOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? nameText(number) : valueText(number);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
            ? nameText(number) + QLatin1StringView(": ") + valueText(number)
            : valueText(number);
    case Qt::ToolTipRole:
        return plainToolTip(printable(pathOf(index.siblingAtColumn(0))));
    case ToneRole:
        return static_cast<int>(index.column() == NameColumn ? Tone::Plain
                                                             : toneOf(m_index->at(number).kind));
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

void JsonTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    cell.fillIfSelected(index.column() == JsonTreeModel::NameColumn);
    cell.write(cell.inner(), index.data().toString(),
               Tone{index.data(JsonTreeModel::ToneRole).toInt()});
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeightOf(option.fontMetrics)};
}

JsonTree::JsonTree(const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this))
{
    setModel(m_model);
    setItemDelegate(new JsonTreeDelegate(this));
    setAccessibleName(accessibleName);
    setFrameShape(NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    header()->setStretchLastSection(true);
    addCopyAction(tr("Copy value"), &JsonTreeModel::textOf, QKeySequence::Copy);
    addCopyAction(tr("Copy JSON path"), &JsonTreeModel::pathOf);
    addCopyAction(tr("Copy as JSON"), &JsonTreeModel::jsonOf);
}

void JsonTree::setIndex(std::shared_ptr<const JsonIndex> index)
{
    m_model->setIndex(std::move(index));
    const QModelIndex root = m_model->index(0, 0);
    m_model->fetchMore(root);
    expand(root);
    setCurrentIndex(root);
    setColumnWidth(JsonTreeModel::NameColumn, fontMetrics().averageCharWidth() * 34);
}

QString JsonTree::point(JsonIndex::Number number)
{
    const QModelIndex index = m_model->reach(number);
    setCurrentIndex(index);
    return index.isValid() ? m_model->pathOf(index) : QString();
}

void JsonTree::addCopyAction(const QString &text, TextOf textOf, const QKeySequence &shortcut)
{
    auto *const action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, textOf] {
        if (currentIndex().isValid())
            QGuiApplication::clipboard()->setText((m_model->*textOf)(currentIndex()));
    });
    addAction(action);
}

/// The style would give the room before a chosen row another ground than its cells have.
void JsonTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index))
        painter->fillRect(rect, m_themes.of(palette()).selection());
    QTreeView::drawBranches(painter, rect, index);
}

void JsonTree::addChoice(const QString &text,
                         const std::function<void(const FieldChoice &)> &request)
{
    auto *const action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, request] {
        if (!currentIndex().isValid())
            return;
        FieldChoice choice = m_model->choiceOf(currentIndex());
        choice.isOfResponse = m_isOfResponse;
        request(choice);
    });
    addAction(action);
}

void JsonTree::offerChoices(bool isOfResponse)
{
    m_isOfResponse = isOfResponse;
    const auto addFilter = [this](const QString &text, FilterUse use) {
        addChoice(text,
                  [this, use](const FieldChoice &choice) { emit filterRequested(choice, use); });
    };
    addFilter(tr("Only this value"), FilterUse::Only);
    addFilter(tr("Exclude this value"), FilterUse::Exclude);
    addFilter(tr("Add this value to filter"), FilterUse::Add);
    addChoice(tr("Show as column"),
              [this](const FieldChoice &choice) { emit columnRequested(choice); });
}

} // namespace Gui
