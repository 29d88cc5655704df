import { Button, Collapse } from '@mantine/core';
import { useState } from 'react';
import type { TariffDetail, TariffVersion } from '#api/tariffs.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { countsSoon } from './counts-soon.ts';
import classes from './version-list.module.css';
import { WeekPrices } from './week-prices.tsx';

/** What was in force when, newest first; each opens to what it costs. */
export function VersionList({ tariff }: { readonly tariff: TariffDetail }) {
  const { t } = useText();
  if (tariff.versions.length === 0) return <p className={classes.quiet}>{t('tariffs.noVersions')}</p>;
  return (
    <ol className={classes.versions}>
      {tariff.versions.map((version) => (
        <Version key={version.number} tariff={tariff} version={version} until={endOf(version, tariff)} />
      ))}
    </ol>
  );
}

interface VersionProps {
  readonly tariff: TariffDetail;
  readonly version: TariffVersion;
  readonly until: string | null;
}

function Version({ tariff, version, until }: VersionProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const may = useMay();
  const withdraw = useCall('withdrawVersion');
  const [isOpen, setOpen] = useState(false);
  const { number, from, state, note, publishedAt, publishedBy } = version;
  const isSoon = countsSoon(version, useNow());
  const span =
    until === null
      ? t('tariffs.since', { from: format.dateTime(from) })
      : t('tariffs.span', { from: format.dateTime(from), to: format.dateTime(until) });
  return (
    <li className={classes.version}>
      <div className={classes.head}>
        <strong>{t('tariffs.version', { number })}</strong>
        <span className={classes.state} data-state={state}>
          {isSoon ? t('tariffs.soon') : t(`tariffs.versionState.${state}`)}
        </span>
        <span className={classes.actions}>
          {state === 'scheduled' && tariff.state !== 'removed' && may('tariffs.write') ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(
                  { params: { tariffId: tariff.id, number } },
                  {
                    onSuccess: () => tell.done(t('tariffs.withdrawn', { number })),
                    onError: tell.failed,
                  },
                )
              }
            >
              {t('tariffs.withdraw')}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            aria-label={t('tariffs.showVersion', { number })}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'tariffs.hide' : 'tariffs.show')}
          </Button>
        </span>
      </div>
      <p className={classes.quiet}>{state === 'withdrawn' ? t('tariffs.never') : span}</p>
      <p className={classes.quiet}>
        {t('tariffs.publishedBy', { who: publishedBy, at: format.dateTime(publishedAt) })}
        {note === '' ? '' : ` ${note}`}
      </p>
      <Collapse expanded={isOpen}>{isOpen ? <WeekPrices tariff={version.tariff} /> : null}</Collapse>
    </li>
  );
}

/** A version ends where the next that was not withdrawn begins. */
function endOf(version: TariffVersion, { versions }: TariffDetail): string | null {
  const later = versions
    .filter((one) => one.state !== 'withdrawn' && one.from > version.from)
    .map((one) => one.from)
    .toSorted();
  return later[0] ?? null;
}
