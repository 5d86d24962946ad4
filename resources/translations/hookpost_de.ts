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
        <source>No computer has this name. Check the spelling of the URL's host.</source>
        <translation>Kein Rechner hat diesen Namen. Prüfen Sie, wie der Host der URL geschrieben ist.</translation>
    </message>
    <message>
        <source>The name service did not answer. Check this computer's network.</source>
        <translation>Der Namensdienst antwortete nicht. Prüfen Sie das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>The name leads to an address that Hookpost never sends to, such as one for cloud metadata. Nothing was sent.</source>
        <translation>Der Name führt zu einer Adresse, an die Hookpost nie sendet, etwa einer für Metadaten einer Cloud. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing listens at this address and port. Is the receiver running, and is the port right?</source>
        <translation>Unter dieser Adresse und diesem Port lauscht nichts. Läuft der Empfänger, und stimmt der Port?</translation>
    </message>
    <message>
        <source>There is no way to this network. Check the connection, VPN or firewall.</source>
        <translation>Es führt kein Weg in dieses Netz. Prüfen Sie Verbindung, VPN oder Firewall.</translation>
    </message>
    <message>
        <source>No secure connection could be made: the certificate may be expired, for another name or from an unknown issuer, or the port may not speak TLS.</source>
        <translation>Es kam keine sichere Verbindung zustande: Vielleicht ist das Zertifikat abgelaufen, für einen anderen Namen oder von einem unbekannten Aussteller, oder der Port spricht kein TLS.</translation>
    </message>
    <message>
        <source>The receiver accepted the connection and dropped it. It may have crashed, or the port may speak another protocol.</source>
        <translation>Der Empfänger nahm die Verbindung an und brach sie ab. Vielleicht ist er abgestürzt, oder der Port spricht ein anderes Protokoll.</translation>
    </message>
    <message>
        <source>The address did not react at all. A firewall may drop what is sent to it.</source>
        <translation>Die Adresse reagierte gar nicht. Vielleicht verwirft eine Firewall, was dorthin gesendet wird.</translation>
    </message>
    <message>
        <source>The receiver was too slow. It should answer at once and work afterwards.</source>
        <translation>Der Empfänger war zu langsam. Er sollte gleich antworten und danach arbeiten.</translation>
    </message>
    <message>
        <source>Something answered, but not in HTTP/1.1. The port may be for another service, or want https.</source>
        <translation>Etwas antwortete, aber nicht in HTTP/1.1. Vielleicht gehört der Port einem anderen Dienst oder verlangt https.</translation>
    </message>
    <message>
        <source>The receiver does not accept who sends. Check its signing secret or the destination's own headers.</source>
        <translation>Der Empfänger nimmt den Absender nicht an. Prüfen Sie dessen Signaturgeheimnis oder die eigenen Header des Ziels.</translation>
    </message>
    <message>
        <source>The receiver knows no such path. Check the URL.</source>
        <translation>Der Empfänger kennt diesen Pfad nicht. Prüfen Sie die URL.</translation>
    </message>
    <message>
        <source>The receiver takes no POST at this path. Check the URL.</source>
        <translation>Der Empfänger nimmt unter diesem Pfad kein POST an. Prüfen Sie die URL.</translation>
    </message>
    <message>
        <source>The receiver says that it wants no more, so the destination is paused.</source>
        <translation>Der Empfänger will nichts mehr haben, daher pausiert das Ziel.</translation>
    </message>
    <message>
        <source>The body is too large for the receiver.</source>
        <translation>Der Inhalt ist dem Empfänger zu groß.</translation>
    </message>
    <message>
        <source>The receiver does not take this content type.</source>
        <translation>Der Empfänger nimmt diesen Inhaltstyp nicht an.</translation>
    </message>
    <message>
        <source>The receiver is being sent too much; later deliveries are held back.</source>
        <translation>Der Empfänger bekommt zu viel; spätere Zustellungen werden zurückgehalten.</translation>
    </message>
    <message>
        <source>Redirects are not followed. Register the address it points to.</source>
        <translation>Weiterleitungen wird nicht gefolgt. Tragen Sie die Adresse ein, auf die sie zeigt.</translation>
    </message>
    <message>
        <source>The fault is on the receiver's side; its log knows more.</source>
        <translation>Der Fehler liegt beim Empfänger; dessen Protokoll weiß mehr.</translation>
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
        <source>  name look-up</source>
        <translation>  Namensauflösung</translation>
    </message>
    <message>
        <source>  connecting</source>
        <translation>  Verbinden</translation>
    </message>
    <message>
        <source>  TLS handshake</source>
        <translation>  TLS-Handshake</translation>
    </message>
    <message>
        <source>  sending</source>
        <translation>  Senden</translation>
    </message>
    <message>
        <source>  waiting</source>
        <translation>  Warten</translation>
    </message>
    <message>
        <source>  receiving</source>
        <translation>  Empfangen</translation>
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
        <source>&amp;Destinations</source>
        <translation>Zie&amp;le</translation>
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
</context>
<context>
    <name>Gui::AdvancedForm</name>
    <message>
        <source>A duration is missing: write it as 5s, 250ms or 2h.</source>
        <translation>Es fehlt eine Dauer: Schreiben Sie etwa 5s, 250ms oder 2h.</translation>
    </message>
    <message>
        <source>“%1” is no duration: write it as 5s, 250ms or 2h.</source>
        <translation>„%1“ ist keine Dauer: Schreiben Sie etwa 5s, 250ms oder 2h.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>By the program's schedule</source>
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
        <source>Name: value, one a line</source>
        <translation>Name: Wert, je Zeile einer</translation>
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
        <source>At &amp;once, at most</source>
        <translation>&amp;Gleichzeitig, höchstens</translation>
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
        <source>“%1” is no header: write it as Name: value.</source>
        <translation>„%1“ ist kein Header: Schreiben Sie Name: Wert.</translation>
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
        <translation>Übliche &amp;Textgröße</translation>
    </message>
