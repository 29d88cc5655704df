import { Button, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Station } from '#api/stations.ts';
import { momentForField, typedMoment } from '../../../lib/moment-field.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useFoundCards } from '../../../lib/use-found-cards.ts';
import { useText } from '../../../text/use-text.ts';
import { checkSentence } from '../../../ui/check-sentence.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ConnectorSelect } from './connector-select.tsx';
import classes from './service.module.css';
import { useServiceOrder } from './use-service-order.ts';

const USUAL_MS = 3_600_000;

/** Keeps a connector free for a card that may charge. */
export function ReservationForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { send, isPending, error, wrongField, refused: answer } = useServiceOrder(station);
  const add = useCall('addCard');
  const [search, setSearch] = useState('');
  const found = useFoundCards(search);
  const usable = found.filter((card) => card.uid.length <= 20);
  const [cardId, setCardId] = useState<string | null>(null);
  /** The card last asked for: what was said of one is not said of the next. */
  const [askedFor, setAskedFor] = useState<number | null>(null);
  const [typing, setTyping] = useState(false);
  const [uid, setUid] = useState('');
  const [connectorId, setConnectorId] = useState(station.connectors[0]?.connectorId ?? 1);
  const [until, setUntil] = useState(() => momentForField(Date.now() + USUAL_MS, format));
  const refused = Number(cardId) === askedFor ? answer : undefined;
  const wrongTime = wrongField === 'expiresAt';

  const hasCards = usable.length > 0 || search !== '';
  const byNumber = typing || !hasCards;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    submitOrder(false);
  };
  const submitOrder = (anyway: boolean) => {
    const expiresAt = typedMoment(until, format);
    if (expiresAt === undefined) return;
    const reserveFor = (id: number) => {
      setAskedFor(id);
      send({ kind: 'reserve', connectorId, cardId: id, expiresAt, ...(anyway && { anyway }) });
    };
    if (!byNumber) {
      if (cardId !== null) reserveFor(Number(cardId));
      return;
    }
    add.mutate(
      { body: { uid: uid.trim(), holder: '' } },
      {
        onSuccess: ({ id }) => {
          // From now on it is a card like the others, also where the reservation is refused.
          setCardId(String(id));
          setTyping(false);
          setUid('');
          reserveFor(id);
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {byNumber ? (
        <TextInput
          label={t('services.reservations.number')}
          description={t('services.reservations.numberHint')}
          required
          withAsterisk={false}
          autoComplete="off"
          maxLength={20}
          value={uid}
          onChange={(event) => setUid(event.currentTarget.value)}
        />
      ) : (
        <Select
          label={t('services.reservations.card')}
          description={t('services.reservations.cardHint')}
          searchable
          // The program has searched already, also by other spellings.
          filter={({ options }) => options}
          onSearchChange={setSearch}
          required
          withAsterisk={false}
          value={cardId}
          data={usable.map(({ id, holder, label, uid }) => ({
            value: String(id),
            label: [holder, label, uid].filter((part) => part !== '').join(' · '),
          }))}
          onChange={setCardId}
        />
      )}
      <div className={classes.pair}>
        <ConnectorSelect station={station} value={connectorId} onChange={setConnectorId} whole />
        <TextInput
          label={t('services.reservations.until')}
          type="datetime-local"
          required
          withAsterisk={false}
          value={until}
          error={wrongTime ? t('services.reservations.wrong.expiresAt') : null}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      {error === null || wrongTime || answer !== undefined ? null : <ProblemNote error={error} />}
      {refused === undefined ? null : (
        <p className={classes.wrong} role="alert">
          {checkSentence(refused, { t, format })}{' '}
          {refused.anywayAllowed ? t('services.reservations.refusedHint') : null}
        </p>
      )}
      {add.error === null || !byNumber ? null : <ProblemNote error={add.error} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          loading={isPending || add.isPending}
          disabled={byNumber ? uid.trim() === '' : cardId === null}
        >
          {t('services.reservations.reserve')}
        </Button>
        {refused?.anywayAllowed === true && !byNumber ? (
          <Button variant="default" loading={isPending} onClick={() => submitOrder(true)}>
            {t('services.reservations.anyway')}
          </Button>
        ) : null}
        {hasCards ? (
          <Button variant="subtle" onClick={() => setTyping(!typing)}>
            {t(typing ? 'services.reservations.choose' : 'services.reservations.enter')}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={() => void navigate({ to: '/cards', search: { hold: true } })}>
          {t('services.reservations.makeCard')}
        </Button>
      </div>
    </form>
  );
}
