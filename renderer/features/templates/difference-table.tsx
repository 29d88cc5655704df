import type { Comparison } from '#api/configuration-templates.ts';
import { useText } from '../../text/use-text.ts';
import { settingProblemWords } from '../stations/configuration-words.ts';
import classes from './difference-table.module.css';

interface DifferenceTableProps {
  readonly differences: Comparison['differences'];
  readonly label: string;
}

/** Key by key: what the template wants, what the station has, and what it answered last. */
export function DifferenceTable({ differences, label }: DifferenceTableProps) {
  const { t } = useText();
  const odd = differences.filter(({ state }) => state !== 'same');
  const same = differences.length - odd.length;
  if (odd.length === 0) return <p className={classes.same}>{t('templates.same', { count: same })}</p>;
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('templates.key')}</th>
            <th scope="col">{t('templates.wanted')}</th>
            <th scope="col">{t('templates.present')}</th>
          </tr>
        </thead>
        <tbody>
          {odd.map(({ key, wanted, present, state, problem, lastAnswer }) => (
            <tr key={key} data-state={state}>
              <th scope="row">
                <code className={classes.key}>{key}</code>
                <span className={classes.state}>
                  {t(`templates.state.${state}`)}
                  {problem === null
                    ? null
                    : ` · ${t('templates.notSent', { reason: settingProblemWords({ detail: problem }, t) })}`}
                  {lastAnswer === null || lastAnswer === 'accepted'
                    ? null
                    : ` · ${t(`configuration.answer.${lastAnswer}`, { problem: '' })}`}
                </span>
              </th>
              <td>{wanted}</td>
              <td>{present ?? t('words.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {same === 0 ? null : <p className={classes.same}>{t('templates.same', { count: same })}</p>}
    </>
  );
}
