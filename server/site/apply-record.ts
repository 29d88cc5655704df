import type { RecordChange } from '#core/changes.ts';
import type { LiveSite } from './live-site.ts';
import type { UndoLog } from './undo-log.ts';

/** Puts a record into live state; what is over leaves it. */
export function applyRecord(live: LiveSite, change: RecordChange, undo: UndoLog): void {
  switch (change.kind) {
    case 'save-authority':
      undo.set(live.authorities, change.authority.serial, change.authority);
      break;
    case 'save-server-certificate':
      undo.set(live.serverCertificates, change.certificate.algorithm, change.certificate);
      break;
    case 'save-station-certificate':
      undo.set(live.stationCertificates, change.certificate.serial, change.certificate);
      break;
    case 'remove-station-certificate':
      undo.delete(live.stationCertificates, change.serial);
      break;
    case 'save-station-security':
      undo.set(live.stationSecurity, change.security.stationId, change.security);
      break;
    case 'save-configuration':
      undo.set(live.configurations, change.configuration.stationId, change.configuration);
      break;
    case 'save-template':
      undo.set(live.templates, change.template.id, change.template);
      break;
    case 'save-local-list':
      undo.set(live.localLists, change.list.stationId, change.list);
      break;
    case 'save-limits':
      undo.set(live.limits, change.limits.stationId, change.limits);
      break;
    case 'save-reservation': {
      const { reservation } = change;
      if (reservation.life.kind === 'held') undo.set(live.reservations, reservation.id, reservation);
      else undo.delete(live.reservations, reservation.id);
      break;
    }
    case 'save-upload': {
      const { upload } = change;
      if (upload.life.kind === 'awaited') undo.set(live.uploads, upload.id, upload);
      else undo.delete(live.uploads, upload.id);
      break;
    }
    case 'save-document':
      undo.set(live.documents, change.document.id, change.document);
      break;
    case 'save-site-address': {
      const before = live.siteAddress;
      undo.remember(() => {
        live.siteAddress = before;
      });
      live.siteAddress = change.address;
      break;
    }
    case 'save-settings': {
      const before = live.settings;
      undo.remember(() => {
        live.settings = before;
      });
      live.settings = change.settings;
      break;
    }
    case 'save-station-door':
      undo.set(live.stationDoors, change.door.stationId, change.door);
      break;
    case 'save-meter-keys':
      live.meterKeys.put(change.keys, undo);
      break;
    case 'save-acceptance-run':
      if (change.run.end === null) undo.set(live.acceptanceRuns, change.run.id, change.run);
      else undo.delete(live.acceptanceRuns, change.run.id);
      break;
    case 'save-person':
      undo.set(live.people, change.person.id, change.person);
      break;
    case 'save-sign-in-history':
      undo.set(live.signInHistories, change.history.personId, change.history);
      break;
    case 'save-role':
      undo.set(live.roles, change.role.id, change.role);
      break;
    case 'save-tenant':
      undo.set(live.tenants, change.tenant.id, change.tenant);
      break;
    case 'save-group':
      undo.set(live.access.groups, change.group.id, change.group);
      break;
    case 'save-rule':
      undo.set(live.access.rules, change.rule.id, change.rule);
      break;
    case 'save-driver':
      undo.set(live.access.drivers, change.driver.id, change.driver);
      break;
    case 'save-vehicle':
      live.access.putVehicle(change.vehicle, undo);
      break;
    case 'save-assignment':
      live.access.putAssignment(change.assignment, undo);
      break;
  }
}
