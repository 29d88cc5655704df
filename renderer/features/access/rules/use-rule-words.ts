import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { type RuleSaid, ruleSentence } from './rule-sentence.ts';

/** Says a rule with the names that its groups and stations have now. */
export function useRuleWords(): (rule: RuleSaid) => string {
  const { t } = useText();
  const format = useFormat();
  const groups = useQuery(apiQuery('listGroups', {})).data?.items;
  const stations = useQuery(apiQuery('listStations', {})).data?.items;
  return useMemo(() => {
    const groupNames = new Map(groups?.map(({ id, name }) => [id, name]));
    const stationNames = new Map(stations?.map(({ id, name }) => [id, name]));
    return (rule) =>
      ruleSentence(rule, {
        t,
        format,
        groupName: (id) => groupNames.get(id),
        stationName: (id) => stationNames.get(id) ?? id,
      });
  }, [t, format, groups, stations]);
}
