import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { OcpiNote } from '#api/ocpi-tariffs.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './note-list.module.css';
import { noteGroups } from './note-words.ts';

/** What of a tariff was left out, or means something else here. */
export function NoteList({ notes }: { readonly notes: readonly OcpiNote[] }) {
  const { t } = useText();
  const format = useFormat();
  const groups = noteGroups(notes, { t, format });
  return (
    <ul className={classes.list}>
      {groups.map(({ kind, weight, words, places, more }) => (
        <li key={kind} className={classes.note} data-weight={weight}>
          {weight === 'price' ? (
            <IconAlertTriangle size={18} stroke={1.75} aria-label={t('ocpi.price')} />
          ) : (
            <IconInfoCircle size={18} stroke={1.75} aria-label={t('ocpi.aside')} />
          )}
          <span>
            {words}
            {places.length === 0 ? null : (
              <span className={classes.places}>
                {places.join(' · ')}
                {more === 0 ? '' : ` ${t('tariffs.morePlaces', { count: more })}`}
              </span>
            )}
          </span>
        </li>
      ))}
      {groups.length === 0 ? (
        <li className={classes.note} data-weight="none">
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          <span>{t('ocpi.noNotes')}</span>
        </li>
      ) : null}
    </ul>
  );
}
