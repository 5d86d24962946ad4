// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/savedfilters.h"

#include "ui/filter/filterfield.h"
#include "ui/filter/filtertext.h"
#include "ui/look/format.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

constexpr QLatin1StringView SavedKey{"filter/saved"};
constexpr QLatin1StringView ActionPrefix{"filter.saved."};
constexpr QLatin1StringView LikeUsualPrefix{"filter.own."};
constexpr int LongestButton = 24;
constexpr char NameProperty[] = "filterName";

/// What everybody starts with. Its name follows the language until a person gives it another one.
struct UsualFilter
{
    const char *name;
    QLatin1StringView text;
};

constexpr std::array UsualFilters{
    UsualFilter{QT_TRANSLATE_NOOP("Gui::SavedFilters", "Failed"), QLatin1StringView("is:failed")},
    UsualFilter{QT_TRANSLATE_NOOP("Gui::SavedFilters", "Slow"), QLatin1StringView("is:slow")},
};

/// The one that \a name and \a text mean; an empty name means the usual one.
const UsualFilter *usualFilter(const QString &name, const QString &text)
{
    const auto *const found
        = std::find_if(UsualFilters.begin(), UsualFilters.end(), [&](const UsualFilter &usual) {
              return usual.text == text
                  && (name.isEmpty() || name == QLatin1StringView(usual.name)
                      || name == SavedFilters::tr(usual.name));
          });
    return found == UsualFilters.end() ? nullptr : found;
}

using Places = QList<Core::FilterPlace>;

TermSign signOf(const Core::FilterPlace &place)
{
    return place.isNegated ? TermSign::Excluded : TermSign::Wanted;
}

/// The terms that make a filter up, where each can be added and taken away by itself.
Places partsOf(const QString &text)
{
    const Places places = Core::parseFilter(text).places;
    const bool isPlain = std::all_of(places.begin(), places.end(),
                                     [](const auto &place) { return place.isAtTop; });
    return isPlain ? places : Places();
}

bool isPartOf(const QString &text, const QString &whole)
{
    const Places parts = partsOf(text);
    if (parts.isEmpty())
        return text == whole;
    return std::all_of(parts.begin(), parts.end(), [&whole](const auto &place) {
        return hasTerm(whole, place.term, signOf(place));
    });
}

/// By which its keys are kept, in every language. A person's own filter may be called like a usual
/// one.
QString objectNameOf(const UsualFilter *usual, const QString &name)
{
    if (usual != nullptr)
        return ActionPrefix + QString::fromLatin1(usual->name);
    const bool isLikeUsual
        = std::any_of(UsualFilters.begin(), UsualFilters.end(), [&name](const UsualFilter &other) {
              return name == QLatin1StringView(other.name);
          });
    return (isLikeUsual ? LikeUsualPrefix : ActionPrefix) + name;
}

QString labelOf(const QString &name)
{
    QString label = shortened(printable(name), LongestButton);
    return label.replace(u'&', QStringLiteral("&&"));
}

} // namespace

SavedFilters::SavedFilters(FilterField &field, QObject *parent)
    : QObject(parent)
    , m_field(field)
{
    for (const UsualFilter &usual : UsualFilters)
        insert({}, usual.text);
    connect(&m_field, &FilterField::filterChanged, this, &SavedFilters::review);
}

void SavedFilters::insert(const QString &name, const QString &text)
{
    auto *const action = new QAction(this);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this,
            [this, text](bool isWanted) { toggle(text, isWanted); });
    action->setData(text);
    action->setToolTip(plainToolTip(text));
    m_actions.append(action);
    rename(action, name);
}

void SavedFilters::add(const QString &name, const QString &text)
{
    insert(name, text);
    review();
}

void SavedFilters::rename(QAction *action, const QString &wanted)
{
    const UsualFilter *const usual = usualFilter(wanted, textOf(action));
    const QString name = usual == nullptr ? wanted : tr(usual->name);
    const auto same = std::find_if(m_actions.begin(), m_actions.end(), [&](QAction *other) {
        return other != action && nameOf(other) == name;
    });
    if (same != m_actions.end())
        remove(*same);
    action->setProperty(NameProperty, name);
    action->setObjectName(objectNameOf(usual, name));
    action->setText(labelOf(name));
    emit changed();
}

void SavedFilters::remove(QAction *action)
{
    m_actions.removeOne(action);
    action->deleteLater();
    emit changed();
}

QString SavedFilters::nameOf(const QAction *action)
{
    return action->property(NameProperty).toString();
}

QString SavedFilters::textOf(const QAction *action)
{
    return action->data().toString();
}

void SavedFilters::toggle(const QString &text, bool isWanted)
{
    const Places parts = partsOf(text);
    QString whole = m_field.filterText();
    if (parts.isEmpty())
        whole = isWanted ? text : QString();
    for (const Core::FilterPlace &place : parts)
        whole = isWanted ? withTerm(whole, place.term, signOf(place))
                         : withoutTerm(whole, place.term, signOf(place));
    m_field.setFilterText(whole);
    review();
}

void SavedFilters::review()
{
    for (QAction *const action : std::as_const(m_actions))
        action->setChecked(isPartOf(textOf(action), m_field.filterText()));
}

/// As pairs of a name and a text; what bears its usual name has none.
void SavedFilters::restoreFrom(const QSettings &settings)
{
    if (!settings.contains(SavedKey))
        return;
    while (!m_actions.isEmpty())
        remove(m_actions.first());
    const QStringList saved = settings.value(SavedKey).toStringList();
    for (qsizetype i = 0; i + 1 < saved.size(); i += 2)
        insert(saved.at(i), saved.at(i + 1));
}

void SavedFilters::saveTo(QSettings &settings) const
{
    QStringList saved;
    for (const QAction *const action : m_actions) {
        const QString name = nameOf(action);
        const QString text = textOf(action);
        saved << (usualFilter(name, text) == nullptr ? name : QString()) << text;
    }
    settings.setValue(SavedKey, saved);
}

} // namespace Gui
