// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <memory>

namespace Core {

/// A manager that follows no redirect and reads through buffers.
std::shared_ptr<QNetworkAccessManager> makeManager();

} // namespace Core
