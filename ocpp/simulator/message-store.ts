import type { Request } from '../v16/actions.ts';
import type { StationTransaction } from './connector.ts';
import type { Link } from './link.ts';
import type { IdTagInfo } from './local-list.ts';

/** A message about a transaction, which a station keeps until it is answered (OCPP 1.6 §3.7). */
export type TransactionMessage =
  | { readonly kind: 'start'; readonly of: StationTransaction; readonly request: Request<'StartTransaction'> }
  | {
      readonly kind: 'values';
      readonly of: StationTransaction;
      readonly request: Omit<Request<'MeterValues'>, 'transactionId'>;
    }
  | {
      readonly kind: 'stop';
      readonly of: StationTransaction;
      readonly request: Omit<Request<'StopTransaction'>, 'transactionId'>;
    };

/** The station's memory of what it still has to tell. */
export interface MessageStore {
  readonly size: number;
  keep(message: TransactionMessage): void;
  /** Delivers in order until the memory is empty or the link fails. Safe to call at any time. */
  deliver(link: Link): Promise<void>;
}

/** Delivers one message after the other, each again with a new message id until it is answered. */
export function createMessageStore(
  onStarted: (transaction: StationTransaction, info: IdTagInfo) => void,
  /** How often a message is sent that is answered with errors, before it is given up. */
  mostAttempts: () => number,
): MessageStore {
  const messages: TransactionMessage[] = [];
  let attempts = 0;
  let delivering = false;

  async function deliverFirst(link: Link, message: TransactionMessage): Promise<boolean> {
    const outcome = await send(link, message);
    if (outcome === 'lost') return false;
    attempts += 1;
    // Errata 3.3: after repeated CALLERRORs a station gives a message up.
    if (outcome === 'error' && attempts < mostAttempts()) return true;
    attempts = 0;
    messages.shift();
    return true;
  }

  async function send(link: Link, message: TransactionMessage): Promise<'result' | 'error' | 'lost'> {
    // -1 is what stations write when they never learned the number (errata 3.18).
    const transactionId = message.of.transactionId ?? -1;
    switch (message.kind) {
      case 'start':
        return sendStart(link, message);
      case 'values':
        return (await link.call('MeterValues', { ...message.request, transactionId })).kind;
      case 'stop':
        return (await link.call('StopTransaction', { ...message.request, transactionId })).kind;
    }
  }

  async function sendStart(link: Link, { of, request }: TransactionMessage & { readonly kind: 'start' }) {
    const outcome = await link.call('StartTransaction', request);
    if (outcome.kind !== 'result') return outcome.kind;
    of.transactionId = outcome.response.transactionId;
    onStarted(of, outcome.response.idTagInfo);
    return outcome.kind;
  }

  return {
    get size() {
      return messages.length;
    },

    keep(message) {
      messages.push(message);
    },

    async deliver(link) {
      if (delivering) return;
      delivering = true;
      let [first] = messages;
      while (first !== undefined && link.isOpen && (await deliverFirst(link, first))) [first] = messages;
      delivering = false;
    },
  };
}
