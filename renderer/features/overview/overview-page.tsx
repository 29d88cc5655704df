import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { LogLine } from '../../ui/log-line.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PowerCurve } from '../../ui/power-curve.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { AttentionList } from './attention-list.tsx';
import { CountsStrip } from './counts-strip.tsx';
import { FirstStation } from './first-station.tsx';
import classes from './overview-page.module.css';
import { TodayFigures } from './today-figures.tsx';

/** Is everything all right? */
export function OverviewPage() {
  const { t } = useText();
  const format = useFormat();
  const overview = useQuery(apiQuery('getOverview', {}));
  const { data } = overview;
  if (data === undefined) {
    return (
      <div className={classes.page}>
        <PageHeader title={t('overview.title')} />
        {overview.error ? (
          <ProblemNote error={overview.error} onRetry={() => void overview.refetch()} />
        ) : null}
      </div>
    );
  }
  const curve = data.load.map((point) => ({ atMs: Date.parse(point.at), powerW: point.powerW }));
  const peak = data.load.reduce<(typeof data.load)[number] | null>(
    (highest, point) => (point.powerW > (highest?.powerW ?? 0) ? point : highest),
    null,
  );
  return (
    <div className={classes.page}>
      <PageHeader title={t('overview.title')} />
      {data.stations.total === 0 ? <FirstStation /> : <CountsStrip counts={data.counts} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {data.stations.total === 0 ? null : (
            <Section card title={t('overview.needsYou')}>
              <AttentionList items={data.attention} />
            </Section>
          )}
          <Section
            card
            title={t('overview.load')}
            {...(peak !== null && {
              aside: (
                <span>
                  {t('overview.loadPeak', { power: format.power(peak.powerW), time: format.time(peak.at) })}
                </span>
              ),
            })}
          >
            {peak === null ? (
              <p className={classes.quiet}>{t('overview.loadEmpty')}</p>
            ) : (
              <PowerCurve points={curve} title={t('overview.load')} heightPx={200} />
            )}
          </Section>
        </div>
        <div className={classes.column}>
          <TodayFigures overview={data} />
          <Section card title={t('overview.log')} aside={<Link to="/logbook">{t('overview.allLog')}</Link>}>
            <ul className={classes.log}>
              {data.log.slice(0, 8).map((entry) => (
                <LogLine key={entry.id} entry={entry} />
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </div>
  );
}
