import { Link } from '@tanstack/react-router';
import type { SessionPrice as Price } from '#api/session-prices.ts';
import type { SessionDetail } from '#api/sessions.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useModules } from '../../../lib/use-modules.ts';
import { useText } from '../../../text/use-text.ts';
import { costWords } from '../../../ui/cost-words.ts';
import { FactsList } from '../../../ui/facts-list.tsx';
import { PriceLines } from '../../../ui/price-lines.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { FixedTax } from './fixed-tax.tsx';
import { heldWords, isAboutKey } from './held-words.ts';
import { PriceActions } from './price-actions.tsx';
import { PricedZone } from './priced-zone.tsx';
import { RatingList } from './rating-list.tsx';
import classes from './session-price.module.css';
import { useSessionPrice } from './use-session-price.ts';

/** What a session costs, why, and how it came about to the cent. Nothing where tariffs are switched off. */
export function SessionPrice({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const isOn = useModules()('tariffs');
  const price = useSessionPrice(session.id);
  if (!isOn) return null;
  return (
    <Section title={t('prices.title')}>
      {price.error !== null && price.data === undefined ? (
        <ProblemNote error={price.error} onRetry={() => void price.refetch()} />
      ) : null}
      {price.data === undefined ? null : <Body price={price.data} session={session} />}
    </Section>
  );
}

function Body({ price, session }: { readonly price: Price; readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  const may = useMay();
  const total = costWords(price, format);
  // Of one that runs it may be known already that its price will be held: nobody can price it before its end.
  const isOpen = session.endedAt === null;
  // A refused card agrees to nothing; what somebody accepts of it is paid all the same.
  const isUndecided = price.state === 'no-tariff' && session.state === 'needs-decision';
  return (
    <div className={classes.price}>
      {total === '' ? null : (
        <p className={classes.total} data-state={price.state}>
          {total}
        </p>
      )}
      <p className={classes.state} data-state={price.state}>
        {price.held === null
          ? t(isUndecided ? 'prices.decideFirst' : `prices.state.${price.state}`)
          : `${t(isOpen ? 'prices.willBeHeld' : 'prices.state.held')} ${heldWords(price.held, t)}`}
      </p>
      {price.held !== null && isAboutKey(price.held) && may('stations.read') ? (
        <Link
          to="/stations/{-$stationId}"
          params={{ stationId: session.stationId }}
          search={{ tab: 'details' }}
        >
          {t('prices.meterKeys')}
        </Link>
      ) : null}
      {isOpen && total !== '' && price.steps.length === 0 ? <p>{t('prices.nothingYet')}</p> : null}
      {price.currency === null || price.steps.length === 0 ? null : (
        <PriceLines
          steps={price.steps}
          currency={price.currency}
          taxes={price.taxes}
          timeZone={price.timeZone}
        />
      )}
      <FixedTax price={price} />
      {price.steps.length === 0 ? null : <PricedZone timeZone={price.timeZone} />}
      <Origin price={price} />
      {price.steps.length > 0 && may('stations.manage') ? <Proof session={session} /> : null}
      {!isOpen && may('sessions.decide') ? <PriceActions price={price} sessionId={session.id} /> : null}
      {price.ratings.length < 2 ? null : <RatingList ratings={price.ratings} />}
    </div>
  );
}

/** A file of what its station said and was told from the first to the last message of the session. */
function Proof({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const { stationId, startReceivedAt: from, stopReceivedAt } = session;
  const query = { stationId, from, ...(stopReceivedAt === null ? {} : { to: stopReceivedAt }) };
  return (
    <a href={apiUrl('exportTrace', { query })} download>
      {t('prices.proof')}
    </a>
  );
}

/** Which tariff, by which rule, and by whose energy. */
function Origin({ price }: { readonly price: Price }) {
  const { t } = useText();
  const format = useFormat();
  const may = useMay();
  const { tariff, rule, lost, energyWh, energySource, taxes } = price;
  if (tariff === null && rule === null && lost.length === 0) return null;
  return (
    <FactsList
      rows={[
        tariff === null
          ? null
          : {
              label: t('prices.tariff'),
              value: (
                <>
                  {may('tariffs.read') ? (
                    <Link to="/tariffs" search={{ tariff: tariff.id }}>
                      {tariff.name}
                    </Link>
                  ) : (
                    tariff.name
                  )}
                  {`, ${t('prices.version', { number: tariff.version, from: format.dateTime(tariff.from) })}`}
                </>
              ),
            },
        tariff === null || tariff.text === '' ? null : { label: t('prices.text'), value: tariff.text },
        rule === null
          ? null
          : {
              label: t('prices.rule'),
              value: [t(`payers.kind.${rule.kind}`), rule.name].filter(Boolean).join(' '),
            },
        lost.length === 0
          ? null
          : {
              label: t('prices.lost'),
              value: lost
                .map((one) =>
                  t('prices.lostOne', {
                    kind: t(`payers.kind.${one.kind}`),
                    name: one.name,
                    tariff: one.tariffName,
                  }),
                )
                .join('; '),
            },
        energyWh === null || energySource === null
          ? null
          : {
              label: t('prices.energy'),
              value: `${format.meter(energyWh)}, ${t(`prices.energySource.${energySource}`)}`,
            },
        taxes === null ? null : { label: t('prices.taxes'), value: t(`tariffs.tax.${taxes}`) },
      ]}
    />
  );
}
