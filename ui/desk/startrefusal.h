// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QMessageBox;

namespace Core {
struct Error;
}

namespace Gui {

/// The box that tells why there is no window, to somebody who sees no standard error.
std::unique_ptr<QMessageBox> makeStartRefusal(const Core::Error &error);

} // namespace Gui
