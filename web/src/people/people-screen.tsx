import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../src/contracts/people/index.ts';
import { type OneTimeLink, peopleQuery } from '../api/people.ts';
import { Failure } from '../parts/failure.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PeopleTable } from './people-table.tsx';

export function PeopleScreen() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: people, error, refetch } = useQuery(peopleQuery);
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<{ person: Person; link: OneTimeLink }>();

  return (
    <Page
      title={t('people.title')}
      about={t('people.about')}
      actions={
        <Button size="sm" leftSection={<PlusIcon />} onClick={() => setInviting(true)}>
          {t('people.invite')}
        </Button>
      }
    >
      {error && !people && <Failure error={error} onRetry={refetch} />}
      {!error && !people && <Skeleton height={240} />}
      {people?.length === 0 && (
        <Notice tone="empty" title={t('people.none')} text={t('people.noneText')} />
      )}
      {people && people.length > 0 && <PeopleTable people={people} onLink={setMade} />}
      <InviteDialog
        opened={inviting}
        onClose={() => setInviting(false)}
        onInvited={invited => {
          setInviting(false);
          setMade(invited);
          queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
        }}
      />
      <LinkDialog made={made} onClose={() => setMade(undefined)} />
    </Page>
  );
}
