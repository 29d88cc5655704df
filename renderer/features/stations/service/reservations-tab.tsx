import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Reservation } from '#api/station-services.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { OrderLives } from './order-lives.tsx';
import { ReservationForm } from './reservation-form.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const KINDS = ['reserve', 'cancel-reservation'] as const;

/** Who has a connector kept free, and a form to do so. */
export function ReservationsTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const reservations = useQuery(apiQuery('listReservations', { params: { stationId: station.id } }));
  const items = reservations.data?.items ?? [];
  return (
    <div className={classes.tab}>
      <Section title={t('services.reservations.title')}>
        <p className={classes.quiet}>{t('services.reservations.text')}</p>
        <ReservationForm station={station} />
        {items.length === 0 ? (
          <p className={classes.quiet}>{t('services.reservations.empty')}</p>
        ) : (
          <ul className={classes.rows}>
            {items.map((reservation) => (
              <ReservationRow key={reservation.id} station={station} reservation={reservation} />
            ))}
          </ul>
        )}
      </Section>
      <OrderLives station={station} kinds={KINDS} />
    </div>
  );
}

interface ReservationRowProps {
  readonly station: Station;
  readonly reservation: Reservation;
}

function ReservationRow({ station, reservation }: ReservationRowProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const { send, isPending } = useServiceOrder(station);
  const { id, connectorId, holder, cardUid, state, expiresAt, endedAt, madeBy, sessionId } = reservation;
  const who = holder || cardUid;
  const where =
    connectorId === 0 ? t('services.where.station') : t('services.where.connector', { number: connectorId });
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>
          {who} · {where}
        </strong>
        <span className={classes.quiet}>
          {t(`services.reservations.state.${state}`, { time: format.moment(endedAt ?? expiresAt, now) })} ·{' '}
          {t('services.reservations.by', { who: madeBy })}
          {sessionId === null ? null : (
            <>
              {' · '}
              <Link to="/sessions/{-$sessionId}" params={{ sessionId: String(sessionId) }} search={{}}>
                {t('services.reservations.session')}
              </Link>
            </>
          )}
        </span>
      </span>
      {state === 'held' ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          aria-label={t('services.reservations.cancelOf', { who })}
          onClick={() => send({ kind: 'cancel-reservation', reservationId: id })}
        >
          {t('services.reservations.cancel')}
        </Button>
      ) : null}
    </li>
  );
}
