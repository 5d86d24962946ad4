// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/textsource.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <memory>

namespace Gui {

/// Text to be read, selected and copied, of any length: its beginning is there at once, and more
/// as somebody scrolls on. Copying brings back the line ends that came, and no line end where a
/// long line was only broken to be shown.
class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(const QString &accessibleName, QWidget *parent = nullptr);
    ~TextView() override;

    void setSource(std::unique_ptr<TextSource> source);
    bool isWhole() const { return !m_source; } ///< Nothing more is to come.
    void grow(); ///< Takes the next piece.

    bool isWrapped() const { return lineWrapMode() != NoWrap; }
    void setWrapped(bool isWrapped);

    static LineEnd endOf(const QTextBlock &block);

signals:
    void grown();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void append(const QList<TextLine> &lines);
    void growIfNearEnd();
    void applyFont();
    void applyInks();

    std::unique_ptr<TextSource> m_source; ///< null once all of it is shown
    QTimer m_growth;
};

} // namespace Gui
