<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Failed login</source>
        <translation>Gescheiterte Anmeldung</translation>
    </message>
    <message>
        <source>Logout</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>User was written to</source>
        <translation>Benutzer wurde geschrieben</translation>
    </message>
    <message>
        <source>User was offboarded</source>
        <translation>Benutzer wurde ausgegliedert</translation>
    </message>
    <message>
        <source>Suspicious request</source>
        <translation>Verdächtige Anfrage</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>Passwort gesetzt</translation>
    </message>
    <message>
        <source>Secret was viewed</source>
        <translation>Geheimnis wurde angezeigt</translation>
    </message>
    <message>
        <source>Secret was rotated</source>
        <translation>Geheimnis wurde erneuert</translation>
    </message>
    <message>
        <source>Invitation used</source>
        <translation>Einladung benutzt</translation>
    </message>
    <message>
        <source>Application authorized</source>
        <translation>Anwendung autorisiert</translation>
    </message>
    <message>
        <source>Source linked</source>
        <translation>Quelle verknüpft</translation>
    </message>
    <message>
        <source>Impersonation started</source>
        <translation>Identitätswechsel begonnen</translation>
    </message>
    <message>
        <source>Impersonation ended</source>
        <translation>Identitätswechsel beendet</translation>
    </message>
    <message>
        <source>Flow execution</source>
        <translation>Ausführung eines Ablaufs</translation>
    </message>
    <message>
        <source>Policy execution</source>
        <translation>Ausführung einer Richtlinie</translation>
    </message>
    <message>
        <source>Policy exception</source>
        <translation>Fehler in einer Richtlinie</translation>
    </message>
    <message>
        <source>Property Mapping exception</source>
        <translation>Fehler in einer Eigenschaftszuordnung</translation>
    </message>
    <message>
        <source>System task execution</source>
        <translation>Ausführung einer Systemaufgabe</translation>
    </message>
    <message>
        <source>System task exception</source>
        <translation>Fehler in einer Systemaufgabe</translation>
    </message>
    <message>
        <source>General system exception</source>
        <translation>Allgemeiner Systemfehler</translation>
    </message>
    <message>
        <source>Configuration error</source>
        <translation>Konfigurationsfehler</translation>
    </message>
    <message>
        <source>Configuration warning</source>
        <translation>Konfigurationswarnung</translation>
    </message>
    <message>
        <source>Model created</source>
        <translation>Objekt erstellt</translation>
    </message>
    <message>
        <source>Model updated</source>
        <translation>Objekt geändert</translation>
    </message>
    <message>
        <source>Model deleted</source>
        <translation>Objekt gelöscht</translation>
    </message>
    <message>
        <source>Email sent</source>
        <translation>E-Mail gesendet</translation>
    </message>
    <message>
        <source>Update available</source>
        <translation>Aktualisierung verfügbar</translation>
    </message>
    <message>
        <source>Data export ready</source>
        <translation>Datenexport bereit</translation>
    </message>
    <message>
        <source>Review initiated</source>
        <translation>Überprüfung begonnen</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Überprüfung überfällig</translation>
    </message>
    <message>
        <source>Review attested</source>
        <translation>Überprüfung bestätigt</translation>
    </message>
    <message>
        <source>Review completed</source>
        <translation>Überprüfung abgeschlossen</translation>
    </message>
    <message>
        <source>Access request created</source>
        <translation>Zugriffsantrag gestellt</translation>
    </message>
    <message>
        <source>Access request approved</source>
        <translation>Zugriffsantrag genehmigt</translation>
    </message>
    <message>
        <source>Access request denied</source>
        <translation>Zugriffsantrag abgelehnt</translation>
    </message>
    <message>
        <source>Access request revoked</source>
        <translation>Zugriffsantrag widerrufen</translation>
    </message>
    <message>
        <source>Next action set</source>
        <translation>Nächste Aktion festgelegt</translation>
    </message>
    <message>
        <source>Next action removed</source>
        <translation>Nächste Aktion entfernt</translation>
    </message>
    <message>
        <source>Next action completed</source>
        <translation>Nächste Aktion ausgeführt</translation>
    </message>
    <message>
        <source>User expiration warning</source>
        <translation>Warnung vor Ablauf eines Benutzers</translation>
    </message>
    <message>
        <source>Custom action</source>
        <translation>Eigene Aktion</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Keine Aktion</translation>
    </message>
</context>
<context>
    <name>ApiError</name>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server meldet: %1</translation>
    </message>
    <message>
        <source>The server refused the data.</source>
        <translation>Der Server hat die Daten abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused the data: %1</source>
        <translation>Der Server hat die Daten abgelehnt: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1. Check the address and the network.</source>
        <translation>Der Server ist nicht erreichbar: %1. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>The server did not answer in time. It may be overloaded; try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Vielleicht ist er überlastet; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No secure connection: %1.</source>
        <translation>Keine sichere Verbindung: %1.</translation>
    </message>
    <message>
        <source>The server redirects to %1. The token was not sent there. If that is your authentik, use it as the server address.</source>
        <translation>Der Server leitet zu %1 weiter. Das Token wurde nicht dorthin gesendet. Wenn das Ihr authentik ist, verwenden Sie es als Serveradresse.</translation>
    </message>
    <message>
        <source>The token is not accepted. Expiring API tokens get a new key: copy the current one from authentik.</source>
        <translation>Das Token wird nicht akzeptiert. Ablaufende API-Token erhalten einen neuen Schlüssel: Kopieren Sie den aktuellen aus authentik.</translation>
    </message>
    <message>
        <source>This server does not allow that.</source>
        <translation>Dieser Server erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The token has no right to do that.</source>
        <translation>Das Token hat nicht das Recht dazu.</translation>
    </message>
    <message>
        <source>The server does not have this record (any more).</source>
        <translation>Der Server hat diesen Datensatz nicht (mehr).</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Zu viele Anfragen.</translation>
    </message>
    <message>
        <source>The server has a problem (HTTP %1).</source>
        <translation>Der Server hat ein Problem (HTTP %1).</translation>
    </message>
    <message>
        <source>This is not an answer of authentik: %1. Check the address.</source>
        <translation>Das ist keine Antwort von authentik: %1. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation>unbekannter Inhalt</translation>
    </message>
    <message>
        <source>The answer is larger than Tidings accepts.</source>
        <translation>Die Antwort ist größer, als Tidings sie annimmt.</translation>
    </message>
    <message>
        <source>The change may or may not have been saved; reload to see.</source>
        <translation>Es ist ungewiss, ob die Änderung gespeichert wurde; laden Sie neu, um es zu sehen.</translation>
    </message>
    <message>
        <source>The keychain has no token for this server, or it is locked.</source>
        <translation>Der Schlüsselbund hat kein Token für diesen Server oder er ist gesperrt.</translation>
    </message>
    <message>
        <source>No keychain is available on this computer.</source>
        <translation>Auf diesem Computer ist kein Schlüsselbund verfügbar.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The keychain did not answer. It may be waiting for you to unlock it.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Vielleicht wartet er darauf, dass Sie ihn entsperren.</translation>
    </message>
    <message>
        <source>The token is too long for the keychain.</source>
        <translation>Das Token ist zu lang für den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>Der Schlüsselbund meldet einen Fehler: %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no --token option, since other users of this computer can read command lines. Write the token to the standard input and use --token-stdin.</source>
        <translation>Es gibt keine Option --token, weil andere Benutzer dieses Computers Befehlszeilen lesen können. Schreiben Sie das Token in die Standardeingabe und verwenden Sie --token-stdin.</translation>
    </message>
    <message>
        <source>Start a demo server with invented data and connect to it.</source>
        <translation>Einen Demo-Server mit erfundenen Daten starten und sich mit ihm verbinden.</translation>
    </message>
    <message>
        <source>Number of events the demo server begins with.</source>
        <translation>Anzahl der Ereignisse, mit denen der Demo-Server beginnt.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Connect to this authentik server.</source>
        <translation>Mit diesem authentik-Server verbinden.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Read the API token from the first line of the standard input.</source>
        <translation>Das API-Token aus der ersten Zeile der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Open the saved profile of this name.</source>
        <translation>Das gespeicherte Profil dieses Namens öffnen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Draw every page into this folder and end.</source>
        <translation>Jede Seite in diesen Ordner zeichnen und beenden.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Use this language, for instance en or de.</source>
        <translation>Diese Sprache verwenden, zum Beispiel en oder de.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>Die Version ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation>Diese Hilfe ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Event viewer and notification inbox for authentik.</source>
        <translation>Ereignisanzeige und Posteingang für Benachrichtigungen von authentik.</translation>
    </message>
    <message>
        <source>%1 is given more than once.</source>
        <translation>%1 ist mehrmals angegeben.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used together.</source>
        <translation>%1 und %2 können nicht zusammen verwendet werden.</translation>
    </message>
    <message>
        <source>--token-stdin needs --server.</source>
        <translation>--token-stdin braucht --server.</translation>
    </message>
    <message>
        <source>--demo-events takes a whole number from 1 to %1.</source>
        <translation>--demo-events erwartet eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>--lang takes a language code such as en or de.</source>
        <translation>--lang erwartet ein Sprachkürzel wie en oder de.</translation>
    </message>
    <message>
        <source>The first line of the standard input is too long for a token.</source>
        <translation>Die erste Zeile der Standardeingabe ist zu lang für ein Token.</translation>
    </message>
    <message>
        <source>There is no token in the first line of the standard input.</source>
        <translation>In der ersten Zeile der Standardeingabe steht kein Token.</translation>
    </message>
    <message>
        <source>The first line of the standard input contains characters that no token has.</source>
        <translation>Die erste Zeile der Standardeingabe enthält Zeichen, die in keinem Token vorkommen.</translation>
    </message>
    <message>
        <source>Begin with the saved view of this name.</source>
        <translation>Mit der gespeicherten Ansicht dieses Namens beginnen.</translation>
    </message>
    <message>
        <source>Begin with this query, in authentik&apos;s query language.</source>
        <translation>Mit dieser Abfrage in der Abfragesprache von authentik beginnen.</translation>
    </message>
    <message>
        <source>AKQL</source>
        <translation>AKQL</translation>
    </message>
    <message>
        <source>--query, column %1: %2</source>
        <translation>--query, Spalte %1: %2</translation>
    </message>
    <message>
        <source>Show the events of this log: JSON lines, JSON, or authentik&apos;s CSV export.</source>
        <translation>Die Ereignisse dieses Protokolls zeigen: JSON-Zeilen, JSON oder authentiks CSV-Export.</translation>
    </message>
    <message>
        <source>One file can be opened at a time.</source>
        <translation>Es kann nur eine Datei auf einmal geöffnet werden.</translation>
    </message>
    <message>
        <source>The address of a server belongs behind --server.</source>
        <translation>Die Adresse eines Servers gehört hinter --server.</translation>
    </message>
