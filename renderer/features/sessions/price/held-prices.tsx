import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldPrices as Held } from '#api/held-prices.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useModules } from '../../../lib/use-modules.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { SureDialog } from '../../../ui/sure-dialog.tsx';
import classes from './session-price.module.css';

/** What sessions wait for with their price that may have passed, each reason with a way to price all of them again; nothing when none do. */
export function HeldPrices() {
  const { t } = useText();
  const isOn = useModules()('tariffs');
  const may = useMay()('sessions.decide');
  const held = useQuery({ ...apiQuery('listHeldPrices', {}), enabled: isOn && may });
  const shown = held.data?.items ?? [];
  if (!isOn || !may || shown.length === 0) return null;
  return (
    <Section card title={t('prices.heldTogether.title')}>
      <ul className={classes.ratings}>
        {shown.map((one) => (
          <HeldReason key={one.reason} held={one} />
        ))}
      </ul>
    </Section>
  );
}

function HeldReason({ held: { reason, sessions } }: { readonly held: Held }) {
  const { t } = useText();
  const tell = useTell();
  const rate = useCall('rateHeldPrices');
  const [isAsked, setAsked] = useState(false);
  const why = t(`prices.held.${reason}`, {});
  const again = () => {
    setAsked(false);
    rate.mutate(
      { body: { reason, note: t('prices.heldTogether.note') } },
      {
        onSuccess: (done) => {
          const { priced, stillHeld } = done;
          const rated = t('prices.heldTogether.done', { count: priced });
          const rest = stillHeld === 0 ? '' : t('prices.heldTogether.stillHeld', { count: stillHeld });
          tell.done([rated, rest].filter(Boolean).join(' '));
        },
        onError: tell.failed,
      },
    );
  };
  return (
    <li>
      <span>
        <strong>{t('prices.heldTogether.count', { count: sessions })}</strong> {why}
      </span>
      <Button size="compact-sm" variant="default" loading={rate.isPending} onClick={() => setAsked(true)}>
        {t('prices.heldTogether.again')}
      </Button>
      <SureDialog
        opened={isAsked}
        title={t('prices.heldTogether.sure', { count: sessions })}
        action={t('prices.heldTogether.again')}
        onConfirm={again}
        onClose={() => setAsked(false)}
      >
        <p>{t(`prices.heldTogether.${reason === 'time-not-allowed' ? 'sureFlags' : 'sureText'}`)}</p>
      </SureDialog>
    </li>
  );
}
