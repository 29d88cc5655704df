import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../text/use-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';

export function NotFoundPage() {
  const { t } = useText();
  return (
    <EmptyState icon={<IconMapOff />} title={t('shell.notFound')}>
      <Link to="/">{t('shell.toOverview')}</Link>
    </EmptyState>
  );
}
