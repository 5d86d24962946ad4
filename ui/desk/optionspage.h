// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/keptoptions.h"

#include <QMap>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace Gui {

/// One option of the command line, as a page of preferences shows it.
struct OptionField
{
    QString name; ///< of the option
    QString label;
    QString usual; ///< what holds when nothing is kept; empty for one that is on or off
    QString hint; ///< what it may say
};

/// Options that are kept for the next start. What an option may not say is told at once and not
/// kept; what the command line has said instead for this run is told beside it.
class OptionsPage final : public QWidget
{
    Q_OBJECT

public:
    OptionsPage(const QList<OptionField> &fields, const Core::KeptOptions &options,
                QWidget *parent = nullptr);

signals:
    /// \a text is empty for what is usual again.
    void optionChanged(const QString &name, const QString &text);

private:
    void addSwitch(const OptionField &field, bool isOn);
    void addText(const OptionField &field, const QString &text, const QString &given);

    QGridLayout *m_grid;
};

} // namespace Gui
