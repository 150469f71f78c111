import { expect, it } from 'vitest';
import { mentionedModalities } from './mentioned-modalities.ts';

it.each<[string, string[]]>([
  ['Full-Length Spine X-ray (AP & Lateral)', ['XR']],
  ['Spine CT Scan', ['CT']],
  ['Lumbar MRI, T2-weighted', ['MRI']],
  ['MR imaging of the neck', ['MRI']],
  ['CT myelography', ['CT']],
  ['Myelography', ['XR']],
  ['PET/CT', ['NM']],
  ['PET-CT and MRI', ['MRI', 'NM']],
  ['X-rays and CT', ['XR', 'CT']],
  ['DEXA', ['DXA']],
  ['Dual-energy X-ray absorptiometry', ['DXA']],
  ['腰椎正侧位Ｘ线片', ['XR']],
  ['腰椎核磁共振', ['MRI']],
  ['CT平扫+三维重建', ['CT']],
  ['DR片', ['XR']],
  ['腰椎X線片', ['XR']],
  ['双能X线', ['DXA']],
  ['Whole-body bone scan', ['NM']],
  ['Dr. Crane', []],
  ['Direct effect of the lectern', []],
  ['Alignment', []],
  ['', []],
])('%s', (text, ids) => {
  expect(mentionedModalities(text)).toEqual(ids);
});
