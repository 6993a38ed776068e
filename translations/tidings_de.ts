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
        <translation>Fehlgeschlagene Anmeldung</translation>
    </message>
    <message>
        <source>Logout</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>User was written to</source>
        <translation>Benutzerdaten geschrieben</translation>
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
    <name>Alert</name>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>level: what</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n watch rule alert(s)</source>
        <translation>
            <numerusform>%n Alarm einer Beobachtungsregel</numerusform>
            <numerusform>%n Alarme von Beobachtungsregeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n Benachrichtigung</numerusform>
            <numerusform>%n Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed login(s)</source>
        <translation>
            <numerusform>%n fehlgeschlagene Anmeldung</numerusform>
            <numerusform>%n fehlgeschlagene Anmeldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count, what</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <comment>from …</comment>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>what, how many addresses</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>At least %n watch rule alert(s)</source>
        <translation>
            <numerusform>Mindestens %n Alarm einer Beobachtungsregel</numerusform>
            <numerusform>Mindestens %n Alarme von Beobachtungsregeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n notification(s)</source>
        <translation>
            <numerusform>Mindestens %n Benachrichtigung</numerusform>
            <numerusform>Mindestens %n Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n address(es)</source>
        <comment>from …</comment>
        <translation>
            <numerusform>mindestens %n Adresse</numerusform>
            <numerusform>mindestens %n Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n failed login(s)</source>
        <translation>
            <numerusform>Mindestens %n fehlgeschlagene Anmeldung</numerusform>
            <numerusform>Mindestens %n fehlgeschlagene Anmeldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 × %2</source>
        <comment>count, what</comment>
        <translation>Mindestens %1 × %2</translation>
    </message>
</context>
<context>
    <name>ApiCall</name>
    <message>
        <source>%1 (proxy %2)</source>
        <comment>what went wrong</comment>
        <translation>%1 (Proxy %2)</translation>
    </message>
    <message>
        <source>the certificate is not the one that was trusted</source>
        <translation>Das Zertifikat ist nicht das, dem vertraut wurde</translation>
    </message>
    <message>
        <source>no content type</source>
        <translation>kein Inhaltstyp</translation>
    </message>
    <message>
        <source>content type %1</source>
        <translation>Inhaltstyp %1</translation>
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
        <translation>Der Server leitet zu %1 weiter. Das Token wurde nicht dorthin gesendet. Wenn das Ihr authentik ist, tragen Sie es als Serveradresse ein.</translation>
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
        <translation>Dem Token fehlt das Recht dazu.</translation>
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
        <translation>Die Antwort ist größer, als Tidings zulässt.</translation>
    </message>
    <message>
        <source>The change may or may not have been saved; reload to see.</source>
        <translation>Es ist ungewiss, ob die Änderung gespeichert wurde; laden Sie neu, um nachzusehen.</translation>
    </message>
    <message>
        <source>The keychain has no token for this server, or it is locked.</source>
        <translation>Der Schlüsselbund enthält kein Token für diesen Server, oder er ist gesperrt.</translation>
    </message>
    <message>
        <source>No keychain is available on this computer.</source>
        <translation>Auf diesem Rechner ist kein Schlüsselbund verfügbar.</translation>
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
    <message>
        <source>The server says: “%1”</source>
        <translation>Der Server meldet: „%1“</translation>
    </message>
    <message>
        <source>The server refused the data: “%1”</source>
        <translation>Der Server hat die Daten abgelehnt: „%1“</translation>
    </message>
    <message>
        <source>HTTP %1, no content type</source>
        <translation>HTTP %1, kein Inhaltstyp</translation>
    </message>
    <message>
        <source>the list does not end and brings nothing new</source>
        <translation>Die Liste endet nicht und bringt nichts Neues</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no --token option, since other users of this computer can read command lines. Write the token to the standard input and use --token-stdin.</source>
        <translation>Es gibt keine Option --token, weil andere Benutzer dieses Rechners Befehlszeilen lesen können. Schreiben Sie das Token in die Standardeingabe und verwenden Sie --token-stdin.</translation>
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
    <message>
        <source>Start without the window: in the tray, or until Tidings is started again.</source>
        <translation>Ohne Fenster starten: im Infobereich, oder bis Tidings noch einmal gestartet wird.</translation>
    </message>
    <message>
        <source>Start beside a Tidings that runs already, instead of showing that one.</source>
        <translation>Neben einem bereits laufenden Tidings starten, statt dieses anzuzeigen.</translation>
    </message>
    <message>
        <source>The standard input cannot be read.</source>
        <translation>Die Standardeingabe kann nicht gelesen werden.</translation>
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
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>is not in</source>
        <translation>liegt nicht in</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>liegt in</translation>
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
    <message>
        <source>user or name tried</source>
        <translation>Benutzer oder versuchter Name</translation>
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
        <translation>Die Datei endet mitten in diesem Datensatz</translation>
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
        <translation>Die Anführungszeichen sind fehlerhaft</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>In dieser Datei ist kein Ereignis.</translation>
    </message>
    <message>
        <source>There is no event in this file. Line %1: %2.</source>
        <translation>In dieser Datei ist kein Ereignis. Zeile %1: %2.</translation>
    </message>
    <message>
        <source>The file is larger than %1.</source>
        <translation>Die Datei ist größer als %1.</translation>
    </message>
    <message>
        <source>There is no event in this file, only other log lines.</source>
        <translation>In dieser Datei ist kein Ereignis, nur andere Protokollzeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) instead of %1</source>
        <translation>
            <numerusform>%n Spalte statt %1</numerusform>
            <numerusform>%n Spalten statt %1</numerusform>
        </translation>
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
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
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
    <name>Network</name>
    <message>
        <source>self-signed certificate</source>
        <translation>selbst signiertes Zertifikat</translation>
    </message>
    <message>
        <source>certificate of an unknown authority</source>
        <translation>Zertifikat einer unbekannten Stelle</translation>
    </message>
    <message>
        <source>certificate for another name</source>
        <translation>Zertifikat für einen anderen Namen</translation>
    </message>
    <message>
        <source>expired certificate</source>
        <translation>abgelaufenes Zertifikat</translation>
    </message>
    <message>
        <source>certificate that is not valid yet</source>
        <translation>noch nicht gültiges Zertifikat</translation>
    </message>
    <message>
        <source>the encryption could not be set up</source>
        <translation>Die Verschlüsselung kam nicht zustande</translation>
    </message>
    <message>
        <source>the encryption could not be set up (%1)</source>
        <translation>Die Verschlüsselung kam nicht zustande (%1)</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>the connection was closed before the answer came</source>
        <translation>Die Verbindung wurde geschlossen, bevor die Antwort kam</translation>
    </message>
    <message>
        <source>there is no computer named %1</source>
        <translation>Es gibt keinen Rechner namens %1</translation>
    </message>
    <message>
        <source>the proxy refused the connection</source>
        <translation>Der Proxy hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>the proxy closed the connection</source>
        <translation>Der Proxy hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the proxy was not found</source>
        <translation>Der Proxy wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the proxy did not answer in time</source>
        <translation>Der Proxy hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the proxy asks for a login</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
