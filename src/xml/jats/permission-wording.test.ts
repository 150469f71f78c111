import { expect, test } from 'vitest';
import { permissionWording } from './permission-wording.ts';

test.each([
  ['MRI. Reprinted with permission from Elsevier.', 'Reprinted with permission from Elsevier.'],
  ['Reproduced from Smith et al. [12]', 'Reproduced from Smith et al. [12]'],
  ['Discs. (Adapted from [3] under CC BY 4.0)', '(Adapted from [3] under CC BY 4.0)'],
  ['A scan; image courtesy of Dr. Example.', 'image courtesy of Dr. Example.'],
  ['Levels. © 2019 The Publisher', '© 2019 The Publisher'],
  ['Copyright 2011 by the Society', 'Copyright 2011 by the Society'],
  ['Used by permission of the publisher', 'Used by permission of the publisher'],
  ['With kind permission from Springer.', 'With kind permission from Springer.'],
  ['Modified from reference 5.', 'Modified from reference 5.'],
  ['腰椎MRI。图片引自文献[3]，经出版社许可。', '图片引自文献[3]，经出版社许可。'],
  ['改编自Pfirrmann等', '改编自Pfirrmann等'],
])('%s is somebody else’s', (text, wording) => {
  expect(permissionWording(text)).toBe(wording);
});

test.each([
  'Sagittal T2 image at L4/5 with a herniated disc.',
  'Published with the written consent of the patient.',
  'The patient gave consent for the use of this image.',
  'Images shown with permission from the patient.',
  'Graded with the modified scale of the society.',
  'The graft was taken after resection of C5.',
  '(a) Sagittal T1, (b) sagittal T2, (C) Axial CT.',
  'Pain was reproduced with flexion; alignment modified by surgery.',
  'Biopsy taken from L4.',
  '患者本人同意使用该图像。',
  '术后CT显示融合良好。',
  '',
])('%s is not', text => {
  expect(permissionWording(text)).toBeNull();
});

test('takes no time over a caption that never ends', () => {
  const started = performance.now();
  permissionWording('with kind permission consent '.repeat(20_000));
  permissionWording('经'.repeat(500_000));
  expect(performance.now() - started).toBeLessThan(3000);
});
