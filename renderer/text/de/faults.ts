import type { SameKeys } from '../catalogue.ts';
import type { faults as en } from '../en/faults.ts';

export const faults = {
  words: {
    ConnectorLockFailure: 'Die Steckerverriegelung klemmt',
    EVCommunicationError: 'Keine Verständigung mit dem Auto',
    GroundFailure: 'Fehlerstromschutz hat ausgelöst',
    HighTemperature: 'Im Inneren zu heiß',
    InternalError: 'Interner Fehler der Station',
    LocalListConflict: 'Ihre Kartenliste passt nicht zu unserer',
    NoError: 'Die Station nennt keinen Fehlercode',
    OtherError: 'Die Station nennt einen eigenen Fehlercode',
    OverCurrentFailure: 'Überstrom',
    OverVoltage: 'Überspannung',
    PowerMeterFailure: 'Der Zähler ist nicht lesbar',
    PowerSwitchFailure: 'Das Schütz schaltet nicht',
    ReaderFailure: 'Der Kartenleser arbeitet nicht',
    ResetFailure: 'Die Station ist nicht neu gestartet',
    UnderVoltage: 'Unterspannung',
    WeakSignal: 'Schwaches Funksignal',
  },
  advice: {
    ConnectorLockFailure:
      'Bitten Sie den Fahrer, den Stecker zu ziehen und fest einzustecken; dann den Anschluss entriegeln.',
    EVCommunicationError: 'Bitten Sie den Fahrer, neu anzustecken oder ein anderes Kabel zu nehmen.',
    GroundFailure: 'Sache für die Elektrofachkraft. Erst neu starten, wenn die Ursache bekannt ist.',
    HighTemperature: 'Abkühlen lassen; bis dahin lädt sie mit weniger Leistung. Lüfter und Sonne prüfen.',
    InternalError: 'Station neu starten. Kommt der Fehler wieder, den Hersteller fragen.',
    LocalListConflict: 'Station neu starten, damit sie jede Karte wieder bei uns erfragt.',
    NoError: 'Station neu starten. Kommt der Fehler wieder, den Hersteller fragen.',
    OtherError: 'Den Code im Handbuch des Herstellers nachschlagen.',
    OverCurrentFailure: 'Neu anstecken lassen. Kommt der Fehler wieder: Sache für die Elektrofachkraft.',
    OverVoltage: 'Sache für die Elektrofachkraft oder den Netzbetreiber.',
    PowerMeterFailure:
      'Ladevorgänge sind hier nicht abrechenbar. Anschluss außer Betrieb nehmen, Hersteller fragen.',
    PowerSwitchFailure:
      'Sache für die Elektrofachkraft: Die Dose kann unter Spannung stehen. Außer Betrieb nehmen.',
    ReaderFailure: 'Ladevorgänge von hier aus starten, bis der Leser wieder arbeitet.',
    ResetFailure: 'Station an der Sicherung für eine Minute ausschalten.',
    UnderVoltage: 'Sache für die Elektrofachkraft oder den Netzbetreiber.',
    WeakSignal: 'Funkverbindung verbessern: Antenne, Platz des Routers oder ein Kabel.',
  },
  vendorCode: 'Herstellercode {{code}}',
} satisfies SameKeys<typeof en>;
