import type { Request, Response } from '../v16/actions.ts';

/** The configuration keys of a station, as in OCPP 1.6 §9. */
export interface Configuration {
  /** The whole number under this key. */
  number(key: string): number;
  read(request: Request<'GetConfiguration'>): Response<'GetConfiguration'>;
  change(request: Request<'ChangeConfiguration'>): Response<'ChangeConfiguration'>;
}

export function createConfiguration(options: {
  readonly connectors: number;
  readonly meterIntervalSeconds: number;
  readonly heartbeatSeconds: number;
}): Configuration {
  const values = new Map<string, string>([
    ['AuthorizeRemoteTxRequests', 'true'],
    ['ConnectionTimeOut', '60'],
    ['GetConfigurationMaxKeys', '50'],
    ['HeartbeatInterval', String(options.heartbeatSeconds)],
    ['LocalAuthorizeOffline', 'true'],
    ['MeterValueSampleInterval', String(options.meterIntervalSeconds)],
    ['MeterValuesSampledData', 'Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage'],
    ['NumberOfConnectors', String(options.connectors)],
    ['StopTransactionOnEVSideDisconnect', 'true'],
    ['SupportedFeatureProfiles', 'Core,RemoteTrigger'],
    ['TransactionMessageAttempts', '3'],
    ['TransactionMessageRetryInterval', '10'],
    ['WebSocketPingInterval', '30'],
  ]);

  return {
    number: (key) => Number(values.get(key)),

    read({ key: asked = [] }) {
      const keys = asked.length === 0 ? [...values.keys()] : asked;
      return {
        configurationKey: keys.flatMap((key) => {
          const value = values.get(key);
          return value === undefined ? [] : [{ key, readonly: readonlyKeys.has(key), value }];
        }),
        unknownKey: keys.filter((key) => !values.has(key)),
      };
    },

    change({ key, value }) {
      const current = values.get(key);
      if (current === undefined) return { status: 'NotSupported' };
      const wantsNumber = /^\d+$/.test(current);
      if (readonlyKeys.has(key) || (wantsNumber && !/^\d+$/.test(value))) return { status: 'Rejected' };
      values.set(key, value);
      return { status: 'Accepted' };
    },
  };
}

const readonlyKeys: ReadonlySet<string> = new Set([
  'GetConfigurationMaxKeys',
  'NumberOfConnectors',
  'SupportedFeatureProfiles',
]);