</context>
<context>
    <name>NotificationArchive</name>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>No history is kept: the SQLite driver of Qt is not installed (Debian package libqt6sql6-sqlite).</source>
        <translation>Es wird kein Verlauf aufbewahrt: Der SQLite-Treiber von Qt ist nicht installiert (Debian-Paket libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>No history is kept: %1 cannot be used: %2</source>
        <translation>Es wird kein Verlauf aufbewahrt: %1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>No history is kept: its file is in use.</source>
        <translation>Es wird kein Verlauf aufbewahrt: Seine Datei ist in Gebrauch.</translation>
    </message>
    <message>
        <source>No history is kept: its file cannot be used.</source>
        <translation>Es wird kein Verlauf aufbewahrt: Seine Datei kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The history could not be read and was begun anew. The file was kept as %1.</source>
        <translation>Der Verlauf war nicht lesbar und wurde neu begonnen. Die Datei liegt noch unter %1.</translation>
    </message>
    <message>
        <source>Nothing is added to the history: there is no space left on the disk.</source>
        <translation>Der Verlauf wird nicht fortgeschrieben: Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Nothing is added to the history: %1 cannot be written.</source>
        <translation>Der Verlauf wird nicht fortgeschrieben: %1 ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Nothing is added to the history: its file is in use.</source>
        <translation>Der Verlauf wird nicht fortgeschrieben: Seine Datei ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Nothing is added to the history: %1</source>
        <translation>Der Verlauf wird nicht fortgeschrieben: %1</translation>
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
    <message>
        <source>Slower, since the computer runs on battery</source>
        <translation>Langsamer, weil der Rechner im Akkubetrieb ist</translation>
    </message>
    <message>
        <source>Slower, since the window is in the background</source>
        <translation>Langsamer, weil das Fenster im Hintergrund ist</translation>
    </message>
    <message>
        <source>Slower, since nobody has used the window for some minutes</source>
        <translation>Langsamer, weil das Fenster seit einigen Minuten nicht benutzt wurde</translation>
    </message>
    <message>
        <source>Slower, since the last question failed</source>
        <translation>Langsamer, weil die letzte Anfrage fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Slower, since the server asked for it</source>
        <translation>Langsamer, weil der Server darum gebeten hat</translation>
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
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Last answer: %1, %2</source>
        <translation>Letzte Antwort: %1, %2</translation>
    </message>
    <message>
        <source>New records are not asked for</source>
        <translation>Nach neuen Einträgen wird nicht gefragt</translation>
    </message>
    <message>
        <source>Next question in %1, then one every %2</source>
        <translation>Nächste Anfrage in %1, dann alle %2</translation>
    </message>
    <message>
        <source>Asking now, then every %1</source>
        <translation>Anfrage läuft, danach alle %1</translation>
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
        <translation>Prüfung auf diesem Rechner</translation>
    </message>
    <message>
        <source>A negated condition also leaves out events that lack the field.</source>
        <translation>Eine verneinte Bedingung lässt auch Ereignisse ohne dieses Feld weg.</translation>
    </message>
    <message>
        <source>Words are found anywhere in a record, also as parts of longer ones.</source>
        <translation>Wörter werden überall in einem Datensatz gefunden, auch als Teile längerer Wörter.</translation>
    </message>
    <message>
        <source>%1, checked on this computer</source>
        <translation>%1, auf diesem Rechner geprüft</translation>
    </message>
    <message>
        <source>The server also finds other actions whose names contain these; they are left out on this computer.</source>
        <translation>Der Server findet auch andere Aktionen, deren Namen diese enthalten; sie werden auf diesem Rechner ausgelassen.</translation>
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
    <name>RulesFile</name>
    <message>
        <source>The watch rules are not kept, since their file could not be read again: %1</source>
        <translation>Die Beobachtungsregeln werden nicht gesichert, da ihre Datei nicht wieder gelesen werden könnte: %1</translation>
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
        <translation>Eine Bedingung der Ansicht „%1“ ist keine gültige Abfrage: %2</translation>
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
        <translation>Fehlgeschlagene Anmeldungen</translation>
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
    <name>Screenshots</name>
    <message>
        <source>The data did not arrive within 30 s.</source>
        <translation>Die Daten sind nicht innerhalb von 30 s eingetroffen.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>SeenChanger</name>
    <message>
        <source>the server kept the former state</source>
        <translation>Der Server behielt den früheren Zustand bei</translation>
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
    <name>SeenJournal</name>
    <message>
        <source>Changes cannot be noted on disk: %1</source>
        <translation>Änderungen können nicht auf dem Datenträger vermerkt werden: %1</translation>
    </message>
    <message>
        <source>Another window of Tidings notes the changes of this server; those made here are not noted.</source>
        <translation>Ein anderes Fenster von Tidings vermerkt die Änderungen für diesen Server; die hier gemachten werden nicht vermerkt.</translation>
    </message>
    <message>
        <source>The notes about changes were damaged; what could be read is used. The file was kept as %1.</source>
        <translation>Die Vermerke über Änderungen waren beschädigt; was lesbar war, wird verwendet. Die Datei liegt noch unter %1.</translation>
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
        <translation>Das ist keine Serveradresse. Eine Serveradresse sieht so aus: https://authentik.example.org.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>An http:// address would send the token readable for others. Use https://, or http:// for this computer only.</source>
        <translation>Über eine http://-Adresse würde das Token für andere lesbar gesendet. Verwenden Sie https:// – oder http:// nur für diesen Rechner.</translation>
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
    <name>SortKey</name>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z bis A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>column, direction</comment>
        <translation>%1, %2</translation>
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
        <translation>fehlgeschlagene Anmeldung</translation>
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
    <message numerus="yes">
        <source>… and %n more character(s), in the raw record</source>
        <translation>
            <numerusform>… und %n weiteres Zeichen, im rohen Datensatz</numerusform>
            <numerusform>… und %n weitere Zeichen, im rohen Datensatz</numerusform>
        </translation>
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
    <name>TimeDisplay</name>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
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
    <name>ViewsFile</name>
    <message>
        <source>The saved views are not kept, since their file could not be read again: %1</source>
        <translation>Die gespeicherten Ansichten werden nicht gesichert, da ihre Datei nicht wieder gelesen werden könnte: %1</translation>
    </message>
</context>
<context>
    <name>WatchFeed</name>
    <message>
        <source>New events were not checked since %1: %2</source>
        <comment>time, why</comment>
        <translation>Seit %1 wurden neue Ereignisse nicht geprüft: %2</translation>
    </message>
    <message>
        <source>New events are not checked: %1</source>
        <comment>why</comment>
        <translation>Neue Ereignisse werden nicht geprüft: %1</translation>
    </message>
    <message>
        <source>New events were checked %1</source>
        <comment>how long ago</comment>
        <translation>Neue Ereignisse wurden %1 geprüft</translation>
    </message>
</context>
<context>
    <name>WatchRule</name>
    <message>
        <source>A watch rule has no name.</source>
        <translation>Eine Beobachtungsregel hat keinen Namen.</translation>
    </message>
    <message>
        <source>The query of the watch rule “%1” is none: %2</source>
        <translation>Die Abfrage der Beobachtungsregel „%1“ ist ungültig: %2</translation>
    </message>
    <message>
        <source>The file is too large to be one of watch rules.</source>
        <translation>Die Datei ist zu groß für eine Datei mit Beobachtungsregeln.</translation>
    </message>
    <message>
        <source>The file is no JSON: %1 (at byte %2).</source>
        <translation>Die Datei ist kein JSON: %1 (bei Byte %2).</translation>
    </message>
    <message>
        <source>The file holds no watch rules of Tidings.</source>
        <translation>Die Datei enthält keine Beobachtungsregeln von Tidings.</translation>
    </message>
    <message>
        <source>The file holds more than %1 watch rules.</source>
        <translation>Die Datei enthält mehr als %1 Beobachtungsregeln.</translation>
    </message>
</context>
<context>
    <name>WatchTrial</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>within …</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>No events are loaded to try the rule on.</source>
        <translation>Es sind keine Ereignisse geladen, an denen die Regel erprobt werden könnte.</translation>
    </message>
    <message>
        <source>Would not have fired.</source>
        <translation>Hätte nicht ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>fired …</comment>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Would have fired %1 within %2.</source>
        <comment>n times, n days</comment>
        <translation>Hätte innerhalb von %2 %1 ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 loaded event(s) match.</source>
        <translation>
            <numerusform>%Ln von %1 geladenen Ereignissen passt.</numerusform>
            <numerusform>%Ln von %1 geladenen Ereignissen passen.</numerusform>
        </translation>
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
        <translation>Unbekannte Escape-Folge: Nach einem Backslash wird eines der Zeichen \ &quot; &apos; / b f n r t oder u mit vier Hexadezimalziffern erwartet.</translation>
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
        <translation>Der Server kennt für %1 den Wert „%2“ nicht; mit ~ lässt sich nach einem Teil davon suchen.</translation>
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
    <message>
        <source>The server cannot be asked for “%1”.</source>
        <translation>Nach „%1“ kann der Server nicht gefragt werden.</translation>
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
        <translation>%1 ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>%1 stands twice</source>
        <translation>%1 kommt doppelt vor</translation>
    </message>
    <message>
        <source>%1 has a key twice</source>
        <translation>%1 enthält einen Schlüssel doppelt</translation>
    </message>
    <message>
        <source>the answer is not a JSON object</source>
        <translation>Die Antwort ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the JSON is broken</source>
        <translation>Das JSON ist fehlerhaft</translation>
    </message>
    <message>
        <source>the answer has no list of results</source>
        <translation>Die Antwort enthält keine Ergebnisliste</translation>
    </message>
    <message>
        <source>the answer has no pagination</source>
        <translation>Die Antwort enthält keine Seitenangaben</translation>
    </message>
    <message>
        <source>the answer is not a JSON array</source>
        <translation>Die Antwort ist kein JSON-Array</translation>
    </message>
    <message>
        <source>the answer is not an event</source>
        <translation>Die Antwort ist kein Ereignis</translation>
    </message>
    <message>
        <source>the answer is not a notification</source>
        <translation>Die Antwort ist keine Benachrichtigung</translation>
    </message>
    <message>
        <source>the answer has no capabilities</source>
        <translation>Die Antwort nennt keine Fähigkeiten</translation>
    </message>
    <message>
        <source>the answer names no user</source>
        <translation>Die Antwort nennt keinen Benutzer</translation>
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
        <translation>Verbindet sich mit %1 ohne Verschlüsselung. Das geht nur auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>tidings::Application</name>
    <message>
        <source>Settings were unreadable and begun anew</source>
        <translation>Die Einstellungen waren nicht lesbar und wurden neu angelegt</translation>
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
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
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
        <translation>Gespeicherte Ansichten waren nicht lesbar und wurden neu angelegt</translation>
    </message>
    <message>
        <source>there is no saved view named “%1”</source>
        <translation>es gibt keine gespeicherte Ansicht namens „%1“</translation>
    </message>
    <message>
        <source>There is no saved view named “%1”.</source>
        <translation>Es gibt keine gespeicherte Ansicht namens „%1“.</translation>
    </message>
    <message>
        <source>There is no profile named “%1”.</source>
        <translation>Es gibt kein Profil namens „%1“.</translation>
    </message>
</context>
<context>
    <name>tidings::BackBar</name>
    <message numerus="yes">
        <source>%n snoozed notification(s) are back.</source>
        <translation>
            <numerusform>%n zurückgestellte Benachrichtigung ist wieder da.</numerusform>
            <numerusform>%n zurückgestellte Benachrichtigungen sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
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
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>%1, %2 loaded</source>
        <comment>label, number</comment>
        <translation>%1, %2 geladen</translation>
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
    <name>tidings::ColumnCommands</name>
    <message>
        <source>&amp;Columns of the events</source>
        <translation>&amp;Spalten der Ereignisse</translation>
    </message>
    <message>
        <source>Column from a &amp;field…</source>
        <translation>Spalte aus einem &amp;Feld…</translation>
    </message>
    <message>
        <source>Show what the events have in any field of their records</source>
        <translation>Ein beliebiges Feld der Datensätze als Spalte zeigen</translation>
    </message>
    <message>
        <source>Show or hide this column</source>
        <translation>Diese Spalte zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Diese Spalte entfernen</translation>
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
    <message>
        <source>Remove all conditions that are not pinned</source>
        <translation>Alle Bedingungen entfernen, die nicht angeheftet sind</translation>
    </message>
</context>
<context>
    <name>tidings::ConditionChip</name>
    <message>
        <source>%1, switched off</source>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, angeheftet</translation>
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
        <source>Un&amp;pin</source>
        <translation>Nicht mehr &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Pin: keep it when something else is asked</source>
        <translation>&amp;Anheften: behalten, wenn anderes gefragt wird</translation>
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
        <source>Choose or type a value.</source>
        <translation>Einen Wert wählen oder eingeben.</translation>
    </message>
    <message>
        <source>Times in a query are in UTC.</source>
        <translation>Zeiten in einer Abfrage sind in UTC.</translation>
    </message>
    <message>
        <source>Choose or type values with commas between them; put one that has a comma in quotes.</source>
        <translation>Werte wählen oder mit Kommas dazwischen eingeben; einen Wert mit Komma in Anführungszeichen setzen.</translation>
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
        <translation>Der Demo-Server hat sich unerwartet beendet.</translation>
    </message>
    <message>
        <source>The program tidings-demo-server was not found.</source>
        <translation>Das Programm tidings-demo-server wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The demo server listens on an address that is not of this computer.</source>
        <translation>Der Demo-Server lauscht an einer Adresse, die nicht zu diesem Rechner gehört.</translation>
    </message>
    <message>
        <source>The program tidings-demo-server is not the demo server.</source>
        <translation>Das Programm tidings-demo-server ist nicht der Demo-Server.</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation>Er meldet: „%1“</translation>
    </message>
</context>
<context>
    <name>tidings::DesktopPresence</name>
    <message>
        <source>Watch rules were unreadable and begun anew</source>
        <translation>Die Beobachtungsregeln waren nicht lesbar und wurden neu angelegt</translation>
    </message>
    <message>
        <source>No contact with the server</source>
        <translation>Kein Kontakt zum Server</translation>
    </message>
    <message>
        <source>Tidings hears of nothing new. %1</source>
        <comment>why</comment>
        <translation>Tidings erfährt nichts Neues. %1</translation>
    </message>
    <message>
        <source>Tidings is still running</source>
        <translation>Tidings läuft weiter</translation>
    </message>
    <message>
        <source>Its icon in the tray shows the window again. “Quit”, there or in the “File” menu, ends it.</source>
        <translation>Das Symbol im Infobereich zeigt das Fenster wieder. „Beenden“, dort oder im Menü „Datei“, beendet das Programm.</translation>
    </message>
    <message>
        <source>Close the window once more and Tidings goes on in the tray, where its icon shows the window again. “Quit” in the “File” menu ends it.</source>
        <translation>Wird das Fenster noch einmal geschlossen, läuft Tidings im Infobereich weiter; das Symbol dort zeigt das Fenster wieder. „Beenden“ im Menü „Datei“ beendet das Programm.</translation>
    </message>
    <message>
        <source>The history could not be deleted.</source>
        <translation>Der Verlauf konnte nicht gelöscht werden.</translation>
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
    <name>tidings::EventControls</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The level is derived from the action by Tidings; authentik&apos;s events have none.</source>
        <translation>Die Stufe leitet Tidings aus der Aktion ab; die Ereignisse von authentik haben keine.</translation>
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
        <translation>An&amp;dere Fassung übernehmen</translation>
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
        <translation>authentik speichert das Ereignis, wie es hier steht, mit der aktuellen Zeit und führt seine Benachrichtigungsregeln dafür aus.</translation>
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
    <message>
        <source>authentik refuses this: “%1”</source>
        <translation>authentik lehnt das ab: „%1“</translation>
    </message>
</context>
<context>
    <name>tidings::EventEditCommands</name>
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
        <source>The event was not deleted.</source>
        <translation>Das Ereignis wurde nicht gelöscht.</translation>
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
        <source>Delete event</source>
        <translation>Ereignis löschen</translation>
    </message>
    <message>
        <source>Delete this event from the server? This cannot be undone, and authentik keeps no trace of it.</source>
        <translation>Dieses Ereignis vom Server löschen? Das lässt sich nicht rückgängig machen, und in authentik bleibt keine Spur davon.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>tidings::EventExporter</name>
    <message>
        <source>The log file has changed since it was read. Nothing was written.</source>
        <translation>Die Protokolldatei hat sich seit dem Lesen geändert. Es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>tidings::EventFeed</name>
    <message>
        <source>The server took the query for plain words, so it is checked on this computer.</source>
        <translation>Der Server hat die Abfrage als bloße Wörter verstanden; deshalb wird sie auf diesem Rechner geprüft.</translation>
    </message>
    <message>
        <source>Loading stopped: the events that are loaded take %1 of memory. A narrower question needs less.</source>
        <translation>Das Laden wurde beendet: Die geladenen Ereignisse belegen %1 Speicher. Eine engere Abfrage braucht weniger.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) too large to show.</source>
        <translation>
            <numerusform>%n Ereignis ist zu groß, um es zu zeigen.</numerusform>
            <numerusform>%n Ereignisse sind zu groß, um sie zu zeigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, loaded rows sorted here by %2</source>
        <translation>%1, geladene Zeilen hier sortiert nach %2</translation>
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
        <translation>keine</translation>
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
    <message>
        <source>authentik refuses this: “%1”</source>
        <translation>authentik lehnt das ab: „%1“</translation>
    </message>
