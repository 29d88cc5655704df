import { parseArgs } from 'node:util';
import { mayBeKey } from '../read-public-key.ts';

export interface OcmfArguments {
  readonly files: readonly string[];
  /** In whatever spelling; see `readPublicKey`. */
  readonly key: string;
}

export type OcmfCommand =
  | { readonly kind: 'verify'; readonly wish: OcmfArguments }
  | { readonly kind: 'help' }
  /** One line for whoever typed it. */
  | { readonly kind: 'wrong'; readonly problem: string };

export const USAGE = `npm run --silent ocmf -- --record FILE [--record FILE] --key KEY

  --record FILE  a signed record: the text of OCMF, as hex, Base64 or the JSON of OCPP; a message of OCPP that holds
                 some; or a file for the transparency software. Twice for the records of begin and end
  --key KEY      the public key of the meter: DER or point, in hex or Base64
  --help         this text

Prints JSON. Exit code 0: the key has signed every record, and begin and end may be billed. 1: one of them is not so, or
cannot be told; "why" says more, "signature" is about the signatures alone, "pair" about begin and end.
2: the arguments or a file cannot be read.`;

/** What was asked for. */
export function readArguments(argv: readonly string[]): OcmfCommand {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        record: { type: 'string', multiple: true },
        key: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) return { kind: 'help' };
    const { record: files = [], key } = values;
    if (files.length === 0) return wrong('--record FILE is missing: which record?');
    if (key === undefined) return wrong('--key KEY is missing: by which key?');
    if (!mayBeKey(key)) return wrong('--key is no key: a key is long, and written in hex or Base64');
    return { kind: 'verify', wish: { files, key } };
  } catch (error) {
    // Node's sentence has a second half about its own syntax.
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split(/[\n.] ?/, 1);
    return wrong(problem);
  }
}

function wrong(problem: string): OcmfCommand {
  return { kind: 'wrong', problem: `${problem} (--help says more)` };
}
