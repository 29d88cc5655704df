import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Tenant } from '#api/tenants.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useMay } from '../../lib/use-may.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/section.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import classes from './people-page.module.css';
import { TenantForm } from './tenant-form.tsx';

interface NewTenantPanelProps {
  /** Null for the topmost that the reader may write. */
  readonly parentId: number | null;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** A node that is being added. */
export function NewTenantPanel({ parentId, onAdded, onClose }: NewTenantPanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('people.add.tenants')} title={t('people.add.tenants')} onClose={onClose}>
      <TenantForm tenant={null} parentId={parentId} onAdded={onAdded} />
    </DetailPanel>
  );
}

interface TenantPanelProps {
  readonly tenantId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onAddBelow: (what: string) => void;
  readonly onClose: () => void;
}

/** One node: its name, where it lies, and what hangs on it. */
export function TenantPanel({ tenantId, focusOn, onAddBelow, onClose }: TenantPanelProps) {
  const { t } = useText();
  const mayWrite = useMay()('people.write');
  const tenants = useQuery(apiQuery('listTenants', {}));
  const tenant = tenants.data?.items.find(({ id }) => id === tenantId);
  if (tenant === undefined) return null;
  return (
    <DetailPanel
      label={tenant.name}
      title={tenant.name}
      under={t(`people.kinds.${tenant.kind}`)}
      focusOn={focusOn}
      onClose={onClose}
    >
      {mayWrite && tenant.within ? (
        <>
          <div className={classes.buttons}>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => onAddBelow(`new-${tenant.id}`)}
            >
              {t('people.addBelow')}
            </Button>
            {tenant.parentId === null ? null : (
              <RemoveTenant tenant={tenant} parentId={tenant.parentId} onRemoved={onClose} />
            )}
          </div>
          <TenantForm tenant={tenant} parentId={tenant.parentId} onAdded={() => undefined} />
        </>
      ) : null}
      {tenant.hanging === null ? null : <Hanging hanging={tenant.hanging} />}
    </DetailPanel>
  );
}

function Hanging({ hanging }: { readonly hanging: NonNullable<Tenant['hanging']> }) {
  const { t } = useText();
  const some = (Object.keys(hanging) as (keyof typeof hanging)[]).filter((what) => hanging[what] > 0);
  return (
    <Section title={t('people.hanging')}>
      {some.length === 0 ? (
        <p className={classes.quiet}>{t('people.nothingHangs')}</p>
      ) : (
        <FactsList
          rows={some.map((what) => ({ label: t(`people.hangs.${what}`), value: String(hanging[what]) }))}
        />
      )}
    </Section>
  );
}

interface RemoveTenantProps {
  readonly tenant: Tenant;
  readonly parentId: number;
  readonly onRemoved: () => void;
}

/** Nothing hangs on a node that can be removed: taking it back makes the same again. */
function RemoveTenant({ tenant, parentId, onRemoved }: RemoveTenantProps) {
  const { t } = useText();
  const tell = useTell();
  const remove = useCall('removeTenant');
  const add = useCall('addTenant');
  const { name, kind } = tenant;
  const onRemove = () =>
    remove.mutate(
      { params: { tenantId: tenant.id } },
      {
        onSuccess: () => {
          tell.done(t('people.tenantRemoved', { name }), {
            undo: () => add.mutate({ body: { parentId, name, kind } }, { onError: tell.failed }),
          });
          onRemoved();
        },
        onError: tell.failed,
      },
    );
  return (
    <Button
      variant="default"
      color="fault"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.isPending}
      onClick={onRemove}
    >
      {t('words.remove')}
    </Button>
  );
}
