import { Input, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import classes from '../access-form.module.css';
import type { RuleFields } from './rule-fields.ts';

interface WhoFieldsProps {
  readonly fields: RuleFields;
  readonly set: (changed: Partial<RuleFields>) => void;
}

/** Members of some groups, or everybody whose card is valid. */
export function WhoFields({ fields, set }: WhoFieldsProps) {
  const { t } = useText();
  const groups = useQuery(apiQuery('listGroups', { query: { of: 'users' } }));
  return (
    <>
      <Input.Wrapper label={t('rules.whoTitle')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('rules.whoTitle')}
          data={[
            { value: 'groups', label: t('rules.onlyGroups') },
            { value: 'everybody', label: t('rules.everybody') },
          ]}
          value={fields.everybody ? 'everybody' : 'groups'}
          onChange={(value) => set({ everybody: value === 'everybody' })}
        />
      </Input.Wrapper>
      {fields.everybody ? null : (
        <GroupField
          label={t('access.tab.groups')}
          of="users"
          value={fields.userGroupIds}
          onChange={(userGroupIds) => set({ userGroupIds })}
        />
      )}
      {!fields.everybody && groups.data?.items.length === 0 ? (
        <p className={classes.hint}>{t('rules.noUserGroups')}</p>
      ) : null}
    </>
  );
}
