import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractAnswer } from './extract-answer.ts';
import { disease, diseaseZh, redFlags } from './fixtures/option-sets.ts';

const statements: Array<(letters: string) => string> = [
  letters => `My final option: [${letters}]`,
  letters => `The answer is ${letters}.`,
  letters => `**Final answer: ${letters}**`,
  letters => `$\\boxed{${letters}}$`,
  letters => `<answer>${letters}</answer>`,
  letters => `最终选项：[${letters}]`,
  letters => `故选：${letters}`,
  letters => `因此，正确答案是${letters}。`,
];
const thoughts = [
  'Option A is incorrect because the bladder is spared.',
  'B would explain the claudication, C the numbness.',
  'The answer might be D.',
  'A 45-year-old man with L4/L5 disease (grade C).',
  'If the pain were acute, the answer would be A.',
  '选项A错误，选项C不能解释。',
  '有人会选B。',
  '患者为A型血，T2像高信号。',
  '- D. Isthmic spondylolisthesis: no slip',
  '<think>The answer is A.</think>',
  '```',
  '**',
];
const marks = '()[]{}<>*_`"$\\/|.,;:!?、，。：；（）【】0123456789 \nABCDabcdIXΩ不选是或答案项的';
const noise = fc.oneof(
  fc.constantFrom(...thoughts),
  fc.array(fc.constantFrom(...marks), { maxLength: 60 }).map(chars => chars.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const reasoning = fc.array(noise, { maxLength: 8 }).map(parts => parts.join('\n'));
const letter = fc.constantFrom('A', 'B', 'C', 'D');
const statement = fc.constantFrom(...statements);

test('a final statement stands, whatever was thought before it', () => {
  fc.assert(
    fc.property(reasoning, statement, letter, (before, say, said) => {
      const response = `${before}\n\n${say(said)}`;
      expect(extractAnswer({ task: 'mcq', options: disease, response }).answer).toEqual([said]);
    }),
    { numRuns: 1000 },
  );
});

test('so does a list of letters where several may be right', () => {
  const some = fc.uniqueArray(fc.constantFrom(...'ABCDE'), { minLength: 1 });
  const joint = fc.constantFrom(', ', '、', ',', ' and ', '和');
  fc.assert(
    fc.property(reasoning, statement, some, joint, (before, say, letters, by) => {
      const response = `${before}\n\n${say(letters.join(by))}`;
      const { answer } = extractAnswer({ task: 'mcq-multi', options: redFlags, response });
      expect(answer).toEqual([...letters].sort());
    }),
    { numRuns: 1000 },
  );
});

test('other letters for the same options give the same options', () => {
  const orders = fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4 });
  const templates: Array<(of: (letter: string) => string) => string> = [
    of => `${of('A')} is incorrect. ${of('B')} is incorrect. The answer is ${of('C')}.`,
    of => `The answer is not ${of('A')} but ${of('D')}.`,
    of => `${of('B')}正确，${of('A')}错误，${of('C')}错误，${of('D')}错误。`,
    of => `The answer is ${of('A')} or ${of('B')}.`,
    of => `不选${of('C')}，选${of('D')}。`,
    of => `(${of('D')})`,
    of => `The answer is ${of('B')}. Wait, actually ${of('C')}.`,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...templates), orders, (template, order) => {
      const renamed = (said: string) => order['ABCD'.indexOf(said)]!;
      const options = Object.fromEntries(
        Object.entries(diseaseZh).map(([key, text]) => [renamed(key), text]),
      );
      const plain = extractAnswer({
        task: 'mcq',
        options: diseaseZh,
        response: template(said => said),
      });
      const other = extractAnswer({ task: 'mcq', options, response: template(renamed) });
      expect(other.answer).toEqual(plain.answer.map(renamed));
    }),
  );
});

test('no letter is given that is no option, and the same response gives the same answer', () => {
  const options = fc.constantFrom(disease, redFlags, { B: 'yes', Q: 'no' }, { A: '', I: '(' });
  fc.assert(
    fc.property(options, reasoning, fc.boolean(), (given, response, several) => {
      const question = { task: several ? 'mcq-multi' : 'mcq', options: given, response } as const;
      const found = extractAnswer(question);
      for (const said of found.answer) expect(Object.keys(given)).toContain(said);
      expect(found.answer.length > 0).toBe(found.status === 'parsed');
      if (!several) expect(found.answer.length).toBeLessThanOrEqual(1);
      expect(extractAnswer(question)).toEqual(found);
    }),
    { numRuns: 1000 },
  );
});
