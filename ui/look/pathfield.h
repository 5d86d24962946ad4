// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Gui {

/// Where a file is to be written: typed, or looked for. It says when one there would be replaced.
class PathField final : public QWidget
{
    Q_OBJECT

public:
    PathField(QString title, const QString &path, QWidget *parent = nullptr);

    QString path() const; ///< without blanks around it
    void setSuffix(const QString &suffix); ///< also that of the path

signals:
    void changed();

private:
    void warn();
    void browse();

    QString m_title; ///< of the dialog that looks for a file
    QString m_suffix;
    QLineEdit *m_path;
    QLabel *m_warning;
};

/// Among a person's documents, or where there is no folder for them, named after this program, \a
/// purpose and the moment.
QString usualPath(const QString &purpose, const QString &suffix);

} // namespace Gui
