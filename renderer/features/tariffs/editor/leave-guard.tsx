import { useBlocker } from '@tanstack/react-router';
import { useText } from '../../../text/use-text.ts';
import { SureDialog } from '../../../ui/sure-dialog.tsx';
import type { SaveState } from './use-autosave.ts';

/** Asks before somebody leaves behind what could not be stored; the browser asks when its window is closed. */
export function LeaveGuard({ state: { kind } }: { readonly state: SaveState }) {
  const { t } = useText();
  const isUnsaved = kind === 'overtaken' || kind === 'failed';
  const { status, proceed, reset } = useBlocker({
    // What changes within the page leaves nothing.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    disabled: !isUnsaved,
    withResolver: true,
  });
  return (
    <SureDialog
      opened={status === 'blocked'}
      title={t('tariffs.leave.title')}
      action={t('tariffs.leave.anyway')}
      isFinal
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      <p>{t(kind === 'overtaken' ? 'tariffs.leave.overtaken' : 'tariffs.leave.failed')}</p>
    </SureDialog>
  );
}
