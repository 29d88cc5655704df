/** What a connection of the benchmark says next. */
export type Step = 'values' | 'heartbeat' | 'status' | 'authorize' | 'stop' | 'start';

/** Nine MeterValues to one of the others; a session ends and the next begins at once. */
export const SITE_STEPS: readonly Step[] = Array.from({ length: 50 }, (_, index): Step => {
  const others: Partial<Record<number, Step>> = {
    9: 'heartbeat',
    19: 'status',
    29: 'authorize',
    39: 'stop',
    40: 'start',
  };
  return others[index] ?? 'values';
});

/** Connections begin at different places, but none in the middle of its stop and start. */
export function firstStepOf(connection: number): number {
  return (connection * 7) % 39;
}

export interface Moment {
  /** ISO 8601 in UTC with milliseconds: always 24 characters. */
  readonly timestamp: string;
  /** What the meter says, in Wh with three digits: always 11 characters. */
  readonly register: string;
}

export interface Speaker {
  readonly messageId: string;
  readonly idTag: string;
  readonly transactionId: number;
}

export function textOf(step: Step, { messageId, idTag, transactionId }: Speaker, moment: Moment): string {
  const { timestamp, register } = moment;
  const wholeWh = Math.floor(Number(register));
  switch (step) {
    case 'values':
      return call(messageId, 'MeterValues', {
        connectorId: 1,
        transactionId,
        meterValue: [{ timestamp, sampledValue: sampledValues(register) }],
      });
    case 'heartbeat':
      return call(messageId, 'Heartbeat', {});
    case 'status':
      return call(messageId, 'StatusNotification', {
        connectorId: 1,
        errorCode: 'NoError',
        status: 'Charging',
        timestamp,
      });
    case 'authorize':
      return call(messageId, 'Authorize', { idTag });
    case 'stop':
      return call(messageId, 'StopTransaction', { transactionId, idTag, meterStop: wholeWh + 1, timestamp });
    case 'start':
      return call(messageId, 'StartTransaction', {
        connectorId: 1,
        idTag,
        meterStart: wholeWh + 1,
        timestamp,
      });
  }
}

function call(messageId: string, action: string, payload: object): string {
  return JSON.stringify([2, messageId, action, payload]);
}

/** Eight values of a three-phase station, about 850 bytes together. */
function sampledValues(register: string): readonly object[] {
  const phases = ['L1', 'L2', 'L3'];
  return [
    { value: register, context: 'Sample.Periodic', measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
    { value: '11000.0', context: 'Sample.Periodic', measurand: 'Power.Active.Import', unit: 'W' },
    ...phases.map((phase) => ({
      value: '15.94',
      context: 'Sample.Periodic',
      measurand: 'Current.Import',
      phase,
      unit: 'A',
    })),
    ...phases.map((phase) => ({
      value: '230.1',
      context: 'Sample.Periodic',
      measurand: 'Voltage',
      phase: `${phase}-N`,
      unit: 'V',
    })),
  ];
}
