// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/bodyview.h"

#include "ui/detail/findbar.h"
#include "ui/detail/imageview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/prettyplace.h"
#include "ui/detail/textview.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace Gui {

namespace {

constexpr int LeastBodyHeight = 48; ///< two or three lines
constexpr int LongestPathInMenu = 60;

} // namespace

BodyView::BodyView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_modes(new QButtonGroup(this))
    , m_note(new QLabel(this))
    , m_wrap(addButton(tr("Wrap")))
    , m_copy(addButton(tr("Copy body")))
    , m_stack(new QStackedWidget(this))
    , m_text(new TextView(accessibleName, this))
    , m_tree(new JsonTree(tr("%1 as a tree").arg(accessibleName), this))
    , m_image(new ImageView(tr("%1 as an image").arg(accessibleName), this))
    , m_finder(new FindBar(*m_text, this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_wrap->setCheckable(true);
    m_wrap->setChecked(true);
    m_wrap->setToolTip(tr("Breaks lines that are longer than the window is wide"));
    setGlyph(*m_copy, Glyph::Copy);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layOut();
    connect(m_copy, &QToolButton::clicked, this, &BodyView::copyBody);
    connect(m_wrap, &QToolButton::toggled, m_text,
            [this](bool isWrapped) { m_text->setWrapped(isWrapped && m_wrap->isEnabled()); });
    connect(m_text, &TextView::grown, this, [this] { m_note->setText(noteText()); });
    connect(m_text, &TextView::menuOpening, this, &BodyView::offerValue);
    connect(m_finder, &FindBar::textWanted, this, &BodyView::showText);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { setMode(Mode{id}); });
}

QToolButton *BodyView::addButton(const QString &text)
{
    auto *const button = new QToolButton(this);
    button->setText(text);
    button->setAutoRaise(true);
    button->setMinimumSize(24, 24);
    return button;
}

void BodyView::layOut()
{
    auto *const bar = new QHBoxLayout;
    bar->setSpacing(0);
    const QStringList names{tr("Pretty"), tr("Tree"), tr("Raw"), tr("Hex"), tr("Image")};
    for (int mode = 0; mode < ModeCount; ++mode) {
        QToolButton *const button = addButton(names.at(mode));
        button->setCheckable(true);
        m_modes->addButton(button, mode);
        bar->addWidget(button);
    }
    bar->addSpacing(12);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_wrap);
    bar->addWidget(m_copy);
    m_stack->setMinimumHeight(LeastBodyHeight);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_image);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_finder);
}

void BodyView::showBody(const ShownBody &body)
{
    if (body == m_body && !body.bytes.isEmpty())
        return;
    m_body = body;
    m_traits = inspectBody(body);
    m_check = {};
    m_checking.cancel();
    m_indexing.cancel();
    m_isIndexed = false;
    m_isTooLong = false;
    m_tree->setIndex(nullptr);
    if (m_traits.isText)
        readAside();
    m_mode = bestMode();
    enableModes();
    showContent();
}

// What is small is read at once, so that nothing flickers.
void BodyView::readAside()
{
    if (m_body.bytes.size() <= InspectedBytes) {
        m_check = checkBody(m_body, m_traits);
        return;
    }
    m_checking.run<BodyCheck>(
        [body = m_body, traits = m_traits](const Aside::IsCancelled & /*isCancelled*/) {
            return checkBody(body, traits);
        },
        [this](const BodyCheck &check) { takeCheck(check); });
}

void BodyView::takeCheck(const BodyCheck &check)
{
    m_check = check;
    if (m_mode == Mode::Tree && !isPossible(Mode::Tree))
        showMode(Mode::Pretty);
    enableModes();
    m_note->setText(noteText());
}

bool BodyView::isPossible(Mode mode) const
{
    return reasonAgainst(mode).isEmpty();
}