</context>
<context>
    <name>EventCondition</name>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>name tried</source>
        <translation>versuchter Name</translation>
    </message>
    <message>
        <source>on behalf of</source>
        <translation>im Namen von</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>app</source>
        <translation>App</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>city</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>does not start with</source>
        <translation>beginnt nicht mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>does not end with</source>
        <translation>endet nicht mit</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eins von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keins von</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>%1 (%2)</source>
        <comment>label of an action, its machine name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Client IP address</source>
        <translation>Client-IP-Adresse</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Other parts of the record</source>
        <translation>Andere Teile des Datensatzes</translation>
    </message>
</context>
<context>
    <name>EventFile</name>
    <message>
        <source>not an event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>the file ends inside this record</source>
        <translation>die Datei endet mitten in diesem Datensatz</translation>
    </message>
    <message>
        <source>not readable as JSON</source>
        <translation>nicht als JSON lesbar</translation>
    </message>
    <message>
        <source>longer than %1</source>
        <translation>länger als %1</translation>
    </message>
    <message>
        <source>This is no file of events.</source>
        <translation>Das ist keine Datei mit Ereignissen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is no file of events. Tidings reads JSON lines, JSON arrays, pages of authentik&apos;s API, and authentik&apos;s CSV export.</source>
        <translation>Das ist keine Datei mit Ereignissen. Tidings liest JSON-Zeilen, JSON-Listen, Seiten der authentik-API und authentiks CSV-Export.</translation>
    </message>
    <message>
        <source>something that is no record</source>
        <translation>etwas, das kein Datensatz ist</translation>
    </message>
    <message>
        <source>the quotes are broken</source>
        <translation>die Anführungszeichen sind fehlerhaft</translation>
    </message>
    <message>
        <source>%1 columns instead of %2</source>
        <translation>%1 Spalten statt %2</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>In dieser Datei ist kein Ereignis.</translation>
    </message>
    <message>
        <source>There is no event in this file. Line %1: %2.</source>
        <translation>In dieser Datei ist kein Ereignis. Zeile %1: %2.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Date format of QLocale::toString(): day, month and year</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date format of QLocale::toString(): day and month</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-day steps</source>
        <translation>
            <numerusform>Schritte von %n Tag</numerusform>
            <numerusform>Schritte von %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-hour steps</source>
        <translation>
            <numerusform>Schritte von %n Stunde</numerusform>
            <numerusform>Schritte von %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-minute steps</source>
        <translation>
            <numerusform>Schritte von %n Minute</numerusform>
            <numerusform>Schritte von %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-second steps</source>
        <translation>
            <numerusform>Schritte von %n Sekunde</numerusform>
            <numerusform>Schritte von %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>A JSON object is expected here: { … }</source>
        <translation>Hier wird ein JSON-Objekt erwartet: { … }</translation>
    </message>
    <message>
        <source>Nothing may follow the closing brace</source>
        <translation>Nach der schließenden Klammer darf nichts mehr folgen</translation>
    </message>
    <message>
        <source>The object is not closed: } is missing</source>
        <translation>Das Objekt ist nicht geschlossen: } fehlt</translation>
    </message>
    <message>
        <source>The array is not closed: ] is missing</source>
        <translation>Das Array ist nicht geschlossen: ] fehlt</translation>
    </message>
    <message>
        <source>A comma or } is missing here</source>
        <translation>Hier fehlt ein Komma oder }</translation>
    </message>
    <message>
        <source>A comma or ] is missing here</source>
        <translation>Hier fehlt ein Komma oder ]</translation>
    </message>
    <message>
        <source>There is a comma too many here</source>
        <translation>Hier ist ein Komma zu viel</translation>
    </message>
    <message>
        <source>A name in double quotes is expected here</source>
        <translation>Hier wird ein Name in doppelten Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>The name “%1” is used twice; authentik refuses that</source>
        <translation>Der Name „%1“ kommt zweimal vor; das lehnt authentik ab</translation>
    </message>
    <message>
        <source>A colon is missing here</source>
        <translation>Hier fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>A value is missing here</source>
        <translation>Hier fehlt ein Wert</translation>
    </message>
    <message>
        <source>The nesting is too deep</source>
        <translation>Die Verschachtelung ist zu tief</translation>
    </message>
    <message>
        <source>The text is not closed: a &quot; is missing in this line</source>
        <translation>Der Text ist nicht geschlossen: In dieser Zeile fehlt ein &quot;</translation>
    </message>
    <message>
        <source>A control character must be written as \u00XX</source>
        <translation>Ein Steuerzeichen muss als \u00XX geschrieben werden</translation>
    </message>
    <message>
        <source>The text is not closed: a &quot; is missing</source>
        <translation>Der Text ist nicht geschlossen: Ein &quot; fehlt</translation>
    </message>
    <message>
        <source>The character \u0000 cannot be stored by authentik</source>
        <translation>Das Zeichen \u0000 kann authentik nicht speichern</translation>
    </message>
    <message>
        <source>This backslash does not begin an escape that JSON knows</source>
        <translation>Dieser Backslash leitet keine Escape-Folge ein, die JSON kennt</translation>
    </message>
    <message>
        <source>This is not a number as JSON writes it</source>
        <translation>Das ist keine Zahl, wie JSON sie schreibt</translation>
    </message>
    <message>
        <source>A value is expected here: text in double quotes, a number, true, false, null, { or [</source>
        <translation>Hier wird ein Wert erwartet: Text in doppelten Anführungszeichen, eine Zahl, true, false, null, { oder [</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Letzte %n Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Letzte %n Minute</numerusform>
            <numerusform>Letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, until</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Vor %1</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebige Zeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 ist zu groß.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>QueryPlan</name>
    <message>
        <source>server list</source>
        <translation>Liste des Servers</translation>
    </message>
    <message>
        <source>server filters</source>
        <translation>Filter des Servers</translation>
    </message>
    <message>
        <source>server word search</source>
        <translation>Wortsuche des Servers</translation>
    </message>
    <message>
        <source>server query (AKQL)</source>
        <translation>Abfrage des Servers (AKQL)</translation>
    </message>
    <message>
        <source>checked on this computer</source>
        <translation>Prüfung auf diesem Computer</translation>
    </message>
    <message>
        <source>A negated condition also leaves out events that lack the field.</source>
        <translation>Eine verneinte Bedingung lässt auch Ereignisse ohne dieses Feld weg.</translation>
    </message>
    <message>
        <source>%1, checked on this computer</source>
        <translation>%1, auf diesem Rechner geprüft</translation>
    </message>
</context>
<context>
    <name>RecordFile</name>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This is no ordinary file. Save its content to a file first.</source>
        <translation>Das ist keine gewöhnliche Datei. Ihr Inhalt muss zuerst in einer Datei gespeichert werden.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>SavedView</name>
    <message>
        <source>A view has no name.</source>
        <translation>Eine Ansicht hat keinen Namen.</translation>
    </message>
    <message>
        <source>A condition of the view “%1” is no query: %2</source>
        <translation>Eine Bedingung der Ansicht „%1“ ist keine Abfrage: %2</translation>
    </message>
    <message>
        <source>The file is too large to be one of views.</source>
        <translation>Die Datei ist zu groß für eine Datei mit Ansichten.</translation>
    </message>
    <message>
        <source>The file is no JSON: %1 (at byte %2).</source>
        <translation>Die Datei ist kein JSON: %1 (bei Byte %2).</translation>
    </message>
    <message>
        <source>The file holds no views of Tidings.</source>
        <translation>Die Datei enthält keine Ansichten von Tidings.</translation>
    </message>
    <message>
        <source>The file holds more than %1 views.</source>
        <translation>Die Datei enthält mehr als %1 Ansichten.</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Gescheiterte Anmeldungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Impersonation</source>
        <translation>Identitätswechsel</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>SeenCommand</name>
    <message numerus="yes">
        <source>%n notification(s) marked seen</source>
        <translation>
            <numerusform>%n Benachrichtigung als gesehen markiert</numerusform>
            <numerusform>%n Benachrichtigungen als gesehen markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) marked unseen</source>
        <translation>
            <numerusform>%n Benachrichtigung als ungesehen markiert</numerusform>
            <numerusform>%n Benachrichtigungen als ungesehen markiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Enter the address of your authentik server.</source>
        <translation>Geben Sie die Adresse Ihres authentik-Servers ein.</translation>
    </message>
    <message>
        <source>The address contains a blank or an invisible character.</source>
        <translation>Die Adresse enthält ein Leerzeichen oder ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>This is not a server address. It looks like https://authentik.example.org.</source>
        <translation>Das ist keine Serveradresse. Sie sieht aus wie https://authentik.example.org.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>An http:// address would send the token readable for others. Use https://, or http:// for this computer only.</source>
        <translation>Über eine http://-Adresse würde das Token für andere lesbar gesendet. Verwenden Sie https:// – oder http:// nur für diesen Computer.</translation>
    </message>
    <message>
        <source>Leave the user name and password out of the address.</source>
        <translation>Lassen Sie Benutzername und Passwort in der Adresse weg.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>No severity</source>
        <translation>Kein Schweregrad</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Gewöhnlich</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>einem Objekt</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>a password and a second factor</source>
        <translation>Passwort und zweitem Faktor</translation>
    </message>
    <message>
        <source>a passkey</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>an app password</source>
        <translation>App-Passwort</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>signed in with %1</source>
        <translation>Anmeldung mit %1</translation>
    </message>
    <message>
        <source>failed to sign in</source>
        <translation>gescheiterte Anmeldung</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>wrote a user</source>
        <translation>Benutzerdaten geschrieben</translation>
    </message>
    <message>
        <source>wrote to user %1</source>
        <translation>Benutzerdaten von %1 geschrieben</translation>
    </message>
    <message>
        <source>authorized an application</source>
        <translation>Autorisierung einer Anwendung</translation>
    </message>
    <message>
        <source>authorized %1</source>
        <translation>Autorisierung von %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>Erstellung von %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>Änderung an %1</translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation>Löschung von %1</translation>
    </message>
    <message>
        <source>viewed the secret of %1</source>
        <translation>Einsicht in das Geheimnis von %1</translation>
    </message>
    <message>
        <source>set a password</source>
        <translation>Passwort gesetzt</translation>
    </message>
    <message>
        <source>used an invitation</source>
        <translation>Einladung benutzt</translation>
    </message>
    <message>
        <source>linked a source</source>
        <translation>Verknüpfung mit einer Quelle</translation>
    </message>
    <message>
        <source>linked %1</source>
        <translation>Verknüpfung mit %1</translation>
    </message>
    <message>
        <source>started to act as another user</source>
        <translation>handelt jetzt als anderer Benutzer</translation>
    </message>
    <message>
        <source>started to act as %1</source>
        <translation>handelt jetzt als %1</translation>
    </message>
    <message>
        <source>stopped acting as another user</source>
        <translation>handelt nicht mehr als anderer Benutzer</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1 on behalf of %2</source>
        <translation>%1 im Namen von %2</translation>
    </message>
    <message>
        <source>%1, signed in as %2</source>
        <translation>%1, angemeldet als %2</translation>
    </message>
    <message>
        <source>Tried to sign in as %1</source>
        <translation>Anmeldeversuch als %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>“%1” to %2</source>
        <translation>„%1“ an %2</translation>
    </message>
    <message>
        <source>authentik %1 is available</source>
        <translation>authentik %1 ist verfügbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1: %2, von %3</translation>
    </message>
    <message>
        <source>Name tried</source>
        <translation>Versuchter Name</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Bound to</source>
        <translation>Gebunden an</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation>Angemeldet mit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Von wo</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
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
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>UserAgent</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>akql::Lexer</name>
    <message>
        <source>A NUL character cannot be searched for.</source>
        <translation>Nach einem NUL-Zeichen kann nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Unknown escape: after a backslash, one of \ &quot; &apos; / b f n r t or u and four hex digits is expected.</source>
        <translation>Unbekannte Escape-Folge: Nach einem Backslash wird eines von \ &quot; &apos; / b f n r t oder u und vier Hexadezimalziffern erwartet.</translation>
    </message>
    <message>
        <source>This text has no closing quote.</source>
        <translation>Dieser Text hat kein schließendes Anführungszeichen.</translation>
    </message>
    <message>
        <source>The character “%1” cannot stand here.</source>
        <translation>Das Zeichen „%1“ kann hier nicht stehen.</translation>
    </message>
</context>
<context>
    <name>akql::Parser</name>
    <message>
        <source>This closing parenthesis has no opening one.</source>
        <translation>Zu dieser schließenden Klammer gibt es keine öffnende.</translation>
    </message>
    <message>
        <source>“and” and “or” are written in small letters.</source>
        <translation>„and“ und „or“ werden kleingeschrieben.</translation>
    </message>
    <message>
        <source>“and”, “or” or the end of the query was expected here.</source>
        <translation>Hier wurde „and“, „or“ oder das Ende der Abfrage erwartet.</translation>
    </message>
    <message>
        <source>Parentheses can be nested at most %1 levels deep.</source>
        <translation>Klammern können höchstens %1 Ebenen tief verschachtelt sein.</translation>
    </message>
    <message>
        <source>“and”, “or” or a closing parenthesis was expected here.</source>
        <translation>Hier wurde „and“, „or“ oder eine schließende Klammer erwartet.</translation>
    </message>
    <message>
        <source>“not” can only stand before “in”, “startswith” and “endswith”.</source>
        <translation>„not“ kann nur vor „in“, „startswith“ und „endswith“ stehen.</translation>
    </message>
    <message>
        <source>A field name or an opening parenthesis was expected here.</source>
        <translation>Hier wurde ein Feldname oder eine öffnende Klammer erwartet.</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are %2.</source>
        <translation>Es gibt kein Feld „%1“. Die Felder sind %2.</translation>
    </message>
    <message>
        <source>The field “%1” has no parts.</source>
        <translation>Das Feld „%1“ hat keine Teile.</translation>
    </message>
    <message>
        <source>“%1” itself cannot be compared, only a value inside it, such as %1.name.</source>
        <translation>„%1“ selbst kann nicht verglichen werden, nur ein Wert darin wie %1.name.</translation>
    </message>
    <message>
        <source>“in”, “startswith” or “endswith” was expected after “not”.</source>
        <translation>Nach „not“ wurde „in“, „startswith“ oder „endswith“ erwartet.</translation>
    </message>
    <message>
        <source>An operator was expected here: %1.</source>
        <translation>Hier wurde ein Operator erwartet: %1.</translation>
    </message>
    <message>
        <source>A time cannot be compared with “%1”; use ~ to match a whole day.</source>
        <translation>Eine Zeit kann nicht mit „%1“ verglichen werden; mit ~ lässt sich ein ganzer Tag treffen.</translation>
    </message>
    <message>
        <source>An address cannot be compared with “%1”; use startswith.</source>
        <translation>Eine Adresse kann nicht mit „%1“ verglichen werden; verwenden Sie startswith.</translation>
    </message>
    <message>
        <source>A list in parentheses was expected after “%1”.</source>
        <translation>Nach „%1“ wurde eine Liste in Klammern erwartet.</translation>
    </message>
    <message>
        <source>A comma or a closing parenthesis was expected here.</source>
        <translation>Hier wurde ein Komma oder eine schließende Klammer erwartet.</translation>
    </message>
    <message>
        <source>A value was expected here; constants are written True, False and None.</source>
        <translation>Hier wurde ein Wert erwartet; Konstanten schreibt man True, False und None.</translation>
    </message>
    <message>
        <source>A value was expected here; texts must be in quotes.</source>
        <translation>Hier wurde ein Wert erwartet; Texte müssen in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>A value was expected here: a text in quotes, a number, True, False or None.</source>
        <translation>Hier wurde ein Wert erwartet: ein Text in Anführungszeichen, eine Zahl, True, False oder None.</translation>
    </message>
    <message>
        <source>A text in quotes was expected after “%1”.</source>
        <translation>Nach „%1“ wurde ein Text in Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>A number or a text in quotes was expected after “%1”.</source>
        <translation>Nach „%1“ wurde eine Zahl oder ein Text in Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with None.</source>
        <translation>„%1“ kann nicht mit None verglichen werden.</translation>
    </message>
    <message>
        <source>A text in quotes was expected: “%1” holds nothing else.</source>
        <translation>Ein Text in Anführungszeichen wurde erwartet: „%1“ enthält nichts anderes.</translation>
    </message>
    <message>
        <source>The server knows no %1 “%2”; use ~ to search for a part of it.</source>
        <translation>Der Server kennt kein %1 „%2“; mit ~ lässt sich nach einem Teil davon suchen.</translation>
    </message>
    <message>
        <source>A complete UUID was expected here.</source>
        <translation>Hier wurde eine vollständige UUID erwartet.</translation>
    </message>
    <message>
        <source>A complete IPv4 or IPv6 address was expected here; use ~ for a part of one.</source>
        <translation>Hier wurde eine vollständige IPv4- oder IPv6-Adresse erwartet; verwenden Sie ~ für einen Teil davon.</translation>
    </message>
    <message>
        <source>A date was expected here: &quot;YYYY-MM-DD&quot;, &quot;YYYY-MM-DD HH:MM&quot; or &quot;YYYY-MM-DD HH:MM:SS&quot;.</source>
        <translation>Hier wurde ein Datum erwartet: &quot;YYYY-MM-DD&quot;, &quot;YYYY-MM-DD HH:MM&quot; oder &quot;YYYY-MM-DD HH:MM:SS&quot;.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
</context>
<context>
    <name>codec</name>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 is not a point in time</source>
        <translation>%1 ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>%1 is not an object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>the record is not readable</source>
        <translation>der Datensatz ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 is not yes or no</source>
        <translation>%1 ist weder Ja noch Nein</translation>
    </message>
</context>
<context>
    <name>tidings::AddressEdit</name>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>authentik answers at %1</source>
        <translation>authentik antwortet unter %1</translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation>Verbindet sich mit %1</translation>
    </message>
    <message>
        <source>Connects to %1 without encryption. This works for this computer only.</source>
        <translation>Verbindet sich mit %1 ohne Verschlüsselung. Das geht nur auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>tidings::Application</name>
    <message>
        <source>Settings were unreadable and begun anew</source>
        <translation>Die Einstellungen waren unlesbar und wurden neu begonnen</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>there is no profile named “%1”</source>
        <translation>es gibt kein Profil namens „%1“</translation>
    </message>
    <message>
        <source>Connect to your authentik server to see its events and your notifications.</source>
        <translation>Verbinden Sie sich mit Ihrem authentik-Server, um seine Ereignisse und Ihre Benachrichtigungen zu sehen.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Starting the demo server…</source>
        <translation>Demo-Server wird gestartet…</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Waiting for the keychain. A window asking for its password may be behind this one.</source>
        <translation>Warten auf den Schlüsselbund. Vielleicht liegt hinter diesem Fenster eines, das nach seinem Passwort fragt.</translation>
    </message>
    <message>
        <source>Enter the token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit the connection…</source>
        <translation>Verbindung bearbeiten…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Token for this session only</source>
        <translation>Token nur für diese Sitzung</translation>
    </message>
    <message>
        <source>The token of “%1” is still in the keychain</source>
        <translation>Das Token von „%1“ ist noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>Saved views were unreadable and begun anew</source>
        <translation>Gespeicherte Ansichten waren unlesbar und wurden neu begonnen</translation>
    </message>
    <message>
        <source>there is no saved view named “%1”</source>
        <translation>es gibt keine gespeicherte Ansicht namens „%1“</translation>
    </message>
</context>
<context>
    <name>tidings::CertificateView</name>
    <message>
        <source>T&amp;rust this certificate</source>
        <translation>Diesem Zertifikat ve&amp;rtrauen</translation>
    </message>
    <message>
        <source>Test a&amp;gain</source>
        <translation>&amp;Erneut testen</translation>
    </message>
    <message>
        <source>Tidings will accept exactly this certificate for this server, although no known authority vouches for it. Compare the fingerprint with the server&apos;s own first: if it differs, somebody in between could read the token. A new certificate will be asked about again.</source>
        <translation>Tidings wird für diesen Server genau dieses Zertifikat akzeptieren, obwohl keine bekannte Stelle dafür bürgt. Vergleichen Sie zuerst den Fingerabdruck mit dem des Servers: Weicht er ab, könnte jemand dazwischen das Token lesen. Bei einem neuen Zertifikat wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>%1 (by itself)</source>
        <comment>issuer of a certificate</comment>
        <translation>%1 (sich selbst)</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>This is not the certificate that was trusted for this server until now. Find out why before you go on.</source>
        <translation>Das ist nicht das Zertifikat, dem für diesen Server bisher vertraut wurde. Finden Sie den Grund heraus, bevor Sie fortfahren.</translation>
    </message>
</context>
<context>
    <name>tidings::ChangesView</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>lines removed, lines added</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed (−)</source>
        <translation>
            <numerusform>%n Zeile entfernt (−)</numerusform>
            <numerusform>%n Zeilen entfernt (−)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added (+)</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt (+)</numerusform>
            <numerusform>%n Zeilen hinzugefügt (+)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::ChecklistButton</name>
    <message>
        <source>Search the list</source>
        <translation>Liste durchsuchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 filter: %2</source>
        <translation>Filter %1: %2</translation>
    </message>
    <message>
        <source>“%1”, as typed</source>
        <translation>„%1“, wie eingegeben</translation>
    </message>
</context>
<context>
    <name>tidings::ColourChoice</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
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
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>tidings::ConditionBar</name>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Remove all conditions</source>
        <translation>Alle Bedingungen entfernen</translation>
    </message>
</context>
<context>
    <name>tidings::ConditionChip</name>
    <message>
        <source>%1, switched off</source>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>Remove the condition “%1”</source>
        <translation>Bedingung „%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Negate</source>
        <translation>&amp;Verneinen</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>Aus&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>Ein&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Copy as query</source>
        <translation>Als Abfrage &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>tidings::ConditionDialog</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Condition as query text</source>
        <translation>Bedingung als Abfragetext</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>&amp;Relation</source>
        <translation>&amp;Beziehung</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>As a query: %1</source>
        <translation>Als Abfrage: %1</translation>
    </message>
    <message>
        <source>Choose or type a value. Several are separated by commas.</source>
        <translation>Einen Wert wählen oder eingeben. Mehrere werden durch Kommas getrennt.</translation>
    </message>
</context>
<context>
    <name>tidings::ConnectDialog</name>
    <message>
        <source>This is another address: enter a token for it. The present token is not sent there.</source>
        <translation>Das ist eine andere Adresse: Geben Sie ein Token für sie ein. Das bisherige Token wird nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation>&amp;Serveradresse</translation>
    </message>
    <message>
        <source>Create one in authentik: Admin interface → Directory → Tokens and App passwords → Create, intent API Token, Expiring off.</source>
        <translation>Erstellen Sie eines in authentik: Admin-Oberfläche → Verzeichnis → Tokens und App-Passwörter → Erstellen, Zweck API-Token, ohne Ablauf.</translation>
    </message>
    <message>
        <source>Reading events needs the permission “Can view Event”; creating, changing and deleting them needs “Can add”, “Can change” and “Can delete Event”. Your own notifications need none.</source>
        <translation>Ereignisse zu lesen erfordert die Berechtigung „Can view Event“; sie zu erstellen, zu ändern und zu löschen erfordert „Can add“, „Can change“ und „Can delete Event“. Ihre eigenen Benachrichtigungen erfordern keine.</translation>
    </message>
    <message>
        <source>API to&amp;ken</source>
        <translation>API-To&amp;ken</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Connect to authentik</source>
        <translation>Mit authentik verbinden</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>The host, if left empty</source>
        <translation>Ohne Angabe der Hostname</translation>
    </message>
    <message>
        <source>This is not a token: it has characters that no token has.</source>
        <translation>Das ist kein Token: Es hat Zeichen, die in keinem Token vorkommen.</translation>
    </message>
    <message>
        <source>Enter the API token.</source>
        <translation>Geben Sie das API-Token ein.</translation>
    </message>
    <message>
        <source>Signed in as %1. Asking what the token may do.</source>
        <translation>Angemeldet als %1. Es wird gefragt, was das Token darf.</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation>%1 wird getestet</translation>
    </message>
    <message>
        <source>S&amp;top test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
</context>
<context>
    <name>tidings::DemoProcess</name>
    <message>
        <source>The demo server does not answer.</source>
        <translation>Der Demo-Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation>Der Demo-Server konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The demo server has ended unexpectedly.</source>
        <translation>Der Demo-Server wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>The program tidings-demo-server was not found.</source>
        <translation>Das Programm tidings-demo-server wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The demo server listens on an address that is not of this computer.</source>
        <translation>Der Demo-Server lauscht an einer Adresse, die nicht zu diesem Computer gehört.</translation>
    </message>
    <message>
        <source>The program tidings-demo-server is not the demo server.</source>
        <translation>Das Programm tidings-demo-server ist nicht der Demo-Server.</translation>
    </message>
</context>
<context>
    <name>tidings::DetailPane</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Roh-JSON</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
</context>
<context>
    <name>tidings::EventDetail</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Open in authentik</source>
        <translation>In authentik öffnen</translation>
    </message>
    <message>
        <source>Choose an event to see what happened.</source>
        <translation>Wählen Sie ein Ereignis, um zu sehen, was geschehen ist.</translation>
    </message>
    <message>
        <source>· %1, derived from the action</source>
        <translation>· %1, aus der Aktion abgeleitet</translation>
    </message>
</context>
<context>
    <name>tidings::EventDialog</name>
    <message>
        <source>authentik may run its notification rules again for this event and send messages again.</source>
        <translation>authentik führt für dieses Ereignis möglicherweise die Benachrichtigungsregeln erneut aus und sendet erneut Nachrichten.</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Warten auf den Server</translation>
    </message>
    <message>
        <source>at an unknown time (%1)</source>
        <translation>zu unbekannter Zeit (%1)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Created %1
%2</source>
        <translation>Erstellt %1
%2</translation>
    </message>
    <message>
        <source>The event is on its way to the server and may still arrive if you close now.</source>
        <translation>Das Ereignis ist unterwegs zum Server und kann noch ankommen, wenn Sie jetzt schließen.</translation>
    </message>
    <message>
        <source>The change is on its way to the server and may still arrive if you close now.</source>
        <translation>Die Änderung ist unterwegs zum Server und kann noch ankommen, wenn Sie jetzt schließen.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Your input was not sent. Press Esc once more to discard it.</source>
        <translation>Ihre Eingabe wurde nicht gesendet. Drücken Sie noch einmal Esc, um sie zu verwerfen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What changed on the server</source>
        <translation>Was sich auf dem Server geändert hat</translation>
    </message>
    <message>
        <source>What you changed</source>
        <translation>Was Sie geändert haben</translation>
    </message>
    <message>
        <source>Bac&amp;k to editing</source>
        <translation>&amp;Zurück zum Bearbeiten</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>&amp;Deren Fassung übernehmen</translation>
    </message>
    <message>
        <source>&amp;Send changes</source>
        <translation>Änderungen &amp;senden</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meine Fassung behalten</translation>
    </message>
    <message>
        <source>Load the record as it is on the server now; your changes are dropped</source>
        <translation>Den Datensatz laden, wie er jetzt auf dem Server ist; Ihre Änderungen werden verworfen</translation>
    </message>
    <message>
        <source>Send only the fields you changed, on top of the record as it is on the server now</source>
        <translation>Nur die Felder senden, die Sie geändert haben – auf Grundlage des Datensatzes, wie er jetzt auf dem Server ist</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neues Ereignis</translation>
    </message>
    <message>
        <source>Edit event</source>
        <translation>Ereignis bearbeiten</translation>
    </message>
    <message>
        <source>authentik stores the event as it is written here, dated now, and runs its notification rules for it.</source>
        <translation>authentik speichert das Ereignis, wie es hier steht, mit der jetzigen Zeit und führt seine Benachrichtigungsregeln dafür aus.</translation>
    </message>
    <message>
        <source>The server has refused this token the right to create events.</source>
        <translation>Der Server hat diesem Token das Recht verweigert, Ereignisse zu erstellen.</translation>
    </message>
    <message>
        <source>The server has refused this token the right to change events.</source>
        <translation>Der Server hat diesem Token das Recht verweigert, Ereignisse zu ändern.</translation>
    </message>
    <message>
        <source>Also changed on the server. Keeping yours replaces that version as a whole.</source>
        <translation>Auch auf dem Server geändert. Wenn Sie Ihre Fassung behalten, ersetzt sie die andere ganz.</translation>
    </message>
    <message>
        <source>Somebody changed this event while you were editing it. Your changes are in other fields, so both can be kept.</source>
        <translation>Jemand hat dieses Ereignis geändert, während Sie es bearbeitet haben. Ihre Änderungen betreffen andere Felder; beide können also erhalten bleiben.</translation>
    </message>
    <message>
        <source>Somebody changed this event while you were editing it. Changed by both of you: %1.</source>
        <translation>Jemand hat dieses Ereignis geändert, während Sie es bearbeitet haben. Von beiden geändert: %1.</translation>
    </message>
    <message>
        <source>If you keep yours: %1</source>
        <translation>Wenn Sie Ihre Fassung behalten: %1</translation>
    </message>
    <message>
        <source>This event is no longer on the server: it was deleted or has expired. Nothing was changed. Your input stays here, so that you can copy it.</source>
        <translation>Dieses Ereignis ist nicht mehr auf dem Server: Es wurde gelöscht oder ist abgelaufen. Nichts wurde geändert. Ihre Eingabe bleibt hier, sodass Sie sie kopieren können.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>authentik refuses this: %1</source>
        <translation>authentik lehnt das ab: %1</translation>
    </message>
    <message>
        <source>authentik refused the event. What is wrong is said beside the fields; nothing was saved.</source>
        <translation>authentik hat das Ereignis abgelehnt. Was daran falsch ist, steht neben den Feldern; nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 The event may have been created all the same. Look for it in the list before you create it again, or there may be two of it.</source>
        <translation>%1 Das Ereignis wurde vielleicht trotzdem erstellt. Suchen Sie es in der Liste, bevor Sie es erneut erstellen, sonst gibt es vielleicht zwei davon.</translation>
    </message>
    <message>
        <source>%1 The change may have been saved all the same.</source>
        <translation>%1 Die Änderung wurde vielleicht trotzdem gespeichert.</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Datensatz prüfen</translation>
    </message>
    <message>
        <source>Another change is still under way. Try again in a moment.</source>
        <translation>Eine andere Änderung läuft noch. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no connection to a server.</source>
        <translation>Es besteht keine Verbindung zu einem Server.</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändern wird</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Create again an&amp;yway</source>
        <translation>Trotzdem erneut &amp;erstellen</translation>
    </message>
    <message>
        <source>Cr&amp;eate event</source>
        <translation>Ereignis &amp;erstellen</translation>
    </message>
    <message>
        <source>Looking whether the record has changed…</source>
        <translation>Es wird geprüft, ob sich der Datensatz geändert hat…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>To be completed: %1</source>
        <translation>Noch zu ergänzen: %1</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>One PATCH request with these fields alone, because authentik would refuse to take back the stored action or application. Everything else keeps its value.</source>
        <translation>Eine PATCH-Anfrage nur mit diesen Feldern, weil authentik die gespeicherte Aktion oder Anwendung nicht wieder annehmen würde. Alles andere behält seinen Wert.</translation>
    </message>
    <message>
        <source>One PUT request with these fields, and with the action and the application, which authentik requires. Everything else keeps its value.</source>
        <translation>Eine PUT-Anfrage mit diesen Feldern sowie mit der Aktion und der Anwendung, die authentik verlangt. Alles andere behält seinen Wert.</translation>
    </message>
</context>
<context>
    <name>tidings::EventFilterCommands</name>
    <message>
        <source>Show only events with this value, among those shown</source>
        <translation>Unter den gezeigten nur Ereignisse mit diesem Wert zeigen</translation>
    </message>
    <message>
        <source>Leave out events with this value</source>
        <translation>Ereignisse mit diesem Wert weglassen</translation>
    </message>
    <message>
        <source>Forget all other conditions and show events with this value</source>
        <translation>Alle anderen Bedingungen verwerfen und Ereignisse mit diesem Wert zeigen</translation>
    </message>
    <message>
        <source>All events of this &amp;user</source>
        <translation>Alle Ereignisse dieses &amp;Benutzers</translation>
    </message>
    <message>
        <source>All events from this &amp;address</source>
        <translation>Alle Ereignisse von dieser &amp;Adresse</translation>
    </message>
    <message>
        <source>All events of this a&amp;pplication</source>
        <translation>Alle Ereignisse dieser An&amp;wendung</translation>
    </message>
    <message>
        <source>All events of this &amp;request</source>
        <translation>Alle Ereignisse dieser Anfra&amp;ge</translation>
    </message>
    <message>
        <source>Forget all other conditions and show these</source>
        <translation>Alle anderen Bedingungen verwerfen und diese zeigen</translation>
    </message>
    <message>
        <source>Show everything from ten minutes before this event to ten minutes after</source>
        <translation>Alles von zehn Minuten vor diesem Ereignis bis zehn Minuten danach zeigen</translation>
    </message>
    <message>
        <source>&amp;Ten minutes around this event</source>
        <translation>&amp;Zehn Minuten um dieses Ereignis</translation>
    </message>
    <message>
        <source>this value</source>
        <translation>dieser Wert</translation>
    </message>
    <message>
        <source>&amp;Filter: %1</source>
        <translation>&amp;Filtern: %1</translation>
    </message>
    <message>
        <source>F&amp;ilter: %1</source>
        <translation>F&amp;iltern: %1</translation>
    </message>
    <message>
        <source>F&amp;ilter out this value</source>
        <translation>Diesen Wert ausf&amp;iltern</translation>
    </message>
    <message>
        <source>All events of this ob&amp;ject</source>
        <translation>Alle Ereignisse zu diesem Ob&amp;jekt</translation>
    </message>
    <message>
        <source>O&amp;nly: %1</source>
        <translation>&amp;Nur: %1</translation>
    </message>
    <message>
        <source>O&amp;nly this value</source>
        <translation>&amp;Nur dieser Wert</translation>
    </message>
</context>
<context>
    <name>tidings::EventForm</name>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Aktion</translation>
    </message>
    <message>
        <source>A&amp;pplication</source>
        <translation>An&amp;wendung</translation>
    </message>
    <message>
        <source>Client &amp;IP address</source>
        <translation>Client-&amp;IP-Adresse</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>authentik refuses this: %1</source>
        <translation>authentik lehnt das ab: %1</translation>
    </message>
    <message>
        <source>Choose, or type a name</source>
        <translation>Wählen oder einen Namen eingeben</translation>
    </message>
    <message>
        <source>Time zone of the expiry</source>
        <translation>Zeitzone des Ablaufs</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>&amp;Kontext</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>&amp;Brand</source>
        <translation>&amp;Brand</translation>
    </message>
    <message>
        <source>Nothing: authentik&apos;s default</source>
        <translation>Nichts: Vorgabe von authentik</translation>
    </message>
    <message>
        <source>Server default</source>
        <translation>Vorgabe des Servers</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>An event needs an action.</source>
        <translation>Ein Ereignis braucht eine Aktion.</translation>
    </message>
    <message>
        <source>An event needs the name of an application, such as authentik.events.</source>
        <translation>Ein Ereignis braucht den Namen einer Anwendung wie authentik.events.</translation>
    </message>
    <message>
        <source>This is not an IPv4 or IPv6 address. Leave it empty for none.</source>
        <translation>Das ist keine IPv4- oder IPv6-Adresse. Lassen Sie das Feld für keine leer.</translation>
    </message>
    <message>
        <source>The stored value is no text. It stays as it is unless you change it.</source>
        <translation>Der gespeicherte Wert ist kein Text. Er bleibt, wie er ist, solange Sie ihn nicht ändern.</translation>
    </message>
    <message>
        <source>Invisible characters are shown as marks. They stay as they are unless you change this field.</source>
        <translation>Unsichtbare Zeichen sind als Marken dargestellt. Sie bleiben, wie sie sind, solange Sie dieses Feld nicht ändern.</translation>
    </message>
    <message>
        <source>authentik accepts only actions from its list here, or custom_ alone. It will refuse “%1”.</source>
        <translation>authentik akzeptiert hier nur Aktionen aus seiner Liste oder allein custom_. „%1“ wird es ablehnen.</translation>
    </message>
    <message>
        <source>Will be sent as %1.</source>
        <translation>Wird als %1 gesendet.</translation>
    </message>
    <message>
        <source>authentik writes this address where it could not find out the real one.</source>
        <translation>Diese Adresse schreibt authentik, wenn es die wirkliche nicht ermitteln konnte.</translation>
    </message>
    <message>
        <source>The record has no expiry.</source>
        <translation>Der Datensatz hat keinen Ablauf.</translation>
    </message>
    <message>
        <source>Stored as %1, which cannot be shown as a date.</source>
        <translation>Gespeichert als %1, was sich nicht als Datum darstellen lässt.</translation>
    </message>
    <message>
        <source>This is in the past: authentik&apos;s next cleanup deletes the event.</source>
        <translation>Das liegt in der Vergangenheit: Beim nächsten Aufräumen löscht authentik das Ereignis.</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>bitte prüfen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>tidings::EventTableModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
</context>
<context>
    <name>tidings::EventsPage</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Words, or a query such as action = &quot;login_failed&quot; and client_ip != &quot;10.0.0.1&quot;</source>
        <translation>Wörter oder eine Abfrage wie action = &quot;login_failed&quot; and client_ip != &quot;10.0.0.1&quot;</translation>
    </message>
    <message>
        <source>Search the events</source>
        <translation>Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>New events appear by themselves</source>
        <translation>Neue Ereignisse erscheinen von selbst</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation>Ereignisse werden geladen…</translation>
    </message>
    <message>
        <source>The token has no right to read events. It needs the permission “Can view Event”.</source>
        <translation>Das Token darf keine Ereignisse lesen. Es braucht die Berechtigung „Can view Event“.</translation>
    </message>
    <message>
        <source>There are no events on this server yet.</source>
        <translation>Auf diesem Server gibt es noch keine Ereignisse.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>%1 matching</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>at most %1 matching</source>
        <translation>höchstens %1 Treffer</translation>
    </message>
    <message>
        <source>answered by: %1</source>
        <translation>beantwortet durch: %1</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Zurü&amp;ck</translation>
    </message>
    <message>
        <source>The question asked before</source>
        <translation>Die zuvor gestellte Frage</translation>
    </message>
    <message>
        <source>The question asked after this one</source>
        <translation>Die nach dieser gestellte Frage</translation>
    </message>
    <message>
        <source>A&amp;dd a condition…</source>
        <translation>Be&amp;dingung hinzufügen…</translation>
    </message>
    <message>
        <source>Choose a field, a relation and a value</source>
        <translation>Ein Feld, eine Beziehung und einen Wert wählen</translation>
    </message>
    <message>
        <source>&amp;Query to conditions</source>
        <translation>Abf&amp;rage zu Bedingungen</translation>
    </message>
    <message>
        <source>Take the query apart into conditions</source>
        <translation>Die Abfrage in Bedingungen zerlegen</translation>
    </message>
    <message>
        <source>Write all conditions as one query</source>
        <translation>Alle Bedingungen als eine Abfrage schreiben</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>No event matches. Try other words, fewer conditions or a longer time.</source>
        <translation>Kein Ereignis passt. Andere Wörter, weniger Bedingungen oder einen längeren Zeitraum versuchen.</translation>
    </message>
    <message>
        <source>&amp;Go forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Conditions to query</source>
        <translation>Bedingungen zu Abfrag&amp;e</translation>
    </message>
    <message>
        <source>Clear everyt&amp;hing</source>
        <translation>Alles z&amp;urücksetzen</translation>
    </message>
    <message>
        <source>Load all &amp;matches</source>
        <translation>Alle &amp;Treffer laden</translation>
    </message>
    <message>
        <source>Load everything that matches, however far back it goes</source>
        <translation>Alles Passende laden, wie weit es auch zurückreicht</translation>
    </message>
</context>
<context>
    <name>tidings::FileFeed</name>
    <message>
        <source>this file</source>
        <translation>diese Datei</translation>
    </message>
    <message>
        <source>this file, sorted here</source>
        <translation>diese Datei, hier sortiert</translation>
    </message>
    <message>
        <source>The file has grown. What was added is not shown yet.</source>
        <translation>Die Datei ist gewachsen. Was hinzukam, wird noch nicht gezeigt.</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Details of its events may be wrong or missing.</source>
        <translation>Die Datei hat sich geändert, seit sie gelesen wurde. Einzelheiten ihrer Ereignisse können falsch sein oder fehlen.</translation>
    </message>
</context>
<context>
    <name>tidings::FilePage</name>
    <message>
        <source>Search the events of the file</source>
        <translation>Die Ereignisse der Datei durchsuchen</translation>
    </message>
    <message>
        <source>Words, or a query such as action = &quot;login_failed&quot; and client_ip != &quot;10.0.0.1&quot;</source>
        <translation>Wörter oder eine Abfrage wie action = &quot;login_failed&quot; and client_ip != &quot;10.0.0.1&quot;</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Events of the file</source>
        <translation>Ereignisse der Datei</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>What the rows are sorted by. With Shift, a further key is added.</source>
        <translation>Wonach die Zeilen sortiert sind. Mit der Umschalttaste kommt ein weiterer Schlüssel hinzu.</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>Sortiert nach: %1</translation>
    </message>
    <message>
        <source>Reading the file: %1 %</source>
        <translation>Die Datei wird gelesen: %1 %</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>%1 in the file</source>
        <translation>%1 in der Datei</translation>
    </message>
    <message>
        <source>%1 not readable</source>
        <translation>%1 nicht lesbar</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>%1 wiederholt</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>No event of the file is left.</source>
        <translation>Kein Ereignis der Datei ist übrig.</translation>
    </message>
    <message>
        <source>No event of the file matches. Try other words or fewer actions.</source>
        <translation>Kein Ereignis der Datei passt. Andere Wörter oder weniger Aktionen helfen vielleicht.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>tidings::HistogramChart</name>
    <message>
        <source>Histogram of the events</source>
        <translation>Histogramm der Ereignisse</translation>
    </message>
</context>
<context>
    <name>tidings::HistogramPanel</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Show or hide the events over time</source>
        <translation>Die Ereignisse im Zeitverlauf zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>Colour the bars by the level derived from the action</source>
        <translation>Die Balken nach der aus der Aktion abgeleiteten Stufe färben</translation>
    </message>
    <message>
        <source>By action</source>
        <translation>Nach Aktion</translation>
    </message>
    <message>
        <source>Colour the bars by the most frequent actions</source>
        <translation>Die Balken nach den häufigsten Aktionen färben</translation>
    </message>
    <message>
        <source>Loaded events</source>
        <translation>Geladene Ereignisse</translation>
    </message>
    <message>
        <source>Count the events in the list below</source>
        <translation>Die Ereignisse der Liste darunter zählen</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show the histogram&apos;s numbers in a table</source>
        <translation>Die Zahlen des Histogramms in einer Tabelle zeigen</translation>
    </message>
    <message>
        <source>Histogram of the events, as a table</source>
        <translation>Histogramm der Ereignisse als Tabelle</translation>
    </message>
    <message>
        <source>Hide the histogram</source>
        <translation>Histogramm ausblenden</translation>
    </message>
    <message>
        <source>Show the histogram</source>
        <translation>Histogramm zeigen</translation>
    </message>
    <message>
        <source>Ask the server how many events match, in steps of six hours and up to 60 days back</source>
        <translation>Den Server fragen, wie viele Ereignisse passen, in Schritten von sechs Stunden und bis zu 60 Tage zurück</translation>
    </message>
    <message>
        <source>What is counted: %1</source>
        <translation>Was gezählt wird: %1</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>What the colours mean: %1</source>
        <translation>Was die Farben bedeuten: %1</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>The server is counting…</source>
        <translation>Der Server zählt …</translation>
    </message>
    <message>
        <source>The server did not count: %1</source>
        <translation>Der Server hat nicht gezählt: %1</translation>
    </message>
    <message>
        <source>The server counted no events.</source>
        <translation>Der Server hat keine Ereignisse gezählt.</translation>
    </message>
    <message>
        <source>No events to count.</source>
        <translation>Keine Ereignisse zu zählen.</translation>
    </message>
</context>
<context>
    <name>tidings::HistogramTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>tidings::InboxPage</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Mark all seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be changed.</source>
        <translation>
            <numerusform>%n Benachrichtigung konnte nicht geändert werden.</numerusform>
            <numerusform>%n Benachrichtigungen konnten nicht geändert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Filter notifications</source>
        <translation>Benachrichtigungen filtern</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Loading notifications…</source>
        <translation>Benachrichtigungen werden geladen…</translation>
    </message>
    <message>
        <source>No notification matches the filter.</source>
        <translation>Keine Benachrichtigung passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing unseen. Well done.</source>
        <translation>Alles gesehen. Gut gemacht.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>There are no notifications. authentik deletes seen ones after some hours.</source>
        <translation>Es gibt keine Benachrichtigungen. Gesehene löscht authentik nach einigen Stunden.</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>%1 on the server</source>
        <translation>%1 auf dem Server</translation>
    </message>
</context>
<context>
    <name>tidings::JsonEdit</name>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormatieren</translation>
    </message>
    <message>
        <source>Lay the text out on lines; values stay as they are</source>
        <translation>Den Text in Zeilen anordnen; die Werte bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The stored value is not the JSON object that authentik expects. It stays as it is unless you change it.</source>
        <translation>Der gespeicherte Wert ist nicht das JSON-Objekt, das authentik erwartet. Er bleibt, wie er ist, solange Sie ihn nicht ändern.</translation>
    </message>
</context>
<context>
    <name>tidings::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>tidings::JsonTreeView</name>
    <message>
        <source>Raw JSON</source>
        <translation>Roh-JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the whole record</source>
        <translation>Ganzen Datensatz kopieren</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle einklappen</translation>
    </message>
</context>
<context>
    <name>tidings::KeychainPanel</name>
    <message>
        <source>&amp;Use for this session only</source>
        <translation>Nur für diese Sitz&amp;ung verwenden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Erneut versu&amp;chen</translation>
    </message>
    <message>
        <source>The token is kept in memory and has to be entered again after the program was closed.</source>
        <translation>Das Token bleibt im Speicher und muss nach dem Beenden des Programms erneut eingegeben werden.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. A window asking for its password may be behind this one.</source>
        <translation>Warten auf den Schlüsselbund. Vielleicht liegt hinter diesem Fenster eines, das nach seinem Passwort fragt.</translation>
    </message>
    <message>
        <source>The token was not stored. %1</source>
        <comment>what the keychain says</comment>
        <translation>Das Token wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>tidings::KeychainSecretStore</name>
    <message>
        <source>The secret is not plain text.</source>
        <translation>Das Geheimnis ist kein reiner Text.</translation>
    </message>
</context>
<context>
    <name>tidings::LoadProgress</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Loading everything</source>
        <translation>Alles wird geladen</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>noch %n s</numerusform>
            <numerusform>noch %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>noch %n min</numerusform>
            <numerusform>noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>tidings::MainWindow</name>
    <message>
        <source>Tidings</source>
        <translation>Tidings</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit Server &amp;verbinden…</translation>
    </message>
    <message>
        <source>Add a server and its API token</source>
        <translation>Einen Server und sein API-Token hinzufügen</translation>
    </message>
    <message>
        <source>Change the address or the token of the server shown</source>
        <translation>Adresse oder Token des angezeigten Servers ändern</translation>
    </message>
    <message>
        <source>&amp;Forget this connection</source>
        <translation>Diese Verbindung &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove the server shown and its token from this computer</source>
        <translation>Den angezeigten Server und sein Token von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Load the list anew</source>
        <translation>Die Liste neu laden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit Tidings</source>
        <translation>Tidings beenden</translation>
    </message>
    <message>
        <source>&amp;Copy record as JSON</source>
        <translation>Datensatz als JSON &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen record as the server sent it</source>
        <translation>Den gewählten Datensatz kopieren, wie der Server ihn gesendet hat</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Go to the search line</source>
        <translation>Zur Suchzeile gehen</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Posteingang</translation>
    </message>
    <message>
        <source>Show the notifications</source>
        <translation>Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>Show the audit log</source>
        <translation>Audit-Protokoll anzeigen</translation>
    </message>
    <message>
        <source>&amp;Detail pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>Show or hide the details beside the list</source>
        <translation>Die Details neben der Liste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;New event…</source>
        <translation>&amp;Neues Ereignis…</translation>
    </message>
    <message>
        <source>Create an event on the server</source>
        <translation>Ein Ereignis auf dem Server erstellen</translation>
    </message>
    <message>
        <source>&amp;Edit event…</source>
        <translation>Ereignis &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Change the chosen event on the server</source>
        <translation>Das gewählte Ereignis auf dem Server ändern</translation>
    </message>
    <message>
        <source>D&amp;uplicate as new event…</source>
        <translation>Als neues Ereignis &amp;duplizieren…</translation>
    </message>
    <message>
        <source>Create an event with the fields of the chosen one</source>
        <translation>Ein Ereignis mit den Feldern des gewählten erstellen</translation>
    </message>
    <message>
        <source>&amp;Delete event…</source>
        <translation>Ereignis &amp;löschen…</translation>
    </message>
    <message>
        <source>Delete the chosen event from the server</source>
        <translation>Das gewählte Ereignis vom Server löschen</translation>
    </message>
    <message>
        <source>&amp;Open in authentik</source>
        <translation>In authentik ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show the chosen event in the web interface</source>
        <translation>Das gewählte Ereignis in der Weboberfläche anzeigen</translation>
    </message>
    <message>
        <source>&amp;Toggle seen</source>
        <translation>Gesehen um&amp;schalten</translation>
    </message>
    <message>
        <source>Mark the chosen notifications seen, or unseen again</source>
        <translation>Die gewählten Benachrichtigungen als gesehen oder wieder als ungesehen markieren</translation>
    </message>
    <message>
        <source>Mark &amp;seen</source>
        <translation>Als &amp;gesehen markieren</translation>
    </message>
    <message>
        <source>Mark the chosen notifications seen</source>
        <translation>Die gewählten Benachrichtigungen als gesehen markieren</translation>
    </message>
    <message>
        <source>Mark &amp;unseen</source>
        <translation>Als &amp;ungesehen markieren</translation>
    </message>
    <message>
        <source>Mark the chosen notifications unseen</source>
        <translation>Die gewählten Benachrichtigungen als ungesehen markieren</translation>
    </message>
    <message>
        <source>Mark &amp;all seen</source>
        <translation>&amp;Alle als gesehen markieren</translation>
    </message>
    <message>
        <source>Mark all your notifications on the server seen</source>
        <translation>Alle Ihre Benachrichtigungen auf dem Server als gesehen markieren</translation>
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
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Notification</source>
        <translation>Be&amp;nachrichtigung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>List all shortcuts</source>
        <translation>Alle Tastenkürzel auflisten</translation>
    </message>
    <message>
        <source>&amp;About Tidings</source>
        <translation>Ü&amp;ber Tidings</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Columns of the events</source>
        <translation>&amp;Spalten der Ereignisse</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected to a server.</source>
        <translation>Nicht mit einem Server verbunden.</translation>
    </message>
    <message>
        <source>The token lacks the permission “%1”.</source>
        <translation>Dem Token fehlt die Berechtigung „%1“.</translation>
    </message>
    <message>
        <source>Can add Event</source>
        <translation>Can add Event</translation>
    </message>
    <message>
        <source>Can change Event</source>
        <translation>Can change Event</translation>
    </message>
    <message>
        <source>Can delete Event</source>
        <translation>Can delete Event</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Local time, %1</source>
        <translation>Ortszeit, %1</translation>
    </message>
    <message numerus="yes">
        <source>server clock differs by %n s</source>
        <translation>
            <numerusform>Serveruhr weicht um %n s ab</numerusform>
            <numerusform>Serveruhr weicht um %n s ab</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>authentik %1</source>
        <translation>authentik %1</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation>Ereignis löschen</translation>
    </message>
    <message>
        <source>Delete this event from the server? This cannot be undone, and authentik keeps no trace of it.</source>
        <translation>Dieses Ereignis vom Server löschen? Das lässt sich nicht rückgängig machen, und authentik behält keine Spur davon.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>This link leads to another server: %1</source>
        <translation>Dieser Link führt zu einem anderen Server: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>J, K	Next and previous row</source>
        <translation>J, K	Nächste und vorherige Zeile</translation>
    </message>
    <message>
        <source>Enter	Open the row</source>
        <translation>Eingabe	Zeile öffnen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Tidings</source>
        <translation>Über Tidings</translation>
    </message>
    <message>
        <source>Tidings %1
Event viewer and notification inbox for authentik.

GPL-3.0-or-later. Tidings contacts one network address only: the server you connect to.</source>
        <translation>Tidings %1
Ereignisanzeige und Posteingang für Benachrichtigungen von authentik.

GPL-3.0-or-later. Tidings spricht nur eine einzige Netzwerkadresse an: den Server, mit dem Sie sich verbinden.</translation>
    </message>
    <message>
        <source>The event was not deleted.</source>
        <translation>Das Ereignis wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Edit this connection…</source>
        <translation>Diese Verbindung bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>Take the last change of notifications back</source>
        <translation>Die letzte Änderung an Benachrichtigungen zurücknehmen</translation>
    </message>
    <message>
        <source>Make the change that was taken back once more</source>
        <translation>Die zurückgenommene Änderung noch einmal ausführen</translation>
    </message>
    <message>
        <source>Even&amp;t</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>Show or hide this column</source>
        <translation>Diese Spalte ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Ser&amp;ver</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>&amp;Saved views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Open a log file…</source>
        <translation>Protokolldatei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Show the events of a file: JSON lines, JSON, or authentik&apos;s CSV export</source>
        <translation>Die Ereignisse einer Datei zeigen: JSON-Zeilen, JSON oder authentiks CSV-Export</translation>
    </message>
    <message>
        <source>C&amp;lose the file</source>
        <translation>Datei s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the file and its page</source>
        <translation>Die Datei und ihre Seite schließen</translation>
    </message>
    <message>
        <source>Unreada&amp;ble records…</source>
        <translation>Unlesbare Datensät&amp;ze…</translation>
    </message>
    <message>
        <source>List the records of the file that could not be read</source>
        <translation>Die Datensätze der Datei auflisten, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Log &amp;file</source>
        <translation>Proto&amp;kolldatei</translation>
    </message>
    <message>
        <source>Show the open file</source>
        <translation>Die geöffnete Datei zeigen</translation>
    </message>
    <message>
        <source>Open a log file</source>
        <translation>Protokolldatei öffnen</translation>
    </message>
    <message>
        <source>Logs of events (*.json *.jsonl *.ndjson *.log *.txt *.csv)</source>
        <translation>Protokolle von Ereignissen (*.json *.jsonl *.ndjson *.log *.txt *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Unreadable records</source>
        <translation>Unlesbare Datensätze</translation>
    </message>
    <message>
        <source>%1 of the records of this file could not be read.</source>
        <translation>%1 Datensätze dieser Datei konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>&amp;Histogramm</translation>
    </message>
    <message>
        <source>Show or hide the events over time</source>
        <translation>Die Ereignisse im Zeitverlauf zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Top values</source>
        <translation>Häufigste &amp;Werte</translation>
    </message>
    <message>
        <source>Show or hide the most frequent values of the loaded events</source>
        <translation>Die häufigsten Werte der geladenen Ereignisse zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Left, Right	Walk through the histogram; with Shift choose a time, Enter zooms in, Backspace out</source>
        <translation>Links, Rechts	Durch das Histogramm gehen; mit Umschalt eine Zeit wählen, Eingabe zoomt hinein, Rücktaste heraus</translation>
    </message>
    <message>
        <source>+, −	In the top values: filter for the value, or filter it out</source>
        <translation>+, −	Bei den häufigsten Werten: nach dem Wert filtern oder ihn ausschließen</translation>
    </message>
</context>
<context>
    <name>tidings::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>tidings::NavigationRail</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
</context>
<context>
    <name>tidings::NoteLine</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>tidings::NotificationDetail</name>
    <message>
        <source>Show event</source>
        <translation>Ereignis anzeigen</translation>
    </message>
    <message>
        <source>Choose a notification to read it.</source>
        <translation>Wählen Sie eine Benachrichtigung, um sie zu lesen.</translation>
    </message>
    <message>
        <source>· seen</source>
        <translation>· gesehen</translation>
    </message>
    <message>
        <source>· not seen</source>
        <translation>· nicht gesehen</translation>
    </message>
    <message>
        <source>Mark unseen</source>
        <translation>Als ungesehen markieren</translation>
    </message>
    <message>
        <source>Mark seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message>
        <source>The event was deleted on the server.</source>
        <translation>Das Ereignis wurde auf dem Server gelöscht.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Notification id</source>
        <translation>Benachrichtigungs-ID</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>deleted on the server</source>
        <translation>auf dem Server gelöscht</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Auffällig</translation>
    </message>
</context>
<context>
    <name>tidings::NotificationTableModel</name>
    <message>
        <source>Event was deleted</source>
        <translation>Ereignis wurde gelöscht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>tidings::ProbeView</name>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not known until tried (authentik does not tell)</source>
        <translation>erst beim Versuch bekannt (authentik sagt es nicht)</translation>
    </message>
    <message>
        <source>authentik at %1 (it does not tell its version)</source>
        <translation>authentik unter %1 (es nennt seine Version nicht)</translation>
    </message>
    <message>
        <source>authentik %1 at %2</source>
        <translation>authentik %1 unter %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user name and full name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Signed in as %1, superuser</source>
        <translation>Angemeldet als %1, Superuser</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message numerus="yes">
        <source>Events: may read (%Ln event(s))</source>
        <translation>
            <numerusform>Ereignisse: Lesen erlaubt (%Ln Ereignis)</numerusform>
            <numerusform>Ereignisse: Lesen erlaubt (%Ln Ereignisse)</numerusform>
        </translation>
    </message>
    <message>
        <source>Events: no right to list them. The token&apos;s owner needs “Can view Event”. The inbox works without it.</source>
        <translation>Ereignisse: kein Recht, sie aufzulisten. Der Besitzer des Tokens braucht „Can view Event“. Der Posteingang funktioniert ohne.</translation>
    </message>
    <message>
        <source>Events: the server could not list them just now</source>
        <translation>Ereignisse: Der Server konnte sie gerade nicht auflisten</translation>
    </message>
    <message>
        <source>Creating, changing and deleting events: %1</source>
        <translation>Ereignisse erstellen, ändern und löschen: %1</translation>
    </message>
    <message>
        <source>Creating events: %1</source>
        <translation>Ereignisse erstellen: %1</translation>
    </message>
    <message>
        <source>Changing events: %1</source>
        <translation>Ereignisse ändern: %1</translation>
    </message>
    <message>
        <source>Deleting events: %1</source>
        <translation>Ereignisse löschen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Notifications: own ones, %Ln unseen</source>
        <translation>
            <numerusform>Benachrichtigungen: die eigenen, %Ln ungesehen</numerusform>
            <numerusform>Benachrichtigungen: die eigenen, %Ln ungesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications: not allowed</source>
        <translation>Benachrichtigungen: nicht erlaubt</translation>
    </message>
    <message>
        <source>Notifications: the server could not list them just now</source>
        <translation>Benachrichtigungen: Der Server konnte sie gerade nicht auflisten</translation>
    </message>
    <message>
        <source>Query language: answers</source>
        <translation>Abfragesprache: antwortet</translation>
    </message>
    <message>
        <source>Query language: not known without events</source>
        <translation>Abfragesprache: ohne Ereignisse nicht bekannt</translation>
    </message>
    <message>
        <source>Query language: not known, there are no events yet</source>
        <translation>Abfragesprache: nicht bekannt, es gibt noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Query language: does not answer. Tidings filters by itself.</source>
        <translation>Abfragesprache: antwortet nicht. Tidings filtert selbst.</translation>
    </message>
    <message>
        <source>There is no authentik at %1. If yours lives under a path, the address needs it.</source>
        <translation>Unter %1 gibt es kein authentik. Wenn Ihres unter einem Pfad liegt, gehört er in die Adresse.</translation>
    </message>
    <message>
        <source>Something in front of the server asks for a login of its own (HTTP %1) before authentik is reached. The token was not sent. Let %2 pass without it.</source>
        <translation>Etwas vor dem Server verlangt eine eigene Anmeldung (HTTP %1), bevor authentik erreicht wird. Das Token wurde nicht gesendet. Lassen Sie %2 ohne sie durch.</translation>
    </message>
</context>
<context>
    <name>tidings::QueryEdit</name>
    <message>
        <source>Suggestions for the query</source>
        <translation>Vorschläge für die Abfrage</translation>
    </message>
</context>
<context>
    <name>tidings::QueryProblem</name>
    <message>
        <source>Column %1: %2 The words were searched for instead.</source>
        <translation>Spalte %1: %2 Stattdessen wurde nach den Wörtern gesucht.</translation>
    </message>
</context>
<context>
    <name>tidings::RecordPage</name>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches among the newest records.</source>
        <translation>Unter den neuesten Einträgen passt keiner.</translation>
    </message>
    <message>
        <source>Search further back</source>
        <translation>Weiter zurück suchen</translation>
    </message>
</context>
<context>
    <name>tidings::RecordTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to the newest row</source>
        <translation>Zur neuesten Zeile springen</translation>
    </message>
</context>
<context>
    <name>tidings::TimeRangeButton</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>Frü&amp;her</translation>
    </message>
    <message>
        <source>Move the time range back by its length</source>
        <translation>Den Zeitraum um seine Länge zurückschieben</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Move the time range forward by its length</source>
        <translation>Den Zeitraum um seine Länge vorschieben</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>Weiter fa&amp;ssen</translation>
    </message>
    <message>
        <source>Twice the time range, around its middle</source>
        <translation>Den doppelten Zeitraum, um seine Mitte</translation>
    </message>
    <message>
        <source>&amp;Other range…</source>
        <translation>Anderer Zeitrau&amp;m…</translation>
    </message>
    <message>
        <source>Type or paste the ends of the time range</source>
        <translation>Die Enden des Zeitraums eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Remove the time range</source>
        <translation>Den Zeitraum aufheben</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>An&amp;y time</source>
        <translation>Be&amp;liebige Zeit</translation>
    </message>
</context>
<context>
    <name>tidings::TimeRangeDialog</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>der Anfang</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>“From” is no point in time.</source>
        <translation>„Von“ ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>“Until” is no point in time.</source>
        <translation>„Bis“ ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>“Until” must be later than “From”.</source>
        <translation>„Bis“ muss nach „Von“ liegen.</translation>
    </message>
    <message>
        <source>Local time, %1. Other zones with Z or an offset: 2026-11-20T16:27:41Z</source>
        <translation>Ortszeit, %1. Andere Zonen mit Z oder Versatz: 2026-11-20T16:27:41Z</translation>
    </message>
</context>
<context>
    <name>tidings::TokenEdit</name>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide token</source>
        <translation>Token verbergen</translation>
    </message>
    <message>
        <source>Show token</source>
        <translation>Token anzeigen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>tidings::TopValuesModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>Client-IP</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2, %3 %</source>
        <extracomment>What a screen reader says of a value: &quot;Login: 25 events, 25.0 %&quot;</extracomment>
        <translation>%1: %2, %3 %</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>tidings::TopValuesPane</name>
    <message>
        <source>Filter for this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <source>Field of the top values</source>
        <translation>Feld der häufigsten Werte</translation>
    </message>
    <message>
        <source>Close the top values</source>
        <translation>Häufigste Werte schließen</translation>
    </message>
    <message>
        <source>Top values</source>
        <translation>Häufigste Werte</translation>
    </message>
    <message>
        <source>Filter for</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show only events with the chosen value</source>
        <translation>Nur Ereignisse mit dem gewählten Wert zeigen</translation>
    </message>
    <message>
        <source>Filter out</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Show only events without the chosen value</source>
        <translation>Nur Ereignisse ohne den gewählten Wert zeigen</translation>
    </message>
    <message>
        <source>%1 loaded events</source>
        <translation>%1 geladene Ereignisse</translation>
    </message>
    <message>
        <source>%1 rarer values not shown</source>
        <translation>%1 seltenere Werte nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>tidings::TrustOptions</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>&amp;File with your own certificate authority (PEM)</source>
        <translation>&amp;Datei mit Ihrer eigenen Zertifizierungsstelle (PEM)</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>Choose the file with the certificate authority</source>
        <translation>Die Datei mit der Zertifizierungsstelle auswählen</translation>
    </message>
    <message>
        <source>Only the certificate with this SHA-256 fingerprint is accepted:</source>
        <translation>Nur das Zertifikat mit diesem SHA-256-Fingerabdruck wird akzeptiert:</translation>
    </message>
    <message>
        <source>Stop trustin&amp;g it</source>
        <translation>Nicht &amp;mehr vertrauen</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is not a certificate file.</source>
        <translation>Das ist keine Zertifikatsdatei.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file has no certificate in PEM format.</source>
        <translation>Die Datei enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <translation>Zertifizierungsstelle auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s) read.</source>
        <translation>
            <numerusform>%Ln Zertifikat gelesen.</numerusform>
            <numerusform>%Ln Zertifikate gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>tidings::ViewCommands</name>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>Keep the present question under a name</source>
        <translation>Die jetzige Frage unter einem Namen behalten</translation>
    </message>
    <message>
        <source>&amp;Rename this view…</source>
        <translation>Diese Ansicht &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Give the saved view that is shown another name</source>
        <translation>Der gezeigten gespeicherten Ansicht einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Delete this view</source>
        <translation>Diese Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>Forget the saved view that is shown</source>
        <translation>Die gezeigte gespeicherte Ansicht verwerfen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move the saved view that is shown up in the list</source>
        <translation>Die gezeigte gespeicherte Ansicht in der Liste nach oben rücken</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Move the saved view that is shown down in the list</source>
        <translation>Die gezeigte gespeicherte Ansicht in der Liste nach unten rücken</translation>
    </message>
    <message>
        <source>&amp;Import views…</source>
        <translation>Ansichten &amp;importieren…</translation>
    </message>
    <message>
        <source>Add the views of a file</source>
        <translation>Die Ansichten einer Datei hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export views…</source>
        <translation>Ansichten &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write all saved views to a file</source>
        <translation>Alle gespeicherten Ansichten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Show this view</source>
        <translation>Diese Ansicht zeigen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename this view</source>
        <translation>Diese Ansicht umbenennen</translation>
    </message>
    <message>
        <source>There is another view with this name, or the name is empty.</source>
        <translation>Es gibt eine andere Ansicht dieses Namens, oder der Name ist leer.</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Ansichten importieren</translation>
    </message>
    <message>
        <source>Views of Tidings (*.json)</source>
        <translation>Ansichten von Tidings (*.json)</translation>
    </message>
    <message>
        <source>Export views</source>
        <translation>Ansichten exportieren</translation>
    </message>
</context>
<context>
    <name>tidings::VolumeHistogram</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>A file has no counts but those of its rows.</source>
        <translation>Eine Datei hat keine Zählungen außer denen ihrer Zeilen.</translation>
    </message>
    <message>
        <source>Not connected to a server.</source>
        <translation>Nicht mit einem Server verbunden.</translation>
    </message>
    <message>
        <source>The server cannot count this filter in one question.</source>
        <translation>Der Server kann diesen Filter nicht mit einer Anfrage zählen.</translation>
    </message>
    <message>
        <source>Part of this filter is checked on this computer, so the server would count too much.</source>
        <translation>Ein Teil dieses Filters wird auf diesem Computer geprüft; der Server würde zu viel zählen.</translation>
    </message>
    <message numerus="yes">
        <source>The server counts the last %n day(s) only.</source>
        <translation>
            <numerusform>Der Server zählt nur den letzten %n Tag.</numerusform>
            <numerusform>Der Server zählt nur die letzten %n Tage.</numerusform>
        </translation>
    </message>
</context>
</TS>
