import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { judgeAddress, portOf, readTarget, type TargetObstacle, type TargetPolicy } from './judge-target.ts';

/** The one way in which this program asks something of another over HTTP. */
export interface GuardedRequests {
  /** Sends, and waits for the answer: at most 15 s. Whatever happens is an outcome; nothing is thrown. */
  send(request: GuardedRequest): Promise<GuardedOutcome>;
  /** Looks whether anything would be sent there at all; null when it would. */
  check(url: string): Promise<TargetObstacle | null>;
  /** Breaks off whatever is under way. */
  close(): void;
}

export interface GuardedRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** More of an answer is not read; 64 kB unless said. */
  readonly maxAnswerBytes?: number;
}

export type GuardedOutcome =
  /** Any status, redirects too: they are not followed. `cut` says that the answer was longer than is read. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly cut: boolean }
  /** Nothing was sent. */
  | { readonly kind: 'refused'; readonly obstacle: TargetObstacle }
  | { readonly kind: 'failed'; readonly failure: SendFailure; readonly detail: string };

export type SendFailure = 'no-connection' | 'not-trusted' | 'timed-out' | 'broken-off';

export interface GuardedRequestFacts {
  readonly policy: TargetPolicy;
  /** Every address that a name stands for. Rejects where there is none. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Roots that are trusted besides the usual ones, as PEM: the site's own. */
  readonly roots: () => readonly string[];
  readonly connectMs?: number;
  readonly wholeMs?: number;
}

const CONNECT_MS = 5_000;
const WHOLE_MS = 15_000;
const MOST_ANSWER_BYTES = 64_000;

type Located =
  | { readonly kind: 'found'; readonly url: URL; readonly addresses: readonly string[] }
  | Extract<GuardedOutcome, { readonly kind: 'refused' }>;

/**
 * Requests that cannot be led astray (OWASP ASVS 1.3.6, SSRF): a name is resolved once, and the connection is made to the
 * addresses that were looked at, whatever the name means by then.
 */
export function createGuardedRequests(facts: GuardedRequestFacts): GuardedRequests {
  const contextOf = createContextMemory();
  const underWay = new Set<ClientRequest>();
  return {
    async send(request) {
      const located = await locate(request.url);
      if (located.kind === 'refused') return located;
      const secureContext = located.url.protocol === 'https:' ? contextOf(facts.roots()) : null;
      return exchange(request, located, { ...facts, secureContext, underWay });
    },

    async check(url) {
      const located = await locate(url);
      return located.kind === 'refused' ? located.obstacle : null;
    },

    close() {
      for (const asked of underWay) asked.destroy(new Error('broken off'));
    },
  };

  async function locate(text: string): Promise<Located> {
    const url = readTarget(text);
    if (typeof url === 'string') return { kind: 'refused', obstacle: url };
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const known = isIP(name) === 0 ? await resolveInTime(name) : [name];
    const judged = known.map((address) => ({
      address,
      obstacle: judgeAddress(address, portOf(url), facts.policy),
    }));
    const addresses = judged.flatMap(({ address, obstacle }) => (obstacle === null ? [address] : []));
    if (addresses.length > 0) return { kind: 'found', url, addresses };
    return { kind: 'refused', obstacle: judged[0]?.obstacle ?? 'name-unknown' };
  }

  async function resolveInTime(name: string): Promise<readonly string[]> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<readonly string[]>((resolve) => {
      timer = setTimeout(resolve, facts.connectMs ?? CONNECT_MS, []);
    });
    const found = facts.resolve(name).then(
      (addresses) => addresses.filter((address) => isIP(address) !== 0),
      () => [],
    );
    return Promise.race([found, tooLate]).finally(() => clearTimeout(timer));
  }
}

/** Reading all the roots takes a while: once for each set of our own. */
function createContextMemory(): (roots: readonly string[]) => SecureContext {
  let last: { readonly key: string; readonly context: SecureContext } | null = null;
  return (roots) => {
    const key = roots.join('');
    if (last?.key !== key)
      last = {
        key,
        context: createSecureContext({ ca: [...rootCertificates, ...roots], minVersion: 'TLSv1.2' }),
      };
    return last.context;
  };
}

function exchange(
  { method, headers, body, maxAnswerBytes = MOST_ANSWER_BYTES }: GuardedRequest,
  { url, addresses }: Extract<Located, { readonly kind: 'found' }>,
  facts: Pick<GuardedRequestFacts, 'connectMs' | 'wholeMs'> & {
    readonly underWay: Set<ClientRequest>;
    readonly secureContext: SecureContext | null;
  },
): Promise<GuardedOutcome> {
  return new Promise((resolve) => {
    const options = {
      method,
      headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers, connection: 'close' },
      lookup: lookupAmong(addresses),
    };
    const { secureContext } = facts;
    // A connection that is kept would be one to an address that nobody looks at again.
    const asked =
      secureContext === null
        ? requestHttp(url, { ...options, agent: false })
        : requestHttps(url, { ...options, agent: new Agent({ secureContext, maxCachedSessions: 0 }) });
    facts.underWay.add(asked);
    const connecting = setTimeout(
      () => end({ kind: 'failed', failure: 'timed-out', detail: 'no connection' }),
      facts.connectMs ?? CONNECT_MS,
    );
    const waiting = setTimeout(
      () => end({ kind: 'failed', failure: 'timed-out', detail: 'no answer' }),
      facts.wholeMs ?? WHOLE_MS,
    );
    asked.once('socket', (socket) =>
      socket.once(secureContext === null ? 'connect' : 'secureConnect', () => clearTimeout(connecting)),
    );
    asked.on('error', (error) => end(failureOf(error)));
    asked.once('response', (response) => void readAnswer(response, maxAnswerBytes).then(end));
    asked.end(body);

    function end(outcome: GuardedOutcome): void {
      clearTimeout(connecting);
      clearTimeout(waiting);
      facts.underWay.delete(asked);
      resolve(outcome);
      asked.destroy();
    }
  });
}

/** Stands in for the name service: the name means what it meant when it was looked at. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, answer) => {
    const [first] = found;
    if (all === true) answer(null, found);
    else answer(null, first?.address ?? '', first?.family ?? 0);
  };
}

async function readAnswer(response: IncomingMessage, most: number): Promise<GuardedOutcome> {
  const { statusCode: status = 0 } = response;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, most - length));
      length += part.length;
      if (length > most) break;
    }
  } catch (error) {
    return { kind: 'failed', failure: 'broken-off', detail: codeOf(error) };
  }
  return { kind: 'answered', status, body: Buffer.concat(parts).toString('utf8'), cut: length > most };
}

function failureOf(error: Error): GuardedOutcome {
  const detail = codeOf(error);
  if (/CERT|SIGNATURE|ISSUER|CRL|HOSTNAME|ALTNAME/.test(detail))
    return { kind: 'failed', failure: 'not-trusted', detail };
  const failure = /^(ECONNRESET|EPIPE|HPE_|ERR_HTTP)/.test(detail) ? 'broken-off' : 'no-connection';
  return { kind: 'failed', failure, detail };
}

/** The word that the system has for it, such as `ECONNREFUSED`. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message.slice(0, 200);
  return String(error).slice(0, 200);
}
