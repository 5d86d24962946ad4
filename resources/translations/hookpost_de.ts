<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>About Hookpost</source>
        <translation>Über Hookpost</translation>
    </message>
    <message>
        <source>Hookpost %1</source>
        <translation>Hookpost %1</translation>
    </message>
    <message>
        <source>Sends webhooks and shows what each receiver answers.
Free software under the GNU GPL, version 3 or later.</source>
        <translation>Sendet Webhooks und zeigt, was jeder Empfänger antwortet.
Freie Software unter der GNU GPL, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ActionList</name>
    <message>
        <source>In lists and fields</source>
        <translation>In Listen und Feldern</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>Im Augenblick nicht möglich</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>temporarily failed</source>
        <translation>vorläufig gescheitert</translation>
    </message>
    <message>
        <source>%1 delivered, %2 temporarily failed, %3 failed</source>
        <translation>%1 zugestellt, %2 vorläufig gescheitert, %3 gescheitert</translation>
    </message>
</context>
<context>
    <name>BodyTraits</name>
    <message>
        <source>%1 (declared)</source>
        <translation>%1 (angegeben)</translation>
    </message>
    <message>
        <source>%1 (by its first bytes)</source>
        <translation>%1 (nach den ersten Bytes)</translation>
    </message>
    <message>
        <source>%1 (declared), shown as UTF-8</source>
        <translation>%1 (angegeben), als UTF-8 gezeigt</translation>
    </message>
    <message>
        <source>holds bytes that are not %1</source>
        <translation>enthält Bytes, die kein %1 sind</translation>
    </message>
    <message>
        <source>holds control characters, such as NUL</source>
        <translation>enthält Steuerzeichen wie NUL</translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>TLS: expired certificate</source>
        <translation>TLS: Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>TLS: not yet valid</source>
        <translation>TLS: noch nicht gültig</translation>
    </message>
    <message>
        <source>TLS: another name</source>
        <translation>TLS: anderer Name</translation>
    </message>
    <message>
        <source>TLS: self-signed</source>
        <translation>TLS: selbstsigniert</translation>
    </message>
    <message>
        <source>TLS: unknown issuer</source>
        <translation>TLS: Aussteller unbekannt</translation>
    </message>
    <message>
        <source>TLS: not spoken there</source>
        <translation>TLS: dort unbekannt</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>DNS: not found</source>
        <translation>DNS: nicht gefunden</translation>
    </message>
    <message>
        <source>DNS: no answer</source>
        <translation>DNS: keine Antwort</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>Adresse nicht erlaubt</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>answer broken off</source>
        <translation>Antwort abgebrochen</translation>
    </message>
    <message>
        <source>closed unanswered</source>
        <translation>ohne Antwort beendet</translation>
    </message>
    <message>
        <source>timed out %1</source>
        <translation>Frist abgelaufen, %1</translation>
    </message>
    <message>
        <source>not HTTP</source>
        <translation>kein HTTP</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>connection ended</source>
        <translation>Verbindung beendet</translation>
    </message>
    <message>
        <source>ended in handshake</source>
        <translation>im Handshake beendet</translation>
    </message>
</context>
<context>
    <name>ColourRule</name>
    <message>
        <source>Failed for good</source>
        <translation>Endgültig gescheitert</translation>
    </message>
    <message>
        <source>Failed for now</source>
        <translation>Vorläufig gescheitert</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Received from elsewhere</source>
        <translation>Von anderswo empfangen</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>There is no filter that says which rows.</source>
        <translation>Es fehlt ein Filter, der sagt, welche Zeilen.</translation>
    </message>
    <message>
        <source>There is no colour “%1”.</source>
        <translation>Es gibt keine Farbe „%1“.</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>success</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>receiver in trouble</source>
        <translation>Empfänger gestört</translation>
    </message>
    <message>
        <source>any error</source>
        <translation>jeder Fehler</translation>
    </message>
    <message>
        <source>the last minute</source>
        <translation>die letzte Minute</translation>
    </message>
    <message>
        <source>the last ten minutes</source>
        <translation>die letzten zehn Minuten</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>die letzte Stunde</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>der letzte Tag</translation>
    </message>
    <message>
        <source>longer than half a second</source>
        <translation>länger als eine halbe Sekunde</translation>
    </message>
    <message>
        <source>longer than a second</source>
        <translation>länger als eine Sekunde</translation>
    </message>
    <message>
        <source>larger than 10 kB</source>
        <translation>größer als 10 kB</translation>
    </message>
    <message>
        <source>larger than 1 MB</source>
        <translation>größer als 1 MB</translation>
    </message>
    <message>
        <source>first tries</source>
        <translation>erste Versuche</translation>
    </message>
    <message>
        <source>all that were tried again</source>
        <translation>alle, die wiederholt wurden</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>took a second or more</source>
        <translation>dauerte eine Sekunde oder länger</translation>
    </message>
    <message>
        <source>sent again by somebody</source>
        <translation>von jemandem erneut gesendet</translation>
    </message>
    <message>
        <source>tried, and to be tried again</source>
        <translation>versucht und noch zu versuchen</translation>
    </message>
    <message>
        <source>anywhere in names, types, ids, errors</source>
        <translation>überall in Namen, Arten, Kennungen, Fehlern</translation>
    </message>
    <message>
        <source>503, 5xx, &gt;=400</source>
        <translation>503, 5xx, &gt;=400</translation>
    </message>
    <message>
        <source>name or id of a destination</source>
        <translation>Name oder Kennung eines Ziels</translation>
    </message>
    <message>
        <source>name of a bin</source>
        <translation>Name eines Fachs</translation>
    </message>
    <message>
        <source>invoice.paid, invoice.*</source>
        <translation>invoice.paid, invoice.*</translation>
    </message>
    <message>
        <source>out or in</source>
        <translation>out oder in</translation>
    </message>
    <message>
        <source>of the request</source>
        <translation>der Anfrage</translation>
    </message>
    <message>
        <source>part of the URL</source>
        <translation>Teil der URL</translation>
    </message>
    <message>
        <source>NAME:value, NAME:*</source>
        <translation>NAME:Wert, NAME:*</translation>
    </message>
    <message>
        <source>text in either body</source>
        <translation>Text in einem der Inhalte</translation>
    </message>
    <message>
        <source>path.to.value:42, :&gt;100, :*</source>
        <translation>pfad.zum.wert:42, :&gt;100, :*</translation>
    </message>
    <message>
        <source>&gt;500ms, &lt;2s</source>
        <translation>&gt;500ms, &lt;2s</translation>
    </message>
    <message>
        <source>&gt;1mb, of the answer or what was received</source>
        <translation>&gt;1mb, der Antwort oder des Empfangenen</translation>
    </message>
    <message>
        <source>1, &gt;1</source>
        <translation>1, &gt;1</translation>
    </message>
    <message>
        <source>failed, slow, test, pinned …</source>
        <translation>failed, slow, test, pinned …</translation>
    </message>
    <message>
        <source>10m, 2026-11-28T14:30</source>
        <translation>10m, 2026-11-28T14:30</translation>
    </message>
    <message>
        <source>of an event, delivery, attempt or capture</source>
        <translation>eines Ereignisses, einer Zustellung, eines Versuchs oder Empfangs</translation>
    </message>
    <message>
        <source>id of a delivery</source>
        <translation>Kennung einer Zustellung</translation>
    </message>
</context>
<context>
    <name>CopyAs</name>
    <message>
        <source>[%1 that are not text]</source>
        <translation>[%1, die kein Text sind]</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copied, with secrets masked.</source>
        <translation>Kopiert, geheime Werte sind maskiert.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>EventSummary</name>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 destinations</source>
        <translation>%1 Ziele</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 gestört</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>how many, and which</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>so many destinations: what became of them</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
</context>
<context>
    <name>EventTemplates</name>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Stripe-like: an invoice is paid</source>
        <translation>Wie Stripe: Eine Rechnung ist bezahlt</translation>
    </message>
    <message>
        <source>GitHub-like: a push</source>
        <translation>Wie GitHub: ein Push</translation>
    </message>
    <message>
        <source>Slack challenge</source>
        <translation>Slack-Challenge</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Waiting for “%1” to answer, try %2.</source>
        <translation>Wartet auf eine Antwort von „%1“, Versuch %2.</translation>
    </message>
    <message>
        <source>Hookpost ended while it sent to “%1”, try %2; what came of it is not known.</source>
        <translation>Hookpost endete, während es an „%1“ sendete, Versuch %2; was daraus wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>“%1” answered %2 after %3, try %4.</source>
        <translation>„%1“ antwortete %2 nach %3, Versuch %4.</translation>
    </message>
    <message>
        <source>No answer from “%1”: %2, after %3, try %4.</source>
        <translation>Keine Antwort von „%1“: %2, nach %3, Versuch %4.</translation>
    </message>
    <message>
        <source>Bin “%1” received a %2 and answered %3.</source>
        <translation>Das Fach „%1“ empfing ein %2 und antwortete %3.</translation>
    </message>
    <message>
        <source>Bin “%1” received a %2 that Hookpost itself had sent, and answered %3.</source>
        <translation>Das Fach „%1“ empfing ein %2, das Hookpost selbst gesendet hatte, und antwortete %3.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>port %1 of %2</source>
        <translation>Port %1 von %2</translation>
    </message>
    <message>
        <source>The name service took too long to tell the address of %1. Check this computer&apos;s network and its name servers.</source>
        <translation>Der Namensdienst brauchte zu lange für die Adresse von %1. Prüfen Sie das Netz dieses Rechners und seine Nameserver.</translation>
    </message>
    <message>
        <source>Nothing at all came back from %1: a firewall may swallow what is sent there, or the machine is off. Check that it can be reached from here.</source>
        <translation>Von %1 kam gar nichts zurück: Vielleicht verschluckt eine Firewall, was dorthin geht, oder der Rechner ist aus. Prüfen Sie, ob er von hier aus erreichbar ist.</translation>
    </message>
    <message>
        <source>A connection was made, but %1 did not finish the TLS handshake. The service may hang, or may not speak TLS: then the URL should begin with http.</source>
        <translation>Die Verbindung kam zustande, aber %1 beendete den TLS-Handshake nicht. Der Dienst hängt vielleicht, oder er spricht kein TLS: Dann sollte die URL mit http beginnen.</translation>
    </message>
    <message>
        <source>The receiver took the connection, but did not read all of the request. It may hang, or be out of memory; its own log knows more.</source>
        <translation>Der Empfänger nahm die Verbindung an, las aber nicht die ganze Anfrage. Vielleicht hängt er, oder ihm fehlt Speicher; sein eigenes Protokoll weiß mehr.</translation>
    </message>
    <message>
        <source>An answer began, but its headers never came to an end. Look at what the receiver, or a proxy before it, writes.</source>
        <translation>Eine Antwort begann, aber ihre Header endeten nie. Sehen Sie nach, was der Empfänger oder ein Proxy vor ihm schreibt.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Its operator has to renew it.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen. Der Betreiber muss es erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check the date of this computer; if it is right, the operator has to replace the certificate.</source>
        <translation>Das Zertifikat von %1 ist noch nicht gültig. Prüfen Sie das Datum dieses Rechners; stimmt es, muss der Betreiber das Zertifikat ersetzen.</translation>
    </message>
    <message>
        <source>The certificate is for another name than %1. Check the URL, or have the certificate made for this name.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen als %1. Prüfen Sie die URL, oder lassen Sie das Zertifikat für diesen Namen ausstellen.</translation>
    </message>
    <message>
        <source>%1 has signed its certificate itself, so nobody vouches for it. Have it signed by an authority that this computer knows, add that authority to the system, or, if you trust the way there, switch the check of the certificate off for this destination.</source>
        <translation>%1 hat sein Zertifikat selbst signiert, es bürgt also niemand dafür. Lassen Sie es von einer Stelle signieren, die dieser Rechner kennt, fügen Sie diese Stelle dem System hinzu, oder schalten Sie, wenn Sie dem Weg dorthin trauen, die Prüfung des Zertifikats für dieses Ziel ab.</translation>
    </message>
    <message>
        <source>This computer does not know who issued the certificate of %1. The server may leave out the certificate between, which its operator can add; or the authority has to be added to the system.</source>
        <translation>Dieser Rechner kennt den Aussteller des Zertifikats von %1 nicht. Vielleicht lässt der Server das Zwischenzertifikat weg, das der Betreiber ergänzen kann; oder die Stelle muss dem System hinzugefügt werden.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS. If the service is meant to be reached without it, the URL should begin with http.</source>
        <translation>%1 spricht kein TLS. Soll der Dienst ohne TLS erreicht werden, sollte die URL mit http beginnen.</translation>
    </message>
    <message>
        <source>No secure connection could be made with %1: its certificate may be expired, for another name or from an unknown issuer, or it may not speak TLS in a version that is safe.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande: Das Zertifikat ist vielleicht abgelaufen, für einen anderen Namen oder von einem unbekannten Aussteller, oder es wird kein TLS in einer sicheren Version gesprochen.</translation>
    </message>
    <message>
        <source>Hookpost itself could not send it, and the receiver was not asked. This try does not count.</source>
        <translation>Hookpost selbst konnte nicht senden, und der Empfänger wurde nicht gefragt. Dieser Versuch zählt nicht.</translation>
    </message>
    <message>
        <source>There is no computer named %1. Check the spelling of the host in the URL; if the name is new, or known in a private network alone, check the name servers of this computer.</source>
        <translation>Es gibt keinen Rechner namens %1. Prüfen Sie die Schreibweise in der URL; ist der Name neu oder nur in einem privaten Netz bekannt, prüfen Sie die Nameserver dieses Rechners.</translation>
    </message>
    <message>
        <source>The name service could not be asked for %1. Check this computer&apos;s network connection.</source>
        <translation>Der Namensdienst konnte nicht nach %1 gefragt werden. Prüfen Sie die Netzverbindung dieses Rechners.</translation>
    </message>
    <message>
        <source>%1 leads to an address that Hookpost does not send to, such as one for cloud metadata, or a private one with --server. Nothing was sent. Check the URL.</source>
        <translation>%1 führt zu einer Adresse, an die Hookpost nicht sendet, etwa eine für Cloud-Metadaten oder, mit --server, eine private. Es wurde nichts gesendet. Prüfen Sie die URL.</translation>
    </message>
    <message>
        <source>The machine is there, but nothing listens on %1. Start the receiver, or check the port in the URL.</source>
        <translation>Der Rechner ist da, aber auf %1 lauscht nichts. Starten Sie den Empfänger, oder prüfen Sie den Port in der URL.</translation>
    </message>
    <message>
        <source>There is no way from here to the network of %1. Check this computer&apos;s connection, VPN or firewall.</source>
        <translation>Von hier führt kein Weg in das Netz von %1. Prüfen Sie Verbindung, VPN oder Firewall dieses Rechners.</translation>
    </message>
    <message>
        <source>The receiver took the connection and dropped it without an answer. It may have crashed, or %1 is for another protocol, such as https.</source>
        <translation>Der Empfänger nahm die Verbindung an und beendete sie ohne Antwort. Vielleicht ist er abgestürzt, oder %1 dient einem anderen Protokoll, etwa https.</translation>
    </message>
    <message>
        <source>Something answered on %1, but not in HTTP/1.1. The port may be that of another service, or want https.</source>
        <translation>Auf %1 antwortete etwas, aber nicht in HTTP/1.1. Der Port gehört vielleicht einem anderen Dienst oder verlangt https.</translation>
    </message>
    <message>
        <source>The receiver read the request, but not its content as it wants it. Compare the body with what it expects; its answer may say what is wrong.</source>
        <translation>Der Empfänger las die Anfrage, aber ihr Inhalt ist nicht, wie er ihn will. Vergleichen Sie den Inhalt mit dem, was er erwartet; seine Antwort sagt vielleicht, was falsch ist.</translation>
    </message>
    <message>
        <source>The receiver does not know who sends. Give this destination the header with the credentials that it asks for, such as Authorization, or check that both sides have the same signing secret.</source>
        <translation>Der Empfänger weiß nicht, wer sendet. Geben Sie diesem Ziel den Header mit den verlangten Zugangsdaten, etwa Authorization, oder prüfen Sie, ob beide Seiten dasselbe Geheimnis zum Signieren haben.</translation>
    </message>
    <message>
        <source>The receiver knows who sends, or does not care, and does not allow it. Check the signing secret, the destination&apos;s own headers, and whether a firewall lets this computer&apos;s address through.</source>
        <translation>Der Empfänger weiß, wer sendet, oder will es nicht wissen, und erlaubt es nicht. Prüfen Sie das Geheimnis zum Signieren, die eigenen Header des Ziels, und ob eine Firewall die Adresse dieses Rechners durchlässt.</translation>
    </message>
    <message>
        <source>The server is there, but knows no such path. Check the path of the URL.</source>
        <translation>Der Server ist da, kennt aber keinen solchen Pfad. Prüfen Sie den Pfad der URL.</translation>
    </message>
    <message>
        <source>This path takes no POST. Check the path of the URL: a slash at its end may be missing or too much.</source>
        <translation>Dieser Pfad nimmt kein POST an. Prüfen Sie den Pfad der URL: Vielleicht fehlt am Ende ein Schrägstrich, oder es ist einer zu viel.</translation>
    </message>
    <message>
        <source>The receiver says that it wants no more of these, so the destination is paused. Resume it once the receiver is back, or remove it.</source>
        <translation>Der Empfänger sagt, dass er davon nichts mehr will, also ist das Ziel pausiert. Setzen Sie es fort, wenn der Empfänger zurück ist, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The body is too large for the receiver. Send less, or have its limit raised, which often is one of a proxy before it.</source>
        <translation>Der Inhalt ist dem Empfänger zu groß. Senden Sie weniger, oder lassen Sie seine Grenze anheben, die oft die eines Proxys vor ihm ist.</translation>
    </message>
    <message>
        <source>The receiver does not take this content type. Publish the event with the type that it expects; most want application/json.</source>
        <translation>Der Empfänger nimmt diesen Inhaltstyp nicht an. Veröffentlichen Sie das Ereignis mit dem Typ, den er erwartet; die meisten wollen application/json.</translation>
    </message>
    <message>
        <source>The receiver is sent more than it wants, so what follows is held back for a while. Set a rate limit for this destination.</source>
        <translation>Der Empfänger bekommt mehr, als er will, also wird das Folgende eine Weile zurückgehalten. Setzen Sie für dieses Ziel eine Mengengrenze.</translation>
    </message>
    <message>
        <source>The receiver refuses this request, and would refuse it again. Its answer may say why.</source>
        <translation>Der Empfänger lehnt diese Anfrage ab und würde sie wieder ablehnen. Seine Antwort sagt vielleicht, warum.</translation>
    </message>
    <message>
        <source>The receiver points to another address, and redirects are not followed. The answer&apos;s Location header names it: change the URL to that.</source>
        <translation>Der Empfänger verweist auf eine andere Adresse, und Weiterleitungen wird nicht gefolgt. Der Header Location der Antwort nennt sie: Ändern Sie die URL entsprechend.</translation>
    </message>
    <message>
        <source>A proxy answered, since the service behind it did not. Is the service running?</source>
        <translation>Ein Proxy antwortete, weil der Dienst hinter ihm es nicht tat. Läuft der Dienst?</translation>
    </message>
    <message>
        <source>The receiver is there, but cannot do its work now: it may be starting, overloaded or under maintenance.</source>
        <translation>Der Empfänger ist da, kann aber gerade nicht arbeiten: Vielleicht startet er, ist überlastet oder wird gewartet.</translation>
    </message>
    <message>
        <source>The receiver failed while it handled the request. Its own log knows why.</source>
        <translation>Der Empfänger scheiterte beim Bearbeiten der Anfrage. Sein eigenes Protokoll weiß, warum.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Next try in %1, at %2.</source>
        <translation>Nächster Versuch in %1, um %2.</translation>
    </message>
    <message>
        <source>The next try is due since %1.</source>
        <translation>Der nächste Versuch ist seit %1 fällig.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Try %1 at %2: %3.</source>
        <translation>Versuch %1 um %2: %3.</translation>
    </message>
    <message>
        <source>The receiver wants to be asked again later, which this destination does only when its setting “also retry on” names the status.</source>
        <translation>Der Empfänger will später noch einmal gefragt werden; bei diesem Ziel geschieht das nur, wenn seine Einstellung „Auch wiederholen bei“ diesen Status nennt.</translation>
    </message>
    <message>
        <source>%1 took the connection and dropped it in the TLS handshake. The service may not speak TLS; then the URL should begin with http. Or it accepts none of the versions that this computer offers.</source>
        <translation>%1 hat die Verbindung angenommen und im TLS-Handshake beendet. Vielleicht spricht der Dienst kein TLS; dann sollte die URL mit http beginnen. Oder er nimmt keine der Versionen an, die dieser Rechner anbietet.</translation>
    </message>
    <message>
        <source>Points to</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>No answer came that could be read before the connection ended. The receiver may have closed or reset it, or %1 is for another protocol.</source>
        <translation>Bevor die Verbindung endete, kam keine Antwort, die zu lesen war. Der Empfänger kann sie geschlossen oder zurückgesetzt haben, oder %1 gehört zu einem anderen Protokoll.</translation>
    </message>
    <message>
        <source>The receiver began to answer and broke off. It may have crashed meanwhile, and its own log knows more; or %1 is for another protocol than HTTP.</source>
        <translation>Der Empfänger hat zu antworten begonnen und abgebrochen. Vielleicht ist er dabei abgestürzt, und sein eigenes Protokoll weiß mehr; oder %1 gehört zu einem anderen Protokoll als HTTP.</translation>
    </message>
    <message>
        <source>Resend of</source>
        <translation>Erneute Sendung von</translation>
    </message>
    <message>
        <source>The receiver got the request, but did not answer in time. It should answer 2xx at once and do its work afterwards; a longer timeout can be set for this destination.</source>
        <translation>Der Empfänger bekam die Anfrage, antwortete aber nicht rechtzeitig. Er sollte sofort mit 2xx antworten und danach arbeiten; für dieses Ziel lässt sich eine längere Frist einstellen.</translation>
    </message>
    <message>
        <source>The receiver has asked for a pause (Retry-After: %1).</source>
        <translation>Der Empfänger hat um eine Pause gebeten (Retry-After: %1).</translation>
    </message>
    <message>
        <source>The receiver has asked for a pause (Retry-After: %1), but the next try comes later than that anyway.</source>
        <translation>Der Empfänger hat um eine Pause gebeten (Retry-After: %1), aber der nächste Versuch kommt ohnehin später.</translation>
    </message>
    <message>
        <source>The receiver has asked for a pause (Retry-After: %1). The next try waits for it, but never longer than %2 h.</source>
        <translation>Der Empfänger hat um eine Pause gebeten (Retry-After: %1). Der nächste Versuch wartet sie ab, aber nie länger als %2 h.</translation>
    </message>
    <message>
        <source>The receiver has asked for a pause (Retry-After: %1), and the next try waits for it: %2.</source>
        <translation>Der Empfänger hat um eine Pause gebeten (Retry-After: %1), und der nächste Versuch wartet sie ab: %2.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>none that could be read</source>
        <translation>keine lesbaren</translation>
    </message>
    <message>
        <source>Dispatching is off: the next try waits until it is on again.</source>
        <translation>Der Versand ist aus: Der nächste Versuch wartet, bis er wieder an ist.</translation>
    </message>
    <message>
        <source>The receiver began to answer and reset the connection, with which the answer was lost. It may refuse what it does not read, such as a long body; or it has crashed. The log of %1 knows more.</source>
        <translation>Der Empfänger begann zu antworten und brach die Verbindung ab; damit ging die Antwort verloren. Vielleicht lehnt er ab, was er nicht liest, etwa einen langen Inhalt; oder er ist abgestürzt. Das Protokoll von %1 weiß mehr.</translation>
    </message>
