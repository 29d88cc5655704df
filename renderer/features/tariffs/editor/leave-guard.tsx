import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '../../../text/use-text.ts';
import { SureDialog } from '../../../ui/sure-dialog.tsx';
import type { SaveState } from './use-autosave.ts';

interface LeaveGuardProps {
  readonly state: SaveState;
  /** Whether a field holds what cannot be read, and so is not stored. */
  readonly hasWrongFields: boolean;
  readonly saveNow: () => Promise<boolean>;
}

/** What is stored sooner is waited for without a word. */
const SOON_MS = 1_000;

/** Asks before somebody leaves behind what is not stored; the browser asks when its window is closed. */
export function LeaveGuard({ state: { kind }, hasWrongFields, saveNow }: LeaveGuardProps) {
  const { t } = useText();
  const why = hasWrongFields && (kind === 'saved' || kind === 'saving') ? 'wrong' : kind;
  const isUnsaved = why !== 'saved';
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      // What changes within the page leaves nothing.
      if (current.pathname === next.pathname) return false;
      return why === 'saving' ? !(await isTrueSoon(saveNow())) : true;
    },
    enableBeforeUnload: isUnsaved,
    disabled: !isUnsaved,
    withResolver: true,
  });
  // It was stored after all while the question stood there.
  useEffect(() => {
    if (!isUnsaved) proceed?.();
  }, [isUnsaved, proceed]);
  return (
    <SureDialog
      opened={status === 'blocked'}
      title={t('tariffs.leave.title')}
      action={t('tariffs.leave.anyway')}
      isFinal
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      <p>{why === 'saved' ? null : t(`tariffs.leave.${why}`)}</p>
    </SureDialog>
  );
}

/** Whether something comes true within a moment. */
async function isTrueSoon(outcome: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), SOON_MS);
  });
  const isTrue = await Promise.race([outcome, late]);
  clearTimeout(timer);
  return isTrue;
}
