import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Tariff } from '#api/tariff-model.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { PriceLines } from '../../../ui/price-lines.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWrongFields, WrongFieldsOf } from '../../../ui/wrong-fields.ts';
import { ExampleFields } from './example-fields.tsx';
import classes from './example-section.module.css';
import { sessionOf } from './example-session.ts';
import { useExampleState } from './example-state.ts';

const TYPING_PAUSE_MS = 200;

/** What a session to think of would cost, line by line, while the tariff is being changed. */
export function ExampleSection({ tariff }: { readonly tariff: Tariff }) {
  const { t } = useText();
  const format = useFormat();
  const today = format.dayKey(useNow());
  const { example, set } = useExampleState();
  const { fields: wrong, reports } = useWrongFields();
  const body = useMemo(() => ({ tariff, session: sessionOf(example, today) }), [tariff, example, today]);
  const [asked] = useDebouncedValue(body, TYPING_PAUSE_MS);
  const priced = useQuery({
    ...apiQuery('priceExample', { body: asked }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = priced;
  // What cannot be read is no part of what stands below.
  const isOld = priced.isPlaceholderData || error !== null || wrong.length > 0;
  return (
    <Section title={t('tariffs.example')} card>
      <WrongFieldsOf value={reports}>
        <ExampleFields example={example} today={today} onChange={set} />
      </WrongFieldsOf>
      {error !== null && data === undefined ? (
        <ProblemNote error={error} onRetry={() => void priced.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <div className={classes.price} data-old={isOld}>
          <p className={classes.total} role="status">
            {data.total === null
              ? t(data.held === null ? 'tariffs.noTotal' : `prices.held.${data.held}`)
              : format.money(data.total.inclVatMinor, data.currency)}
          </p>
          <p className={classes.when}>
            {t('tariffs.exampleSpan', {
              from: format.dateTime(data.startsAt),
              to: format.sameDay(data.startsAt, data.endsAt)
                ? format.time(data.endsAt)
                : format.dateTime(data.endsAt),
            })}
          </p>
          <PriceLines steps={data.steps} currency={data.currency} taxes={tariff.taxes} />
        </div>
      )}
    </Section>
  );
}
