import type { CallErrorCode } from './call-error.ts';
import type { CallFrame, FrameFault } from './frame.ts';
import type { ReceivedCall } from './received-call.ts';
import { type IncomingAction, isIncomingAction, isKnownAction, isNeverRefused } from './v16/actions.ts';
import type { Deviation, DeviationKind } from './v16/deviation.ts';
import { readRequest } from './v16/tolerance.ts';

/** A call that is answered with a CALLERROR and goes no further. */
export interface RefusedCall {
  readonly validity: 'refused';
  readonly messageId: string;
  readonly action: string;
  readonly raw: string;
  readonly receivedAt: number;
  readonly deviations: readonly Deviation[];
  readonly code: CallErrorCode;
  readonly problem: string;
}

export interface Arrival {
  readonly raw: string;
  readonly receivedAt: number;
}

/** Reads a CALL as far as it makes sense. */
export function readCall(frame: CallFrame, arrival: Arrival): ReceivedCall | RefusedCall {
  const { action, messageId } = frame;
  if (!isIncomingAction(action)) return refuseUnknown(frame, arrival);

  const reading = readRequest(action, frame.payload);
  switch (reading.kind) {
    case 'valid':
      return received(action, reading.payload, {
        validity: 'valid',
        messageId,
        arrival,
        deviations: frame.oddities.length === 0 ? none : noted(frame.oddities),
      });
    case 'repaired':
      return received(action, reading.payload, {
        validity: 'repaired',
        messageId,
        arrival,
        deviations: [...noted(frame.oddities), ...reading.deviations],
      });
    case 'invalid': {
      const deviations = [...noted(frame.oddities), ...reading.deviations];
      const { code, problem, partial } = reading;
      return isNeverRefused(action)
        ? { validity: 'invalid', messageId, ...arrival, deviations, action, request: partial, problem }
        : { validity: 'refused', messageId, ...arrival, deviations, action, code, problem };
    }
  }
}

/** What to do about a damaged frame that can still be told to be a certain call. */
export function readDamagedCall(
  fault: FrameFault & { readonly call: object },
  arrival: Arrival,
): ReceivedCall | RefusedCall {
  const { messageId, action } = fault.call;
  const deviations = noted(fault.oddities);
  const problem = `the frame is damaged: ${fault.fault}`;
  return isNeverRefused(action)
    ? { validity: 'invalid', messageId, ...arrival, deviations, action, request: {}, problem }
    : { validity: 'refused', messageId, ...arrival, deviations, action, code: 'FormationViolation', problem };
}

/** Oddities of a frame as deviations of a station. */
export function noted(oddities: readonly DeviationKind[]): readonly Deviation[] {
  return oddities.map((kind) => ({ kind, where: '' }));
}

const none: readonly Deviation[] = [];

interface ReadFacts {
  readonly validity: 'valid' | 'repaired';
  readonly messageId: string;
  readonly arrival: Arrival;
  readonly deviations: readonly Deviation[];
}

function received(
  action: IncomingAction,
  request: unknown,
  { validity, messageId, arrival: { raw, receivedAt }, deviations }: ReadFacts,
): ReceivedCall {
  // The schema of this very action has just vouched for the request.
  return { validity, messageId, raw, receivedAt, deviations, action, request } as ReceivedCall;
}

function refuseUnknown(frame: CallFrame, arrival: Arrival): RefusedCall {
  const { action, messageId } = frame;
  const deviations = noted(frame.oddities);
  const refusal = { validity: 'refused', messageId, action, ...arrival, deviations } as const;
  return isKnownAction(action)
    ? { ...refusal, code: 'NotSupported', problem: 'this action is not supported' }
    : { ...refusal, code: 'NotImplemented', problem: 'this action is unknown' };
}
