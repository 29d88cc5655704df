import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { TraceLine } from '#api/trace.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { NewRowsPill } from '../../ui/new-rows-pill.tsx';
import { useWidth } from '../../ui/use-width.ts';
import classes from './trace-list.module.css';
import { TraceRow } from './trace-row.tsx';

interface TraceListProps {
  /** Oldest first; shown the other way round. */
  readonly lines: readonly TraceLine[];
  readonly waiting: number;
  readonly withStation: boolean;
  readonly openKey: string | null;
  readonly onOpen: (line: TraceLine) => void;
  /** Whether somebody reads further down. */
  readonly onScrolled: (scrolled: boolean) => void;
  readonly onRelease: () => void;
  readonly loadOlder: (() => void) | null;
  readonly isLoading: boolean;
}

const ROW_PX = 34;
/** On a phone a line has two. */
const NARROW_ROW_PX = 60;
const NARROW_BELOW_PX = 720;
const OVERSCAN = 6;

/** Newest first; of a hundred thousand lines only those in sight are drawn, all of one height. */
export function TraceList(props: TraceListProps) {
  const { lines, openKey, onOpen, onScrolled, loadOlder } = props;
  const { t } = useText();
  const format = useFormat();
  const context = useMemo(() => ({ t, format }), [t, format]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { ref, widthPx } = useWidth();
  const [focused, setFocused] = useState(0);
  const narrow = widthPx > 0 && widthPx < NARROW_BELOW_PX;
  const rowPx = narrow ? NARROW_ROW_PX : ROW_PX;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
  });
  // Rows change their height when the list becomes narrow.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rowPx is why
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const lineAt = (index: number) => lines[lines.length - 1 - index];
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      setScroller(element);
      ref(element);
    },
    [ref],
  );

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(lines.length - 1, index));
    setFocused(next);
    virtualizer.scrollToIndex(next);
    // Drawn by the time of the next frame.
    requestAnimationFrame(() =>
      scroller?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goTo(focused + step);
  };

  if (lines.length === 0) return null;
  return (
    <div className={classes.frame}>
      <NewRowsPill
        count={props.waiting}
        onShow={() => {
          scroller?.scrollTo({ top: 0 });
          onScrolled(false);
          props.onRelease();
        }}
      />
      <div
        className={classes.scroller}
        ref={attach}
        onScroll={(event) => onScrolled(event.currentTarget.scrollTop > rowPx)}
        data-testid="trace"
      >
        <ul
          className={classes.lines}
          style={{ height: virtualizer.getTotalSize() }}
          aria-label={t('trace.list')}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lineAt(index);
            if (line === undefined) return null;
            return (
              <li
                key={line.key}
                className={classes.item}
                data-index={index}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                style={{ height: rowPx, transform: `translateY(${start}px)` }}
              >
                <TraceRow
                  line={line}
                  narrow={narrow}
                  withStation={props.withStation}
                  isOpen={line.key === openKey}
                  onOpen={onOpen}
                  context={context}
                />
              </li>
            );
          })}
        </ul>
        <div className={classes.foot}>
          {loadOlder === null ? (
            <span>{t(props.isLoading ? 'words.loading' : 'trace.atBeginning')}</span>
          ) : (
            <Button variant="default" size="compact-sm" loading={props.isLoading} onClick={loadOlder}>
              {t('trace.older')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
