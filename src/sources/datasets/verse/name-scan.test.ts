import { expect, test } from 'vitest';
import { nameScan } from './name-scan.ts';

const scans: Array<[place: string, role: string, scan: string, patient: string]> = [
  ['rawdata/sub-verse004/sub-verse004_ct.nii.gz', 'picture', 'subject verse004', 'verse004'],
  [
    'derivatives/sub-verse004/sub-verse004_seg-vert_msk.nii.gz',
    'mask',
    'subject verse004',
    'verse004',
  ],
  [
    'derivatives/sub-verse004/sub-verse004_seg-subreg_ctd.json',
    'centres',
    'subject verse004',
    'verse004',
  ],
  [
    'derivatives/sub-verse004/sub-verse004_seg-vb_ctd.json',
    'centres',
    'subject verse004',
    'verse004',
  ],
  [
    'rawdata/sub-verse400/sub-verse400_split-verse090_ct.nii.gz',
    'picture',
    'subject verse400_split_verse090',
    'verse400',
  ],
  [
    'rawdata/sub-verse500/sub-verse500_dir-iso_ct.nii.gz',
    'picture',
    'subject verse500_dir_iso',
    'verse500',
  ],
  ['01_training/GL017/GL017_CT_ax.nii.gz', 'picture', 'challenge gl017_ct_ax', 'GL017'],
  ['01_training/GL017/GL017_CT_ax_seg.nii.gz', 'mask', 'challenge gl017_ct_ax', 'GL017'],
  [
    '01_training/GL017/GL017_CT_ax_iso-ctd.json',
    'isotropic-centres',
    'challenge gl017_ct_ax',
    'GL017',
  ],
  ['03_test/GL124/GL124_CT_ax-iso-ctd.json', 'isotropic-centres', 'challenge gl124_ct_ax', 'GL124'],
  ['03_test/GL124/GL124_CT-ax.nii.gz', 'picture', 'challenge gl124_ct_ax', 'GL124'],
  [
    '01_training/verse400/verse400_verse090_CT-iso_seg.nii.gz',
    'mask',
    'challenge verse400_verse090_ct_iso',
    'verse400',
  ],
  ['verse014.nii.gz', 'picture', 'challenge verse014', 'verse014'],
  ['verse014_ctd.json', 'centres', 'challenge verse014', 'verse014'],
];

test.each(scans)('%s', (place, role, scan, patient) => {
  const found = nameScan(place);
  expect(found).toMatchObject({ role, patient });
  expect(found!.scan.replace('sub_', '')).toBe(scan);
});

test('previews and other files are none', () => {
  for (const name of ['sub-verse004_seg-vert_snp.png', 'GL017_CT_ax.png', 'readme.md', 'a.json'])
    expect(nameScan(name)).toBeUndefined();
});

test('the part it belongs to is told from its folders', () => {
  const split = (folder: string) => nameScan(`${folder}/verse014.nii.gz`)?.split;
  expect(split('dataset-verse19training/rawdata')).toBe('training');
  expect(split('02_validation')).toBe('validation');
  expect(split('03_test/x')).toBe('test');
  expect(split('somewhere')).toBeNull();
});
