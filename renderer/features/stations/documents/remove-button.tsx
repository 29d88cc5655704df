import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { StationDocument } from '#api/station-documents.ts';
import { useText } from '../../../text/use-text.ts';

interface RemoveButtonProps {
  readonly document: StationDocument;
  readonly onRemove: ((document: StationDocument) => void) | null;
}

/** Nothing for whoever may not remove it. */
export function RemoveButton({ document, onRemove }: RemoveButtonProps) {
  const { t } = useText();
  if (onRemove === null) return null;
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={t('documents.remove', { name: document.name })}
      onClick={() => onRemove(document)}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
