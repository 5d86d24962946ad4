// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/exportdialog.h"

#include "ui/facts.h"
#include "ui/look/confirmation.h"
#include "ui/look/dialogroom.h"
#include "ui/look/format.h"
#include "ui/look/pathfield.h"
#include "ui/look/refusals.h"
#include "ui/requests.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>
#include <array>
#include <utility>

namespace Gui {

namespace {

constexpr qsizetype MostExportNames = 12;
constexpr int OutcomeLines = 2;

/// In the order of the formats.
constexpr std::array Suffixes{QLatin1StringView("har"), QLatin1StringView("jsonl"),
                              QLatin1StringView("csv")};

QString suffixOf(int format)
{
    return Suffixes.at(static_cast<std::size_t>(format));
}

} // namespace

ExportDialog::ExportDialog(Rows rows, Core::Ticket ticket, Facts &facts, Requests &requests,
                           QWidget *parent)
    : QDialog(parent)
    , m_rows(std::move(rows))
    , m_ticket(ticket)
    , m_requests(requests)
    , m_scope(new QButtonGroup(this))
    , m_format(new QComboBox(this))
    , m_path(new PathField(tr("Export to"), usualPath({}, suffixOf(0)), this))
    , m_redacts(new QCheckBox(tr("&Mask what may be secret"), this))
    , m_masked(new QLabel(this))
    , m_seen(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_export(m_buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole))
{
    setWindowTitle(tr("Export"));
    m_format->addItems({tr("HTTP Archive (HAR 1.2)"), tr("JSON Lines"), tr("CSV, without bodies")});
    m_redacts->setChecked(true);
    layOut();
    connect(m_format, &QComboBox::currentIndexChanged, this,
            [this](int format) { m_path->setSuffix(suffixOf(format)); });
    connect(m_path, &PathField::changed, this, &ExportDialog::forgetOutcome);
    connect(m_redacts, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::toggleExport);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&facts, &Facts::exportPreviewed, this, &ExportDialog::takePreview);
    connect(&facts, &Facts::exportAdvanced, this, &ExportDialog::takeProgress);
    confirmByKey(*this, *m_export);
    check();
    askForPreview();
}

void ExportDialog::addScopes(QVBoxLayout &layout)
{
    const auto add = [this, &layout](Scope scope, const QString &text, bool isPossible) {
        auto *const button = new QRadioButton(text, this);
        button->setEnabled(isPossible);
        button->setToolTip(isPossible ? QString() : tr("There are none"));
        m_scope->addButton(button, scope);
        layout.addWidget(button);
    };
    const auto chosen = m_rows.chosen.size();
    add(Chosen,
        chosen == 1 ? tr("The &chosen row") : tr("The &chosen rows (%1)").arg(countText(chosen)),
        chosen > 0);
    add(Shown, tr("The rows that are &shown (%1)").arg(countText(m_rows.shown.size())),
        !m_rows.shown.isEmpty());
    add(Everything, tr("&All that is on record"), true);
    // A single row is chosen wherever one looks; several are so on purpose.
    const Scope likely = chosen > 1 ? Chosen : m_rows.shown.isEmpty() ? Everything : Shown;
    m_scope->button(likely)->setChecked(true);
    connect(m_scope, &QButtonGroup::idToggled, this, [this](int /*id*/, bool isChecked) {
        if (isChecked)
            askForPreview();
    });
}

