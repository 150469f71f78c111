import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RejectPage } from '../../../src/contracts/overview/index.ts';
import { overviewQuery, rejectsQuery } from '../api/overview.ts';
import { useFormats } from '../language/use-formats.ts';
import { useNames } from '../language/use-names.ts';
import { Failure } from '../parts/failure.tsx';
import { BackIcon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import tables from '../parts/table.module.css';
import { Time } from '../parts/time.tsx';
import { ReasonSummary } from './reason-summary.tsx';
import classes from './rejects-screen.module.css';

const route = getRouteApi('/inside/steps/$step/rejects');

export function RejectsScreen() {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { step: number } = route.useParams();
  const { data: overview } = useQuery(overviewQuery);
  const step = overview?.steps.find(one => one.step === number);
  const name = step ? nameOf('stages', step.stage) : t('rejects.of', { step: number });
  return (
    <Page
      title={t('rejects.title', { stage: name })}
      before={
        <Link to="/" className={classes.back}>
          <BackIcon size={14} />
          {t('rejects.back')}
        </Link>
      }
    >
      {step && <ReasonSummary reasons={step.reasons} />}
      <List step={number} all={step && sumOf(step.reasons)} known={!overview || Boolean(step)} />
    </Page>
  );
}

type ListProps = { step: number; all: number | undefined; known: boolean };

function List({ step, all, known }: ListProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const query = useInfiniteQuery(rejectsQuery(step));
  if (query.isPending) return <Skeleton height={320} />;
  if (query.isError && !query.data)
    return <Failure error={query.error} onRetry={() => query.refetch()} />;
  const rejects = query.data.pages.flatMap(page => page.rejects);
  if (rejects.length === 0 && !known)
    return (
      <Notice tone="empty" title={t('rejects.unknownStep')} text={t('rejects.unknownStepText')} />
    );
  if (rejects.length === 0)
    return <Notice tone="good" title={t('rejects.none')} text={t('rejects.noneText')} />;
  return (
    <div className={tables.frame}>
      <Table rejects={rejects} />
      <div className={tables.foot}>
        <span>
          {t('rejects.shown', {
            shown: number(rejects.length),
            all: number(Math.max(all ?? 0, rejects.length)),
          })}
        </span>
        {query.hasNextPage ? (
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('shell.more')}
          </Button>
        ) : (
          <span>{t('shell.end')}</span>
        )}
      </div>
      {query.isFetchNextPageError && <Failure error={query.error} />}
    </div>
  );
}

function Table({ rejects }: { rejects: RejectPage['rejects'] }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{t('rejects.reason')}</th>
          <th scope="col">{t('rejects.place')}</th>
          <th scope="col">{t('rejects.code')}</th>
          <th scope="col">{t('rejects.input')}</th>
          <th scope="col">{t('rejects.at')}</th>
        </tr>
      </thead>
      <tbody>
        {rejects.map(({ id, reason, place, code, input, at }) => (
          <tr key={id}>
            <td data-label={t('rejects.reason')} className={classes.reason}>
              {nameOf('reasons', reason)}
            </td>
            <td data-label={t('rejects.place')} data-empty={place === null || undefined}>
              {place ?? <None />}
            </td>
            <td data-label={t('rejects.code')} data-empty={code === null || undefined}>
              {code === null ? <None /> : <code>{code}</code>}
            </td>
            <td data-label={t('rejects.input')} title={input} className={tables.fixed}>
              <code>{input.slice(0, 8)}</code>
            </td>
            <td data-label={t('rejects.at')} className={tables.fixed}>
              <Time at={at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function None() {
  return (
    <span className={tables.quiet} aria-hidden="true">
      –
    </span>
  );
}

function sumOf(reasons: Record<string, number>): number {
  return Object.values(reasons).reduce((sum, count) => sum + count, 0);
}
