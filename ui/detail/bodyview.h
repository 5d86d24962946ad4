// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/aside.h"
#include "ui/detail/bodytraits.h"
#include "ui/detail/fieldchoice.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace Gui {

class FindBar;
class ImageView;
class JsonTree;
class TextView;

/// A body, never altered: Raw shows its text, Pretty spaces JSON out without touching a token, Tree
/// unfolds it, Hex shows the bytes, Image what they paint. Of a large body the beginning is there
/// at once, and the rest as somebody scrolls; what takes long is read beside the screen.
class BodyView final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        Pretty,
        Tree,
        Raw,
        Hex,
        Image,
    };
    static constexpr int ModeCount = 5;

    explicit BodyView(const QString &accessibleName, QWidget *parent = nullptr);

    void showBody(const ShownBody &body);
    const QByteArray &bytes() const { return m_body.bytes; }

    Mode mode() const { return m_mode; }
    /// What somebody wants to see, of later bodies too wherever it is possible.
    void setMode(Mode mode);
    bool isPossible(Mode mode) const;

    bool isWrapped() const;
    void setWrapped(bool isWrapped);

    FindBar *finder(); ///< Shows a mode that it can look through first.
    bool closeFinder(); ///< False where it was not in sight.
    JsonTree *tree() const { return m_tree; }

private:
    QToolButton *addButton(const QString &text);
    void layOut();
    void enableModes();
    QString reasonAgainst(Mode mode) const;
    Mode bestMode() const;
    void showMode(Mode mode);
    void readAside();
    void takeCheck(const BodyCheck &check);
    void showContent();
    void showTree();
    void showText();
    void offerValue(QMenu &menu, qint64 place);
    QString noteText() const;
    QString whyBytes() const;
    void copyBody() const;

    QButtonGroup *m_modes;
    QLabel *m_note;
    QToolButton *m_wrap;
    QToolButton *m_copy;
    QStackedWidget *m_stack;
    TextView *m_text;
    JsonTree *m_tree;
    ImageView *m_image;
    FindBar *m_finder;
    ShownBody m_body;
    BodyTraits m_traits;
    BodyCheck m_check;
    Aside m_checking;
    Aside m_indexing;
    bool m_isIndexed = false; ///< the tree shows this body
    bool m_isTooLong = false; ///< for a tree
    Mode m_mode = Mode::Raw;
    std::optional<Mode> m_wanted; ///< once somebody has chosen
};

} // namespace Gui