</context>
<context>
    <name>FilterName</name>
    <message>
        <source>Name of the button</source>
        <translation>Name des Knopfs</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Something that is not HTTP</source>
        <translation>Etwas, das kein HTTP ist</translation>
    </message>
    <message>
        <source>%1 was refused with %2.</source>
        <translation>%1 wurde mit %2 abgelehnt.</translation>
    </message>
    <message>
        <source>The call has arrived: it is registered.</source>
        <translation>Der Aufruf ist angekommen: Das Ziel ist angemeldet.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>1 attempt was interrupted by the end of the last run</source>
        <translation>1 Versuch wurde durch das Ende des letzten Laufs unterbrochen</translation>
    </message>
    <message>
        <source>%1 attempts were interrupted by the end of the last run</source>
        <translation>%1 Versuche wurden durch das Ende des letzten Laufs unterbrochen</translation>
    </message>
    <message>
        <source>1 delivery goes again</source>
        <translation>1 Zustellung geht noch einmal hinaus</translation>
    </message>
    <message>
        <source>%1 deliveries go again</source>
        <translation>%1 Zustellungen gehen noch einmal hinaus</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>in %1 d</translation>
    </message>
    <message>
        <source>%</source>
        <comment>behind a number; after a blank where the language wants one</comment>
        <translation>&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Gui::ActionPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Aktion finden</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Words of the action</source>
        <translation>Wörter der Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Keine Aktion hat diese Wörter.</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
</context>
<context>
    <name>Gui::Actions</name>
    <message>
        <source>&amp;Dispatching</source>
        <translation>&amp;Versand</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Vor&amp;heriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About Hookpost</source>
        <translation>Ü&amp;ber Hookpost</translation>
    </message>
    <message>
        <source>Dispatching on</source>
        <translation>Versand an</translation>
    </message>
    <message>
        <source>Dispatching off</source>
        <translation>Versand aus</translation>
    </message>
    <message>
        <source>Hold all deliveries back</source>
        <translation>Alle Zustellungen zurückhalten</translation>
    </message>
    <message>
        <source>Send what waits</source>
        <translation>Senden, was wartet</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Vollbil&amp;d</translation>
    </message>
    <message>
        <source>AP&amp;I calls</source>
        <translation>A&amp;PI-Aufrufe</translation>
    </message>
    <message>
        <source>Si&amp;debar</source>
        <translation>Sei&amp;tenleiste</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>P&amp;rotokoll</translation>
    </message>
    <message>
        <source>&amp;Show details</source>
        <translation>Einzelheiten &amp;zeigen</translation>
    </message>
    <message>
        <source>Details &amp;beside the list</source>
        <translation>Einzelheiten &amp;neben der Liste</translation>
    </message>
    <message>
        <source>Edit the chosen destination, or that of the chosen row</source>
        <translation>Das gewählte Ziel bearbeiten, oder das der gewählten Zeile</translation>
    </message>
    <message>
        <source>&amp;Destination’s properties…</source>
        <translation>Eigenschaften des &amp;Ziels …</translation>
    </message>
    <message>
        <source>Hookpost is not running</source>
        <translation>Hookpost läuft nicht</translation>
    </message>
</context>
<context>
    <name>Gui::ActivityStrip</name>
    <message>
        <source>Activity of the last five minutes</source>
        <translation>Was in den letzten fünf Minuten geschah</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>No attempt within the last five minutes</source>
        <translation>Kein Versuch in den letzten fünf Minuten</translation>
    </message>
</context>
<context>
    <name>Gui::AdvancedForm</name>
    <message>
        <source>A duration is missing: write it as 5s, 250ms or 2h.</source>
        <translation>Es fehlt eine Dauer: Schreiben Sie etwa 5s, 250ms oder 2h.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>By the program&apos;s schedule</source>
        <translation>Nach dem Plan des Programms</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>After these pauses</source>
        <translation>Nach diesen Pausen</translation>
    </message>
    <message>
        <source>One at a time, in the order of events</source>
        <translation>Eins nach dem anderen, in der Folge der Ereignisse</translation>
    </message>
    <message>
        <source>Verify the certificate</source>
        <translation>Das Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Des&amp;cription</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>&amp;Frist</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>none, or such as 50/s or 1000/m</source>
        <translation>keine, oder etwa 50/s oder 1000/m</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Rate &amp;limit</source>
        <translation>&amp;Mengengrenze</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Also retry on</source>
        <translation>Auch wiederholen bei</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>S&amp;ignatur</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>Geheimni&amp;s</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Other answers of 400 to 499 are final: the request is refused</source>
        <translation>Andere Antworten von 400 bis 499 sind endgültig: Die Anfrage ist abgelehnt</translation>
    </message>
    <message>
        <source>425, it came too early for the receiver</source>
        <translation>425, sie kam dem Empfänger zu früh</translation>
    </message>
    <message>
        <source>429, the receiver got too many requests</source>
        <translation>429, der Empfänger bekam zu viele Anfragen</translation>
    </message>
    <message>
        <source>Empty: a new one is made</source>
        <translation>Leer: Es wird ein neues erzeugt</translation>
    </message>
    <message>
        <source>Empty: it stays as it is</source>
        <translation>Leer: Es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>“%1” is not a duration: write it as 5s, 250ms or 2h.</source>
        <translation>„%1“ ist keine Dauer: Schreiben Sie etwa 5s, 250ms oder 2h.</translation>
    </message>
    <message>
        <source>Max. c&amp;oncurrent</source>
        <translation>&amp;Gleichzeitig höchstens</translation>
    </message>
    <message>
        <source>“%1” is not a rate limit: write it as 50/s or 1000/m, or leave it empty.</source>
        <translation>„%1“ ist keine Mengengrenze: Schreiben Sie 50/s oder 1000/m, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>408, the receiver gave up waiting for the request</source>
        <translation>408, der Empfänger wollte nicht länger auf die Anfrage warten</translation>
    </message>
</context>
<context>
    <name>Gui::AppearanceDesk</name>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>The text is as large as it gets</source>
        <translation>Größer wird der Text nicht</translation>
    </message>
    <message>
        <source>The text is as small as it gets</source>
        <translation>Kleiner wird der Text nicht</translation>
    </message>
    <message>
        <source>Usual text si&amp;ze</source>
        <translation>Übliche Te&amp;xtgröße</translation>
    </message>
</context>
<context>
    <name>Gui::AppearancePage</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Green, ochre and red</source>
        <translation>Grün, Ocker und Rot</translation>
    </message>
    <message>
        <source>Blue, yellow and orange, for the colour-blind</source>
        <translation>Blau, Gelb und Orange, für Farbenblinde</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Fa&amp;rbschema</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Colours of states</source>
        <translation>&amp;Farben der Zustände</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Schriftart</translation>
    </message>
</context>
<context>
    <name>Gui::AudienceList</name>
    <message>
        <source>All that subscribed to the type</source>
        <translation>Alle, die diese Art abonniert haben</translation>
    </message>
    <message>
        <source>The ticked ones</source>
        <translation>Die angekreuzten</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Wer es bekommt</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>Gui::BinDesk</name>
    <message>
        <source>&amp;Show what it received</source>
        <translation>Empfangenes &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;url that sends to it</source>
        <translation>c&amp;url-Befehl kopieren (Senden)</translation>
    </message>
    <message>
        <source>Choose a bin first</source>
        <translation>Wählen Sie zuerst ein Fach</translation>
    </message>
</context>
<context>
    <name>Gui::BinList</name>
    <message>
        <source>Bins</source>
        <translation>Fächer</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
</context>
<context>
    <name>Gui::BinModel</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 neu</translation>
    </message>
    <message>
        <source>Nothing listens at the moment</source>
        <translation>Im Augenblick lauscht nichts</translation>
    </message>
</context>
<context>
    <name>Gui::BinOffer</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Address of the bin</source>
        <translation>Adresse des Fachs</translation>
    </message>
    <message>
        <source>A command that sends to the bin</source>
        <translation>Ein Befehl, der dem Fach etwas sendet</translation>
    </message>
    <message>
        <source>Send something now</source>
        <translation>Jetzt etwas senden</translation>
    </message>
    <message>
        <source>“%1” has nothing on record. This sends something there:</source>
        <translation>Von „%1“ ist nichts aufgezeichnet. Dies sendet etwas dorthin:</translation>
    </message>
    <message>
        <source>“%1” has nothing on record, and nothing listens.</source>
        <translation>Von „%1“ ist nichts aufgezeichnet, und nichts lauscht.</translation>
    </message>
</context>
<context>
    <name>Gui::BodyEditor</name>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formatieren</translation>
    </message>
    <message>
        <source>Lay the JSON out by its blanks alone; no other byte changes</source>
        <translation>Das JSON nur durch Leerraum ordnen; kein anderes Byte ändert sich</translation>
    </message>
    <message>
        <source> No line differs from the original.</source>
        <translation> Keine Zeile weicht vom Original ab.</translation>
    </message>
    <message>
        <source> 1 line differs from the original.</source>
        <translation> 1 Zeile weicht vom Original ab.</translation>
    </message>
    <message>
        <source> %1 lines differ from the original.</source>
        <translation> %1 Zeilen weichen vom Original ab.</translation>
    </message>
    <message>
        <source>%1 that are not text: they are sent as they are.</source>
        <translation>%1, die kein Text sind: Sie werden so gesendet, wie sie sind.</translation>
    </message>
    <message>
        <source>%1, sent as it stands.</source>
        <translation>%1, so gesendet, wie es dasteht.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3. It is sent as it stands.</source>
        <translation>Zeile %1, Spalte %2: %3. Es wird so gesendet, wie es dasteht.</translation>
    </message>
    <message>
        <source>Valid JSON, %1.</source>
        <translation>Gültiges JSON, %1.</translation>
    </message>
    <message>
        <source>&amp;Go to error</source>
        <translation>Zum &amp;Fehler gehen</translation>
    </message>
</context>
<context>
    <name>Gui::BodyView</name>
    <message>
        <source>Pretty</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>This body is not JSON</source>
        <translation>Dieser Inhalt ist kein JSON</translation>
    </message>
    <message>
        <source>There is no body</source>
        <translation>Es gibt keinen Inhalt</translation>
    </message>
    <message>
        <source>holds invisible or direction-turning characters, see Hex</source>
        <translation>enthält unsichtbare oder die Schreibrichtung wendende Zeichen, siehe Hex</translation>
    </message>
    <message>
        <source>more came than was kept</source>
        <translation>es kam mehr, als aufbewahrt wurde</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>%1 as a tree</source>
        <translation>%1 als Baum</translation>
    </message>
    <message>
        <source>%1 as an image</source>
        <translation>%1 als Bild</translation>
    </message>
    <message>
        <source>Breaks lines that are longer than the window is wide</source>
        <translation>Bricht Zeilen um, die länger sind, als das Fenster breit ist</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This body is too large to be read</source>
        <translation>Dieser Inhalt ist zu groß, um gelesen zu werden</translation>
    </message>
    <message>
        <source>This body holds too many values for a tree</source>
        <translation>Dieser Inhalt hat zu viele Werte für einen Baum</translation>
    </message>
    <message>
        <source>This body is not JSON throughout</source>
        <translation>Dieser Inhalt ist nicht durchweg JSON</translation>
    </message>
    <message>
        <source>This body is not an image</source>
        <translation>Dieser Inhalt ist kein Bild</translation>
    </message>
    <message>
        <source>too large to be read</source>
        <translation>zu groß, um gelesen zu werden</translation>
    </message>
    <message>
        <source>no JSON from line %1, column %2: %3</source>
        <translation>kein JSON ab Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>holds bytes that are not UTF-8, see Hex</source>
        <translation>enthält Bytes, die kein UTF-8 sind, siehe Hex</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>more follows as you scroll</source>
        <translation>mehr folgt beim Blättern</translation>
    </message>
    <message>
        <source>compressed with %1; shown as it came</source>
        <translation>mit %1 komprimiert; gezeigt, wie es kam</translation>
    </message>
    <message>
        <source>This body %1, so it is not text: see Hex</source>
        <translation>Dieser Inhalt %1 und ist darum kein Text: siehe Hex</translation>
    </message>
    <message>
        <source>not text: %1</source>
        <translation>kein Text: %1</translation>
    </message>
</context>
<context>
    <name>Gui::CallModel</name>
    <message>
        <source>not a request</source>
        <translation>keine Anfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Was falsch war</translation>
    </message>
</context>
<context>
    <name>Gui::CallPanel</name>
    <message>
        <source>&amp;Refused only</source>
        <translation>Nur &amp;abgelehnte</translation>
    </message>
    <message>
        <source>Back to the log</source>
        <translation>Zurück zum Protokoll</translation>
    </message>
    <message>
        <source>Nobody has called the HTTP interface since the start.</source>
        <translation>Seit dem Start hat niemand die HTTP-Schnittstelle aufgerufen.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Alle Aufrufe zeigen</translation>
    </message>
    <message>
        <source>A command that calls it</source>
        <translation>Ein Befehl, der sie aufruft</translation>
    </message>
    <message>
        <source>No call was refused.</source>
        <translation>Kein Aufruf wurde abgelehnt.</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
</context>
<context>
    <name>Gui::ChartDesk</name>
    <message>
        <source>Fleet</source>
        <translation>Alle Ziele im Überblick</translation>
    </message>
    <message>
        <source>Dash&amp;board</source>
        <translation>Kennzah&amp;len</translation>
    </message>
    <message>
        <source>All destinations at a glance</source>
        <translation>Alle Ziele auf einen Blick</translation>
    </message>
    <message>
        <source>The figures of the chosen destination</source>
        <translation>Die Zahlen des gewählten Ziels</translation>
    </message>
</context>
<context>
    <name>Gui::ChartExport</name>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern …</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>&amp;Zahlen speichern …</translation>
    </message>
    <message>
        <source>&amp;Copy numbers</source>
        <translation>Zahlen &amp;kopieren</translation>
    </message>
    <message>
        <source>Writes what is seen into a PNG file</source>
        <translation>Schreibt, was zu sehen ist, in eine PNG-Datei</translation>
    </message>
    <message>
        <source>Writes what is shown into a file for spreadsheets (CSV)</source>
        <translation>Schreibt, was gezeigt wird, in eine Datei für Tabellen (CSV)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Zahlen speichern</translation>
    </message>
</context>
<context>
    <name>Gui::ChartPage</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Back to the log</source>
        <translation>Zurück zum Protokoll</translation>
    </message>
</context>
<context>
    <name>Gui::ChoiceField</name>
    <message>
        <source>%1, spelt out</source>
        <translation>%1, ausgeschrieben</translation>
    </message>
</context>
<context>
    <name>Gui::ColoursPage</name>
    <message>
        <source>&amp;Tint each row of the log by the first rule that fits it</source>
        <translation>Jede &amp;Zeile nach der ersten Regel färben, die passt</translation>
    </message>
    <message>
        <source>Rules of colour, in their order</source>
        <translation>Farbregeln in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>R&amp;estore defaults</source>
        <translation>Standardre&amp;geln</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>Filter that says which rows</source>
        <translation>Filter, der sagt, welche Zeilen</translation>
    </message>
    <message>
        <source>Colour of the rule</source>
        <translation>Farbe der Regel</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Tak&amp;e back</source>
        <translation>Zurückneh&amp;men</translation>
    </message>
    <message>
        <source>Say what the rule is called.</source>
        <translation>Sagen Sie, wie die Regel heißt.</translation>
    </message>
    <message>
        <source>This rule is switched off.</source>
        <translation>Diese Regel ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Until then the rule tints nothing.</source>
        <translation>Bis dahin färbt die Regel nichts.</translation>
    </message>
    <message>
        <source>Until then the rule is for: %1</source>
        <translation>Bis dahin gilt die Regel für: %1</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
</context>
<context>
    <name>Gui::ColumnDialog</name>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Header of the response</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>JSON value of the request</source>
        <translation>JSON-Wert der Anfrage</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Name or path</source>
        <translation>&amp;Name oder Pfad</translation>
    </message>
    <message>
        <source>data.customer.id</source>
        <translation>data.customer.id</translation>
    </message>
    <message>
        <source>Content-Type</source>
        <translation>Content-Type</translation>
    </message>
    <message>
        <source>Say which one</source>
        <translation>Sagen Sie, welche</translation>
    </message>
    <message>
        <source>JSON value of the response</source>
        <translation>JSON-Wert der Antwort</translation>
    </message>
