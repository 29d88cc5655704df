import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { StationDocument } from '#api/station-documents.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useText } from '../../../text/use-text.ts';
import { DocumentFacts } from './document-facts.tsx';
import classes from './documents.module.css';
import { pictureUrl } from './picture-tile.tsx';

interface PictureDialogProps {
  /** Null while none is looked at. */
  readonly picture: StationDocument | null;
  readonly onClose: () => void;
}

/** A picture, as large as the window lets it be. */
export function PictureDialog({ picture, onClose }: PictureDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={picture !== null}
      onClose={onClose}
      title={picture?.name}
      size="xl"
      centered
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {picture === null ? null : (
        <div className={classes.large}>
          <img src={pictureUrl(picture)} alt={picture.name} />
          <div className={classes.under}>
            <DocumentFacts document={picture} />
            <Button
              component="a"
              variant="default"
              href={apiUrl('getStationDocumentFile', { params: { documentId: picture.id } })}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('documents.download')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
