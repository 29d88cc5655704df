import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { TariffDetail } from '#api/tariffs.ts';
import { momentForField, typedMoment } from '../../../lib/moment-field.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { WrongField } from '../../../ui/wrong-fields.ts';
import { VersionList } from '../list/version-list.tsx';
import { FaultList } from '../trials/fault-list.tsx';
import type { TariffCheck } from '../trials/use-tariff-check.ts';
import { OvertakenNote } from './overtaken-note.tsx';
import { nextMidnight, nextMonth, PUBLISH_MOMENTS, type PublishMoment } from './publish-moments.ts';
import classes from './publish-panel.module.css';
import type { Draft } from './use-draft.ts';

/** From when on it is to count, and why, as somebody has chosen and typed it. */
export interface PublishPlan {
  readonly moment: PublishMoment;
  /** Another moment; null where nobody has typed one. */
  readonly typed: string | null;
  readonly note: string;
}

export const NO_PLAN: PublishPlan = { moment: 'midnight', typed: null, note: '' };

interface PublishPanelProps {
  readonly tariff: TariffDetail;
  readonly draft: Draft;
  readonly check: TariffCheck;
  /** Fields that hold what cannot be read: with them nothing is published. */
  readonly wrong: readonly WrongField[];
  readonly plan: PublishPlan;
  readonly onPlan: (plan: PublishPlan) => void;
  readonly onGoTo: (id: string) => void;
  readonly onClose: () => void;
}

/** From when on the draft counts; what forbids it is said here as well. */
export function PublishPanel(props: PublishPanelProps) {
  const { tariff, draft, check, wrong, plan, onPlan, onGoTo, onClose } = props;
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const publish = useCall('publishTariff');
  const withdraw = useCall('withdrawVersion');
  const { moment, note } = plan;
  const [firstTyped] = useState(() => momentForField(Date.parse(nextMidnight(now, format)), format));
  const typed = plan.typed ?? firstTyped;
  const set = (change: Partial<PublishPlan>) => onPlan({ ...plan, ...change });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const moments: Readonly<Record<PublishMoment, string | null | undefined>> = {
    now: null,
    midnight: nextMidnight(now, format),
    month: nextMonth(now, format),
    other: typedMoment(typed, format),
  };
  const from = moments[moment];
  const forbids = check.forbids || wrong.length > 0;
  const isPast = moment === 'other' && typeof from === 'string' && Date.parse(from) < now;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (from === undefined || forbids) return;
    // What was typed last belongs to what is published; what could not be stored is not published without it.
    if (!(await draft.saveNow())) return;
    publish.mutate(
      { params: { tariffId: tariff.id }, body: { draft: draft.tariff, from, note: note.trim() } },
      {
        onSuccess: (published) => {
          const version = published.scheduled ?? published.inForce;
          if (version === null) return;
          const { number } = version;
          const words =
            from === null
              ? t('tariffs.publishedNow', { number })
              : t('tariffs.published', { number, at: format.dateTime(version.from) });
          tell.done(tariff.ruleCount === 0 ? `${words}. ${t('tariffs.nobodyPays')}` : words, {
            undo: () =>
              withdraw.mutate({ params: { tariffId: tariff.id, number } }, { onError: tell.failed }),
          });
          onPlan(NO_PLAN);
          onClose();
        },
      },
    );
  };
  return (
    <DetailPanel
      label={t('tariffs.publish')}
      title={t('tariffs.publish')}
      under={draft.name}
      onClose={onClose}
    >
      <form className={classes.form} ref={form} onSubmit={(event) => void onSubmit(event)}>
        <Radio.Group
          label={t('tariffs.publishFrom')}
          value={moment}
          onChange={(value) => set({ moment: PUBLISH_MOMENTS.find((one) => one === value) ?? moment })}
        >
          <div className={classes.choices}>
            {PUBLISH_MOMENTS.map((one) => (
              <Radio key={one} value={one} label={momentWords(one)} />
            ))}
          </div>
        </Radio.Group>
        {moment === 'other' ? (
          <TextInput
            type="datetime-local"
            label={t('tariffs.publishAt')}
            required
            withAsterisk={false}
            value={typed}
            error={isPast ? t('tariffs.pastMoment') : null}
            onChange={(event) => set({ typed: event.currentTarget.value })}
          />
        ) : null}
        <p className={classes.hint}>{t('tariffs.publishText')}</p>
        <Textarea
          label={t('tariffs.note')}
          autosize
          minRows={1}
          maxLength={500}
          value={note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        {forbids || check.faults.length > 0 ? (
          <>
            <p className={forbids ? classes.forbids : classes.hint}>
              {t(forbids ? 'tariffs.cannotPublish' : 'tariffs.lookFirst')}
            </p>
            <FaultList check={check} work={draft} wrong={wrong} onGoTo={onGoTo} />
          </>
        ) : null}
        {draft.saveState.kind === 'overtaken' ? <OvertakenNote draft={draft} /> : null}
        {draft.saveState.kind === 'failed' ? <ProblemNote error={draft.saveState.error} /> : null}
        {publish.error === null ? null : <ProblemNote error={publish.error} />}
        <div>
          <Button
            type="submit"
            loading={publish.isPending}
            disabled={forbids || isPast || from === undefined}
          >
            {t('tariffs.publish')}
          </Button>
        </div>
      </form>
      <Section title={t('tariffs.versions')}>
        <VersionList tariff={tariff} />
      </Section>
    </DetailPanel>
  );

  function momentWords(one: PublishMoment): string {
    const at = moments[one];
    const words = t(`tariffs.moment.${one}`);
    return one === 'other' || typeof at !== 'string' ? words : `${words} (${format.dateTime(at)})`;
  }
}
