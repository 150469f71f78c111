import { expect, test } from 'vitest';
import { createIndex } from './create-index.ts';
import { isNegated } from './is-negated.ts';
import { chooseOptions, scoreOptions } from './score-options.ts';

const index = createIndex([
  { id: 'conus', text: 'In most adults the cord ends as the conus medullaris near the L1/2 disc.' },
  { id: 'sac', text: 'The dural sac usually ends at S2.' },
  { id: 'claudication', text: 'Neurogenic claudication eases on sitting and bending forward.' },
  { id: 'flags', text: 'Red flags: fever, weight loss, saddle numbness, bladder disturbance.' },
  { id: 'c6', text: 'C5/6椎间盘突出通常累及C6神经根，C6/7累及C7神经根。' },
  { id: 'myelopathy', text: '脊髓型颈椎病表现为双手笨拙、步态不稳、腱反射亢进。' },
]);
const choose = (question: string, options: Record<string, string>, isMulti = false) =>
  chooseOptions(scoreOptions(question, options, index), isMulti);

test('chooses what the passages tie to the question', () => {
  expect(
    choose('Where does the conus medullaris end in most adults?', {
      ...{ A: 'S2', B: 'near the L1/2 disc', C: 'fever', D: 'bladder' },
    }),
  ).toEqual(['B']);
  expect(
    choose('C5/6椎间盘突出通常累及哪条神经根？', { A: 'C4', B: 'C5', C: 'C6', D: 'C8' }),
  ).toEqual(['C']);
});

test('a question for what does not hold turns the order', () => {
  const options = { A: 'fever', B: 'weight loss', C: 'young age', D: 'saddle numbness' };
  expect(choose('Which of these is a red flag?', options)).not.toEqual(['C']);
  expect(choose('All of these are red flags EXCEPT', options)).toEqual(['C']);
  const han = { A: '双手笨拙', B: '步态不稳', C: '听力下降', D: '腱反射亢进' };
  expect(choose('脊髓型颈椎病的表现不包括', han)).toEqual(['C']);
});

test('several are chosen where several are nearly as good', () => {
  const options = { A: 'tinnitus', B: 'fever', C: 'weight loss', D: 'hair colour' };
  expect(choose('Which are red flags?', options, true)).toEqual(['B', 'C']);
});

test('a longer option has no advantage, and equal ones go by the alphabet', () => {
  const options = { A: 'at S2', B: 'at S2 and other words that no passage has heard of' };
  expect(choose('Where does the dural sac end?', options)).toEqual(['A']);
  expect(choose('?', { B: 'x', A: 'y' })).toEqual(['A']);
  expect(choose('?', { A: 'x', B: 'y' }, true)).toEqual(['A', 'B']);
  expect(chooseOptions([], true)).toEqual([]);
});

test.each([
  'Which of the following is NOT a sign?',
  'All are true, except:',
  'Which finding is least likely?',
  'Which statement is incorrect?',
  'Which is not associated with myelopathy?',
  '下列说法错误的是',
  '患者入院。关于其治疗，下列哪项不正确？',
  '以下不属于手术适应证的是',
])('asks for what does not hold: %s', question => {
  expect(isNegated(question)).toBe(true);
});

test.each([
  'She did not improve on medicines. What is the next step?',
  'The patient is not able to walk. Which level is affected?',
  'Which sign is typical?',
  '患者不能行走。最可能的诊断是',
  '保守治疗无效。下一步应如何处理？',
])('asks for what holds: %s', question => {
  expect(isNegated(question)).toBe(false);
});
