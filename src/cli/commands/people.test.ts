import { expect, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { cookieOf, throwawayApi } from '../../../tests/throwaway-api.ts';

const chen = ['chen@hospital.example', '--name', '陈医生', '--role', 'clinician'];

test('a person invited in the shell comes into the workbench that runs beside it', async () => {
  await using it = await throwawayApi();
  const { environment } = it;
  const invited = await runSpinemed(
    ['people', 'invite', ...chen, '--url', `${it.api.url}/people`],
    {
      environment,
    },
  );
  expect([invited.status, invited.stderr]).toEqual([0, '']);
  const entered = await it.open(invited.stdout.trim());
  const me = await (await it.ask('/api/me', { cookie: cookieOf(entered) })).json();
  expect(me).toMatchObject({ name: '陈医生', role: 'clinician' });

  const again = await runSpinemed(['people', 'invite', ...chen], { environment });
  expect([again.status, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toMatch(/^spinemed: person-exists: [^\n]+\n$/);

  const link = await runSpinemed(['people', 'link', 'CHEN@hospital.example', '--json'], {
    environment,
  });
  const { person, link: made } = JSON.parse(link.stdout);
  expect(person.id).toBe(me.id);
  expect(made.url).toMatch(/^http:\/\/127\.0\.0\.1:4411\//);
  expect(cookieOf(await it.open(made.url))).toContain('session_token');

  const list = await runSpinemed(['people', 'list'], { environment });
  expect(list.stdout).toBe(
    ['name    e-mail                 role', '陈医生  chen@hospital.example  clinician', ''].join(
      '\n',
    ),
  );
  const { rows } = await it.store.pool.query(
    `select action from audit_events where actor = 'cli' order by id`,
  );
  expect(rows.map(row => row.action)).toEqual(['person-invited', 'link-made']);
});

test('what is no address, and who is not on the list, is said in one line', async () => {
  await using it = await throwawayApi();
  const { environment } = it;
  const calls: Array<[code: string, args: string[]]> = [
    ['invitation-invalid', ['invite', 'chen', '--name', 'Chen', '--role', 'viewer']],
    ['invitation-invalid', ['invite', 'chen@b.example', '--name', ' ', '--role', 'viewer']],
    ['no-such-person', ['link', 'nobody@b.example']],
  ];
  const all = await Promise.all(
    calls.map(([, args]) => runSpinemed(['people', ...args], { environment })),
  );
  for (const [at, ran] of all.entries()) {
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(new RegExp(`^spinemed: ${calls[at]![0]}: [^\\n]+\\n$`));
  }
});
