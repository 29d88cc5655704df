import type { Tariff } from '#api/tariff-model.ts';
import type { Rehearsal } from '#api/tariff-trials.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './rehearsal-section.module.css';

interface RehearsalResultProps {
  readonly rehearsal: Rehearsal;
  readonly taxes: Tariff['taxes'];
  /** Of the tariff before the last change: the new one is on its way. */
  readonly isOld: boolean;
}

const MOST_PAYERS = 8;

/** What a month would have come to: in total, by group, and for those for whom most changes. */
export function RehearsalResult({ rehearsal, taxes, isOld }: RehearsalResultProps) {
  const { t } = useText();
  const format = useFormat();
  const { currency, sessions, beforeMinor, afterMinor, energyWh, leftOut, payMore, payLess } = rehearsal;
  const money = (minor: number) => format.money(minor, currency);
  if (sessions === 0)
    return (
      <p className={classes.hint}>
        {t('tariffs.noSessions')} {leftOut === 0 ? '' : t('tariffs.leftOut', { count: leftOut })}
      </p>
    );
  return (
    <div className={classes.result} data-old={isOld} aria-live="polite">
      <p className={classes.total}>{signed(afterMinor - beforeMinor, money)}</p>
      <p className={classes.hint}>
        {t('tariffs.rehearsed', {
          count: sessions,
          energy: format.energy(energyWh),
          before: money(beforeMinor),
          after: money(afterMinor),
        })}
      </p>
      {taxes === 'on-top' ? <p className={classes.hint}>{t('tariffs.rehearsedNet')}</p> : null}
      <p>{t('tariffs.payMore', { more: payMore, less: payLess })}</p>
      <Lines
        title={t('tariffs.byGroup')}
        lines={rehearsal.groups.map(({ group, ...line }, place) => ({
          ...line,
          place,
          name: group ?? t('tariffs.noGroup'),
        }))}
        money={money}
      />
      <Lines
        title={t('tariffs.byPayer')}
        lines={rehearsal.payers
          .slice(0, MOST_PAYERS)
          .map(({ payer, ...line }, place) => ({ ...line, place, name: payer }))}
        money={money}
      />
      {leftOut === 0 ? null : <p className={classes.hint}>{t('tariffs.leftOut', { count: leftOut })}</p>}
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly {
    /** Two may bear one name. */
    readonly place: number;
    readonly name: string;
    readonly beforeMinor: number;
    readonly afterMinor: number;
  }[];
  readonly money: (minor: number) => string;
}

function Lines({ title, lines, money }: LinesProps) {
  const { t } = useText();
  if (lines.length === 0) return null;
  return (
    <table className={classes.lines}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tariffs.who')}</th>
          <th scope="col">{t('tariffs.before')}</th>
          <th scope="col">{t('tariffs.after')}</th>
          <th scope="col">{t('tariffs.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ place, name, beforeMinor, afterMinor }) => (
          <tr key={place}>
            <th scope="row">{name}</th>
            <td>{money(beforeMinor)}</td>
            <td>{money(afterMinor)}</td>
            <td>{signed(afterMinor - beforeMinor, money)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** With its sign, also where it is more. */
function signed(minor: number, money: (minor: number) => string): string {
  return minor > 0 ? `+${money(minor)}` : money(minor);
}
