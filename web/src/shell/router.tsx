import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { ApiError } from '../api/api-error.ts';
import { meQuery } from '../api/me.ts';
import { AdminArea } from './admin-area.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { Frame } from './frame.tsx';
import { MissingScreen } from './missing-screen.tsx';
import { Opening } from './opening.tsx';
import { screenPath } from './screen-path.ts';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: MissingScreen,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({
    /** Why a one-time link or the organisation's sign-in sent somebody back. */
    error: z.coerce.string().optional().catch(undefined),
    /** The screen that was asked for. */
    to: screenPath.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-screen.tsx'), 'SignInScreen'),
});

/** Everything for which one must be signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    await context.queryClient.ensureQueryData(meQuery).catch(error => {
      if (!(error instanceof ApiError && error.code === 'not-signed-in')) throw error;
      const { error: why } = z
        .object({ error: z.coerce.string().optional() })
        .parse(location.search);
      const to = location.pathname === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { error: why, to } });
    });
  },
  component: Frame,
});

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/overview-screen.tsx'), 'OverviewScreen'),
});

const rejects = createRoute({
  getParentRoute: () => inside,
  path: '/steps/$step/rejects',
  params: {
    parse: ({ step }) => ({ step: z.coerce.number().int().positive().catch(0).parse(step) }),
    stringify: ({ step }) => ({ step: `${step}` }),
  },
  component: lazyRouteComponent(() => import('../rejects/rejects-screen.tsx'), 'RejectsScreen'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-screen.tsx'), 'AccountScreen'),
});

const admin = createRoute({
  getParentRoute: () => inside,
  id: 'admin',
  component: AdminArea,
});

const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/people-screen.tsx'), 'PeopleScreen'),
});

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('../audit/audit-screen.tsx'), 'AuditScreen'),
});

const routeTree = root.addChildren([
  signIn,
  inside.addChildren([overview, rejects, account, admin.addChildren([people, audit])]),
]);

export function createScreens(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: FaultScreen,
    defaultPendingComponent: Opening,
    defaultNotFoundComponent: MissingScreen,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createScreens>;
  }
}
