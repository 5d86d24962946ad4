// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/importdialog.h"

#include "ui/facts.h"
#include "ui/look/confirmation.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"
#include "ui/requests.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

using Core::ImportVerdict;

constexpr int LongestImportCell = 300;
constexpr int ShownDestinations = 9;
constexpr int ImportWidth = 120;
constexpr int LeastImportWidth = 60;
constexpr int LeastDestinations = 3; ///< that have room beside a sentence of many lines
constexpr double NameShare = 0.25; ///< of the room that columns before it leave, at most
constexpr double DetailShare = 0.4; ///< of what a name leaves, where the URLs need the rest

enum ImportColumn {
    ImportVerdictColumn,
    ImportNameColumn,
    ImportUrlColumn,
    ImportDetailColumn,
    ImportColumnCount,
};

QString wordsOf(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::Added:
        return ImportDialog::tr("added");
    case ImportVerdict::Changed:
        return ImportDialog::tr("changed");
    case ImportVerdict::Unchanged:
        return ImportDialog::tr("unchanged");
    case ImportVerdict::Refused:
        return ImportDialog::tr("refused");
    }
    Q_UNREACHABLE();
}

QIcon iconOf(ImportVerdict verdict)
{
    switch (verdict) {
    case ImportVerdict::Added:
        return Gui::iconOf(Glyph::Add, Tone::Good);
    case ImportVerdict::Changed:
        return Gui::iconOf(Glyph::Edit, Tone::Busy);
    case ImportVerdict::Unchanged:
        return Gui::iconOf(Glyph::Never, Tone::Muted);
    case ImportVerdict::Refused:
        return Gui::iconOf(Glyph::Failed, Tone::Bad);
    }
    Q_UNREACHABLE();
}

QString inPlace(const Core::Error &error)
{
    return error.field.isEmpty() ? spoken(error)
                                 : error.field + QLatin1StringView(": ") + spoken(error);
}

QString detailOf(const Core::ImportEntry &entry)
{
    if (entry.error)
        return inPlace(*entry.error);
    QStringList parts;
    if (!entry.changes.isEmpty())
        parts.append(entry.changes.join(QLatin1StringView(", ")));
    if (entry.keepsSecret)
        parts.append(ImportDialog::tr("its secret stays as it is here"));
    return parts.join(QLatin1StringView("; "));
}

/// What is no sentence stays on one line; the end of a URL tells as much as its beginning.
class OneLineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features &= ~QStyleOptionViewItem::WrapText;
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

ImportDialog::ImportDialog(Core::ConfigurationOrder order, Facts &facts, Requests &requests,
                           QWidget *parent)
    : QDialog(parent)
    , m_order(std::move(order))
    , m_requests(requests)
    , m_entries(new QTableWidget(0, ImportColumnCount, this))
    , m_summary(new QLabel(this))
    , m_outcome(new QLabel(this))
{
    setWindowTitle(tr("Import configuration"));
    layOut();
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    connect(&facts, &Facts::importPreviewed, this, &ImportDialog::takePreview);
    connect(&facts, &Facts::configurationAnswered, this, &ImportDialog::takeAnswer);
    confirmByKey(*this, *m_import);
    showState();
    emit m_requests.importPreviewRequested(m_order);
}