QString BodyView::reasonAgainst(Mode mode) const
{
    const bool isUnread = m_body.bytes.size() > LargestReadBody;
    const bool isToRead = mode != Mode::Image && mode != Mode::Hex;
    if (isToRead && !isUnread && !m_traits.isText)
        return tr("This body %1, so it is not text: see Hex").arg(m_traits.whyNoText);
    switch (mode) {
    case Mode::Pretty:
    case Mode::Tree:
        if (isUnread)
            return tr("This body is too large to be read");
        if (m_isTooLong && mode == Mode::Tree)
            return tr("This body holds too many values for a tree");
        if (m_check.fault && mode == Mode::Tree)
            return tr("This body is not JSON throughout");
        return m_traits.isJson ? QString() : tr("This body is not JSON");
    case Mode::Raw:
        return isUnread ? tr("This body is too large to be read") : QString();
    case Mode::Image:
        return m_traits.isImage ? QString() : tr("This body is not an image");
    case Mode::Hex:
        break;
    }
    return {};
}

BodyView::Mode BodyView::bestMode() const
{
    if (m_wanted && isPossible(*m_wanted))
        return *m_wanted;
    for (const Mode mode : {Mode::Image, Mode::Pretty, Mode::Raw}) {
        if (isPossible(mode))
            return mode;
    }
    return Mode::Hex;
}

void BodyView::enableModes()
{
    for (int mode = 0; mode < ModeCount; ++mode) {
        QAbstractButton *const button = m_modes->button(mode);
        const QString reason = reasonAgainst(Mode{mode});
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
    }
    // Few bodies are images; a button for them would say nothing.
    m_modes->button(static_cast<int>(Mode::Image))->setVisible(m_traits.isImage);
}

void BodyView::setMode(Mode mode)
{
    if (!isPossible(mode))
        return;
    m_wanted = mode;
    showMode(mode);
}

void BodyView::showMode(Mode mode)
{
    if (mode == m_mode || !isPossible(mode))
        return;
    m_mode = mode;
    showContent();
}

bool BodyView::isWrapped() const
{
    return m_wrap->isChecked();
}

void BodyView::setWrapped(bool isWrapped)
{
    m_wrap->setChecked(isWrapped);
}

void BodyView::showContent()
{
    m_modes->button(static_cast<int>(m_mode))->setChecked(true);
    m_text->setPlaceholderText(m_body.placeholder);
    QWidget *shown = m_text;
    switch (m_mode) {
    case Mode::Pretty:
        m_text->setSource(std::make_unique<PrettySource>(m_body.bytes, m_body.isCut));
        break;
    case Mode::Raw:
        m_text->setSource(std::make_unique<RawSource>(m_body.bytes, m_traits.encoding));
        break;
    case Mode::Hex:
        m_text->setSource(std::make_unique<HexSource>(m_body.bytes));
        break;
    case Mode::Tree:
        shown = m_tree;
        showTree();
        break;
    case Mode::Image:
        shown = m_image;
        m_image->showImage(m_body.bytes);
        break;
    }
    m_stack->setCurrentWidget(shown);
    // The columns of a dump would be lost.
    const bool mayWrap = shown == m_text && m_mode != Mode::Hex;
    m_wrap->setEnabled(mayWrap);
    m_text->setWrapped(mayWrap && m_wrap->isChecked());
    m_copy->setEnabled(!m_body.bytes.isEmpty() && m_body.bytes.size() <= LargestReadBody);
    m_copy->setToolTip(m_body.bytes.isEmpty() ? tr("There is no body") : QString());
    m_note->setText(noteText());
}

