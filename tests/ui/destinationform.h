// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/destinations/destinationdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace Testing {

/// The dialog as a person sees it.
class DestinationForm final
{
public:
    explicit DestinationForm(const QList<Core::Destination> &known = {})
        : dialog(known)
    {
        dialog.show();
    }

    QList<QLineEdit *> edits() const
    {
        return dialog.findChildren<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    }
    void enter(const QString &name, const QString &url) const
    {
        edits().at(0)->setText(name);
        edits().at(1)->setText(url);
    }
    QPushButton *ok() const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QPushButton *trial() const
    {
        for (QPushButton *const button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Test now"))
                return button;
        }
        return nullptr;
    }
    bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text() == text; });
    }
    QString remark() const
    {
        for (const QLabel *const label : dialog.findChildren<QLabel *>()) {
            if (label->wordWrap() && label->isVisibleTo(&dialog))
                return label->text();
        }
        return {};
    }

    Gui::DestinationDialog dialog;
};

/// The field that is labelled so, or named for those who do not see it.
template<typename T>
T *named(const DestinationForm &form, const char *name)
{
    const QString text = QString::fromLatin1(name);
    for (T *const field : form.dialog.findChildren<T *>()) {
        if (field->accessibleName() == text)
            return field;
    }
    for (const QLabel *const label : form.dialog.findChildren<QLabel *>()) {
        if (label->text().remove(u'&') == text)
            return qobject_cast<T *>(label->buddy());
    }
    return nullptr;
}

/// With a value of its own in each setting.
Core::Destination fullDestination();

} // namespace Testing
