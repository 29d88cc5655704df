/** A reading as a meter writes it. */
export type WrittenReading = Readonly<Record<string, string | number>>;

export const BEGIN: WrittenReading = {
  TM: '2026-06-01T10:00:00,000+0200 S',
  TX: 'B',
  RV: '2935.6000',
  RI: '1-b:1.8.0',
  RU: 'kWh',
  RT: 'AC',
  EF: '',
  ST: 'G',
};

export const END: WrittenReading = {
  ...BEGIN,
  TM: '2026-06-01T11:30:00,000+0200 S',
  TX: 'E',
  RV: '2965.1005',
};

/** What a sound meter signs: begin and end in one record, unless something else is wished. */
export function ocmfPayload({
  head = {},
  readings = [BEGIN, END],
}: {
  readonly head?: Readonly<Record<string, unknown>>;
  readonly readings?: readonly WrittenReading[];
} = {}): string {
  const sound = {
    FV: '1.0',
    GS: '0815',
    PG: 'T7',
    MS: '1ABC4711',
    IS: true,
    IL: 'VERIFIED',
    IT: 'ISO14443',
    ID: '04A2B3C4',
  };
  return JSON.stringify({ ...sound, ...head, RD: readings });
}