</context>
<context>
    <name>Gui::ConfigurationDesk</name>
    <message>
        <source>Export co&amp;nfiguration…</source>
        <translation>Konfi&amp;guration exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>Konfigurat&amp;ion importieren …</translation>
    </message>
    <message>
        <source>Write all destinations with their settings to a file</source>
        <translation>Alle Ziele mit ihren Einstellungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Add or change destinations as a file says</source>
        <translation>Ziele nach einer Datei hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Import configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Gui::Dashboard</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>In Folge</translation>
    </message>
    <message>
        <source>Next send</source>
        <translation>Nächster Versand</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Most frequent errors</source>
        <translation>Häufigste Fehler</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose a destination on the left.</source>
        <translation>Wählen Sie links ein Ziel.</translation>
    </message>
    <message>
        <source>of 1 attempt</source>
        <translation>von 1 Versuch</translation>
    </message>
    <message>
        <source>of %1 attempts</source>
        <translation>von %1 Versuchen</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>zählt …</translation>
    </message>
    <message>
        <source>of 1 answer</source>
        <translation>von 1 Antwort</translation>
    </message>
    <message>
        <source>of %1 answers</source>
        <translation>von %1 Antworten</translation>
    </message>
    <message>
        <source>went well</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>the receiver asked us to wait</source>
        <translation>der Empfänger bat zu warten</translation>
    </message>
    <message>
        <source>Duration p50</source>
        <translation>Dauer p50</translation>
    </message>
    <message>
        <source>Duration p95</source>
        <translation>Dauer p95</translation>
    </message>
    <message>
        <source>Duration p99</source>
        <translation>Dauer p99</translation>
    </message>
    <message>
        <source>dispatching is off</source>
        <translation>der Versand ist aus</translation>
    </message>
</context>
<context>
    <name>Gui::DeliveryDesk</name>
    <message>
        <source>1 delivery</source>
        <translation>1 Zustellung</translation>
    </message>
    <message>
        <source>%1 deliveries</source>
        <translation>%1 Zustellungen</translation>
    </message>
    <message>
        <source>Publish an e&amp;vent…</source>
        <translation>Ereignis &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>Send test &amp;from a template…</source>
        <translation>Test aus &amp;Vorlage senden …</translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>&amp;Edit and resend…</source>
        <translation>&amp;Bearbeitet erneut senden …</translation>
    </message>
    <message>
        <source>Resend fa&amp;iled since…</source>
        <translation>&amp;Gescheitertes erneut senden seit …</translation>
    </message>
    <message>
        <source>Pause with a rea&amp;son…</source>
        <translation>&amp;Mit Grund pausieren …</translation>
    </message>
    <message>
        <source>Write an event and publish it</source>
        <translation>Ein Ereignis schreiben und veröffentlichen</translation>
    </message>
    <message>
        <source>Choose an attempt in the list first</source>
        <translation>Wählen Sie zuerst einen Versuch in der Liste</translation>
    </message>
    <message>
        <source>At most %1 rows at a time</source>
        <translation>Höchstens %1 Zeilen auf einmal</translation>
    </message>
    <message>
        <source>The next heartbeat comes by itself</source>
        <translation>Der nächste Herzschlag kommt von selbst</translation>
    </message>
    <message>
        <source>Send what the chosen attempts sent once more</source>
        <translation>Noch einmal senden, was die gewählten Versuche sandten</translation>
    </message>
    <message>
        <source>Choose one attempt alone</source>
        <translation>Wählen Sie einen einzigen Versuch</translation>
    </message>
    <message>
        <source>Send a changed copy to the same destination</source>
        <translation>Eine geänderte Kopie an dasselbe Ziel senden</translation>
    </message>
    <message>
        <source>This delivery has ended</source>
        <translation>Diese Zustellung ist beendet</translation>
    </message>
    <message>
        <source>Make no further attempt for the chosen deliveries</source>
        <translation>Für die gewählten Zustellungen keinen weiteren Versuch machen</translation>
    </message>
    <message>
        <source>Choose a destination first</source>
        <translation>Wählen Sie zuerst ein Ziel</translation>
    </message>
    <message>
        <source>There is no destination yet</source>
        <translation>Es gibt noch kein Ziel</translation>
    </message>
    <message>
        <source>Send one or more test events</source>
        <translation>Ein Testereignis oder mehrere senden</translation>
    </message>
    <message>
        <source>Send again what has failed at the chosen destination</source>
        <translation>Erneut senden, was beim gewählten Ziel gescheitert ist</translation>
    </message>
    <message>
        <source>Nothing waits for this destination</source>
        <translation>Für dieses Ziel wartet nichts</translation>
    </message>
    <message>
        <source>Cancel the deliveries that wait for the chosen destination</source>
        <translation>Die Zustellungen abbrechen, die für das gewählte Ziel warten</translation>
    </message>
    <message>
        <source>It is paused already</source>
        <translation>Es ist schon pausiert</translation>
    </message>
    <message>
        <source>Pause the chosen destination and say why</source>
        <translation>Das gewählte Ziel pausieren und sagen, warum</translation>
    </message>
    <message>
        <source>Sent again as %1.</source>
        <translation>Erneut gesendet als %1.</translation>
    </message>
    <message>
        <source>%1 for %2 would never be sent.</source>
        <translation>%1 für %2 würden nie gesendet.</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Abgebrochen: %1.</translation>
    </message>
    <message>
        <source>%1 no longer waited.</source>
        <translation>%1 warteten nicht mehr.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Why %1 is paused; it may be left empty.</source>
        <translation>Warum %1 pausiert ist; darf leer bleiben.</translation>
    </message>
    <message>
        <source>&amp;Cancel waiting</source>
        <translation>Wartendes &amp;abbrechen</translation>
    </message>
    <message>
        <source>Cancel all &amp;waiting…</source>
        <translation>Alles &amp;Wartende abbrechen …</translation>
    </message>
    <message>
        <source>Resend (in the list)</source>
        <translation>Erneut senden (in der Liste)</translation>
    </message>
</context>
<context>
    <name>Gui::DestinationDelegate</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>pausiert: %1</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Fehlschlag</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>%1 Fehlschläge</translation>
    </message>
    <message>
        <source>All destinations</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 gestört</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächste %1</translation>
    </message>
    <message>
        <source>dispatching off</source>
        <translation>Versand aus</translation>
    </message>
</context>
<context>
    <name>Gui::DestinationDesk</name>
    <message>
        <source>&amp;Add destination…</source>
        <translation>Ziel &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Send &amp;test</source>
        <translation>&amp;Test senden</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Copy URL</source>
        <translation>&amp;URL kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo removal</source>
        <translation>Entfernen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>Ein Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Choose a destination first</source>
        <translation>Wählen Sie zuerst ein Ziel</translation>
    </message>
    <message>
        <source>Send one test event to the chosen destination</source>
        <translation>Ein Testereignis an das gewählte Ziel senden</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Send to the chosen destination again</source>
        <translation>Wieder an das gewählte Ziel senden</translation>
    </message>
    <message>
        <source>Keep back what is for the chosen destination</source>
        <translation>Zurückhalten, was für das gewählte Ziel ist</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren …</translation>
    </message>
    <message>
        <source>Show &amp;only this</source>
        <translation>Nur dieses &amp;zeigen</translation>
    </message>
    <message>
        <source>Copy c&amp;url that registers it</source>
        <translation>&amp;curl-Befehl kopieren (Anmelden)</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Duplicate destination</source>
        <translation>Ziel duplizieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copied, without the value of 1 header.</source>
        <translation>Kopiert, ohne den Wert von 1 Header.</translation>
    </message>
    <message>
        <source>Copied, without the values of %1 headers.</source>
        <translation>Kopiert, ohne die Werte von %1 Headern.</translation>
    </message>
</context>
<context>
    <name>Gui::DestinationDialog</name>
    <message>
        <source>Heartbeat</source>
        <translation>Herzschlag</translation>
    </message>
    <message>
        <source>The program&apos;s interval</source>
        <translation>Standardabstand</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>bestellungen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>Heart&amp;beat</source>
        <translation>Her&amp;zschlag</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>Erweiter&amp;t</translation>
    </message>
    <message>
        <source>Edit destination</source>
        <translation>Ziel bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>A name and an http or https URL are needed.</source>
        <translation>Ein Name und eine URL mit http oder https sind nötig.</translation>
    </message>
    <message>
        <source>“%1” with this URL is there already.</source>
        <translation>„%1“ mit dieser URL gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” sends there as well.</source>
        <translation>„%1“ sendet auch dorthin.</translation>
    </message>
    <message>
        <source>Another destination has this name, too.</source>
        <translation>Ein anderes Ziel heißt ebenso.</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>What the test brought</source>
        <translation>Was der Test ergab</translation>
    </message>
    <message>
        <source>Sends one test event there, without keeping the destination</source>
        <translation>Sendet ein Testereignis dorthin, ohne das Ziel zu behalten</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warten auf die Antwort …</translation>
    </message>
    <message>
        <source>%1 after %2.</source>
        <translation>%1 nach %2.</translation>
    </message>
    <message>
        <source>There is no computer named %1 at the moment. Check the spelling.</source>
        <translation>Einen Rechner namens %1 gibt es im Augenblick nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The name service does not tell where %1 is.</source>
        <translation>Der Namensdienst sagt nicht, wo %1 ist.</translation>
    </message>
    <message>
        <source>Its secret cannot sign by %1. Enter one that can, or make one.</source>
        <translation>Sein Geheimnis kann nicht nach %1 signieren. Geben Sie ein passendes ein, oder erzeugen Sie eines.</translation>
    </message>
    <message>
        <source>Changed since it was tested.</source>
        <translation>Seit dem Test geändert.</translation>
    </message>
    <message>
        <source>Event types, such as invoice.paid or invoice.*, separated by commas</source>
        <translation>Ereignisarten, etwa invoice.paid oder invoice.*, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Waiting until Hookpost has taken it…</source>
        <translation>Warten, bis Hookpost es übernommen hat …</translation>
    </message>
    <message>
        <source>A name is needed, too.</source>
        <translation>Es fehlt noch ein Name.</translation>
    </message>
</context>
<context>
    <name>Gui::DestinationList</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>Gui::DestinationModel</name>
    <message>
        <source>nothing sent yet</source>
        <translation>noch nichts gesendet</translation>
    </message>
    <message>
        <source>last answer %1 at %2</source>
        <translation>letzte Antwort %1 um %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>one attempt at a time, the next at %1 or later</source>
        <translation>ein Versuch auf einmal, der nächste um %1 oder später</translation>
    </message>
    <message>
        <source>All destinations</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>never sent</source>
        <translation>nie gesendet</translation>
    </message>
    <message>
        <source>active</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>held until %1, as the receiver asked (429)</source>
        <translation>zurückgehalten bis %1, wie der Empfänger bat (429)</translation>
    </message>
    <message>
        <source>%1 of the last %2 attempts were delivered</source>
        <translation>%1 der letzten %2 Versuche wurden zugestellt</translation>
    </message>
    <message>
        <source>1 failure since the last success</source>
        <translation>1 Fehlschlag seit dem letzten Erfolg</translation>
    </message>
    <message>
        <source>%1 failures since the last success</source>
        <translation>%1 Fehlschläge seit dem letzten Erfolg</translation>
    </message>
    <message>
        <source>registered through the API</source>
        <translation>über die API angemeldet</translation>
    </message>
    <message>
        <source>added in the window</source>
        <translation>im Fenster hinzugefügt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>asked us to wait; next %1</source>
        <translation>bat um Pause; weiter %1</translation>
    </message>
    <message>
        <source>next attempt %1</source>
        <translation>nächster Versuch %1</translation>
    </message>
    <message>
        <source>dispatching is off</source>
        <translation>der Versand ist aus</translation>
    </message>
    <message>
        <source>one attempt at a time</source>
        <translation>ein Versuch auf einmal</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Fehlschlag</translation>
    </message>
    <message>
        <source>%1 failures in a row</source>
        <translation>%1 Fehlschläge in Folge</translation>
    </message>
    <message>
        <source>%1 failed for good</source>
        <translation>%1 endgültig fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 did not go through yet</source>
        <translation>%1 sind noch nicht durchgekommen</translation>
    </message>
</context>
<context>
    <name>Gui::DetailDesk</name>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Show what differs between the two chosen rows</source>
        <translation>Zeigen, worin sich die zwei gewählten Zeilen unterscheiden</translation>
    </message>
    <message>
        <source>Choose exactly two rows first</source>
        <translation>Wählen Sie zuerst genau zwei Zeilen</translation>
    </message>
</context>
<context>
    <name>Gui::DetailPane</name>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Details of the chosen row</source>
        <translation>Einzelheiten der gewählten Zeile</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>Die Anfrage hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Show as column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
    <message>
        <source>Only this value</source>
        <translation>Nur dieser Wert</translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <source>Add this value to filter</source>
        <translation>Diesen Wert zum Filter hinzufügen</translation>
    </message>
    <message>
        <source>Nothing of the answer&apos;s body was kept.</source>
        <translation>Vom Inhalt der Antwort wurde nichts behalten.</translation>
    </message>
    <message>
        <source>Of this event&apos;s attempts, shown here: “%1”, try %2, at %3</source>
        <translation>Von den Versuchen dieses Ereignisses hier gezeigt: „%1“, Versuch %2, um %3</translation>
    </message>
</context>
<context>
    <name>Gui::DiffView</name>
    <message>
        <source>… %1 lines are the same</source>
        <translation>… %1 Zeilen sind gleich</translation>
    </message>
    <message>
        <source>“%1” of %2</source>
        <translation>„%1“ von %2</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>There is nothing before it to compare with.</source>
        <translation>Davor ist nichts, womit sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>The other row is being read…</source>
        <translation>Die andere Zeile wird gelesen …</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 zu %2</translation>
    </message>
    <message>
        <source>Nothing differs. %1</source>
        <translation>Nichts ist anders. %1</translation>
    </message>
</context>
<context>
    <name>Gui::ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>&amp;Mask what may be secret</source>
        <translation>&amp;Verdecken, was geheim sein kann</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>HTTP Archive (HAR 1.2)</source>
        <translation>HTTP-Archiv (HAR 1.2)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV, without bodies</source>
        <translation>CSV, ohne Inhalte</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>The &amp;chosen row</source>
        <translation>Die &amp;gewählte Zeile</translation>
    </message>
    <message>
        <source>The &amp;chosen rows (%1)</source>
        <translation>Die &amp;gewählten Zeilen (%1)</translation>
    </message>
    <message>
        <source>The rows that are &amp;shown (%1)</source>
        <translation>Die ge&amp;zeigten Zeilen (%1)</translation>
    </message>
    <message>
        <source>&amp;All that is on record</source>
        <translation>&amp;Alles Aufgezeichnete</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Nothing is masked: credentials, signatures and cookies stand in the file. Only you may read it.</source>
        <translation>Nichts ist verdeckt: Zugangsdaten, Signaturen und Cookies stehen in der Datei. Nur Sie dürfen sie lesen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Name a file first</source>
        <translation>Nennen Sie zuerst eine Datei</translation>
    </message>
    <message>
        <source>the newest row</source>
        <translation>der neuesten Zeile</translation>
    </message>
    <message>
        <source>the newest %1 rows</source>
        <translation>den neuesten %1 Zeilen</translation>
    </message>
    <message>
        <source>In %1 there is nothing to mask.</source>
        <translation>In %1 ist nichts zu verdecken.</translation>
    </message>
    <message>
        <source>%1 (%2×)</source>
        <translation>%1 (%2×)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>In %1: %2.</source>
        <translation>In %1: %2.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt …</translation>
    </message>
    <message>
        <source>%1 of %2 rows written.</source>
        <translation>%1 von %2 Zeilen geschrieben.</translation>
    </message>
    <message>
        <source>Stopped; no file was left behind.</source>
        <translation>Angehalten; es blieb keine Datei zurück.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>The values of credentials, cookies and signatures, of all fields that a destination brings along, and of queries are masked. Bodies stay as they are. Only you may read the file.</source>
        <translation>Verdeckt werden die Werte von Zugangsdaten, Cookies und Signaturen, von allen Feldern, die ein Ziel mitbringt, und von Parametern in URLs. Inhalte bleiben, wie sie sind. Nur Sie dürfen die Datei lesen.</translation>
    </message>
</context>
<context>
    <name>Gui::FieldModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Hidden until you show secrets</source>
        <translation>Verborgen, bis Sie geheime Werte zeigen</translation>
    </message>
</context>
<context>
    <name>Gui::FieldTable</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>Namen und Wert kopieren</translation>
    </message>
</context>
<context>
    <name>Gui::FilterBar</name>
    <message>
        <source>Save filter as &amp;button…</source>
        <translation>Filter als &amp;Knopf speichern …</translation>
    </message>
    <message>
        <source>&amp;Saved filters</source>
        <translation>&amp;Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Save filter as button</source>
        <translation>Filter als Knopf speichern</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Rename button</source>
        <translation>Knopf umbenennen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Keep this filter as a button</source>
        <translation>Diesen Filter als Knopf speichern</translation>
    </message>
    <message>
        <source>There is no filter to keep</source>
        <translation>Es gibt keinen Filter zum Speichern</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>This filter cannot be read</source>
        <translation>Dieser Filter ist nicht lesbar</translation>
    </message>
    <message>
        <source>Until then the list shows all.</source>
        <translation>Bis dahin zeigt die Liste alles.</translation>
    </message>
    <message>
        <source>Until then the list shows: %1</source>
        <translation>Bis dahin zeigt die Liste: %1</translation>
    </message>
    <message>
        <source>Mana&amp;ge saved filters…</source>
        <translation>Gespeicherte Filter &amp;verwalten …</translation>
    </message>
    <message>
        <source>Rename or remove what was saved</source>
        <translation>Benennt Gespeichertes um oder entfernt es</translation>
    </message>
