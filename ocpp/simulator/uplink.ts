import type { IncomingAction, Request, Response } from '../v16/actions.ts';
import { type Link, type LinkOptions, openLink, type StationCallOutcome } from './link.ts';
import type { Random } from './random.ts';
import { every, type SimulatedTime } from './time.ts';

/** The station's side of the network: connects, boots, reconnects, beats. */
export interface Uplink {
  /** The link, once the central system has accepted the station. */
  readonly online: Link | undefined;
  switchOn(): void;
  switchOff(): void;
  /** Off without a goodbye, as when the power goes. */
  losePower(): void;
  loseNetwork(): void;
  regainNetwork(): void;
  freeze(): void;
  /** Boots again over a new connection, as after a reset. */
  restart(): void;
  /** Connects anew, without booting, as after a change of its credentials. */
  reconnect(): void;
  sendBoot(): Promise<void>;
  call<A extends IncomingAction>(action: A, request: Request<A>): Promise<StationCallOutcome<A>>;
  sendText(text: string): void;
}

/** How the next connection is made. */
export type Way = Pick<LinkOptions, 'url' | 'password' | 'security'>;

export interface UplinkOptions
  extends Pick<LinkOptions, 'stationId' | 'protocols' | 'headers' | 'callTimeoutMs' | 'reply'> {
  readonly time: SimulatedTime;
  readonly random: Random;
  readonly sendsBoot: boolean;
  readonly reconnectMs: number;
  way(): Way;
  boot(): Request<'BootNotification'>;
  /** Seconds between heartbeats, as the central system wishes. */
  onInterval(seconds: number): void;
  onOnline(link: Link): void;
  /** A connection could not be made, for the n-th time in a row. */
  onFailure(failures: number): void;
}

export function createUplink(options: UplinkOptions): Uplink {
  const { time, random, reconnectMs } = options;
  const run = random().toString(36).slice(2, 8);
  let sentCalls = 0;
  let poweredOn = false;
  let networkUp = true;
  let mustBoot = options.sendsBoot;
  let accepted = false;
  let connecting = false;
  let failures = 0;
  let link: Link | undefined;
  let stopHeartbeat = () => {};
  let cancelRetry = () => {};

  async function connect(): Promise<void> {
    if (!poweredOn || !networkUp || connecting || link !== undefined) return;
    connecting = true;
    const opened = await openLink({
      ...options,
      ...options.way(),
      nextMessageId: () => `${run}-${++sentCalls}`,
      onClose: () => lose(opened.kind === 'open' ? opened.link : undefined),
    });
    connecting = false;
    if (opened.kind === 'failed') return retry();
    if (!poweredOn || !networkUp) return opened.link.close();
    link = opened.link;
    await introduce(opened.link);
  }

  async function introduce(opened: Link): Promise<void> {
    if (mustBoot) {
      const booted = await sendBoot();
      if (link !== opened) return;
      if (booted?.status !== 'Accepted') {
        cancelRetry = time.after((booted?.interval || 10) * 1000, () => void introduce(opened));
        return;
      }
      mustBoot = false;
    }
    failures = 0;
    accepted = true;
    options.onOnline(opened);
  }

  async function sendBoot(): Promise<Response<'BootNotification'> | undefined> {
    const outcome = await link?.call('BootNotification', options.boot());
    if (outcome?.kind !== 'result') return undefined;
    if (outcome.response.status === 'Accepted') beatEvery(outcome.response.interval);
    return outcome.response;
  }

  function beatEvery(seconds: number): void {
    options.onInterval(seconds);
    stopHeartbeat();
    if (seconds > 0) stopHeartbeat = every(time, seconds * 1000, () => void link?.call('Heartbeat', {}));
  }

  function lose(lost: Link | undefined): void {
    if (lost === undefined || link !== lost) return;
    drop();
    retry();
  }

  function drop(how: 'close' | 'cut' = 'close'): void {
    const dropped = link;
    link = undefined;
    accepted = false;
    cancelRetry();
    dropped?.[how]();
  }

  function retry(): void {
    failures += 1;
    options.onFailure(failures);
    const delayMs = Math.min(reconnectMs * 2 ** (failures - 1), reconnectMs * 30);
    cancelRetry();
    cancelRetry = time.after(delayMs * (0.5 + random()), () => void connect());
  }

  function comeBack(): void {
    drop();
    cancelRetry = time.after(reconnectMs, () => void connect());
  }

  function switchOff(how: 'close' | 'cut'): void {
    poweredOn = false;
    stopHeartbeat();
    drop(how);
  }

  return {
    get online() {
      return accepted && link?.isOpen ? link : undefined;
    },

    switchOn() {
      poweredOn = true;
      mustBoot = options.sendsBoot;
      void connect();
    },

    switchOff: () => switchOff('close'),
    losePower: () => switchOff('cut'),

    loseNetwork() {
      networkUp = false;
      drop();
    },

    regainNetwork() {
      networkUp = true;
      void connect();
    },

    freeze: () => link?.freeze(),

    restart() {
      mustBoot = options.sendsBoot;
      stopHeartbeat();
      comeBack();
    },

    reconnect: comeBack,
    async sendBoot() {
      if (!mustBoot || accepted || link === undefined) {
        await sendBoot();
        return;
      }
      // Whoever still waits to be accepted goes on from here, and not after its interval.
      cancelRetry();
      await introduce(link);
    },
    call: async (action, request) => (await link?.call(action, request)) ?? { kind: 'lost' },
    sendText: (text) => link?.sendText(text),
  };
}
