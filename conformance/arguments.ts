import { parseArgs } from 'node:util';

export interface ConformanceArguments {
  /** Where the report goes as JSON too. */
  readonly jsonFile: string | null;
  /** Ids to run, in capitals; null runs everything. */
  readonly only: ReadonlySet<string> | null;
  /** Takes one action after the other away and wants to see the run fail. */
  readonly sweep: boolean;
}

export const USAGE = `npm run conformance [-- OPTIONS]

  --only IDS     only these cases, rules and stations, as in --only TC_001,R41
  --json FILE    write the report as JSON too
  --sweep        take away one action after the other and show that the run notices it
  --help         this text`;

/** Throws with a sentence for a person when the arguments are wrong; null asks for the usage. */
export function readArguments(argv: readonly string[]): ConformanceArguments | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      sweep: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  const ids = values.only?.split(',').map((id) => id.trim().toUpperCase());
  return {
    jsonFile: values.json ?? null,
    only: ids === undefined ? null : new Set(ids.filter((id) => id !== '')),
    sweep: values.sweep === true,
  };
}
