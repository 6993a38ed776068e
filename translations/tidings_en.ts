<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApiError</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-day steps</source>
        <translation>
            <numerusform>%n-day steps</numerusform>
            <numerusform>%n-day steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-hour steps</source>
        <translation>
            <numerusform>%n-hour steps</numerusform>
            <numerusform>%n-hour steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-minute steps</source>
        <translation>
            <numerusform>%n-minute steps</numerusform>
            <numerusform>%n-minute steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-second steps</source>
        <translation>
            <numerusform>%n-second steps</numerusform>
            <numerusform>%n-second steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last %n hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last %n minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeenCommand</name>
    <message numerus="yes">
        <source>%n notification(s) marked seen</source>
        <translation>
            <numerusform>%n notification marked seen</numerusform>
            <numerusform>%n notifications marked seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) marked unseen</source>
        <translation>
            <numerusform>%n notification marked unseen</numerusform>
            <numerusform>%n notifications marked unseen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ChangesView</name>
    <message numerus="yes">
        <source>%n line(s) removed (−)</source>
        <translation>
            <numerusform>%n line removed (−)</numerusform>
            <numerusform>%n lines removed (−)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added (+)</source>
        <translation>
            <numerusform>%n line added (+)</numerusform>
            <numerusform>%n lines added (+)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ChecklistButton</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::InboxPage</name>
    <message numerus="yes">
        <source>%n notification(s) could not be changed.</source>
        <translation>
            <numerusform>%n notification could not be changed.</numerusform>
            <numerusform>%n notifications could not be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::LoadProgress</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::MainWindow</name>
    <message numerus="yes">
        <source>server clock differs by %n s</source>
        <translation>
            <numerusform>server clock differs by %n s</numerusform>
            <numerusform>server clock differs by %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ProbeView</name>
    <message numerus="yes">
        <source>Events: may read (%Ln event(s))</source>
        <translation>
            <numerusform>Events: may read (%Ln event)</numerusform>
            <numerusform>Events: may read (%Ln events)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notifications: own ones, %Ln unseen</source>
        <translation>
            <numerusform>Notifications: own ones, %Ln unseen</numerusform>
            <numerusform>Notifications: own ones, %Ln unseen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::RecordTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::TrustOptions</name>
    <message numerus="yes">
        <source>%Ln certificate(s) read.</source>
        <translation>
            <numerusform>%Ln certificate read.</numerusform>
            <numerusform>%Ln certificates read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::VolumeHistogram</name>
    <message numerus="yes">
        <source>The server counts the last %n day(s) only.</source>
        <translation>
            <numerusform>The server counts the last %n day only.</numerusform>
            <numerusform>The server counts the last %n days only.</numerusform>
        </translation>
    </message>
</context>
</TS>
