import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LocalList } from '#api/station-services.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { type Translate, useText } from '../../../text/use-text.ts';
import { FactsList } from '../../../ui/facts-list.tsx';
import { UidText, When } from '../../../ui/figures.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { OrderLives } from './order-lives.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const KINDS = ['send-local-list'] as const;

/** The cards that the station knows by itself, and what is to become of them. */
export function CardsTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const params = { stationId: station.id };
  const list = useQuery(apiQuery('getLocalList', { params }));
  const keep = useCall('keepLocalList');
  const check = useCall('readLocalListVersion');
  const order = useServiceOrder(station);
  const { data } = list;
  const onCheck = () =>
    check.mutate(
      { params, body: {} },
      {
        onSuccess: ({ version }) =>
          tell.done(version === -1 ? t('services.cards.noList') : t('services.cards.checked', { version })),
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.tab}>
      <Section title={t('services.cards.title')}>
        <p className={classes.quiet}>{t('services.cards.text')}</p>
        {list.error && data === undefined ? (
          <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {data === undefined ? null : (
          <>
            <Switch
              label={t('services.cards.kept')}
              description={t('services.cards.keptHint')}
              checked={data.kept}
              onChange={(event) =>
                keep.mutate({ params, body: { kept: event.currentTarget.checked } }, { onError: tell.failed })
              }
            />
            <FactsList
              rows={[
                { label: t('services.cards.column.state'), value: stateWords(data, t) },
                data.version === null ? null : { label: t('services.cards.version'), value: data.version },
                { label: t('services.cards.entries'), value: data.entries.length },
                data.capacity === null ? null : { label: t('services.cards.room'), value: data.capacity },
                data.acknowledgedAt === null
                  ? null
                  : { label: t('services.cards.sentAt'), value: <When at={data.acknowledgedAt} full /> },
              ]}
            />
            <div className={classes.buttons}>
              <Button
                variant="default"
                loading={order.isPending}
                onClick={() => order.send({ kind: 'send-local-list' })}
              >
                {t('services.cards.update')}
              </Button>
              <Button variant="subtle" onClick={() => order.send({ kind: 'send-local-list', whole: true })}>
                {t('services.cards.whole')}
              </Button>
              <Button variant="subtle" loading={check.isPending} onClick={onCheck}>
                {t('services.cards.check')}
              </Button>
            </div>
            {order.error === null ? null : <ProblemNote error={order.error} />}
            <Entries list={data} />
          </>
        )}
      </Section>
      <OrderLives station={station} kinds={KINDS} />
    </div>
  );
}

function stateWords({ state, answer, outdated }: LocalList, t: Translate): string {
  if (state === 'failed') return t('services.cards.state.failed', { answer: answer ?? '' });
  if (state === 'acknowledged' && outdated) return t('services.cards.state.outdated');
  return t(`services.cards.state.${state}`);
}

function Entries({ list }: { readonly list: LocalList }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      {list.entries.length === 0 ? (
        <p className={classes.quiet}>{t('services.cards.empty')}</p>
      ) : (
        <ul className={classes.rows}>
          {list.entries.map(({ uid, holder, status, expiresAt }) => (
            <li className={classes.row} key={uid}>
              <span className={classes.what}>
                <strong>{holder || uid}</strong>
                <UidText uid={uid} />
              </span>
              <span className={classes.quiet}>
                {t(`services.cards.status.${status}`)}
                {expiresAt === null
                  ? null
                  : ` · ${t('services.cards.until', { time: format.moment(expiresAt, now) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {list.leftOut.length === 0 ? null : (
        <div className={classes.notice}>
          <p>{t('services.cards.leftOut', { count: list.leftOut.length })}</p>
          <p>{t('services.cards.leftOutText')}</p>
          <p>{list.leftOut.map(({ uid, holder }) => holder || uid).join(', ')}</p>
        </div>
      )}
    </>
  );
}
