import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AccessPage } from '../features/access/access-page.tsx';
import { CommissioningPage } from '../features/commissioning/commissioning-page.tsx';
import { DeskPage } from '../features/desk/desk-page.tsx';
import { ErpPage } from '../features/erp/erp-page.tsx';
import { ImportPage } from '../features/imports/import-page.tsx';
import { LogbookPage } from '../features/logbook/logbook-page.tsx';
import { OfflinePage } from '../features/offline/offline-page.tsx';
import { OwnPage } from '../features/own/own-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';
import { SessionsPage } from '../features/sessions/sessions-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StationsPage } from '../features/stations/stations-page.tsx';
import { TariffEditorPage } from '../features/tariffs/editor/tariff-editor-page.tsx';
import { TariffsPage } from '../features/tariffs/tariffs-page.tsx';
import { TemplatesPage } from '../features/templates/templates-page.tsx';
import {
  cardsSearch,
  commissioningSearch,
  deskSearch,
  erpSearch,
  importSearch,
  logbookSearch,
  peopleSearch,
  sessionsSearch,
  stationsSearch,
  tariffsSearch,
  templatesSearch,
} from '../lib/page-search.ts';
import { galleryRoutes } from './gallery-route.tsx';
import { HomePage } from './home-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/stations/{-$stationId}',
    validateSearch: stationsSearch,
    component: StationsPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sessions/{-$sessionId}',
    validateSearch: sessionsSearch,
    component: SessionsPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cards',
    validateSearch: cardsSearch,
    component: AccessPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/import/$kind',
    validateSearch: importSearch,
    component: ImportPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desk',
    validateSearch: deskSearch,
    component: DeskPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/logbook',
    validateSearch: logbookSearch,
    component: LogbookPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tariffs',
    validateSearch: tariffsSearch,
    component: TariffsPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tariffs/$tariffId',
    component: TariffEditorPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/templates',
    validateSearch: templatesSearch,
    component: TemplatesPage,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/offline', component: OfflinePage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people',
    validateSearch: peopleSearch,
    component: PeoplePage,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/own', component: OwnPage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/erp',
    validateSearch: erpSearch,
    component: ErpPage,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsPage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/commissioning',
    validateSearch: commissioningSearch,
    component: CommissioningPage,
  }),
  ...galleryRoutes(rootRoute),
]);

/** Every page has an address; filters and what is open are part of it. */
export const router = createRouter({ routeTree, defaultPreload: false, scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
