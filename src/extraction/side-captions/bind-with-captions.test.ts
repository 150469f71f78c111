import { expect, test } from 'vitest';
import { bindWithCaptions } from './bind-with-captions.ts';
import { readSideCaptions } from './read-side-captions.ts';

const book = `# 腰椎

如图1所示，椎间盘突出；如图2所示，突出物向后。

![](images/1.jpg)

![](images/2.jpg)  
箭头所指为突出物。

<img src="images/3.jpg" alt="Image" width="41%" />

图3 侧位片

![](images/4.jpg)

![](images/5.jpg)

图5 正位片
`;

const list = [
  { type: 'text', text: '腰椎' },
  { type: 'image', img_path: 'images/1.jpg', image_caption: ['图1 腰椎MRI'] },
  {
    type: 'image',
    img_path: 'images/2.jpg',
    img_caption: ['图2 CT。', '箭头所指为突出物。'],
    img_footnote: ['L4/L5'],
  },
  { type: 'image', img_path: 'images/3.jpg', image_caption: ['图3 侧位片。箭头：骨折。'] },
  { type: 'table', img_path: 'images/4.jpg', table_caption: '术中所见' },
  { type: 'image', img_path: 'images/5.jpg', image_caption: ['图5 正位片'] },
  { type: 'image', img_path: 7 },
];

test('what MinerU’s list says counts where the Markdown has no caption or a part of it', () => {
  const said = readSideCaptions('content-list', JSON.stringify(list));
  const bound = bindWithCaptions(book, 'b.md', new Map(said.map(({ path, text }) => [path, text])));
  expect(
    bound.map(({ picture, label, caption, status, isFromSide }) => [
      picture.line,
      label,
      caption?.text,
      status,
      isFromSide,
    ]),
  ).toEqual([
    [5, '图1', '图1 腰椎MRI', 'bound', true],
    [7, '图2', '图2 CT。 箭头所指为突出物。 L4/L5', 'bound', true],
    [10, '图3', '图3 侧位片。箭头：骨折。', 'bound', true],
    [14, null, '术中所见', 'bound', true],
    [16, '图5', '图5 正位片', 'bound', false],
  ]);
  expect(bound[1]!.context.find(({ relation }) => relation === 'mention')?.lines).toEqual([3, 3]);
  expect(bound.map(({ picture }) => picture.alt)).toEqual(['', '', 'Image', '', '']);
  expect(bound[2]!.caption!.lines).toEqual([12, 12]);
});

test('Docling’s document says which of its texts are captions', () => {
  const document = {
    schema_name: 'DoclingDocument',
    texts: [{ text: 'Body.' }, { text: 'Figure 4. Axial\n view.' }],
    pictures: [
      { image: { uri: 'd_artifacts/a.png' }, captions: [{ $ref: '#/texts/1' }], footnotes: [] },
      { image: null, captions: [{ $ref: '#/texts/0' }] },
    ],
  };
  expect(readSideCaptions('docling', JSON.stringify(document))).toEqual([
    { path: 'd_artifacts/a.png', text: 'Figure 4. Axial view.' },
  ]);
});

test.each(['', '{', '7', '[7]', '{"pictures":7}', 'null'])('of %j nothing is said', json => {
  expect(readSideCaptions('content-list', json)).toEqual([]);
  expect(readSideCaptions('docling', json)).toEqual([]);
});
