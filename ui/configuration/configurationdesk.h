// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/publication.h"

#include <QAction>
#include <QObject>

namespace Gui {

class DestinationModel;
class Facts;
class ImportDialog;
class Requests;

/// What a person can do with the destinations as a whole: write them to a file, take them in from
/// one.
///
/// Borrows: model, facts and requests; dialogs open above \a window.
class ConfigurationDesk final : public QObject
{
    Q_OBJECT

public:
    ConfigurationDesk(const DestinationModel &model, Facts &facts, Requests &requests,
                      QWidget &window);

    QAction *const exportAll;
    QAction *const importFile;

    ImportDialog *openImport(const QString &path); ///< Shows what the file would do.

private:
    void openExport();
    void chooseFile();

    const DestinationModel &m_model;
    Facts &m_facts;
    Requests &m_requests;
    QWidget &m_window;
    Core::Ticket m_lastTicket = 0;
};

} // namespace Gui
