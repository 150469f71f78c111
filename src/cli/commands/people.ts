import type { Command } from 'commander';
import { invitationSchema, type Person, roles } from '../../contracts/people/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Store } from '../../store/index.ts';
import { print, printJson, table } from '../print.ts';
import { withSession } from '../session.ts';

export function people(program: Command): void {
  const group = program
    .command('people')
    .description('Who may sign in to the workbench.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed people invite chen@hospital.example --name "Dr Chen" --role clinician',
    );

  group
    .command('list')
    .option('--json', 'as JSON', false)
    .description('Everybody and their roles.')
    .action(async (options: { json: boolean }, command: Command) => {
      const { readPeople } = await import('../../store/index.ts');
      await withSession(command, async ({ store }) => {
        const everybody = await readPeople(store);
        if (options.json) printJson(everybody);
        else
          print(
            table(
              ['name', 'e-mail', 'role'],
              everybody.map(p => [p.name, p.email, p.role]),
            ),
          );
      });
    });

  group
    .command('invite')
    .argument('<email>')
    .requiredOption('--name <name>', 'how they are shown')
    .requiredOption('--role <role>', roles.join(', '))
    .option('--url <url>', 'where they open the workbench (else as in spinemed.yaml)')
    .description('Adds a person and prints the link that lets them in once.')
    .action(
      async (
        email: string,
        options: { name: string; role: string; url?: string },
        command: Command,
      ) => {
        const { addAuditEvent, addPerson } = await import('../../store/index.ts');
        const invited = invitationSchema.safeParse({
          email,
          name: options.name,
          role: options.role,
        });
        if (!invited.success) throw badInvitation(invited.error.issues[0]!);
        await withSession(command, async ({ store }) => {
          const person = await addPerson(store, invited.data);
          await addAuditEvent(store, {
            actor: 'cli',
            action: 'person-invited',
            subject: person.id,
            detail: { role: person.role },
          });
          print(await linkFor(store, person, options.url));
        });
      },
    );

  group
    .command('link')
    .argument('<email>')
    .option('--url <url>', 'where they open the workbench (else as in spinemed.yaml)')
    .description('Prints a new one-time link for somebody who is on the list.')
    .action(async (email: string, options: { url?: string }, command: Command) => {
      const { addAuditEvent, findPerson } = await import('../../store/index.ts');
      await withSession(command, async ({ store }) => {
        const person = await findPerson(store, email);
        if (!person) throw nobody();
        await addAuditEvent(store, { actor: 'cli', action: 'link-made', subject: person.id });
        print(await linkFor(store, person, options.url));
      });
    });
}

async function linkFor(store: Store, person: Person, url: string | undefined): Promise<string> {
  const { createSignIn } = await import('../../api/index.ts');
  const { host, port, publicUrl } = store.workspace.settings.server;
  const origin = new URL(url ?? publicUrl ?? `http://${host}:${port}`).origin;
  const link = await createSignIn(store, [origin]).oneTimeLink(person);
  return link.url;
}

function badInvitation(issue: { path: PropertyKey[]; message: string }): SpinemedError {
  return new SpinemedError({
    code: 'invitation-invalid',
    mender: 'user',
    message: `${issue.path.join('.')}: ${issue.message}`,
    hint: `Roles are: ${roles.join(', ')}.`,
  });
}

function nobody(): SpinemedError {
  return new SpinemedError({
    code: 'no-such-person',
    mender: 'user',
    message: 'nobody with this e-mail address is on the list',
    hint: 'See `./spinemed people list`, or add them with `./spinemed people invite`.',
  });
}
