import { MantineProvider } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Suspense } from 'react';
import { RouterProvider, createBrowserRouter } from 'react-router';
import { ChangeNotices } from '../lib/change-notices.js';
import { ProblemError, codeOf } from '../lib/problem-error.js';
import { readKey } from '../lib/queries.js';
import { SkeletonPage } from '../ui/skeletons.js';
import { routes } from './routes.js';
import { colourSchemes, cssVariables, theme } from './theme/theme.js';

/** A refusal stays a refusal when asked again; only a lost connection or a failing server is tried twice more. */
const worthRetrying = (failures: number, error: Error): boolean => failures < 2 && error instanceof ProblemError && (error.unreachable || error.problem.status >= 502);

/** A session that ended meanwhile is noticed at the first refusal: the guards then lead to the sign-in page and back. */
const noteEndOfSession = (error: Error): void => {
  const code = codeOf(error);
  if (code === 'sign-in-required' || code === 'second-factor-required') void queryClient.invalidateQueries({ queryKey: readKey(endpoints.people.me, {}) });
};

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteEndOfSession }),
  mutationCache: new MutationCache({ onError: noteEndOfSession }),
  defaultOptions: { queries: { staleTime: 60_000, gcTime: 600_000, retry: worthRetrying, refetchOnWindowFocus: false, refetchOnReconnect: true, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});
const router = createBrowserRouter(routes);

/** The whole portal: theme, cache, change notices, screens. */
export const App = (): JSX.Element => (
  <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colourSchemes} cssVariablesResolver={cssVariables}>
    <QueryClientProvider client={queryClient}>
      <ChangeNotices>
        <Suspense fallback={<SkeletonPage />}>
          <RouterProvider router={router} />
        </Suspense>
      </ChangeNotices>
    </QueryClientProvider>
  </MantineProvider>
);
