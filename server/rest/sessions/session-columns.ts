/** Columns of a session file: the name for programs, and the title for people. */
export const COLUMN_TITLES = {
  id: { de: 'Ladevorgang', en: 'Session' },
  state: { de: 'Zustand', en: 'State' },
  startedAt: { de: 'Beginn', en: 'Start' },
  endedAt: { de: 'Ende', en: 'End' },
  durationSeconds: { de: 'Dauer (s)', en: 'Duration (s)' },
  stationId: { de: 'Stationskennung', en: 'Station identity' },
  stationName: { de: 'Station', en: 'Station' },
  connectorId: { de: 'Anschluss', en: 'Connector' },
  holder: { de: 'Inhaber', en: 'Holder' },
  cardUid: { de: 'Karte', en: 'Card' },
  energyKwh: { de: 'Energie (kWh)', en: 'Energy (kWh)' },
  measuredKwh: { de: 'Gemessen (kWh)', en: 'Measured (kWh)' },
  priceState: { de: 'Preis', en: 'Price' },
  amountExclVat: { de: 'Netto', en: 'Net' },
  amountInclVat: { de: 'Brutto', en: 'Gross' },
  currency: { de: 'Währung', en: 'Currency' },
  reason: { de: 'Ende durch', en: 'Ended by' },
  refused: { de: 'Abgelehnt', en: 'Refused' },
  doubts: { de: 'Zweifel', en: 'Doubts' },
  transactionId: { de: 'Transaktion (OCPP)', en: 'Transaction (OCPP)' },
} as const;

export type Column = keyof typeof COLUMN_TITLES;
