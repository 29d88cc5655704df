import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The gallery of our components, in development builds only: the bundler drops it from the others. */
export function galleryRoutes(parent: AnyRoute): readonly AnyRoute[] {
  if (!import.meta.env.DEV && import.meta.env.MODE !== 'gallery') return [];
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/dev/gallery',
      component: lazyRouteComponent(() => import('../features/gallery/gallery-page.tsx'), 'GalleryPage'),
    }),
  ];
}
