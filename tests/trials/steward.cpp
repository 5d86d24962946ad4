// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/steward.h"

#include "tests/trials/httpreply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Core {

namespace {

constexpr int RestMs = 20;

QString idIn(const QJsonValue &object)
{
    return object[QStringLiteral("id")].toString();
}

} // namespace

Steward::Steward(const QString &receiverUrl, History &history)
    : m_receiverUrl(receiverUrl)
    , m_history(history)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &Steward::call);
    connect(&m_socket, &QTcpSocket::connected, this, &Steward::call);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Steward::read);
}

void Steward::start(quint16 port)
{
    stop();
    m_port = port;
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
}

void Steward::stop()
{
    m_rest.stop();
    m_buffer.clear();
    m_socket.abort();
    m_step = Step::Register;
}

void Steward::call()
{
    m_socket.write(nextRequest());
}

QByteArray Steward::nextRequest()
{
    const QString destination = QStringLiteral("/webhooks/") + m_destination;
    const QString delivery = QStringLiteral("/deliveries/") + m_delivery;
    switch (m_step) {
    case Step::Register:
        ++m_number;
        return request("POST", QStringLiteral("/webhooks"),
                       R"({"name":")" + name().toLatin1() + R"(","destination":")"
                           + m_receiverUrl.toLatin1() + R"(",)" + settings(QStringLiteral("new")));
    case Step::Change:
        return request("PATCH", destination, '{' + settings(QStringLiteral("changed")));
    case Step::Pause:
        order(m_destination, StateMember, QStringLiteral("paused"));
        return request("POST", destination + QStringLiteral("/pause"), {});
    case Step::Publish:
        return request("POST", QStringLiteral("/events"), publication());
    case Step::Cancel:
        order(m_delivery, StateMember, QStringLiteral("cancelled"));
        return request("POST", delivery + QStringLiteral("/cancel"), {});
    case Step::Resend:
        return request("POST", delivery + QStringLiteral("/resend"), {});
    case Step::Resume:
        order(m_destination, StateMember, QStringLiteral("active"));
        return request("POST", destination + QStringLiteral("/resume"), {});
    }
    Q_UNREACHABLE();
}

QByteArray Steward::request(const QByteArray &method, const QString &path,
                            const QByteArray &body) const
{
    return method + ' ' + path.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + QByteArray::number(m_port) + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QString Steward::name() const
{
    return QStringLiteral("extra%1").arg(m_number);
}

/// The end of a request that sets a description and a pattern, which it notes.
QByteArray Steward::settings(const QString &what)
{
    const QString description = name() + u' ' + what;
    const QString pattern = QStringLiteral("none.%1.*").arg(what);
    order(name(), SettingsMember, description + u' ' + pattern);
    return R"("description":")" + description.toLatin1() + R"(","events":[")" + pattern.toLatin1()
        + R"("]})";
}

QByteArray Steward::publication()
{
    m_open = m_history.publications.size();
    m_history.publications.append({name(), 1, TrialPublication::Answer::InDoubt});
    return R"({"id":")" + name().toLatin1() + R"(","type":"extra.made","data":1,"destinations":[")"
        + m_destination.toLatin1() + R"("]})";
}

void Steward::order(const QString &subject, const QString &member, const QString &value)
{
    m_open = m_history.orders.size();
    m_history.orders.append({subject, member, value, false});
}

void Steward::read()
{
    m_buffer += m_socket.readAll();
    const HttpReply reply = replyIn(m_buffer);
    if (reply.status == 0)
        return;
    m_buffer.remove(0, reply.size);
    if (reply.status < 200 || reply.status > 299) {
        stop();
        return;
    }
    take(reply);
    m_step
        = m_step == Step::Resume ? Step::Register : static_cast<Step>(static_cast<int>(m_step) + 1);
    m_rest.start();
}

/// What has been promised.
void Steward::take(const HttpReply &reply)
{
    const QJsonValue answer = QJsonDocument::fromJson(reply.body).object();
    switch (m_step) {
    case Step::Register:
        m_destination = idIn(answer);
        m_history.registered.insert(m_destination, 1); // for one of its two is cancelled
        m_history.orders[m_open].isPromised = true;
        break;
    case Step::Publish:
        m_history.publications[m_open].answer = TrialPublication::Answer::Accepted;
        m_delivery = idIn(answer[QStringLiteral("deliveries")][0]);
        break;
    case Step::Resend:
        m_history.orders.append({idIn(answer), StateMember, QStringLiteral("delivered"), true});
        break;
    default:
        m_history.orders[m_open].isPromised = true;
    }
}

} // namespace Core
