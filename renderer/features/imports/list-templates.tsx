import type { ImportKind } from '#api/import-fields.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useText } from '../../text/use-text.ts';
import { useListUrl } from '../../ui/list-export-menu.tsx';
import classes from './list-templates.module.css';

/** Files for whoever has no list yet: one with two rows to write over, and one with what is there already. */
export function ListTemplates({ kind }: { readonly kind: ImportKind }) {
  const { t, language } = useText();
  const example = (format: 'xlsx' | 'csv') =>
    apiUrl('getImportExample', { params: { kind }, query: { format, language } });
  return (
    <div className={classes.templates}>
      <p>
        {t('imports.example')}{' '}
        <a href={example('xlsx')} download>
          {t('imports.exampleXlsx')}
        </a>
        {t('imports.or')}
        <a href={example('csv')} download>
          {t('imports.exampleCsv')}
        </a>
      </p>
      <p>
        {t('imports.sample')}{' '}
        <a href={useListUrl(kind, 'xlsx')} download>
          {t(`imports.sampleLink.${kind}`)}
        </a>
      </p>
    </div>
  );
}
