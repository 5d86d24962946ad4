// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/header.h"

#include <QByteArrayList>
#include <QWidget>

#include <optional>

class QPlainTextEdit;

namespace Gui {

/// Where headers of one's own are written, one a line.
class HeaderField final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderField(QWidget *parent = nullptr);

    void setHeaders(const Core::HeaderList &headers);

    /// Errors: names the line that is no header. Whether they may be sent is not judged here.
    Core::Result<Core::HeaderList> headers() const;

    /// From now on lines that are not among \a original are marked, and counted for those who do
    /// not see it.
    void setOriginal(const Core::HeaderList &original);

    void setLeastLines(int lines); ///< Where the screen has room for no more; else three.

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void markDifferences();

    QPlainTextEdit *m_text;
    Core::HeaderList m_shown; ///< as they were before anybody touched them
    QString m_shownText;
    std::optional<QByteArrayList> m_originalLines;
    int m_leastLines;
};

} // namespace Gui
