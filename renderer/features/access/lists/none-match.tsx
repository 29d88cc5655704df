import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useText } from '../../../text/use-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';

/** The filters leave nothing over. */
export function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useText();
  return (
    <EmptyState icon={<IconSearch stroke={1.5} />} title={t('access.noneMatch')}>
      <Button variant="default" onClick={onClear}>
        {t('words.clearFilters')}
      </Button>
    </EmptyState>
  );
}
