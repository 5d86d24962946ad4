// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/eventtemplates.h"

#include <QCoreApplication>

namespace Gui {

namespace {

struct TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(EventTemplates)
};

constexpr QLatin1StringView Json{"application/json"};

const QByteArray PingBody = R"({
  "message": "ping"
}
)";

const QByteArray StripeBody = R"({
  "id": "evt_test_1",
  "object": "event",
  "type": "invoice.paid",
  "created": 1795312800,
  "livemode": false,
  "data": {
    "object": {
      "id": "in_test_1",
      "object": "invoice",
      "amount_paid": 4200,
      "currency": "eur",
      "status": "paid"
    }
  }
}
)";

const QByteArray GitHubBody = R"({
  "ref": "refs/heads/main",
  "before": "0000000000000000000000000000000000000000",
  "after": "1111111111111111111111111111111111111111",
  "repository": {
    "id": 1,
    "name": "example",
    "full_name": "octo/example"
  },
  "pusher": {
    "name": "octo"
  },
  "commits": []
}
)";

const QByteArray SlackBody = R"({
  "token": "test-token",
  "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
  "type": "url_verification"
}
)";

} // namespace

QList<EventTemplate> eventTemplates()
{
    return {
        {TemplateText::tr("Ping"), QStringLiteral("ping"), Json, PingBody},
        {TemplateText::tr("Stripe-like: an invoice is paid"), QStringLiteral("invoice.paid"), Json,
         StripeBody},
        {TemplateText::tr("GitHub-like: a push"), QStringLiteral("push"), Json, GitHubBody},
        {TemplateText::tr("Slack challenge"), QStringLiteral("url_verification"), Json, SlackBody},
        {TemplateText::tr("Custom"), {}, Json, {}},
    };
}

} // namespace Gui
