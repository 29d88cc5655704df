import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useText } from '../../text/use-text.ts';

/** To the messages of this station, as they pass. `M` goes there, too. */
export function MessagesLink({ stationId }: { readonly stationId: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/commissioning', search: { tab: 'messages', station: stationId } });
  useLetterKeys({ m: open });
  return (
    <Tooltip label={t('trace.ofStation')}>
      <ActionIcon variant="subtle" size="lg" aria-label={t('trace.ofStation')} onClick={open}>
        <IconMessages size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