</context>
<context>
    <name>Gui::AppearancePage</name>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
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
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Rows of lists</source>
        <translation>&amp;Zeilen der Listen</translation>
    </message>
    <message>
        <source>&amp;Colours of states</source>
        <translation>&amp;Farben der Zustände</translation>
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
        <source>This body is not text</source>
        <translation>Dieser Inhalt ist kein Text</translation>
    </message>
    <message>
        <source>There is no body</source>
        <translation>Es gibt keinen Inhalt</translation>
    </message>
    <message>
        <source>not text, shown as bytes</source>
        <translation>kein Text, als Bytes gezeigt</translation>
    </message>
    <message>
        <source>holds invisible or direction-turning characters, see Hex</source>
        <translation>enthält unsichtbare oder die Schreibrichtung wendende Zeichen, siehe Hex</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message>
        <source>more came than was kept</source>
        <translation>es kam mehr, als aufgehoben wurde</translation>
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
        <translation>Gegenadresse</translation>
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
</context>
<context>
    <name>Gui::DestinationDialog</name>
    <message>
        <source>Posts to %1, port %2, over TLS.</source>
        <translation>Sendet an %1, Port %2, über TLS.</translation>
    </message>
    <message>
        <source>Posts to %1, port %2, not encrypted.</source>
        <translation>Sendet an %1, Port %2, unverschlüsselt.</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Herzschlag</translation>
    </message>
    <message>
        <source>The program's interval</source>
        <translation>Der Abstand des Programms</translation>
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
        <source>Event types, such as invoice.paid or invoice.*, parted by commas</source>
        <translation>Ereignisarten, etwa invoice.paid oder invoice.*, durch Kommas getrennt</translation>
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
        <translation>&amp;Herzschlag</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>Er&amp;weitert</translation>
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
        <source>Facts about the chosen row</source>
        <translation>Angaben zur gewählten Zeile</translation>
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
        <source>Choose a row to see what was sent and what came back.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, was gesendet wurde und was zurückkam.</translation>
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
        <translation>Dieser Desktop hat derzeit keinen Infobereich; Schließen beendet.</translation>
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
        <source>As the desktop has it</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
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
        <translation>Filter auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Previous row</source>
        <translation>&amp;Vorige Zeile</translation>
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
</context>
<context>
    <name>Gui::LogPanel</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filter by destination, event type, status or error</source>
        <translation>Nach Ziel, Ereignisart, Status oder Fehler filtern</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Das Protokoll filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Shows rows by their status</source>
        <translation>Zeigt Zeilen nach ihrem Status</translation>
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
        <source>The view is paused; deliveries go on.</source>
        <translation>Die Ansicht ist angehalten; Zustellungen gehen weiter.</translation>
    </message>
    <message>
        <source>The view is paused; deliveries go on. %1 new.</source>
        <translation>Die Ansicht ist angehalten; Zustellungen gehen weiter. %1 neu.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
