import { Checkbox } from '@mantine/core';
import { PERMISSIONS, type Permission } from '#api/permissions.ts';
import { useText } from '../text/use-text.ts';
import classes from './permission-fields.module.css';

const AREAS = [
  'stations',
  'sessions',
  'access',
  'tariffs',
  'logbook',
  'people',
  'settings',
  'erp',
  'own',
] as const;

interface PermissionFieldsProps {
  readonly value: readonly Permission[];
  /** All of them, unless only some can be given. */
  readonly offered?: readonly Permission[];
  /** Left out where they can only be looked at. */
  readonly onChange?: (permissions: readonly Permission[]) => void;
}

/** Permissions in plain words, by what they are about. */
export function PermissionFields({ value, offered = PERMISSIONS, onChange }: PermissionFieldsProps) {
  const { t } = useText();
  const toggle = (permission: Permission, isOn: boolean) =>
    onChange?.(PERMISSIONS.filter((one) => (one === permission ? isOn : value.includes(one))));
  const shown =
    onChange === undefined
      ? value
      : PERMISSIONS.filter((one) => offered.includes(one) || value.includes(one));
  return (
    <div className={classes.areas}>
      {AREAS.map((area) => {
        const here = shown.filter((permission) => permission.startsWith(`${area}.`));
        if (here.length === 0) return null;
        return (
          <fieldset key={area} className={classes.area}>
            <legend>{t(`people.area.${area}`)}</legend>
            {here.map((permission) =>
              onChange === undefined ? (
                <p key={permission}>{t(`people.permission.${permission}`)}</p>
              ) : (
                <Checkbox
                  key={permission}
                  label={t(`people.permission.${permission}`)}
                  checked={value.includes(permission)}
                  onChange={(event) => toggle(permission, event.currentTarget.checked)}
                />
              ),
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
