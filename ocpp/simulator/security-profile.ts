import type { Request } from '../v16/actions.ts';
import type { Certificates } from './certificates.ts';
import type { Configuration } from './configuration.ts';
import type { Way } from './uplink.ts';

/** How much a station protects its line: 0 nothing, 1 password, 2 TLS and password, 3 TLS with its own certificate. */
export type SecurityLevel = 0 | 1 | 2 | 3;

/** The security of a station's line (security paper A00, A01, A05). */
export interface SecurityProfile {
  readonly level: SecurityLevel;
  readonly password: string | Buffer | undefined;
  /** How the next connection is made. */
  way(): Way;
  /** Whether a change of the configuration would lock the station out or weaken it. */
  refuses(request: Request<'ChangeConfiguration'>): boolean;
  /** A key was changed. True when the station has to connect anew. */
  changed(key: string): boolean;
  /** The way does not lead anywhere: after some attempts the one that did is taken again. */
  failed(failures: number): void;
  /** The way works. */
  succeeded(): void;
}

export interface SecurityProfileOptions {
  readonly configuration: Configuration;
  readonly certificates: Certificates;
  readonly url: string;
  /** Where the line with TLS ends. */
  readonly secureUrl: string | undefined;
  readonly password: string | Buffer | undefined;
  /** Sends the hex text of a key instead of its bytes, as Zaptec can be told to. */
  readonly sendsKeyAsText: boolean;
}

/** With which attempt a station goes back to the way that worked. */
const ATTEMPTS_OF_NEW_WAY = 3;

export function createSecurityProfile(options: SecurityProfileOptions): SecurityProfile {
  const { configuration, certificates, url, secureUrl = url } = options;
  let password = options.password;
  let proven: { readonly level: SecurityLevel; readonly password: string | Buffer | undefined } | undefined;

  function level(): SecurityLevel {
    const wanted = configuration.number('SecurityProfile');
    return wanted === 1 || wanted === 2 || wanted === 3 ? wanted : 0;
  }

  return {
    get level() {
      return level();
    },
    get password() {
      return password;
    },

    way() {
      const current = level();
      if (current < 2) return { url, password: current === 0 ? undefined : password, security: undefined };
      const ca = certificates.roots('CentralSystemRootCertificate');
      const { own } = certificates;
      return current === 2
        ? { url: secureUrl, password, security: { ca } }
        : {
            url: secureUrl,
            password: undefined,
            security: { ca, certificate: own?.certificate, privateKey: own?.privateKey },
          };
    },

    refuses({ key, value }) {
      if (key === 'AuthorizationKey') return keyIn(value) === undefined;
      if (key !== 'SecurityProfile') return false;
      const wanted = Number(value);
      // A00.FR.005: the way down does not lead over OCPP.
      if (wanted < level() || wanted > 3) return true;
      if ((wanted === 1 || wanted === 2) && password === undefined) return true;
      if (wanted >= 2 && certificates.roots('CentralSystemRootCertificate').length === 0) return true;
      return wanted === 3 && certificates.own === undefined;
    },

    changed(key) {
      if (key === 'AuthorizationKey') {
        const value = configuration.value('AuthorizationKey') ?? '';
        password = options.sendsKeyAsText ? value : keyIn(value);
        return level() === 1 || level() === 2;
      }
      return key === 'SecurityProfile';
    },

    failed(failures) {
      if (failures < ATTEMPTS_OF_NEW_WAY || proven === undefined || proven.level === level()) return;
      configuration.set('SecurityProfile', String(proven.level));
      password = proven.password;
    },

    succeeded() {
      proven = { level: level(), password };
    },
  };
}

/** A00.FR.205: 16 to 20 bytes in hexadecimal. A text of at least that length is taken as it is. */
function keyIn(value: string): string | Buffer | undefined {
  if (/^(?:[0-9a-f]{2}){16,20}$/i.test(value)) return Buffer.from(value, 'hex');
  return value.length >= 16 && value.length <= 40 ? value : undefined;
}