void BodyView::showTree()
{
    if (m_isIndexed)
        return;
    const auto read = [body = m_body](const Aside::IsCancelled &isCancelled) {
        return JsonIndex::read(body.bytes, body.isCut, isCancelled);
    };
    const auto take = [this](const std::shared_ptr<const JsonIndex> &index) {
        m_isIndexed = index != nullptr;
        m_isTooLong = !m_isIndexed;
        m_tree->setIndex(index);
        enableModes();
        if (!m_isIndexed && m_mode == Mode::Tree)
            showMode(Mode::Pretty);
        m_note->setText(noteText());
    };
    if (m_body.bytes.size() <= InspectedBytes)
        take(read([] { return false; }));
    else
        m_indexing.run<std::shared_ptr<const JsonIndex>>(read, take);
}

/// What the tree offers for a value, where somebody points at it in the text; as long as finding it
/// takes no time.
void BodyView::offerValue(QMenu &menu, qint64 place)
{
    if (m_mode != Mode::Pretty || !isPossible(Mode::Tree) || m_body.bytes.size() > InspectedBytes)
        return;
    const auto value = valueAt(place, m_body.bytes, m_body.isCut);
    showTree();
    if (!value || !m_isIndexed)
        return;
    QString path = shortened(printable(m_tree->point(*value)), LongestPathInMenu);
    if (path.isEmpty())
        return;
    menu.addSeparator();
    menu.addAction(path.replace(u'&', QStringLiteral("&&")))->setEnabled(false);
    // What has a key is the text's own here.
    for (QAction *const action : m_tree->actions()) {
        if (action->shortcut().isEmpty())
            menu.addAction(action);
    }
}

/// What is compressed is never taken apart, since it would no longer be what came.
QString BodyView::whyBytes() const
{
    if (m_body.bytes.size() > LargestReadBody)
        return tr("too large to be read");
    const QString encoding = QString::fromLatin1(m_body.contentEncoding).trimmed().toLower();
    if (!encoding.isEmpty() && encoding != QLatin1StringView("identity"))
        return tr("compressed with %1; shown as it came").arg(shortened(printable(encoding), 40));
    return tr("not text: %1").arg(m_traits.whyNoText);
}

QString BodyView::noteText() const
{
    QStringList notes{sizeText(m_body.bytes.size())};
    if (m_traits.isText && !m_body.bytes.isEmpty())
        notes.append(m_traits.charset);
    else if (!m_body.bytes.isEmpty() && !m_traits.isImage)
        notes.append(whyBytes());
    if (m_check.fault)
        notes.append(tr("no JSON from line %1, column %2: %3")
                         .arg(countText(m_check.faultPlace.line),
                              countText(m_check.faultPlace.column), m_check.fault->reason));
    if (!m_check.isUtf8)
        notes.append(tr("holds bytes that are not UTF-8, see Hex"));
    if (m_traits.isDeceptive)
        notes.append(tr("holds invisible or direction-turning characters, see Hex"));
    if (m_mode == Mode::Tree && !m_isIndexed)
        notes.append(tr("reading…"));
    else if (m_stack->currentWidget() == m_text && !m_text->isWhole())
        notes.append(tr("more follows as you scroll"));
    if (m_body.isCut)
        notes.append(tr("more came than was kept"));
    return notes.join(QStringLiteral(" · "));
}

/// Of what is shown as a tree, words are found in its text.
void BodyView::showText()
{
    if (m_stack->currentWidget() != m_text)
        showMode(m_traits.isJson ? Mode::Pretty : Mode::Hex);
}

FindBar *BodyView::finder()
{
    showText();
    return m_finder;
}

bool BodyView::closeFinder()
{
    if (!m_finder->isVisible())
        return false;
    m_finder->close();
    return true;
}

void BodyView::copyBody() const
{
    const auto &bytes = m_body.bytes;
    if (m_traits.isText) {
        QStringDecoder decoder(m_traits.encoding, QStringConverter::Flag::ConvertInitialBom);
        QGuiApplication::clipboard()->setText(decoder(bytes));
        return;
    }
    HexSource source(bytes);
    QString text;
    for (const TextLine &line : source.next(std::numeric_limits<qsizetype>::max()))
        text += line.text + toString(line.end);
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Gui
