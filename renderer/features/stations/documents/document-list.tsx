import { useState } from 'react';
import type { StationDocument } from '#api/station-documents.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { DocumentRow } from './document-row.tsx';
import classes from './documents.module.css';
import { PictureDialog } from './picture-dialog.tsx';
import { PictureTile } from './picture-tile.tsx';

interface DocumentListProps {
  readonly documents: readonly StationDocument[];
  readonly mayChange: boolean;
}

/** Pictures as such, everything else below them line by line. */
export function DocumentList({ documents, mayChange }: DocumentListProps) {
  const { t } = useText();
  const tell = useTell();
  const removal = useCall('removeStationDocument');
  const restoring = useCall('restoreStationDocument');
  const [lookedAt, setLookedAt] = useState<StationDocument | null>(null);
  const remove = ({ id, name }: StationDocument) => {
    const params = { documentId: id };
    removal.mutate(
      { params },
      {
        onSuccess: () =>
          tell.done(t('documents.removed', { name }), {
            undo: () => restoring.mutate({ params }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  };
  const onRemove = mayChange ? remove : null;
  const pictures = documents.filter(({ kind }) => kind !== 'pdf');
  const others = documents.filter(({ kind }) => kind === 'pdf');
  return (
    <>
      {pictures.length === 0 ? null : (
        <ul className={classes.tiles}>
          {pictures.map((picture) => (
            <PictureTile key={picture.id} picture={picture} onLook={setLookedAt} onRemove={onRemove} />
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <ul className={classes.rows}>
          {others.map((document) => (
            <DocumentRow key={document.id} document={document} onRemove={onRemove} />
          ))}
        </ul>
      )}
      <PictureDialog picture={lookedAt} onClose={() => setLookedAt(null)} />
    </>
  );
}
