import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Tenant } from '#api/tenants.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';

interface TenantSelectProps {
  /** Null for all of them, where that can be chosen. */
  readonly value: number | null;
  readonly onChange: (tenantId: number | null) => void;
  /** Set in filters: nothing chosen means all. */
  readonly asFilter?: boolean;
  readonly className?: string | undefined;
}

/** The node on which something hangs, by its path. Nothing where there is only one. */
export function TenantSelect({ value, onChange, asFilter = false, className }: TenantSelectProps) {
  const { t } = useText();
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items ?? [];
  const choices = tenants.filter(({ within }) => within);
  if (choices.length < 2) return null;
  return (
    <Select
      {...(className !== undefined && { className })}
      {...(asFilter
        ? { 'aria-label': t('access.node'), placeholder: t('access.allNodes') }
        : { label: t('access.node'), allowDeselect: false })}
      clearable={asFilter}
      searchable
      data={choices.map((tenant) => ({ value: String(tenant.id), label: pathOf(tenant, tenants) }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  );
}

/** Names from the top down, the top itself left out where there is more. */
function pathOf(tenant: Tenant, tenants: readonly Tenant[]): string {
  const above = tenants.find(({ id }) => id === tenant.parentId);
  if (above === undefined || above.parentId === null) return tenant.name;
  return `${pathOf(above, tenants)} › ${tenant.name}`;
}