</context>
<context>
    <name>Gui::FilterDesk</name>
    <message>
        <source>Filter by the current cell alone</source>
        <translation>Nur nach der aktuellen Zelle filtern</translation>
    </message>
    <message>
        <source>Leave out what is like the current cell</source>
        <translation>Ausschließen, was der aktuellen Zelle gleicht</translation>
    </message>
    <message>
        <source>Narrow the filter by the current cell</source>
        <translation>Den Filter um die aktuelle Zelle ergänzen</translation>
    </message>
    <message>
        <source>this</source>
        <translation>dies</translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <translation>Nur %1 (&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Exclude %1</source>
        <translation>%1 aussch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Add %1 to filter</source>
        <translation>%1 &amp;zum Filter hinzufügen</translation>
    </message>
    <message>
        <source>Only the current cell</source>
        <translation>Nur die aktuelle Zelle</translation>
    </message>
    <message>
        <source>Exclude the current cell</source>
        <translation>Die aktuelle Zelle ausschließen</translation>
    </message>
    <message>
        <source>Add the current cell to filter</source>
        <translation>Die aktuelle Zelle dem Filter hinzufügen</translation>
    </message>
</context>
<context>
    <name>Gui::FilterField</name>
    <message>
        <source>Filter, such as: refused status:5xx dest:orders -is:heartbeat</source>
        <translation>Filter, etwa: refused status:5xx dest:orders -is:heartbeat</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Das Protokoll filtern</translation>
    </message>
    <message>
        <source>Words are looked for anywhere; key:value narrows; a minus leaves out; &quot;or&quot; and parentheses join; quotes hold blanks; /slashes/ a regular expression.
Down shows all keys.</source>
        <translation>Wörter werden überall gesucht; Schlüssel:Wert grenzt ein; ein Minus schließt aus; „or“ und Klammern verbinden; Anführungszeichen fassen Leerzeichen ein; /Schrägstriche/ einen regulären Ausdruck.
Pfeil ab zeigt alle Schlüssel.</translation>
    </message>
    <message>
        <source>Shows what a filter can say (Down)</source>
        <translation>Zeigt, was ein Filter sagen kann (Pfeil ab)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is looked for as a word. Leave it out: terms side by side must all match. Put it in quotes to look for the word.</source>
        <translation>„%1“ wird als Wort gesucht. Lassen Sie es weg: Begriffe nebeneinander müssen alle zutreffen. In Anführungszeichen ist das Wort gemeint.</translation>
    </message>
</context>
<context>
    <name>Gui::FilterPopup</name>
    <message>
        <source>What the filter may say</source>
        <translation>Was der Filter sagen kann</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>zuletzt</translation>
    </message>
</context>
<context>
    <name>Gui::FiltersDialog</name>
    <message>
        <source>Re&amp;name…</source>
        <translation>Umbe&amp;nennen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Knopf</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>There is no saved filter</source>
        <translation>Es gibt keinen gespeicherten Filter</translation>
    </message>
    <message>
        <source>Rename button</source>
        <translation>Knopf umbenennen</translation>
    </message>
</context>
<context>
    <name>Gui::FindBar</name>
    <message>
        <source>Find in this body</source>
        <translation>In diesem Inhalt suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Not found in the first %1 characters</source>
        <translation>In den ersten %1 Zeichen nicht gefunden</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, having gone round</source>
        <translation>%1, von vorn begonnen</translation>
    </message>
</context>
<context>
    <name>Gui::FleetDelegate</name>
    <message>
        <source>no attempt</source>
        <translation>kein Versuch</translation>
    </message>
    <message>
        <source>%1 of %2 not delivered</source>
        <translation>%1 von %2 nicht zugestellt</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
</context>
<context>
    <name>Gui::FleetModel</name>
    <message>
        <source>%1: success %2; %3</source>
        <translation>%1: Erfolg %2; %3</translation>
    </message>
</context>
<context>
    <name>Gui::FleetPanel</name>
    <message>
        <source>All destinations</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>&amp;Sort again</source>
        <translation>Neu &amp;sortieren</translation>
    </message>
    <message>
        <source>Those that fail most stand first</source>
        <translation>Am meisten Gestörte stehen vorn</translation>
    </message>
    <message>
        <source>Cards keep their places while you look</source>
        <translation>Karten bleiben stehen, während Sie hinsehen</translation>
    </message>
</context>
<context>
    <name>Gui::GeneralPage</name>
    <message>
        <source>Closing the window goes to the &amp;tray</source>
        <translation>Schließen legt das Fenster in den &amp;Infobereich</translation>
    </message>
    <message>
        <source>Hookpost goes on sending. The icon in the tray shows the window again.</source>
        <translation>Hookpost sendet weiter. Das Symbol im Infobereich zeigt das Fenster wieder.</translation>
    </message>
    <message>
        <source>This desktop has no tray at the moment; closing quits.</source>
        <translation>Dieser Desktop hat derzeit keinen Infobereich; das Schließen des Fensters beendet Hookpost.</translation>
    </message>
    <message>
        <source>Without a tray, closing goes on in the &amp;background</source>
        <translation>Ohne Infobereich geht es nach dem Schließen im &amp;Hintergrund weiter</translation>
    </message>
    <message>
        <source>Starting Hookpost once more shows the window again.</source>
        <translation>Ein weiterer Start von Hookpost zeigt das Fenster wieder.</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>Bei der &amp;Anmeldung starten</translation>
    </message>
    <message>
        <source>Minimized, or in the tray where closing goes there.</source>
        <translation>Minimiert, oder im Infobereich, wenn Schließen dorthin führt.</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Same as desktop</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
</context>
<context>
    <name>Gui::HeaderField</name>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Name: value, one a line</source>
        <translation>Name: Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>“%1” is not a header: write it as Name: value.</source>
        <translation>„%1“ ist kein Header: Schreiben Sie Name: Wert.</translation>
    </message>
    <message>
        <source>No line differs from the original.</source>
        <translation>Keine Zeile weicht vom Original ab.</translation>
    </message>
    <message>
        <source>1 line differs from the original.</source>
        <translation>1 Zeile weicht vom Original ab.</translation>
    </message>
    <message>
        <source>%1 lines differ from the original.</source>
        <translation>%1 Zeilen weichen vom Original ab.</translation>
    </message>
</context>
<context>
    <name>Gui::HelpDesk</name>
    <message>
        <source>Hookpost &amp;help</source>
        <translation>Hookpost-&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Gui::HelpDialog</name>
    <message>
        <source>a word in names, types, ids or errors</source>
        <translation>ein Wort in Namen, Typen, Ids oder Fehlern</translation>
    </message>
    <message>
        <source>words with blanks between them</source>
        <translation>Wörter mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>all but these</source>
        <translation>alles außer diesen</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>either</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>what stands in brackets first</source>
        <translation>zuerst, was in Klammern steht</translation>
    </message>
    <message>
        <source>Hookpost help</source>
        <translation>Hookpost-Hilfe</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>1. Add a destination: the address that webhooks go to. A command in a terminal can register one as well.</source>
        <translation>1. Fügen Sie ein Ziel hinzu: die Adresse, an die Webhooks gehen. Auch ein Befehl in einem Terminal kann eines anmelden.</translation>
    </message>
    <message>
        <source>2. Send it a test. What was sent and what came back is a row of the list.</source>
        <translation>2. Senden Sie ihm einen Test. Was gesendet wurde und was zurückkam, ist eine Zeile der Liste.</translation>
    </message>
    <message>
        <source>3. Choose a row to see all of it below: both messages, where the time went, what is probably wrong.</source>
        <translation>3. Wählen Sie eine Zeile, um unten alles von ihr zu sehen: beide Nachrichten, wo die Zeit blieb, was wahrscheinlich nicht stimmt.</translation>
    </message>
    <message>
        <source>A bin is a receiver that is built in, for trying things out without one of your own.</source>
        <translation>Ein Fach ist ein eingebauter Empfänger, um etwas auch ohne einen eigenen auszuprobieren.</translation>
    </message>
    <message>
        <source>&amp;Show the first steps</source>
        <translation>Die ersten Schritte &amp;zeigen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>What a filter may say</source>
        <translation>Was ein Filter sagen kann</translation>
    </message>
    <message>
        <source>A filter is made of words and of keys with values. The field offers what fits while you type; the arrow down shows all.</source>
        <translation>Ein Filter besteht aus Wörtern und aus Schlüsseln mit Werten. Das Feld bietet beim Tippen an, was passt; der Pfeil nach unten zeigt alles.</translation>
    </message>
    <message>
        <source>4. Fix the receiver, and send the row again.</source>
        <translation>4. Bringen Sie den Empfänger in Ordnung, und senden Sie die Zeile erneut.</translation>
    </message>
</context>
<context>
    <name>Gui::HistoryDesk</name>
    <message>
        <source>1 row will be deleted in a moment.</source>
        <translation>1 Zeile wird gleich gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows will be deleted in a moment.</source>
        <translation>%1 Zeilen werden gleich gelöscht.</translation>
    </message>
    <message>
        <source>1 row was deleted.</source>
        <translation>1 Zeile wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 rows were deleted.</source>
        <translation>%1 Zeilen wurden gelöscht.</translation>
    </message>
    <message>
        <source>1 pinned one stays.</source>
        <translation>1 angeheftete bleibt.</translation>
    </message>
    <message>
        <source>%1 pinned ones stay.</source>
        <translation>%1 angeheftete bleiben.</translation>
    </message>
    <message>
        <source>1 stays, since its delivery has not ended.</source>
        <translation>1 bleibt, weil ihre Zustellung noch nicht beendet ist.</translation>
    </message>
    <message>
        <source>%1 stay, since their deliveries have not ended.</source>
        <translation>%1 bleiben, weil ihre Zustellungen noch nicht beendet sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Delete all that has ended; pinned rows stay</source>
        <translation>Löscht alles, was beendet ist; Angeheftetes bleibt</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>Wählen Sie zuerst eine Zeile</translation>
    </message>
    <message>
        <source>At most %1 rows at a time</source>
        <translation>Höchstens %1 Zeilen auf einmal</translation>
    </message>
    <message>
        <source>Delete the chosen rows, with all attempts of their deliveries; pinned ones stay</source>
        <translation>Löscht die gewählten Zeilen mit allen Versuchen ihrer Zustellungen; angeheftete bleiben</translation>
    </message>
    <message>
        <source>The whole history will be deleted in a moment. Pinned rows stay, and so does what has not ended.</source>
        <translation>Der ganze Verlauf wird gleich gelöscht. Angeheftetes bleibt, ebenso, was noch nicht beendet ist.</translation>
    </message>
    <message>
        <source>&amp;Undo deletion</source>
        <translation>Löschen &amp;rückgängig</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <source>De&amp;lete from history</source>
        <translation>Aus dem Verlauf &amp;löschen</translation>
    </message>
    <message>
        <source>Clear &amp;history</source>
        <translation>Ver&amp;lauf leeren</translation>
    </message>
</context>
<context>
    <name>Gui::ImageView</name>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>This image cannot be shown.</source>
        <translation>Dieses Bild kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>An image of %1 by %2 pixels</source>
        <translation>Ein Bild von %1 mal %2 Pixeln</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>Gui::ImportDialog</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>its secret stays as it is here</source>
        <translation>sein Geheimnis bleibt, wie es hier ist</translation>
    </message>
    <message>
        <source>Import configuration</source>
        <translation>Konfiguration importieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What would become of each destination</source>
        <translation>Was aus jedem Ziel würde</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>%1 would be added, %2 changed, %3 stay as they are.</source>
        <translation>%1 würden hinzugefügt, %2 geändert, %3 bleiben.</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Das ist erledigt</translation>
    </message>
    <message>
        <source>The file has destinations that are refused</source>
        <translation>Die Datei hat Ziele, die abgelehnt werden</translation>
    </message>
    <message>
        <source>%1 added, %2 changed.</source>
        <translation>%1 hinzugefügt, %2 geändert.</translation>
    </message>
    <message>
        <source>%1: %2 refused, so nothing was imported. Correct the file and choose it again.</source>
        <translation>%1: %2 abgelehnt, daher wurde nichts importiert. Berichtigen Sie die Datei und wählen Sie sie erneut.</translation>
    </message>
    <message>
        <source>There is nothing to import</source>
        <translation>Es gibt nichts zu importieren</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Es wurde nichts importiert: %1</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 wurde importiert.</translation>
    </message>
</context>
<context>
    <name>Gui::JsonTree</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy JSON path</source>
        <translation>JSON-Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Show as column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
    <message>
        <source>Only this value</source>
        <translation>Nur dieser Wert</translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <source>Add this value to filter</source>
        <translation>Diesen Wert zum Filter hinzufügen</translation>
    </message>
</context>
<context>
    <name>Gui::JsonTreeModel</name>
    <message>
        <source>{ 1 member }</source>
        <translation>{ 1 Eintrag }</translation>
    </message>
    <message>
        <source>{ %1 members }</source>
        <translation>{ %1 Einträge }</translation>
    </message>
    <message>
        <source>[ 1 item ]</source>
        <translation>[ 1 Element ]</translation>
    </message>
    <message>
        <source>[ %1 items ]</source>
        <translation>[ %1 Elemente ]</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Gui::KeepDesk</name>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>P&amp;revious pin</source>
        <translation>V&amp;orherige Anheftung</translation>
    </message>
    <message>
        <source>Ne&amp;xt pin</source>
        <translation>Nächste Anheft&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write rows of the log to a file</source>
        <translation>Zeilen des Protokolls in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Go to the pinned row above, wherever it is</source>
        <translation>Zur angehefteten Zeile darüber gehen, wo immer sie ist</translation>
    </message>
    <message>
        <source>Go to the pinned row below, wherever it is</source>
        <translation>Zur angehefteten Zeile darunter gehen, wo immer sie ist</translation>
    </message>
    <message>
        <source>No row is pinned yet.</source>
        <translation>Noch ist keine Zeile angeheftet.</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>Wählen Sie zuerst eine Zeile</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>At most 1,000 rows at a time</source>
        <translation>Höchstens 1.000 Zeilen auf einmal</translation>
    </message>
    <message>
        <source>A pinned row is kept whatever the limits</source>
        <translation>Eine angeheftete Zeile bleibt, was auch die Grenzen sind</translation>
    </message>
    <message>
        <source>Write a few words on the chosen row</source>
        <translation>Einige Worte zur gewählten Zeile schreiben</translation>
    </message>
    <message>
        <source>Choose one row alone</source>
        <translation>Wählen Sie eine einzige Zeile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What to remember about this row; it may be left empty.</source>
        <translation>Was von dieser Zeile zu merken ist; darf leer bleiben.</translation>
    </message>
</context>
<context>
    <name>Gui::LogCopier</name>
    <message>
        <source>Copy cell</source>
        <translation>Feld kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>Gui::LogDesk</name>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>F&amp;iltern …</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Filter leeren</translation>
    </message>
    <message>
        <source>&amp;Previous row</source>
        <translation>&amp;Vorherige Zeile</translation>
    </message>
    <message>
        <source>&amp;Next row</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>Keep the newest row in sight</source>
        <translation>Die neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>Zum Filter gehen</translation>
    </message>
    <message>
        <source>Pa&amp;use view</source>
        <translation>Ansicht &amp;anhalten</translation>
    </message>
    <message>
        <source>Show each &amp;heartbeat</source>
        <translation>&amp;Jeden Herzschlag zeigen</translation>
    </message>
    <message>
        <source>&amp;Group by event</source>
        <translation>Nach &amp;Ereignis gruppieren</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>Ze&amp;it</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Let the list stand still; deliveries go on</source>
        <translation>Die Liste stehen lassen; Zustellungen gehen weiter</translation>
    </message>
    <message>
        <source>&amp;Local</source>
        <translation>&amp;Örtlich</translation>
    </message>
    <message>
        <source>&amp;Relative</source>
        <translation>&amp;Relativ</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Since the row above</source>
        <translation>&amp;Seit der Zeile darüber</translation>
    </message>
    <message>
        <source>&amp;Add column…</source>
        <translation>Spalte &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Take this column away</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>A sorted list shows each row by itself</source>
        <translation>Eine sortierte Liste zeigt jede Zeile für sich</translation>
    </message>
    <message>
        <source>Go back to the order of time, and keep the newest row in sight</source>
        <translation>Zur Reihenfolge der Zeit zurückkehren und die neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>Sort b&amp;y</source>
        <translation>Sortieren na&amp;ch</translation>
    </message>
</context>
<context>
    <name>Gui::LogModel</name>
    <message>
        <source>first %1, newest %2</source>
        <translation>der erste %1, der neueste %2</translation>
    </message>
    <message>
        <source>%1, coloured: %2</source>
        <translation>%1, gefärbt: %2</translation>
    </message>
    <message>
        <source>Coloured: %1</source>
        <translation>Gefärbt: %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>Gui::LogPanel</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>0 of %1 rows match.</source>
        <translation>0 von %1 Zeilen passen.</translation>
    </message>
    <message>
        <source>Nothing has been sent or received yet.</source>
        <translation>Noch wurde nichts gesendet oder empfangen.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Einen Test senden</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Wird sortiert …</translation>
    </message>
    <message>
        <source>Filter field (from the list)</source>
        <translation>Filterfeld (aus der Liste)</translation>
    </message>
    <message>
        <source>Newest row, and follow</source>
        <translation>Neueste Zeile, und folgen</translation>
    </message>
    <message>
        <source>Look in the bodies</source>
        <translation>In den Inhalten suchen</translation>
    </message>
    <message>
        <source>Words alone are not looked for in the bodies of messages.</source>
        <translation>Bloße Wörter werden nicht in den Inhalten der Nachrichten gesucht.</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen …</translation>
    </message>
</context>
<context>
    <name>Gui::LogView</name>
    <message>
        <source>Log of attempts and received requests</source>
        <translation>Protokoll der Versuche und empfangenen Anfragen</translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message>
        <source>Tool bar</source>
        <translation>Symbolleiste</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>dispatching off</source>
        <translation>Versand aus</translation>
    </message>
    <message>
        <source>1 destination</source>
        <translation>1 Ziel</translation>
    </message>
    <message>
        <source>%1 destinations</source>
        <translation>%1 Ziele</translation>
    </message>
    <message>
        <source>Hookpost — %1</source>
        <translation>Hookpost — %1</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>Show in the log</source>
        <translation>Im Protokoll zeigen</translation>
    </message>
    <message>
        <source>Back: end the search, clear the filter, to the list</source>
        <translation>Zurück: Suche beenden, Filter leeren, zur Liste</translation>
    </message>
    <message>
        <source>Choose a destination, or a row of one, first</source>
        <translation>Wählen Sie zuerst ein Ziel oder eine seiner Zeilen</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends Hookpost, and nothing is sent any more. Close it again to quit.</source>
        <translation>Dieser Desktop hat keinen Infobereich, daher endet Hookpost mit dem Schließen, und es wird nichts mehr gesendet. Schließen Sie noch einmal, um zu beenden.</translation>
    </message>
    <message>
        <source>&amp;Undo addition</source>
        <translation>Hinzufügen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
</context>
<context>
    <name>Gui::MessageView</name>
    <message>
        <source>Filter headers</source>
        <translation>Header filtern</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>1 header</source>
        <translation>1 Header</translation>
    </message>
    <message>
        <source>%1 headers</source>
        <translation>%1 Header</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Gui::NewsPill</name>
    <message>
        <source>Show the newest rows (End)</source>
        <translation>Die neuesten Zeilen zeigen (Ende)</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Sort again, with the rows that have come</source>
        <translation>Neu sortieren, mit den inzwischen gekommenen Zeilen</translation>
    </message>
    <message>
        <source>over %1 new</source>
        <translation>über %1 neu</translation>
    </message>
</context>
<context>
    <name>Gui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Gui::NotificationService</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
</context>
<context>
    <name>Gui::NotificationsPage</name>
    <message>
        <source>a destination &amp;fails for the first time</source>
        <translation>ein Ziel zum ersten Mal &amp;scheitert</translation>
    </message>
    <message>
        <source>Hookpost &amp;pauses it</source>
        <translation>Hookpost es &amp;pausiert</translation>
    </message>
    <message>
        <source>a &amp;bin gets its first request while the window is hidden</source>
        <translation>ein &amp;Fach bei verborgenem Fenster erstmals etwas bekommt</translation>
    </message>
    <message>
        <source>While you work in another window, notify when</source>
        <translation>Bei der Arbeit in anderen Fenstern melden, wenn</translation>
    </message>
    <message>
        <source>it &amp;recovers</source>
        <translation>es &amp;wieder gelingt</translation>
    </message>
    <message>
        <source>Of each kind one a minute at most; what comes in between is reported together.</source>
        <translation>Von jeder Art höchstens eine in der Minute; was dazwischen kommt, wird zusammen gemeldet.</translation>
    </message>
</context>
<context>
    <name>Gui::Notifier</name>
    <message numerus="yes">
        <source>%n destination(s) failing</source>
        <translation>
            <numerusform>%n Ziel gestört</numerusform>
            <numerusform>%n Ziele gestört</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) paused by Hookpost</source>
        <translation>
            <numerusform>%n Ziel von Hookpost pausiert</numerusform>
            <numerusform>%n Ziele von Hookpost pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bin(s) received requests</source>
        <translation>
            <numerusform>%n Fach hat Anfragen empfangen</numerusform>
            <numerusform>%n Fächer haben Anfragen empfangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) recovered</source>
        <translation>
            <numerusform>%n Ziel wieder in Ordnung</numerusform>
            <numerusform>%n Ziele wieder in Ordnung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::OptionsPage</name>
    <message>
        <source>Cannot be kept. %1</source>
        <translation>Kann nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>On in this run, from the command line. %1</source>
        <translation>In diesem Lauf eingeschaltet, von der Befehlszeile. %1</translation>
    </message>
    <message>
        <source>%1 in this run, from the command line. %2</source>
        <translation>In diesem Lauf %1, von der Befehlszeile. %2</translation>
    </message>
    <message>
        <source>%1, from the command line</source>
        <translation>%1, von der Befehlszeile</translation>
    </message>
