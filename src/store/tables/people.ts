import { randomUUID } from 'node:crypto';
import { type Person, personSchema, type Role } from '../../contracts/people/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Store } from '../open-store.ts';

const columns = 'id, name, email, role';

export async function readPeople(store: Store): Promise<Person[]> {
  const { rows } = await store.pool.query(`select ${columns} from people order by created_at, id`);
  return personSchema.array().parse(rows);
}

export async function findPerson(store: Store, email: string): Promise<Person | undefined> {
  const { rows } = await store.pool.query(`select ${columns} from people where email = $1`, [
    email.toLowerCase(),
  ]);
  return personSchema.optional().parse(rows[0]);
}

export async function addPerson(
  store: Store,
  invited: { name: string; email: string; role: Role },
): Promise<Person> {
  const { rows } = await store.pool.query(
    `insert into people (id, name, email, role) values ($1, $2, $3, $4)
     on conflict do nothing returning ${columns}`,
    [randomUUID(), invited.name, invited.email.toLowerCase(), invited.role],
  );
  if (rows[0]) return personSchema.parse(rows[0]);
  throw new SpinemedError({
    code: 'person-exists',
    mender: 'user',
    message: 'there is a person with this e-mail address already',
    hint: 'Give them a new link instead.',
  });
}

/** Gives a person another role; the last admin stays one. */
export async function changeRole(store: Store, id: string, role: Role): Promise<Person> {
  const changed = await store.pool.query(
    `with admins as (select id from people where role = 'admin' for update)
     update people set role = $2, updated_at = now()
     where id = $1 and ($2 = 'admin' or exists (select from admins where id <> $1))
     returning ${columns}`,
    [id, role],
  );
  if (changed.rows[0]) return personSchema.parse(changed.rows[0]);
  throw new SpinemedError({
    code: 'role-unchanged',
    mender: 'user',
    message: 'there is no such person, or it is the last admin',
    hint: 'Make somebody else an admin first.',
  });
}

/** Whether anybody has ever come in: before that, the terminal shows the first link. */
export async function hasAnyoneSignedIn(store: Store): Promise<boolean> {
  const { rows } = await store.pool.query<{ any: boolean }>(
    'select exists (select from sessions) or exists (select from accounts) as any',
  );
  return rows[0]!.any;
}
