import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.ts';
import { meQuery } from '../api/me.ts';

const retries = 2;

/** The cache of what the server said. Whoever was signed in and, by the answer to whatever
 *  question, is not any more, is told so once. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ApiError && error.code === 'not-signed-in')) return;
    if (!queryClient.getQueryData(meQuery.queryKey)) return;
    queryClient.removeQueries();
    onSignedOut();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => mayPass(error) && failures < retries,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queryClient;
}

/** What the server refused it refuses again. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}
