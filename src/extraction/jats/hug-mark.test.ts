import { expect, test } from 'vitest';
import { parseXml } from '../../xml/index.ts';
import { inlineOf } from './inline.ts';

test.each([
  ['L4<bold>/</bold>L5', 'L4/L5'],
  ['L4 <bold>/</bold> L5', 'L4 / L5'],
  ['L4<italic><bold>–</bold></italic>L5', 'L4–L5'],
  ['<bold>结果：</bold>共90例', '**结果**：共90例'],
  ['<bold>Results:</bold> all', '**Results:** all'],
  ['was<bold>“good”</bold>at', 'was“**good**”at'],
  ['<bold>A</bold><italic>B</italic>', '**A**B'],
  ['p<italic>(a)</italic>q', 'p(a)q'],
  ['x <bold> bold </bold>y', 'x **bold** y'],
  ['H<sub>2</sub><bold>O</bold>', 'H<sub>2</sub>**O**'],
])('%s is written %s', (xml, markdown) => {
  expect(inlineOf(parseXml(Buffer.from(`<p>${xml}</p>`)).root.children)).toBe(markdown);
});
