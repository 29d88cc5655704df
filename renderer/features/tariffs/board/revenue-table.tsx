import { Link } from '@tanstack/react-router';
import type { REVENUE_KEYS, RevenueLine } from '#api/revenue.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './board-section.module.css';
import { revenueRows, revenueTotals } from './revenue-rows.ts';

const NONE = '–';

interface RevenueTableProps {
  readonly lines: readonly RevenueLine[];
  readonly by: (typeof REVENUE_KEYS)[number];
}

/** One line for each and its currency, with a bar that shows its share, and the sums below. */
export function RevenueTable({ lines, by }: RevenueTableProps) {
  const { t } = useText();
  const format = useFormat();
  if (lines.length === 0) return <p className={classes.quiet}>{t('board.nothing')}</p>;
  const rows = revenueRows(lines);
  const totals = revenueTotals(lines);
  const money = (minor: number, currency: string | null) =>
    currency === null ? NONE : format.money(minor, currency);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('board.revenue')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`board.key.${by}`)}</th>
          <th scope="col">{t('board.sessions')}</th>
          <th scope="col">{t('words.energy')}</th>
          <th scope="col">{t('board.amount')}</th>
          <th scope="col">{t('board.net')}</th>
          <th scope="col">{t('board.held')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sessions, energyWh, currency, total, held, share }) => (
          <tr key={key}>
            <th scope="row">
              {name ?? t(`board.none.${by}`)}
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${share * 100}%` }} />
              </span>
              {held === 0 ? null : (
                <span className={classes.onPhone}>
                  <HeldLink count={held} />
                </span>
              )}
            </th>
            <td>{format.number(sessions)}</td>
            <td>{format.energy(energyWh)}</td>
            <td>{money(total.inclVatMinor, currency)}</td>
            <td>{money(total.exclVatMinor, currency)}</td>
            <td>{held === 0 ? NONE : <HeldLink count={held} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('board.sum')}</th>
          <td>{format.number(totals.sessions)}</td>
          <td>{format.energy(totals.energyWh)}</td>
          <td>
            <Amounts shown={totals.amounts.map((sum) => money(sum.inclVatMinor, sum.currency))} />
          </td>
          <td>
            <Amounts shown={totals.amounts.map((sum) => money(sum.exclVatMinor, sum.currency))} />
          </td>
          <td>{totals.held === 0 ? NONE : format.number(totals.held)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Money is never added up across currencies: each has its own line. */
function Amounts({ shown }: { readonly shown: readonly string[] }) {
  if (shown.length === 0) return NONE;
  return shown.map((amount) => <div key={amount}>{amount}</div>);
}

function HeldLink({ count }: { readonly count: number }) {
  const { t } = useText();
  const may = useMay();
  const words = t('board.heldCount', { count });
  if (!may('sessions.read')) return words;
  return (
    <Link to="/sessions/{-$sessionId}" params={{}} search={{ state: 'needs-decision' }}>
      {words}
    </Link>
  );
}
