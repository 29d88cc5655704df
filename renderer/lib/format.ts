/** How numbers and times are written: by the site's region and time zone, words by the reader's language. */
export interface FormatSettings {
  /** BCP 47 with a region, such as `de-AT`. */
  readonly region: string;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
}

export type Format = ReturnType<typeof createFormat>;

const NBSP = '\u00a0';
const made = new Map<string, Format>();

/** The formatter of these settings; made once, because its Intl objects cost more than all the rest of a page. */
export function formatFor(settings: FormatSettings): Format {
  const key = `${settings.region}|${settings.language}|${settings.timeZone}`;
  let format = made.get(key);
  if (format === undefined) {
    format = createFormat(settings);
    made.set(key, format);
  }
  return format;
}

/** One formatter for one site and one language; every text holds together with no-break spaces. */
export function createFormat(settings: FormatSettings) {
  const { region, timeZone } = settings;
  const country = region.split('-')[1];
  const words = country === undefined ? settings.language : `${settings.language}-${country}`;
  const decimals = new Map<number, Intl.NumberFormat>();
  const shares = new Intl.NumberFormat(region, { maximumFractionDigits: 2 });

  const number = (value: number, digits = 0): string => {
    let format = decimals.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(region, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      decimals.set(digits, format);
    }
    // A rounded minus nothing is nothing.
    return format.format(Object.is(Math.round(value * 10 ** digits), -0) ? 0 : value);
  };
  const withUnit = (value: number, unit: string, digits = 0): string =>
    `${number(value, digits)}${NBSP}${unit}`;
  const dateTime = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(words, { timeZone, ...options });
    return (at: string | number): string => format.format(new Date(at)).replaceAll(' ', NBSP);
  };

  const time = dateTime({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const timeSeconds = dateTime({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const zone = dateTime({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
  const zoneName = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const zoneOf = (at: string | number): string | undefined =>
    zoneName.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value;
  const day = dateTime({ day: '2-digit', month: 'short' });
  const dayYear = dateTime({ day: '2-digit', month: 'short', year: 'numeric' });
  const weekday = dateTime({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = dateTime({ month: 'long', year: 'numeric' });
  const weekdayName = dateTime({ weekday: 'long' });
  const keyOf = dayKeys(timeZone);

  return {
    number,
    /** `19 %`, `12,5 %`: with the decimals that it has, two at most. */
    percent: (value: number) => `${shares.format(value)}${NBSP}%`,
    /** `12,3 kWh`; three decimals are for calibrated figures in panels. */
    energy: (wh: number, digits = 1) => withUnit(wh / 1000, 'kWh', digits),
    meter: (wh: number) => withUnit(wh / 1000, 'kWh', 3),
    /** `10,8 kW`, whole watts below 1 kW only when there is anything to say. */
    power: (w: number) => withUnit(w / 1000, 'kW', 1),
    /** `820 B`, `34 kB`, `1.2 MB`. */
    bytes: (count: number) => {
      if (count < 1_000) return withUnit(count, 'B');
      return count < 1_000_000 ? withUnit(count / 1_000, 'kB') : withUnit(count / 1_000_000, 'MB', 1);
    },
    /** `1 h 25 min`; below a minute in seconds. */
    duration: (seconds: number) => formatDuration(seconds, number),
    /** Amounts in minor units of their currency. */
    money: (minorUnits: number, currency: string) => formatMoney(minorUnits, currency, region),
    /** How many decimals the smallest unit of a currency makes: 2 for EUR, none for JPY. */
    moneyDigits: (currency: string) => moneyFormat(currency, region).digits,
    /** A price in millionths of its currency, with as many decimals as it has: `0,49 €`, `0,3925 €`. */
    price: (micros: number, currency: string) => formatPrice(micros, currency, region),
    /** From one price to another: `0,39–0,49 €`. */
    priceRange: (least: number, most: number, currency: string) =>
      priceFormat(currency, region)
        .formatRange(least / MICROS, most / MICROS)
        .replaceAll(' ', NBSP),
    /** What stands before the decimals, a comma or a point. */
    decimalSign:
      new Intl.NumberFormat(region).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    time,
    timeSeconds,
    /** Time with its zone, for the hour that exists twice. */
    timeWithZone: zone,
    day,
    dayYear,
    weekday,
    /** `November 2026`. */
    month,
    /** `Saturday`. */
    weekdayName,
    dateTime: (at: string | number) => `${dayYear(at)}, ${time(at)}`,
    /** `2026-11-21` in the site's time zone. */
    dayKey: keyOf,
    /** `2026-11-21T18:05` in the site's time zone. */
    minuteKey: minuteKeys(timeZone),
    sameDay: (a: string | number, b: string | number) => keyOf(a) === keyOf(b),
    /** Time alone today, with its day otherwise. */
    moment: (at: string | number, now: number) =>
      keyOf(at) === keyOf(now) ? time(at) : `${day(at)}, ${time(at)}`,
    momentSeconds: (at: string | number, now: number) =>
      keyOf(at) === keyOf(now) ? timeSeconds(at) : `${day(at)}, ${timeSeconds(at)}`,
    /** Times of one curve: with the day once it runs over midnight, with the zone once the clocks changed. */
    timeWithin: (from: string | number, to: string | number) => {
      const changed = zoneOf(from) !== zoneOf(to);
      const overMidnight = keyOf(from) !== keyOf(to);
      return (at: string | number): string =>
        `${overMidnight ? `${day(at)}, ` : ''}${changed ? zone(at) : time(at)}`;
    },
    compare: new Intl.Collator(words, { numeric: true }).compare,
  };
}

/** Of years that have four digits. */
function minuteKeys(timeZone: string): (at: string | number) => string {
  const dayKey = dayKeys(timeZone);
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    numberingSystem: 'latn',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => `${dayKey(at)}T${clock.format(new Date(at))}`;
}

/** From parts, because versions of ICU differ in how they put a short date together. */
function dayKeys(timeZone: string): (at: string | number) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const parts = { year: '', month: '', day: '' };
    for (const { type, value } of format.formatToParts(new Date(at))) {
      if (type === 'year' || type === 'month' || type === 'day') parts[type] = value;
    }
    return `${parts.year}-${parts.month}-${parts.day}`;
  };
}

function formatDuration(seconds: number, number: (value: number) => string): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole}${NBSP}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return joined(`${hours}${NBSP}h`, minutes % 60, 'min');
  return joined(`${number(Math.floor(hours / 24))}${NBSP}d`, hours % 24, 'h');
}

/** `1 h`, not `1 h 0 min`. */
function joined(large: string, rest: number, unit: string): string {
  return rest === 0 ? large : `${large}${NBSP}${rest}${NBSP}${unit}`;
}

function formatMoney(minorUnits: number, currency: string, region: string): string {
  const { format, digits } = moneyFormat(currency, region);
  return format.format(minorUnits / 10 ** digits).replaceAll(' ', NBSP);
}

function moneyFormat(currency: string, region: string) {
  const format = new Intl.NumberFormat(region, { style: 'currency', currency });
  return { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

function formatPrice(micros: number, currency: string, region: string): string {
  return priceFormat(currency, region)
    .format(micros / MICROS)
    .replaceAll(' ', NBSP);
}

const MICROS = 1_000_000;

function priceFormat(currency: string, region: string): Intl.NumberFormat {
  return new Intl.NumberFormat(region, { style: 'currency', currency, maximumFractionDigits: 6 });
}
