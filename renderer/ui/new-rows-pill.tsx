import { IconArrowUp } from '@tabler/icons-react';
import { useText } from '../text/use-text.ts';
import classes from './data-table.module.css';

/** "3 new": the rows wait until somebody asks for them. */
export function NewRowsPill({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <button type="button" className={classes.pill} onClick={onShow}>
      <IconArrowUp size={14} aria-hidden />
      {t('words.newRows', { count })}
    </button>
  );
}
