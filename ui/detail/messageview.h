// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/redaction.h"
#include "ui/detail/bodytraits.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSettings;
class QSplitter;
class QToolButton;

namespace Gui {

class BodyView;
class FieldTable;

/// A button for the bar above what \a showSecrets hides.
QToolButton *makeSecretsButton(QAction &showSecrets, QWidget *parent);

/// One HTTP message: its headers above, to be narrowed by a word, its body below.
class MessageView final : public QWidget
{
    Q_OBJECT

public:
    MessageView(const QString &headersName, const QString &bodyName, QWidget *parent = nullptr);

    void showMessage(const Core::HeaderList &headers, Core::Sender sender, const ShownBody &body);
    /// Headers that hold secrets are hidden unless \a showSecrets is checked; it gets a button.
    void offerSecrets(QAction &showSecrets);

    void restoreFrom(const QSettings &settings,
                     const QString &group); ///< the shape that saveTo() left
    void saveTo(QSettings &settings, const QString &group) const;

    FieldTable *headers() const { return m_headers; }
    BodyView *body() const { return m_body; }

private:
    QWidget *makeHeaders();
    void narrow();

    QSplitter *m_splitter;
    QHBoxLayout *m_bar;
    QLabel *m_count;
    QLineEdit *m_filter;
    FieldTable *m_headers;
    BodyView *m_body;
};

} // namespace Gui
