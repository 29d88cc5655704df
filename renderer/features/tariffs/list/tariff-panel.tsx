import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TariffDetail } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { shownTariff } from './shown-tariff.ts';
import { TariffActions } from './tariff-actions.tsx';
import classes from './tariff-panel.module.css';
import { TariffState } from './tariff-state.tsx';
import { useNextWords } from './use-next-words.ts';
import { VersionList } from './version-list.tsx';
import { WeekPrices } from './week-prices.tsx';

interface TariffPanelProps {
  readonly tariffId: number;
  readonly place: TariffsPlace;
}

/** One tariff: what it costs, what comes next, and what was in force when. */
export function TariffPanel({ tariffId, place }: TariffPanelProps) {
  const { t } = useText();
  const query = useQuery(apiQuery('getTariff', { params: { tariffId } }));
  const { data, error } = query;
  const title = data?.name ?? t('words.loading');
  return (
    <DetailPanel
      label={title}
      title={title}
      under={data === undefined ? undefined : <Under tariff={data} />}
      focusOn={place.wishFor(tariffId)}
      onClose={place.close}
    >
      {error !== null && data === undefined ? (
        <ProblemNote error={error} onRetry={() => void query.refetch()} />
      ) : null}
      {data === undefined ? null : <Body tariff={data} place={place} />}
    </DetailPanel>
  );
}

function Under({ tariff }: { readonly tariff: TariffDetail }) {
  const { t } = useText();
  const nextWords = useNextWords();
  if (tariff.state === 'removed') return <TariffState tariff={tariff} />;
  return (
    <span className={classes.under}>
      <TariffState tariff={tariff} />
      {tariff.ruleCount === 0 ? (
        <Link to="/tariffs" search={{ tab: 'payers', rule: 'new' }}>
          {t('tariffs.nobodyYet')}
        </Link>
      ) : (
        <Link to="/tariffs" search={{ tab: 'payers' }}>
          {t('tariffs.ruleCount', { count: tariff.ruleCount })}
        </Link>
      )}
      <span>{nextWords(tariff)}</span>
    </span>
  );
}

function Body({ tariff, place }: { readonly tariff: TariffDetail; readonly place: TariffsPlace }) {
  const { t } = useText();
  const shown = shownTariff(tariff);
  return (
    <>
      <TariffActions tariff={tariff} place={place} />
      {tariff.text === '' ? null : <p>{tariff.text}</p>}
      {shown === null ? null : (
        <Section title={t(`tariffs.${costsWhen(tariff)}`)}>
          <WeekPrices tariff={shown} />
        </Section>
      )}
      <Section title={t('tariffs.versions')}>
        <VersionList tariff={tariff} />
      </Section>
    </>
  );
}

function costsWhen({ state, inForce }: TariffDetail): 'costOnce' | 'willCost' | 'costsNow' {
  if (state === 'removed') return 'costOnce';
  return inForce === null ? 'willCost' : 'costsNow';
}
