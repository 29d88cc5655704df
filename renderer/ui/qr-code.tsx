import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/api-query.ts';
import { QrDrawing } from './qr-drawing.tsx';

/** Text that a phone can take over from the screen. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data } = useQuery({
    ...apiQuery('drawQrCode', { query: { text } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <QrDrawing size={data?.size ?? 1} path={data?.path ?? ''} label={label} />;
}
