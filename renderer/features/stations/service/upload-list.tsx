import { ActionIcon } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Upload } from '#api/station-services.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './service.module.css';

/** Files that came or are awaited, newest first; those that were removed are left out. */
export function UploadList({ station }: { readonly station: Station }) {
  const { t } = useText();
  const uploads = useQuery(apiQuery('listUploads', { params: { stationId: station.id } }));
  const items = (uploads.data?.items ?? []).filter(({ state }) => state !== 'removed');
  if (items.length === 0) return <p className={classes.quiet}>{t('services.files.empty')}</p>;
  return (
    <ul className={classes.rows}>
      {items.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function UploadRow({ upload }: { readonly upload: Upload }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const remove = useCall('removeUpload');
  const { id, of, state, fileName, bytes, askedBy, askedAt, endedAt } = upload;
  const params = { uploadId: id };
  const name = fileName ?? t(`services.files.${of}`);
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>{name}</strong>
        <span className={classes.quiet}>
          {[
            t('services.files.by', { what: t(`services.files.${of}`), who: askedBy }),
            `${t(`services.files.state.${state}`)} ${format.moment(endedAt ?? askedAt, now)}`,
            ...(bytes === null ? [] : [format.bytes(bytes)]),
          ].join(' · ')}
        </span>
      </span>
      {state === 'received' ? (
        <span className={classes.buttons}>
          <ActionIcon
            component="a"
            variant="default"
            size="lg"
            href={apiUrl('getUploadFile', { params })}
            download
            aria-label={t('services.files.download', { name })}
          >
            <IconDownload size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('services.files.remove', { name })}
            onClick={() =>
              remove.mutate(
                { params },
                {
                  onSuccess: () => tell.done(t('services.files.removed', { name })),
                  onError: tell.failed,
                },
              )
            }
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </span>
      ) : null}
    </li>
  );
}
