import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HolderState as State } from '#api/access-lists.ts';
import { useText } from '../../text/use-text.ts';
import { Kwh, When } from '../../ui/figures.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { HolderState } from './holder-state.tsx';
import classes from './thing-panel.module.css';

interface Thing {
  readonly state: State;
  readonly monthWh: number;
  readonly lastUsedAt: string | null;
}

interface ThingPanelProps<Data extends Thing> {
  readonly query: UseQueryResult<Data>;
  /** What it is called, once it is known. */
  readonly title: (data: Data) => ReactNode;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
  readonly children: (data: Data) => ReactNode;
}

/** Frame of one driver, vehicle or card: whether it may charge, this month's energy, and when it last did. */
export function ThingPanel<Data extends Thing>(props: ThingPanelProps<Data>) {
  const { query, title, focusOn, onClose } = props;
  const { t } = useText();
  const { data, error } = query;
  const shown = data === undefined ? t('words.loading') : title(data);
  return (
    <DetailPanel
      label={typeof shown === 'string' ? shown : t('words.card')}
      title={shown}
      under={
        data === undefined ? undefined : (
          <span className={classes.facts}>
            <HolderState state={data.state} />
            <span>
              {t('access.thisMonth')} <Kwh wh={data.monthWh} />
            </span>
            <span>
              {t('access.lastUsed')} <When at={data.lastUsedAt} />
            </span>
          </span>
        )
      }
      focusOn={focusOn}
      onClose={onClose}
    >
      {error !== null && data === undefined ? (
        <ProblemNote error={error} onRetry={() => void query.refetch()} />
      ) : null}
      {data === undefined ? null : props.children(data)}
    </DetailPanel>
  );
}
