import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ImportKind } from '#api/import-fields.ts';
import { useMayImport } from '../lib/use-may-import.ts';
import { useText } from '../text/use-text.ts';

/** The way to the import of a list; nothing for who may not. */
export function ImportButton({ kind }: { readonly kind: ImportKind }) {
  const { t } = useText();
  const mayImport = useMayImport();
  if (!mayImport(kind)) return null;
  return (
    <Button
      renderRoot={(props) => <Link to="/import/$kind" params={{ kind }} search={{}} {...props} />}
      variant="default"
      leftSection={<IconTableImport size={16} aria-hidden />}
    >
      {t('imports.import')}
    </Button>
  );
}
