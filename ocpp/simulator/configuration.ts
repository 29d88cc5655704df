import type { Request, Response } from '../v16/actions.ts';
import { type KeyDefinition, type StationFigures, standardKeys } from './configuration-keys.ts';

/** The configuration keys of a station, as in OCPP 1.6 §9. */
export interface Configuration {
  /** The whole number under this key; NaN where there is none. */
  number(key: string): number;
  isOn(key: string): boolean;
  list(key: string): readonly string[];
  /** As it is now, also of a key that is never shown. */
  value(key: string): string | undefined;
  /** Sets a key from inside the station, whatever the central system may do with it. */
  set(key: string, value: string): void;
  read(request: Request<'GetConfiguration'>): Response<'GetConfiguration'>;
  change(request: Request<'ChangeConfiguration'>): Response<'ChangeConfiguration'>;
  /** The station restarts: what waited for that holds now. */
  restarted(): void;
}

export interface ConfigurationOptions extends StationFigures {
  /** Values that differ from the standard ones, and keys of the maker. */
  readonly values?: Readonly<Record<string, string>>;
}

export function createConfiguration(options: ConfigurationOptions): Configuration {
  const definitions = new Map<string, KeyDefinition>(Object.entries(standardKeys(options)));
  for (const [key, value] of Object.entries(options.values ?? {}))
    definitions.set(key, { ...(definitions.get(key) ?? { kind: 'text' as const }), value });
  const values = new Map<string, string>([...definitions].map(([key, { value }]) => [key, value]));
  const waiting = new Map<string, string>();

  return {
    number: (key) => Number(values.get(key) ?? Number.NaN),
    isOn: (key) => values.get(key)?.toLowerCase() === 'true',
    list: (key) => partsOf(values.get(key) ?? ''),
    value: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),

    read({ key: asked = [] }) {
      const visible = [...values.keys()].filter((key) => definitions.get(key)?.access !== 'writes');
      const keys = asked.length === 0 ? visible : asked;
      return {
        configurationKey: keys.flatMap((key) => {
          const value = values.get(key);
          const access = definitions.get(key)?.access;
          if (value === undefined) return [];
          // The key of the password is write-only; asked for by name it is shown to exist.
          return [{ key, readonly: access === 'reads', ...(access === 'writes' ? {} : { value }) }];
        }),
        unknownKey: keys.filter((key) => !values.has(key)),
      };
    },

    change({ key, value }) {
      const definition = definitions.get(key);
      if (definition === undefined) return { status: 'NotSupported' };
      if (definition.access === 'reads' || !fits(definition, value)) return { status: 'Rejected' };
      if (definition.kind === 'list' && isTooLong(key, value)) return { status: 'Rejected' };
      if (definition.needsReboot) {
        waiting.set(key, value);
        return { status: 'RebootRequired' };
      }
      values.set(key, value);
      return { status: 'Accepted' };
    },

    restarted() {
      for (const [key, value] of waiting) values.set(key, value);
      waiting.clear();
    },
  };

  function isTooLong(key: string, value: string): boolean {
    const most = Number(values.get(`${key}MaxLength`) ?? Number.NaN);
    return partsOf(value).length > most;
  }
}

function fits({ kind }: KeyDefinition, value: string): boolean {
  if (kind === 'number') return /^\d{1,9}$/.test(value);
  return kind !== 'truth' || /^(?:true|false)$/i.test(value);
}

function partsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
