<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User was written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User was offboarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspicious request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret was viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret was rotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application authorized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impersonation started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impersonation ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property Mapping exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System task execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System task exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General system exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data export ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review initiated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review attested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access request created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access request approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access request denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access request revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User expiration warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiError</name>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the data: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached: %1. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time. It may be overloaded; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects to %1. The token was not sent there. If that is your authentik, use it as the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is not accepted. Expiring API tokens get a new key: copy the current one from authentik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has no right to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not have this record (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an answer of authentik: %1. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than Tidings accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change may or may not have been saved; reload to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has no token for this server, or it is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain is available on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer. It may be waiting for you to unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is too long for the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no --token option, since other users of this computer can read command lines. Write the token to the standard input and use --token-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a demo server with invented data and connect to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of events the demo server begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to this authentik server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the API token from the first line of the standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the saved profile of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw every page into this folder and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this language, for instance en or de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event viewer and notification inbox for authentik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an argument that belongs to no option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--token-stdin needs --server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo-events takes a whole number from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang takes a language code such as en or de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line of the standard input is too long for a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token in the first line of the standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line of the standard input contains characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>%1 (%2)</source>
        <comment>label of an action, its machine name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other parts of the record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>A JSON object is expected here: { … }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may follow the closing brace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object is not closed: } is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array is not closed: ] is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or } is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or ] is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a comma too many here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name in double quotes is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” is used twice; authentik refuses that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nesting is too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not closed: a &quot; is missing in this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control character must be written as \u00XX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not closed: a &quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character \u0000 cannot be stored by authentik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backslash does not begin an escape that JSON knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number as JSON writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is expected here: text in double quotes, a number, true, false, null, { or [</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryPlan</name>
    <message>
        <source>server list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server word search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server query (AKQL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not answer queries; it searched for the words instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeenCommand</name>
    <message numerus="yes">
        <source>%n notification(s) marked seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) marked unseen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Enter the address of your authentik server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address contains a blank or an invisible character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a server address. It looks like https://authentik.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An http:// address would send the token readable for others. Use https://, or http:// for this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the user name and password out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password and a second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a passkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an app password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote to user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authorized an application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authorized %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viewed the secret of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used an invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started to act as another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started to act as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped acting as another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on behalf of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, signed in as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried to sign in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik %1 is available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserAgent</name>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akql::Lexer</name>
    <message>
        <source>A NUL character cannot be searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown escape: after a backslash, one of \ &quot; &apos; / b f n r t or u and four hex digits is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character “%1” cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akql::Parser</name>
    <message>
        <source>This closing parenthesis has no opening one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“and” and “or” are written in small letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“and”, “or” or the end of the query was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parentheses can be nested at most %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“and”, “or” or a closing parenthesis was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“not” can only stand before “in”, “startswith” and “endswith”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field name or an opening parenthesis was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” has no parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” itself cannot be compared, only a value inside it, such as %1.name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“in”, “startswith” or “endswith” was expected after “not”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operator was expected here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time cannot be compared with “%1”; use ~ to match a whole day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address cannot be compared with “%1”; use startswith.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list in parentheses was expected after “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or a closing parenthesis was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value was expected here; constants are written True, False and None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value was expected here; texts must be in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value was expected here: a text in quotes, a number, True, False or None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in quotes was expected after “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a text in quotes was expected after “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be compared with None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in quotes was expected: “%1” holds nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server knows no %1 “%2”; use ~ to search for a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete UUID was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete IPv4 or IPv6 address was expected here; use ~ for a part of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date was expected here: &quot;YYYY-MM-DD&quot;, &quot;YYYY-MM-DD HH:MM&quot; or &quot;YYYY-MM-DD HH:MM:SS&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>codec</name>
    <message>
        <source>%1 is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a point in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not yes or no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::AddressEdit</name>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik answers at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to %1 without encryption. This works for this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::Application</name>
    <message>
        <source>Settings were unreadable and begun anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no profile named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to your authentik server to see its events and your notifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the demo server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain. A window asking for its password may be behind this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token of “%1” is still in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::CertificateView</name>
    <message>
        <source>T&amp;rust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidings will accept exactly this certificate for this server, although no known authority vouches for it. Compare the fingerprint with the server&apos;s own first: if it differs, somebody in between could read the token. A new certificate will be asked about again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (by itself)</source>
        <comment>issuer of a certificate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the certificate that was trusted for this server until now. Find out why before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::ChangesView</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>lines removed, lines added</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed (−)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added (+)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ChecklistButton</name>
    <message>
        <source>Search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 filter: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::ConnectDialog</name>
    <message>
        <source>This is another address: enter a token for it. The present token is not sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one in authentik: Admin interface → Directory → Tokens and App passwords → Create, intent API Token, Expiring off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading events needs the permission “Can view Event”; creating, changing and deleting them needs “Can add”, “Can change” and “Can delete Event”. Your own notifications need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API to&amp;ken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to authentik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host, if left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a token: it has characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1. Asking what the token may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::DemoProcess</name>
    <message>
        <source>The demo server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo server has ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tidings-demo-server was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo server listens on an address that is not of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tidings-demo-server is not the demo server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::DetailPane</name>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::EventDetail</name>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in authentik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event to see what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· %1, derived from the action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::EventDialog</name>
    <message>
        <source>authentik may run its notification rules again for this event and send messages again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at an unknown time (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created %1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is on its way to the server and may still arrive if you close now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is on its way to the server and may still arrive if you close now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your input was not sent. Press Esc once more to discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bac&amp;k to editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the record as it is on the server now; your changes are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send only the fields you changed, on top of the record as it is on the server now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik stores the event as it is written here, dated now, and runs its notification rules for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has refused this token the right to create events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has refused this token the right to change events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also changed on the server. Keeping yours replaces that version as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this event while you were editing it. Your changes are in other fields, so both can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this event while you were editing it. Changed by both of you: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you keep yours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is no longer on the server: it was deleted or has expired. Nothing was changed. Your input stays here, so that you can copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik refuses this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik refused the event. What is wrong is said beside the fields; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The event may have been created all the same. Look for it in the list before you create it again, or there may be two of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The change may have been saved all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another change is still under way. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create again an&amp;yway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cr&amp;eate event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking whether the record has changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be completed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PATCH request with these fields alone, because authentik would refuse to take back the stored action or application. Everything else keeps its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PUT request with these fields, and with the action and the application, which authentik requires. Everything else keeps its value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::EventForm</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;pplication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik refuses this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, or type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of the expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: authentik&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event needs an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event needs the name of an application, such as authentik.events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an IPv4 or IPv6 address. Leave it empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored value is no text. It stays as it is unless you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible characters are shown as marks. They stay as they are unless you change this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik accepts only actions from its list here, or custom_ alone. It will refuse “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be sent as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik writes this address where it could not find out the real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has no expiry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as %1, which cannot be shown as a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is in the past: authentik&apos;s next cleanup deletes the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::EventTableModel</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::EventsPage</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or a query such as action = &quot;login_failed&quot; and client_ip != &quot;10.0.0.1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events appear by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has no right to read events. It needs the permission “Can view Event”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events on this server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches. Try other words or fewer actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered by: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::InboxPage</name>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading notifications…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing unseen. Well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notifications. authentik deletes seen ones after some hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::JsonEdit</name>
    <message>
        <source>F&amp;ormat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the text out on lines; values stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored value is not the JSON object that authentik expects. It stays as it is unless you change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::JsonTreeView</name>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::KeychainPanel</name>
    <message>
        <source>&amp;Use for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is kept in memory and has to be entered again after the program was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain. A window asking for its password may be behind this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was not stored. %1</source>
        <comment>what the keychain says</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::KeychainSecretStore</name>
    <message>
        <source>The secret is not plain text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::MainWindow</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server and its API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this &amp;connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address or the token of the server shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the server shown and its token from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the list anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Tidings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy record as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen record as the server sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the search line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detail pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details beside the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an event on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the chosen event on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate as new event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an event with the fields of the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete event…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen event from the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in authentik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chosen event in the web interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Toggle seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen notifications seen, or unseen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen notifications seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen notifications unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;all seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all your notifications on the server seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tidings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns of the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token lacks the permission “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can add Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can change Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can delete Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>server clock differs by %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this event from the server? This cannot be undone, and authentik keeps no trace of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to another server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J, K	Next and previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter	Open the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tidings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidings %1
Event viewer and notification inbox for authentik.

GPL-3.0-or-later. Tidings contacts one network address only: the server you connect to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::NavigationRail</name>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::NoteLine</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::NotificationDetail</name>
    <message>
        <source>Show event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a notification to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was deleted on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::NotificationTableModel</name>
    <message>
        <source>Event was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::ProbeView</name>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known until tried (authentik does not tell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik at %1 (it does not tell its version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentik %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user name and full name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1, superuser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Events: may read (%Ln event(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Events: no right to list them. The token&apos;s owner needs “Can view Event”. The inbox works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events: the server could not list them just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating, changing and deleting events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting events: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Notifications: own ones, %Ln unseen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications: not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications: the server could not list them just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query language: answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query language: not known without events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query language: not known, there are no events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query language: does not answer. Tidings filters by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no authentik at %1. If yours lives under a path, the address needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in front of the server asks for a login of its own (HTTP %1) before authentik is reached. The token was not sent. Let %2 pass without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::RecordTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to the newest row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::TokenEdit</name>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidings::TrustOptions</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File with your own certificate authority (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with the certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the certificate with this SHA-256 fingerprint is accepted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop trustin&amp;g it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a certificate file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no certificate in PEM format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s) read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
