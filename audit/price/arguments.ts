import { parseArgs } from 'node:util';

export interface PriceWish {
  readonly tariffFile: string;
  readonly sessionFile: string;
  /** IANA time zone of the place where the session was. */
  readonly zone: string;
}

export const USAGE = `npm run price -- --tariff FILE --session FILE --zone ZONE

  --tariff FILE    a tariff of OCPI 2.2.1 or 2.3.0, as JSON
  --session FILE   what was used, as in a CDR of OCPI: charging_periods and end_date_time
  --zone ZONE      time zone of the place, such as Europe/Berlin
  --help           this text

Prints {total: {excl_vat, incl_vat}, steps: [...]} as JSON. Exit code 1 where a file is wrong or the session cannot
be priced, 2 where the arguments are wrong.`;

export type ReadWish =
  | { readonly kind: 'wish'; readonly wish: PriceWish }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

export function readWish(argv: readonly string[]): ReadWish {
  const values = understood(argv);
  if (typeof values === 'string') return { kind: 'wrong', problem: values };
  if (values.help === true) return { kind: 'help' };
  const { tariff, session, zone } = values;
  if (tariff === undefined) return missing('--tariff');
  if (session === undefined) return missing('--session');
  if (zone === undefined) return missing('--zone');
  return { kind: 'wish', wish: { tariffFile: tariff, sessionFile: session, zone } };
}

interface Values {
  readonly tariff?: string | undefined;
  readonly session?: string | undefined;
  readonly zone?: string | undefined;
  readonly help?: boolean | undefined;
}

function understood(argv: readonly string[]): Values | string {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        tariff: { type: 'string' },
        session: { type: 'string' },
        zone: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function missing(option: string): ReadWish {
  return { kind: 'wrong', problem: `${option} is missing.` };
}
