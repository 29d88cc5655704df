import { Chip, Input, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { POWER_CLASSES } from '#api/inventory.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import classes from '../access-form.module.css';
import type { RuleFields } from './rule-fields.ts';

interface WhereFieldsProps {
  readonly fields: RuleFields;
  readonly set: (changed: Partial<RuleFields>) => void;
}

/** Station groups, power classes, single stations: all that is said must fit, nothing said means all stations. */
export function WhereFields({ fields, set }: WhereFieldsProps) {
  const { t } = useText();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  return (
    <>
      <GroupField
        label={t('rules.stationGroups')}
        of="stations"
        value={fields.stationGroupIds}
        onChange={(stationGroupIds) => set({ stationGroupIds })}
      />
      <Input.Wrapper label={t('rules.powerClasses')} labelElement="div">
        <Chip.Group
          multiple
          value={[...fields.powerClasses]}
          onChange={(chosen) =>
            set({ powerClasses: POWER_CLASSES.filter((one) => chosen.some((value) => value === one)) })
          }
        >
          <div className={classes.chips}>
            {POWER_CLASSES.map((value) => (
              <Chip key={value} value={value} size="sm">
                {t(`rules.powerClass.${value}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
      <MultiSelect
        label={t('rules.singleStations')}
        placeholder={fields.stationIds.length === 0 ? t('rules.allStations') : ''}
        data={stations.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...fields.stationIds]}
        searchable
        clearable
        onChange={(stationIds) => set({ stationIds })}
      />
    </>
  );
}