</context>
<context>
    <name>Gui::Overview</name>
    <message>
        <source>Facts about the chosen row</source>
        <translation>Angaben zur gewählten Zeile</translation>
    </message>
    <message>
        <source>Previous try</source>
        <translation>Vorheriger Versuch</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What the bin received</source>
        <translation>Was das Fach empfing</translation>
    </message>
    <message>
        <source>All %1 tries</source>
        <translation>Alle %1 Versuche</translation>
    </message>
    <message>
        <source>Choose a row to see what was sent and what came back.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, was gesendet wurde und was zurückkam.</translation>
    </message>
    <message>
        <source>Edit destination…</source>
        <translation>Ziel bearbeiten …</translation>
    </message>
    <message>
        <source>What it repeats</source>
        <translation>Was sie wiederholt</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Resume destination</source>
        <translation>Ziel fortsetzen</translation>
    </message>
    <message>
        <source>%1 rows are selected. Resend, pin, export or delete them, or choose one to see what was sent and what came back.</source>
        <translation>%1 Zeilen sind ausgewählt. Senden Sie sie erneut, heften Sie sie an, exportieren oder löschen Sie sie, oder wählen Sie eine, um zu sehen, was gesendet wurde und was zurückkam.</translation>
    </message>
</context>
<context>
    <name>Gui::PageDesk</name>
    <message>
        <source>The log cannot be read at the moment.</source>
        <translation>Das Protokoll kann zurzeit nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Gui::PathField</name>
    <message>
        <source>The file that is there is replaced.</source>
        <translation>Die vorhandene Datei wird ersetzt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
</context>
<context>
    <name>Gui::PauseNote</name>
    <message>
        <source>The view is paused; deliveries go on.</source>
        <translation>Die Ansicht ist angehalten; Zustellungen gehen weiter.</translation>
    </message>
    <message>
        <source>The view is paused; deliveries go on. Up to %1 new.</source>
        <translation>Die Ansicht ist angehalten; Zustellungen gehen weiter. Bis zu %1 neu.</translation>
    </message>
    <message>
        <source>The view is paused; deliveries go on. %1 new.</source>
        <translation>Die Ansicht ist angehalten; Zustellungen gehen weiter. %1 neu.</translation>
    </message>
    <message>
        <source>Not all of them may match the filter</source>
        <translation>Vielleicht passen nicht alle davon zum Filter</translation>
    </message>
</context>
<context>
    <name>Gui::PreferencesDesk</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Aktion fi&amp;nden …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Appearance: theme, dark or light, text size, font, row height</source>
        <translation>Aussehen: Farbschema (Theme), dunkel oder hell, Schriftgröße, Schriftart, Zeilenhöhe</translation>
    </message>
</context>
<context>
    <name>Gui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Heartbeat</source>
        <translation>Her&amp;zschlag</translation>
    </message>
    <message>
        <source>as many as the system allows</source>
        <translation>so viele das System erlaubt</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Bin port</source>
        <translation>Port der Fä&amp;cher</translation>
    </message>
    <message>
        <source>&amp;Largest body</source>
        <translation>&amp;Größter Inhalt</translation>
    </message>
    <message>
        <source>&amp;Server profile</source>
        <translation>&amp;Serverprofil</translation>
    </message>
    <message>
        <source>Sends only to what is globally reachable, not to this machine or its networks; for when others may register destinations.</source>
        <translation>Sendet nur an öffentlich erreichbare Adressen, nicht an diesen Rechner oder seine Netze; für den Fall, dass andere Ziele anmelden dürfen.</translation>
    </message>
    <message>
        <source>&amp;Allowed ranges</source>
        <translation>&amp;Erlaubte Bereiche</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>&amp;Attempts</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Open configuration file</source>
        <translation>&amp;Konfigurationsdatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>Als &amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>How many days ended deliveries are kept, or off.</source>
        <translation>Wie viele Tage beendete Zustellungen aufbewahrt werden, oder off für unbegrenzt.</translation>
    </message>
    <message>
        <source>How many attempts are kept, or off.</source>
        <translation>Wie viele Versuche aufbewahrt werden, oder off für unbegrenzt.</translation>
    </message>
    <message>
        <source>How large the database may become, such as 512MiB or 2GiB, or off.</source>
        <translation>Wie groß die Datenbank werden darf, etwa 512MiB oder 2GiB, oder off für unbegrenzt.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>The pause between heartbeats, such as 5s or 2m, or off.</source>
        <translation>Die Pause zwischen Herzschlägen, etwa 5s oder 2m, oder off für keine.</translation>
    </message>
    <message>
        <source>&amp;Max. concurrent</source>
        <translation>&amp;Gleichzeitig höchstens</translation>
    </message>
    <message>
        <source>POSTs under way at a time, 1 to %1.</source>
        <translation>Gleichzeitige POSTs, 1 bis %1.</translation>
    </message>
    <message>
        <source>Largest body that the HTTP interface takes, in bytes, up to 32 MiB.</source>
        <translation>Größter Inhalt, den die HTTP-Schnittstelle annimmt, in Bytes, bis 32 MiB.</translation>
    </message>
    <message>
        <source>Ranges that the server profile sends to as well, such as 10.0.0.0/8, separated by commas.</source>
        <translation>Bereiche, an die das Serverprofil auch sendet, etwa 10.0.0.0/8, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Changes on this page take effect at the next start, unless the command line overrides them.</source>
        <translation>Änderungen auf dieser Seite gelten ab dem nächsten Start, soweit die Befehlszeile nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Port of the HTTP interface, 0 to 65535; 0 takes a free port.</source>
        <translation>Port der HTTP-Schnittstelle, 0 bis 65535; 0 nimmt einen freien Port.</translation>
    </message>
    <message>
        <source>Port of the built-in receiver, 0 to 65535; 0 takes a free port.</source>
        <translation>Port des eingebauten Empfängers, 0 bis 65535; 0 nimmt einen freien Port.</translation>
    </message>
</context>
<context>
    <name>Gui::PublishDialog</name>
    <message>
        <source>Publish an event</source>
        <translation>Ereignis veröffentlichen</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeitet erneut senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Show in &amp;log</source>
        <translation>Im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Tem&amp;plate</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Destinations</source>
        <translation>&amp;Ziele</translation>
    </message>
    <message>
        <source>&amp;Content type</source>
        <translation>Inhalts&amp;typ</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Send it (Ctrl+Return)</source>
        <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Pause between two</source>
        <translation>Pause zwischen zweien</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>A type is needed, such as invoice.paid.</source>
        <translation>Eine Art ist nötig, etwa invoice.paid.</translation>
    </message>
    <message>
        <source>A content type is needed, such as application/json.</source>
        <translation>Ein Inhaltstyp ist nötig, etwa application/json.</translation>
    </message>
    <message>
        <source>No destination is ticked.</source>
        <translation>Kein Ziel ist angekreuzt.</translation>
    </message>
    <message>
        <source>Nothing is changed: the event goes to %1 again under its own id, %2, as a new delivery.</source>
        <translation>Nichts ist geändert: Das Ereignis geht unter seiner eigenen Kennung erneut an %1, %2, als neue Zustellung.</translation>
    </message>
    <message>
        <source>Goes to %1 alone, as a new event with an id of its own. The original stays as it is.</source>
        <translation>Geht nur an %1, als neues Ereignis mit eigener Kennung. Das Original bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Nobody has subscribed to this type: the event is kept, and sent to nobody.</source>
        <translation>Niemand hat diese Art abonniert: Das Ereignis wird aufbewahrt und niemandem gesendet.</translation>
    </message>
    <message>
        <source>Goes to %1 destinations.</source>
        <translation>Geht an %1 Ziele.</translation>
    </message>
    <message>
        <source>Stop (%1 left)</source>
        <translation>Anhalten (noch %1)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>“%1” is not an event type: letters, digits, _ and - in parts joined by full stops.</source>
        <translation>„%1“ ist keine Ereignisart: Buchstaben, Ziffern, _ und - in Teilen, die Punkte verbinden.</translation>
    </message>
    <message>
        <source>As a &amp;new event, with an id of its own</source>
        <translation>Als &amp;neues Ereignis, mit einer eigenen Kennung</translation>
    </message>
    <message>
        <source>Else it goes under its old id, as receivers know it</source>
        <translation>Sonst geht es unter seiner alten Kennung, wie Empfänger es kennen</translation>
    </message>
    <message>
        <source>Under its old id it can only go as it was, to whom it went</source>
        <translation>Unter seiner alten Kennung kann es nur so gehen, wie es war, und nur dorthin, wohin es ging</translation>
    </message>
    <message>
        <source>Goes to %1 destinations, as a new event with an id of its own. The original stays as it is.</source>
        <translation>Geht an %1 Ziele, als neues Ereignis mit eigener Kennung. Das Original bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>The headers cannot be sent so.</source>
        <translation>Die Header können so nicht gesendet werden.</translation>
    </message>
    <message>
        <source>Goes to 1 destination: %1.</source>
        <translation>Geht an 1 Ziel: %1.</translation>
    </message>
</context>
<context>
    <name>Gui::RankChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gui::RecordDesk</name>
    <message>
        <source>Fi&amp;nd in body…</source>
        <translation>Im Inhalt s&amp;uchen …</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorheriges suchen</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>&amp;cURL command</source>
        <translation>&amp;cURL-Befehl</translation>
    </message>
    <message>
        <source>&amp;HTTPie command</source>
        <translation>&amp;HTTPie-Befehl</translation>
    </message>
    <message>
        <source>&amp;Raw message</source>
        <translation>&amp;Rohe Nachricht</translation>
    </message>
    <message>
        <source>&amp;Markdown for a report</source>
        <translation>&amp;Markdown für einen Bericht</translation>
    </message>
    <message>
        <source>Save &amp;body…</source>
        <translation>Inhalt &amp;speichern …</translation>
    </message>
    <message>
        <source>Copies the request for other tools</source>
        <translation>Kopiert die Anfrage für andere Werkzeuge</translation>
    </message>
    <message>
        <source>Writes the very bytes of the body in front into a file</source>
        <translation>Schreibt genau die Bytes des gezeigten Inhalts in eine Datei</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>Inhalt speichern</translation>
    </message>
    <message>
        <source>Sho&amp;w secrets</source>
        <translation>Geheime &amp;Werte zeigen</translation>
    </message>
    <message>
        <source>Credentials, cookies, signatures, own headers and the values of queries are hidden otherwise, and masked in what is copied</source>
        <translation>Zugangsdaten, Cookies, Signaturen, eigene Header und Parameterwerte in URLs sind sonst verborgen und beim Kopieren maskiert</translation>
    </message>
    <message>
        <source>&amp;JSON of the row</source>
        <translation>&amp;JSON der Zeile</translation>
    </message>
</context>
<context>
    <name>Gui::ResendDialog</name>
    <message>
        <source>1 delivery</source>
        <translation>1 Zustellung</translation>
    </message>
    <message>
        <source>%1 deliveries</source>
        <translation>%1 Zustellungen</translation>
    </message>
    <message>
        <source>Resend what failed</source>
        <translation>Gescheitertes erneut senden</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>the last 15 minutes</source>
        <translation>in den letzten 15 Minuten</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>in der letzten Stunde</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>in den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>this moment</source>
        <translation>seit diesem Augenblick</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Augenblick</translation>
    </message>
    <message>
        <source>&amp;Failed since</source>
        <translation>&amp;Gescheitert</translation>
    </message>
    <message>
        <source>a destination that was removed</source>
        <translation>ein entferntes Ziel</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 left out: heartbeats.</source>
        <translation>%1 ausgelassen: Herzschläge.</translation>
    </message>
    <message>
        <source>%1 left out: no longer there.</source>
        <translation>%1 ausgelassen: nicht mehr da.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt …</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Made between %1 and %2</source>
        <translation>Entstanden zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Also %1 that went well</source>
        <translation>Auch %1, die gelungen sind</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Resend %1</source>
        <translation>%1 e&amp;rneut senden</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Das ist erledigt</translation>
    </message>
    <message>
        <source>Tick the box to send again what went well</source>
        <translation>Kreuzen Sie das Kästchen an, um Gelungenes erneut zu senden</translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <translation>Es gibt nichts zu senden</translation>
    </message>
    <message>
        <source>%1 of %2 sent again.</source>
        <translation>%1 von %2 erneut gesendet.</translation>
    </message>
    <message>
        <source>%1 left out.</source>
        <translation>%1 ausgelassen.</translation>
    </message>
    <message>
        <source>No delivery has failed for good yet: those that failed are tried again.</source>
        <translation>Noch keine Zustellung ist endgültig gescheitert: Was gescheitert ist, wird erneut versucht.</translation>
    </message>
    <message>
        <source>Nothing here needs to be sent again.</source>
        <translation>Hier muss nichts erneut gesendet werden.</translation>
    </message>
    <message>
        <source>It was sent again as a new, linked delivery.</source>
        <translation>Sie wurde als neue, verknüpfte Zustellung erneut gesendet.</translation>
    </message>
    <message>
        <source>They were sent again as new, linked deliveries.</source>
        <translation>Sie wurden als neue, verknüpfte Zustellungen erneut gesendet.</translation>
    </message>
    <message>
        <source>It will be sent again as a new, linked delivery.</source>
        <translation>Sie wird als neue, verknüpfte Zustellung erneut gesendet.</translation>
    </message>
    <message>
        <source>They will be sent again as new, linked deliveries.</source>
        <translation>Sie werden als neue, verknüpfte Zustellungen erneut gesendet.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 gescheitert.</translation>
    </message>
    <message>
        <source>%1 left out: still running; it goes out on its own.</source>
        <translation>%1 ausgelassen: läuft noch und wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>%1 left out: still running; they go out on their own.</source>
        <translation>%1 ausgelassen: laufen noch und werden von selbst gesendet.</translation>
    </message>
</context>
<context>
    <name>Gui::ResultList</name>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>on disk, waits</source>
        <translation>gespeichert, wartet</translation>
    </message>
    <message>
        <source>on disk, for nobody</source>
        <translation>gespeichert, für niemanden</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>Gui::RotateDialog</name>
    <message>
        <source>For 24 hours</source>
        <translation>24 Stunden lang</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Nicht länger</translation>
    </message>
    <message>
        <source>For</source>
        <translation>So lange:</translation>
    </message>
    <message>
        <source>Rotate secret</source>
        <translation>Geheimnis austauschen</translation>
    </message>
    <message>
        <source>Empty: a new one is made</source>
        <translation>Leer: Es wird ein neues erzeugt</translation>
    </message>
    <message>
        <source>&amp;Rotate and copy</source>
        <translation>&amp;Austauschen und kopieren</translation>
    </message>
    <message>
        <source>&amp;New secret</source>
        <translation>&amp;Neues Geheimnis</translation>
    </message>
    <message>
        <source>“%1” gets another pair of keys. The public one, which the receiver needs, is copied to the clipboard.</source>
        <translation>„%1“ bekommt ein anderes Schlüsselpaar. Der öffentliche Schlüssel, den der Empfänger braucht, wird in die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>“%1” gets another secret, which alone signs from then on. It is copied to the clipboard, for the receiver.</source>
        <translation>„%1“ bekommt ein anderes Geheimnis, das von da an allein signiert. Es wird für den Empfänger in die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>“%1” gets another secret. It is copied to the clipboard, for the receiver.</source>
        <translation>„%1“ bekommt ein anderes Geheimnis. Es wird für den Empfänger in die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Keep signing with the old one</source>
        <translation>Weiter auch mit dem alten signieren</translation>
    </message>
    <message>
        <source>Keep signing with the &amp;old one</source>
        <translation>Weiter auch &amp;mit dem alten signieren</translation>
    </message>
</context>
<context>
    <name>Gui::RowWindow</name>
    <message>
        <source>&amp;Resend</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>&amp;Edit and resend…</source>
        <translation>&amp;Bearbeitet erneut senden …</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>Row of the log — Hookpost</source>
        <translation>Zeile des Protokolls — Hookpost</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>%1, %2, %3 — Hookpost</source>
        <comment>destination, event and status</comment>
        <translation>%1, %2, %3 — Hookpost</translation>
    </message>
    <message>
        <source>Only what was sent can be sent again</source>
        <translation>Nur Gesendetes kann erneut gesendet werden</translation>
    </message>
    <message>
        <source>The next heartbeat comes by itself</source>
        <translation>Der nächste Herzschlag kommt von selbst</translation>
    </message>
    <message>
        <source>Send what this attempt sent once more</source>
        <translation>Erneut senden, was dieser Versuch gesendet hat</translation>
    </message>
    <message>
        <source>Send a changed copy to the same destination</source>
        <translation>Eine geänderte Kopie an dasselbe Ziel senden</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>A pinned row is kept whatever the limits</source>
        <translation>Eine angeheftete Zeile bleibt, was auch die Grenzen sind</translation>
    </message>
    <message>
        <source>Write a few words on this row</source>
        <translation>Einige Worte zu dieser Zeile schreiben</translation>
    </message>
    <message>
        <source>The history has let go of this row.</source>
        <translation>Der Verlauf hat diese Zeile nicht mehr.</translation>
    </message>
    <message>
        <source>The history has let go of this row; what is shown of it goes with this window.</source>
        <translation>Der Verlauf hat diese Zeile nicht mehr; was von ihr gezeigt wird, verschwindet mit diesem Fenster.</translation>
    </message>
    <message>
        <source>The history has let go of this row</source>
        <translation>Der Verlauf hat diese Zeile nicht mehr</translation>
    </message>
</context>
<context>
    <name>Gui::RowWindowDesk</name>
    <message>
        <source>Open in own &amp;window</source>
        <translation>In eigenem &amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>Show the chosen row in a window of its own, as Enter does in the list</source>
        <translation>Die gewählte Zeile in einem eigenen Fenster zeigen, wie die Eingabetaste in der Liste</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>Wählen Sie zuerst eine Zeile</translation>
    </message>
    <message>
        <source>Choose one of the rows behind this line</source>
        <translation>Wählen Sie eine der Zeilen, die hierhinter stehen</translation>
    </message>
    <message>
        <source>No more than %1 rows are opened at a time</source>
        <translation>Mehr als %1 Zeilen werden nicht auf einmal geöffnet</translation>
    </message>
    <message>
        <source>Show each chosen row in a window of its own, as Enter does in the list</source>
        <translation>Jede gewählte Zeile in einem eigenen Fenster zeigen, wie die Eingabetaste in der Liste</translation>
    </message>
    <message>
        <source>Open in own window (from the list)</source>
        <translation>In eigenem Fenster öffnen (aus der Liste)</translation>
    </message>
</context>
<context>
    <name>Gui::SavedFilters</name>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
</context>
<context>
    <name>Gui::SecretDesk</name>
    <message>
        <source>Cop&amp;y secret</source>
        <translation>Geheimnis &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy public &amp;key</source>
        <translation>Öffentlichen &amp;Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Rot&amp;ate secret…</source>
        <translation>Geheimnis &amp;austauschen …</translation>
    </message>
    <message>
        <source>Only ed25519 has a public key; copy the secret</source>
        <translation>Nur ed25519 hat einen öffentlichen Schlüssel; kopieren Sie das Geheimnis</translation>
    </message>
    <message>
        <source>The public key of “%1” is on the clipboard.</source>
        <translation>Der öffentliche Schlüssel von „%1“ liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The secret of “%1” is on the clipboard.</source>
        <translation>Das Geheimnis von „%1“ liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The new public key of “%1” is on the clipboard.</source>
        <translation>Der neue öffentliche Schlüssel von „%1“ liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The new secret of “%1” is on the clipboard.</source>
        <translation>Das neue Geheimnis von „%1“ liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The old one keeps signing until %1.</source>
        <translation>Das alte signiert noch mit bis %1.</translation>
    </message>
</context>
<context>
    <name>Gui::SecretField</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what is entered</source>
        <translation>Zeigt, was eingegeben ist</translation>
    </message>
    <message>
        <source>Enter a new secret from the system&apos;s random source</source>
        <translation>Gibt ein neues Geheimnis aus der Zufallsquelle des Systems ein</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
</context>
<context>
    <name>Gui::ShortcutBook</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Gui::ShortcutEditor</name>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Use it &amp;here</source>
        <translation>&amp;Hier verwenden</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>Tasten der gewählten Aktion</translation>
    </message>
    <message>
        <source>Choose an action to change its keys.</source>
        <translation>Wählen Sie eine Aktion, um ihre Tasten zu ändern.</translation>
    </message>
    <message>
        <source>Keys of “%1”:</source>
        <translation>Tasten von „%1“:</translation>
    </message>
    <message>
        <source>The keys of “%1” are fixed.</source>
        <translation>Die Tasten von „%1“ stehen fest.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” in “%3”.</source>
        <translation>%1 gehört zu „%2“ in „%3“.</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
