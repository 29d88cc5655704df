import { useInfiniteQuery } from '@tanstack/react-query';
import type { Station } from '#api/stations.ts';
import { logPages } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { LogLine } from '../../ui/log-line.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { NoteField } from '../../ui/note-field.tsx';
import classes from './now-tab.module.css';

const PAGE_SIZE = 40;

/** What happened at this station, and a place to add a word. */
export function LogTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const pages = useInfiniteQuery(logPages({ stationId: station.id, limit: PAGE_SIZE }));
  const entries = pages.data?.pages.flatMap((page) => page.items);
  return (
    <div className={classes.now}>
      <NoteField station={station} autoFocus />
      {entries?.length === 0 ? <p className={classes.quiet}>{t('stations.noLog')}</p> : null}
      <ul>
        {entries?.map((entry) => (
          <LogLine key={entry.id} entry={entry} withStation={false} withDay />
        ))}
      </ul>
      <NextPage pages={pages} />
    </div>
  );
}
