// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preferencesdialog.h"

#include "ui/desk/actionlist.h"
#include "ui/desk/appearancepage.h"
#include "ui/desk/colourspage.h"
#include "ui/desk/generalpage.h"
#include "ui/desk/optionspage.h"
#include "ui/desk/shortcuteditor.h"
#include "ui/look/format.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>

namespace Gui {

namespace {

constexpr int TitleMargin = 12; ///< beside the words, both sides together
constexpr int PreferencesWidth = 110;
constexpr int HeightInLines = 38;

/// All that can be read on a page.
QString wordsOn(const QWidget &page)
{
    QStringList words;
    for (const QLabel *const label : page.findChildren<QLabel *>())
        words.append(label->text().remove(u'&'));
    for (const QAbstractButton *const button : page.findChildren<QAbstractButton *>())
        words.append(button->text().remove(u'&'));
    for (const QComboBox *const box : page.findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count(); ++i)
            words.append(box->itemText(i));
    }
    return words.join(u' ');
}

} // namespace

PreferencesDialog::PreferencesDialog(const PreferencesSubject &subject, QWidget *parent)
    : QDialog(parent)
    , m_preferences(subject.preferences)
    , m_options(subject.options)
    , m_search(new QLineEdit(this))
    , m_titles(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search preferences"));
    m_search->setClearButtonEnabled(true);
    m_titles->setAccessibleName(tr("Pages"));
    m_titles->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    addPages(subject);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    auto *const left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_titles, 1);
    const int width = m_titles->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 5;
    m_titles->setFixedWidth(width);
    m_search->setFixedWidth(width);
    auto *const middle = new QHBoxLayout;
    middle->addLayout(left);
    middle->addWidget(m_pages, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::filter);
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    // Enter ends what is typed into a field, and must not press whatever button comes first.
    for (QPushButton *const button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_titles->setCurrentRow(0);
    // At double size the screen may be too small for it; pages scroll.
    resize(QSize(fontMetrics().averageCharWidth() * PreferencesWidth,
                 fontMetrics().lineSpacing() * HeightInLines)
               .boundedTo(screen()->availableSize() * 9 / 10));
}

void PreferencesDialog::addPages(const PreferencesSubject &subject)
{
    addPage(tr("General"), makeGeneral(subject.hasTray));
    addPage(tr("Dispatcher"), makeOptions(makeDispatcher()));
    addPage(tr("API"), makeOptions(makeApi()));
    addPage(tr("History"), makeOptions(makeHistory()));
    addPage(tr("Appearance"), new AppearancePage(subject.appearance, this));
    addPage(tr("Colours"), makeColours());
    addPage(tr("Notifications"), makeNotifications());
    addPage(tr("Shortcuts"), new ShortcutEditor(subject.shortcuts, this));
}

void PreferencesDialog::addPage(const QString &title, QWidget *page)
{
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *const box = new QWidget(scroll);
    auto *const layout = new QVBoxLayout(box);
    auto *const label = new QLabel(title, box);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    layout->addWidget(label);
    layout->addSpacing(6);
    layout->addWidget(page, 1);
    scroll->setWidget(box);
    m_pages->addWidget(scroll);
    auto *const item = new QListWidgetItem(title, m_titles);
    item->setSizeHint({fontMetrics().horizontalAdvance(title) + TitleMargin,
                       fontMetrics().lineSpacing() * 3 / 2});
}

QWidget *PreferencesDialog::makeGeneral(bool hasTray)
{
    auto *const page = new GeneralPage(m_preferences, hasTray, this);
    connect(page, &GeneralPage::closesToTrayChanged, this, [this](bool isWanted) {
        m_preferences.closesToTray = isWanted;
        emit preferencesChanged(m_preferences);
    });
    connect(page, &GeneralPage::goesOnWithoutTrayChanged, this, [this](bool isWanted) {
        m_preferences.goesOnWithoutTray = isWanted;
        emit preferencesChanged(m_preferences);
    });
    connect(page, &GeneralPage::languageChanged, this, [this](const QString &code) {
        m_preferences.language = code;
        emit preferencesChanged(m_preferences);
    });
    connect(page, &GeneralPage::startsAtLoginChanged, this,
            &PreferencesDialog::startsAtLoginChanged);
    return page;
}

QWidget *PreferencesDialog::makeColours()
{
    auto *const page = new ColoursPage(m_preferences.tintsRows, m_preferences.colourRules, this);
    connect(page, &ColoursPage::tintingChanged, this, [this](bool isWanted) {
        m_preferences.tintsRows = isWanted;
        emit preferencesChanged(m_preferences);
    });
    connect(page, &ColoursPage::rulesChanged, this, [this](const QList<ColourRule> &rules) {
        m_preferences.colourRules = rules;
        emit preferencesChanged(m_preferences);
    });
    return page;
}