</context>
<context>
    <name>Gui::LogView</name>
    <message>
        <source>Log of attempts and received requests</source>
        <translation>Protokoll der Versuche und empfangenen Anfragen</translation>
    </message>
    <message>
        <source>Show the newest rows (End)</source>
        <translation>Die neuesten Zeilen zeigen (Ende)</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Feld kopieren</translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
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
        <source>This desktop has no tray, so closing the window ends Hookpost. Close it again to quit.</source>
        <translation>Dieser Desktop hat keinen Infobereich, daher endet Hookpost mit dem Schließen. Schließen Sie noch einmal, um zu beenden.</translation>
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
    <name>Gui::NotificationsPage</name>
    <message>
        <source>Notify, while the window has not the keyboard, when</source>
        <translation>Benachrichtigen, wenn das Fenster nicht die Tastatur hat und</translation>
    </message>
    <message>
        <source>a destination &amp;fails for the first time</source>
        <translation>ein Ziel zum ersten Mal &amp;scheitert</translation>
    </message>
    <message>
        <source>it does &amp;well again</source>
        <translation>es &amp;wieder gelingt</translation>
    </message>
    <message>
        <source>Hookpost &amp;pauses it</source>
        <translation>Hookpost es &amp;pausiert</translation>
    </message>
    <message>
        <source>a &amp;bin gets its first request while the window is hidden</source>
        <translation>ein &amp;Fach seine erste Anfrage bekommt, während das Fenster verborgen ist</translation>
    </message>
    <message>
        <source>Of each kind one a minute at most; what comes in between is told together.</source>
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
        <source>%n destination(s) well again</source>
        <translation>
            <numerusform>%n Ziel wieder in Ordnung</numerusform>
            <numerusform>%n Ziele wieder in Ordnung</numerusform>
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
</context>
<context>
    <name>Gui::OptionsPage</name>
    <message>
        <source>Cannot be kept. %1</source>
        <translation>Kann nicht aufgehoben werden. %1</translation>
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
        <translation>&amp;Herzschlag</translation>
    </message>
    <message>
        <source>The pause between greetings, such as 5s or 2m, or off.</source>
        <translation>Die Pause zwischen Grüßen, etwa 5s oder 2m, oder off.</translation>
    </message>
    <message>
        <source>&amp;Most in flight</source>
        <translation>&amp;Höchstens unterwegs</translation>
    </message>
    <message>
        <source>as many as the system allows</source>
        <translation>so viele das System erlaubt</translation>
    </message>
    <message>
        <source>POSTs under way at a time, 1 to 1000000.</source>
        <translation>Gleichzeitige POSTs, 1 bis 1000000.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Of the HTTP interface, 0 to 65535; 0 takes a free one.</source>
        <translation>Der HTTP-Schnittstelle, 0 bis 65535; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>&amp;Bin port</source>
        <translation>Port der &amp;Fächer</translation>
    </message>
    <message>
        <source>Of the built-in receiver, likewise.</source>
        <translation>Des eingebauten Empfängers, ebenso.</translation>
    </message>
    <message>
        <source>&amp;Largest body</source>
        <translation>&amp;Größter Inhalt</translation>
    </message>
    <message>
        <source>That the HTTP interface takes, in bytes, up to 33554432.</source>
        <translation>Den die HTTP-Schnittstelle annimmt, in Bytes, bis 33554432.</translation>
    </message>
    <message>
        <source>&amp;Server profile</source>
        <translation>&amp;Serverprofil</translation>
    </message>
    <message>
        <source>Sends only to what is globally reachable, not to this machine or its networks; for when others may register destinations.</source>
        <translation>Sendet nur an weltweit Erreichbares, nicht an diesen Rechner oder seine Netze; für den Fall, dass andere Ziele anmelden dürfen.</translation>
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
        <source>Which the server profile sends to as well, such as 10.0.0.0/8, parted by commas.</source>
        <translation>An die das Serverprofil auch sendet, etwa 10.0.0.0/8, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>For which what has ended is kept, or off.</source>
        <translation>Die Beendetes aufgehoben wird, oder off.</translation>
    </message>
    <message>
        <source>&amp;Attempts</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>That are kept, or off.</source>
        <translation>Die aufgehoben werden, oder off.</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>That the database may have, such as 512MiB or 2GiB, or off.</source>
        <translation>Die die Datenbank haben darf, etwa 512MiB oder 2GiB, oder off.</translation>
    </message>
    <message>
        <source>Changes on this page hold from the next start on, where the command line does not say otherwise.</source>
        <translation>Änderungen auf dieser Seite gelten ab dem nächsten Start, soweit die Befehlszeile nichts anderes sagt.</translation>
    </message>
    <message>
        <source>&amp;Open configuration file</source>
        <translation>Konfigurationsdatei ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>Als &amp;Befehlszeile kopieren</translation>
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
        <source>&amp;Usual</source>
        <translation>Ü&amp;bliche</translation>
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
</context>
<context>
    <name>Gui::Sidebar</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>Gui::StatusLine</name>
    <message>
        <source>no attempts yet</source>
        <translation>noch keine Versuche</translation>
    </message>
    <message>
        <source>%1 % delivered</source>
        <translation>%1 % zugestellt</translation>
    </message>
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
        <source>Copy the bin's address</source>
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
        <translation>Fenster &amp;verbergen</translation>
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
        <source>Copy AP&amp;I address</source>
        <translation>API-Adresse &amp;kopieren</translation>
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
        <translation>Jetzt eines arbeiten sehen</translation>
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
        <source>Registers this program's own bin as a destination. The first answer is here within seconds.</source>
        <translation>Meldet das eigene Fach dieses Programms als Ziel an. Die erste Antwort ist in Sekunden da.</translation>
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
        <translation>Gegenadresse</translation>
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
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
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
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>connection closed within the answer's headers</source>
        <translation>Verbindung in den Headern der Antwort beendet</translation>
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
        <source>timed out within the answer's headers</source>
        <translation>Frist in den Headern der Antwort abgelaufen</translation>
    </message>
    <message>
        <source>timed out waiting for an answer</source>
        <translation>Frist beim Warten auf Antwort abgelaufen</translation>
    </message>
</context>
</TS>
