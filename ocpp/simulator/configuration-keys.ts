/** One configuration key as a station is built with it. */
export interface KeyDefinition {
  readonly value: string;
  readonly kind: 'number' | 'truth' | 'text' | 'list';
  /** Rather than written: `reads` are read-only, `writes` are never shown (AuthorizationKey). */
  readonly access?: 'reads' | 'writes';
  /** A change holds after the next restart only. */
  readonly needsReboot?: boolean;
}

export interface StationFigures {
  readonly connectors: number;
  readonly meterIntervalSeconds: number;
  readonly heartbeatSeconds: number;
  readonly securityProfile: number;
  readonly cpoName: string;
}

/** The standard keys of OCPP 1.6 §9 and of the security paper, as a decent wallbox is delivered. */
export function standardKeys(figures: StationFigures): Readonly<Record<string, KeyDefinition>> {
  return {
    AllowOfflineTxForUnknownId: truth(true),
    AuthorizationCacheEnabled: truth(true),
    AuthorizeRemoteTxRequests: truth(true),
    BlinkRepeat: number(3),
    ClockAlignedDataInterval: number(0),
    ConnectionTimeOut: number(60),
    ConnectorPhaseRotation: { value: '0.RST', kind: 'list' },
    ConnectorPhaseRotationMaxLength: fixed(5),
    GetConfigurationMaxKeys: fixed(50),
    HeartbeatInterval: number(figures.heartbeatSeconds),
    LightIntensity: number(100),
    LocalAuthorizeOffline: truth(true),
    LocalPreAuthorize: truth(false),
    MaxEnergyOnInvalidId: number(0),
    MeterValuesAlignedData: { value: ENERGY, kind: 'list' },
    MeterValuesAlignedDataMaxLength: fixed(5),
    MeterValuesSampledData: {
      value: `${ENERGY},Power.Active.Import,Current.Import,Voltage`,
      kind: 'list',
    },
    MeterValuesSampledDataMaxLength: fixed(5),
    MeterValueSampleInterval: number(figures.meterIntervalSeconds),
    MinimumStatusDuration: number(0),
    NumberOfConnectors: fixed(figures.connectors),
    ResetRetries: number(1),
    StopTransactionOnEVSideDisconnect: truth(true),
    StopTransactionOnInvalidId: truth(true),
    StopTxnAlignedData: { value: '', kind: 'list' },
    StopTxnAlignedDataMaxLength: fixed(5),
    StopTxnSampledData: { value: '', kind: 'list' },
    StopTxnSampledDataMaxLength: fixed(5),
    SupportedFeatureProfiles: {
      value: 'Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger',
      kind: 'list',
      access: 'reads',
    },
    SupportedFeatureProfilesMaxLength: fixed(6),
    TransactionMessageAttempts: number(3),
    TransactionMessageRetryInterval: number(10),
    UnlockConnectorOnEVSideDisconnect: truth(true),
    WebSocketPingInterval: { ...number(30), needsReboot: true },
    LocalAuthListEnabled: truth(true),
    LocalAuthListMaxLength: fixed(100),
    SendLocalListMaxLength: fixed(20),
    ReserveConnectorZeroSupported: { value: 'true', kind: 'truth', access: 'reads' },
    ChargeProfileMaxStackLevel: fixed(8),
    ChargingScheduleAllowedChargingRateUnit: { value: 'Current,Power', kind: 'list', access: 'reads' },
    ChargingScheduleMaxPeriods: fixed(24),
    ConnectorSwitch3to1PhaseSupported: { value: 'false', kind: 'truth', access: 'reads' },
    MaxChargingProfilesInstalled: fixed(10),
    AdditionalRootCertificateCheck: { value: 'false', kind: 'truth', access: 'reads' },
    AuthorizationKey: { value: '', kind: 'text', access: 'writes' },
    CertificateSignedMaxChainSize: fixed(10_000),
    CertificateStoreMaxLength: fixed(10),
    CpoName: { value: figures.cpoName, kind: 'text' },
    SecurityProfile: number(figures.securityProfile),
    SupportedFileTransferProtocols: { value: 'HTTP,HTTPS', kind: 'list', access: 'reads' },
  };
}

const ENERGY = 'Energy.Active.Import.Register';

function number(value: number): KeyDefinition {
  return { value: String(value), kind: 'number' };
}

function fixed(value: number): KeyDefinition {
  return { ...number(value), access: 'reads' };
}

function truth(value: boolean): KeyDefinition {
  return { value: String(value), kind: 'truth' };
}
