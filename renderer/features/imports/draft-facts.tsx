import type { ImportDraft } from '#api/imports.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the file was read, so that one sees at once if it was read wrong. */
export function DraftFacts({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useText();
  const format = useFormat();
  const { fileName, rowCount, encoding, delimiter, headerLine } = draft;
  const sign = Object.entries(DELIMITERS).find(([one]) => one === delimiter)?.[1];
  const facts = [
    fileName,
    t('imports.rows', { count: rowCount, number: format.number(rowCount) }),
    encoding,
    sign === undefined ? '' : t(`imports.delimiter.${sign}`),
    headerLine === null ? t('imports.noHeader') : t('imports.headerIn', { line: headerLine }),
  ];
  return <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>;
}