void ExportDialog::layOut()
{
    auto *const layout = new QVBoxLayout(this);
    addScopes(*layout);
    auto *const form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("F&ile"), m_path);
    for (QLabel *const label : {m_masked, m_seen, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    keepRoom(*m_progress);
    keepRoomFor(OutcomeLines, *m_seen);
    keepRoomFor(OutcomeLines, *m_outcome);
    m_export->setDefault(true);
    for (QAbstractButton *const button : m_buttons->buttons())
        button->setIcon({});
    layout->addLayout(form);
    layout->addWidget(m_redacts);
    layout->addWidget(m_masked);
    layout->addWidget(m_seen);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addWidget(m_buttons);
}

Core::ExportOrder ExportDialog::order() const
{
    Core::ExportOrder order;
    order.ticket = m_ticket;
    order.path = m_path->path();
    order.format = Core::ExportFormat{m_format->currentIndex()};
    order.isRedacted = m_redacts->isChecked();
    if (m_scope->checkedId() == Chosen)
        order.rows = m_rows.chosen;
    else if (m_scope->checkedId() == Shown)
        order.rows = m_rows.shown;
    return order;
}

void ExportDialog::check()
{
    m_masked->setText(
        m_redacts->isChecked()
            ? tr("The values of credentials, cookies and signatures, of all fields that a "
                 "destination brings along, and of queries are masked. Bodies stay as they are. "
                 "Only you may read the file.")
            : tr("Nothing is masked: credentials, signatures and cookies stand in the file. Only "
                 "you may read it."));
    m_seen->setText(m_preview ? seenText() : QString());
    m_seen->setVisible(m_redacts->isChecked());
    const bool hasPath = !m_path->path().isEmpty();
    m_export->setText(m_isExporting ? tr("&Stop") : tr("&Export"));
    m_export->setEnabled(m_isExporting || hasPath);
    m_export->setToolTip(hasPath ? tr("Ctrl+Return") : tr("Name a file first"));
    if (isVisible())
        makeRoom(*this);
}

// What was said of another file does not hold for this one.
void ExportDialog::forgetOutcome()
{
    if (!m_isExporting) {
        m_outcome->clear();
        m_progress->hide();
    }
    check();
}

void ExportDialog::askForPreview()
{
    m_preview.reset();
    check();
    emit m_requests.exportPreviewRequested(order());
}

void ExportDialog::takePreview(const Core::ExportPreview &preview)
{
    if (preview.ticket != m_ticket)
        return;
    m_preview = preview;
    check();
}

/// What is masked in the newest of the rows.
QString ExportDialog::seenText() const
{
    if (m_preview->error)
        return printable(spoken(*m_preview->error));
    if (m_preview->rows == 0)
        return {};
    const QString rows = m_preview->rows == 1
        ? tr("the newest row")
        : tr("the newest %1 rows").arg(countText(m_preview->rows));
    if (m_preview->masked.isEmpty())
        return tr("In %1 there is nothing to mask.").arg(rows);
    QStringList names;
    for (const Core::MaskedName &masked :
         m_preview->masked.first(std::min<qsizetype>(m_preview->masked.size(), MostExportNames))) {
        const bool isNameless = masked.name == QLatin1StringView("?"); // a query without "="
        const QString name = isNameless ? tr("query") : printable(masked.name);
        names.append(
            tr("%1 (%2×)").arg(shortened(name, LongestNameInTitle), countText(masked.count)));
    }
    if (m_preview->masked.size() > MostExportNames)
        names.append(tr("%1 more").arg(countText(m_preview->masked.size() - MostExportNames)));
    return tr("In %1: %2.").arg(rows, names.join(QLatin1StringView(", ")));
}

void ExportDialog::toggleExport()
{
    if (m_isExporting) {
        emit m_requests.exportStopRequested(m_ticket);
        return;
    }
    m_isExporting = true;
    m_progress->setRange(0, 0);
    m_progress->show();
    m_outcome->setText(tr("Counting…"));
    check();
    emit m_requests.exportRequested(order());
}

void ExportDialog::takeProgress(const Core::ExportProgress &progress)
{
    if (progress.ticket != m_ticket)
        return;
    m_progress->setRange(0, static_cast<int>(std::max<qint64>(progress.total, 1)));
    m_progress->setValue(static_cast<int>(progress.written + progress.gone));
    const QString counts
        = tr("%1 of %2 rows written.").arg(countText(progress.written), countText(progress.total));
    if (progress.error)
        m_outcome->setText(printable(spoken(*progress.error)));
    else if (progress.isStopped)
        m_outcome->setText(tr("Stopped; no file was left behind."));
    else
        m_outcome->setText(counts);
    m_isExporting = !progress.isDone;
    check();
}

// What nobody watches any more is given up.
void ExportDialog::done(int result)
{
    if (m_isExporting)
        emit m_requests.exportStopRequested(m_ticket);
    QDialog::done(result);
}

} // namespace Gui
