import { Link } from '@tanstack/react-router';
import type { REVENUE_KEYS, RevenueLine } from '#api/revenue.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './board-section.module.css';

interface RevenueTableProps {
  readonly lines: readonly RevenueLine[];
  readonly by: (typeof REVENUE_KEYS)[number];
}

/** One line for each, with a bar that shows its share, and the sum below. */
export function RevenueTable({ lines, by }: RevenueTableProps) {
  const { t } = useText();
  const format = useFormat();
  if (lines.length === 0) return <p className={classes.quiet}>{t('board.nothing')}</p>;
  const most = Math.max(1, ...lines.map(({ total }) => total.inclVatMinor));
  const currency = lines.find((line) => line.currency !== null)?.currency ?? 'EUR';
  const sum = (of: (line: RevenueLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const heldSum = sum(({ held }) => held);
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
        {lines.map(({ id, name, sessions, energyWh, total, held }) => (
          <tr key={String(id)}>
            <th scope="row">
              {name ?? t(`board.none.${by}`)}
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${(total.inclVatMinor / most) * 100}%` }} />
              </span>
              {held === 0 ? null : (
                <span className={classes.onPhone}>
                  <HeldLink count={held} />
                </span>
              )}
            </th>
            <td>{format.number(sessions)}</td>
            <td>{format.energy(energyWh)}</td>
            <td>{format.money(total.inclVatMinor, currency)}</td>
            <td>{format.money(total.exclVatMinor, currency)}</td>
            <td>{held === 0 ? '–' : <HeldLink count={held} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('board.sum')}</th>
          <td>{format.number(sum(({ sessions }) => sessions))}</td>
          <td>{format.energy(sum(({ energyWh }) => energyWh))}</td>
          <td>
            {format.money(
              sum(({ total }) => total.inclVatMinor),
              currency,
            )}
          </td>
          <td>
            {format.money(
              sum(({ total }) => total.exclVatMinor),
              currency,
            )}
          </td>
          <td>{heldSum === 0 ? '–' : format.number(heldSum)}</td>
        </tr>
      </tfoot>
    </table>
  );
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
