import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Person, Role } from '../../contracts/people/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Store } from '../open-store.ts';
import { people } from '../schema.ts';

const person = { id: people.id, name: people.name, email: people.email, role: people.role };

export function readPeople(store: Store): Promise<Person[]> {
  return store.db.select(person).from(people).orderBy(asc(people.createdAt));
}

export async function findPerson(store: Store, email: string): Promise<Person | undefined> {
  const rows = await store.db
    .select(person)
    .from(people)
    .where(eq(people.email, email.toLowerCase()));
  return rows[0];
}

export async function addPerson(
  store: Store,
  invited: { name: string; email: string; role: Role },
): Promise<Person> {
  const email = invited.email.toLowerCase();
  const added = await store.db
    .insert(people)
    .values({ id: randomUUID(), name: invited.name, email, role: invited.role })
    .onConflictDoNothing()
    .returning(person);
  if (added[0]) return added[0];
  throw new SpinemedError({
    code: 'person-exists',
    mender: 'user',
    message: 'there is a person with this e-mail address already',
    hint: 'Give them a new link instead.',
  });
}

/** Gives a person another role; the last admin stays one. */
export async function changeRole(store: Store, id: string, role: Role): Promise<Person> {
  const changed = await store.pool.query<Person>(
    `with admins as (select id from people where role = 'admin' for update)
     update people set role = $2, updated_at = now()
     where id = $1 and ($2 = 'admin' or exists (select from admins where id <> $1))
     returning id, name, email, role`,
    [id, role],
  );
  if (changed.rows[0]) return changed.rows[0];
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
