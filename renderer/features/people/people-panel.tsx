import type { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { NewPersonPanel } from './new-person-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { NewRolePanel, RolePanel } from './role-panel.tsx';
import { NewTenantPanel, TenantPanel } from './tenant-panel.tsx';
import type { PeoplePlace } from './use-people-place.ts';

interface PeoplePanelProps {
  readonly place: PeoplePlace;
  readonly focus: ReturnType<typeof usePanelFocus>;
}

/** The details of what is open in the tab. */
export function PeoplePanel({ place, focus }: PeoplePanelProps) {
  const { tab, opened = '', open, close } = place;
  const shown = { focusOn: focus.wishFor(opened), onClose: close };
  // `new-7` is a new tenant below number 7.
  const isNew = opened === 'new' || opened.startsWith('new-');
  switch (tab) {
    case 'people':
      if (isNew) return <NewPersonPanel onClose={close} />;
      return <PersonPanel key={opened} personId={Number(opened)} {...shown} />;
    case 'roles':
      if (isNew) return <NewRolePanel onAdded={open} onClose={close} />;
      return <RolePanel key={opened} roleKey={opened} {...shown} />;
    case 'tenants':
      if (isNew) {
        const parentId = opened === 'new' ? null : Number(opened.slice('new-'.length));
        return <NewTenantPanel key={opened} parentId={parentId} onAdded={open} onClose={close} />;
      }
      return <TenantPanel key={opened} tenantId={Number(opened)} onAddBelow={open} {...shown} />;
  }
}
