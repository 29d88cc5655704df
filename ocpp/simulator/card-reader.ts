import type { Request } from '../v16/actions.ts';
import type { Authorization } from './authorization.ts';
import type { Charging } from './charging.ts';
import type { ChargingProfiles } from './charging-profiles.ts';
import type { Configuration } from './configuration.ts';
import type { Reservations } from './reservations.ts';
import type { SimulatedTime } from './time.ts';

/** Where cards are held against, and where remote starts arrive. */
export interface CardReader {
  /** Starts a session, or stops the card's own. */
  present(connectorId: number, idTag: string): Promise<void>;
  /** The card was accepted: charges now, or when the car is plugged in. */
  start(connectorId: number, idTag: string): void;
  remoteStart(request: Request<'RemoteStartTransaction'>): boolean;
  /** A car has been plugged in: it may be one that was waited for. */
  plugged(connectorId: number): void;
}

export interface CardReaderOptions {
  readonly authorization: Authorization;
  readonly charging: Charging;
  readonly configuration: Configuration;
  readonly profiles: ChargingProfiles;
  readonly reservations: Reservations;
  readonly time: SimulatedTime;
}

export function createCardReader(options: CardReaderOptions): CardReader {
  const { authorization, charging, configuration, profiles, reservations, time } = options;
  const accepted = new Map<number, string>();

  async function present(connectorId: number, idTag: string): Promise<void> {
    const { transaction } = charging.connector(connectorId);
    if (transaction !== undefined) {
      if (mayStop(transaction.idTag, idTag)) charging.stop(connectorId, 'Local');
      return;
    }
    if (await authorization.mayCharge(idTag)) startOrWait(connectorId, idTag);
  }

  function startOrWait(connectorId: number, idTag: string): void {
    if (charging.connector(connectorId).plugged) {
      start(connectorId, idTag);
      return;
    }
    if (admit(connectorId, idTag).kind === 'reserved') return;
    accepted.set(connectorId, idTag);
    charging.setAwaitsPlug(connectorId, true);
    time.after(configuration.number('ConnectionTimeOut') * 1000, () => {
      if (accepted.get(connectorId) === idTag) forget(connectorId);
    });
  }

  function start(connectorId: number, idTag: string): void {
    const admittance = admit(connectorId, idTag);
    if (admittance.kind === 'reserved') return;
    forget(connectorId);
    charging.start(connectorId, idTag, admittance.reservationId);
    if (admittance.reservationId !== undefined) reservations.use(admittance.reservationId);
  }

  async function startAsAsked(asked: AskedStart): Promise<void> {
    const { connectorId, idTag, chargingProfile } = asked;
    if (configuration.isOn('AuthorizeRemoteTxRequests')) await present(connectorId, idTag);
    else startOrWait(connectorId, idTag);
    // Errata 3.41: the profile is for the transaction that this start begins.
    const runs = charging.connector(connectorId).transaction !== undefined;
    if (chargingProfile !== undefined && runs)
      profiles.set({ connectorId, csChargingProfiles: chargingProfile });
  }

  function forget(connectorId: number): void {
    if (accepted.delete(connectorId)) charging.setAwaitsPlug(connectorId, false);
  }

  function admit(connectorId: number, idTag: string) {
    return reservations.admit(connectorId, { idTag, parentIdTag: authorization.parentOf(idTag) });
  }

  /** §3.5.1: the same card, or one of the same group. */
  function mayStop(startedWith: string, idTag: string): boolean {
    if (startedWith.toLowerCase() === idTag.toLowerCase()) return true;
    const parent = authorization.parentOf(idTag);
    return parent !== undefined && parent === authorization.parentOf(startedWith);
  }

  return {
    present,
    start,

    plugged(connectorId) {
      const idTag = accepted.get(connectorId);
      if (idTag !== undefined) start(connectorId, idTag);
    },

    remoteStart({ connectorId = freeConnector(charging), idTag, chargingProfile }) {
      const wanted = charging.connectors[connectorId - 1];
      if (wanted === undefined || wanted.transaction !== undefined) return false;
      if (!STARTABLE.has(wanted.status) || admit(connectorId, idTag).kind === 'reserved') return false;
      time.after(0, () => void startAsAsked({ connectorId, idTag, chargingProfile }));
      return true;
    },
  };
}

interface AskedStart {
  readonly connectorId: number;
  readonly idTag: string;
  readonly chargingProfile: Request<'RemoteStartTransaction'>['chargingProfile'];
}

const STARTABLE: ReadonlySet<string> = new Set(['Available', 'Preparing', 'Reserved']);

/** Where a start goes that names no connector: to a car that waits, else to a free place. */
function freeConnector({ connectors }: Charging): number {
  const idle = connectors.filter(
    ({ transaction, status }) => transaction === undefined && STARTABLE.has(status),
  );
  return (idle.find(({ plugged }) => plugged) ?? idle[0])?.id ?? 1;
}