void ImportDialog::layOut()
{
    for (QLabel *const label : {m_summary, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    dressTable();
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_import->setDefault(true);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_entries, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    const int more = rowHeightOf(fontMetrics()) * (ShownDestinations - LeastDestinations);
    const QSize wanted(fontMetrics().averageCharWidth() * ImportWidth,
                       minimumSizeHint().height() + more);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

void ImportDialog::dressTable()
{
    m_entries->setHorizontalHeader(new FlatHeader(m_entries, HeadedCells::Usual));
    m_entries->setHorizontalHeaderLabels({tr("What"), tr("Name"), tr("URL"), tr("Why")});
    m_entries->setAccessibleName(tr("What would become of each destination"));
    m_entries->setEditTriggers(QTableWidget::NoEditTriggers);
    m_entries->setSelectionBehavior(QTableWidget::SelectRows);
    m_entries->setSelectionMode(QTableWidget::SingleSelection);
    m_entries->setTabKeyNavigation(false);
    m_entries->setShowGrid(false);
    m_entries->setWordWrap(true);
    for (const ImportColumn column : {ImportVerdictColumn, ImportNameColumn, ImportUrlColumn})
        m_entries->setItemDelegateForColumn(column, new OneLineDelegate(m_entries));
    m_entries->verticalHeader()->hide();
    m_entries->verticalHeader()->setMinimumSectionSize(rowHeightOf(fontMetrics()));
    m_entries->horizontalHeader()->setStretchLastSection(true);
    m_entries->setMinimumSize(fontMetrics().averageCharWidth() * LeastImportWidth,
                              rowHeightOf(fontMetrics()) * (LeastDestinations + 1));
    m_settling.setSingleShot(true);
    connect(m_entries->horizontalHeader(), &QHeaderView::sectionResized, &m_settling,
            [this] { m_settling.start(0); });
    connect(&m_settling, &QTimer::timeout, m_entries, &QTableWidget::resizeRowsToContents);
}

/// As wide as what they hold. Where that is too much the URLs have what the sentences, which may
/// stand on several lines, can spare.
void ImportDialog::fitColumns()
{
    const QAbstractItemView &view = *m_entries;
    int room = m_entries->viewport()->width();
    const auto wanted = [&](ImportColumn column) {
        return std::max(m_entries->horizontalHeader()->sectionSizeHint(column),
                        view.sizeHintForColumn(column) + fontMetrics().averageCharWidth());
    };
    const auto fit = [&](ImportColumn column, int most) {
        const int width = std::min(wanted(column), most);
        m_entries->setColumnWidth(column, width);
        room -= width;
    };
    fit(ImportVerdictColumn, room);
    fit(ImportNameColumn, static_cast<int>(NameShare * room));
    fit(ImportUrlColumn,
        room - std::min(wanted(ImportDetailColumn), static_cast<int>(DetailShare * room)));
    // By itself the last one takes what is left, but gives nothing back.
    m_entries->setColumnWidth(ImportDetailColumn, room);
    m_settling.start(0);
}

void ImportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitColumns();
}

void ImportDialog::addEntry(const Core::ImportEntry &entry)
{
    const int row = m_entries->rowCount();
    m_entries->insertRow(row);
    const auto set = [this, row](ImportColumn column, const QString &text) {
        // Of a URL the delegate leaves out the middle.
        const QString whole = printable(text);
        auto *const cell = new QTableWidgetItem(
            column == ImportUrlColumn ? whole : shortened(whole, LongestImportCell));
        cell->setToolTip(plainToolTip(whole));
        m_entries->setItem(row, column, cell);
    };
    set(ImportVerdictColumn, wordsOf(entry.verdict));
    set(ImportNameColumn, entry.name);
    set(ImportUrlColumn, entry.url);
    set(ImportDetailColumn, detailOf(entry));
    m_entries->item(row, ImportVerdictColumn)->setIcon(iconOf(entry.verdict));
}

void ImportDialog::takePreview(const Core::ImportPreview &preview)
{
    if (preview.ticket != m_order.ticket)
        return;
    m_preview = preview;
    m_entries->setRowCount(0);
    for (const Core::ImportEntry &entry : preview.entries)
        addEntry(entry);
    fitColumns();
    showState();
}

qsizetype ImportDialog::countOf(ImportVerdict verdict) const
{
    return std::count_if(
        m_preview->entries.begin(), m_preview->entries.end(),
        [verdict](const Core::ImportEntry &entry) { return entry.verdict == verdict; });
}

QString ImportDialog::summary() const
{
    const QString file
        = shortened(printable(QFileInfo(m_order.path).fileName()), LongestImportCell);
    if (!m_preview)
        return tr("Reading %1…").arg(file);
    if (m_preview->error)
        return file + QLatin1StringView(": ") + printable(inPlace(*m_preview->error));
    if (m_isImported)
        return tr("%1 was imported.").arg(file);
    const QString counts = tr("%1 would be added, %2 changed, %3 stay as they are.")
                               .arg(countText(countOf(ImportVerdict::Added)),
                                    countText(countOf(ImportVerdict::Changed)),
                                    countText(countOf(ImportVerdict::Unchanged)));
    const qsizetype refused = countOf(ImportVerdict::Refused);
    if (refused == 0)
        return file + QLatin1StringView(": ") + counts;
    return tr("%1: %2 refused, so nothing was imported. Correct the file and choose it again.")
        .arg(file, countText(refused));
}

void ImportDialog::showState()
{
    m_summary->setText(summary());
    const bool isReadable = m_preview && !m_preview->error;
    const bool isRefused = isReadable && countOf(ImportVerdict::Refused) > 0;
    const qsizetype count
        = isReadable ? countOf(ImportVerdict::Added) + countOf(ImportVerdict::Changed) : 0;
    m_import->setEnabled(!isRefused && count > 0 && !m_isUnderWay && !m_isDone);
    m_import->setToolTip(m_import->isEnabled() ? tr("Ctrl+Return")
                             : m_isDone        ? tr("It is done")
                             : isRefused       ? tr("The file has destinations that are refused")
                                               : tr("There is nothing to import"));
}

void ImportDialog::import()
{
    m_isUnderWay = true;
    showState();
    emit m_requests.importRequested(m_order.ticket);
}

void ImportDialog::takeAnswer(const Core::ConfigurationAnswer &answer)
{
    if (answer.ticket != m_order.ticket)
        return;
    m_isUnderWay = false;
    m_isDone = true;
    m_isImported = !answer.error;
    if (answer.error)
        m_outcome->setText(tr("Nothing was imported: %1").arg(printable(inPlace(*answer.error))));
    else
        m_outcome->setText(
            tr("%1 added, %2 changed.").arg(countText(answer.added), countText(answer.changed)));
    showState();
}

} // namespace Gui
