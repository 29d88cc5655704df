import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { StationDocument } from '#api/station-documents.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useText } from '../../../text/use-text.ts';
import { DocumentFacts } from './document-facts.tsx';
import classes from './documents.module.css';
import { RemoveButton } from './remove-button.tsx';

interface PictureTileProps {
  readonly picture: StationDocument;
  readonly onLook: (picture: StationDocument) => void;
  /** Null for whoever may not remove it. */
  readonly onRemove: ((picture: StationDocument) => void) | null;
}

/** A picture, small; a click shows it large. */
export function PictureTile({ picture, onLook, onRemove }: PictureTileProps) {
  const { t } = useText();
  const [isMissing, setIsMissing] = useState(false);
  return (
    <li className={classes.tile}>
      {isMissing ? (
        <p className={classes.missing}>
          <IconPhotoOff size={24} stroke={1.5} aria-hidden />
          {t('documents.missing')}
        </p>
      ) : (
        <button
          type="button"
          className={classes.thumb}
          aria-haspopup="dialog"
          onClick={() => onLook(picture)}
        >
          <img
            src={pictureUrl(picture)}
            alt={picture.name}
            loading="lazy"
            onError={() => setIsMissing(true)}
          />
        </button>
      )}
      <div className={classes.under}>
        <strong>{picture.name}</strong>
        <RemoveButton document={picture} onRemove={onRemove} />
      </div>
      <DocumentFacts document={picture} brief />
    </li>
  );
}

/** Where a picture is found to be shown in a page. */
export function pictureUrl({ id }: StationDocument): string {
  return apiUrl('getStationDocumentFile', { params: { documentId: id }, query: { shown: 'inline' } });
}
