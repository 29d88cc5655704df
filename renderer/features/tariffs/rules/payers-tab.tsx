import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RULE_KINDS, type TariffRule } from '#api/tariff-rules.ts';
import type { Tariff } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { shownTariff } from '../list/shown-tariff.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { extrasWords } from './extras-words.ts';
import { Matrix } from './matrix.tsx';
import classes from './payers-tab.module.css';

/** The rules as a ladder, strongest first, and below it what comes of them for each group at each station. */
export function PayersTab({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  const may = useMay();
  const rules = useQuery(apiQuery('listTariffRules', {}));
  const columns = useColumns();
  return (
    <>
      <p className={classes.explained}>{t('payers.explained')}</p>
      <DataTable<TariffRule>
        label={t('payers.ladder')}
        columns={columns}
        rows={rules.data?.items}
        rowKey={({ id }) => String(id)}
        selected={({ id }) => id === place.search.rule}
        error={rules.error}
        onRetry={() => void rules.refetch()}
        onSelect={({ id }) => place.show({ rule: id })}
        onOpen={({ id }) => place.enter({ rule: id })}
        empty={
          <EmptyState
            icon={<IconListCheck stroke={1.5} />}
            title={t('payers.empty')}
            text={t('payers.emptyText')}
          >
            {may('tariffs.write') ? (
              <Button onClick={() => place.show({ rule: 'new' })}>{t('payers.add')}</Button>
            ) : null}
          </EmptyState>
        }
      />
      <Section title={t('payers.matrix')} aside={<span>{t('payers.matrixText')}</span>} card>
        <Matrix place={place} />
      </Section>
    </>
  );
}

function useColumns(): readonly Column<TariffRule>[] {
  const { t } = useText();
  const format = useFormat();
  const tariffs = useQuery(apiQuery('listTariffs', {})).data?.items ?? NO_TARIFFS;
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t('payers.strength'),
        width: '160px',
        cell: ({ target }) => (
          <span className={classes.kind}>
            <span className={classes.step} aria-hidden>
              {RULE_KINDS.indexOf(target.kind) + 1}
            </span>
            {t(`payers.kind.${target.kind}`)}
          </span>
        ),
      },
      {
        id: 'target',
        header: t('payers.who'),
        cell: ({ target, targetName }) => (
          <span className={classes.name}>
            {target.kind === 'default' ? t('payers.everybody') : targetName}
          </span>
        ),
      },
      { id: 'tariff', header: t('payers.tariff'), width: '30%', cell: ({ tariffName }) => tariffName },
      {
        id: 'extras',
        header: t('payers.extras'),
        width: '22%',
        tier: 3,
        cell: ({ extras, tariffId }) => {
          const tariff = tariffs.find(({ id }) => id === tariffId);
          const taxes = tariff === undefined ? null : (shownTariff(tariff)?.taxes ?? null);
          return extrasWords(extras, taxes, { t, format });
        },
      },
      {
        id: 'from',
        header: t('payers.since'),
        width: '130px',
        tier: 2,
        cell: ({ from }) => format.dayYear(from),
      },
    ],
    [t, format, tariffs],
  );
}

const NO_TARIFFS: readonly Tariff[] = [];
