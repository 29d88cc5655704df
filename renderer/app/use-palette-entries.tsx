import { IconHeadset, IconLockOpen, IconPlayerStop, IconRefresh, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Order } from '#api/commands.ts';
import { IMPORT_KINDS } from '#api/import-fields.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useDeskHits } from '../lib/use-desk-hits.ts';
import { useFormat } from '../lib/use-format.ts';
import { useMay } from '../lib/use-may.ts';
import { useMayImport } from '../lib/use-may-import.ts';
import { useNow } from '../lib/use-now.ts';
import { useOrder } from '../lib/use-order.ts';
import { type Translate, useText } from '../text/use-text.ts';
import { connectorSentence, offlineSentence } from '../ui/connector-sentence.ts';
import { placeSentence } from '../ui/desk-words.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import type { PaletteEntry } from './palette-match.ts';
import { usePages } from './use-pages.ts';

interface PaletteGroup {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
  /** Long lists that would bury the rest before anything has been typed. */
  readonly onlyWhenAsked: boolean;
}

/** Everything that can be reached from the palette, with what there is to know about it. */
export function usePaletteEntries(query: string): readonly PaletteGroup[] {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  const order = useOrder();
  const pages = usePages();
  const mayImport = useMayImport();
  const may = useMay();
  const stations =
    useQuery({ ...apiQuery('listStations', {}), enabled: may('stations.read') }).data?.items ?? [];
  const callers = useDeskHits(query);

  const openStation = (station: Station) =>
    void navigate({ to: '/stations/{-$stationId}', params: { stationId: station.id }, search: {} });
  const run = (station: Station, what: Order) => () => {
    openStation(station);
    order({ station, order: what });
  };

  return [
    {
      label: t('shell.palettePages'),
      onlyWhenAsked: false,
      entries: pages.map((page) => ({
        id: `page-${page.name}`,
        label: t(`shell.${page.name}`),
        icon: <page.icon size={20} stroke={1.6} />,
        run: () => void navigate({ to: page.to, params: {}, search: {} }),
      })),
    },
    {
      label: t('shell.paletteStations'),
      onlyWhenAsked: false,
      entries: stations.map((station) => ({
        id: `station-${station.id}`,
        label: station.name,
        under: stationLine(station, { t, format, now }),
        words: `${station.id} ${holdersOf(station)}`,
        icon: (
          <StatusMark mark={station.online ? (station.connectors[0]?.mark ?? 'unknown') : 'offline'} silent />
        ),
        run: () => openStation(station),
      })),
    },
    {
      label: t('shell.paletteActions'),
      onlyWhenAsked: true,
      entries: [
        ...IMPORT_KINDS.filter(mayImport).map((kind) => ({
          id: `import-${kind}`,
          label: t(`imports.title.${kind}`),
          icon: <IconTableImport size={20} stroke={1.6} />,
          run: () => void navigate({ to: '/import/$kind', params: { kind }, search: {} }),
        })),
        ...(may('stations.operate') ? stations.flatMap((station) => actionsOf(station, { t, run })) : []),
      ],
    },
    {
      label: t('shell.paletteDesk'),
      onlyWhenAsked: true,
      entries: callers.items
        .filter(({ kind }) => kind !== 'station')
        .map((hit) => ({
          id: `desk-${hit.kind}-${hit.id}`,
          label: hit.name,
          under: hit.place === null ? hit.also.join(' · ') : placeSentence(hit.place, { t, format, now }),
          // Found by the program, in whatever way it is written; but not for what was typed before.
          ...(callers.isOfNow ? { words: query } : {}),
          icon: <IconHeadset size={20} stroke={1.6} />,
          run: () => void navigate({ to: '/desk', search: { of: hit.kind, id: hit.id } }),
        })),
    },
  ];
}

function stationLine(station: Station, context: Parameters<typeof connectorSentence>[2]): string {
  if (!station.online) return offlineSentence(station, context);
  return station.connectors
    .map((connector) => {
      const who = connector.session?.holder;
      return [who, connectorSentence(station, connector, context)].filter(Boolean).join(' · ');
    })
    .join('  |  ');
}

function holdersOf(station: Station): string {
  return station.connectors
    .map(({ session }) => `${session?.holder ?? ''} ${session?.cardUid ?? ''}`)
    .join(' ');
}

interface ActionContext {
  readonly t: Translate;
  readonly run: (station: Station, order: Order) => () => void;
}

function actionsOf(station: Station, { t, run }: ActionContext): readonly PaletteEntry[] {
  const of = (command: string, connectorId?: number) =>
    `${station.name}: ${connectorId === undefined ? command : t('commands.where', { command, number: connectorId })}`;
  return [
    {
      id: `restart-${station.id}`,
      label: of(t('commands.restart')),
      words: station.id,
      icon: <IconRefresh size={20} stroke={1.6} />,
      run: run(station, { kind: 'reset', type: 'Soft' }),
    },
    ...station.connectors.flatMap(({ connectorId, session }) => [
      {
        id: `unlock-${station.id}-${connectorId}`,
        label: of(t('commands.unlock'), connectorId),
        words: station.id,
        icon: <IconLockOpen size={20} stroke={1.6} />,
        run: run(station, { kind: 'unlock', connectorId }),
      },
      ...(session === null
        ? []
        : [
            {
              id: `stop-${session.id}`,
              label: of(t('commands.kind.remote-stop'), connectorId),
              words: `${station.id} ${session.holder ?? ''}`,
              icon: <IconPlayerStop size={20} stroke={1.6} />,
              run: run(station, { kind: 'remote-stop', sessionId: session.id }),
            },
          ]),
    ]),
  ];
}
