// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/rowwindowdesk.h"

#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/rowwindow.h"
#include "ui/facts.h"
#include "ui/log/listkeys.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QEvent>
#include <QScreen>
#include <QSettings>

namespace Gui {

namespace {

constexpr QLatin1StringView RowSizeKey{"rowWindow/size"};
constexpr int UsualLetters = 120;
constexpr int UsualLines = 30;

} // namespace

RowWindowDesk::RowWindowDesk(const RowWindowParts &parts, QWidget &window)
    : QObject(&window)
    , open(new QAction(iconOf(Glyph::Window), tr("Open in own &window"), this))
    , m_parts(parts)
    , m_window(window)
{
    LogView &view = *m_parts.panel.view();
    open->setObjectName(QStringLiteral("open-in-own-window"));
    // Enter is the list's alone; elsewhere, such as in the menu bar, it means other things.
    const QAction *const enter = m_parts.panel.keys().add(QStringLiteral("open-from-list"),
                                                          tr("Open in own window (from the list)"),
                                                          {Qt::Key_Return, Qt::Key_Enter});
    connect(enter, &QAction::triggered, this, &RowWindowDesk::enter);
    connect(open, &QAction::triggered, this, [this] {
        for (const Core::LogKey row : chosen())
            openRow(row);
    });
    connect(&view, &QAbstractItemView::doubleClicked, open, &QAction::trigger);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RowWindowDesk::updateAction);
    connect(&m_parts.panel, &LogPanel::selectionChanged, this, &RowWindowDesk::updateAction);
    connect(&m_parts.log, &QAbstractItemModel::dataChanged, this, &RowWindowDesk::updateAction);
    connect(&m_parts.facts, &Facts::statusChanged, this,
            [this](const Core::EngineStatus &status) { m_isDispatching = status.isDispatching; });
    m_window.installEventFilter(this);
    updateAction();
}

RowWindowDesk::~RowWindowDesk()
{
    closeAll();
}

int RowWindowDesk::chosenHead() const
{
    const QItemSelection selection = m_parts.panel.view()->selectionModel()->selection();
    if (selection.size() != 1 || selection.first().height() != 1)
        return -1;
    const int line = selection.first().top();
    return m_parts.log.lineAt(line).isHead ? line : -1;
}

/// Asked at every change of the list, and so without looking at many more than can be opened.
QList<Core::LogKey> RowWindowDesk::chosen() const
{
    QList<Core::LogKey> rows;
    for (const QItemSelectionRange &range : m_parts.panel.view()->selectionModel()->selection()) {
        for (int line = range.top(); line <= range.bottom() && rows.size() <= MostOpened; ++line) {
            for (const Core::LogKey row : m_parts.log.rowsOf(line).mid(0, MostOpened + 1)) {
                if (!rows.contains(row)) // An open line stands above its rows.
                    rows.append(row);
            }
        }
    }
    return rows;
}

QString RowWindowDesk::reasonAgainst(const QList<Core::LogKey> &rows) const
{
    if (rows.isEmpty())
        return tr("Choose a row first");
    if (chosenHead() >= 0)
        return tr("Choose one of the rows behind this line");
    return rows.size() > MostOpened
        ? tr("No more than %1 rows are opened at a time").arg(countText(MostOpened))
        : QString();
}

void RowWindowDesk::updateAction()
{
    const QList<Core::LogKey> rows = chosen();
    const QString reason = reasonAgainst(rows);
    open->setEnabled(reason.isEmpty());
    if (!reason.isEmpty())
        open->setToolTip(reason);
    else if (rows.size() == 1)
        open->setToolTip(
            tr("Show the chosen row in a window of its own, as Enter does in the list"));
    else
        open->setToolTip(
            tr("Show each chosen row in a window of its own, as Enter does in the list"));
    open->setStatusTip(open->toolTip());
}

