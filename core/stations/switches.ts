/**
 * What can differ between makes of stations, one switch each. A switch has a value that holds where nothing else is
 * known; a passport, an observation or a person may say otherwise.
 */
export const SWITCHES = {
  /** Connects without naming the subprotocol `ocpp1.6`. */
  missingSubprotocol: yesNo(false),
  /** How often we ping; a line on which nothing at all was heard for twice as long is given up. */
  pingSeconds: number('s', { least: 5, most: 3_600, standard: 30 }),
  /** How long it may stay away before somebody has to know. */
  noContactMinutes: number('min', { least: 1, most: 1_440, standard: 20 }),
  /** How often it says that it lives, and so learns the time. Our pings notice a dead line much sooner: this may be rare. */
  heartbeatSeconds: number('s', { least: 10, most: 86_400, standard: 300 }),
  /** How long after it connects nothing is asked of it unless it has booted. */
  waitForBootSeconds: number('s', { least: 0, most: 600, standard: 0 }),
  /** How long the answer to StartTransaction is held back. */
  startAnswerDelayMs: number('ms', { least: 0, most: 5_000, standard: 0 }),

  /** Whether its configuration may be read without anybody asking for it. */
  configurationUnasked: yesNo(true),
  configurationReading: choice(['whole', 'key-by-key'], 'whole'),
  /** Keys that are never asked for, as asking has harmed it. */
  avoidedKeys: texts(),
  /** The shortest MeterValueSampleInterval that it bears. */
  leastSampleSeconds: number('s', { least: 0, most: 900, standard: 60 }),

  /** Takes connector 0 for the whole station; otherwise connector 1 is named. */
  connectorZero: yesNo(true),
  unlock: yesNo(true),
  changeAvailability: yesNo(true),
  remoteStop: yesNo(true),
  /** May be asked for a BootNotification by TriggerMessage. */
  triggerBoot: yesNo(true),

  /** Highest stack level; the station's own word holds where it is lower. */
  mostStackLevel: number('', { least: 0, most: 255, standard: 255 }),
  rateUnit: choice(['any', 'A', 'W'], 'any'),
  profileKind: choice(['any', 'Relative', 'Absolute'], 'any'),
  /** Obeys ChargePointMaxProfile; otherwise TxDefaultProfile is used. */
  stationMaxProfile: yesNo(true),
  /** The only currents it can be limited to in A; any where none is named. */
  currentSteps: numbers('A'),
  /** Loses its limits with its line: they are sent again. */
  forgetsLimits: yesNo(false),
  /** Obeys a limit after a pause only when it is told twice. */
  repeatsLimit: yesNo(false),

  /** Most cards in its list; the station's own word holds where it is lower. */
  mostLocalCards: number('', { least: 0, most: 100_000, standard: 100_000 }),

  /** What its meter values are in, whatever their label says. */
  meterValueUnit: choice(['as-labelled', 'kWh-as-Wh', 'Wh-as-kWh'], 'as-labelled'),
  /** What meterStart and meterStop are in. */
  startStopUnit: choice(['Wh', 'kWh'], 'Wh'),
} as const;

export type SwitchName = keyof typeof SWITCHES;
export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[];

/** How a station is treated: a value for every switch. */
export type Behaviour = { readonly [Name in SwitchName]: ValueOf<(typeof SWITCHES)[Name]> };
export type SwitchValue = boolean | number | string | readonly string[] | readonly number[];
/** Some of the switches. */
export type SwitchSettings = Partial<Behaviour>;

export type SwitchKind =
  | { readonly kind: 'yes-no'; readonly standard: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly standard: string }
  | {
      readonly kind: 'number';
      /** Empty where it is a plain number. */
      readonly unit: string;
      readonly least: number;
      readonly most: number;
      readonly standard: number;
    }
  | { readonly kind: 'texts'; readonly standard: readonly string[] }
  | { readonly kind: 'numbers'; readonly unit: string; readonly standard: readonly number[] };

/** How every switch stands where nothing is known of a station. */
export const STANDARD_BEHAVIOUR: Behaviour = settingsOf(
  (name) => SWITCHES[name].standard as SwitchValue,
) as Behaviour;

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name);
}

/** Whether a switch can stand so. */
export function isSwitchValue(name: SwitchName, value: unknown): value is SwitchValue {
  const known: SwitchKind = SWITCHES[name];
  switch (known.kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && known.choices.includes(value);
    case 'number':
      return Number.isInteger(value) && Number(value) >= known.least && Number(value) <= known.most;
    case 'texts':
      return isListOf(value, (item) => typeof item === 'string' && /^\S.{0,49}$/.test(item));
    case 'numbers':
      return isListOf(value, (item) => typeof item === 'number' && item >= 0 && item <= 10_000);
  }
}

type ValueOf<S> = S extends { readonly kind: 'yes-no' }
  ? boolean
  : S extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
    ? C
    : S extends { readonly kind: 'number' }
      ? number
      : S extends { readonly kind: 'texts' }
        ? readonly string[]
        : readonly number[];

/** A value for every switch, or for those that have one. */
export function settingsOf(value: (name: SwitchName) => SwitchValue | undefined): SwitchSettings {
  return Object.fromEntries(
    SWITCH_NAMES.flatMap((name) => {
      const standing = value(name);
      return standing === undefined ? [] : [[name, standing]];
    }),
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 50 && value.every(isItem);
}

function yesNo(standard: boolean) {
  return { kind: 'yes-no', standard } as const;
}

function choice<const C extends readonly string[]>(choices: C, standard: C[number]) {
  return { kind: 'choice', choices, standard } as const;
}

function number(
  unit: string,
  bounds: { readonly least: number; readonly most: number; readonly standard: number },
) {
  return { kind: 'number', unit, ...bounds } as const;
}

function texts() {
  return { kind: 'texts', standard: [] as readonly string[] } as const;
}

function numbers(unit: string) {
  return { kind: 'numbers', unit, standard: [] as readonly number[] } as const;
}
