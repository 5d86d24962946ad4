<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>EventSummary</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::Notifier</name>
    <message numerus="yes">
        <source>%n destination(s) failing</source>
        <translation>
            <numerusform>%n destination failing</numerusform>
            <numerusform>%n destinations failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) paused by Hookpost</source>
        <translation>
            <numerusform>%n destination paused by Hookpost</numerusform>
            <numerusform>%n destinations paused by Hookpost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bin(s) received requests</source>
        <translation>
            <numerusform>%n bin received requests</numerusform>
            <numerusform>%n bins received requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) recovered</source>
        <translation>
            <numerusform>%n destination recovered</numerusform>
            <numerusform>%n destinations recovered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TopNotices</name>
    <message numerus="yes">
        <source>Dispatching is off: %n delivery(s) wait.</source>
        <translation>
            <numerusform>Dispatching is off: %n delivery waits.</numerusform>
            <numerusform>Dispatching is off: %n deliveries wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TrayDesk</name>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n destination</numerusform>
            <numerusform>%n destinations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>It was given up after %n attempt(s).</source>
        <translation>
            <numerusform>It was given up after %n attempt.</numerusform>
            <numerusform>It was given up after %n attempts.</numerusform>
        </translation>
    </message>
</context>
</TS>
