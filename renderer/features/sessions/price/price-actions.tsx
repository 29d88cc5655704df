import { Button, Select, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SessionPrice } from '#api/session-prices.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField } from '../../../ui/decimal-field.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { heldWords } from './held-words.ts';
import classes from './session-price.module.css';

const WAYS = ['again', 'choose-anew', 'waive', 'fix'] as const;
type Way = (typeof WAYS)[number];

const MOST_MINOR = 100_000_000;

interface PriceActionsProps {
  readonly price: SessionPrice;
  readonly sessionId: number;
}

/** Another price by a person's word: nothing is overwritten, and the note says why. */
export function PriceActions({ price, sessionId }: PriceActionsProps) {
  const { t } = useText();
  const tell = useTell();
  const rate = useCall('rateSession');
  const [isOpen, setOpen] = useState(price.state === 'held');
  const [way, setWay] = useState<Way>('again');
  const currency = price.fixCurrency;
  const before = price.currency === currency ? price.total : null;
  const [amountMinor, setAmount] = useState<number | null>(before?.inclVatMinor ?? null);
  const [note, setNote] = useState('');
  const digits = useFormat().moneyDigits(currency);
  const isWhole = note.trim() !== '' && (way !== 'fix' || amountMinor !== null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const how =
      way === 'fix' ? ({ kind: 'fix', inclVatMinor: amountMinor ?? 0 } as const) : ({ kind: way } as const);
    rate.mutate(
      { params: { sessionId }, body: { how, note: note.trim() } },
      {
        onSuccess: ({ held }) => {
          tell.done(held === null ? t('prices.done') : t('prices.heldOn', { reason: heldWords(held, t) }));
          setOpen(held !== null);
          setNote('');
        },
      },
    );
  };
  if (!isOpen)
    return (
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('prices.change')}
        </Button>
      </div>
    );
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <Select
        label={t('prices.change')}
        allowDeselect={false}
        data={WAYS.map((value) => ({ value, label: t(`prices.way.${value}`) }))}
        value={way}
        onChange={(value) => setWay(WAYS.find((one) => one === value) ?? way)}
      />
      <p className={classes.state}>{t(`prices.wayText.${way}`)}</p>
      {way === 'fix' ? (
        <DecimalField
          label={t('prices.amount')}
          digits={digits}
          least={digits}
          most={MOST_MINOR}
          unit={currencySign(currency)}
          required
          value={amountMinor}
          onChange={setAmount}
        />
      ) : null}
      <Textarea
        label={t('prices.note')}
        required
        withAsterisk={false}
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {rate.error === null ? null : <ProblemNote error={rate.error} />}
      <div className={classes.actions}>
        <Button type="submit" disabled={!isWhole} loading={rate.isPending}>
          {t('prices.record')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}
