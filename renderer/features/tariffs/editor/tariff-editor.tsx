import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCalendarCheck, IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TariffDetail } from '#api/tariffs.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { useWrongFields, WrongFieldsOf } from '../../../ui/wrong-fields.ts';
import { ExampleSection } from '../trials/example-section.tsx';
import { FaultList } from '../trials/fault-list.tsx';
import { RehearsalSection } from '../trials/rehearsal-section.tsx';
import { useTariffCheck } from '../trials/use-tariff-check.ts';
import { WeekSection } from '../week/week-section.tsx';
import { BlockSections } from './block-sections.tsx';
import { FrameFields } from './frame-fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { OvertakenNote } from './overtaken-note.tsx';
import { NO_PLAN, PublishPanel } from './publish-panel.tsx';
import { SaveStateNote } from './save-state-note.tsx';
import { SpecialSection } from './special-section.tsx';
import classes from './tariff-editor.module.css';
import { useDraft } from './use-draft.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** Building blocks on the left, what they come to on the right; each change is stored by itself. */
export function TariffEditor({ tariff: detail }: { readonly tariff: TariffDetail }) {
  const { t } = useText();
  const may = useMay();
  const draft = useDraft(detail);
  const check = useTariffCheck(draft.tariff, detail.id);
  const [isPublishing, setPublishing] = useState(false);
  // Whoever is led from the panel to a field finds in it what was typed there.
  const [plan, setPlan] = useState(NO_PLAN);
  const { fields, reports } = useWrongFields();
  const wrong = fields.map((field) => ({
    ...field,
    focus: () => {
      setPublishing(false);
      field.focus();
    },
  }));
  const canWrite = may('tariffs.write');
  const onKeyDown = useUndoKeys(draft);
  /** The panel may lie over what somebody is led to. */
  function goTo(place: string): void {
    setPublishing(false);
    const element = document.getElementById(place);
    element?.scrollIntoView({ block: 'center' });
    element?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  }
  return (
    <SplitPage
      panel={
        isPublishing ? (
          <PublishPanel
            tariff={detail}
            draft={draft}
            check={check}
            wrong={wrong}
            plan={plan}
            onPlan={setPlan}
            onGoTo={goTo}
            onClose={() => {
              setPublishing(false);
              // Whoever begins anew chooses anew from when on it counts.
              setPlan(({ note }) => ({ ...NO_PLAN, note }));
            }}
          />
        ) : null
      }
    >
      <LeaveGuard state={draft.saveState} hasWrongFields={wrong.length > 0} saveNow={draft.saveNow} />
      <Link className={classes.back} to="/tariffs" search={{}}>
        <IconChevronLeft size={16} aria-hidden />
        {t('tariffs.title')}
      </Link>
      <PageHeader title={draft.name}>
        <SaveStateNote state={draft.saveState} wrong={wrong} onRetry={() => void draft.saveNow()} />
        {canWrite ? (
          <>
            <Button
              variant="default"
              aria-label={t('tariffs.undo')}
              title={`${t('tariffs.undo')} (Ctrl Z)`}
              disabled={!draft.canUndo}
              onClick={draft.undo}
            >
              <IconArrowBackUp size={18} aria-hidden />
            </Button>
            <Button
              variant="default"
              aria-label={t('tariffs.redo')}
              title={`${t('tariffs.redo')} (Ctrl ⇧ Z)`}
              disabled={!draft.canRedo}
              onClick={draft.redo}
            >
              <IconArrowForwardUp size={18} aria-hidden />
            </Button>
            <Button
              leftSection={<IconCalendarCheck size={16} aria-hidden />}
              onClick={() => setPublishing(true)}
            >
              {t('tariffs.publish')}
            </Button>
          </>
        ) : null}
      </PageHeader>
      {draft.saveState.kind === 'overtaken' && !isPublishing ? <OvertakenNote draft={draft} /> : null}
      <div className={classes.work}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears Ctrl Z of what lies within */}
        <div className={classes.columns} onKeyDown={onKeyDown}>
          <fieldset className={classes.blocks} disabled={!canWrite}>
            <legend className="visually-hidden">{t('tariffs.blocks')}</legend>
            <WrongFieldsOf value={reports}>
              <FrameFields draft={draft} />
              <WeekSection draft={draft} faults={check.faults} readOnly={!canWrite} />
              <BlockSections draft={draft} />
              <SpecialSection draft={draft} />
            </WrongFieldsOf>
          </fieldset>
          <div className={classes.trials}>
            <ExampleSection tariff={draft.tariff} />
            <Section title={t('tariffs.checks')} card>
              <FaultList check={check} work={draft} wrong={wrong} onGoTo={goTo} />
            </Section>
            <RehearsalSection tariff={draft.tariff} detail={detail} />
          </div>
        </div>
      </div>
    </SplitPage>
  );
}
