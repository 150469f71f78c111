import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Person, roleSchema, roles } from '../../../src/contracts/people/index.ts';
import { meQuery } from '../api/me.ts';
import { changeRole, makeLink, type OneTimeLink, peopleQuery } from '../api/people.ts';
import { Failure } from '../parts/failure.tsx';
import { LinkIcon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import tables from '../parts/table.module.css';
import classes from './people-table.module.css';

type PeopleTableProps = {
  people: Person[];
  onLink(made: { person: Person; link: OneTimeLink }): void;
};

export function PeopleTable({ people, onLink }: PeopleTableProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const changing = useMutation({
    mutationFn: changeRole,
    onSettled: () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
  const linking = useMutation({
    mutationFn: async (person: Person) => ({ person, link: await makeLink(person.id) }),
    onSuccess: onLink,
  });
  const error = changing.error ?? linking.error;

  return (
    <>
      {error && <Failure error={error} />}
      {changing.isSuccess && (
        <Notice
          tone="good"
          title={t('people.roleChanged', {
            name: changing.data.name,
            role: t(`roles.${changing.data.role}`),
          })}
        />
      )}
      <div className={tables.frame}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.email')}</th>
              <th scope="col">{t('people.role')}</th>
              <th scope="col" aria-label={t('people.newLink')} />
            </tr>
          </thead>
          <tbody>
            {people.map(person => (
              <tr key={person.id}>
                <td data-label={t('people.name')}>
                  <span>
                    {person.name}
                    {person.id === me?.id && <span className={classes.you}>{t('people.you')}</span>}
                  </span>
                </td>
                <td data-label={t('people.email')}>{person.email}</td>
                <td data-label={t('people.role')}>
                  {person.id === me?.id ? (
                    <span title={t('people.ownRole')}>{t(`roles.${person.role}`)}</span>
                  ) : (
                    <NativeSelect
                      size="xs"
                      className={classes.role}
                      aria-label={t('people.roleOf', { name: person.name })}
                      data={roles.map(role => ({ value: role, label: t(`roles.${role}`) }))}
                      value={person.role}
                      disabled={changing.isPending}
                      onChange={event => {
                        const role = roleSchema.parse(event.currentTarget.value);
                        changing.mutate({ id: person.id, role });
                      }}
                    />
                  )}
                </td>
                <td data-label="">
                  <Button
                    variant="default"
                    size="xs"
                    leftSection={<LinkIcon size={14} />}
                    aria-label={t('people.newLinkFor', { name: person.name })}
                    loading={linking.isPending && linking.variables.id === person.id}
                    onClick={() => linking.mutate(person)}
                  >
                    {t('people.newLink')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
