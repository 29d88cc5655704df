import { DOCUMENT_TYPES } from '#api/station-documents.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import classes from './documents.module.css';
import { SendingRow } from './sending-row.tsx';
import { MOST_BYTES, useAddDocuments } from './use-add-documents.ts';

/** Takes files, and shows what is on its way and what was refused. */
export function AddDocuments({ stationId }: { readonly stationId: string }) {
  const { t } = useText();
  const format = useFormat();
  const { sendings, take, again, dismiss } = useAddDocuments(stationId);
  return (
    <>
      <ul className={classes.rows} aria-live="polite">
        {sendings.map((sending) => (
          <SendingRow
            key={sending.key}
            sending={sending}
            onRetry={() => void again(sending)}
            onDismiss={() => dismiss(sending.key)}
          />
        ))}
      </ul>
      <FileDrop
        lead={t('documents.drop')}
        choose={t('documents.choose')}
        hint={t('documents.limits', { megabytes: format.number(MOST_BYTES / 1_000_000) })}
        accept={Object.values(DOCUMENT_TYPES).join(',')}
        multiple
        compact
        onFiles={(files) => void take(files)}
      />
    </>
  );
}
