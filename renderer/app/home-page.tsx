import { Navigate } from '@tanstack/react-router';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import { usePages } from './use-pages.ts';

/** The overview, or the first page that there is for whoever may not see it. */
export function HomePage() {
  const [first] = usePages();
  if (first === undefined || first.to === '/') return <OverviewPage />;
  return <Navigate to={first.to} params={{}} search={{}} replace />;
}
