/** What the standard says of a configuration key (OCPP 1.6 §9, its errata, and the security whitepaper). */
export type StandardKey = KeyType & {
  readonly profile: KeyProfile;
  /** Some stations let people write even these. */
  readonly readOnly: boolean;
};

export type KeyType =
  | { readonly type: 'yes-no' }
  /** Whole numbers, bounds included; `most` is null where there is none. */
  | { readonly type: 'number'; readonly unit: KeyUnit; readonly least: number; readonly most: number | null }
  /** Words with commas between them. */
  | { readonly type: 'list' }
  | { readonly type: 'text'; readonly mostLetters: number };

export type KeyUnit = '' | 's' | 'Wh' | '%';
export type KeyProfile =
  | 'Core'
  | 'LocalAuthListManagement'
  | 'Reservation'
  | 'SmartCharging'
  | 'FirmwareManagement'
  | 'Security';

const yesNo: KeyType = { type: 'yes-no' };
const list: KeyType = { type: 'list' };
const count = numberIn('');
const seconds = numberIn('s');

/** By their names as the standard spells them. */
export const STANDARD_KEYS: ReadonlyMap<string, StandardKey> = new Map([
  ...keys('Core', 'writable', {
    AllowOfflineTxForUnknownId: yesNo,
    AuthorizationCacheEnabled: yesNo,
    AuthorizeRemoteTxRequests: yesNo,
    BlinkRepeat: count,
    ClockAlignedDataInterval: seconds,
    ConnectionTimeOut: seconds,
    ConnectorPhaseRotation: list,
    HeartbeatInterval: seconds,
    LightIntensity: numberIn('%', 0, 100),
    LocalAuthorizeOffline: yesNo,
    LocalPreAuthorize: yesNo,
    MaxEnergyOnInvalidId: numberIn('Wh'),
    MeterValuesAlignedData: list,
    MeterValuesSampledData: list,
    MeterValueSampleInterval: seconds,
    MinimumStatusDuration: seconds,
    ResetRetries: count,
    StopTransactionOnEVSideDisconnect: yesNo,
    StopTransactionOnInvalidId: yesNo,
    StopTxnAlignedData: list,
    StopTxnSampledData: list,
    TransactionMessageAttempts: count,
    TransactionMessageRetryInterval: seconds,
    UnlockConnectorOnEVSideDisconnect: yesNo,
    WebSocketPingInterval: seconds,
  }),
  ...keys('Core', 'read-only', {
    ConnectorPhaseRotationMaxLength: count,
    GetConfigurationMaxKeys: count,
    MeterValuesAlignedDataMaxLength: count,
    MeterValuesSampledDataMaxLength: count,
    NumberOfConnectors: count,
    StopTxnAlignedDataMaxLength: count,
    StopTxnSampledDataMaxLength: count,
    SupportedFeatureProfiles: list,
    SupportedFeatureProfilesMaxLength: count,
  }),
  ...keys('LocalAuthListManagement', 'writable', { LocalAuthListEnabled: yesNo }),
  ...keys('LocalAuthListManagement', 'read-only', {
    LocalAuthListMaxLength: count,
    SendLocalListMaxLength: count,
  }),
  ...keys('Reservation', 'read-only', { ReserveConnectorZeroSupported: yesNo }),
  ...keys('SmartCharging', 'read-only', {
    ChargeProfileMaxStackLevel: count,
    ChargingScheduleAllowedChargingRateUnit: list,
    ChargingScheduleMaxPeriods: count,
    ConnectorSwitch3to1PhaseSupported: yesNo,
    MaxChargingProfilesInstalled: count,
  }),
  ...keys('FirmwareManagement', 'read-only', { SupportedFileTransferProtocols: list }),
  ...keys('Security', 'writable', {
    AuthorizationKey: { type: 'text', mostLetters: 40 },
    CpoName: { type: 'text', mostLetters: 500 },
    SecurityProfile: numberIn('', 0, 3),
  }),
  ...keys('Security', 'read-only', {
    AdditionalRootCertificateCheck: yesNo,
    CertificateSignedMaxChainSize: count,
    CertificateStoreMaxLength: count,
  }),
]);

/** Stations misspell capitals. */
export function standardKey(key: string): StandardKey | null {
  return BY_FOLDED_NAME.get(key.toLowerCase()) ?? null;
}

const BY_FOLDED_NAME = new Map([...STANDARD_KEYS].map(([key, known]) => [key.toLowerCase(), known]));

function keys(
  profile: KeyProfile,
  access: 'writable' | 'read-only',
  types: Readonly<Record<string, KeyType>>,
): readonly (readonly [string, StandardKey])[] {
  return Object.entries(types).map(([key, type]) => [
    key,
    { ...type, profile, readOnly: access === 'read-only' },
  ]);
}

function numberIn(unit: KeyUnit, least = 0, most: number | null = null): KeyType {
  return { type: 'number', unit, least, most };
}
