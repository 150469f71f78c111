import { expect, test } from 'vitest';
import { words } from './words.ts';

test('one form for case, width, plural, spelling and ending', () => {
  for (const pair of [
    ['Herniated DISCS', 'herniated disc'],
    ['ｄｉｓｃ', 'disk'],
    ['vertebrae', 'vertebra'],
    ['oedema', 'edema'],
    ['tumours', 'tumor'],
    ['biopsies', 'biopsy'],
    ['stenoses', 'stenosis'],
    ['immobilisation', 'immobilization'],
    ['compressing', 'compressed'],
    ['haematoma', 'hematoma'],
  ]) {
    expect(words(pair[0]!)).toEqual(words(pair[1]!));
  }
});

test('keeps apart what is not alike', () => {
  for (const pair of [
    ['kyphosis', 'lordosis'],
    ['pus', 'pu'],
    ['pelvis', 'pelvic'],
    ['cervical', 'cervix'],
    ['not', 'no'],
  ]) {
    expect(words(pair[0]!)).not.toEqual(words(pair[1]!));
  }
});

test('levels and numbers stay whole, in whatever notation', () => {
  for (const way of ['L4/5', 'L4/L5', 'l4-5', 'L4-L5', '腰4/5', '腰4-5', 'Ｌ４／５']) {
    expect(words(way)).toEqual(['l4/5']);
  }
  expect(words('C5/6 at 7.5 mm, 25% of T12')).toEqual(['c5/6', '7.5', 'mm', '25%', 't12']);
  expect(words('It ends at S2. L4/5.')).toEqual(['end', 's2', 'l4/5']);
  expect(words('左侧腰4/5椎间盘')).toEqual(['左侧', 'l4/5', '椎间', '间盘']);
  expect(words('the S1 root')).toEqual(['s1', 'root']);
});

test('Chinese comes in pairs, a lone character as itself', () => {
  expect(words('椎间盘突出')).toEqual(['椎间', '间盘', '盘突', '突出']);
  expect(words('痛的')).toEqual(['痛']);
  expect(words('椎間盤')).toEqual(words('椎间盘'));
  expect(words('MRI示突出')).toEqual(['mri', '示突', '突出']);
});

test('words that only bind drop out, denials stay', () => {
  expect(words('There is no fracture of the body')).toEqual(['no', 'fractur', 'body']);
  expect(words('脊髓和神经')).toEqual(['脊髓', '神经']);
  expect(words('the patient’s hand')).toEqual(['patient', 'hand']);
  expect(words('')).toEqual([]);
});
