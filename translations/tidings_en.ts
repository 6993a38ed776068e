<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message numerus="yes">
        <source>%n watch rule alert(s)</source>
        <translation>
            <numerusform>%n watch rule alert</numerusform>
            <numerusform>%n watch rule alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed login(s)</source>
        <translation>
            <numerusform>%n failed login</numerusform>
            <numerusform>%n failed logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <comment>from …</comment>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n watch rule alert(s)</source>
        <translation>
            <numerusform>At least %n watch rule alert</numerusform>
            <numerusform>At least %n watch rule alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n notification(s)</source>
        <translation>
            <numerusform>At least %n notification</numerusform>
            <numerusform>At least %n notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n address(es)</source>
        <comment>from …</comment>
        <translation>
            <numerusform>at least %n address</numerusform>
            <numerusform>at least %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n failed login(s)</source>
        <translation>
            <numerusform>At least %n failed login</numerusform>
            <numerusform>At least %n failed logins</numerusform>
        </translation>
    </message>
</context>
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
    <name>EventFile</name>
    <message numerus="yes">
        <source>%n column(s) instead of %1</source>
        <translation>
            <numerusform>%n column instead of %1</numerusform>
            <numerusform>%n columns instead of %1</numerusform>
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
    <name>PollStatus</name>
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
    <name>Summary</name>
    <message numerus="yes">
        <source>… and %n more character(s), in the raw record</source>
        <translation>
            <numerusform>… and %n more character, in the raw record</numerusform>
            <numerusform>… and %n more characters, in the raw record</numerusform>
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
    <name>WatchTrial</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>fired …</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 loaded event(s) match.</source>
        <translation>
            <numerusform>%Ln of %1 loaded events matches.</numerusform>
            <numerusform>%Ln of %1 loaded events match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::BackBar</name>
    <message numerus="yes">
        <source>%n snoozed notification(s) are back.</source>
        <translation>
            <numerusform>%n snoozed notification is back.</numerusform>
            <numerusform>%n snoozed notifications are back.</numerusform>
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
    <name>tidings::EventFeed</name>
    <message numerus="yes">
        <source>%n event(s) too large to show.</source>
        <translation>
            <numerusform>%n event too large to show.</numerusform>
            <numerusform>%n events too large to show.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ExportDialog</name>
    <message numerus="yes">
        <source>%n event(s), as shown and in this order</source>
        <translation>
            <numerusform>%n event, as shown and in this order</numerusform>
            <numerusform>%n events, as shown and in this order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n event written to %1 (%2).</numerusform>
            <numerusform>%n events written to %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::FilePage</name>
    <message numerus="yes">
        <source>%1 other log line(s)</source>
        <translation>
            <numerusform>%1 other log line</numerusform>
            <numerusform>%1 other log lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::InboxControls</name>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only</source>
        <translation>
            <numerusform>%n more snoozed or muted on this computer only</numerusform>
            <numerusform>%n more snoozed or muted on this computer only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::InboxModel</name>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n notification</numerusform>
            <numerusform>%n notifications</numerusform>
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
    <message numerus="yes">
        <source>%n more: deleted on the server meanwhile.</source>
        <translation>
            <numerusform>%n more: deleted on the server meanwhile.</numerusform>
            <numerusform>%n more: deleted on the server meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be changed: deleted on the server meanwhile.</source>
        <translation>
            <numerusform>%n notification could not be changed: deleted on the server meanwhile.</numerusform>
            <numerusform>%n notifications could not be changed: deleted on the server meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only</source>
        <translation>
            <numerusform>%n more snoozed or muted on this computer only</numerusform>
            <numerusform>%n more snoozed or muted on this computer only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only.</source>
        <translation>
            <numerusform>%n more snoozed or muted on this computer only.</numerusform>
            <numerusform>%n more snoozed or muted on this computer only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be snoozed: at most %1 can be.</source>
        <translation>
            <numerusform>%n notification could not be snoozed: at most %1 can be.</numerusform>
            <numerusform>%n notifications could not be snoozed: at most %1 can be.</numerusform>
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
    <name>tidings::LocalChanges</name>
    <message numerus="yes">
        <source>%n notification(s) snoozed on this computer only</source>
        <translation>
            <numerusform>%n notification snoozed on this computer only</numerusform>
            <numerusform>%n notifications snoozed on this computer only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) woken</source>
        <translation>
            <numerusform>%n notification woken</numerusform>
            <numerusform>%n notifications woken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::MuteDialog</name>
    <message numerus="yes">
        <source>%n of the loaded notifications is like this.</source>
        <translation>
            <numerusform>%n of the loaded notifications is like this.</numerusform>
            <numerusform>%n of the loaded notifications are like this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::NotificationDetail</name>
    <message numerus="yes">
        <source>(%n more character(s) in the raw JSON)</source>
        <translation>
            <numerusform>(%n more character in the raw JSON)</numerusform>
            <numerusform>(%n more characters in the raw JSON)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>every …</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>every …</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in a minute</source>
        <comment>at most …</comment>
        <translation>
            <numerusform>%n in a minute</numerusform>
            <numerusform>%n in a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>at most …</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln notification(s) from the history on this computer? Nothing changes on the server.</source>
        <translation>
            <numerusform>Delete %Ln notification from the history on this computer? Nothing changes on the server.</numerusform>
            <numerusform>Delete %Ln notifications from the history on this computer? Nothing changes on the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s) of the server shown</source>
        <translation>
            <numerusform>%Ln notification of the server shown</numerusform>
            <numerusform>%Ln notifications of the server shown</numerusform>
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
    <name>tidings::ProgressLine</name>
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
    <name>tidings::Reconnect</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
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
    <name>tidings::SeenBar</name>
    <message numerus="yes">
        <source>%n change(s) of an earlier session were not finished.</source>
        <translation>
            <numerusform>%n change of an earlier session was not finished.</numerusform>
            <numerusform>%n changes of an earlier session were not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server and will be sent in order.</source>
        <translation>
            <numerusform>%n change waits for the server and will be sent later.</numerusform>
            <numerusform>%n changes wait for the server and will be sent in order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::StatusBar</name>
    <message numerus="yes">
        <source>server clock is %n s ahead</source>
        <translation>
            <numerusform>server clock is %n s ahead</numerusform>
            <numerusform>server clock is %n s ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server clock is %n s behind</source>
        <translation>
            <numerusform>server clock is %n s behind</numerusform>
            <numerusform>server clock is %n s behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server +%n s</source>
        <comment>its clock is ahead</comment>
        <translation>
            <numerusform>server +%n s</numerusform>
            <numerusform>server +%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server −%n s</source>
        <comment>its clock is behind</comment>
        <translation>
            <numerusform>server −%n s</numerusform>
            <numerusform>server −%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::TopValuesPane</name>
    <message numerus="yes">
        <source>%Ln loaded event(s)</source>
        <translation>
            <numerusform>%Ln loaded event</numerusform>
            <numerusform>%Ln loaded events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rarer value(s) not shown</source>
        <translation>
            <numerusform>%Ln rarer value not shown</numerusform>
            <numerusform>%Ln rarer values not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::TrayIcon</name>
    <message numerus="yes">
        <source>Tidings: %n unseen notification(s)</source>
        <translation>
            <numerusform>Tidings: %n unseen notification</numerusform>
            <numerusform>Tidings: %n unseen notifications</numerusform>
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
