import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TariffDetail } from '#api/tariffs.ts';
import type { InputOf } from '../../../lib/call-api.ts';
import { refreshRoutes } from '../../../lib/refresh.ts';
import { saveUnlessOvertaken } from './save-unless-overtaken.ts';
import { storedKey } from './stored.ts';

export type Change = NonNullable<InputOf<'changeTariff'>['body']>;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: Error }
  /** Somebody else has changed it meanwhile: nothing more is stored before a person has said what counts. */
  | { readonly kind: 'overtaken'; readonly theirs: TariffDetail };

const PAUSE_MS = 600;

/**
 * Stores what changes once nobody has changed anything for a moment, one write after the other, and only on top of what
 * was seen of it before.
 */
export function useAutosave(detail: TariffDetail) {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const waiting = useRef<readonly Change[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const isWriting = useRef(false);
  /** What is stored as far as this page knows, and whatever was so before. */
  const base = useRef(storedKey(detail));
  const seen = useRef<ReadonlySet<string>>(new Set([base.current]));
  const { id: tariffId } = detail;

  const takeAsBase = useCallback((stored: TariffDetail) => {
    base.current = storedKey(stored);
    seen.current = new Set([...seen.current, base.current]);
  }, []);

  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const changes = waiting.current;
      waiting.current = [];
      isWriting.current = true;
      try {
        const outcome = await saveUnlessOvertaken(tariffId, base.current, merged(changes));
        if (outcome.kind === 'overtaken') {
          waiting.current = [...changes, ...waiting.current];
          setState(outcome);
          return false;
        }
        takeAsBase(outcome.stored);
        if (waiting.current.length === 0) setState({ kind: 'saved' });
        if (changes.length > 0) void refreshRoutes(client, 'tariff');
        return true;
      } catch (error) {
        // What could not be stored is tried again with the next change, or by hand.
        waiting.current = [...changes, ...waiting.current];
        setState({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
        return false;
      } finally {
        isWriting.current = false;
      }
    });
    return running.current;
  }, [client, tariffId, takeAsBase]);

  const note = useCallback(
    (change: Change) => {
      waiting.current = [merged([...waiting.current, change])];
      setState((before) => (before.kind === 'overtaken' ? before : { kind: 'saving' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow(), PAUSE_MS);
    },
    [saveNow],
  );
  /** What somebody else has stored counts; what waits is let go. */
  const take = useCallback(
    (theirs: TariffDetail) => {
      clearTimeout(timer.current);
      waiting.current = [];
      takeAsBase(theirs);
      setState({ kind: 'saved' });
    },
    [takeAsBase],
  );
  /** What is on this page counts, in the place of what somebody else has stored. */
  const keep = useCallback(
    (theirs: TariffDetail, mine: Change) => {
      takeAsBase(theirs);
      waiting.current = [mine];
      setState({ kind: 'saving' });
      return saveNow();
    },
    [saveNow, takeAsBase],
  );
  const isNews = useCallback((read: TariffDetail) => storedKey(read) !== base.current, []);
  /** It was read again: what nobody stored from here is told at once, not only with the next change. */
  const look = useCallback((read: TariffDetail) => {
    const isQuiet = !isWriting.current && waiting.current.length === 0;
    if (isQuiet && !seen.current.has(storedKey(read))) setState({ kind: 'overtaken', theirs: read });
  }, []);
  // Whoever leaves the page leaves nothing behind.
  useEffect(
    () => () => {
      if (waiting.current.length > 0) void saveNow();
    },
    [saveNow],
  );
  return useMemo(
    () => ({ state, note, saveNow, take, keep, look, isNews }),
    [state, note, saveNow, take, keep, look, isNews],
  );
}

/** Later changes go before earlier ones. */
function merged(changes: readonly Change[]): Change {
  return Object.assign({}, ...changes);
}
