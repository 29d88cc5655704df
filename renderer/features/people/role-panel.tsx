import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Role } from '#api/roles.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useMay } from '../../lib/use-may.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { PermissionFields } from '../../ui/permission-fields.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import classes from './people-page.module.css';
import { RoleForm } from './role-form.tsx';
import { builtInOf, roleName } from './use-role-name.ts';

interface NewRolePanelProps {
  readonly onAdded: (key: string) => void;
  readonly onClose: () => void;
}

/** A role that is being put together. */
export function NewRolePanel({ onAdded, onClose }: NewRolePanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('people.add.roles')} title={t('people.add.roles')} onClose={onClose}>
      <RoleForm known={null} onAdded={onAdded} />
    </DetailPanel>
  );
}

interface RolePanelProps {
  readonly roleKey: string;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** What a role permits; an own one can be changed. */
export function RolePanel({ roleKey, focusOn, onClose }: RolePanelProps) {
  const { t } = useText();
  const mayWrite = useMay()('people.write');
  const roles = useQuery(apiQuery('listRoles', {}));
  const role = roles.data?.items.find(({ key }) => key === roleKey);
  if (role === undefined) return null;
  const name = roleName(role, t);
  const builtIn = builtInOf(role.key);
  return (
    <DetailPanel
      label={name}
      title={name}
      under={`${builtIn === undefined ? '' : `${t('people.builtIn')} · `}${t('people.holders', { count: role.holders })}`}
      focusOn={focusOn}
      onClose={onClose}
    >
      {builtIn === undefined ? null : <p>{t(`people.roleText.${builtIn}`)}</p>}
      {role.own === null || !mayWrite ? (
        <PermissionFields value={role.permissions} />
      ) : (
        <>
          <RemoveRole role={role} own={role.own} onRemoved={onClose} />
          <RoleForm known={role} onAdded={() => undefined} />
        </>
      )}
    </DetailPanel>
  );
}

interface RemoveRoleProps {
  readonly role: Role;
  readonly own: NonNullable<Role['own']>;
  readonly onRemoved: () => void;
}

/** Nobody holds a role that can be removed: taking it back makes the same again. */
function RemoveRole({ role, own, onRemoved }: RemoveRoleProps) {
  const { t } = useText();
  const tell = useTell();
  const remove = useCall('removeRole');
  const add = useCall('addRole');
  const again = { body: { tenantId: own.tenantId, name: own.name, permissions: [...role.permissions] } };
  const onRemove = () =>
    remove.mutate(
      { params: { roleId: own.id } },
      {
        onSuccess: () => {
          tell.done(t('people.roleRemoved', { name: own.name }), {
            undo: () => add.mutate(again, { onError: tell.failed }),
          });
          onRemoved();
        },
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.isPending}
        onClick={onRemove}
      >
        {t('words.remove')}
      </Button>
    </div>
  );
}
