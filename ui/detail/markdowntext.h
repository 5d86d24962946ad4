// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gui {

/// One line that a reader of Markdown shows as \a text is, be it a heading, a list's item or a
/// paragraph. Escaped is only what would be read as markup where it stands.
///
/// Source: CommonMark 0.30, sections 4 to 6; GitHub's dialect for ~, $ and links of their own.
QString markdownText(const QString &text);

} // namespace Gui
