import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { TariffFault } from '#api/tariff-trials.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import type { Draft } from '../editor/use-draft.ts';
import { repainted } from '../editor/work.ts';
import { BandList } from './band-list.tsx';
import { withHolidays } from './paint-area.ts';
import { StretchList } from './stretch-list.tsx';
import { WeekGrid } from './week-grid.tsx';
import classes from './week-section.module.css';

interface WeekSectionProps {
  readonly draft: Draft;
  readonly faults: readonly TariffFault[];
  readonly readOnly: boolean;
}

/** Price bands, the week that is painted with them, and the same week as a list of rules. */
export function WeekSection({ draft, faults, readOnly }: WeekSectionProps) {
  const { t } = useText();
  const { tariff, drawing, edit } = draft;
  const { paint } = drawing;
  const [active, setActive] = useState(0);
  const band = Math.min(active, Math.max(0, paint.bands.length - 1));
  return (
    <Section title={t('tariffs.bands')} card>
      <BandList draft={draft} active={band} onActivate={setActive} />
      <p className={classes.hint} id="week-hint">
        {t('tariffs.paintHint')}
      </p>
      {tariff.land === null ? null : (
        <Switch
          label={t('tariffs.ownHolidays')}
          checked={paint.hasHolidays}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            edit((work) => repainted(work, withHolidays(work.drawing.paint, checked)));
          }}
        />
      )}
      <div className={classes.frame}>
        <div className={classes.week}>
          <WeekGrid
            paint={paint}
            currency={tariff.currency}
            faults={faults}
            band={band}
            readOnly={readOnly}
            onPaint={(next) => edit((work) => repainted(work, next))}
          />
          <StretchList
            paint={paint}
            currency={tariff.currency}
            onPaint={(next) => edit((work) => repainted(work, next))}
          />
        </div>
      </div>
    </Section>
  );
}
