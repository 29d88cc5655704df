import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatrixCell } from '#api/tariff-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { payerKey } from './matrix-words.ts';
import { targetWords } from './target-words.ts';
import classes from './winner-panel.module.css';

interface WinnerPanelProps {
  readonly payer: string;
  readonly stationId: string;
  readonly place: TariffsPlace;
}

/** Why somebody pays by a tariff at a station: the rule that wins, and those that would have counted. */
export function WinnerPanel({ payer, stationId, place }: WinnerPanelProps) {
  const { t } = useText();
  const matrix = useQuery(apiQuery('getTariffMatrix', {}));
  const { data, error } = matrix;
  const row = data?.rows.find(({ group }) => payerKey(group) === payer);
  const cell = row?.cells.find((one) => one.stationId === stationId);
  const station = data?.stations.find(({ id }) => id === stationId);
  if (cell === undefined || station === undefined)
    return (
      <DetailPanel label={t('payers.why')} title={t('payers.why')} onClose={place.close}>
        {data === undefined && error === null ? (
          <p className={classes.quiet} aria-busy="true">
            {t('words.loading')}
          </p>
        ) : null}
        {data === undefined && error !== null ? (
          <ProblemNote error={error} onRetry={() => void matrix.refetch()} />
        ) : null}
        {data === undefined ? null : <p>{t('payers.noCell')}</p>}
      </DetailPanel>
    );
  const who = row?.group?.name ?? t('payers.noGroup');
  return (
    <DetailPanel
      label={t('payers.why')}
      title={t('payers.whyTitle', { who, station: station.name })}
      under={t(`rules.powerClass.${station.powerClass}`)}
      onClose={place.close}
    >
      <Winner cell={cell} />
      <Losers cell={cell} />
    </DetailPanel>
  );
}

function Winner({ cell }: { readonly cell: MatrixCell }) {
  const { t } = useText();
  const format = useFormat();
  const { rule, tariffId, tariffName, version, kwhMicros, currency } = cell;
  if (rule === null || tariffName === null) return <p className={classes.none}>{t('payers.paysNothing')}</p>;
  const price =
    kwhMicros === null || currency === null
      ? t('payers.noPriceNow')
      : t('tariffs.per.energy', { price: format.price(kwhMicros, currency) });
  return (
    <div className={classes.winner}>
      <p className={classes.price}>{version === null ? t('payers.noVersion') : price}</p>
      {cell.clockForbidden ? <p className={classes.none}>{t('payers.clockForbidden')}</p> : null}
      <p>
        {tariffId === null ? (
          tariffName
        ) : (
          <Link to="/tariffs" search={{ tariff: tariffId }}>
            {tariffName}
          </Link>
        )}
        {version === null ? '' : `, ${t('tariffs.version', { number: version })}`}
      </p>
      <p>
        {t('payers.wins')}{' '}
        <Link to="/tariffs" search={{ tab: 'payers', rule: rule.id }}>
          {targetWords(rule, t)}
        </Link>
      </p>
    </div>
  );
}

function Losers({ cell }: { readonly cell: MatrixCell }) {
  const { t } = useText();
  if (cell.lost.length === 0)
    return cell.rule === null ? null : <p className={classes.quiet}>{t('payers.noneLost')}</p>;
  return (
    <Section title={t('payers.lost')}>
      <ol className={classes.losers}>
        {cell.lost.map((one) => (
          <li key={one.id}>
            <Link to="/tariffs" search={{ tab: 'payers', rule: one.id }}>
              {targetWords(one, t)}
            </Link>
            {`: ${one.tariffName}`}
            <span className={classes.quiet}>{t(`payers.because.${one.because}`)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
