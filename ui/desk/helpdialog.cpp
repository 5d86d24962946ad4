// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/helpdialog.h"

#include "ui/desk/shortcutbook.h"
#include "ui/filter/completion.h"
#include "ui/look/fieldtable.h"
#include "ui/look/plainlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr int HelpLetters = 84;
constexpr int HelpLines = 32;

QList<Field> keyFields(const ShortcutBook &book)
{
    QList<Field> fields;
    for (const GroupedAction &grouped : book.actions()) {
        if (grouped.action && !grouped.action->shortcut().isEmpty())
            fields.append({lastingName(*grouped.action), shortcutText(*grouped.action)});
    }
    return fields;
}

QList<Field> filterFields()
{
    QList<Field> fields{
        {QStringLiteral("refused"), HelpDialog::tr("a word in names, types, ids or errors")},
        {QStringLiteral("\"not found\""), HelpDialog::tr("words with blanks between them")},
        {QStringLiteral("/^5\\d\\d/"), HelpDialog::tr("a regular expression")},
        {QStringLiteral("-is:heartbeat"), HelpDialog::tr("all but these")},
        {QStringLiteral("a b"), HelpDialog::tr("both")},
        {QStringLiteral("a or b"), HelpDialog::tr("either")},
        {QStringLiteral("(a or b) c"), HelpDialog::tr("what stands in brackets first")},
    };
    for (const Core::FilterKey key : Core::filterKeys())
        fields.append({Core::keyText(key), keyHint(key)});
    return fields;
}

} // namespace

HelpDialog::HelpDialog(const ShortcutBook &book, QWidget *parent)
    : QDialog(parent)
    , m_pages(new QTabWidget(this))
{
    setWindowTitle(tr("Hookpost help"));
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(windowTitle());
    m_pages->insertTab(StepsPage, makeSteps(), tr("First steps"));
    m_pages->insertTab(KeysPage, makeKeys(book), tr("Keys"));
    m_pages->insertTab(FilterPage, makeFilter(), tr("Filter"));
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(QSize(metrics.averageCharWidth() * HelpLetters, metrics.lineSpacing() * HelpLines)
               .boundedTo(screen()->availableSize() * 9 / 10));
}

HelpDialog::Page HelpDialog::page() const
{
    return Page{m_pages->currentIndex()};
}

void HelpDialog::setPage(Page page)
{
    m_pages->setCurrentIndex(page);
}

void HelpDialog::offerSteps(bool isPossible)
{
    m_showSteps->setVisible(isPossible);
}

QWidget *HelpDialog::makeSteps()
{
    auto *const page = new QWidget(this);
    auto *const layout = new QVBoxLayout(page);
    for (const QString &step :
         {tr("1. Add a destination: the address that webhooks go to. A command in a terminal can "
             "register one as well."),
          tr("2. Send it a test. What was sent and what came back is a row of the list."),
          tr("3. Choose a row to see all of it below: both messages, where the time went, what is "
             "probably wrong."),
          tr("4. Fix the receiver, and send the row again."),
          tr("A bin is a receiver that is built in, for trying things out without one of your "
             "own.")})
        layout->addWidget(plainLabel(step, page));
    m_showSteps = new QPushButton(tr("&Show the first steps"), page);
    m_showSteps->setAutoDefault(false);
    connect(m_showSteps, &QPushButton::clicked, this, &HelpDialog::firstStepsRequested);
    layout->addSpacing(6);
    layout->addWidget(m_showSteps, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return page;
}

QWidget *HelpDialog::makeKeys(const ShortcutBook &book)
{
    auto *const keys = new FieldTable(tr("Actions and their keys"), this);
    keys->setFields(keyFields(book));
    return keys;
}

QWidget *HelpDialog::makeFilter()
{
    auto *const page = new QWidget(this);
    auto *const terms = new FieldTable(tr("What a filter may say"), page);
    terms->setFields(filterFields());
    auto *const layout = new QVBoxLayout(page);
    layout->addWidget(plainLabel(tr("A filter is made of words and of keys with values. The field "
                                    "offers what fits while you type; the arrow down shows all."),
                                 page));
    layout->addWidget(terms, 1);
    return page;
}

} // namespace Gui