</context>
<context>
    <name>tidings::EventTableModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1
Read from the records as they are shown</source>
        <translation>%1
Wird beim Anzeigen aus den Datensätzen gelesen</translation>
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
    <name>tidings::EventsCommands</name>
    <message>
        <source>&amp;Back</source>
        <translation>Zurü&amp;ck</translation>
    </message>
    <message>
        <source>The question asked before</source>
        <translation>Die zuvor gestellte Frage</translation>
    </message>
    <message>
        <source>&amp;Go forward</source>
        <translation>&amp;Vorwärts</translation>
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
        <source>&amp;Conditions to query</source>
        <translation>Bedingungen zu Abfrag&amp;e</translation>
    </message>
    <message>
        <source>Write actions, levels and conditions as one query</source>
        <translation>Aktionen, Stufen und Bedingungen als eine Abfrage schreiben</translation>
    </message>
    <message>
        <source>Copy the question as A&amp;KQL</source>
        <translation>Frage als A&amp;KQL kopieren</translation>
    </message>
    <message>
        <source>Copy everything that is asked, the time range included, as a query of authentik</source>
        <translation>Alles Gefragte samt dem Zeitraum als Abfrage von authentik kopieren</translation>
    </message>
    <message>
        <source>Load all &amp;matches</source>
        <translation>Alle &amp;Treffer laden</translation>
    </message>
    <message>
        <source>Load everything that matches, however far back it goes</source>
        <translation>Alles Passende laden, wie weit es auch zurückreicht</translation>
    </message>
    <message>
        <source>Clear everyt&amp;hing</source>
        <translation>Alles z&amp;urücksetzen</translation>
    </message>
    <message>
        <source>Show all events; pinned conditions go with the second time</source>
        <translation>Alle Ereignisse zeigen; angeheftete Bedingungen verschwinden erst beim zweiten Mal</translation>
    </message>
    <message>
        <source>Back to the notification</source>
        <translation>Zurück zur Benachrichtigung</translation>
    </message>
    <message>
        <source>Back to the newest events</source>
        <translation>Zurück zu den neuesten Ereignissen</translation>
    </message>
</context>
<context>
    <name>tidings::EventsPage</name>
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
        <source>Copied. authentik itself does not understand networks of addresses; Tidings does.</source>
        <translation>Kopiert. authentik selbst versteht keine Adressnetze, nur Tidings.</translation>
    </message>
    <message>
        <source>No event that matches is as old as this.</source>
        <translation>Kein passendes Ereignis reicht so weit zurück.</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Zurück zu den neuesten</translation>
    </message>
    <message>
        <source>There are no events on this server yet.</source>
        <translation>Auf diesem Server gibt es noch keine Ereignisse.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
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
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>answered by: %1</source>
        <translation>beantwortet durch: %1</translation>
    </message>
    <message>
        <source>No event matches. Try other words, fewer conditions or a longer time.</source>
        <translation>Kein Ereignis passt. Andere Wörter, weniger Bedingungen oder einen längeren Zeitraum versuchen.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>The query line holds words to search for, which a query cannot express.</source>
        <translation>In der Suchzeile stehen Wörter, nach denen gesucht wird; eine Abfrage kann sie nicht ausdrücken.</translation>
    </message>
