import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test('an ordinary name stays as it is', () => {
  expect(shellWord('whole-corpus')).toBe('whole-corpus');
});

test.each(['two words', "it's", '$(id)', '`id`', 'a;b', '', '脊柱', '-n "x" \\ \n'])(
  'a shell reads %j back as one word',
  text => {
    const { stdout } = spawnSync('/bin/sh', ['-c', `printf %s ${shellWord(text)}`]);
    expect(stdout.toString()).toBe(text);
  },
);
