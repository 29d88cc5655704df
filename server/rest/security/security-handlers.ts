import type { ErrorCode } from '#api/errors.ts';
import type { SecurityProfile } from '#core/security/profile.ts';
import type { Application } from '../../application.ts';
import { noteRoot } from '../../security/note-root.ts';
import { type RequireObstacle, requireProfile } from '../../security/require-profile.ts';
import { needsRoot } from '../../security/root-certificates.ts';
import { rotateKey } from '../../security/rotate-key.ts';
import { askForCertificate, revokeCertificate } from '../../security/station-certificates.ts';
import { upgradeProfile } from '../../security/upgrade-profile.ts';
import { askStation } from '../../stations/ask-station.ts';
import { answered } from '../answered.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/named-station.ts';
import { agreed } from './agreed.ts';
import { securityView } from './security-view.ts';

type Names =
  | 'getStationSecurity'
  | 'requireProfile'
  | 'upgradeProfile'
  | 'rotateKey'
  | 'renewCertificate'
  | 'listRoots'
  | 'installRoot'
  | 'deleteRoot'
  | 'revokeCertificate';

export function securityHandlers(app: Application): SomeHandlers<Names> {
  const ask = askStation(app);
  return {
    getStationSecurity: async ({ params }) => securityView(app, station(app, params.stationId)),

    async requireProfile({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      const wish = { profile: body.profile as SecurityProfile, by: caller.name };
      const obstacle = await requireProfile(app, id, wish);
      if (obstacle !== null) throw new ApiProblem(OBSTACLES[obstacle]);
      return securityView(app, station(app, id));
    },

    async upgradeProfile({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      connected(id);
      const outcome = await upgradeProfile(app, id, {
        to: body.profile as SecurityProfile,
        by: caller.name,
      });
      switch (outcome.kind) {
        case 'asked':
          return { outcome: agreed(outcome.answer) };
        case 'not-higher':
          throw new ApiProblem('profile-not-higher');
        case 'under-way':
          throw new ApiProblem('upgrade-under-way');
        case 'no-tls-port':
        case 'needs-certificate':
          throw new ApiProblem(OBSTACLES[outcome.kind]);
        case 'key-under-way':
          throw new ApiProblem('key-change-under-way');
        case 'not-prepared':
          throw new ApiProblem('station-refused', { detail: `${outcome.step}: ${outcome.answer}` });
      }
    },

    async rotateKey({ params, caller }) {
      const { id } = station(app, params.stationId);
      connected(id);
      const outcome = await rotateKey(app, id, caller.name);
      if (outcome.kind === 'under-way') throw new ApiProblem('key-change-under-way');
      return { outcome: outcome.isWaiting ? 'waiting' : agreed(outcome.answer) };
    },

    async renewCertificate({ params, caller }) {
      const { id } = station(app, params.stationId);
      connected(id);
      const { status } = answered(await askForCertificate(app, id, caller.name));
      if (status !== 'Accepted') throw new ApiProblem('station-refused', { detail: status });
      return { ok: true };
    },

    async listRoots({ params, query }) {
      const { id } = station(app, params.stationId);
      const wish = { certificateType: query.use };
      const { certificateHashData = [] } = answered(await ask(id, 'GetInstalledCertificateIds', wish));
      return { items: certificateHashData };
    },

    async installRoot({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      const certificate = body.certificate ?? (await app.authority.authority()).certificate;
      const wish = { certificateType: body.use, certificate };
      const { status } = answered(await ask(id, 'InstallCertificate', wish));
      await noteRoot(app, { stationId: id, by: caller.name, answer: status });
      return ended(status);
    },

    async deleteRoot({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      if (await needsRoot(app, id, body.serialNumber)) throw new ApiProblem('root-needed');
      const wish = { certificateHashData: body };
      const { status } = answered(await ask(id, 'DeleteCertificate', wish));
      await noteRoot(app, {
        stationId: id,
        by: caller.name,
        answer: status,
        serial: body.serialNumber,
      });
      return ended(status);
    },

    async revokeCertificate({ params, caller }) {
      const isKnown = await revokeCertificate(app, params.serial, caller.name);
      found(isKnown || null, `certificate ${params.serial}`);
      return { ok: true };
    },
  };

  /** Before anything is prepared for a station that cannot be asked. */
  function connected(id: ReturnType<typeof station>['id']): void {
    if (app.stations.line(id) === undefined) throw new ApiProblem('station-not-connected');
  }
}

const OBSTACLES = {
  'needs-password': 'profile-needs-password',
  'needs-certificate': 'profile-needs-certificate',
  'no-tls-port': 'no-tls-port',
} as const satisfies Record<RequireObstacle, ErrorCode>;

function ended(status: string): { readonly ok: true } {
  if (status !== 'Accepted') throw new ApiProblem('station-refused', { detail: status });
  return { ok: true };
}
