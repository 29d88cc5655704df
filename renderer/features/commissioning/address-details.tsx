import { Select } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddressCard } from '#api/address-card.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { addressOf } from '../../ui/address-form.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import classes from './address-details.module.css';
import { AddressFields } from './address-fields.tsx';

type Interface = AddressCard['interfaces'][number];

/** The address to enter in a station, as its make wants it; and whether it will still be right tomorrow. */
export function AddressDetails() {
  const { t } = useText();
  const query = useQuery(apiQuery('getAddressCard', {}));
  const [chosen, setChosen] = useState<string | null>(null);
  const [make, setMake] = useState<string | null>(null);
  const [secure, setSecure] = useState(false);
  const card = query.data;
  if (card === undefined)
    return query.error ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null;
  const best = card.interfaces.find(({ recommended }) => recommended) ?? card.interfaces[0];
  const shown = card.interfaces.find(({ address }) => address === chosen) ?? best;
  if (shown === undefined) return <p className={classes.about}>{t('stations.address.none')}</p>;
  const transport = secure && card.ports.wss !== null ? 'wss' : 'ws';
  const wish = { host: shown.address, transport, card } as const;
  return (
    <div className={classes.card}>
      <AddressChange card={card} />
      <div className={classes.choices}>
        <Select
          label={t('address.make')}
          placeholder={t('address.otherMake')}
          data={card.makes.map((one) => one.make)}
          value={make}
          clearable
          searchable
          onChange={setMake}
        />
        {card.ports.wss === null ? null : (
          <FilterChips
            label={t('address.protection')}
            value={transport}
            chips={[
              { value: 'ws', label: t('address.ws') },
              { value: 'wss', label: t('address.wss') },
            ]}
            onChange={(value) => setSecure(value === 'wss')}
          />
        )}
      </div>
      <div className={classes.enter}>
        <div className={classes.fields}>
          <AddressFields wish={wish} habits={card.makes.find((one) => one.make === make)} />
        </div>
        <QrCode text={addressOf(wish)} label={t('address.qr', { address: addressOf(wish) })} />
      </div>
      {transport === 'wss' ? <p className={classes.about}>{t('address.wssHint')}</p> : null}
      <OriginNote shown={shown} />
      <fieldset className={classes.interfaces}>
        <legend>{t('address.networks')}</legend>
        {card.interfaces.map((one) => (
          <label key={`${one.name} ${one.address}`} className={classes.interface}>
            <input
              type="radio"
              name="interface"
              checked={one === shown}
              onChange={() => setChosen(one.address)}
            />
            <span className={classes.name}>
              <code>{one.address}</code>
              <InterfaceFacts one={one} />
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function InterfaceFacts({ one }: { readonly one: Interface }) {
  const { t } = useText();
  const facts = [
    one.name === one.address ? '' : one.name,
    t(`address.kind.${one.kind}`),
    one.recommended ? t('stations.address.recommended') : '',
    one.stations > 0 ? t('address.stations', { count: one.stations }) : '',
  ];
  return <span className={classes.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</span>;
}

/** An address that changes by itself is the most common reason for stations that stay away after a power cut. */
function OriginNote({ shown }: { readonly shown: Interface }) {
  const { t } = useText();
  const isFine = shown.origin === 'fixed';
  const Icon = isFine ? IconInfoCircle : IconAlertTriangle;
  return (
    <p className={classes.note} data-fine={isFine}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{t(`address.origin.${shown.origin}`)}</span>
    </p>
  );
}

function AddressChange({ card }: { readonly card: AddressCard }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const { change } = card;
  if (change === null || change.stations === 0) return null;
  return (
    <p className={classes.note} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <span>
        {t('address.changed', {
          from: change.from,
          to: change.to,
          time: format.moment(change.at, now),
          count: change.stations,
        })}
      </span>
    </p>
  );
}
