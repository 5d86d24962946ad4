// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/model/destination.h"
#include "core/model/logsearch.h"
#include "ui/detail/fieldchoice.h"

#include <optional>

namespace Gui {

// The term of a filter that finds a value somebody points at, and no other value. What is measured
// is met by as much or more, and a URL whose query may hold secrets by what begins as it does
// before the first of them. Text is told apart as the language does: names, URLs and headers
// without regard to case.

/// By its name, or by its id where others among \a all have that name as well.
Core::FilterTerm termOf(const Core::Destination &destination, const QList<Core::Destination> &all);

Core::FilterTerm nameTerm(const QString &destinationName);

/// A header or JSON value; none for the whole of a body.
std::optional<Core::FilterTerm> termOf(const FieldChoice &choice);

// What stands in a column (LogColumn) of a row; none where there is nothing to filter by.
std::optional<Core::FilterTerm> termOf(int column, const Core::Attempt &attempt);
std::optional<Core::FilterTerm> termOf(int column, const Core::LinkedCapture &linked);
std::optional<Core::FilterTerm> termOf(const Core::LogField &field, const QByteArray &value);

} // namespace Gui
