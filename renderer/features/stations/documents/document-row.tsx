import { IconFileTypePdf } from '@tabler/icons-react';
import type { StationDocument } from '#api/station-documents.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useText } from '../../../text/use-text.ts';
import { DocumentFacts } from './document-facts.tsx';
import classes from './documents.module.css';
import { RemoveButton } from './remove-button.tsx';

interface DocumentRowProps {
  readonly document: StationDocument;
  /** Null for whoever may not remove it. */
  readonly onRemove: ((document: StationDocument) => void) | null;
}

/** A document that is saved when it is clicked. */
export function DocumentRow({ document, onRemove }: DocumentRowProps) {
  const { t } = useText();
  const { id, name } = document;
  return (
    <li className={classes.row}>
      <IconFileTypePdf size={24} stroke={1.5} aria-hidden />
      <span className={classes.what}>
        <a
          href={apiUrl('getStationDocumentFile', { params: { documentId: id } })}
          download
          aria-label={t('documents.downloadNamed', { name })}
        >
          {name}
        </a>
        <DocumentFacts document={document} />
      </span>
      <RemoveButton document={document} onRemove={onRemove} />
    </li>
  );
}
