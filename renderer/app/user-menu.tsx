import { ActionIcon, Menu } from '@mantine/core';
import { IconCode, IconKey, IconLogout, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiQuery } from '../lib/api-query.ts';
import { useCall } from '../lib/use-call.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';

export function UserMenu({ onRequests }: { readonly onRequests: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const tell = useTell();
  const status = useQuery(apiQuery('status', {}));
  const signOut = useCall('signOut');
  const name = status.data?.signedInAs?.name ?? '';
  return (
    <Menu width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('shell.account', { name })}>
          <IconUser size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item
          leftSection={<IconKey size={16} stroke={1.75} />}
          onClick={() => void navigate({ to: '/settings', hash: 'account' })}
        >
          {t('shell.changePassword')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCode size={16} stroke={1.75} />} onClick={onRequests}>
          {t('requests.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.75} />}
          onClick={() => signOut.mutate({}, { onError: tell.failed })}
        >
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
