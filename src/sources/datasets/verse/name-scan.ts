import { folderOf, nameOf } from '../files/names.ts';

export type ScanFile = {
  place: string;
  role: 'picture' | 'mask' | 'centres' | 'isotropic-centres';
  /** What the files of one scan share, whoever wrote a hyphen where others write a bar. */
  scan: string;
  /** `sub-verse400`, or `verse400` in the layout of the challenge. */
  case: string;
  patient: string;
  split: string | null;
};

const roles: ReadonlyArray<[RegExp, ScanFile['role']]> = [
  [/[-_]iso[-_]ctd\.json$/i, 'isotropic-centres'],
  [/[-_](seg-[a-z]+[-_])?ctd\.json$/i, 'centres'],
  [/[-_](seg-[a-z]+[-_]msk|seg|msk)\.nii(\.gz)?$/i, 'mask'],
  [/\.nii(\.gz)?$/i, 'picture'],
];

/** What a file of VerSe is, by its name; undefined for previews and whatever else lies there. */
export function nameScan(place: string): ScanFile | undefined {
  const name = nameOf(place);
  const [pattern, role] = roles.find(([ending]) => ending.test(name)) ?? [];
  if (!pattern || !role) return undefined;
  const stem = name.replace(pattern, '').replace(/[-_]ct$/i, '');
  const [named = stem, subject = '', patient = stem] = /^(sub-)?([a-z]+\d+)/i.exec(stem) ?? [];
  const split = /train|valid|test/i.exec(folderOf(place))?.[0]?.toLowerCase();
  return {
    place,
    role,
    scan: `${subject ? 'subject' : 'challenge'} ${stem.replace(/[-_]+/g, '_').toLowerCase()}`,
    case: named,
    patient,
    split: (split && splits[split]) ?? null,
  };
}

const splits: Record<string, string> = { train: 'training', valid: 'validation', test: 'test' };
