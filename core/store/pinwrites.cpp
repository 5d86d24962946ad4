// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"
#include "core/store/writes.h"

namespace Core {

namespace {

Rows rowOf(Database &database, LogKey row)
{
    if (row.isCapture())
        return database.select("SELECT is_pinned, note FROM captures WHERE id = ?", row.capture());
    return database.select("SELECT is_pinned, note FROM attempts WHERE id = ?", row.attempt());
}

} // namespace

Result<Outcome> apply(Database &database, const ChangePin &change)
{
    Pin known{change.row, false, {}};
    {
        Rows rows = rowOf(database, change.row);
        if (!rows.next())
            return noSuch(change.row);
        rows >> known.isPinned >> known.note;
    }
    const auto pin = changed(known, change);
    if (!pin)
        return pin.error();
    if (change.row.isCapture())
        database.change("UPDATE captures SET is_pinned = ?, note = ? WHERE id = ?", pin->isPinned,
                        pin->note, change.row.capture());
    else
        database.change("UPDATE attempts SET is_pinned = ?, note = ? WHERE id = ?", pin->isPinned,
                        pin->note, change.row.attempt());
    return Outcome(PinChanged{*pin});
}

} // namespace Core