</context>
<context>
    <name>Gui::Sidebar</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Fächer</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>Gui::SidebarSection</name>
    <message>
        <source>Fold this group away</source>
        <translation>Diese Gruppe einklappen</translation>
    </message>
    <message>
        <source>Show this group</source>
        <translation>Diese Gruppe zeigen</translation>
    </message>
</context>
<context>
    <name>Gui::SignatureView</name>
    <message>
        <source>Headers that sign the request</source>
        <translation>Header, die die Anfrage signieren</translation>
    </message>
    <message>
        <source>The signature is being checked…</source>
        <translation>Die Signatur wird geprüft …</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
</context>
<context>
    <name>Gui::StateVoice</name>
    <message>
        <source>%1: %2, last attempt: %3</source>
        <translation>%1: %2, letzter Versuch: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a destination and its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gui::StatusLine</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Copy the API address</source>
        <translation>Die API-Adresse kopieren</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Fach</translation>
    </message>
    <message>
        <source>Copy the bin&apos;s address</source>
        <translation>Die Adresse des Fachs kopieren</translation>
    </message>
    <message>
        <source>Deliveries waiting</source>
        <translation>Wartende Zustellungen</translation>
    </message>
    <message>
        <source>Deliveries in flight</source>
        <translation>Zustellungen unterwegs</translation>
    </message>
    <message>
        <source>Attempts per second</source>
        <translation>Versuche je Sekunde</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Rows in the log</source>
        <translation>Zeilen im Protokoll</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>lauscht nicht</translation>
    </message>
    <message>
        <source>It does not listen</source>
        <translation>Es lauscht nicht</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>no attempts since the start</source>
        <translation>keine Versuche seit dem Start</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Wird sortiert …</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
