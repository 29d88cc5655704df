import type { Change } from '#core/changes.ts';
import type { Webhook } from '#core/erp/webhook.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { Command } from '#core/stations/command.ts';
import type { StationConfiguration } from '#core/stations/configuration.ts';
import { forgetPasswords } from '../stations/forget-passwords.ts';
import type { LiveSite } from './live-site.ts';

/** A record that a change puts in the place of the one before. */
export interface TouchedRecord {
  /** What kind of thing, such as `card`. */
  readonly of: string;
  readonly id: string;
  readonly before: object | null;
  /** Null where it is taken away. */
  readonly after: object | null;
}

/** The record that a change is about, as it is before the change is in effect; null for what is only added to a book. */
export function touchedRecord(live: LiveSite, change: Change): TouchedRecord | null {
  switch (change.kind) {
    case 'save-station':
      return touched('station', change.station.id, [live.stations.get(change.station.id), change.station]);
    case 'save-connector': {
      const { stationId, connectorId } = change.connector;
      const before = live.connector(stationId, connectorId);
      return touched('connector', `${stationId}/${connectorId}`, [before, change.connector]);
    }
    case 'add-session':
    case 'save-session':
      return touched('session', change.session.id, [live.sessions.byId(change.session.id), change.session]);
    case 'save-card':
      return touched('card', change.card.id, [live.access.cards.get(change.card.id), change.card]);
    case 'save-command': {
      const { id } = change.command;
      const before = live.commands.get(id);
      return touched('command', id, [before && withoutPasswords(before), withoutPasswords(change.command)]);
    }
    case 'add-stray':
    case 'save-stray': {
      const waiting = live.waitingStops.of(change.stray.stationId).find(({ id }) => id === change.stray.id);
      return touched('stray', change.stray.id, [waiting ?? withoutEnd(change.stray), change.stray]);
    }
    case 'save-authority': {
      const { serial } = change.authority;
      return touched('authority', serial, [live.authorities.get(serial), change.authority]);
    }
    case 'save-server-certificate': {
      const { algorithm } = change.certificate;
      const before = live.serverCertificates.get(algorithm);
      return touched('server-certificate', algorithm, [before, change.certificate]);
    }
    case 'save-station-certificate': {
      const { serial } = change.certificate;
      return touched('certificate', serial, [live.stationCertificates.get(serial), change.certificate]);
    }
    case 'remove-station-certificate':
      return touched('certificate', change.serial, [live.stationCertificates.get(change.serial), null]);
    case 'save-station-security': {
      const { stationId } = change.security;
      return touched('station-security', stationId, [live.securityOf(stationId), change.security]);
    }
    case 'save-local-list': {
      const { stationId } = change.list;
      return touched('local-list', stationId, [live.localLists.get(stationId), change.list]);
    }
    case 'save-limits': {
      const { stationId } = change.limits;
      return touched('limits', stationId, [live.limits.get(stationId), change.limits]);
    }
    case 'save-reservation': {
      const { id } = change.reservation;
      return touched('reservation', id, [live.reservations.get(id), change.reservation]);
    }
    case 'save-upload': {
      const { upload } = change;
      // Of those that are over nothing is in memory; nothing but its life ever changes.
      return touched('upload', upload.id, [live.uploads.get(upload.id) ?? { ...upload, life: null }, upload]);
    }
    case 'save-document': {
      const { id } = change.document;
      return touched('document', id, [live.documents.get(id), change.document]);
    }
    case 'save-configuration': {
      const { stationId } = change.configuration;
      const before = live.configurations.get(stationId);
      return touched('configuration', stationId, [before && byKey(before), byKey(change.configuration)]);
    }
    case 'save-template': {
      const { id } = change.template;
      return touched('template', id, [live.templates.get(id), change.template]);
    }
    case 'save-meter-keys': {
      const { stationId, connectorId } = change.keys;
      const before = live.meterKeys.at(stationId, connectorId);
      return touched('meter-keys', `${stationId}/${connectorId}`, [before, change.keys]);
    }
    case 'save-acceptance-run': {
      const { id } = change.run;
      return touched('acceptance-run', id, [live.acceptanceRuns.get(id), change.run]);
    }
    case 'save-site-address':
      return touched('site-address', '', [live.siteAddress, change.address]);
    case 'save-station-door': {
      const { stationId } = change.door;
      return touched('station-door', stationId, [live.stationDoors.get(stationId), change.door]);
    }
    case 'save-settings':
      return touched('settings', '', [live.settings, change.settings]);
    case 'save-person':
      return touched('person', change.person.id, [live.people.get(change.person.id), change.person]);
    case 'save-role':
      return touched('role', change.role.id, [live.roles.get(change.role.id), change.role]);
    case 'save-tenant':
      return touched('tenant', change.tenant.id, [live.tenants.get(change.tenant.id), change.tenant]);
    case 'save-group':
      return touched('group', change.group.id, [live.access.groups.get(change.group.id), change.group]);
    case 'save-rule':
      return touched('rule', change.rule.id, [live.access.rules.get(change.rule.id), change.rule]);
    case 'save-driver':
      return touched('driver', change.driver.id, [live.access.drivers.get(change.driver.id), change.driver]);
    case 'save-vehicle': {
      const { id } = change.vehicle;
      return touched('vehicle', id, [live.access.vehicles.get(id), change.vehicle]);
    }
    case 'save-assignment': {
      const { id } = change.assignment;
      return touched('assignment', id, [live.access.assignments.get(id), change.assignment]);
    }
    case 'save-tariff':
      return touched('tariff', change.tariff.id, [live.prices.tariffs.get(change.tariff.id), change.tariff]);
    case 'save-tariff-version': {
      const { version } = change;
      const before = live.prices.version(version.tariffId, version.number);
      return touched('tariff-version', `${version.tariffId}/${version.number}`, [before, version]);
    }
    case 'save-tariff-rule':
      return touched('tariff-rule', change.rule.id, [live.prices.rules.get(change.rule.id), change.rule]);
    case 'save-client':
      return touched('client', change.client.id, [live.erp.clients.get(change.client.id), change.client]);
    case 'save-issuer':
      return touched('issuer', change.issuer.id, [live.erp.issuers.get(change.issuer.id), change.issuer]);
    case 'save-signing-key':
      return touched('signing-key', change.key.kid, [live.erp.signingKeys.get(change.key.kid), change.key]);
    case 'remove-signing-key':
      return touched('signing-key', change.kid, [live.erp.signingKeys.get(change.kid), null]);
    case 'save-webhook': {
      const before = live.erp.webhooks.get(change.webhook.id);
      return touched('webhook', change.webhook.id, [
        before && withoutPath(before),
        withoutPath(change.webhook),
      ]);
    }
    case 'revoke-token':
      return touched('token', change.token.id, [null, change.token]);
    case 'freeze-terms':
    case 'add-use':
    case 'add-price':
    case 'save-cost':
    case 'save-usage':
    case 'price-settled':
    case 'forget-revoked-token':
    case 'add-api-request':
    case 'save-idempotency':
    case 'forget-idempotency':
    case 'save-delivery':
    case 'save-curve':
    case 'progress-saved':
    case 'journal':
    case 'add-samples':
    case 'add-log-entry':
    case 'add-sold-readings':
    case 'save-import':
    case 'add-import-rows':
    case 'save-import-profile':
    case 'card-held':
    case 'add-configuration-change':
    case 'add-sign-in':
    case 'sign-in-seen':
    case 'save-sign-in-history':
    case 'remove-sign-in':
      return null;
    default:
      return assertNever(change);
  }
}

function touched(
  of: string,
  id: string | number,
  [before, after]: readonly [object | null | undefined, object | null],
): TouchedRecord {
  return { of, id: String(id), before: before ?? null, after };
}

/** Key by key, so that one setting that was changed does not show the others. */
function byKey({ entries, ...rest }: StationConfiguration): object {
  return { ...rest, entries: Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
}

/** Strays are not all in memory, and all that ever changes of one is that somebody dismisses it. */
function withoutEnd<Stray extends { readonly dismissed: unknown }>(stray: Stray): Stray {
  return { ...stray, dismissed: null };
}

/** The command forgets them when it has ended; the logbook never would. */
function withoutPasswords(command: Command): Command {
  return { ...command, order: forgetPasswords(command.order) };
}

/** The path of a webhook's address is often a password of the receiver's; the logbook is read by others, too. */
function withoutPath(webhook: Webhook): object {
  return { ...webhook, url: new URL(webhook.url).origin };
}
