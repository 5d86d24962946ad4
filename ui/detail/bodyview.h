// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Gui {

/// A body, never altered: Raw shows its text, Pretty spaces JSON out without touching a token, Hex
/// shows the bytes. Of a large body the beginning is shown; copying takes all of it.
class BodyView final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        Pretty,
        Raw,
        Hex,
    };
    static constexpr qsizetype ShownTextBytes = 1'000'000;
    static constexpr qsizetype ShownHexBytes = 65'536;

    explicit BodyView(const QString &accessibleName, QWidget *parent = nullptr);

    /// \a isCut says that more came than was kept. Where there is nothing to show, \a placeholder
    /// says why.
    void showBody(const QByteArray &body, bool isCut, const QString &placeholder);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isPossible(Mode mode) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addModeButton(Mode mode, const QString &text);
    void enableMode(Mode mode, const QString &reasonIfNot);
    void showText();
    QString noteText(qsizetype shownBytes) const;
    void copyBody() const;

    QButtonGroup *m_modes;
    QLabel *m_note;
    QPlainTextEdit *m_text;
    QToolButton *m_copy;
    QByteArray m_body;
    QString m_raw; ///< the text of the beginning; empty where the bytes are not text
    QString m_pretty; ///< empty where it is not JSON
    bool m_isText = false;
    bool m_isCut = false;
    Mode m_mode = Mode::Raw;
};

/// Sixteen bytes a line: offset, hexadecimal, and the printable ones as text.
QString hexDump(const QByteArray &bytes);

} // namespace Gui
