import type { StationDocument } from '#api/station-documents.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './documents.module.css';

interface DocumentFactsProps {
  readonly document: StationDocument;
  /** Without who added it, where there is little room. */
  readonly brief?: boolean;
}

/** How large it is, since when it is there and who added it. */
export function DocumentFacts({ document, brief }: DocumentFactsProps) {
  const { t } = useText();
  const format = useFormat();
  const { bytes, addedAt, addedBy } = document;
  const date = format.dayYear(addedAt);
  return (
    <span className={classes.quiet}>
      {format.bytes(bytes)} · {brief ? date : t('documents.added', { date, who: addedBy })}
    </span>
  );
}