</context>
<context>
    <name>Gui::TimeChart</name>
    <message>
        <source>Attempts over time</source>
        <translation>Versuche im Lauf der Zeit</translation>
    </message>
    <message>
        <source>No attempt within this time</source>
        <translation>Kein Versuch in dieser Zeit</translation>
    </message>
    <message>
        <source>%1; %2 at most within a step</source>
        <translation>%1; höchstens %2 in einem Schritt</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>Gui::TimingView</name>
    <message>
        <source>Where the time went</source>
        <translation>Wohin die Zeit ging</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>Gui::TopNotices</name>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>%1 (PID %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>Dispatch again</source>
        <translation>Wieder senden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Use %1 for this session</source>
        <translation>%1 für diese Sitzung nehmen</translation>
    </message>
    <message>
        <source>Port %1 is used by %2, so the bin receives nothing.</source>
        <translation>Port %1 ist von %2 belegt, daher empfängt das Fach nichts.</translation>
    </message>
    <message>
        <source>Port %1 is used by %2, so nothing can be registered or published.</source>
        <translation>Port %1 ist von %2 belegt, daher lässt sich nichts anmelden oder veröffentlichen.</translation>
    </message>
    <message>
        <source>Dispatching is off: what comes in waits.</source>
        <translation>Der Versand ist aus: Was hereinkommt, wartet.</translation>
    </message>
    <message numerus="yes">
        <source>Dispatching is off: %n delivery(s) wait.</source>
        <translation>
            <numerusform>Der Versand ist aus: %n Zustellung wartet.</numerusform>
            <numerusform>Der Versand ist aus: %n Zustellungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Until that is mended, nothing is sent.</source>
        <translation>%1 Bis das behoben ist, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Gui::TrailDesk</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Previous try</source>
        <translation>Vorheriger Versuch</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>No row was looked at before this one</source>
        <translation>Vor dieser wurde keine Zeile angesehen</translation>
    </message>
    <message>
        <source>This is the row that was looked at last</source>
        <translation>Diese Zeile wurde zuletzt angesehen</translation>
    </message>
    <message>
        <source>There is no try before this one</source>
        <translation>Vor diesem gibt es keinen Versuch</translation>
    </message>
    <message>
        <source>There is no try after this one</source>
        <translation>Nach diesem gibt es keinen Versuch</translation>
    </message>
</context>
<context>
    <name>Gui::TrayDesk</name>
    <message>
        <source>%1  %2: %3</source>
        <translation>%1  %2: %3</translation>
    </message>
    <message>
        <source>Last &amp;failures</source>
        <translation>Letzte &amp;Fehlschläge</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster ve&amp;rbergen</translation>
    </message>
    <message>
        <source>&amp;Show window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>Hookpost: %1</source>
        <translation>Hookpost: %1</translation>
    </message>
    <message>
        <source>Hookpost: %1, %2</source>
        <translation>Hookpost: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n gestört</numerusform>
            <numerusform>%n gestört</numerusform>
        </translation>
    </message>
    <message>
        <source>None so far</source>
        <translation>Bisher keine</translation>
    </message>
    <message>
        <source>There is no destination yet</source>
        <translation>Es gibt noch kein Ziel</translation>
    </message>
    <message>
        <source>Hookpost does not listen</source>
        <translation>Hookpost lauscht nicht</translation>
    </message>
    <message>
        <source>Send test to a&amp;ll</source>
        <translation>Test an &amp;alle senden</translation>
    </message>
    <message>
        <source>Copy API add&amp;ress</source>
        <translation>API-Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Pause %1</source>
        <translation>%1 &amp;pausieren</translation>
    </message>
</context>
<context>
    <name>Gui::TriesModel</name>
    <message>
        <source>%1, resend</source>
        <translation>%1, erneut</translation>
    </message>
    <message>
        <source>%1, shown here</source>
        <translation>%1, hier gezeigt</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
</context>
<context>
    <name>Gui::TriesView</name>
    <message>
        <source>All tries of this delivery</source>
        <translation>Alle Versuche dieser Zustellung</translation>
    </message>
</context>
<context>
    <name>Gui::UndoAction</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>Gui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>„%1“ entfernt.</translation>
    </message>
    <message>
        <source>Removed %1 destinations.</source>
        <translation>%1 Ziele entfernt.</translation>
    </message>
    <message>
        <source>“%1” was added through the API.</source>
        <translation>„%1“ wurde über die API hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 destinations were added through the API.</source>
        <translation>%1 Ziele wurden über die API hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Gui::ViewList</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>Gui::ViewModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>In Wiederholung</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
    <message>
        <source>Every call of the HTTP interface since the start</source>
        <translation>Jeder Aufruf der HTTP-Schnittstelle seit dem Start</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>Gui::WelcomeDesk</name>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
</context>
<context>
    <name>Gui::WelcomePage</name>
    <message>
        <source>Ready to send webhooks</source>
        <translation>Bereit, Webhooks zu senden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>See one working now</source>
        <translation>Jetzt in Aktion sehen</translation>
    </message>
    <message>
        <source>Add destination…</source>
        <translation>Ziel hinzufügen …</translation>
    </message>
    <message>
        <source>Hookpost posts to every destination that you register, and shows here what each of them answers.</source>
        <translation>Hookpost sendet an jedes Ziel, das Sie anmelden, und zeigt hier, was jedes von ihnen antwortet.</translation>
    </message>
    <message>
        <source>Register from your terminal</source>
        <translation>Im Terminal anmelden</translation>
    </message>
    <message>
        <source>The destination appears here as soon as the command has run.</source>
        <translation>Das Ziel erscheint hier, sobald der Befehl gelaufen ist.</translation>
    </message>
    <message>
        <source>Add your own</source>
        <translation>Ein eigenes hinzufügen</translation>
    </message>
    <message>
        <source>Any http or https address, with a name of your choice.</source>
        <translation>Jede Adresse mit http oder https, mit einem Namen Ihrer Wahl.</translation>
    </message>
    <message>
        <source>The command that registers a destination</source>
        <translation>Der Befehl, der ein Ziel anmeldet</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>The command stands here as soon as Hookpost listens.</source>
        <translation>Der Befehl steht hier, sobald Hookpost lauscht.</translation>
    </message>
    <message>
        <source>Hookpost does not listen yet</source>
        <translation>Hookpost lauscht noch nicht</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Registers this program&apos;s own bin as a destination and sends it a test event. The first answer is here within seconds.</source>
        <translation>Meldet das eigene Fach dieses Programms als Ziel an und sendet ihm ein Testereignis. Die erste Antwort ist in Sekunden da.</translation>
    </message>
    <message>
        <source>What the command is written for</source>
        <translation>Wofür der Befehl geschrieben ist</translation>
    </message>
    <message>
        <source>Waiting for the call…</source>
        <translation>Warten auf den Aufruf …</translation>
    </message>
    <message>
        <source>The demo has answered %1.</source>
        <translation>Das Beispiel hat %1 geantwortet.</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>%1 is registered; %2 after %3.</source>
        <translation>%1 ist angemeldet; %2 nach %3.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Gui::WordsDialog</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>It is too long</source>
        <translation>Es ist zu lang</translation>
    </message>
</context>
<context>
    <name>Gui::WriteDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Include &amp;secrets</source>
        <translation>&amp;Geheimnisse mit exportieren</translation>
    </message>
    <message>
        <source>Export configuration</source>
        <translation>Konfiguration exportieren</translation>
    </message>
    <message>
        <source>1 destination with its settings, as JSON.</source>
        <translation>1 Ziel mit seinen Einstellungen, als JSON.</translation>
    </message>
    <message>
        <source>%1 destinations with their settings, as JSON.</source>
        <translation>%1 Ziele mit ihren Einstellungen, als JSON.</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Name a file first</source>
        <translation>Nennen Sie zuerst eine Datei</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>1 destination written.</source>
        <translation>1 Ziel geschrieben.</translation>
    </message>
    <message>
        <source>%1 destinations written.</source>
        <translation>%1 Ziele geschrieben.</translation>
    </message>
    <message>
        <source>Signing secrets stand in the file, and so do credentials among the headers that destinations bring along. Only you may read the file.</source>
        <translation>Die Signaturgeheimnisse stehen in der Datei, ebenso Zugangsdaten in den Headern der Ziele. Nur Sie dürfen die Datei lesen.</translation>
    </message>
    <message>
        <source>Signing secrets are left out, and so are credentials and cookies among the headers that destinations bring along. URLs stay as they are. Only you may read the file.</source>
        <translation>Signaturgeheimnisse fehlen in der Datei, ebenso Zugangsdaten und Cookies in den Headern der Ziele. URLs bleiben, wie sie sind. Nur Sie dürfen die Datei lesen.</translation>
    </message>
</context>
<context>
    <name>JsonLexer</name>
    <message>
        <source>no colon is expected here</source>
        <translation>hier wird kein Doppelpunkt erwartet</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>ein Name in Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>nothing like this is expected here</source>
        <translation>so etwas wird hier nicht erwartet</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>der Text endet zu früh</translation>
    </message>
    <message>
        <source>nothing may begin here</source>
        <translation>hier darf nichts beginnen</translation>
    </message>
    <message>
        <source>nothing is open that this could close</source>
        <translation>es ist nichts offen, was dies schließen könnte</translation>
    </message>
    <message>
        <source>something is missing before this</source>
        <translation>davor fehlt etwas</translation>
    </message>
    <message>
        <source>no comma is expected here</source>
        <translation>hier wird kein Komma erwartet</translation>
    </message>
    <message>
        <source>a colon is expected</source>
        <translation>ein Doppelpunkt wird erwartet</translation>
    </message>
    <message>
        <source>a comma or an end is expected</source>
        <translation>ein Komma oder ein Ende wird erwartet</translation>
    </message>
    <message>
        <source>a string may not hold a control character</source>
        <translation>eine Zeichenkette darf kein Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>there is no such escape</source>
        <translation>eine solche Escape-Folge gibt es nicht</translation>
    </message>
    <message>
        <source>a string does not end</source>
        <translation>eine Zeichenkette endet nicht</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>ein Wert wird erwartet</translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation>das ist keine Zahl</translation>
    </message>
</context>
<context>
    <name>LogColumns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Destination / bin</source>
        <translation>Ziel / Fach</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>URL or path</source>
        <translation>URL oder Pfad</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Größe der Anfrage</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereigniskennung</translation>
    </message>
    <message>
        <source>Attempt id</source>
        <translation>Versuchskennung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Rows cannot be sorted by this column</source>
        <translation>Nach dieser Spalte können Zeilen nicht sortiert werden</translation>
    </message>
    <message>
        <source>Click to have the newest rows first, or to go back to the order of time</source>
        <translation>Klicken, um die neuesten Zeilen zuerst zu sehen oder zur Reihenfolge der Zeit zurückzukehren</translation>
    </message>
    <message>
        <source>Click to sort all rows by this column, again to turn the order, and a third time to go back to the order of time</source>
        <translation>Klicken, um alle Zeilen nach dieser Spalte zu sortieren, noch einmal, um die Reihenfolge umzukehren, ein drittes Mal, um zur Reihenfolge der Zeit zurückzukehren</translation>
    </message>
    <message>
        <source>%1, sorted in descending order</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted in ascending order</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>bin %1</source>
        <translation>Fach %1</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>gesendet an %1</translation>
    </message>
    <message>
        <source>received by %1</source>
        <translation>empfangen von %1</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>resent %1</source>
        <comment>which try of it</comment>
        <translation>erneut %1</translation>
    </message>
    <message>
        <source>resent</source>
        <translation>erneut</translation>
    </message>
    <message>
        <source>test %1</source>
        <comment>which try of it</comment>
        <translation>Test %1</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>try %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>D&amp;etails</source>
        <translation>Ein&amp;zelheiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Destination</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>De&amp;livery</source>
        <translation>Zu&amp;stellung</translation>
    </message>
    <message>
        <source>&amp;Bin</source>
        <translation>&amp;Fach</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>&amp;Navigieren</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
    <message>
        <source>Keep it within %1 characters.</source>
        <translation>Er darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>This parenthesis closes what was never opened.</source>
        <translation>Diese Klammer schließt, was nie geöffnet wurde.</translation>
    </message>
    <message>
        <source>Remove it, or quote it to look for it.</source>
        <translation>Entfernen Sie sie, oder setzen Sie sie in Anführungszeichen, um nach ihr zu suchen.</translation>
    </message>
    <message>
        <source>A term is missing here.</source>
        <translation>Hier fehlt ein Begriff.</translation>
    </message>
    <message>
        <source>Write a word or key:value; quote &quot;or&quot; to look for that word.</source>
        <translation>Schreiben Sie ein Wort oder Schlüssel:Wert; in Anführungszeichen wird &quot;or&quot; als Wort gesucht.</translation>
    </message>
    <message>
        <source>A minus stands right before what it leaves out.</source>
        <translation>Ein Minus steht direkt vor dem, was es ausschließt.</translation>
    </message>
    <message>
        <source>Write -is:heartbeat; quote a minus to look for it.</source>
        <translation>Schreiben Sie -is:heartbeat; in Anführungszeichen wird ein Minus gesucht.</translation>
    </message>
    <message>
        <source>Parentheses are nested too deep.</source>
        <translation>Die Klammern sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Write it with fewer of them.</source>
        <translation>Schreiben Sie es mit weniger Klammern.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Write ) behind what belongs together.</source>
        <translation>Schreiben Sie ) hinter das, was zusammengehört.</translation>
    </message>
    <message>
        <source>The filter has too many terms.</source>
        <translation>Der Filter hat zu viele Begriffe.</translation>
    </message>
    <message>
        <source>Keep it to %1.</source>
        <translation>Höchstens %1 sind erlaubt.</translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot;.</source>
        <translation>Es gibt keinen Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>Known keys: %1. Quote a word that holds a colon.</source>
        <translation>Bekannte Schlüssel: %1. Ein Wort mit Doppelpunkt steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The header&apos;s name is missing here.</source>
        <translation>Hier fehlt der Name des Headers.</translation>
    </message>
    <message>
        <source>A name on the way to the value is missing here.</source>
        <translation>Hier fehlt ein Name auf dem Weg zum Wert.</translation>
    </message>
    <message>
        <source>A colon is missing here.</source>
        <translation>Hier fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>Write header.content-type:json, or json.data.amount:&gt;100; &quot;*&quot; asks whether it is there.</source>
        <translation>Schreiben Sie header.content-type:json oder json.data.amount:&gt;100; &quot;*&quot; fragt, ob es da ist.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Write &quot; behind it; \&quot; stands for a quote itself.</source>
        <translation>Schreiben Sie &quot; dahinter; \&quot; steht für das Anführungszeichen selbst.</translation>
    </message>
    <message>
        <source>This regular expression is not closed.</source>
        <translation>Dieser reguläre Ausdruck ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Write / behind it, or quote a path.</source>
        <translation>Schreiben Sie / dahinter, oder setzen Sie einen Pfad in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Something follows right behind this regular expression.</source>
        <translation>Direkt hinter diesem regulären Ausdruck folgt etwas.</translation>
    </message>
    <message>
        <source>Put a blank behind it; quote a path, as in url:&quot;/v1/orders&quot;.</source>
        <translation>Setzen Sie ein Leerzeichen dahinter; ein Pfad steht in Anführungszeichen, wie in url:&quot;/v1/orders&quot;.</translation>
    </message>
    <message>
        <source>Write status:503, status:5xx or status:&gt;=400.</source>
        <translation>Schreiben Sie status:503, status:5xx oder status:&gt;=400.</translation>
    </message>
    <message>
        <source>Write try:1 or try:&gt;1.</source>
        <translation>Schreiben Sie try:1 oder try:&gt;1.</translation>
    </message>
    <message>
        <source>The unit is missing.</source>
        <translation>Die Einheit fehlt.</translation>
    </message>
    <message>
        <source>Write time:&gt;500ms, with ms, s, m, h or d.</source>
        <translation>Schreiben Sie time:&gt;500ms, mit ms, s, m, h oder d.</translation>
    </message>
    <message>
        <source>Write size:&gt;1mb, with b, kb, mb or gb.</source>
        <translation>Schreiben Sie size:&gt;1mb, mit b, kb, mb oder gb.</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;.</source>
        <translation>%1 nimmt „%2“ nicht an.</translation>
    </message>
    <message>
        <source>Write one of %1.</source>
        <translation>Möglich sind %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a length of time nor a moment.</source>
        <translation>„%1“ ist weder eine Dauer noch ein Zeitpunkt.</translation>
    </message>
    <message>
        <source>Write since:10m, since:2026-11-28 or since:2026-11-28T14:30:00Z.</source>
        <translation>Schreiben Sie since:10m, since:2026-11-28 oder since:2026-11-28T14:30:00Z.</translation>
    </message>
    <message>
        <source>Write the id of an attempt, a capture, a delivery or an event, such as id:att_42.</source>
        <translation>Schreiben Sie die Kennung eines Versuchs, eines Empfangs, einer Zustellung oder eines Ereignisses, wie id:att_42.</translation>
    </message>
    <message>
        <source>Write delivery:dlv_42.</source>
        <translation>Schreiben Sie delivery:dlv_42.</translation>
    </message>
    <message>
        <source>Write event:invoice.paid, event:invoice.* or a regular expression between slashes.</source>
        <translation>Schreiben Sie event:invoice.paid, event:invoice.* oder einen regulären Ausdruck zwischen Schrägstrichen.</translation>
    </message>
    <message>
        <source>Compare with a number, as in json.amount:&gt;100.</source>
        <translation>Vergleichen Sie mit einer Zahl, wie in json.amount:&gt;100.</translation>
    </message>
    <message>
        <source>The regular expression is empty.</source>
        <translation>Der reguläre Ausdruck ist leer.</translation>
    </message>
    <message>
        <source>The regular expression is not right: %1.</source>
        <translation>Der reguläre Ausdruck ist nicht richtig: %1.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Hier fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Write a word, or key:value.</source>
        <translation>Schreiben Sie ein Wort oder Schlüssel:Wert.</translation>
    </message>
    <message>
        <source>Write one right behind the colon.</source>
        <translation>Schreiben Sie ihn direkt hinter den Doppelpunkt.</translation>
    </message>
    <message>
        <source>%1 takes no regular expression.</source>
        <translation>%1 nimmt keinen regulären Ausdruck an.</translation>
    </message>
    <message>
        <source>Regular expressions look into text: url:, body:, header.NAME: and the like.</source>
        <translation>Reguläre Ausdrücke durchsuchen Text: url:, body:, header.NAME: und dergleichen.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>Give 1 to 200 characters, such as &quot;joe&quot;.</source>
        <translation>Geben Sie 1 bis 200 Zeichen ein, etwa „joe“.</translation>
    </message>
    <message>
        <source>The name is longer than 200 characters.</source>
        <translation>Der Name hat mehr als 200 Zeichen.</translation>
    </message>
    <message>
        <source>The name holds half a character.</source>
        <translation>Der Name enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>The name holds a control character.</source>
        <translation>Der Name enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>There are more than 100 patterns of events.</source>
        <translation>Es sind mehr als 100 Muster für Ereignisse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a pattern of event types.</source>
        <translation>„%1“ ist kein Muster für Ereignisarten.</translation>
    </message>
    <message>
        <source>Write &quot;*&quot;, &quot;invoice.*&quot; or &quot;invoice.paid&quot;.</source>
        <translation>Schreiben Sie „*“, „invoice.*“ oder „invoice.paid“.</translation>
    </message>
    <message>
        <source>There are more than 64 headers.</source>
        <translation>Es sind mehr als 64 Header.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a header.</source>
        <translation>„%1“ ist kein Name eines Headers.</translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens, such as X-Team.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern und Bindestriche, wie X-Team.</translation>
    </message>
    <message>
        <source>The header %1 is set by Hookpost or by HTTP itself.</source>
        <translation>Den Header %1 setzt Hookpost oder HTTP selbst.</translation>
    </message>
    <message>
        <source>Leave it out, or choose another name.</source>
        <translation>Lassen Sie ihn weg, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The value of the header %1 holds a line end or another control character.</source>
        <translation>Der Wert des Headers %1 enthält ein Zeilenende oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>The value of the header %1 is not UTF-8.</source>
        <translation>Der Wert des Headers %1 ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The header %1 is longer than 8 KiB.</source>
        <translation>Der Header %1 hat mehr als 8 KiB.</translation>
    </message>
    <message>
        <source>The timeout lies outside 1s to 60s: %1.</source>
        <translation>Die Frist liegt nicht zwischen 1s und 60s: %1.</translation>
    </message>
    <message>
        <source>The heartbeat lies outside 1s to 7d: %1.</source>
        <translation>Der Herzschlag liegt nicht zwischen 1s und 7d: %1.</translation>
    </message>
    <message>
        <source>Write a pause such as &quot;5s&quot;, or &quot;off&quot;.</source>
        <translation>Schreiben Sie eine Pause wie „5s“ oder „off“.</translation>
    </message>
    <message>
        <source>There are more than 50 retry pauses.</source>
        <translation>Es sind mehr als 50 Pausen zwischen Wiederholungen.</translation>
    </message>
    <message>
        <source>A retry pause is longer than 7d: %1.</source>
        <translation>Eine Pause vor einer Wiederholung ist länger als 7d: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be tried again on request.</source>
        <translation>%1 kann nicht auf Wunsch wiederholt werden.</translation>
    </message>
    <message>
        <source>Name statuses among 408, 425 and 429; 5xx always is tried again.</source>
        <translation>Möglich sind 408, 425 und 429; 5xx wird immer wiederholt.</translation>
    </message>
    <message>
        <source>The concurrency lies outside 1 to 6: %1.</source>
        <translation>Die Zahl gleichzeitiger POSTs liegt nicht zwischen 1 und 6: %1.</translation>
    </message>
    <message>
        <source>The rate limit lies outside 1 to 100000: %1.</source>
        <translation>Die Mengengrenze liegt nicht zwischen 1 und 100000: %1.</translation>
    </message>
    <message>
        <source>The description is longer than 2,000 characters.</source>
        <translation>Die Beschreibung hat mehr als 2.000 Zeichen.</translation>
    </message>
    <message>
        <source>The destination&apos;s URL is missing.</source>
        <translation>Die URL des Ziels fehlt.</translation>
    </message>
    <message>
        <source>Give one such as https://example.com/hook.</source>
        <translation>Geben Sie eine wie https://example.com/hook ein.</translation>
    </message>
    <message>
        <source>The URL is longer than 2,048 bytes.</source>
        <translation>Die URL hat mehr als 2.048 Bytes.</translation>
    </message>
    <message>
        <source>The URL holds a blank, a backslash or an invisible character.</source>
        <translation>Die URL enthält ein Leerzeichen, einen umgekehrten Schrägstrich oder ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>Write it percent-encoded, a blank as %20, or leave it out.</source>
        <translation>Schreiben Sie es prozentkodiert, ein Leerzeichen als %20, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The URL must begin with http:// or https://.</source>
        <translation>Die URL muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>The URL must not name a network interface.</source>
        <translation>Die URL darf keine Netzwerkschnittstelle nennen.</translation>
    </message>
    <message>
        <source>The URL has no host.</source>
        <translation>Die URL hat keinen Host.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither an address nor a name.</source>
        <translation>„%1“ ist weder eine Adresse noch ein Name.</translation>
    </message>
    <message>
        <source>This is not a valid URL.</source>
        <translation>Das ist keine gültige URL.</translation>
    </message>
    <message>
        <source>Percent-encode what a URL may not hold.</source>
        <translation>Kodieren Sie mit Prozentzeichen, was in einer URL nicht stehen darf.</translation>
    </message>
    <message>
        <source>The URL must not hold a user name or password.</source>
        <translation>Die URL darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>Send credentials as a header of the destination.</source>
        <translation>Zugangsdaten gehören in einen Header des Ziels.</translation>
    </message>
    <message>
        <source>The URL must not have a fragment (#...).</source>
        <translation>Die URL darf kein Fragment (#...) haben.</translation>
    </message>
    <message>
        <source>Leave out everything from # on.</source>
        <translation>Lassen Sie alles ab # weg.</translation>
    </message>
    <message>
        <source>The port must be from 1 to 65535.</source>
        <translation>Der Port muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>Port %1 belongs to another protocol than HTTP; no browser sends to it either.</source>
        <translation>Port %1 gehört zu einem anderen Protokoll als HTTP; auch kein Browser sendet dorthin.</translation>
    </message>
    <message>
        <source>Let the receiver listen on another port, such as 8080.</source>
        <translation>Lassen Sie den Empfänger auf einem anderen Port lauschen, etwa 8080.</translation>
    </message>
    <message>
        <source>There is no address to send to.</source>
        <translation>Es gibt keine Adresse, an die gesendet werden könnte.</translation>
    </message>
    <message>
        <source>%1 is %2; Hookpost never sends to such an address.</source>
        <translation>%1 ist %2; an so eine Adresse sendet Hookpost nie.</translation>
    </message>
    <message>
        <source>Give the address or the name of the receiver itself.</source>
        <translation>Geben Sie die Adresse oder den Namen des Empfängers selbst an.</translation>
    </message>
    <message>
        <source>%1, port %2 is Hookpost&apos;s own API; it would call itself.</source>
        <translation>%1, Port %2 ist die API von Hookpost selbst; es würde sich selbst aufrufen.</translation>
    </message>
    <message>
        <source>Give the address or the port of the receiver.</source>
        <translation>Geben Sie die Adresse oder den Port des Empfängers an.</translation>
    </message>
    <message>
        <source>%1 is %2, which a server does not send to unless it is told to.</source>
        <translation>%1 ist %2; mit --server wird dorthin nicht gesendet, solange es nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>Start Hookpost with --allow-destination %1 to allow it.</source>
        <translation>Mit --allow-destination %1 beim Start wird es erlaubt.</translation>
    </message>
    <message>
        <source>%1 (which leads to %2)</source>
        <translation>%1 (führt zu %2)</translation>
    </message>
    <message>
        <source>an unspecified address</source>
        <translation>eine unbestimmte Adresse</translation>
    </message>
    <message>
        <source>a link-local address</source>
        <translation>eine verbindungslokale Adresse</translation>
    </message>
    <message>
        <source>a cloud metadata address</source>
        <translation>eine Adresse für Cloud-Metadaten</translation>
    </message>
    <message>
        <source>a reserved address</source>
        <translation>eine reservierte Adresse</translation>
    </message>
    <message>
        <source>a multicast address</source>
        <translation>eine Multicast-Adresse</translation>
    </message>
    <message>
        <source>the broadcast address</source>
        <translation>die Broadcast-Adresse</translation>
    </message>
    <message>
        <source>a private address</source>
        <translation>eine private Adresse</translation>
    </message>
    <message>
        <source>an address of a provider&apos;s shared network</source>
        <translation>eine Adresse aus dem geteilten Netz eines Anbieters</translation>
    </message>
    <message>
        <source>a loopback address</source>
        <translation>eine Loopback-Adresse</translation>
    </message>
    <message>
        <source>The secret has no or more than 256 bytes.</source>
        <translation>Das Geheimnis hat keine oder mehr als 256 Bytes.</translation>
    </message>
    <message>
        <source>The secret is not &quot;whsec_&quot; and 24 to 64 bytes in base64.</source>
        <translation>Das Geheimnis besteht nicht aus „whsec_“ und 24 bis 64 Bytes in Base64.</translation>
    </message>
    <message>
        <source>The secret is not &quot;whsk_&quot; and an ed25519 key pair of 64 bytes in base64.</source>
        <translation>Das Geheimnis besteht nicht aus „whsk_“ und einem ed25519-Schlüsselpaar von 64 Bytes in Base64.</translation>
    </message>
    <message>
        <source>Leave it out to have one made; for a destination that has one, POST /webhooks/{id}/rotate-secret makes another.</source>
        <translation>Lassen Sie das Feld leer, damit eines gemacht wird; ein Ziel, das schon eines hat, bekommt mit „Geheimnis austauschen“ ein neues.</translation>
    </message>
    <message>
        <source>The destination&apos;s secret cannot sign by %1.</source>
        <translation>Das Geheimnis des Ziels kann nicht nach %1 signieren.</translation>
    </message>
    <message>
        <source>The overlap is longer than 30 days.</source>
        <translation>Die Überlappung ist länger als 30 Tage.</translation>
    </message>
    <message>
        <source>The destination has that secret already.</source>
        <translation>Das Ziel hat dieses Geheimnis schon.</translation>
    </message>
    <message>
        <source>Hookpost is not running.</source>
        <translation>Hookpost läuft nicht.</translation>
    </message>
    <message>
        <source>Hookpost is stopping.</source>
        <translation>Hookpost wird beendet.</translation>
    </message>
    <message>
        <source>The destination is gone.</source>
        <translation>Das Ziel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A chosen destination is gone.</source>
        <translation>Ein gewähltes Ziel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no destination %1.</source>
        <translation>Es gibt kein Ziel %1.</translation>
    </message>
    <message>
        <source>There is no delivery %1.</source>
        <translation>Es gibt keine Zustellung %1.</translation>
    </message>
    <message>
        <source>There is no attempt %1.</source>
        <translation>Es gibt keinen Versuch %1.</translation>
    </message>
    <message>
        <source>There is no capture %1.</source>
        <translation>Es gibt keinen Empfang %1.</translation>
    </message>
    <message>
        <source>There is no event %1.</source>
        <translation>Es gibt kein Ereignis %1.</translation>
    </message>
    <message>
        <source>Another destination named %1 has that URL already.</source>
        <translation>Ein anderes Ziel namens %1 hat diese URL schon.</translation>
    </message>
    <message>
        <source>The destination %1 has not been removed.</source>
        <translation>Das Ziel %1 wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>The delivery %1 does not wait any more.</source>
        <translation>Die Zustellung %1 wartet nicht mehr.</translation>
    </message>
    <message>
        <source>The body of the event %1 is not kept any more.</source>
        <translation>Der Inhalt des Ereignisses %1 wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The delivery %1 is a heartbeat&apos;s: the next one comes by itself.</source>
        <translation>Die Zustellung %1 ist die eines Herzschlags: Der nächste kommt von selbst.</translation>
    </message>
    <message>
        <source>The delivery %1 has not ended: it is sent by itself.</source>
        <translation>Die Zustellung %1 ist nicht zu Ende: Sie wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>Cancel it first, or wait for its end.</source>
        <translation>Brechen Sie sie erst ab, oder warten Sie ihr Ende ab.</translation>
    </message>
    <message>
        <source>The delivery %1 was a success.</source>
        <translation>Die Zustellung %1 war erfolgreich.</translation>
    </message>
    <message>
        <source>The note is longer than 2000 characters.</source>
        <translation>Die Notiz hat mehr als 2000 Zeichen.</translation>
    </message>
    <message>
        <source>The note holds half a character.</source>
        <translation>Die Notiz enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>The body has more than %1 bytes.</source>
        <translation>Der Inhalt hat mehr als %1 Bytes.</translation>
    </message>
    <message>
        <source>--max-body allows larger ones.</source>
        <translation>--max-body erlaubt größere.</translation>
    </message>
    <message>
        <source>The content type is missing or cannot stand in a header.</source>
        <translation>Der Inhaltstyp fehlt oder kann nicht in einem Header stehen.</translation>
    </message>
    <message>
        <source>A test of this name and URL waits for its answer already.</source>
        <translation>Ein Test mit diesem Namen und dieser URL wartet schon auf seine Antwort.</translation>
    </message>
    <message>
        <source>Try again when it has come.</source>
        <translation>Versuchen Sie es noch einmal, wenn sie da ist.</translation>
    </message>
    <message>
        <source>Nothing is sent while dispatching is paused.</source>
        <translation>Solange der Versand aus ist, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Resume it, and try again.</source>
        <translation>Schalten Sie ihn ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The type is missing.</source>
        <translation>Die Art fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an event type.</source>
        <translation>„%1“ ist keine Ereignisart.</translation>
    </message>
    <message>
        <source>Use letters, digits, _ and - in parts joined by full stops, such as invoice.paid; up to 128 characters.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern, _ und - in Teilen mit Punkten dazwischen, wie invoice.paid; bis zu 128 Zeichen.</translation>
    </message>
    <message>
        <source>Expected is {&quot;data&quot;: [...]}, as GET /webhooks answers, or one body of POST /webhooks.</source>
        <translation>Erwartet wird {&quot;data&quot;: [...]}, wie GET /webhooks antwortet, oder ein Inhalt von POST /webhooks.</translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation>%1 ist kein Objekt.</translation>
    </message>
    <message>
        <source>The file holds bytes that are not UTF-8.</source>
        <translation>Die Datei enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>data is not a list.</source>
        <translation>data ist keine Liste.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here.</source>
        <translation>„%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The list goes on in a page that the file does not hold.</source>
        <translation>Die Liste geht auf einer Seite weiter, die nicht in der Datei steht.</translation>
    </message>
    <message>
        <source>GET /webhooks?limit=1000 answers with more at once.</source>
        <translation>GET /webhooks?limit=1000 antwortet mit mehr auf einmal.</translation>
    </message>
    <message>
        <source>secret is not a string.</source>
        <translation>secret ist keine Zeichenkette.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The file has more than 16 MiB.</source>
        <translation>Die Datei hat mehr als 16 MiB.</translation>
    </message>
    <message>
        <source>The file has this name with this URL twice.</source>
        <translation>Die Datei hat diesen Namen mit dieser URL zweimal.</translation>
    </message>
    <message>
        <source>The destination&apos;s secret, which stays, cannot sign by %1.</source>
        <translation>Das Geheimnis des Ziels bleibt, und es kann nicht nach %1 signieren.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a setting of a destination.</source>
        <translation>„%1“ ist keine Einstellung eines Ziels.</translation>
    </message>
    <message>
        <source>Check its spelling, or leave it out.</source>
        <translation>Prüfen Sie die Schreibweise, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>There is no room left on the disk; nothing more can be stored.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr; es kann nichts mehr gespeichert werden.</translation>
    </message>
    <message>
        <source>Free some space; storing goes on by itself.</source>
        <translation>Schaffen Sie Platz; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The disk is almost full; what room is left is kept for the deliveries under way.</source>
        <translation>Der Datenträger ist fast voll; der übrige Platz bleibt den Zustellungen, die unterwegs sind.</translation>
    </message>
    <message>
        <source>Free some space; new work is taken again by itself.</source>
        <translation>Schaffen Sie Platz; Neues wird dann von selbst wieder angenommen.</translation>
    </message>
    <message>
        <source>The database cannot be used: %1.</source>
        <translation>Die Datenbank ist nicht zu benutzen: %1.</translation>
    </message>
    <message>
        <source>The search was broken off.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>another program has locked it</source>
        <translation>ein anderes Programm hat sie gesperrt</translation>
    </message>
    <message>
        <source>End that program; storing goes on by itself.</source>
        <translation>Beenden Sie das Programm; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>its file or directory cannot be written</source>
        <translation>ihre Datei oder ihr Verzeichnis ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Make it writable; storing goes on by itself.</source>
        <translation>Machen Sie sie beschreibbar; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>its files cannot be opened</source>
        <translation>ihre Dateien lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Look at the directory&apos;s permissions and its disk.</source>
        <translation>Sehen Sie nach den Rechten des Verzeichnisses und dem Datenträger.</translation>
    </message>
    <message>
        <source>Look at the disk; storing goes on by itself.</source>
        <translation>Sehen Sie nach dem Datenträger; das Speichern geht von selbst weiter.</translation>
    </message>
    <message>
        <source>its file system has no shared memory</source>
        <translation>ihr Dateisystem kennt keinen gemeinsamen Speicher</translation>
    </message>
    <message>
        <source>its file was moved or removed</source>
        <translation>ihre Datei wurde verschoben oder entfernt</translation>
    </message>
    <message>
        <source>Put it back, or start Hookpost again.</source>
        <translation>Legen Sie sie zurück, oder starten Sie Hookpost neu.</translation>
    </message>
    <message>
        <source>another program has changed its file</source>
        <translation>ein anderes Programm hat ihre Datei verändert</translation>
    </message>
    <message>
        <source>Start Hookpost again.</source>
        <translation>Starten Sie Hookpost neu.</translation>
    </message>
    <message>
        <source>its write-ahead log was moved or removed</source>
        <translation>ihr Write-Ahead-Log wurde verschoben oder entfernt</translation>
    </message>
    <message>
        <source>Put it back, or end Hookpost in order and start it again.</source>
        <translation>Legen Sie es zurück, oder beenden Sie Hookpost geordnet und starten Sie es neu.</translation>
    </message>
    <message>
        <source>it is not open</source>
        <translation>sie ist nicht geöffnet</translation>
    </message>
    <message>
        <source>The directory %1 cannot be used: %2.</source>
        <translation>Das Verzeichnis %1 ist nicht zu benutzen: %2.</translation>
    </message>
    <message>
        <source>it is not a directory</source>
        <translation>es ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>es gehört jemand anderem</translation>
    </message>
    <message>
        <source>everybody may write into it</source>
        <translation>jeder darf hineinschreiben</translation>
    </message>
    <message>
        <source>The database was written by a newer Hookpost (schema %1, this one knows %2).</source>
        <translation>Die Datenbank stammt von einem neueren Hookpost (Schema %1, dieses kennt %2).</translation>
    </message>
    <message>
        <source>Start the newer version, or choose another data directory.</source>
        <translation>Starten Sie die neuere Version, oder wählen Sie ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>A web page may not call this interface.</source>
        <translation>Eine Webseite darf diese Schnittstelle nicht aufrufen.</translation>
    </message>
    <message>
        <source>Call it from a program or with curl, without Origin.</source>
        <translation>Rufen Sie sie aus einem Programm oder mit curl auf, ohne Origin.</translation>
    </message>
    <message>
        <source>Call it from a program or with curl.</source>
        <translation>Rufen Sie sie aus einem Programm oder mit curl auf.</translation>
    </message>
    <message>
        <source>The body has two content types.</source>
        <translation>Der Inhalt hat zwei Inhaltstypen.</translation>
    </message>
    <message>
        <source>Send one of them.</source>
        <translation>Senden Sie einen davon.</translation>
    </message>
    <message>
        <source>A body that is encoded is not taken.</source>
        <translation>Ein kodierter Inhalt wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Send it as it is, without Content-Encoding.</source>
        <translation>Senden Sie ihn, wie er ist, ohne Content-Encoding.</translation>
    </message>
    <message>
        <source>The body has no content type.</source>
        <translation>Der Inhalt hat keinen Inhaltstyp.</translation>
    </message>
    <message>
        <source>A body of %1 is not taken, since any web page could send one.</source>
        <translation>Ein Inhalt vom Typ %1 wird nicht angenommen, denn den könnte jede Webseite senden.</translation>
    </message>
    <message>
        <source>Name another type, for example --header &apos;content-type: application/octet-stream&apos;.</source>
        <translation>Nennen Sie einen anderen Typ, zum Beispiel --header &apos;content-type: application/octet-stream&apos;.</translation>
    </message>
    <message>
        <source>The body is not announced as JSON.</source>
        <translation>Der Inhalt ist nicht als JSON angekündigt.</translation>
    </message>
    <message>
        <source>Add --header &apos;content-type: application/json&apos; to curl.</source>
        <translation>Geben Sie curl --header &apos;content-type: application/json&apos; mit.</translation>
    </message>
    <message>
        <source>This interface is not called by that host name.</source>
        <translation>Diese Schnittstelle heißt nicht so wie der Host im Aufruf.</translation>
    </message>
    <message>
        <source>A request needs exactly one Host field.</source>
        <translation>Ein Aufruf braucht genau ein Host-Feld.</translation>
    </message>
    <message>
        <source>Use http://%1.</source>
        <translation>Nehmen Sie http://%1.</translation>
    </message>
    <message>
        <source>There is nothing at this path.</source>
        <translation>Unter diesem Pfad gibt es nichts.</translation>
    </message>
    <message>
        <source>This path does not know this method.</source>
        <translation>Dieser Pfad kennt diese Methode nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht zu lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is not a string.</source>
        <translation>%1 ist keine Zeichenkette.</translation>
    </message>
    <message>
        <source>%1 is not true or false.</source>
        <translation>%1 ist weder true noch false.</translation>
    </message>
    <message>
        <source>%1 is not a duration.</source>
        <translation>%1 ist keine Dauer.</translation>
    </message>
    <message>
        <source>data is missing.</source>
        <translation>data fehlt.</translation>
    </message>
    <message>
        <source>Give any JSON value; it is delivered as it stands here.</source>
        <translation>Geben Sie irgendeinen JSON-Wert an; er wird zugestellt, wie er hier steht.</translation>
    </message>
    <message>
        <source>No destination has the id or name &quot;%1&quot;.</source>
        <translation>Kein Ziel hat die Kennung oder den Namen „%1“.</translation>
    </message>
    <message>
        <source>GET /webhooks lists them.</source>
        <translation>GET /webhooks zählt sie auf.</translation>
    </message>
    <message>
        <source>Write it as &quot;5s&quot;, &quot;30m&quot;, &quot;24h&quot; or &quot;2d&quot;.</source>
        <translation>Schreiben Sie sie wie „5s“, „30m“, „24h“ oder „2d“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an HTTP status.</source>
        <translation>„%1“ ist kein HTTP-Status.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the number of a try.</source>
        <translation>„%1“ ist keine Nummer eines Versuchs.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a length of time.</source>
        <translation>„%1“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a size.</source>
        <translation>„%1“ ist keine Größe.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an id.</source>
        <translation>„%1“ ist keine Kennung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a delivery&apos;s id.</source>
        <translation>„%1“ ist keine Kennung einer Zustellung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Correct it, or quote the text to look for it as it stands.</source>
        <translation>Berichtigen Sie ihn, oder setzen Sie den Text in Anführungszeichen, um ihn wörtlich zu suchen.</translation>
    </message>
    <message>
        <source>The body is larger than the %1 bytes that are taken here.</source>
        <translation>Der Inhalt ist größer als die %1 Byte, die hier angenommen werden.</translation>
    </message>
    <message>
        <source>This is the port of the built-in receiver.</source>
        <translation>Das ist der Port des eingebauten Empfängers.</translation>
    </message>
    <message>
        <source>Send to /v1/webhooks/ and a name of your choice.</source>
        <translation>Senden Sie an /v1/webhooks/ und einen Namen Ihrer Wahl.</translation>
    </message>
    <message>
        <source>Send to /v1/webhooks/ and a name of your choice, or call the HTTP interface at %1.</source>
        <translation>Senden Sie an /v1/webhooks/ und einen Namen Ihrer Wahl, oder rufen Sie die HTTP-Schnittstelle unter %1 auf.</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is damaged or not a database</source>
        <translation>%1 ist beschädigt oder keine Datenbank</translation>
    </message>
    <message>
        <source>%1 is damaged: it has been emptied</source>
        <translation>%1 ist beschädigt: die Datei wurde geleert</translation>
    </message>
    <message>
        <source>%1 is gone, though its write-ahead log is there</source>
        <translation>%1 ist weg, obwohl das zugehörige Write-Ahead-Log da ist</translation>
    </message>
    <message>
        <source>%1 belongs to another program</source>
        <translation>%1 gehört zu einem anderen Programm</translation>
    </message>
    <message>
        <source>%1 belongs to somebody else</source>
        <translation>%1 gehört jemand anderem</translation>
    </message>
    <message>
        <source>%1 is not a plain file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Move it elsewhere, or choose another data directory.</source>
        <translation>Legen Sie sie woanders hin, oder wählen Sie ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>%1 cannot be made (%2)</source>
        <translation>%1 lässt sich nicht anlegen (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2)</source>
        <translation>%1 ist nicht beschreibbar (%2)</translation>
    </message>
    <message>
        <source>Make it writable.</source>
        <translation>Machen Sie es beschreibbar.</translation>
    </message>
    <message>
        <source>It was left as it is. In its directory, &quot;mv hookpost.db* $(mktemp -d damaged-XXXX)&quot; lays it aside; then start Hookpost again. &quot;sqlite3 damaged-*/hookpost.db .dump&quot; writes out what can be read.</source>
        <translation>Sie wurde gelassen, wie sie ist. In ihrem Verzeichnis legt „mv hookpost.db* $(mktemp -d damaged-XXXX)“ sie beiseite; starten Sie dann Hookpost neu. „sqlite3 damaged-*/hookpost.db .dump“ gibt aus, was lesbar ist.</translation>
    </message>
    <message>
        <source>Put back a copy of the database. Without one, &quot;mv hookpost.db* $(mktemp -d damaged-XXXX)&quot; in that directory lays the log aside; then start Hookpost again.</source>
        <translation>Legen Sie eine Kopie der Datenbank zurück. Ohne eine legt „mv hookpost.db* $(mktemp -d damaged-XXXX)“ in jenem Verzeichnis das Log beiseite; starten Sie dann Hookpost neu.</translation>
    </message>
    <message>
        <source>Another Hookpost uses the directory %1.</source>
        <translation>Ein anderes Hookpost benutzt das Verzeichnis %1.</translation>
    </message>
    <message>
        <source>Another Hookpost (process %1) uses the directory %2.</source>
        <translation>Ein anderes Hookpost (Prozess %1) benutzt das Verzeichnis %2.</translation>
    </message>
    <message>
        <source>Stop it, or start with another --data-dir.</source>
        <translation>Beenden Sie es, oder starten Sie mit einem anderen --data-dir.</translation>
    </message>
    <message>
        <source>Its HTTP interface is at %1.</source>
        <translation>Seine HTTP-Schnittstelle ist unter %1 zu erreichen.</translation>
    </message>
</context>
<context>
    <name>SaveBody</name>
    <message>
        <source>The file could not be saved: %1.</source>
        <translation>Die Datei konnte nicht gespeichert werden: %1.</translation>
    </message>
</context>
<context>
    <name>SignatureView</name>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>valid, but signed at another time</source>
        <translation>gültig, aber zu anderer Zeit signiert</translation>
    </message>
    <message>
        <source>not checked: no secret</source>
        <translation>nicht geprüft: kein Geheimnis</translation>
    </message>
    <message>
        <source>%1 before the request</source>
        <translation>%1 vor der Anfrage</translation>
    </message>
    <message>
        <source>%1 after the request</source>
        <translation>%1 nach der Anfrage</translation>
    </message>
    <message>
        <source>This request is not signed.</source>
        <translation>Diese Anfrage ist nicht signiert.</translation>
    </message>
    <message>
        <source>The signature is valid: these bytes were signed with the destination&apos;s secret.</source>
        <translation>Die Signatur ist gültig: Diese Bytes wurden mit dem Geheimnis des Ziels signiert.</translation>
    </message>
    <message>
        <source>The signature is right, but a receiver may refuse it for its age. Check the clocks of both machines, or whether this is an old request sent again.</source>
        <translation>Die Signatur stimmt, aber ein Empfänger könnte sie wegen ihres Alters ablehnen. Prüfen Sie die Uhren beider Rechner, oder ob dies eine alte, erneut gesendete Anfrage ist.</translation>
    </message>
    <message>
        <source>The signature cannot be checked: no destination is registered whose secret could have made it.</source>
        <translation>Die Signatur kann nicht geprüft werden: Es ist kein Ziel angemeldet, dessen Geheimnis sie ergeben haben könnte.</translation>
    </message>
    <message>
        <source>The signature is invalid: the body, the id or the time has changed since it was signed, or it was made with another secret, such as one that was replaced before the last.</source>
        <translation>Die Signatur ist ungültig: Inhalt, Kennung oder Zeit haben sich seit dem Signieren geändert, oder sie entstand mit einem anderen Geheimnis, etwa einem, das vor dem letzten ersetzt wurde.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>signature %1</source>
        <translation>Signatur %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not checked: made with another secret</source>
        <translation>nicht geprüft: mit einem anderen Geheimnis gemacht</translation>
    </message>
    <message>
        <source>The signature was made with another secret than the destination has now, so that it cannot be checked any more.</source>
        <translation>Die Signatur wurde mit einem anderen Geheimnis gemacht, als das Ziel jetzt hat, und kann deshalb nicht mehr geprüft werden.</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>name look-up failed</source>
        <translation>Namensauflösung gescheitert</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>Adresse nicht erlaubt</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>Netz nicht erreichbar</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>connection closed without an answer</source>
        <translation>Verbindung ohne Antwort beendet</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>die Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>timed out while looking up the name</source>
        <translation>Frist bei der Namensauflösung abgelaufen</translation>
    </message>
    <message>
        <source>timed out while connecting</source>
        <translation>Frist beim Verbinden abgelaufen</translation>
    </message>
    <message>
        <source>timed out in the TLS handshake</source>
        <translation>Frist im TLS-Handshake abgelaufen</translation>
    </message>
    <message>
        <source>timed out while sending</source>
        <translation>Frist beim Senden abgelaufen</translation>
    </message>
    <message>
        <source>timed out within the answer&apos;s headers</source>
        <translation>Frist in den Headern der Antwort abgelaufen</translation>
    </message>
    <message>
        <source>timed out waiting for an answer</source>
        <translation>Frist beim Warten auf Antwort abgelaufen</translation>
    </message>
    <message>
        <source>the certificate is that of %1</source>
        <translation>das Zertifikat ist das von %1</translation>
    </message>
    <message>
        <source>the status is %1</source>
        <translation>der Status ist %1</translation>
    </message>
    <message>
        <source>its headers are longer than 256 KiB</source>
        <translation>ihre Header sind länger als 256 KiB</translation>
    </message>
    <message>
        <source>no file descriptor is free</source>
        <translation>kein Dateideskriptor ist frei</translation>
    </message>
    <message>
        <source>Hookpost ended before an answer came</source>
        <translation>Hookpost endete, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>The next attempt is due at %1.</source>
        <translation>Der nächste Versuch ist um %1 fällig.</translation>
    </message>
    <message>
        <source>The receiver has asked for a pause (429); the next attempt is due at %1, or when the destination is resumed.</source>
        <translation>Der Empfänger hat um eine Pause gebeten (429); der nächste Versuch ist um %1 fällig, oder wenn das Ziel fortgesetzt wird.</translation>
    </message>
    <message>
        <source>It waits until the destination is resumed.</source>
        <translation>Die Zustellung wartet, bis das Ziel fortgesetzt wird.</translation>
    </message>
    <message>
        <source>It is in flight.</source>
        <translation>Die Zustellung ist unterwegs.</translation>
    </message>
    <message>
        <source>It is delivered.</source>
        <translation>Die Zustellung ist angekommen.</translation>
    </message>
    <message>
        <source>It is not tried again.</source>
        <translation>Die Zustellung wird nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>A person has cancelled it.</source>
        <translation>Jemand hat die Zustellung abgebrochen.</translation>
    </message>
    <message>
        <source>It was cancelled, since the destination was removed.</source>
        <translation>Die Zustellung wurde abgebrochen, weil das Ziel entfernt wurde.</translation>
    </message>
    <message>
        <source>the receiver answered 410 Gone</source>
        <translation>der Empfänger hat 410 Gone geantwortet</translation>
    </message>
    <message>
        <source>nothing but failures since %1</source>
        <translation>nur Fehlschläge seit %1</translation>
    </message>
    <message>
        <source>The receiver fails again and again, so one at a time is sent to it; the next may go at %1.</source>
        <translation>Der Empfänger scheitert immer wieder, deshalb geht nur eine nach der anderen an ihn; die nächste frühestens um %1.</translation>
    </message>
    <message>
        <source>connection ended, and how was not seen</source>
        <translation>Verbindung beendet, und wie, war nicht zu sehen</translation>
    </message>
    <message>
        <source>connection ended in the TLS handshake</source>
        <translation>Verbindung im TLS-Handshake beendet</translation>
    </message>
    <message>
        <source>connection closed before the answer was complete</source>
        <translation>Verbindung beendet, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>it began with an interim answer: %1</source>
        <translation>sie begann mit einer Zwischenantwort: %1</translation>
    </message>
    <message>
        <source>Hookpost was stopping</source>
        <translation>Hookpost wurde gerade beendet</translation>
    </message>
    <message>
        <source>the destination was removed</source>
        <translation>das Ziel wurde entfernt</translation>
    </message>
    <message>
        <source>the destination was paused</source>
        <translation>das Ziel wurde pausiert</translation>
    </message>
    <message>
        <source>the destination got another URL</source>
        <translation>das Ziel bekam eine andere URL</translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>the certificate is not yet valid</source>
        <translation>das Zertifikat gilt noch nicht</translation>
    </message>
    <message>
        <source>the certificate is for another host name</source>
        <translation>das Zertifikat gilt für einen anderen Hostnamen</translation>
    </message>
    <message>
        <source>the certificate is self-signed</source>
        <translation>das Zertifikat ist selbstsigniert</translation>
    </message>
    <message>
        <source>the root certificate is self-signed and not trusted</source>
        <translation>das Wurzelzertifikat ist selbstsigniert und nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>the issuer of the certificate is not known</source>
        <translation>der Aussteller des Zertifikats ist nicht bekannt</translation>
    </message>
    <message>
        <source>the root certificate is not trusted for this purpose</source>
        <translation>dem Wurzelzertifikat wird dafür nicht vertraut</translation>
    </message>
    <message>
        <source>the certificate is revoked</source>
        <translation>das Zertifikat ist widerrufen</translation>
    </message>
    <message>
        <source>the certificate is known to be abused</source>
        <translation>das Zertifikat ist als missbraucht bekannt</translation>
    </message>
    <message>
        <source>a certificate of its chain may not sign others</source>
        <translation>ein Zertifikat der Kette darf keine anderen signieren</translation>
    </message>
    <message>
        <source>the receiver shows no certificate</source>
        <translation>der Empfänger zeigt kein Zertifikat</translation>
    </message>
    <message>
        <source>the certificate cannot be accepted, reason %1</source>
        <translation>das Zertifikat kann nicht angenommen werden, Grund %1</translation>
    </message>
    <message>
        <source>the certificate is not meant for servers</source>
        <translation>das Zertifikat ist nicht für Server bestimmt</translation>
    </message>
    <message>
        <source>the handshake failed</source>
        <translation>der Handshake ist gescheitert</translation>
    </message>
    <message>
        <source>something in the chain of the certificate is too weak or not allowed</source>
        <translation>etwas in der Kette des Zertifikats ist zu schwach oder nicht erlaubt</translation>
    </message>
    <message>
        <source>timed out, and whether an answer had begun was not seen</source>
        <translation>Frist abgelaufen; ob eine Antwort begonnen hatte, war nicht zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>It was given up after %n attempt(s).</source>
        <translation>
            <numerusform>Die Zustellung wurde nach %n Versuch aufgegeben.</numerusform>
            <numerusform>Die Zustellung wurde nach %n Versuchen aufgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
</context>
<context>
    <name>StartRefusal</name>
    <message>
        <source>Hookpost cannot start</source>
        <translation>Hookpost kann nicht starten</translation>
    </message>
</context>
<context>
    <name>TimeFrames</name>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
</context>
<context>
    <name>TimingView</name>
    <message>
        <source>Name look-up</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Queued (not to scale)</source>
        <translation>In der Schlange (nicht maßstäblich)</translation>
    </message>
    <message>
        <source>It is still under way.</source>
        <translation>Es ist noch unterwegs.</translation>
    </message>
    <message>
        <source>An open connection was used again, so nothing was spent on connecting.</source>
        <translation>Eine offene Verbindung wurde wiederverwendet, also kostete das Verbinden nichts.</translation>
    </message>
    <message>
        <source>How long each phase took is not known.</source>
        <translation>Wie lange jede Phase dauerte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>The duration ends with the headers of the answer, after %1.</source>
        <translation>Die Dauer endet mit den Headern der Antwort, nach %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, “%3” in HAR</source>
        <translation>%1: %2, „%3“ in HAR</translation>
    </message>
</context>
<context>
    <name>TriesView</name>
    <message>
        <source>%1 times as long</source>
        <translation>%1-mal so lange</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1-mal so schnell</translation>
    </message>
    <message>
        <source>sent again by hand</source>
        <translation>von Hand erneut gesendet</translation>
    </message>
    <message>
        <source>another URL</source>
        <translation>andere URL</translation>
    </message>
    <message>
        <source>another body</source>
        <translation>anderer Inhalt</translation>
    </message>
    <message>
        <source>%1, no longer %2</source>
        <translation>%1, nicht mehr %2</translation>
    </message>
    <message>
        <source>the same result</source>
        <translation>dasselbe Ergebnis</translation>
    </message>
    <message>
        <source>an answer of another size</source>
        <translation>Antwort von anderer Größe</translation>
    </message>
</context>
<context>
    <name>UrlRemarks</name>
    <message>
        <source>Posts to %1, port %2, over TLS.</source>
        <translation>Sendet an %1, Port %2, über TLS.</translation>
    </message>
    <message>
        <source>Posts to %1, port %2, not encrypted.</source>
        <translation>Sendet an %1, Port %2, unverschlüsselt.</translation>
    </message>
    <message>
        <source>the body</source>
        <comment>of a command</comment>
        <translation>der Inhalt</translation>
    </message>
    <message>
        <source>the method %1</source>
        <translation>die Methode %1</translation>
    </message>
    <message>
        <source>the cookies</source>
        <translation>die Cookies</translation>
    </message>
    <message>
        <source>the certificates</source>
        <translation>die Zertifikate</translation>
    </message>
    <message>
        <source>the proxy</source>
        <translation>der Proxy</translation>
    </message>
    <message>
        <source>the header %1</source>
        <translation>der Header %1</translation>
    </message>
    <message>
        <source>Left out of the command: %1.</source>
        <translation>Vom Befehl nicht übernommen: %1.</translation>
    </message>
    <message>
        <source>Hookpost posts each event&apos;s own body.</source>
        <translation>Hookpost sendet den Inhalt des jeweiligen Ereignisses.</translation>
    </message>
    <message>
        <source>This is Hookpost&apos;s own bin “%1”: what is sent will show up here.</source>
        <translation>Das ist Hookposts eigenes Fach „%1“: Was gesendet wird, erscheint hier.</translation>
    </message>
    <message>
        <source>the option %1</source>
        <translation>die Option %1</translation>
    </message>
    <message>
        <source>the URL %1</source>
        <translation>die URL %1</translation>
    </message>
</context>
</TS>
