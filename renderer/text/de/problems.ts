import type { SameKeys } from '../catalogue.ts';
import type { problems as en } from '../en/problems.ts';

export const problems = {
  'invalid-request': 'Etwas im Formular passt nicht.',
  'sign-in-required': 'Bitte melden Sie sich an.',
  forbidden: 'Ihre Rolle erlaubt das hier nicht.',
  'module-off': 'Dieser Teil des Programms ist ausgeschaltet.',
  'beyond-own-rights': 'Rechte, die Sie selbst nicht haben, können Sie weder geben noch antasten.',
  'token-refused': 'Das Token des Programms ist abgelaufen oder nicht von diesem Standort.',
  'people-only': 'Das ist für angemeldete Personen, nicht für Programme.',
  'wrong-credentials': 'Name oder Passwort ist falsch.',
  'password-too-easy':
    'Dieses Passwort gehört zu den ersten, die jemand versuchen würde. Nehmen Sie mehrere Wörter, die nichts mit dem Standort zu tun haben.',
  'second-factor-needed': 'Bitte geben Sie auch den Code von Ihrem Telefon ein.',
  'wrong-code': 'Der Code ist falsch oder schon benutzt. Nehmen Sie den nächsten.',
  'second-factor-on': 'Der zweite Faktor ist schon eingeschaltet. Schalten Sie ihn zuerst aus.',
  'second-factor-off': 'Der zweite Faktor ist ausgeschaltet.',
  'own-password-needed': 'Wählen Sie zuerst ein eigenes Passwort.',
  'too-many-attempts': 'Zu viele Versuche. Bitte warten Sie einen Moment.',
  'foreign-origin': 'Anfragen von anderen Webseiten werden abgelehnt.',
  'tls-required': 'Im Netz antwortet das Programm nur verschlüsselt. Rufen Sie die Adresse mit https:// auf.',
  'foreign-host': 'Unter diesem Rechnernamen ist das Programm nicht erreichbar.',
  'already-set-up': 'Der Standort hat schon einen Betreiber.',
  'not-set-up': 'Der Standort hat noch keinen Betreiber.',
  'target-refused': 'An diese Adresse sendet das Programm nichts.',
  'not-found': 'Das gibt es nicht (mehr).',
  'already-exists': 'Das gibt es schon.',
  'card-exists': 'Eine Karte mit dieser Nummer gibt es schon.',
  'person-exists': 'Unter diesem Namen meldet sich schon jemand an.',
  'last-owner': 'Es muss jemand bleiben, der alles darf.',
  'role-in-use': 'Diese Rolle hat noch jemand.',
  'tenant-not-empty': 'An diesem Mandanten hängt noch etwas. Hängen Sie es um oder entfernen Sie es zuerst.',
  'tenant-within-itself': 'Ein Mandant kann nicht unter sich selbst liegen.',
  'tenant-tied':
    'Der Mandant lässt sich noch nicht umhängen: Gruppen, Regeln oder Rollen von dort, wo er liegt, halten noch, was hier hängt. Lösen Sie das zuerst.',
  'root-stays': 'Der oberste Mandant bleibt, wo er ist.',
  'card-like-another':
    'Ein anderes Lesegerät könnte eine andere Karte mit dieser Nummer schreiben. Bitte prüfen Sie das, bevor Sie sie übernehmen.',
  'card-refused': 'Diese Karte darf hier nicht laden.',
  'vid-exists': 'Ein anderes Fahrzeug oder eine Karte hat diese Nummer schon.',
  'other-branch': 'Das hängt an verschiedenen Zweigen des Mandantenbaums und lässt sich nicht verbinden.',
  'group-in-use': 'Eine Zugangsregel nennt diese Gruppe. Ändern Sie zuerst die Regel.',
  'group-removed': 'Eine Gruppe, die hier genannt wird, wurde entfernt. Stellen Sie sie zuerst wieder her.',
  'tariff-without-draft':
    'Seit der Veröffentlichung hat sich an diesem Tarif nichts geändert: Es gibt keinen Entwurf.',
  'tariff-draft-differs': 'Der Entwurf wurde inzwischen geändert. Laden Sie ihn neu.',
  'ocpi-unreadable': 'Das ist kein OCPI-Tarif, der sich hier lesen lässt.',
  'tariff-impossible':
    'Dieser Tarif lässt sich noch nicht veröffentlichen. Was im Weg steht, ist neben der Woche aufgelistet.',
  'version-in-the-past':
    'Das liegt in der Vergangenheit. Seitdem können Ladevorgänge begonnen haben, deren Preis sich nicht ändern darf.',
  'version-before-another':
    'Zu dieser Zeit oder später tritt schon eine andere Version in Kraft. Nehmen Sie diese zuerst zurück oder wählen Sie einen späteren Zeitpunkt.',
  'version-in-force':
    'Diese Version gilt schon oder wurde bereits zurückgenommen. Veröffentlichen Sie stattdessen eine weitere.',
  'tariff-in-use': 'Nach diesem Tarif zahlt noch jemand. Beenden Sie zuerst die Regel unter „Wer zahlt was“.',
  'time-not-allowed': 'Die Baumusterprüfung einer Station erlaubt nicht, ihre Uhr für Preise zu verwenden.',
  clock: {
    time: '„{{tariff}}“ verkauft Zeit, richtet sich nach der Dauer oder hat eine Blockiergebühr und braucht dafür eine Uhr, die für Preise zugelassen ist.',
    hours:
      'Die Preise von „{{tariff}}“ wechseln mit der Uhrzeit oder dem Tag. Auch das braucht eine Uhr, die für Preise zugelassen ist.',
    both: 'Die Preise von „{{tariff}}“ wechseln mit der Uhrzeit oder dem Tag, und er verkauft Zeit, richtet sich nach der Dauer oder hat eine Blockiergebühr. Beides braucht eine Uhr, die für Preise zugelassen ist.',
    stations: 'Nach der Baumusterprüfung fehlt sie hier: {{stations}}.',
    more_one: 'Und an einer weiteren Station.',
    more_other: 'Und an {{count}} weiteren Stationen.',
    remedy:
      'Nehmen Sie einen Tarif mit einem Preis rund um die Uhr und ohne Zeitpreise, oder schalten Sie an der Station „Auch Zeit darf verkauft werden“ ein, wenn ihre Bescheinigung das erlaubt.',
  },
  'currency-differs': 'An einem Standort gelten Preise in einer Währung.',
  'station-exists': 'Eine Station mit dieser Kennung gibt es schon.',
  'station-retired': 'Die Station ist ausgemustert.',
  'demo-stays-here': 'Die Demo lässt jeden ein und wird deshalb nicht zum Netz geöffnet.',
  'key-set-elsewhere': 'Passwort und Sicherheitsprofil werden unter „Details“ geändert.',
  'setting-looks-wrong': 'Der Wert passt nicht zum Schlüssel.',
  'session-running': 'Der Ladevorgang läuft noch.',
  'session-not-in-doubt': 'Der Ladevorgang braucht keine Entscheidung.',
  'boot-not-triggered':
    'Die Station ist angenommen und wird nicht um eine neue Anmeldung gebeten. Starten Sie sie neu.',
  'firmware-unchecked':
    'Die Signatur ließ sich von hier aus nicht prüfen. Bestätigen Sie, dass sie trotzdem gesendet werden soll.',
  'station-not-connected': 'Die Station ist nicht verbunden.',
  'station-no-answer': 'Die Station hat nicht geantwortet.',
  'station-refused': 'Die Station hat mit einem Fehler geantwortet.',
  'keys-not-readable': 'Die Schlüssel der Zertifizierungsstelle sind nicht lesbar.',
  'profile-not-higher': 'Die Station hat dieses oder ein höheres Profil schon.',
  'profile-needs-password': 'Dieses Profil braucht ein Passwort. Setzen Sie zuerst eines.',
  'profile-needs-certificate': 'Die Station hat noch kein Zertifikat. Lassen Sie sie zuerst eines anfordern.',
  'no-tls-port':
    'Dieses Programm nimmt keine verschlüsselten Verbindungen an: Der Port für Stationen über TLS ist ausgeschaltet.',
  'upgrade-under-way':
    'Die Station sollte schon auf ein anderes Profil wechseln und ist damit noch nicht gekommen. Starten Sie sie neu, oder legen Sie das Profil fest, das an ihr eingestellt ist.',
  'root-needed':
    'Ohne dieses Stammzertifikat könnte die Station diesen Rechner nicht mehr erkennen und wäre verloren. Es bleibt, solange sie verschlüsselt kommt.',
  'authority-works':
    'Die Schlüssel der Zertifizierungsstelle sind lesbar. Eine neue würde jede Station aussperren, die sich verschlüsselt verbindet.',
  'key-change-under-way':
    'Beim letzten neuen Schlüssel steht noch nicht fest, welcher gilt. Starten Sie die Station neu, oder warten Sie, bis sie sich neu verbunden hat.',
  'command-not-queued': 'Der Befehl ist schon gesendet.',
  'confirmation-needed': 'Diese Nachricht kann Schaden anrichten. Bitte bestätigen.',
  'message-locks-out':
    'Von Hand gesendet würde das die Station aussperren. Benutzen Sie dafür den Schutz auf der Seite der Station.',
  'acceptance-charging':
    'An diesem Anschluss lädt gerade jemand. Die Abnahme würde den Ladevorgang begrenzen und beenden; erst danach beginnen.',
  'acceptance-running': 'An dieser Station läuft schon eine Abnahme.',
  'acceptance-incomplete':
    'Einige Schritte haben noch kein Ergebnis. Wiederholen Sie sie oder lassen Sie sie aus.',
  'acceptance-ended': 'Diese Abnahme ist beendet. Beginnen Sie eine neue.',
  'acceptance-not-signed': 'Das Protokoll gibt es erst, wenn die Abnahme unterschrieben ist.',
  'changed-meanwhile': 'Inzwischen hat es jemand geändert. Sehen Sie nach, bevor Sie es ändern.',
  'idempotency-running': 'Das wird gerade schon erledigt.',
  'idempotency-unsettled':
    'Ob das erledigt wurde, weiß niemand: Das Programm endete währenddessen. Bitte sehen Sie nach.',
  'idempotency-key-reused': 'Unter diesem Schlüssel wurde vorher etwas anderes verlangt.',
  'invalid-cursor': 'Die Liste hat sich geändert. Bitte neu laden.',
  'payload-too-large': 'Das ist zu viel auf einmal.',
  'file-unreadable': 'Diese Datei lässt sich nicht als Tabelle lesen. Speichern Sie sie als CSV oder XLSX.',
  'file-empty': 'Die Datei enthält keine Zeilen.',
  'file-too-long': 'Die Datei hat mehr als 20.000 Zeilen oder 100 Spalten. Teilen Sie sie.',
  'document-kind': 'Aufbewahrt werden nur JPEG, PNG, WebP und PDF. Diese Datei ist nichts davon.',
  'documents-full':
    'Fotos und Dokumente aller Stationen dürfen zusammen 2 GB belegen. Entfernen Sie einige: Nach 30 Tagen wird ihr Platz frei.',
  'document-lost': 'Die Datei fehlt im Datenordner. Legen Sie sie dort zurück oder fügen Sie sie neu hinzu.',
  'meter-key-unreadable':
    'Das ist kein öffentlicher Schlüssel eines Zählers, oder eine Stelle ist vertippt. Nehmen Sie ihn vom Typenschild.',
  'no-key-shown': 'Die Station hat für diesen Anschluss noch keinen Schlüssel genannt.',
  'no-key-alarm': 'Die Station zeigt an diesem Anschluss keinen anderen Schlüssel mehr.',
  'nothing-signed': 'In diesem Ladevorgang wurde nichts signiert.',
  'import-draft-gone': 'Die Datei wird nicht mehr aufbewahrt. Laden Sie sie noch einmal.',
  'import-draft-replaced':
    'Sie haben seither zwei andere Dateien geladen, und mehr werden nicht aufbewahrt. Laden Sie diese noch einmal.',
  'import-draft-no-room':
    'Andere haben seither so viel geladen, dass diese Datei nicht mehr aufbewahrt wird. Laden Sie sie noch einmal.',
  'import-undone': 'Dieser Import ist schon rückgängig gemacht.',
  'import-too-old': 'Ein Import lässt sich nur 30 Tage lang rückgängig machen.',
  'unsupported-media-type': 'Das Programm hat die Anfrage nicht verstanden.',
  'method-not-allowed': 'Das geht hier nicht.',
  'disk-full': 'Die Platte ist voll. Nichts wurde geändert. Bitte schaffen Sie Platz.',
  'store-failed': 'Die Änderung ließ sich nicht speichern. Nichts wurde geändert.',
  internal: 'Im Programm ist etwas schiefgegangen. Es steht im Protokoll.',
  unreachable: 'Der Server antwortet nicht. Was Sie sehen, kann alt sein.',
  failed: 'Das hat nicht geklappt.',
  copyDetails: 'Details kopieren',
} satisfies SameKeys<typeof en>;
