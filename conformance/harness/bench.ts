import type { RestAnswer } from '#server/testing/rest-client.ts';
import type { TestSite } from '#server/testing/start-site.ts';
import { type ChargePoint, chargePointOn, type Payload } from './charge-point.ts';
import { type Dialled, type Dialling, dial } from './dial.ts';
import { eventually, Failure, type Patience } from './judge.ts';

/** What a case works with: a running site, charge points of its own, and the API for what an operator does. */
export interface Bench {
  readonly site: TestSite;
  readonly patience: Patience;
  /** Names a thing of this case: other cases run on the same site. */
  name(suffix?: string): string;
  /** Asks the API as the operator, and insists on success. */
  get(path: string): Promise<Payload>;
  post(path: string, body?: object): Promise<Payload>;
  patch(path: string, body: object): Promise<Payload>;
  /** Asks the API as the operator and takes whatever comes. */
  attempt(method: string, path: string, body?: object): Promise<RestAnswer>;
  /** Adds a card of this case and gives its number. */
  card(suffix?: string, more?: object): Promise<string>;
  /** Adopts a station of this case. */
  adopt(id?: string, more?: object): Promise<string>;
  /** Calls as a station, adopted or not; `url` is the whole address when it is not the usual one. */
  dial(id: string, how?: Dialling & { readonly url?: string }): Promise<Dialled>;
  /** The same, and insists on being let in. */
  connect(id: string, how?: Dialling & { readonly url?: string }): Promise<ChargePoint>;
  /** A station of this case that has been adopted, has connected and has booted. */
  chargePoint(suffix?: string): Promise<ChargePoint>;
  /** Waits for something to see in the API. */
  eventually<T>(expected: string, look: () => Promise<T | null | undefined | false>): Promise<T>;
}

export interface BenchFacts {
  readonly caseId: string;
  readonly site: TestSite;
  readonly patience: Patience;
  saw(action: string): void;
}

/** Also hands out what the case leaves behind. */
export function createBench({ caseId, site, patience, saw }: BenchFacts): {
  readonly bench: Bench;
  readonly chargePoints: readonly ChargePoint[];
} {
  const chargePoints: ChargePoint[] = [];
  const base = '/api/v1';

  const bench: Bench = {
    site,
    patience,
    name: (suffix = '') => `${caseId}${suffix === '' ? '' : `-${suffix}`}`,
    get: (path) => ask('GET', path),
    post: (path, body = {}) => ask('POST', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    attempt: (method, path, body) => site.api.send(method, base + path, body === undefined ? {} : { body }),

    async card(suffix = 'CARD', more = {}) {
      const uid = bench.name(suffix).replaceAll('_', '').toUpperCase();
      await bench.post('/cards', { uid, holder: 'Jo Muster', ...more });
      return uid;
    },

    async adopt(id = caseId, more = {}) {
      await bench.post('/stations', { id, ...more });
      return id;
    },

    dial: (id, { url, ...how } = {}) => dial(url ?? site.server.ocppUrl + encodeURIComponent(id), id, how),

    async connect(id, how) {
      const dialled = await bench.dial(id, how);
      if (dialled.kind !== 'open') throw new Failure(`${id} to be let in`, dialled);
      const { socket, early } = dialled;
      const chargePoint = chargePointOn({ id, socket, early, patience, saw });
      chargePoints.push(chargePoint);
      return chargePoint;
    },

    async chargePoint(suffix) {
      const chargePoint = await bench.connect(await bench.adopt(bench.name(suffix)));
      await boot(chargePoint);
      return chargePoint;
    },

    eventually: (expected, look) => eventually(expected, look, patience),
  };
  return { bench, chargePoints };

  async function ask(method: string, path: string, body?: object): Promise<Payload> {
    const answer = await bench.attempt(method, path, body);
    if (answer.status >= 300)
      throw new Failure(`${method} ${path} to succeed`, `${answer.status} ${answer.text}`);
    return answer.json;
  }
}

/** A boot as after power came back, with a report of every connector. */
export async function boot(chargePoint: ChargePoint, connectors = 1): Promise<Payload> {
  const answer = await chargePoint.call('BootNotification', {
    chargePointVendor: 'Muster',
    chargePointModel: 'Wallbox 11',
    chargePointSerialNumber: chargePoint.id.slice(0, 25),
    firmwareVersion: '1.0.0',
  });
  if (answer.status !== 'Accepted') throw new Failure('BootNotification to be Accepted', answer);
  for (let connectorId = 0; connectorId <= connectors; connectorId++)
    await report(chargePoint, connectorId, 'Available');
  return answer;
}

/** Sends StatusNotification; with the error when there is one. */
export function report(
  chargePoint: ChargePoint,
  connectorId: number,
  told: string | { readonly status: string; readonly errorCode: string },
): Promise<Payload> {
  const words = typeof told === 'string' ? { status: told, errorCode: 'NoError' } : told;
  const timestamp = new Date().toISOString();
  return chargePoint.call('StatusNotification', { connectorId, ...words, timestamp });
}
