// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/bodyview.h"

#include <QObject>

#include <memory>

namespace Testing {

constexpr qsizetype TenMegabytes = 10'000'000;

QByteArray largeJson(); ///< of that size, of many small values

/// The base of a suite over the view of a body: shows a new one for every test.
class BodyViewSuite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    void show(const QByteArray &bytes, const QByteArray &type = {}, bool isCut = false);
    QString shown() const; ///< the text
    QString selected() const; ///< of it
    QString note() const;

    std::unique_ptr<Gui::BodyView> m_view;
};

} // namespace Testing