void RowWindowDesk::enter()
{
    const int head = chosenHead();
    if (head >= 0)
        return m_parts.panel.view()->toggle(head);
    if (open->isEnabled())
        open->trigger();
    else
        emit refused(open->toolTip());
}

RowWindow *RowWindowDesk::openRow(const Core::LogKey &row)
{
    if (row.isNull())
        return nullptr;
    m_windows.removeAll(nullptr);
    for (const QPointer<RowWindow> &window : std::as_const(m_windows)) {
        if (window->row() != row)
            continue;
        window->raise();
        window->activateWindow();
        return window;
    }
    auto *const window = new RowWindow(row, m_parts.facts, m_parts.requests);
    window->setAttribute(Qt::WA_DeleteOnClose);
    const QFontMetrics metrics = window->fontMetrics();
    const QSize usual{metrics.averageCharWidth() * UsualLetters,
                      metrics.lineSpacing() * UsualLines};
    window->resize(
        (m_size.isValid() ? m_size : usual).boundedTo(m_window.screen()->availableSize()));
    window->pane().setDispatching(m_isDispatching);
    m_windows.append(window);
    connectWindow(*window);
    giveKeys(*window);
    emit opened(*window);
    window->show();
    return window;
}

void RowWindowDesk::connectWindow(RowWindow &window)
{
    window.installEventFilter(this);
    connect(&window, &RowWindow::resendRequested, this,
            [this, &window](const Core::AttemptId &attempt) {
                m_parts.deliveries.askForResend({attempt}, window);
            });
    connect(&window, &RowWindow::editRequested, this,
            [this, &window](const Core::AttemptId &attempt) {
                m_parts.deliveries.askForOriginal(attempt, window);
            });
    connect(&window, &RowWindow::noteRequested, this,
            [this, &window](const Core::Pin &known) { m_parts.keeping.openNote(known, window); });
    connect(&m_parts.deliveries, &DeliveryDesk::told, &window,
            [&window](const QWidget *asker, const QString &text) {
                if (asker == &window)
                    window.tell(text);
            });
}

/// Those that a person gave to what is called the same in the main window.
void RowWindowDesk::giveKeys(RowWindow &window) const
{
    QList<QAction *> actions = window.actions();
    actions += window.pane().tabActions();
    for (QAction *const action : std::as_const(actions)) {
        if (const auto *const like = m_window.findChild<QAction *>(action->objectName()))
            action->setShortcuts(like->shortcuts());
    }
}

void RowWindowDesk::renewKeys()
{
    for (const QPointer<RowWindow> &window : std::as_const(m_windows)) {
        if (window)
            giveKeys(*window);
    }
}

void RowWindowDesk::closeAll()
{
    for (const QPointer<RowWindow> &window : std::as_const(m_windows))
        delete window;
}

/// They come and go with the main window: also to the tray, and back from there.
bool RowWindowDesk::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOfMain = watched == &m_window && !event->spontaneous();
    if (isOfMain && (event->type() == QEvent::Hide || event->type() == QEvent::Show)) {
        for (const QPointer<RowWindow> &window : std::as_const(m_windows)) {
            if (window)
                window->setVisible(event->type() == QEvent::Show);
        }
    }
    if (watched != &m_window && event->type() == QEvent::Resize)
        noteSize(*static_cast<QWidget *>(watched));
    if (watched != &m_window && event->type() == QEvent::WindowActivate)
        static_cast<RowWindow *>(watched)->check();
    return QObject::eventFilter(watched, event);
}

/// The next one would fill the screen without being maximised.
void RowWindowDesk::noteSize(const QWidget &window)
{
    if (!window.isMaximized() && !window.isFullScreen())
        m_size = window.size();
}

void RowWindowDesk::restoreFrom(const QSettings &settings)
{
    m_size = settings.value(RowSizeKey).toSize();
}

void RowWindowDesk::saveTo(QSettings &settings) const
{
    if (m_size.isValid())
        settings.setValue(RowSizeKey, m_size);
}

} // namespace Gui
