// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/configurationdesk.h"

#include "ui/configuration/importdialog.h"
#include "ui/configuration/writedialog.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"

#include <QFileDialog>

namespace Gui {

ConfigurationDesk::ConfigurationDesk(const DestinationModel &model, Facts &facts,
                                     Requests &requests, QWidget &window)
    : QObject(&window)
    , exportAll(new QAction(tr("Export co&nfiguration…"), this))
    , importFile(new QAction(tr("&Import configuration…"), this))
    , m_model(model)
    , m_facts(facts)
    , m_requests(requests)
    , m_window(window)
{
    exportAll->setObjectName(QStringLiteral("export-configuration"));
    importFile->setObjectName(QStringLiteral("import-configuration"));
    importFile->setShortcut(QKeySequence::Open);
    exportAll->setToolTip(tr("Write all destinations with their settings to a file"));
    importFile->setToolTip(tr("Add or change destinations as a file says"));
    connect(exportAll, &QAction::triggered, this, &ConfigurationDesk::openExport);
    connect(importFile, &QAction::triggered, this, &ConfigurationDesk::chooseFile);
}

void ConfigurationDesk::openExport()
{
    auto *const dialog
        = new WriteDialog(m_model.count(), ++m_lastTicket, m_facts, m_requests, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ConfigurationDesk::chooseFile()
{
    auto *const dialog = new QFileDialog(&m_window, tr("Import configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConfigurationDesk::openImport);
    dialog->open();
}

ImportDialog *ConfigurationDesk::openImport(const QString &path)
{
    auto *const dialog
        = new ImportDialog({++m_lastTicket, path, false}, m_facts, m_requests, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

} // namespace Gui
