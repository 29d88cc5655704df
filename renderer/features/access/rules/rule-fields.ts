import type { AccessRule, WeekWindow } from '#api/access-rules.ts';
import type { DayKeys } from '../../../lib/site-day.ts';
import { toBounds, toDays } from '../validity/validity.ts';

/** Fields of a rule as they are chosen. */
export interface RuleFields {
  readonly name: string;
  readonly everybody: boolean;
  readonly userGroupIds: readonly number[];
  readonly stationGroupIds: readonly number[];
  readonly powerClasses: AccessRule['where']['powerClasses'];
  readonly stationIds: readonly string[];
  readonly windows: readonly WeekWindow[];
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A known rule as it stands in the form; a new one is for groups, because it closes stations for all others. */
export function ruleFields(rule: AccessRule | null, keys: DayKeys): RuleFields {
  return {
    name: rule?.name ?? '',
    everybody: rule?.who.kind === 'everybody',
    userGroupIds: rule?.who.kind === 'groups' ? rule.who.groupIds : [],
    stationGroupIds: rule?.where.groupIds ?? [],
    powerClasses: rule?.where.powerClasses ?? [],
    stationIds: rule?.where.stationIds ?? [],
    windows: rule?.windows ?? [],
    ...toDays({ from: rule?.from ?? null, to: rule?.to ?? null }, keys),
  };
}

/** The fields as the API wants them. */
export function ruleBody(
  fields: RuleFields,
  keys: DayKeys,
): Pick<AccessRule, 'who' | 'where' | 'windows' | 'from' | 'to'> {
  const { from = null, to = null } = toBounds(fields, keys);
  return {
    who: fields.everybody ? { kind: 'everybody' } : { kind: 'groups', groupIds: [...fields.userGroupIds] },
    where: {
      groupIds: [...fields.stationGroupIds],
      powerClasses: [...fields.powerClasses],
      stationIds: [...fields.stationIds],
    },
    windows: [...fields.windows],
    from,
    to,
  };
}
