import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Group, GroupOf } from '#core/access/group.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { Change } from '#core/changes.ts';
import type { GroupId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { LiveSite } from '../site/live-site.ts';
import { vehicleName } from './party-names.ts';

/** Something that can belong to a group. */
export type Member =
  | { readonly kind: 'driver'; readonly record: Driver }
  | { readonly kind: 'vehicle'; readonly record: Vehicle }
  | { readonly kind: 'card'; readonly record: Card }
  | { readonly kind: 'station'; readonly record: Station };

/** What each kind of group is made of. */
export function belongsTo(of: GroupOf, kind: Member['kind']): boolean {
  return (kind === 'station') === (of === 'stations');
}

/** All members of a group that have not been removed, in no order. */
export function membersOf({ access, stations }: LiveSite, group: Group): readonly Member[] {
  if (group.of === 'stations')
    return [...stations.values()]
      .filter(({ retiredAt, groupIds }) => retiredAt === null && groupIds.includes(group.id))
      .map((record) => ({ kind: 'station', record }));
  const isIn = ({ removedAt, groupIds }: Driver | Vehicle | Card) =>
    removedAt === null && groupIds.includes(group.id);
  return [
    ...[...access.drivers.values()].filter(isIn).map((record) => ({ kind: 'driver', record }) as const),
    ...[...access.vehicles.values()].filter(isIn).map((record) => ({ kind: 'vehicle', record }) as const),
    ...[...access.cards.values()].filter(isIn).map((record) => ({ kind: 'card', record }) as const),
  ];
}

/** Everything that could belong to a group, the removed things too. */
export function everyMember({ access, stations }: LiveSite): readonly Member[] {
  return [
    ...[...access.drivers.values()].map((record) => ({ kind: 'driver', record }) as const),
    ...[...access.vehicles.values()].map((record) => ({ kind: 'vehicle', record }) as const),
    ...[...access.cards.values()].map((record) => ({ kind: 'card', record }) as const),
    ...[...stations.values()].map((record) => ({ kind: 'station', record }) as const),
  ];
}

/** A member that belongs to these groups from now on, and to no other. */
export function withGroups(member: Member, groupIds: readonly GroupId[]): Change {
  switch (member.kind) {
    case 'driver':
      return { kind: 'save-driver', driver: { ...member.record, groupIds } };
    case 'vehicle':
      return { kind: 'save-vehicle', vehicle: { ...member.record, groupIds } };
    case 'card':
      return { kind: 'save-card', card: { ...member.record, groupIds } };
    case 'station':
      return { kind: 'save-station', station: { ...member.record, groupIds } };
  }
}

/** What a member is called. */
export function memberName(member: Member): string {
  switch (member.kind) {
    case 'driver':
    case 'station':
      return member.record.name;
    case 'vehicle':
      return vehicleName(member.record);
    case 'card':
      return member.record.holder === ''
        ? member.record.uid
        : `${member.record.uid} · ${member.record.holder}`;
  }
}
