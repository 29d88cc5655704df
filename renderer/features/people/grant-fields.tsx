import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Grant } from '#api/people.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import classes from './people-page.module.css';
import { roleName } from './use-role-name.ts';

interface GrantFieldsProps {
  readonly value: readonly Grant[];
  /** Where a new role is to hold, unless another node is chosen. */
  readonly homeId: number;
  readonly onChange: (grants: readonly Grant[]) => void;
}

/** Roles, each at its node of the tree. With one node there is nothing to choose. */
export function GrantFields({ value, homeId, onChange }: GrantFieldsProps) {
  const { t } = useText();
  const roles = useQuery(apiQuery('listRoles', {})).data?.items ?? [];
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items.filter(({ within }) => within) ?? [];
  const change = (index: number, changed: Partial<Grant>) =>
    onChange(value.map((grant, at) => (at === index ? { ...grant, ...changed } : grant)));
  return (
    <fieldset className={classes.grants}>
      <legend>{t('people.roles')}</legend>
      <p className={classes.quiet}>{t(value.length === 0 ? 'people.noRole' : 'people.rolesText')}</p>
      {value.map((grant, index) => (
        // Rows have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
        <div className={classes.grant} key={index}>
          <Select
            aria-label={t('people.role')}
            data={roles.map((role) => ({ value: role.key, label: roleName(role, t) }))}
            allowDeselect={false}
            value={grant.role}
            onChange={(role) => role !== null && change(index, { role })}
          />
          {tenants.length < 2 ? null : (
            <>
              <span className={classes.at}>{t('people.at')}</span>
              <Select
                aria-label={t('people.atLabel')}
                data={tenants.map(({ id, name }) => ({ value: String(id), label: name }))}
                searchable
                allowDeselect={false}
                value={String(grant.tenantId)}
                onChange={(id) => id !== null && change(index, { tenantId: Number(id) })}
              />
            </>
          )}
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('people.removeRole', { number: index + 1 })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, { role: 'viewer', tenantId: homeId }])}
        >
          {t('people.addRole')}
        </Button>
      </div>
    </fieldset>
  );
}