QWidget *PreferencesDialog::makeNotifications()
{
    auto *const page = new NotificationsPage(m_preferences.silenced, this);
    connect(page, &NotificationsPage::silenceChanged, this,
            [this](NotificationKind kind, bool isSilent) {
                if (isSilent)
                    m_preferences.silenced.insert(kind);
                else
                    m_preferences.silenced.remove(kind);
                emit preferencesChanged(m_preferences);
            });
    return page;
}

QWidget *PreferencesDialog::makeDispatcher()
{
    return new OptionsPage({{QStringLiteral("heartbeat"), tr("&Heartbeat"), QStringLiteral("5s"),
                             tr("The pause between heartbeats, such as 5s or 2m, or off.")},
                            {QStringLiteral("max-in-flight"), tr("&Max. concurrent"),
                             tr("as many as the system allows"),
                             tr("POSTs under way at a time, 1 to %1.").arg(countText(1'000'000))}},
                           m_options, this);
}

QWidget *PreferencesDialog::makeApi()
{
    return new OptionsPage(
        {{QStringLiteral("port"), tr("&Port"), QStringLiteral("8090"),
          tr("Port of the HTTP interface, 0 to 65535; 0 takes a free port.")},
         {QStringLiteral("bin-port"), tr("&Bin port"), QStringLiteral("8091"),
          tr("Port of the built-in receiver, 0 to 65535; 0 takes a free port.")},
         {QStringLiteral("max-body"), tr("&Largest body"), QStringLiteral("1048576"),
          tr("Largest body that the HTTP interface takes, in bytes, up to 32 MiB.")},
         {QStringLiteral("server"), tr("&Server profile"), QString(),
          tr("Sends only to what is globally reachable, not to this machine or its networks; for "
             "when others may register destinations.")},
         {QStringLiteral("allow-destination"), tr("&Allowed ranges"), tr("none"),
          tr("Ranges that the server profile sends to as well, such as 10.0.0.0/8, separated by "
             "commas.")}},
        m_options, this);
}

QWidget *PreferencesDialog::makeHistory()
{
    return new OptionsPage(
        {{QStringLiteral("keep-days"), tr("&Days"), QStringLiteral("7"),
          tr("How many days ended deliveries are kept, or off.")},
         {QStringLiteral("keep-attempts"), tr("&Attempts"), QStringLiteral("1000000"),
          tr("How many attempts are kept, or off.")},
         {QStringLiteral("keep-size"), tr("&Size"), QStringLiteral("2GiB"),
          tr("How large the database may become, such as 512MiB or 2GiB, or off.")}},
        m_options, this);
}

QWidget *PreferencesDialog::makeOptions(QWidget *page)
{
    connect(static_cast<OptionsPage *>(page), &OptionsPage::optionChanged, this,
            [this](const QString &name, const QString &text) {
                QMap<QString, QString> values = m_options.values;
                if (text.isEmpty())
                    values.remove(name);
                else
                    values.insert(name, text);
                if (values == m_options.values)
                    return;
                m_options.values = values;
                emit optionsChanged(values);
            });
    auto *const box = new QWidget(this);
    auto *const note = new QLabel(tr("Changes on this page take effect at the next start, unless "
                                     "the command line overrides them."),
                                  box);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *const open = new QPushButton(tr("&Open configuration file"), box);
    auto *const copy = new QPushButton(tr("&Copy as command line"), box);
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(note);
    layout->addSpacing(6);
    layout->addWidget(page);
    layout->addStretch(1);
    layout->addWidget(open, 0, Qt::AlignLeft);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &PreferencesDialog::openFile);
    connect(copy, &QPushButton::clicked, this, &PreferencesDialog::copyCommand);
    return box;
}

void PreferencesDialog::filter(const QString &words)
{
    int first = -1;
    for (int i = 0; i < m_titles->count(); ++i) {
        const bool isMatch = holdsWords(wordsOn(*m_pages->widget(i)), words);
        m_titles->item(i)->setHidden(!isMatch);
        if (isMatch && first < 0)
            first = i;
    }
    const QListWidgetItem *const current = m_titles->currentItem();
    if (first >= 0 && (current == nullptr || current->isHidden()))
        m_titles->setCurrentRow(first);
}

void PreferencesDialog::showField(const QString &option)
{
    auto *const field = findChild<QWidget *>(option);
    for (int i = 0; i < m_pages->count(); ++i) {
        if (m_pages->widget(i)->isAncestorOf(field))
            m_titles->setCurrentRow(i);
    }
    field->setFocus();
}

void PreferencesDialog::openFile() const
{
    // Nothing was kept so far, but who opens the file wants to write into it.
    QDir().mkpath(QFileInfo(m_options.file).path());
    if (QFile file(m_options.file); !file.exists() && file.open(QIODevice::WriteOnly))
        file.write("[General]\n");
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_options.file));
}

void PreferencesDialog::copyCommand() const
{
    QGuiApplication::clipboard()->setText(
        (QStringList{QStringLiteral("hookpost")} + Core::argumentsOf(m_options.values)).join(u' '));
}

} // namespace Gui
