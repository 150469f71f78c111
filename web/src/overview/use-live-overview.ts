import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { overviewFeed, overviewQuery, parseOverviewEvent } from '../api/overview.ts';
import { followOverview, type Liveness, type Ways } from './follow-overview.ts';

/** The overview and how fresh it is. Nothing is followed while the tab is hidden: a browser
 *  keeps only six connections to a server, and every open stream takes one. */
export function useLiveOverview() {
  const queryClient = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const visible = useVisible();
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...overviewQuery,
    refetchOnWindowFocus: false,
  });

  useEffect(() => {
    if (!visible) return;
    const ways: Ways = {
      open: openStream,
      ask: () => queryClient.fetchQuery({ ...overviewQuery, staleTime: 0, retry: false }),
    };
    return followOverview(ways, {
      overview: overview => queryClient.setQueryData(overviewQuery.queryKey, overview),
      liveness: setLiveness,
    });
  }, [queryClient, visible]);

  return { overview: data, error: data ? null : error, retry: refetch, liveness, dataUpdatedAt };
}

function openStream(...[heard, broken]: Parameters<Ways['open']>): () => void {
  const stream = new EventSource(overviewFeed);
  stream.onmessage = ({ data }) => {
    try {
      heard(parseOverviewEvent(data));
    } catch {
      broken();
    }
  };
  stream.onerror = broken;
  return () => stream.close();
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
