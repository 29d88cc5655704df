import { useQuery } from '@tanstack/react-query';
import type { SignedReading, SignedValues } from '#api/signed-values.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useModules } from '../../lib/use-modules.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { shortKey } from '../../ui/key-words.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useSessionPrice } from './price/use-session-price.ts';
import { registerWords } from './register-words.ts';
import { type PriceState, signedMoneyWords } from './signed-money-words.ts';
import classes from './signed-section.module.css';

/** What the meter signed in a session, and what it is worth. Nothing where nothing was signed and nobody has to. */
export function SignedSection({ sessionId }: { readonly sessionId: number }) {
  const { t } = useText();
  const signed = useQuery(apiQuery('getSignedValues', { params: { sessionId } }));
  const price = usePriceState(sessionId);
  const { data, error } = signed;
  if (data === undefined)
    return error === null ? null : <ProblemNote error={error} onRetry={() => void signed.refetch()} />;
  const isOfNoMatter = data.records.length === 0 && data.money.reason !== 'unsigned';
  if (isOfNoMatter) return null;
  return (
    <Section title={t('eichrecht.signed.title')}>
      <div className={classes.verdict} data-good={data.verdict === 'verified' && price !== 'held'}>
        <p>
          <strong>{t(`eichrecht.signed.verdict.${data.verdict}`)}</strong>
          {data.why === null || data.money.reason === 'key-not-pinned'
            ? null
            : ` ${t(`eichrecht.signed.why.${data.why}`)}`}
        </p>
        <MoneySentence money={data.money} price={price} />
      </div>
      <Findings signed={data} />
      {data.records.length === 0 ? null : (
        <>
          <SignedFacts signed={data} />
          <SignedRecords records={data.records} />
          <p className={classes.quiet}>
            <a href={apiUrl('getTransparencyFile', { params: { sessionId } })} download>
              {t('eichrecht.signed.file')}
            </a>
            <br />
            {t('eichrecht.signed.howToCheck')}
          </p>
        </>
      )}
    </Section>
  );
}

function usePriceState(sessionId: number): PriceState {
  const isOn = useModules()('tariffs');
  const state = useSessionPrice(sessionId).data?.state ?? 'unknown';
  return isOn ? state : 'off';
}

interface MoneySentenceProps extends Pick<SignedValues, 'money'> {
  readonly price: PriceState;
}

function MoneySentence({ money, price }: MoneySentenceProps) {
  const { t } = useText();
  const format = useFormat();
  const { kind, reason, soldTime } = money;
  return (
    <p>
      {signedMoneyWords(money, price, { t, format })}
      {reason === null || SAID_BY_VERDICT.has(reason) ? null : ` ${t(`eichrecht.signed.held.${reason}`)}`}
      {kind === 'signed' ? ` ${t(`eichrecht.signed.soldTime.${soldTime}`)}` : null}
    </p>
  );
}

/** Reasons that the sentence about the signatures has given already. */
const SAID_BY_VERDICT: ReadonlySet<string> = new Set([
  'unsigned',
  'wrong-signature',
  'unverifiable',
  'faulty',
]);

/** Faults, for which a pair does not count, and what somebody should know of it all the same. */
function Findings({ signed: { faults, remarks } }: { readonly signed: SignedValues }) {
  const { t } = useText();
  const sentences = [
    ...faults.map((kind) => t(`eichrecht.signed.fault.${kind}`)),
    ...remarks.map((kind) => t(`eichrecht.signed.remark.${kind}`)),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function SignedFacts({ signed }: { readonly signed: SignedValues }) {
  const { t } = useText();
  const format = useFormat();
  const { begin, end, exactWh, clock, pinned } = signed;
  return (
    <FactsList
      rows={[
        begin === null ? null : { label: t('eichrecht.signed.begin'), value: <Reading reading={begin} /> },
        end === null ? null : { label: t('eichrecht.signed.end'), value: <Reading reading={end} /> },
        exactWh === null
          ? null
          : { label: t('eichrecht.signed.energy'), value: format.meter(Number(exactWh)) },
        clock === null
          ? null
          : { label: t('eichrecht.signed.clock'), value: t(`eichrecht.signed.clocks.${clock}`) },
        {
          label: t('eichrecht.signed.key'),
          value:
            pinned === null
              ? t('eichrecht.signed.keyNone')
              : t('eichrecht.signed.keyPinned', {
                  fingerprint: shortKey(pinned.fingerprint),
                  since: format.dateTime(pinned.since),
                }),
        },
      ]}
    />
  );
}

/** With as many decimals as the meter wrote, and its own time beside ours. */
function Reading({ reading: { value, unit, at, time, register } }: { readonly reading: SignedReading }) {
  const format = useFormat();
  return (
    <span className={classes.reading}>
      <span title={value ?? ''}>
        {registerWords(value, format)} {unit}
      </span>
      <span className={classes.quiet} title={time ?? ''}>
        {at === null ? (time ?? '') : format.dateTime(at)} · {register}
      </span>
    </span>
  );
}

function SignedRecords({ records }: Pick<SignedValues, 'records'>) {
  const { t } = useText();
  return (
    <details className={classes.records}>
      <summary>{t('eichrecht.signed.records', { count: records.length })}</summary>
      <ul>
        {records.map((record, index) => (
          // The same record may have come twice, and their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
          <li key={index}>
            <p>
              {record.format} · {t(`eichrecht.signed.record.${record.state}`)}
              {record.meterSerial === null ? null : ` · ${record.meterSerial}`}
            </p>
            <code>{record.text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
