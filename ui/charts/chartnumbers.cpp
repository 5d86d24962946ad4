// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartnumbers.h"

namespace Gui {

namespace {

QString fieldOf(QString text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    if (!isNumber && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n')
        && !text.contains(u'\r'))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString lineOf(const QStringList &texts)
{
    QStringList fields;
    for (const QString &text : texts)
        fields.append(fieldOf(text));
    return fields.join(u',') + QStringLiteral("\r\n");
}

} // namespace

QByteArray csvOf(const ChartNumbers &numbers)
{
    QString text = lineOf(numbers.columns);
    for (const QStringList &row : numbers.rows)
        text += lineOf(row);
    return text.toUtf8();
}

} // namespace Gui
