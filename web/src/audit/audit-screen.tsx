import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditPage } from '../../../src/contracts/people/index.ts';
import { auditQuery, peopleQuery } from '../api/people.ts';
import { useNames } from '../language/use-names.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import tables from '../parts/table.module.css';
import { Time } from '../parts/time.tsx';
import { nameOfParty } from './name-of-party.ts';

export function AuditScreen() {
  const { t } = useTranslation();
  return (
    <Page title={t('audit.title')} about={t('audit.about')}>
      <Log />
    </Page>
  );
}

function Log() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(auditQuery);
  if (query.isPending) return <Skeleton height={320} />;
  if (query.isError && !query.data)
    return <Failure error={query.error} onRetry={() => query.refetch()} />;
  const events = query.data.pages.flatMap(page => page.events);
  if (events.length === 0)
    return <Notice tone="empty" title={t('audit.none')} text={t('audit.noneText')} />;
  return (
    <div className={tables.frame}>
      <Table events={events} />
      <div className={tables.foot}>
        {query.hasNextPage ? (
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('audit.older')}
          </Button>
        ) : (
          <span>{t('shell.end')}</span>
        )}
      </div>
      {query.isFetchNextPageError && <Failure error={query.error} />}
    </div>
  );
}

/** Their subject is a model or a call to one, and either is named as it was written down. */
const isOfModels = (action: string) => action.startsWith('egress-');

/** Codes with their names, as they were written down: `model far, class clinical`. */
function inWords(detail: AuditPage['events'][number]['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function Table({ events }: { events: AuditPage['events'] }) {
  const { t } = useTranslation();
  const { nameOf } = useNames();
  const { data: people = [] } = useQuery(peopleQuery);
  const party = (id: string) => nameOfParty(id, people, code => nameOf('actors', code));
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{t('audit.at')}</th>
          <th scope="col">{t('audit.actor')}</th>
          <th scope="col">{t('audit.action')}</th>
          <th scope="col">{t('audit.subject')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, at, actor, action, subject, detail }) => (
          <tr key={id}>
            <td data-label={t('audit.at')} className={tables.fixed}>
              <Time at={at} />
            </td>
            <td data-label={t('audit.actor')}>{party(actor)}</td>
            <td data-label={t('audit.action')}>{nameOf('actions', action)}</td>
            <td data-label={t('audit.subject')} data-empty={subject === null || undefined}>
              {subject !== null && (isOfModels(action) ? <code>{subject}</code> : party(subject))}
              {isOfModels(action) && <p className={tables.aside}>{inWords(detail)}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
