import { expect, test } from 'vitest';
import { findPictures } from './find-pictures.ts';

const named: Array<[markdown: string, pictures: string[]]> = [
  ['![](images/a.jpg)', ['images/a.jpg']],
  ['![图1-2 [a]](<a b.png> "title")', ['a b.png']],
  ['![](a b.png)', ['a b.png']],
  ['![](fig(1).png) and ![x](b.png "t")', ['fig(1).png', 'b.png']],
  [
    '<div><img src="imgs/img_in_image_box_1_2.jpg" alt="Image" width="41%" /></div>',
    ['imgs/img_in_image_box_1_2.jpg'],
  ],
  ["<IMG alt='x' SRC='a&amp;b.png'>", ['a&b.png']],
  ['<img width=3 src=a.png>', ['a.png']],
  ['![first][f]\n\n[f]: a.png "t"', ['a.png']],
  ['![F][]\n\n[f]: <a b.png>', ['a b.png']],
  ['![](data:image/png;base64,AAAA)', ['data:image/png;base64,AAAA']],
  ['```\n![](code.png)\n```\n![](a.png)', ['a.png']],
  ['~~~~\n```\n![](code.png)\n~~~~\n![](a.png)', ['a.png']],
  ['[a link](a.png) and ![not one] (a.png)', []],
  ['![]()', []],
];

test.each(named)('%s', (markdown, pictures) => {
  expect(findPictures(markdown).map(picture => picture.src)).toEqual(pictures);
});

test('each comes with its line', () => {
  expect(findPictures('a\n\n![](b.png)\n![](c.png)')).toEqual([
    { src: 'b.png', line: 3 },
    { src: 'c.png', line: 4 },
  ]);
});

const hostile = [
  '[',
  '![',
  '![](',
  '![a](b',
  '<img ',
  '<img src',
  '![[',
  '(',
  '![a][',
  '\n```',
  '![](data:',
  '['.repeat(300),
];

test.each(hostile)('a million of %j cost no more than twice half a million', piece => {
  const timeMs = (count: number) => {
    const text = piece.repeat(count / piece.length);
    const started = performance.now();
    findPictures(text);
    return performance.now() - started;
  };
  timeMs(100_000);
  const half = timeMs(500_000);
  // Room for a busy machine: a quadratic search takes minutes here.
  expect(timeMs(1_000_000)).toBeLessThan(8 * half + 1000);
});
