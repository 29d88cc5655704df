import type { Request, Response } from '../v16/actions.ts';
import type { Configuration } from './configuration.ts';

export type IdTagInfo = Response<'Authorize'>['idTagInfo'];

/** The station's local authorization list (OCPP 1.6 §3.5.2). */
export interface LocalList {
  /** 0 while the list is empty, -1 when the station keeps none. */
  readonly version: number;
  readonly size: number;
  find(idTag: string): IdTagInfo | undefined;
  update(request: Request<'SendLocalList'>): Response<'SendLocalList'>;
  /** Forgets everything, as after a factory reset. */
  lose(): void;
}

export function createLocalList(configuration: Configuration): LocalList {
  let entries = new Map<string, IdTagInfo>();
  let version = 0;

  return {
    get version() {
      return configuration.isOn('LocalAuthListEnabled') ? version : -1;
    },
    get size() {
      return entries.size;
    },
    find: (idTag) =>
      configuration.isOn('LocalAuthListEnabled') ? entries.get(idTag.toLowerCase()) : undefined,

    update({ listVersion, localAuthorizationList = [], updateType }) {
      if (!configuration.isOn('LocalAuthListEnabled')) return { status: 'NotSupported' };
      if (listVersion <= 0) return { status: 'Failed' };
      if (localAuthorizationList.length > configuration.number('SendLocalListMaxLength'))
        return { status: 'Failed' };
      if (updateType === 'Differential' && listVersion <= version) return { status: 'VersionMismatch' };
      const next = new Map(updateType === 'Full' ? [] : entries);
      for (const { idTag, idTagInfo } of localAuthorizationList) {
        // §7.1: without its info an entry of a differential update is to be removed.
        if (idTagInfo !== undefined) next.set(idTag.toLowerCase(), idTagInfo);
        else if (updateType === 'Full') return { status: 'Failed' };
        else next.delete(idTag.toLowerCase());
      }
      if (next.size > configuration.number('LocalAuthListMaxLength')) return { status: 'Failed' };
      entries = next;
      version = listVersion;
      return { status: 'Accepted' };
    },

    lose() {
      entries = new Map();
      version = 0;
    },
  };
}
