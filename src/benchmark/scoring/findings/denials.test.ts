import { describe, expect, it } from 'vitest';
import { presentFindings } from './present-findings.ts';

const present = (text: string) => presentFindings(text).present.map(({ finding }) => finding);

describe('what a text denies', () => {
  it.each([
    'No slip in flexion or extension',
    'No evidence of disc herniation or canal stenosis',
    'No fracture, dislocation or mass',
    'No syrinx, tumors, tethered cord, or Chiari malformation are identified.',
    'neither canal stenosis nor foraminal stenosis',
    'Fracture has been excluded',
    'Disc herniation is not seen',
    'The disc herniation is no longer seen',
    'Canal stenosis: none',
    'Spondylolisthesis is absent',
    'Ruled out infection',
    '未见椎间盘突出',
    '椎管无狭窄',
    '骨折：无',
    '椎间盘未见突出',
    '无明显骨质破坏',
  ])('is not there: %s', text => {
    expect(present(text)).toEqual([]);
    expect(presentFindings(text).isRecognised).toBe(true);
  });

  it.each([
    ['No fracture, disc bulge at L4/5', ['disc-bulge']],
    ['No fracture but disc bulge at L4/5', ['disc-bulge']],
    ['No disc herniation, no canal stenosis, mild disc bulge', ['disc-bulge']],
    ['No fracture or mass, mild disc bulge', ['disc-bulge']],
    ['No fracture, disc bulge, and no infection or mass', ['disc-bulge']],
    ['Without cord compression. Disc extrusion.', ['disc-extrusion']],
    ['Negative for fracture; mild disc bulge', ['disc-bulge']],
    ['disc bulge without canal stenosis', ['disc-bulge']],
    ['未见明显椎管狭窄，腰4/5椎间盘突出', ['disc-protrusion']],
    ['无骨折、脱位及椎管狭窄，黄韧带肥厚', ['flavum-thickening']],
    ['未见骨折，但椎间盘膨出', ['disc-bulge']],
  ])('does not reach further than it is said: %s', (text, expected) => {
    expect(present(text)).toEqual(expected);
  });

  it.each([
    ['Cannot exclude a fracture', ['fracture']],
    ['Fracture cannot be excluded', ['fracture']],
    ['MRI to rule out infection', ['infection']],
    ['No significant change in the disc herniation', ['disc-herniation']],
    ['Not only a disc bulge but also foraminal stenosis', ['disc-bulge', 'foraminal-stenosis']],
    ['不能排除骨折', ['fracture']],
    ['骨折不除外', ['fracture']],
    ['椎间盘突出较前无明显变化', ['disc-protrusion']],
  ])('denies a change or a certainty, not the finding: %s', (text, expected) => {
    expect(present(text)).toEqual(expected);
  });

  it('takes time linear in the text', () => {
    const started = performance.now();
    for (const word of ['no ', 'no a, ', '无', '未见，', 'disc ', 'canal and ', 'not excluded ']) {
      presentFindings(word.repeat(100_000 / word.length));
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
