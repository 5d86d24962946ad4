// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/bodytraits.h"

#include "ui/look/format.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

struct TraitWords
{
    Q_DECLARE_TR_FUNCTIONS(BodyTraits)
};

bool isUnprintable(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t') || c == u'\x7f';
}

/// The value of "charset" in a content type; empty for none.
QByteArray declaredCharset(const QByteArray &contentType)
{
    for (const QByteArray &parameter : contentType.split(';').mid(1)) {
        const QByteArray trimmed = parameter.trimmed();
        if (trimmed.toLower().startsWith("charset="))
            return trimmed.sliced(8).replace('"', "").trimmed();
    }
    return {};
}

void decideEncoding(BodyTraits &traits, const ShownBody &body)
{
    traits.charset = QStringLiteral("UTF-8");
    const QByteArray declared = declaredCharset(body.contentType);
    const auto known = QStringConverter::encodingForName(declared.constData());
    if (known && *known != QStringConverter::System) {
        traits.encoding = *known;
        traits.charset = TraitWords::tr("%1 (declared)")
                             .arg(QString::fromLatin1(QStringConverter::nameForEncoding(*known)));
    } else if (const auto marked = QStringConverter::encodingForData(body.bytes);
               marked && *marked != QStringConverter::Utf8) {
        traits.encoding = *marked;
        traits.charset = TraitWords::tr("%1 (by its first bytes)")
                             .arg(QString::fromLatin1(QStringConverter::nameForEncoding(*marked)));
    } else if (!declared.isEmpty()) {
        traits.charset = TraitWords::tr("%1 (declared), shown as UTF-8").arg(printable(declared));
    }
}

QString whyNoText(const QString &text, bool hasError, QStringConverter::Encoding encoding)
{
    if (hasError)
        return TraitWords::tr("holds bytes that are not %1")
            .arg(QString::fromLatin1(QStringConverter::nameForEncoding(encoding)));
    if (std::any_of(text.cbegin(), text.cend(), isUnprintable))
        return TraitWords::tr("holds control characters, such as NUL");
    return {};
}

bool isImageType(const QByteArray &contentType, const QByteArray &bytes)
{
    constexpr std::array<QByteArrayView, 5> Beginnings{"\x89PNG\r\n", "\xff\xd8\xff", "GIF8", "BM",
                                                       "RIFF"};
    // A drawing in SVG is text, and may name other files.
    return contentType.toLower().startsWith("image/") && !contentType.contains("svg")
        && std::any_of(Beginnings.begin(), Beginnings.end(),
                       [&bytes](QByteArrayView beginning) { return bytes.startsWith(beginning); });
}

} // namespace

BodyTraits inspectBody(const ShownBody &body)
{
    BodyTraits traits;
    traits.isImage
        = isImageType(body.contentType, body.bytes) && body.bytes.size() <= LargestReadBody;
    decideEncoding(traits, body);
    const bool isTorn = body.isCut || body.bytes.size() > InspectedBytes;
    const QByteArrayView beginning
        = QByteArrayView(body.bytes).first(std::min(body.bytes.size(), InspectedBytes));
    // Where it is torn the last character may be, which a decoder that keeps state forgives.
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(traits.encoding,
                           (isTorn ? Flag::Default : Flag::Stateless) | Flag::ConvertInitialBom);
    const QString text = decoder(beginning);
    traits.whyNoText = whyNoText(text, decoder.hasError(), traits.encoding);
    traits.isText = traits.whyNoText.isEmpty() && body.bytes.size() <= LargestReadBody;
    if (!traits.isText)
        return traits;
    traits.isDeceptive = std::any_of(text.cbegin(), text.cend(), isDeceptive);
    const QByteArrayView trimmed = beginning.trimmed();
    traits.isLikelyJson = body.contentType.toLower().contains("json") || trimmed.startsWith('{')
        || trimmed.startsWith('[');
    // JSON is UTF-8; of other encodings those are taken that spell it with the same bytes.
    const bool isAsciiLike
        = traits.encoding == QStringConverter::Utf8 || traits.encoding == QStringConverter::Latin1;
    traits.isJson = isAsciiLike && !trimmed.isEmpty() && QStringView(text).toUtf8() == beginning
        && !findJsonFault(beginning, isTorn);
    return traits;
}

BodyCheck checkBody(const ShownBody &body, const BodyTraits &traits)
{
    BodyCheck check;
    if (traits.isLikelyJson || traits.isJson)
        check.fault = findJsonFault(body.bytes, body.isCut);
    if (check.fault)
        check.faultPlace = placeOf(body.bytes, check.fault->offset);
    if (traits.encoding == QStringConverter::Utf8) {
        QStringDecoder decoder(QStringDecoder::Utf8,
                               body.isCut ? QStringConverter::Flag::Default
                                          : QStringConverter::Flag::Stateless);
        const QString text = decoder(body.bytes);
        check.isUtf8 = !decoder.hasError();
    }
    return check;
}

} // namespace Gui
