// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QByteArrayList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Gui {

/// Where a body is written. What it gives back are the very bytes that will be sent: text as UTF-8
/// with the line ends that it came with. A body that no editor could give back unchanged is shown
/// as bytes and kept as it is. A line below says how large it is and where its JSON is at fault.
class BodyEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit BodyEditor(QWidget *parent = nullptr);

    void setBody(const QByteArray &body);
    QByteArray body() const;
    bool isEditable() const;

    void setContentType(const QString &contentType); ///< Tells whether JSON is expected.

    /// From now on lines that are not in \a original are marked, and counted below.
    void setOriginal(const QByteArray &original);

    QString remark() const; ///< what the line below says

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void review();
    void respace();
    void showRemark(Tone tone, const QString &text);
    int markDifferences(); ///< How many lines differ.

    QPlainTextEdit *m_text;
    QToolButton *m_format;
    QToolButton *m_goToFault;
    QLabel *m_glyph;
    QLabel *m_remark;
    QByteArray m_untouched; ///< what is given back while it cannot be edited
    QByteArray m_lineEnd = QByteArrayLiteral("\n");
    QByteArrayList m_originalLines;
    bool m_hasOriginal = false;
    bool m_isJson = true;
    qsizetype m_faultPosition = -1; ///< in characters; -1 for none
};

} // namespace Gui
