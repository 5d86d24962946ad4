// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/fieldtable.h"

#include "ui/log/logdelegate.h"
#include "ui/look/cellpainter.h"
#include "ui/look/format.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStringDecoder>

namespace Gui {

namespace {

constexpr int LongestCell = 2000;

QString readableTextOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace

QList<Field> fieldsOf(const Core::HeaderList &headers, Core::Sender sender)
{
    QList<Field> fields;
    for (const Core::Header &header : headers)
        fields.append({readableTextOf(header.name), readableTextOf(header.value),
                       Core::isMasked(header.name, sender) ? HiddenValue.toString() : QString()});
    return fields;
}

void FieldModel::setFields(const QList<Field> &fields)
{
    beginResetModel();
    m_fields = fields;
    endResetModel();
}

void FieldModel::showSecrets(bool areShown)
{
    m_areSecretsShown = areShown;
    if (rowCount() > 0)
        emit dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn));
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Field &field = m_fields.at(index.row());
    const bool isName = index.column() == NameColumn;
    const QString &text = isName ? field.name : field.told(m_areSecretsShown);
    const bool isHidden = !isName && !field.hidden.isNull() && !m_areSecretsShown;
    switch (role) {
    case Qt::AccessibleTextRole:
        if (isHidden && text == HiddenValue)
            return tr("hidden");
        [[fallthrough]];
    case Qt::DisplayRole:
        return shortened(printable(text), LongestCell);
    case Qt::ToolTipRole:
        if (isHidden)
            return tr("Hidden until you show secrets");
        return plainToolTip(shortened(printable(text), LongestCell));
    default:
        return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role == Qt::DisplayRole)
        return section == NameColumn ? tr("Name") : tr("Value");
    return {};
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    const bool isName = index.column() == FieldModel::NameColumn;
    cell.fillIfSelected(isName);
    cell.write(cell.inner(), index.data().toString(), isName ? Tone::Muted : Tone::Plain);
}

FieldTable::FieldTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_model(new FieldModel(this))
{
    setModel(m_model);
    setItemDelegate(new FieldDelegate(this));
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    addCopyAction(tr("Copy value"), QKeySequence::Copy,
                  [](const Field &f, bool areSecretsShown) { return f.told(areSecretsShown); });
    addCopyAction(tr("Copy name"), {},
                  [](const Field &f, bool /*areSecretsShown*/) { return f.name; });
    addCopyAction(tr("Copy name and value"), {}, [](const Field &f, bool areSecretsShown) {
        return f.name + QLatin1StringView(": ") + f.told(areSecretsShown);
    });
    applyFont();
}

void FieldTable::showWhole()
{
    m_isWhole = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitHeight();
}

void FieldTable::fitHeight()
{
    if (m_isWhole)
        setFixedHeight(verticalHeader()->length());
}

void FieldTable::setFields(const QList<Field> &fields)
{
    if (fields == m_model->fields())
        return;
    m_model->setFields(fields);
    fitNames();
    fitHeight();
    updateValueActions();
}

void FieldTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateValueActions();
}

void FieldTable::offerSecrets(QAction &showSecrets)
{
    addAction(&showSecrets);
    connect(&showSecrets, &QAction::toggled, this, [this](bool areShown) {
        m_model->showSecrets(areShown);
        updateValueActions();
        emit secretsShown();
    });
    m_model->showSecrets(showSecrets.isChecked());
}

void FieldTable::addValueAction(QAction &action)
{
    addAction(&action);
    m_valueActions.append(&action);
    updateValueActions();
}

void FieldTable::updateValueActions()
{
    const auto field = currentField();
    const bool isReadable = field && (field->hidden.isNull() || m_model->areSecretsShown());
    for (QAction *const action : std::as_const(m_valueActions))
        action->setEnabled(isReadable);
}

std::optional<Field> FieldTable::currentField() const
{
    return currentIndex().isValid() ? std::optional(fields().at(currentIndex().row()))
                                    : std::nullopt;
}

qsizetype FieldTable::setFilter(const QString &text)
{
    qsizetype shown = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Field &field = fields().at(row);
        const bool isWanted = field.name.contains(text, Qt::CaseInsensitive)
            || field.told(m_model->areSecretsShown()).contains(text, Qt::CaseInsensitive);
        setRowHidden(row, !isWanted);
        shown += isWanted ? 1 : 0;
    }
    return shown;
}

void FieldTable::addCopyAction(const QString &text, const QKeySequence &shortcut,
                               QString (*textOf)(const Field &, bool areSecretsShown))
{
    auto *const action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, textOf] {
        const auto field = currentField();
        if (!field)
            return;
        const QString told = textOf(*field, m_model->areSecretsShown());
        QGuiApplication::clipboard()->setText(told);
        emit copied(told != textOf(*field, true));
    });
    addAction(action);
}

void FieldTable::applyFont()
{
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    fitNames();
    fitHeight();
}

// Wide enough for the names, but never so wide that they push the values out of sight.
void FieldTable::fitNames()
{
    const int unit = fontMetrics().averageCharWidth();
    int width = unit * 12;
    for (const Field &field : fields())
        width = std::max(width, fontMetrics().horizontalAdvance(printable(field.name)) + unit * 4);
    setColumnWidth(FieldModel::NameColumn, std::min(width, unit * 36));
}

void FieldTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

} // namespace Gui
