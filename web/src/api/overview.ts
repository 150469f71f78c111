import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  type Overview,
  overviewSchema,
  rejectPageSchema,
} from '../../../src/contracts/overview/index.ts';
import { parseAnswer, request } from './request.ts';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => request(overviewSchema, '/api/overview', { signal }),
});

export const overviewFeed = '/api/overview/live';

export function parseOverviewEvent(data: string): Overview {
  return parseAnswer(overviewSchema, JSON.parse(data));
}

export function rejectsQuery(step: number) {
  return infiniteQueryOptions({
    queryKey: ['rejects', step],
    queryFn: ({ pageParam, signal }) =>
      request(rejectPageSchema, `/api/steps/${step}/rejects?${after(pageParam)}limit=50`, {
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: page => page.next,
  });
}

function after(id: number | null): string {
  return id === null ? '' : `after=${id}&`;
}
