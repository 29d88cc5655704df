import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { InstalledProfile, Limits } from '#api/station-services.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { CompositeSection } from './composite-section.tsx';
import { LimitForm } from './limit-form.tsx';
import { OrderLives } from './order-lives.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const KINDS = ['set-charging-profile', 'clear-charging-profile'] as const;

/** Limits that were set from here, a form for more, and what applies in all. */
export function LimitsTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const limits = useQuery(apiQuery('getLimits', { params: { stationId: station.id } }));
  const { data } = limits;
  return (
    <div className={classes.tab}>
      <Section title={t('services.limits.title')}>
        <p className={classes.quiet}>{t('services.limits.text')}</p>
        <LimitForm station={station} />
      </Section>
      {limits.error && data === undefined ? (
        <ProblemNote error={limits.error} onRetry={() => void limits.refetch()} />
      ) : null}
      {data === undefined ? null : <HeldLimits station={station} limits={data} />}
      <CompositeSection station={station} />
      <OrderLives station={station} kinds={KINDS} />
    </div>
  );
}

interface HeldLimitsProps {
  readonly station: Station;
  readonly limits: Limits;
}

function HeldLimits({ station, limits }: HeldLimitsProps) {
  const { t } = useText();
  const { send, isPending, error } = useServiceOrder(station);
  const { profiles, maxPeriods, maxStackLevel, maxProfiles } = limits;
  const knowsAll = maxPeriods !== null && maxStackLevel !== null && maxProfiles !== null;
  return (
    <Section title={t('services.limits.held')}>
      {profiles.length === 0 ? (
        <p className={classes.quiet}>{t('services.limits.empty')}</p>
      ) : (
        <ul className={classes.rows}>
          {profiles.map((profile) => (
            <LimitRow
              key={profile.profileId}
              profile={profile}
              onClear={() => send({ kind: 'clear-charging-profile', profileId: profile.profileId })}
            />
          ))}
        </ul>
      )}
      {knowsAll ? (
        <p className={classes.quiet}>
          {t('services.limits.canDo')}:{' '}
          {t('services.limits.canDoLine', { periods: maxPeriods, level: maxStackLevel, count: maxProfiles })}
        </p>
      ) : null}
      {error === null ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={isPending}
          onClick={() => send({ kind: 'clear-charging-profile' })}
        >
          {t('services.limits.clearAll')}
        </Button>
      </div>
    </Section>
  );
}

interface LimitRowProps {
  readonly profile: InstalledProfile;
  readonly onClear: () => void;
}

function LimitRow({ profile, onClear }: LimitRowProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const { profileId, connectorId, purpose, stackLevel, unit, periods, setAt, setBy } = profile;
  const steps = periods.map(({ startSeconds, limit }) => {
    const amount = `${format.number(limit, Number.isInteger(limit) ? 0 : 1)}\u00a0${unit}`;
    return startSeconds === 0
      ? amount
      : t('services.limits.step', { limit: amount, after: format.duration(startSeconds) });
  });
  const where =
    connectorId === 0 || purpose === 'ChargePointMaxProfile'
      ? []
      : [t('services.where.connector', { number: connectorId })];
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>{[t(`services.limits.${purpose}`), ...where, steps.join(', ')].join(' · ')}</strong>
        <span className={classes.quiet}>
          {t('services.limits.line', { number: profileId, level: stackLevel })} ·{' '}
          {t(`services.limits.${profile.timing}`)} ·{' '}
          {t('services.limits.setBy', { who: setBy, time: format.moment(setAt, now) })}
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('services.limits.clearOf', { number: profileId })}
        onClick={onClear}
      >
        {t('services.limits.clear')}
      </Button>
    </li>
  );
}