</context>
<context>
    <name>tidings::ExportDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Datei wird geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), as shown and in this order</source>
        <translation>
            <numerusform>%n Ereignis, wie angezeigt und in dieser Reihenfolge</numerusform>
            <numerusform>%n Ereignisse, wie angezeigt und in dieser Reihenfolge</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 match on the server. Only those that are loaded are written; “Load all matches” in the Filter menu loads the rest.</source>
        <translation>Auf dem Server passen bis zu %1 Ereignisse. Geschrieben werden nur die geladenen; „Alle Treffer laden“ im Filtermenü lädt die übrigen.</translation>
    </message>
    <message>
        <source>CSV for a &amp;spreadsheet</source>
        <translation>CSV für eine &amp;Tabellenkalkulation</translation>
    </message>
    <message>
        <source>The columns shown. Times with their offset (now %1). What a spreadsheet would take for a formula is disarmed by an apostrophe.</source>
        <translation>Die angezeigten Spalten. Zeiten mit ihrem Versatz (jetzt %1). Was eine Tabellenkalkulation für eine Formel halten würde, wird durch einen Apostroph entschärft.</translation>
    </message>
    <message>
        <source>&amp;CSV for programs</source>
        <translation>&amp;CSV für Programme</translation>
    </message>
    <message>
        <source>JSON &amp;lines</source>
        <translation>JSON-&amp;Zeilen</translation>
    </message>
    <message>
        <source>One record a line, byte for byte as the server sent it.</source>
        <translation>Ein Datensatz je Zeile, Byte für Byte wie vom Server gesendet.</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>The same records as one array.</source>
        <translation>Dieselben Datensätze als ein Array.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n Ereignis nach %1 geschrieben (%2).</numerusform>
            <numerusform>%n Ereignisse nach %1 geschrieben (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>A column for each key of the record, unchanged, objects as JSON, times in UTC.</source>
        <translation>Eine Spalte für jeden Schlüssel des Datensatzes, unverändert, Objekte als JSON, Zeiten in UTC.</translation>
    </message>
</context>
<context>
    <name>tidings::FieldDialog</name>
    <message>
        <source>Column from a field</source>
        <translation>Spalte aus einem Feld</translation>
    </message>
    <message>
        <source>Show as column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>Choose a field that the loaded events have, or type its path.</source>
        <translation>Ein Feld der geladenen Ereignisse wählen oder seinen Pfad eingeben.</translation>
    </message>
    <message>
        <source>This is no path: names with dots between them are.</source>
        <translation>Das ist kein Pfad: Ein Pfad besteht aus Namen mit Punkten dazwischen.</translation>
    </message>
    <message>
        <source>This field is a column already.</source>
        <translation>Dieses Feld ist schon eine Spalte.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>None of the newest events has this field.</source>
        <translation>Keines der neuesten Ereignisse hat dieses Feld.</translation>
    </message>
</context>
<context>
    <name>tidings::FileCommands</name>
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
        <translation>Nicht lesbare Datensätze in dieser Datei: %1.</translation>
    </message>
</context>
<context>
    <name>tidings::FileFeed</name>
    <message>
        <source>this file</source>
        <translation>diese Datei</translation>
    </message>
    <message>
        <source>this file, sorted here by %1</source>
        <translation>diese Datei, hier sortiert nach %1</translation>
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
        <translation>Filter zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>%1 other log line(s)</source>
        <translation>
            <numerusform>%1 andere Protokollzeile</numerusform>
            <numerusform>%1 andere Protokollzeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::FindBar</name>
    <message>
        <source>In the raw JSON</source>
        <translation>Im rohen JSON</translation>
    </message>
    <message>
        <source>Find in these rows</source>
        <translation>In diesen Zeilen finden</translation>
    </message>
    <message>
        <source>Look into the whole records, not only into the columns shown</source>
        <translation>In den ganzen Datensätzen suchen, nicht nur in den gezeigten Spalten</translation>
    </message>
    <message>
        <source>Rows looked at</source>
        <translation>Durchsuchte Zeilen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Die Suchleiste schließen</translation>
    </message>
    <message>
        <source>Went on from the top</source>
        <translation>Von oben weitergesucht</translation>
    </message>
    <message>
        <source>Went on from the bottom</source>
        <translation>Von unten weitergesucht</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place among the matches</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
</context>
<context>
    <name>tidings::FindCommands</name>
    <message>
        <source>&amp;Find in these rows…</source>
        <translation>In diesen Zeilen &amp;finden…</translation>
    </message>
    <message>
        <source>Look for words among the rows, without hiding the others</source>
        <translation>Wörter in den Zeilen suchen, ohne die anderen auszublenden</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Go to the next row that was found</source>
        <translation>Zur nächsten gefundenen Zeile gehen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>Go to the previous row that was found</source>
        <translation>Zur vorigen gefundenen Zeile gehen</translation>
    </message>
</context>
<context>
    <name>tidings::FreedesktopAlerts</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mark seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message>
        <source>Snooze for an hour</source>
        <translation>Eine Stunde zurückstellen</translation>
    </message>
</context>
<context>
    <name>tidings::HelpCommands</name>
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
        <source>J, K	Next and previous row</source>
        <translation>J, K	Nächste und vorherige Zeile</translation>
    </message>
    <message>
        <source>Enter	Open the row</source>
        <translation>Eingabe	Zeile öffnen</translation>
    </message>
    <message>
        <source>Left, Right	In the inbox: close and open a group</source>
        <translation>Links, Rechts	Im Posteingang: eine Gruppe zu- und aufklappen</translation>
    </message>
    <message>
        <source>Left, Right	Walk through the histogram; with Shift choose a time, Enter zooms in, Backspace out</source>
        <translation>Links, Rechts	Durch das Histogramm gehen; mit Umschalt eine Zeit wählen, Eingabe zoomt hinein, Rücktaste heraus</translation>
    </message>
    <message>
        <source>+, −	In the top values: filter for the value, or filter it out</source>
        <translation>+, −	Bei den häufigsten Werten: nach dem Wert filtern oder ihn ausschließen</translation>
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
        <source>Ask the server how many events match, in steps of six hours and up to 90 days back</source>
        <translation>Den Server fragen, wie viele Ereignisse passen, in Schritten von sechs Stunden und bis zu 90 Tage zurück</translation>
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
        <translation>Der Server zählt…</translation>
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
    <name>tidings::InboxCommands</name>
    <message>
        <source>Snoo&amp;ze until</source>
        <translation>Zurückstellen &amp;bis</translation>
    </message>
    <message>
        <source>Ag&amp;e</source>
        <translation>Alt&amp;er</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>Gru&amp;ppieren nach</translation>
    </message>
    <message>
        <source>So&amp;rt by</source>
        <translation>So&amp;rtieren nach</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>Auf&amp;nehmen</translation>
    </message>
    <message>
        <source>S&amp;nooze…</source>
        <translation>Zurü&amp;ckstellen…</translation>
    </message>
    <message>
        <source>Put the chosen notifications aside for a while, on this computer only</source>
        <translation>Die gewählten Benachrichtigungen eine Weile zurückstellen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Wa&amp;ke now</source>
        <translation>&amp;Jetzt wiedervorlegen</translation>
    </message>
    <message>
        <source>End the snooze of the chosen notifications on this computer</source>
        <translation>Die Zurückstellung der gewählten Benachrichtigungen auf diesem Rechner beenden</translation>
    </message>
    <message>
        <source>Mute &amp;like this…</source>
        <translation>G&amp;leichartige stummschalten…</translation>
    </message>
    <message>
        <source>Keep notifications of this kind out of “Unseen”, on this computer only</source>
        <translation>Gleichartige Benachrichtigungen nicht unter „Ungesehen“ zeigen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Muted n&amp;otifications…</source>
        <translation>Stu&amp;mmgeschaltete Benachrichtigungen…</translation>
    </message>
    <message>
        <source>List what is muted on this computer, and revoke it</source>
        <translation>Zeigen und aufheben, was auf diesem Rechner stummgeschaltet ist</translation>
    </message>
    <message>
        <source>Mark sho&amp;wn seen</source>
        <translation>Ge&amp;zeigte als gesehen markieren</translation>
    </message>
    <message>
        <source>Mark what this list holds seen: not what is snoozed, muted, filtered out or not loaded</source>
        <translation>Alles in dieser Liste als gesehen markieren: nicht, was zurückgestellt, stummgeschaltet, ausgefiltert oder nicht geladen ist</translation>
    </message>
    <message>
        <source>&amp;Filter for this</source>
        <translation>Danach &amp;filtern</translation>
    </message>
    <message>
        <source>Show only notifications with this text, or those of this group</source>
        <translation>Nur Benachrichtigungen mit diesem Text oder die dieser Gruppe zeigen</translation>
    </message>
    <message>
        <source>C&amp;hoose row</source>
        <translation>Zeile &amp;wählen</translation>
    </message>
    <message>
        <source>Choose the row too, or no longer; J and K then walk and keep what is chosen</source>
        <translation>Die Zeile dazunehmen oder weglassen; J und K gehen dann weiter und lassen die Auswahl bestehen</translation>
    </message>
    <message>
        <source>E&amp;xpand all groups</source>
        <translation>Gruppen auf&amp;klappen</translation>
    </message>
    <message>
        <source>Show the notifications of all groups</source>
        <translation>Die Benachrichtigungen aller Gruppen zeigen</translation>
    </message>
    <message>
        <source>&amp;Collapse all groups</source>
        <translation>Gruppen schl&amp;ießen</translation>
    </message>
    <message>
        <source>Show the headers of the groups only</source>
        <translation>Nur die Kopfzeilen der Gruppen zeigen</translation>
    </message>
    <message>
        <source>Next ta&amp;b</source>
        <translation>Nächster Rei&amp;ter</translation>
    </message>
    <message>
        <source>Go on from Unseen to All to Snoozed</source>
        <translation>Von Ungesehen über Alle zu Zurückgestellt weitergehen</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>&amp;Voriger Reiter</translation>
    </message>
    <message>
        <source>Go back from Snoozed to All to Unseen</source>
        <translation>Von Zurückgestellt über Alle zu Ungesehen zurückgehen</translation>
    </message>
    <message>
        <source>Bring them back in an hour, on this computer only</source>
        <translation>In einer Stunde wiedervorlegen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Bring them back this evening, on this computer only</source>
        <translation>Heute Abend wiedervorlegen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Bring them back tomorrow morning, on this computer only</source>
        <translation>Morgen früh wiedervorlegen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Bring them back on Monday, on this computer only</source>
        <translation>Am Montag wiedervorlegen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Choose a time…</source>
        <translation>&amp;Zeit wählen…</translation>
    </message>
    <message>
        <source>Bring them back at a time of your own, on this computer only</source>
        <translation>Zu einer selbst gewählten Zeit wiedervorlegen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Until it happens &amp;again</source>
        <translation>Bis es wieder &amp;geschieht</translation>
    </message>
    <message>
        <source>Bring them back when the next one like them arrives, on this computer only</source>
        <translation>Wiedervorlegen, sobald die nächste gleichartige eintrifft, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>1 &amp;hour (%1)</source>
        <translation>1 &amp;Stunde (%1)</translation>
    </message>
    <message>
        <source>&amp;Tonight (%1)</source>
        <translation>Heute &amp;Abend (%1)</translation>
    </message>
    <message>
        <source>&amp;Tomorrow night (%1)</source>
        <translation>Morgen &amp;Abend (%1)</translation>
    </message>
    <message>
        <source>To&amp;morrow (%1, %2)</source>
        <translation>&amp;Morgen früh (%1, %2)</translation>
    </message>
    <message>
        <source>M&amp;onday (%1)</source>
        <translation>M&amp;ontag (%1)</translation>
    </message>
    <message>
        <source>Put notifications together</source>
        <translation>Benachrichtigungen zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;No groups</source>
        <translation>&amp;Keine Gruppen</translation>
    </message>
    <message>
        <source>Group by &amp;severity</source>
        <translation>Nach &amp;Schweregrad</translation>
    </message>
    <message>
        <source>Group by &amp;action</source>
        <translation>Nach &amp;Aktion</translation>
    </message>
    <message>
        <source>Group by &amp;day</source>
        <translation>Nach &amp;Tag</translation>
    </message>
    <message>
        <source>Group by &amp;text</source>
        <translation>Nach Te&amp;xt</translation>
    </message>
    <message>
        <source>Choose the order of the notifications</source>
        <translation>Die Reihenfolge der Benachrichtigungen wählen</translation>
    </message>
    <message>
        <source>Ne&amp;west first</source>
        <translation>Ne&amp;ueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Ä&amp;lteste zuerst</translation>
    </message>
    <message>
        <source>Most se&amp;vere first</source>
        <translation>Sch&amp;werwiegendste zuerst</translation>
    </message>
    <message>
        <source>By a&amp;ction</source>
        <translation>Nach A&amp;ktion</translation>
    </message>
    <message>
        <source>Choose whether “All” lists seen or unseen notifications</source>
        <translation>Wählen, ob „Alle“ gesehene oder ungesehene Benachrichtigungen zeigt</translation>
    </message>
    <message>
        <source>S&amp;een and unseen</source>
        <translation>&amp;Gesehene und ungesehene</translation>
    </message>
    <message>
        <source>Only &amp;unseen</source>
        <translation>Nur u&amp;ngesehene</translation>
    </message>
    <message>
        <source>Only see&amp;n</source>
        <translation>Nur gesehen&amp;e</translation>
    </message>
    <message>
        <source>Choose how old the notifications are</source>
        <translation>Wählen, wie alt die Benachrichtigungen sind</translation>
    </message>
    <message>
        <source>&amp;Any age</source>
        <translation>&amp;Jedes Alter</translation>
    </message>
    <message>
        <source>Last &amp;hour</source>
        <translation>Letzte &amp;Stunde</translation>
    </message>
    <message>
        <source>Last &amp;24 hours</source>
        <translation>Letzte &amp;24 Stunden</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>Letzte &amp;7 Tage</translation>
    </message>
    <message>
        <source>Older than a &amp;day</source>
        <translation>Älter als ein &amp;Tag</translation>
    </message>
    <message>
        <source>Older than a &amp;week</source>
        <translation>Älter als eine &amp;Woche</translation>
    </message>
    <message>
        <source>Older than &amp;30 days</source>
        <translation>Älter als &amp;30 Tage</translation>
    </message>
</context>
<context>
    <name>tidings::InboxControls</name>
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
        <source>Put aside on this computer only</source>
        <translation>Nur auf diesem Rechner zurückgestellt</translation>
    </message>
    <message>
        <source>Mark everything on the server seen, also what is snoozed or muted on this computer only</source>
        <translation>Alles auf dem Server als gesehen markieren, auch was nur auf diesem Rechner zurückgestellt oder stummgeschaltet ist</translation>
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
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only</source>
        <translation>
            <numerusform>nur auf diesem Rechner %n weitere zurückgestellt oder stummgeschaltet</numerusform>
            <numerusform>nur auf diesem Rechner %n weitere zurückgestellt oder stummgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Age of the notifications</source>
        <translation>Alter der Benachrichtigungen</translation>
    </message>
    <message>
        <source>Groups and order</source>
        <translation>Gruppen und Reihenfolge</translation>
    </message>
</context>
<context>
    <name>tidings::InboxModel</name>
    <message>
        <source>snoozed until %1 (on this computer only)</source>
        <translation>zurückgestellt bis %1 (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>snoozed until it happens again (on this computer only)</source>
        <translation>zurückgestellt, bis es wieder geschieht (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>muted (on this computer only)</source>
        <translation>stummgeschaltet (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Event was deleted</source>
        <translation>Ereignis wurde gelöscht</translation>
    </message>
    <message>
        <source>Unknown time</source>
        <translation>Unbekannte Zeit</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s)</source>
        <translation>
            <numerusform>%n Benachrichtigung</numerusform>
            <numerusform>%n Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unseen</source>
        <translation>%1 ungesehen</translation>
    </message>
    <message>
        <source>Open group</source>
        <translation>Aufgeklappte Gruppe</translation>
    </message>
    <message>
        <source>Closed group</source>
        <translation>Zugeklappte Gruppe</translation>
    </message>
</context>
<context>
    <name>tidings::InboxPage</name>
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
        <source>Filter notifications</source>
        <translation>Benachrichtigungen filtern</translation>
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
        <translation>Filter zurücksetzen</translation>
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
        <source>as of %1 (%2)</source>
        <translation>Stand %1 (%2)</translation>
    </message>
    <message>
        <source>%1 on the server</source>
        <translation>%1 auf dem Server</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be changed: deleted on the server meanwhile.</source>
        <translation>
            <numerusform>%n Benachrichtigung konnte nicht geändert werden: inzwischen auf dem Server gelöscht.</numerusform>
            <numerusform>%n Benachrichtigungen konnten nicht geändert werden: inzwischen auf dem Server gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event of this notification was deleted on the server.</source>
        <translation>Das Ereignis dieser Benachrichtigung wurde auf dem Server gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n more: deleted on the server meanwhile.</source>
        <translation>
            <numerusform>%n weitere: inzwischen auf dem Server gelöscht.</numerusform>
            <numerusform>%n weitere: inzwischen auf dem Server gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This notification is not in the list any more.</source>
        <translation>Diese Benachrichtigung ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>There are no words in this text to filter for.</source>
        <translation>In diesem Text sind keine Wörter, nach denen sich filtern ließe.</translation>
    </message>
    <message>
        <source>What was chosen is scattered over the list now, and is no longer chosen.</source>
        <translation>Die gewählten Zeilen sind jetzt über die Liste verstreut und nicht mehr gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only</source>
        <translation>
            <numerusform>nur auf diesem Rechner %n weitere zurückgestellt oder stummgeschaltet</numerusform>
            <numerusform>nur auf diesem Rechner %n weitere zurückgestellt oder stummgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is snoozed. S puts a notification aside, on this computer only, until you want it back.</source>
        <translation>Nichts ist zurückgestellt. Mit S stellen Sie eine Benachrichtigung zurück, nur auf diesem Rechner, bis Sie sie wieder brauchen.</translation>
    </message>
    <message>
        <source>Show unseen</source>
        <translation>Ungesehene zeigen</translation>
    </message>
    <message>
        <source>Inbox zero. Nothing unseen. Well done.</source>
        <translation>Alles erledigt: nichts Ungesehenes mehr. Gut gemacht.</translation>
    </message>
    <message numerus="yes">
        <source>%n more snoozed or muted on this computer only.</source>
        <translation>
            <numerusform>%n weitere ist nur auf diesem Rechner zurückgestellt oder stummgeschaltet.</numerusform>
            <numerusform>%n weitere sind nur auf diesem Rechner zurückgestellt oder stummgeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the history on this computer…</source>
        <translation>Der Verlauf auf diesem Rechner wird gelesen…</translation>
    </message>
    <message>
        <source>There are no notifications, and none in the history on this computer.</source>
        <translation>Es gibt keine Benachrichtigungen, auch nicht im Verlauf auf diesem Rechner.</translation>
    </message>
    <message>
        <source>As of %1, from the history on this computer.</source>
        <translation>Stand %1, aus dem Verlauf auf diesem Rechner.</translation>
    </message>
    <message>
        <source>as of %1 (%2), from the history</source>
        <translation>Stand %1 (%2), aus dem Verlauf</translation>
    </message>
    <message>
        <source>%1 from the history</source>
        <translation>%1 aus dem Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) could not be snoozed: at most %1 can be.</source>
        <translation>
            <numerusform>%n Benachrichtigung konnte nicht zurückgestellt werden: höchstens %1 sind möglich.</numerusform>
            <numerusform>%n Benachrichtigungen konnten nicht zurückgestellt werden: höchstens %1 sind möglich.</numerusform>
        </translation>
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
    <message>
        <source>Show as column</source>
        <translation>Als Spalte zeigen</translation>
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
        <translation>Das Token bleibt nur im Arbeitsspeicher und muss nach dem Beenden des Programms erneut eingegeben werden.</translation>
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
    <name>tidings::LiveCommands</name>
    <message>
        <source>&amp;Do not disturb</source>
        <translation>Nicht s&amp;tören</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>How often the server is asked, what the desktop shows, tray and start</source>
        <translation>Wie oft der Server gefragt wird, was der Desktop zeigt, Infobereich und Start</translation>
    </message>
    <message>
        <source>&amp;Watch rules…</source>
        <translation>&amp;Beobachtungsregeln…</translation>
    </message>
    <message>
        <source>The events that Tidings alerts you of</source>
        <translation>Die Ereignisse, auf die Tidings aufmerksam macht</translation>
    </message>
    <message>
        <source>A&amp;lert me on events like this…</source>
        <translation>Bei solchen Ereignissen alar&amp;mieren…</translation>
    </message>
    <message>
        <source>Make a watch rule from the chosen event</source>
        <translation>Aus dem gewählten Ereignis eine Beobachtungsregel machen</translation>
    </message>
    <message>
        <source>Alert me on this &amp;question…</source>
        <translation>Bei dieser Abfrage a&amp;larmieren…</translation>
    </message>
    <message>
        <source>Make a watch rule from the conditions and the query of the Events page</source>
        <translation>Aus den Bedingungen und der Abfrage der Ereignisseite eine Beobachtungsregel machen</translation>
    </message>
    <message>
        <source>Hold desktop notifications back for some time</source>
        <translation>Desktop-Benachrichtigungen einige Zeit zurückhalten</translation>
    </message>
    <message>
        <source>For an &amp;hour</source>
        <translation>Für eine St&amp;unde</translation>
    </message>
    <message>
        <source>For &amp;four hours</source>
        <translation>Für &amp;vier Stunden</translation>
    </message>
    <message>
        <source>Until tomorrow &amp;morning</source>
        <translation>Bis zum nächsten &amp;Morgen</translation>
    </message>
    <message>
        <source>Until I &amp;switch it off</source>
        <translation>Bis zum Aus&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>Show desktop notifications again, and what was held back</source>
        <translation>Desktop-Benachrichtigungen wieder zeigen, auch die zurückgehaltenen</translation>
    </message>
    <message>
        <source>Off: notifications are shown</source>
        <translation>Aus: Benachrichtigungen werden gezeigt</translation>
    </message>
    <message>
        <source>On until switched off</source>
        <translation>An, bis es ausgeschaltet wird</translation>
    </message>
    <message>
        <source>On until %1</source>
        <translation>An bis %1</translation>
    </message>
    <message>
        <source>My question</source>
        <translation>Meine Abfrage</translation>
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
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
</context>
<context>
    <name>tidings::LocalChanges</name>
    <message numerus="yes">
        <source>%n notification(s) snoozed on this computer only</source>
        <translation>
            <numerusform>%n Benachrichtigung zurückgestellt, nur auf diesem Rechner</numerusform>
            <numerusform>%n Benachrichtigungen zurückgestellt, nur auf diesem Rechner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) woken</source>
        <translation>
            <numerusform>%n Benachrichtigung wiedervorgelegt</numerusform>
            <numerusform>%n Benachrichtigungen wiedervorgelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted on this computer only</source>
        <translation>Stummgeschaltet, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>No longer muted on this computer</source>
        <translation>Auf diesem Rechner nicht mehr stummgeschaltet</translation>
    </message>
</context>
<context>
    <name>tidings::LocalInboxState</name>
    <message>
        <source>What was snoozed and muted on this computer was unreadable and begun anew</source>
        <translation>Was auf diesem Rechner zurückgestellt und stummgeschaltet war, ließ sich nicht lesen und wurde verworfen</translation>
    </message>
</context>
<context>
    <name>tidings::LookCommands</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>De&amp;nsity</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Show all texts larger</source>
        <translation>Alle Texte größer zeigen</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Show all texts smaller</source>
        <translation>Alle Texte kleiner zeigen</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Show all texts in the size of the desktop</source>
        <translation>Alle Texte in der Größe des Desktops zeigen</translation>
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
        <source>&amp;Compact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>Low rows: many of them are in view</source>
        <translation>Niedrige Zeilen: viele davon sind zu sehen</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>Rows of the usual height</source>
        <translation>Zeilen in üblicher Höhe</translation>
    </message>
    <message>
        <source>&amp;Roomy</source>
        <translation>&amp;Großzügig</translation>
    </message>
    <message>
        <source>High rows: easy to tell apart and to point at</source>
        <translation>Hohe Zeilen: leicht zu unterscheiden und zu treffen</translation>
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
        <source>&amp;Notification</source>
        <translation>Be&amp;nachrichtigung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
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
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>&amp;Saved views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
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
        <source>E&amp;xport events…</source>
        <translation>Ereignisse e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write the events that are shown to a file: CSV, JSON lines or JSON</source>
        <translation>Die angezeigten Ereignisse in eine Datei schreiben: CSV, JSON-Zeilen oder JSON</translation>
    </message>
    <message>
        <source>Copy ce&amp;ll</source>
        <translation>&amp;Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy the current cell; times with their offset from UTC</source>
        <translation>Die aktuelle Zelle kopieren; Zeiten mit ihrem Versatz zu UTC</translation>
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
    <name>tidings::MuteDialog</name>
    <message>
        <source>Mute on this computer only</source>
        <translation>Nur auf diesem Rechner stummschalten</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>Aktion: %1</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Schweregrad: %1</translation>
    </message>
    <message>
        <source>for example: known, ticket 4121</source>
        <translation>zum Beispiel: bekannt, Ticket 4121</translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>für einen Tag</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>für eine Woche</translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation>für 30 Tage</translation>
    </message>
    <message>
        <source>until it is revoked</source>
        <translation>bis zur Aufhebung</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Like this</source>
        <translation>Gleichartig</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;How long</source>
        <translation>&amp;Wie lange</translation>
    </message>
    <message numerus="yes">
        <source>%n of the loaded notifications is like this.</source>
        <translation>
            <numerusform>%n der geladenen Benachrichtigungen ist gleichartig.</numerusform>
            <numerusform>%n der geladenen Benachrichtigungen sind gleichartig.</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave “Unseen”, stay listed under “All”, and are not marked seen on the server.</source>
        <translation>Sie verschwinden aus „Ungesehen“, bleiben unter „Alle“ und werden auf dem Server nicht als gesehen markiert.</translation>
    </message>
    <message>
        <source>Choose at least one thing that they have in common.</source>
        <translation>Bitte mindestens eine Gemeinsamkeit wählen.</translation>
    </message>
</context>
<context>
    <name>tidings::MutesDialog</name>
    <message>
        <source>&amp;Revoke</source>
        <translation>Auf&amp;heben</translation>
    </message>
    <message>
        <source>Muted notifications</source>
        <translation>Stummgeschaltete Benachrichtigungen</translation>
    </message>
    <message>
        <source>Like this</source>
        <translation>Gleichartig</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing is muted.</source>
        <translation>Nichts ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>On this computer only: the server and other people know nothing of it. What is muted stays unseen on the server and is listed under “All”.</source>
        <translation>Nur auf diesem Rechner: Der Server und andere wissen nichts davon. Stummgeschaltetes bleibt auf dem Server ungesehen und steht unter „Alle“.</translation>
    </message>
    <message>
        <source>until revoked</source>
        <translation>bis zur Aufhebung</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
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
    <message numerus="yes">
        <source>(%n more character(s) in the raw JSON)</source>
        <translation>
            <numerusform>(%n weiteres Zeichen im rohen JSON)</numerusform>
            <numerusform>(%n weitere Zeichen im rohen JSON)</numerusform>
        </translation>
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
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
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
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Put it aside for a while, on this computer only</source>
        <translation>Eine Weile zurückstellen, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
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
        <source>Seen; waits for the server to confirm it</source>
        <translation>Gesehen; wartet auf die Bestätigung des Servers</translation>
    </message>
    <message>
        <source>Unseen; waits for the server to confirm it</source>
        <translation>Ungesehen; wartet auf die Bestätigung des Servers</translation>
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
    <message>
        <source>gone from the server</source>
        <translation>nicht mehr auf dem Server</translation>
    </message>
    <message>
        <source>Could not be marked seen</source>
        <translation>Konnte nicht als gesehen markiert werden</translation>
    </message>
    <message>
        <source>Could not be marked unseen</source>
        <translation>Konnte nicht als ungesehen markiert werden</translation>
    </message>
    <message>
        <source>Gone from the server since %1 at the latest. The history on this computer keeps it.</source>
        <translation>Spätestens seit %1 nicht mehr auf dem Server. Der Verlauf auf diesem Rechner bewahrt sie auf.</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>wartet auf den Server</translation>
    </message>
    <message>
        <source>Gone from the server</source>
        <translation>Nicht mehr auf dem Server</translation>
    </message>
</context>
<context>
    <name>tidings::PanelCommands</name>
    <message>
        <source>&amp;Detail pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>Show or hide the details beside the list</source>
        <translation>Die Details neben der Liste ein- oder ausblenden</translation>
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
</context>
<context>
    <name>tidings::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>every …</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>every …</comment>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not show</source>
        <translation>Nicht zeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show, with a sound</source>
        <translation>Zeigen, mit Ton</translation>
    </message>
    <message>
        <source>&amp;Quiet hours, from</source>
        <translation>&amp;Ruhezeit, von</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Show an icon with the number of unseen notifications in the &amp;tray</source>
        <translation>Symbol mit der Zahl ungesehener Benachrichtigungen im &amp;Infobereich</translation>
    </message>
    <message>
        <source>Closing the window &amp;leaves Tidings in the tray</source>
        <translation>Nach dem Schließen des Fensters im Infobereich weiter&amp;laufen</translation>
    </message>
    <message>
        <source>&amp;Start Tidings when I log in to this computer</source>
        <translation>Tidings beim Anmelden an diesem Rechner &amp;starten</translation>
    </message>
    <message>
        <source>… with&amp;out its window</source>
        <translation>… &amp;ohne Fenster</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%n in a minute</source>
        <comment>at most …</comment>
        <translation>
            <numerusform>%n in einer Minute</numerusform>
            <numerusform>%n in einer Minute</numerusform>
        </translation>
    </message>
    <message>
        <source>New events and notifications</source>
        <translation>Neue Ereignisse und Benachrichtigungen</translation>
    </message>
    <message>
        <source>Ask the server &amp;every</source>
        <translation>S&amp;erver abfragen alle</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>&amp;Notices</source>
        <translation>&amp;Hinweise</translation>
    </message>
    <message>
        <source>&amp;Warnings</source>
        <translation>&amp;Warnungen</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>&amp;Alarme</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>Höchs&amp;tens</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>What comes faster, or in quiet hours, is joined and shown later. The inbox always has everything.</source>
        <translation>Was schneller oder in der Ruhezeit kommt, wird zusammengefasst und später gezeigt. Im Posteingang steht immer alles.</translation>
    </message>
    <message>
        <source>Tray and start</source>
        <translation>Infobereich und Start</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>at most …</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>&amp;Keep notifications on this computer, also when the server deletes them</source>
        <translation>Be&amp;nachrichtigungen auf diesem Rechner aufbewahren, auch wenn der Server sie löscht</translation>
    </message>
    <message>
        <source>&amp;Delete history…</source>
        <translation>&amp;Verlauf löschen…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>At most t&amp;his old</source>
        <translation>Hö&amp;chstalter</translation>
    </message>
    <message>
        <source>At most this lar&amp;ge</source>
        <translation>Höchst&amp;größe</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln notification(s) from the history on this computer? Nothing changes on the server.</source>
        <translation>
            <numerusform>%Ln Benachrichtigung aus dem Verlauf auf diesem Rechner löschen? Auf dem Server ändert sich nichts.</numerusform>
            <numerusform>%Ln Benachrichtigungen aus dem Verlauf auf diesem Rechner löschen? Auf dem Server ändert sich nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the server has deleted cannot be read any more afterwards.</source>
        <translation>Was der Server gelöscht hat, lässt sich danach nicht mehr lesen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No server is shown.</source>
        <translation>Es wird kein Server gezeigt.</translation>
    </message>
    <message>
        <source>Nothing is kept of the server shown.</source>
        <translation>Vom gezeigten Server ist nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notification(s) of the server shown</source>
        <translation>
            <numerusform>%Ln Benachrichtigung des gezeigten Servers</numerusform>
            <numerusform>%Ln Benachrichtigungen des gezeigten Servers</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more is kept. This stays until it is deleted.</source>
        <translation>Es kommt nichts mehr hinzu. Dies bleibt, bis es gelöscht wird.</translation>
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
        <translation>Etwas vor dem Server verlangt eine eigene Anmeldung (HTTP %1), bevor authentik erreicht wird. Das Token wurde nicht gesendet. Geben Sie %2 dort ohne Anmeldung frei.</translation>
    </message>
</context>
<context>
    <name>tidings::ProgressLine</name>
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
        <source>Search for these words</source>
        <translation>Nach diesen Wörtern suchen</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>The words were searched for instead.</source>
        <translation>Stattdessen wurde nach den Wörtern gesucht.</translation>
    </message>
    <message>
        <source>The question before is still shown.</source>
        <translation>Gezeigt wird noch die vorige Frage.</translation>
    </message>
</context>
<context>
    <name>tidings::QuestionCommands</name>
    <message>
        <source>Recent &amp;questions</source>
        <translation>Letzte &amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;All recent questions</source>
        <translation>&amp;Alle letzten Fragen</translation>
    </message>
    <message>
        <source>&amp;Clear recent questions</source>
        <translation>&amp;Letzte Fragen löschen</translation>
    </message>
    <message>
        <source>Choose one of the questions asked before</source>
        <translation>Eine der zuvor gestellten Fragen wählen</translation>
    </message>
    <message>
        <source>Forget all questions asked before</source>
        <translation>Alle zuvor gestellten Fragen verwerfen</translation>
    </message>
    <message>
        <source>Recent questions</source>
        <translation>Letzte Fragen</translation>
    </message>
    <message>
        <source>Recent questions (%1)</source>
        <translation>Letzte Fragen (%1)</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>Diese Frage noch einmal stellen</translation>
    </message>
</context>
<context>
    <name>tidings::QuestionList</name>
    <message>
        <source>Recent questions</source>
        <translation>Letzte Fragen</translation>
    </message>
</context>
<context>
    <name>tidings::RecentQuestions</name>
    <message>
        <source>action: %1</source>
        <translation>Aktion: %1</translation>
    </message>
    <message>
        <source>level: %1</source>
        <translation>Stufe: %1</translation>
    </message>
</context>
<context>
    <name>tidings::Reconnect</name>
    <message>
        <source>Trying again now.</source>
        <translation>Ein neuer Versuch läuft.</translation>
    </message>
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
    <message>
        <source>Trying again in %1.</source>
        <comment>a time</comment>
        <translation>Nächster Versuch in %1.</translation>
    </message>
</context>
<context>
    <name>tidings::RecordPage</name>
    <message>
        <source>What is shown is as of %1.</source>
        <translation>Gezeigter Stand: %1.</translation>
    </message>
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
        <source>Jump to the first row</source>
        <translation>Zur ersten Zeile springen</translation>
    </message>
</context>
<context>
    <name>tidings::SearchBack</name>
    <message>
        <source>Until 100 &amp;more match</source>
        <translation>Bis 100 &amp;weitere passen</translation>
    </message>
    <message>
        <source>Read on until a hundred more are found</source>
        <translation>Weiterlesen, bis hundert weitere gefunden sind</translation>
    </message>
    <message>
        <source>One &amp;day further</source>
        <translation>Einen &amp;Tag weiter</translation>
    </message>
    <message>
        <source>Read what is up to one day older</source>
        <translation>Lesen, was bis zu einen Tag älter ist</translation>
    </message>
    <message>
        <source>&amp;Seven days further</source>
        <translation>&amp;Sieben Tage weiter</translation>
    </message>
    <message>
        <source>Read what is up to seven days older</source>
        <translation>Lesen, was bis zu sieben Tage älter ist</translation>
    </message>
    <message>
        <source>&amp;Thirty days further</source>
        <translation>&amp;Dreißig Tage weiter</translation>
    </message>
    <message>
        <source>Read what is up to thirty days older</source>
        <translation>Lesen, was bis zu dreißig Tage älter ist</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>Read all of the list, however far back it goes</source>
        <translation>Die ganze Liste lesen, wie weit sie auch zurückreicht</translation>
    </message>
    <message>
        <source>Search further back</source>
        <translation>Weiter zurück suchen</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>%1 of at most %2 read</source>
        <translation>%1 von höchstens %2 gelesen</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of at most %2 read, back to %3</source>
        <translation>%1 von höchstens %2 gelesen, zurück bis %3</translation>
    </message>
    <message>
        <source>%1 read, back to %2</source>
        <translation>%1 gelesen, zurück bis %2</translation>
    </message>
</context>
<context>
    <name>tidings::SearchBackCommands</name>
    <message>
        <source>Search further &amp;back</source>
        <translation>&amp;Weiter zurück suchen</translation>
    </message>
</context>
<context>
    <name>tidings::SeenBar</name>
    <message>
        <source>Changes sent to the server</source>
        <translation>An den Server gesendete Änderungen</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Nothing was marked seen: what is unseen could not be read to its end.</source>
        <translation>Nichts wurde als gesehen markiert: Das Ungesehene ließ sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 are unseen. All of them can be marked seen, but Undo will bring back only the newest %2.</source>
        <translation>%1 sind ungesehen. Alle lassen sich als gesehen markieren, rückgängig machen lassen sich aber nur die neuesten %2.</translation>
    </message>
    <message>
        <source>Mark all seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of an earlier session were not finished.</source>
        <translation>
            <numerusform>%n Änderung einer früheren Sitzung wurde nicht zu Ende geführt.</numerusform>
            <numerusform>%n Änderungen einer früheren Sitzung wurden nicht zu Ende geführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for %1.</source>
        <translation>Angefordert %1.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 von %2 geändert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server and will be sent in order.</source>
        <translation>
            <numerusform>%n Änderung wartet auf den Server und wird später gesendet.</numerusform>
            <numerusform>%n Änderungen warten auf den Server und werden später der Reihe nach gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Reading what is unseen: %1 of %2 read</source>
        <translation>Ungesehenes wird gelesen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>tidings::SeenCommands</name>
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
        <source>Gone from the server: nothing can be changed there</source>
        <translation>Auf dem Server nicht mehr vorhanden: Dort lässt sich nichts mehr ändern</translation>
    </message>
</context>
<context>
    <name>tidings::ServerCommands</name>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Ser&amp;ver</translation>
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
        <source>&amp;Edit this connection…</source>
        <translation>Diese Verbindung bea&amp;rbeiten…</translation>
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
        <translation>Den angezeigten Server und sein Token von diesem Rechner entfernen</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>tidings::SnoozeDialog</name>
    <message>
        <source>Snooze on this computer only</source>
        <translation>Nur auf diesem Rechner zurückstellen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>This is no point in time.</source>
        <translation>Das ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>This time is over already.</source>
        <translation>Dieser Zeitpunkt ist schon vorbei.</translation>
    </message>
    <message>
        <source>Comes back %1. Other zones with Z or an offset: 2026-11-20T16:27:41Z</source>
        <translation>Kommt %1 wieder. Andere Zonen mit Z oder Versatz: 2026-11-20T16:27:41Z</translation>
    </message>
</context>
<context>
    <name>tidings::SortCommands</name>
    <message>
        <source>&amp;Sort</source>
        <translation>S&amp;ortieren</translation>
    </message>
    <message>
        <source>By this &amp;column</source>
        <translation>Nach dieser &amp;Spalte</translation>
    </message>
    <message>
        <source>Sort the rows that are here by the current column; once more: the other way round</source>
        <translation>Die Zeilen, die hier sind, nach der aktuellen Spalte sortieren; noch einmal: umgekehrt</translation>
    </message>
    <message>
        <source>By this column &amp;too</source>
        <translation>&amp;Auch nach dieser Spalte</translation>
    </message>
    <message>
        <source>Sort rows that are the same so far by the current column</source>
        <translation>Zeilen, die bisher gleich sind, nach der aktuellen Spalte sortieren</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>No longer sort by columns</source>
        <translation>Nicht mehr nach Spalten sortieren</translation>
    </message>
    <message>
        <source>What the rows are sorted by</source>
        <translation>Wonach die Zeilen sortiert sind</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>tidings::SortHeader</name>
    <message>
        <source>Sorted by this column, descending</source>
        <translation>Nach dieser Spalte sortiert, absteigend</translation>
    </message>
    <message>
        <source>Sorted by this column, ascending</source>
        <translation>Nach dieser Spalte sortiert, aufsteigend</translation>
    </message>
    <message>
        <source>%1; sort key %2</source>
        <translation>%1; Sortierschlüssel %2</translation>
    </message>
</context>
<context>
    <name>tidings::StatusBar</name>
    <message numerus="yes">
        <source>server clock is %n s ahead</source>
        <translation>
            <numerusform>Serveruhr geht %n s vor</numerusform>
            <numerusform>Serveruhr geht %n s vor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server clock is %n s behind</source>
        <translation>
            <numerusform>Serveruhr geht %n s nach</numerusform>
            <numerusform>Serveruhr geht %n s nach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server +%n s</source>
        <comment>its clock is ahead</comment>
        <translation>
            <numerusform>Server +%n s</numerusform>
            <numerusform>Server +%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server −%n s</source>
        <comment>its clock is behind</comment>
        <translation>
            <numerusform>Server −%n s</numerusform>
            <numerusform>Server −%n s</numerusform>
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
</context>
<context>
    <name>tidings::TimeCommands</name>
    <message>
        <source>Ti&amp;me</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Relative times</source>
        <translation>&amp;Relative Zeiten</translation>
    </message>
    <message>
        <source>Show in the lists how long ago something happened</source>
        <translation>In den Listen zeigen, wie lange etwas her ist</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>Show all times in the zone of this computer</source>
        <translation>Alle Zeiten in der Zone dieses Rechners zeigen</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>Show all times in universal time</source>
        <translation>Alle Zeiten in Weltzeit zeigen</translation>
    </message>
    <message>
        <source>&amp;Chosen zone</source>
        <translation>&amp;Gewählte Zone</translation>
    </message>
    <message>
        <source>Show all times in this zone</source>
        <translation>Alle Zeiten in dieser Zone zeigen</translation>
    </message>
    <message>
        <source>&amp;Other zone…</source>
        <translation>&amp;Andere Zone…</translation>
    </message>
    <message>
        <source>Show all times in a zone of your choice</source>
        <translation>Alle Zeiten in einer Zone nach Wahl zeigen</translation>
    </message>
    <message>
        <source>Choose in which zone times are shown</source>
        <translation>Wählen, in welcher Zone Zeiten gezeigt werden</translation>
    </message>
    <message>
        <source>Times are shown in: %1</source>
        <translation>Zeiten werden gezeigt in: %1</translation>
    </message>
</context>
<context>
    <name>tidings::TimeJump</name>
    <message>
        <source>Looking for a time</source>
        <translation>Suche nach einer Zeit</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>Zu einer Zeit springen…</translation>
    </message>
    <message>
        <source>Show the events of a time you type or paste, however far back</source>
        <translation>Die Ereignisse einer eingegebenen oder eingefügten Zeit zeigen, wie weit sie auch zurückliegt</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Zurück zu den neuesten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>The list begins at %1. Newer events are not shown.</source>
        <translation>Beginn der Liste: %1. Neuere Ereignisse werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Suche nach %1 …</translation>
    </message>
    <message>
        <source>Looking for the end of the time range …</source>
        <translation>Suche nach dem Ende des Zeitraums …</translation>
    </message>
    <message>
        <source>request %1 of at most %2</source>
        <translation>Anfrage %1 von höchstens %2</translation>
    </message>
</context>
<context>
    <name>tidings::TimeJumpDialog</name>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit springen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Springen</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>This is no point in time.</source>
        <translation>Das ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>This is outside the time range: %1.</source>
        <translation>Das liegt außerhalb des Zeitraums: %1.</translation>
    </message>
    <message>
        <source>%1. Other zones with Z or an offset: 2026-11-20T16:27:41Z</source>
        <comment>the zone</comment>
        <translation>%1. Andere Zonen mit Z oder Versatz: 2026-11-20T16:27:41Z</translation>
    </message>
</context>
<context>
    <name>tidings::TimeRangeButton</name>
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
        <source>Narrower</source>
        <translation>Enger fassen</translation>
    </message>
    <message>
        <source>Half the time range, around its middle</source>
        <translation>Den halben Zeitraum, um seine Mitte</translation>
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
        <source>%1. Other zones with Z or an offset: 2026-11-20T16:27:41Z</source>
        <comment>the zone</comment>
        <translation>%1. Andere Zonen mit Z oder Versatz: 2026-11-20T16:27:41Z</translation>
    </message>
</context>
<context>
    <name>tidings::TimeZoneDialog</name>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>A city or a region, such as Berlin</source>
        <translation>Eine Stadt oder Region, etwa Berlin</translation>
    </message>
    <message>
        <source>Search the time zones</source>
        <translation>Die Zeitzonen durchsuchen</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
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
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What it happened to</source>
        <translation>Betroffenes Objekt</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
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
        <source>counting… %1 %</source>
        <translation>wird gezählt… %1 %</translation>
    </message>
    <message>
        <source>%1 with further values not told apart</source>
        <translation>%1 mit weiteren, nicht unterschiedenen Werten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln loaded event(s)</source>
        <translation>
            <numerusform>%Ln geladenes Ereignis</numerusform>
            <numerusform>%Ln geladene Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rarer value(s) not shown</source>
        <translation>
            <numerusform>%Ln seltenerer Wert nicht gezeigt</numerusform>
            <numerusform>%Ln seltenere Werte nicht gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::TrayIcon</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Posteingang</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Tidings</source>
        <translation>Tidings</translation>
    </message>
    <message numerus="yes">
        <source>Tidings: %n unseen notification(s)</source>
        <translation>
            <numerusform>Tidings: %n ungesehene Benachrichtigung</numerusform>
            <numerusform>Tidings: %n ungesehene Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No contact: %1</source>
        <comment>why</comment>
        <translation>Kein Kontakt: %1</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>Fenster &amp;verbergen</translation>
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
        <source>Keep the present question, its columns and its order under a name</source>
        <translation>Die aktuelle Frage, ihre Spalten und ihre Reihenfolge unter einem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Rename this view…</source>
        <translation>Diese Ansicht &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Give the saved view that is shown another name</source>
        <translation>Der gezeigten Ansicht einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Delete this view</source>
        <translation>Diese Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>Forget the saved view that is shown</source>
        <translation>Die gezeigte Ansicht aus den gespeicherten entfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move the saved view that is shown up in the list</source>
        <translation>Die gezeigte Ansicht in der Liste nach oben rücken</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Move the saved view that is shown down in the list</source>
        <translation>Die gezeigte Ansicht in der Liste nach unten rücken</translation>
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
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
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
    <name>tidings::ViewCounter</name>
    <message>
        <source>No count: the server does not count exactly this.</source>
        <translation>Keine Zahl: Genau dies zählt der Server nicht.</translation>
    </message>
</context>
<context>
    <name>tidings::ViewsRail</name>
    <message>
        <source>On the server: %1</source>
        <translation>Auf dem Server: %1</translation>
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
        <translation>Bei einer Datei lassen sich nur ihre eigenen Zeilen zählen.</translation>
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
        <translation>Ein Teil dieses Filters wird auf diesem Rechner geprüft; der Server würde zu viel zählen.</translation>
    </message>
    <message numerus="yes">
        <source>The server counts the last %n day(s) only.</source>
        <translation>
            <numerusform>Der Server zählt nur den letzten %n Tag.</numerusform>
            <numerusform>Der Server zählt nur die letzten %n Tage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidings::WatchRulesDialog</name>
    <message>
        <source>&amp;New rule</source>
        <translation>&amp;Neue Regel</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Only when</source>
        <translation>Nur &amp;wenn</translation>
    </message>
    <message>
        <source>Number of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>Within so many minutes</source>
        <translation>Innerhalb so vieler Minuten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Watch rules</source>
        <translation>Beobachtungsregeln</translation>
    </message>
    <message>
        <source>Tidings can show an alert when an event comes that you describe here. Rules work while Tidings runs.</source>
        <translation>Tidings kann alarmieren, wenn ein Ereignis kommt, das hier beschrieben ist. Die Regeln gelten, solange Tidings läuft.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Abfrage</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>Wö&amp;rter</translation>
    </message>
    <message>
        <source>Somewhere in the record, each of them</source>
        <translation>Jedes davon irgendwo im Datensatz</translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation>&amp;Zeigen als</translation>
    </message>
    <message>
        <source>events come within</source>
        <comment>between two numbers</comment>
        <translation>Ereignisse in</translation>
    </message>
    <message>
        <source>minutes</source>
        <comment>after a number</comment>
        <translation>Minuten kommen</translation>
    </message>
    <message>
        <source>The same as a policy of the server</source>
        <translation>Dasselbe als Richtlinie des Servers</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>Die Regel braucht einen Namen.</translation>
    </message>
    <message>
        <source>The rule needs a query or words: which events are meant?</source>
        <translation>Die Regel braucht eine Abfrage oder Wörter: Welche Ereignisse sind gemeint?</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>In authentik 2026.5 and later: Customization → Policies → New policy → Event Matcher Policy, field Query; then bind it to a notification rule.</source>
        <translation>In authentik ab 2026.5: Customization → Policies → New policy → Event Matcher Policy, Feld Query; danach an eine Benachrichtigungsregel binden.</translation>
    </message>
    <message>
        <source>Before: the fields %1.</source>
        <comment>names and values</comment>
        <translation>In älteren Versionen: die Felder %1.</translation>
    </message>
    <message>
        <source>A policy cannot look for words.</source>
        <translation>Eine Richtlinie kann nicht nach Wörtern suchen.</translation>
    </message>
    <message>
        <source>A policy cannot count: it fires with every such event.</source>
        <translation>Eine Richtlinie kann nicht zählen: Sie löst bei jedem solchen Ereignis aus.</translation>
    </message>
    <message>
        <source>Trying the rule on the loaded events…</source>
        <translation>Die Regel wird an den geladenen Ereignissen erprobt…</translation>
    </message>
</context>
<context>
    <name>tidings::WebLinks</name>
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
</context>
</TS>
