import type { Traffic } from '#ocpp/traffic.ts';
import type { Deviation, DeviationKind } from '#ocpp/v16/deviation.ts';

/** In which ways something that was not handed on departs from the standard, besides that it was not. */
export function deviationsIn(traffic: Traffic): readonly Deviation[] {
  switch (traffic.kind) {
    case 'unreadable-frame':
      return [...traffic.deviations, whole('frame-unreadable')];
    case 'refused-call':
      return [...traffic.deviations, whole('call-refused')];
    case 'received-answer':
      return traffic.problem === undefined
        ? traffic.deviations
        : [...traffic.deviations, whole('answer-unreadable')];
    case 'sent-call':
    case 'late-answer':
    case 'unasked-answer':
    case 'handler-failed':
      return [];
  }
}

function whole(kind: DeviationKind): Deviation {
  return { kind, where: '' };
}
