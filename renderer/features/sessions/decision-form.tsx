import { Button, NumberInput, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DecisionOrder, SessionDetail } from '#api/sessions.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './decision-form.module.css';

type Choice = DecisionOrder['kind'];

/** The API takes no more (api/sessions.ts). */
const MOST_WH = 10_000_000;

/** Accept, correct, or leave out: what the station reported stays kept in any case. */
export function DecisionForm({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  const decide = useCall('decideSession');
  // Nothing is chosen beforehand: a figure in doubt must not be accepted by pressing Enter.
  const [choice, setChoice] = useState<Choice | null>(null);
  const [energyKwh, setEnergyKwh] = useState<number | string>('');
  const [note, setNote] = useState('');
  const energyWh = energyKwh === '' ? Number.NaN : Math.round(Number(energyKwh) * 1000);
  const energyFits = energyWh >= 0 && energyWh <= MOST_WH;
  const accept =
    session.measuredWh === null
      ? t('sessions.acceptUnknown')
      : t('sessions.accept', { energy: format.energy(session.measuredWh, 3) });
  return (
    <Section title={t('sessions.decide')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (choice === null || (choice === 'correct' && !energyFits)) return;
          decide.mutate({
            params: { sessionId: session.id },
            body: orderOf(choice, energyWh, note.trim()),
          });
        }}
      >
        <Radio.Group
          value={choice}
          aria-label={t('sessions.decide')}
          onChange={(next) => setChoice(next === 'correct' || next === 'void' ? next : 'accept')}
        >
          <div className={classes.choices}>
            <Radio value="accept" label={accept} disabled={session.measuredWh === null} />
            <Radio value="correct" label={t('sessions.correct')} />
            <Radio value="void" label={t('sessions.void')} />
          </div>
        </Radio.Group>
        {choice === 'correct' ? (
          <NumberInput
            label={t('sessions.energyKwh')}
            required
            withAsterisk={false}
            clampBehavior="none"
            error={energyKwh === '' || energyFits ? null : t('sessions.energyRange')}
            decimalScale={3}
            decimalSeparator={format.number(0.5, 1).includes(',') ? ',' : '.'}
            allowedDecimalSeparators={[',', '.']}
            hideControls
            value={energyKwh}
            onChange={setEnergyKwh}
          />
        ) : null}
        <Textarea
          label={t(choice === 'accept' || choice === null ? 'sessions.noteOptional' : 'sessions.note')}
          required={choice === 'correct' || choice === 'void'}
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {decide.error === null ? null : <ProblemNote error={decide.error} />}
        <div className={classes.foot}>
          <p>{t('sessions.decideText')}</p>
          <Button type="submit" disabled={choice === null} loading={decide.isPending}>
            {t('sessions.decideButton')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function orderOf(kind: Choice, energyWh: number, note: string): DecisionOrder {
  switch (kind) {
    case 'accept':
      return note === '' ? { kind } : { kind, note };
    case 'correct':
      return { kind, energyWh, note };
    case 'void':
      return { kind, note };
  }
}
