import { expect, test } from 'vitest';
import { nameOfParty } from './name-of-party.ts';

const people = [{ id: 'p-1', name: 'Chen Wei', email: 'c@x.example', role: 'admin' as const }];
const shout = (code: string) => code.toUpperCase();

test('a person is named, a part of the product by its own name', () => {
  expect(nameOfParty('p-1', people, shout)).toBe('Chen Wei');
  expect(nameOfParty('sign-in', people, shout)).toBe('SIGN-IN');
});

test.each(['0b6f6a1c-1d5e-4c3f', 'openai/gpt', 'Dr X', 'a1'])('%s stays as written', id => {
  expect(nameOfParty(id, people, shout)).toBe(id);
});
