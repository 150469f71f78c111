import { describe, expect, it } from 'vitest';
import { findings, namesOf } from '../../../spine/index.ts';
import { findNames } from './find-names.ts';

const found = (text: string) => findNames(text).map(({ finding }) => finding);

describe('findNames', () => {
  it('finds every name of the vocabulary, alone and in a sentence', () => {
    const missed = findings
      .filter(({ nature }) => nature === 'abnormality')
      .flatMap(finding =>
        namesOf(finding)
          .filter(name => /[a-z]{4}|\p{Script=Han}{2}/iu.test(name))
          .filter(name => !/^[a-z]+(?:-[a-z]+)+$/.test(name))
          .flatMap(name => [name, `Seen here: ${name}.`, `腰4/5见${name}。`])
          .filter(text => !found(text).includes(finding.id)),
      );
    expect(missed).toEqual([]);
  });

  it.each([
    ['narrowing of the L4/5 disc space', ['disc-space-narrowing']],
    ['the L5-S1 disc is mildly herniated', ['disc-herniation']],
    ['intervertebral disc L5-S1 shows posterior bulging', ['disc-bulge']],
    ['Severe narrowing of the spinal canal at C5-6', ['canal-stenosis']],
    ['height loss of the L1 vertebral body', ['vertebral-collapse']],
    ['degenerative disc bulge', ['disc-degeneration', 'disc-bulge']],
    ["Schmorl's nodes at L1-L3", ['intravertebral-herniation']],
    ['椎间盘向后突出', ['disc-protrusion']],
    ['L4椎体向前滑脱', ['spondylolisthesis']],
    ['腰4/5椎间隙明显变窄', ['disc-space-narrowing']],
  ])('reads past what stands between the words: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      'canal, lateral recess and foraminal stenosis',
      ['canal-stenosis', 'subarticular-stenosis', 'foraminal-stenosis'],
    ],
    [
      'central canal and bilateral neural foraminal narrowing',
      ['canal-stenosis', 'foraminal-stenosis'],
    ],
    ['facet and ligamentum flavum hypertrophy', ['facet-arthropathy', 'flavum-thickening']],
    ['disc degeneration and herniation', ['disc-degeneration', 'disc-herniation']],
    ['椎管、椎间孔狭窄', ['canal-stenosis', 'foraminal-stenosis']],
    ['椎管及侧隐窝狭窄', ['canal-stenosis', 'subarticular-stenosis']],
  ])('takes an enumeration apart: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['spinal canal stenosis', ['canal-stenosis']],
    ['degenerative disc disease', ['disc-degeneration']],
    ['vertebral compression fracture', ['compression-fracture']],
    ['Modic type 2 end-plate changes', ['modic-change']],
    ['Loss of the normal cervical lordosis', ['cervical-straightening']],
  ])('keeps the longest name: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'lateral mass screws are',
    'slip angle of 20°',
    'the disc space is not widened',
    'disc. Bulge-free',
  ])('is not fooled: %s', text => {
    const harmless = new Set(['surgical-implant', 'disc-bulge']);
    expect(found(text).filter(id => !harmless.has(id))).toEqual([]);
  });

  it('gives the places of its finds', () => {
    expect(findNames('A left disc bulge.')).toEqual([{ finding: 'disc-bulge', start: 7, end: 17 }]);
  });
});
