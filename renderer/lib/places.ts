/** Regions offered for numbers and dates, by the languages we speak; any other browser region joins them. */
const REGIONS = [
  'de-DE',
  'de-AT',
  'de-CH',
  'en-GB',
  'en-IE',
  'en-US',
  'fr-FR',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'cs-CZ',
  'da-DK',
];

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Regions by their names in a language, with how a number is written there. */
export function regionChoices(language: string, current: string): readonly Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const all = REGIONS.includes(current) ? REGIONS : [current, ...REGIONS];
  return all.map((region) => {
    const country = region.split('-')[1] ?? region;
    return {
      value: region,
      label: `${names.of(country) ?? country} (${new Intl.NumberFormat(region).format(1234.5)})`,
    };
  });
}

/** The browser's region in our form; Germany or Britain when it names none. */
export function guessRegion(languages: readonly string[], language: string): string {
  const named = languages.map((tag) => new Intl.Locale(tag)).find((locale) => locale.region !== undefined);
  if (named !== undefined && /^[A-Z]{2}$/.test(named.region ?? ''))
    return `${named.language}-${named.region}`;
  return language === 'de' ? 'de-DE' : 'en-GB';
}

/** Every zone this browser knows, and the current one even if it does not. */
export function timeZoneChoices(current: string): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes(current) ? zones : [current, ...zones];
}
