import { type Command, InvalidArgumentError, Option } from 'commander';
import { invitationSchema, type Person, type Role, roles } from '../../contracts/people/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Store } from '../../store/index.ts';
import { print, printJson } from '../print.ts';
import { readAddress as runningAddress } from '../running-address.ts';
import { withSession } from '../session.ts';
import { table } from '../table.ts';

type LinkOptions = { url?: string; json: boolean };
type InviteOptions = LinkOptions & { name: string; role: Role };

export function people(program: Command): void {
  const group = program
    .command('people')
    .description('Who may sign in to the workbench.')
    .addHelpText('after', '\nExample:  ./spinemed people list');

  group
    .command('list')
    .option('--json', 'as JSON', false)
    .description('Everybody and their roles.')
    .addHelpText('after', '\nExample:  ./spinemed people list --json')
    .action(async ({ json }: { json: boolean }, command: Command) => {
      const { readPeople } = await import('../../store/index.ts');
      await withSession(command, async ({ store }) => {
        const everybody = await readPeople(store);
        const rows = everybody.map(person => [person.name, person.email, person.role]);
        if (json) printJson(everybody);
        else print(table(['name', 'e-mail', 'role'], rows));
      });
    });

  withLinkOptions(group.command('invite'))
    .argument('<email>')
    .requiredOption('--name <name>', 'how they are shown')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .description('Adds a person and prints the link that lets them in once, within a day.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed people invite chen@hospital.example --name "Dr Chen" --role clinician',
    )
    .action(async (email: string, options: InviteOptions, command: Command) => {
      const { addAuditEvent, addPerson } = await import('../../store/index.ts');
      const { name, role } = options;
      const invited = invitationSchema.safeParse({ email, name, role });
      if (!invited.success) throw badInvitation(invited.error.issues[0]!);
      await withSession(command, async ({ store }) => {
        const person = await addPerson(store, invited.data);
        await addAuditEvent(store, {
          actor: 'cli',
          action: 'person-invited',
          subject: person.id,
          detail: { role: person.role },
        });
        await printLink(store, person, options);
      });
    });

  withLinkOptions(group.command('link'))
    .argument('<email>')
    .description('Prints a new one-time link for somebody who is on the list.')
    .addHelpText('after', '\nExample:  ./spinemed people link chen@hospital.example')
    .action(async (email: string, options: LinkOptions, command: Command) => {
      const { addAuditEvent, findPerson } = await import('../../store/index.ts');
      await withSession(command, async ({ store }) => {
        const person = await findPerson(store, email);
        if (!person) throw nobody();
        await addAuditEvent(store, { actor: 'cli', action: 'link-made', subject: person.id });
        await printLink(store, person, options);
      });
    });
}

function withLinkOptions(command: Command): Command {
  return command
    .option(
      '--url <url>',
      'where they open the workbench (else as spinemed.yaml has it)',
      readAddress,
    )
    .option('--json', 'person and link as JSON', false);
}

function readAddress(text: string): string {
  const url = URL.parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url.origin;
  throw new InvalidArgumentError('Give an address such as https://spine.hospital.example.');
}

async function printLink(store: Store, person: Person, options: LinkOptions): Promise<void> {
  const { createSignIn, originsOf } = await import('../../api/index.ts');
  const { host, port, publicUrl } = store.workspace.settings.server;
  const open = runningAddress(store.workspace.folder);
  const origins = originsOf(host, port, options.url ?? publicUrl ?? open);
  const link = await createSignIn(store, origins).oneTimeLink(person);
  if (options.json) printJson({ person, link });
  else print(link.url);
}

function badInvitation(issue: { path: PropertyKey[]; message: string }): SpinemedError {
  return new SpinemedError({
    code: 'invitation-invalid',
    mender: 'user',
    message: `${issue.path.join('.')}: ${issue.message}`,
    hint: 'See `./spinemed people invite --help`.',
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
