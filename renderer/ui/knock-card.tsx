import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Knock } from '#api/knocks.ts';
import { LONGEST_IDENTITY } from '#api/stations.ts';
import { useCall } from '../lib/use-call.ts';
import { useFormat } from '../lib/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './knock-list.module.css';
import { StatusMark } from './status-mark.tsx';

/** One at the door: who, from where, why not let in yet, and the one click that does it. */
export function KnockCard({ knock }: { readonly knock: Knock }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  const tell = useTell();
  const adopt = useCall('adoptStation');
  const change = useCall('changeStation');
  const retire = useCall('retireStation');
  const forget = useCall('forgetKnock');
  const { stationId } = knock;
  const lacksProtocol = knock.adopted && knock.reason === 'no-subprotocol' && stationId !== null;

  const onAdopt = () => {
    if (stationId === null) return;
    adopt.mutate(
      { body: { id: stationId } },
      {
        onSuccess: (station) => {
          tell.done(t('stations.knocks.adopted', { id: station.name }), {
            undo: () => retire.mutate({ params: { stationId }, body: {} }),
            undoLabel: t('stations.knocks.adoptedUndo'),
          });
          void navigate({ to: '/stations/{-$stationId}', params: { stationId }, search: {} });
        },
        onError: tell.failed,
      },
    );
  };
  const facts = [
    t('stations.knocks.from', { address: knock.address }),
    t('stations.knocks.attempts', { count: knock.count, time: format.moment(knock.lastAt, now) }),
    knock.reason === 'wrong-path' ? t('stations.knocks.came', { path: knock.path }) : null,
    knock.reason === 'other-subprotocol' && knock.protocols.length > 0
      ? t('stations.knocks.offers', { protocols: knock.protocols.join(', ') })
      : null,
    knock.sentPassword ? t('stations.knocks.withPassword') : null,
  ];
  const { likelyStationId } = knock;
  const isTooLong = !knock.adopted && (stationId ?? '').length > LONGEST_IDENTITY;
  return (
    <li className={classes.knock} data-adoptable={knock.adoptable}>
      <StatusMark mark={knock.adoptable ? 'knocking' : 'self-unavailable'} size={24} silent />
      <div className={classes.text}>
        <p className={classes.id}>{stationId ?? t('stations.knocks.noIdentity')}</p>
        <p>
          {isTooLong
            ? t('stations.knocks.tooLong')
            : `${t(`stations.knocks.reason.${knock.reason}`)}${knock.adoptable || knock.adopted ? '' : ` ${t('stations.knocks.cannotAdopt')}`}`}
        </p>
        {likelyStationId === null ? null : <p>{t('stations.knocks.likely', { id: likelyStationId })}</p>}
        <p className={classes.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      <div className={classes.buttons}>
        {knock.adoptable ? (
          <Button loading={adopt.isPending} onClick={onAdopt}>
            {t('stations.knocks.adopt')}
          </Button>
        ) : null}
        {lacksProtocol ? (
          <Button
            variant="default"
            onClick={() =>
              change.mutate(
                { params: { stationId }, body: { missingProtocolAllowed: true } },
                { onError: tell.failed },
              )
            }
          >
            {t('stations.knocks.allow')}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          onClick={() =>
            forget.mutate(
              { params: { key: knock.key } },
              { onSuccess: () => tell.done(t('stations.knocks.forgotten')), onError: tell.failed },
            )
          }
        >
          {t('stations.knocks.forget')}
        </Button>
      </div>
    </li>
  );
}
