import { expect, test } from 'vitest';
import { languageOfText } from './language-of-text.ts';

test.each([
  ['The disc is narrow.', 'en'],
  ['椎间盘变窄。', 'zh'],
  ['腰椎 MRI 示 L4/5 椎间盘突出，T2WI 信号减低', 'zh'],
  ['A paper in English with 图1 and 表2 in it', 'en'],
  ['', null],
  ['12.5 % (3–7)', null],
  ['<div style="text-align: center;"><img src="imgs/a.jpg" alt="" width="62%" /></div> 椎体', 'zh'],
  ['![](images/a-b.jpg) 椎体 &nbsp;&nbsp;&nbsp; https://example.org/lumbar/instability', 'zh'],
])('%s', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});

test('a Chinese paper may begin with its abstract in English', () => {
  const abstract = 'The patients were followed for two years. '.repeat(100);
  const paper = '所有患者均获得随访，随访时间为十二个月至二十四个月。'.repeat(800);
  expect(languageOfText(abstract + paper)).toBe('zh');
});

test('addresses and tags without an end take no long time', () => {
  const before = process.threadCpuUsage();
  for (const sign of ['<a ', '](', '&', 'www.', ']:']) languageOfText(sign.repeat(1_000_000));
  const { user } = process.threadCpuUsage(before);
  expect(user / 1e6).toBeLessThan(5);
});
