import type { Refusal } from '../access/refusal.ts';
import type { ConnectorId, SessionId, TransactionId } from '../shared/ids.ts';
import type { ChargingProfile } from './charging-profile.ts';

/** What people ask of a station day by day. */
export type DailyOrder =
  | {
      readonly kind: 'remote-start';
      readonly connectorId: ConnectorId;
      readonly idTag: string;
      /** A TxProfile without transaction, for the session that begins (OCPP 1.6 §5.11, errata 3.41). */
      readonly profile?: ChargingProfile;
      /** The card is refused, and somebody wants the session all the same: then it is let in for this start. */
      readonly anyway?: Refusal['kind'];
    }
  | {
      readonly kind: 'remote-stop';
      readonly sessionId: SessionId;
      readonly transactionId: TransactionId;
      readonly connectorId: ConnectorId;
    }
  | { readonly kind: 'unlock'; readonly connectorId: ConnectorId }
  | { readonly kind: 'reset'; readonly type: 'Soft' | 'Hard' }
  | { readonly kind: 'set-availability'; readonly connectorId: ConnectorId; readonly inService: boolean };
