import type { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { newProgram } from './new-program.ts';
import { reportFailure } from './report-failure.ts';

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function helpOf(command: Command): string {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  command.configureOutput({ writeOut: write, writeErr: write });
  command.outputHelp();
  return text;
}

test('every command says what it does and shows an example of itself', async () => {
  const [program, ...all] = everyCommand(await newProgram());
  expect(helpOf(program!)).toContain('npm start');
  expect(all.map(command => command.name())).toEqual(
    expect.arrayContaining([
      'start',
      'init',
      'up',
      'worker',
      'build',
      'status',
      'verify',
      'people',
    ]),
  );
  for (const command of all) {
    const help = helpOf(command);
    expect(command.description(), command.name()).toMatch(/\w+.*\.$/);
    expect(help, command.name()).toMatch(
      new RegExp(`Examples?:\\s+(.*\\n)*.*(\\./spinemed|npm).*\\b${command.name()}\\b`),
    );
    for (const option of command.options)
      expect(option.description, `${command.name()} ${option.flags}`).not.toBe('');
  }
});

test('a command that is called is loaded alone, and is the same as in the whole', async () => {
  const whole = await newProgram();
  for (const name of whole.commands.map(command => command.name())) {
    const [alone, ...others] = (await newProgram([name])).commands;
    expect([alone!.name(), others]).toEqual([name, []]);
  }
  expect((await newProgram(['constructor'])).commands.length).toBe(whole.commands.length);
});

test('what a command prints as a result it prints as JSON too', async () => {
  const withResult = ['build', 'status', 'verify', 'list', 'invite', 'link', 'slices'];
  const all = everyCommand(await newProgram());
  for (const command of all.filter(one => withResult.includes(one.name())))
    expect(
      command.options.map(option => option.long),
      command.name(),
    ).toContain('--json');
});

test.each([
  ['buld', '(Did you mean build?)'],
  ['build --concurency 2', '(Did you mean --concurrency?)'],
  ['build --concurrency many', 'whole number from 1 to 256'],
  ['build --concurrency 0', 'whole number from 1 to 256'],
  ['up --port 70000', 'port from 0'],
  ['init', "missing required argument 'dir'"],
  ['build one two', 'too many arguments'],
  ['people invite a@b.example --name A --role boss', 'admin, clinician, researcher, viewer'],
  ['people invite a@b.example --role viewer', "'--name <name>' not specified"],
  ['people link a@b.example --url ftp://x', 'https://'],
  ['people lsit', '(Did you mean list?)'],
])('a mistake in the call is told in one line: %s', async (call, says) => {
  let told = '';
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    told += text;
    return true;
  });
  const args = call.split(' ');
  const program = await newProgram(args);
  const code = await program.parseAsync(args, { from: 'user' }).then(() => 0, reportFailure);
  write.mockRestore();
  expect(code).toBe(2);
  expect(told).toMatch(/^spinemed: bad-call: [^\n]+\.\n$/);
  expect(told).toContain(says);
});
