import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Command } from '#api/commands.ts';
import type { DeskCase } from '#api/service-desk.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useNow } from '../../lib/use-now.ts';
import { useOrderKeys } from '../../lib/use-order-keys.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { causeSentence } from '../../ui/why-words.ts';
import classes from './desk-case-panel.module.css';

interface CallNoteProps {
  readonly station: Station;
  readonly connectorId: number | null;
  /** Who calls, with what cards. */
  readonly asked: DeskCase;
  /** What was ordered during the call, newest first. */
  readonly done: readonly Command[];
}

/** The note writes itself from who calls, the cause, and what was done; Enter saves it. Typing makes it one's own. */
export function CallNote({ station, connectorId, asked, done }: CallNoteProps) {
  const { t } = useText();
  const tell = useTell();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const written = useWrittenNote({ station, connectorId, asked, done });
  const write = useCall('writeNote');
  const text = typed ?? written;
  const save = () => {
    if (text.trim() === '' || write.isPending) return;
    write.mutate(
      { body: { text: text.trim(), stationId: station.id } },
      {
        onSuccess: () => {
          setTyped('');
          tell.done(t('desk.saved'));
        },
        onError: tell.failed,
      },
    );
  };
  useLetterKeys({ ...useOrderKeys(station, asked.cards[0]?.id), n: () => field.current?.focus() });
  // What was done has to be written down next.
  useEffect(() => {
    if (done.length > 0) field.current?.focus();
  }, [done.length]);
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        ref={field}
        aria-label={t('desk.note')}
        placeholder={t('desk.note')}
        maxLength={4000}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" loading={write.isPending} disabled={text.trim() === ''}>
        {t('desk.save')}
      </Button>
    </form>
  );
}

const DID = ['reset', 'unlock', 'remote-start', 'remote-stop'] as const;

/** Such as: 08:14 Call A. Becker: The station saw no plug. Restarted. */
function useWrittenNote({ station, connectorId, asked, done }: CallNoteProps): string {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const [calledAt] = useState(() => Date.now());
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const why = useQuery(
    apiQuery('explainStation', {
      params: { stationId: station.id },
      ...(connectorId === null ? {} : { query: { connector: connectorId } }),
    }),
  ).data;
  // A station that restarts has another trouble than the one that was called about.
  const [first, setFirst] = useState(why);
  useEffect(() => {
    if (first === undefined && why !== undefined) setFirst(why);
  }, [first, why]);
  if (first === undefined) return '';
  const nameOf = (id: string) => stations.find((one) => one.id === id)?.name ?? id;
  const cause = causeSentence(first, { t, format, now, nameOf });
  const did = done.toReversed().flatMap((command) => {
    const kind = DID.find((one) => one === command.kind);
    return kind === undefined ? [] : [t(`desk.did.${kind}`)];
  });
  return [t('desk.call', { at: format.time(calledAt), who: asked.name, cause }), ...did].join(' ');
}
