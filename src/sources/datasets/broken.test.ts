import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LayoutName, layouts } from '../../imaging/phantom/layouts/index.ts';
import { layOut } from '../../imaging/phantom/layouts/testing/lay-out.ts';
import { makeXlsx } from '../testing/make-xlsx.ts';
import { readAll } from './testing/read-all.ts';

const cases = 4;
const names = Object.keys(layouts) as LayoutName[];
let whole: string;
let broken: string;
beforeAll(async () => {
  whole = mkdtempSync(path.join(tmpdir(), 'spinemed-whole-'));
  broken = mkdtempSync(path.join(tmpdir(), 'spinemed-broken-'));
  for (const name of names) await layOut(name, path.join(whole, name), { cases, mm: 16 });
});
afterAll(() => {
  for (const folder of [whole, broken]) rmSync(folder, { recursive: true });
});

type Broken = { at(place: string): string; find(pattern: RegExp): string };

/** A copy of a whole dataset, after somebody was careless with it; what is told of it, and how
 *  many cases come out all the same. */
async function told(name: LayoutName, spoil: (copy: Broken) => void) {
  const root = path.join(broken, name);
  rmSync(root, { recursive: true, force: true });
  cpSync(path.join(whole, name), root, { recursive: true });
  const at = (place: string) => path.join(root, place);
  const find = (pattern: RegExp) => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    const found = files.find(file => pattern.test(file));
    if (found === undefined) throw new Error(`nothing there is like ${pattern}`);
    return at(found);
  };
  spoil({ at, find });
  const { records, problems } = await readAll(name, root);
  const all = [...problems, ...[...records.values()].flatMap(record => record.problems)];
  return {
    records,
    reasons: [...new Set(all.map(({ reason }) => reason))].sort(),
    places: all.map(({ place }) => place),
  };
}

function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing was spoiled');
  writeFileSync(file, after);
}

type Row = [what: string, name: LayoutName, spoil: (copy: Broken) => void, reasons: string[]];
const edit =
  (pattern: RegExp, change: (text: string) => string) =>
  ({ find }: Broken) =>
    rewrite(find(pattern), change);
const remove =
  (pattern: RegExp) =>
  ({ find }: Broken) =>
    rmSync(find(pattern));
const cut =
  (pattern: RegExp, bytes: number) =>
  ({ find }: Broken) =>
    truncateSync(find(pattern), bytes);

const spoiled: Row[] = [
  ['a missing picture', 'verse', remove(/_ct\.nii\.gz$/), ['label-without-picture']],
  ['missing centres', 'verse', remove(/_ctd\.json$/), ['picture-without-label']],
  ['a cut picture', 'verse', cut(/_ct\.nii\.gz$/, 40), ['unreadable']],
  ['cut centres', 'verse', cut(/_ctd\.json$/, 40), ['unreadable']],
  [
    'a vertebra that has no number',
    'verse',
    edit(/ctd\.json$/, t => t.replace(/"label":\d+/, '"label":27')),
    ['unknown-value'],
  ],
  [
    'a centre far away',
    'verse',
    edit(/ctd\.json$/, t => t.replace(/"X":-?[\d.]+/, '"X":4000')),
    ['outside-the-picture'],
  ],
  [
    'a vertebra twice',
    'verse',
    edit(/ctd\.json$/, t => t.replace(/,(\{"label[^}]*\})/, ',$1,$1')),
    ['labels-contradict'],
  ],
  [
    'a centre without a number',
    'verse',
    edit(/ctd\.json$/, t => t.replace(/"Y":-?[\d.]+/, '"Y":null')),
    ['unreadable'],
  ],
  [
    'a frame that is none',
    'verse',
    edit(/ctd\.json$/, t => t.replace('"P","I","R"', '"P","A","R"')),
    ['unreadable'],
  ],
  [
    'one scan in two parts',
    'verse',
    ({ find, at }) => {
      const file = find(/_ct\.nii\.gz$/);
      const place = at(`dataset-verse20other/rawdata/${path.basename(file)}`);
      mkdirSync(path.dirname(place), { recursive: true });
      cpSync(file, place);
    },
    ['labels-contradict'],
  ],
  ['a missing picture', 'verse-challenge', remove(/_ax\.nii\.gz$/), ['label-without-picture']],
  [
    'a mask alone',
    'verse-challenge',
    ({ find }) => {
      rmSync(find(/_ax\.nii\.gz$/));
      rmSync(find(/ctd\.json$/));
    },
    ['label-without-picture'],
  ],

  [
    'a missing series',
    'spider',
    remove(/images\/1_t1\.mha$/),
    ['label-without-picture', 'picture-missing'],
  ],
  ['a missing mask', 'spider', remove(/masks\/1_t1\.mha$/), ['picture-without-label']],
  [
    'no gradings of a patient',
    'spider',
    edit(/gradings\.csv$/, t => t.replaceAll(/^2,.*\n/gm, '')),
    ['picture-without-label'],
  ],
  [
    'a disc numbered 0',
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/^1,1,/m, '1,0,')),
    ['unknown-value'],
  ],
  [
    'two ways of numbering',
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/^1,1,/m, '1,24,')),
    ['labels-contradict'],
  ],
  [
    'a disc graded twice',
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/^(1,1,.*\n)/m, '$1$1')),
    ['labels-contradict'],
  ],
  [
    'a grade of 7',
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/\d\n(?=1,)/, '7\n')),
    ['unknown-value'],
  ],
  [
    'a patient without a number',
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/^1,1,/m, ',1,')),
    ['label-without-picture'],
  ],
  ['a cut picture', 'spider', cut(/images\/1_t1\.mha$/, 60), ['unreadable']],
  [
    'a patient in two subsets',
    'spider',
    edit(/overview\.csv$/, t => t.replace('1_t2,training', '1_t2,validation')),
    ['labels-contradict'],
  ],

  [
    'a missing slice',
    'spark',
    ({ at }) => {
      for (const file of readdirSync(at('lumbar_train150/study0')))
        rmSync(at(`lumbar_train150/study0/${file}`));
    },
    ['picture-missing'],
  ],
  ['no annotations', 'spark', remove(/train150_annotation\.json$/), ['picture-without-label']],
  [
    'cut annotations',
    'spark',
    cut(/train150_annotation\.json$/, 900),
    ['picture-without-label', 'unreadable'],
  ],
  [
    'a kind that nobody knows',
    'spark',
    edit(/train150_annot/, t => t.replace('"v1"', '"v9"')),
    ['unknown-value'],
  ],
  [
    'normal and not',
    'spark',
    edit(/train150_annot/, t => t.replace('"disc":"v1"', '"disc":"v1,v2"')),
    ['labels-contradict'],
  ],
  [
    'a place that nobody knows',
    'spark',
    edit(/train150_annot/, t => t.replace('"L3"', '"L9"')),
    ['unknown-value'],
  ],
  [
    'a point outside',
    'spark',
    edit(/train150_annot/, t => t.replace(/"coord":\[\d+/, '"coord":[9000')),
    ['outside-the-picture'],
  ],
  [
    'a point without a place',
    'spark',
    edit(/train150_annot/, t => t.replace(/"coord":\[\d+,\d+\]/, '"coord":[]')),
    ['unreadable'],
  ],
  [
    'another series',
    'spark',
    edit(/train150_annot/, t => t.replace(/"seriesUid":"2/, '"seriesUid":"1')),
    ['picture-missing'],
  ],
  [
    'a file that is no DICOM',
    'spark',
    ({ at }) => writeFileSync(at('lumbar_train150/study0/x.dcm'), 'x'),
    ['unreadable'],
  ],

  [
    'a missing instance',
    'rsna',
    ({ at, find }) => {
      const [, study, series, instance] = /\n(\d+),(\d+),(\d+),/.exec(
        readFileSync(find(/coordinates/), 'utf8'),
      )!;
      rmSync(at(`train_images/${study}/${series}/${instance}.dcm`));
    },
    ['picture-missing'],
  ],
  [
    'an instance outside its study',
    'rsna',
    ({ at }) => writeFileSync(at('1.dcm'), 'x'),
    ['picture-without-label'],
  ],
  [
    'a study without pictures',
    'rsna',
    ({ at }) => {
      const [study] = readdirSync(at('train_images'));
      rmSync(at(`train_images/${study}`), { recursive: true });
    },
    ['label-without-picture', 'picture-missing'],
  ],
  [
    'a study without grades',
    'rsna',
    edit(/train\.csv$/, t => t.replace(/\n[^\n]+\n$/, '\n')),
    ['picture-without-label'],
  ],
  [
    'a grade that nobody knows',
    'rsna',
    edit(/train\.csv$/, t => t.replace('Normal/Mild', 'Mild')),
    ['unknown-value'],
  ],
  [
    'a point outside',
    'rsna',
    edit(/coordinates/, t => t.replace(/[\d.]+\n/, '90000\n')),
    ['outside-the-picture'],
  ],
  [
    'a point of nothing',
    'rsna',
    edit(/coordinates/, t => t.replace('L1/L2', 'L9/L2')),
    ['unknown-value'],
  ],
  [
    'a study graded twice',
    'rsna',
    edit(/train\.csv$/, t => `${t}${t.split('\n')[1]}\n`),
    ['labels-contradict'],
  ],
  [
    'a cut table',
    'rsna',
    ({ find }) => truncateSync(find(/train\.csv$/), readFileSync(find(/train\.csv$/)).length - 40),
    ['unknown-value'],
  ],
  [
    'columns in another order than their names',
    'rsna',
    edit(/coordinates/, t => t.replace('condition,level', 'level,condition')),
    ['unknown-value'],
  ],
  [
    'a point without numbers',
    'rsna',
    edit(/coordinates/, t => t.replace(/,[\d.]+\n/, ',\n')),
    ['unreadable'],
  ],

  ['a missing picture', 'buu', remove(/AP\/.*jpg$/), ['label-without-picture']],
  ['a missing table', 'buu', remove(/LA\/.*csv$/), ['picture-without-label']],
  ['a row too few', 'buu', edit(/AP\/.*csv$/, t => t.replace(/^.*\n/, '')), ['unreadable']],
  [
    'words for numbers',
    'buu',
    edit(/AP\/.*csv$/, t => t.replace(/^[\d.]+/, 'left')),
    ['unreadable'],
  ],
  [
    'a label that is no integer',
    'buu',
    edit(/AP\/.*csv$/, t => t.replace(/,0\n/, ',slip\n')),
    ['unknown-value'],
  ],
  [
    'an edge outside',
    'buu',
    edit(/AP\/.*csv$/, t => t.replace(/^[\d.]+/, '9999')),
    ['outside-the-picture'],
  ],
  [
    'a name with another age',
    'buu',
    ({ find }) => {
      for (const kind of ['jpg', 'csv']) {
        const file = find(new RegExp(`LA/0001.*${kind}$`));
        renameSync(file, file.replace(/\d{3}Y/, '011Y'));
      }
    },
    ['labels-contradict'],
  ],
  ['an empty picture', 'buu', cut(/AP\/.*jpg$/, 0), ['unreadable']],
  [
    'a frontal picture among the lateral',
    'buu',
    ({ at, find }) => {
      for (const kind of ['jpg', 'csv']) {
        const file = find(new RegExp(`AP/0001.*${kind}$`));
        renameSync(file, at(`LA/${path.basename(file)}`));
      }
    },
    ['labels-contradict'],
  ],

  ['a missing picture', 'csxa', remove(/PNG\/0001/), ['label-without-picture']],
  ['missing keypoints', 'csxa', remove(/JSON\/0001/), ['picture-without-label']],
  ['cut keypoints', 'csxa', cut(/JSON\/0001/, 300), ['unreadable']],
  [
    'a keypoint twice',
    'csxa',
    edit(/JSON\/0001/, t => t.replace('C3 top right', 'C3 top left')),
    ['labels-contradict'],
  ],
  [
    'a keypoint outside',
    'csxa',
    edit(/JSON\/0001/, t => t.replace(/\[\s*-?[\d.]+,/, '[99999,')),
    ['outside-the-picture'],
  ],
  ['no workbook', 'csxa', remove(/xlsx$/), ['table-missing']],
  ['a cut workbook', 'csxa', cut(/xlsx$/, 500), ['unreadable']],
  [
    'a name with another age',
    'csxa',
    ({ find }) => {
      for (const kind of [/PNG\/0001/, /JSON\/0001/]) {
        const file = find(kind);
        renameSync(file, file.replace(/\d\d(\.\w+)$/, '11$1'));
      }
    },
    ['labels-contradict'],
  ],

  ['no gradings at all', 'spider', remove(/gradings/), ['table-missing']],
  ['no grades at all', 'rsna', remove(/train\.csv$/), ['table-missing']],
  ['no boxes of the test half', 'vindr', remove(/test\.csv$/), ['table-missing']],
  ['a missing picture', 'vindr', remove(/dicom$/), ['picture-missing']],
  [
    'a picture without rows',
    'vindr',
    ({ find }) => {
      const file = find(/dicom$/);
      cpSync(file, path.join(path.dirname(file), 'ffff.dicom'));
    },
    ['picture-without-label'],
  ],
  ['a cut picture', 'vindr', cut(/dicom$/, 200), ['unreadable']],
  [
    'a lesion that nobody knows',
    'vindr',
    edit(/train\.csv$/, t => t.replace('Osteophytes', 'Spurs')),
    ['unknown-value'],
  ],
  [
    'a row without a study',
    'vindr',
    edit(/train\.csv$/, t => t.replace(/\n[0-9a-f]{32},/, '\n,')),
    ['label-without-picture'],
  ],
  [
    'a box turned round',
    'vindr',
    edit(/train\.csv$/, t => t.replace(/Osteophytes,.*/, 'Osteophytes,9,9,1,1')),
    ['unreadable'],
  ],
  [
    'a box outside',
    'vindr',
    edit(/train\.csv$/, t => t.replace(/Osteophytes,.*/, 'Osteophytes,1,1,9000,9')),
    ['outside-the-picture'],
  ],
  [
    'nothing, and something',
    'vindr',
    edit(/train\.csv$/, t => t.replace(/Osteophytes,.*/, 'No finding,,,,')),
    ['labels-contradict'],
  ],
];

test.each(spoiled)('%s is told (%s)', async (_what, name, spoil, reasons) => {
  const { reasons: found, records } = await told(name, spoil);
  expect(found).toEqual(expect.arrayContaining(reasons));
  // What is wrong with one case is no loss to the others.
  expect(records.size).toBeGreaterThanOrEqual(cases - 1);
});

describe('what people do to datasets without harm:', () => {
  const harmless: Array<[string, (root: string) => void]> = [
    [
      'unpacking into one folder more, as a Mac does',
      root => {
        const aside = `${root}-aside`;
        renameSync(root, aside);
        mkdirSync(path.join(root, '__MACOSX'), { recursive: true });
        writeFileSync(path.join(root, '__MACOSX', '._1_t1.mha'), 'x');
        writeFileSync(path.join(root, '.DS_Store'), 'x');
        renameSync(aside, path.join(root, 'dataset (1)'));
      },
    ],
    [
      'saving tables as spreadsheet programs do',
      root => {
        for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.csv')) continue;
          const text = readFileSync(path.join(root, file), 'utf8');
          const resaved = text.replaceAll('\n', '\r\n');
          writeFileSync(path.join(root, file), `\ufeff${resaved}\r\n`);
        }
      },
    ],
    [
      'another encoding, tabs, and a column more',
      root => {
        for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.csv')) continue;
          const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n');
          const text = lines.map(line => `${line.replaceAll(',', '\t')}\t备注`).join('\n');
          writeFileSync(path.join(root, file), Buffer.from(`\ufeff${text}`, 'utf16le'));
        }
      },
    ],
    [
      'capitals in endings',
      root => {
        for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(jpg|png|dcm|dicom|mha|json|csv|xlsx|nii\.gz)$/.test(file)) continue;
          const [, stem, ending] = /^(.*?)(\.nii\.gz|\.\w+)$/.exec(file)!;
          renameSync(path.join(root, file), path.join(root, `${stem}${ending!.toUpperCase()}`));
        }
      },
    ],
  ];

  test.each(harmless)('%s', async (_what, change) => {
    for (const name of names) {
      const plain = await readAll(name, path.join(whole, name));
      const root = path.join(broken, `harmless-${name}`);
      cpSync(path.join(whole, name), root, { recursive: true });
      change(root);
      const { records, problems } = await readAll(name, root);
      rmSync(root, { recursive: true });
      expect(problems).toEqual([]);
      expect([...records.keys()].sort()).toEqual([...plain.records.keys()].sort());
      for (const [key, record] of records) {
        const { findings, levels, problems: own, landmarks } = plain.records.get(key)!;
        expect(record.problems).toEqual(own);
        expect(record.levels).toEqual(levels);
        expect(record.findings).toEqual(findings);
        expect(record.landmarks.map(({ place }) => place)).toEqual(
          landmarks.map(({ place }) => place),
        );
      }
    }
  });
});

describe('what strangers may have put there', () => {
  test.each(names)('links, pipes of nothing and bombs in %s end in problems', async name => {
    const { records } = await told(name, ({ find, at }) => {
      for (const pattern of [/\.(nii\.gz|mha|dcm|jpg|png|dicom)$/]) {
        const picture = find(pattern);
        rmSync(picture);
        symlinkSync('/dev/zero', picture);
      }
      mkdirSync(at('deep/deep'), { recursive: true });
      symlinkSync('/', at('deep/root'));
    });
    expect(records.size).toBeGreaterThanOrEqual(cases - 1);
  });

  test('a quote without its end costs the rows behind it and no more', async () => {
    const { reasons, records } = await told('rsna', ({ find }) =>
      appendFileSync(find(/coordinates\.csv$/), `"${'x,y\n'.repeat(200_000)}`),
    );
    expect(reasons).toContain('unreadable');
    expect(records.size).toBe(cases);
  });

  test('deep JSON is refused', async () => {
    const { reasons } = await told('spark', ({ find }) =>
      writeFileSync(find(/train150_annot/), '['.repeat(2_000_000)),
    );
    expect(reasons).toContain('unreadable');
  });

  test('a table twice is read once', async () => {
    const { reasons, records } = await told('vindr', ({ at, find }) => {
      mkdirSync(at('copy'));
      cpSync(find(/train\.csv$/), at('copy/copy-of/train.csv'));
    });
    expect(reasons).toEqual(['labels-contradict']);
    const plain = await readAll('vindr', path.join(whole, 'vindr'));
    expect([...records.values()].map(({ findings }) => findings.length)).toEqual(
      [...plain.records.values()].map(({ findings }) => findings.length),
    );
  });
});

test('centres in millimetres are read whichever way people mean `ASL`', async () => {
  const plain = await readAll('verse-challenge', path.join(whole, 'verse-challenge'));
  const { records } = await told('verse-challenge', ({ at }) => {
    for (const record of plain.records.values()) {
      const { path: picture, grid } = record.pictures[0]!;
      const extent = [0, 1, 2].map(axis => (grid!.size[axis]! - 1) * grid!.spacingMm[axis]!);
      // Of these pictures columns run across, rows to the back, slices to the head.
      const turned = { X: extent[1]!, Y: extent[2]!, Z: extent[0]! };
      const file = at(picture.replace('.nii.gz', '_iso-ctd.json'));
      rewrite(file, text =>
        text.replace(/"([XYZ])":([\d.]+)/g, (_, name: 'X', value) => {
          return `"${name}":${turned[name] - Number(value)}`;
        }),
      );
    }
  });
  for (const [key, { landmarks }] of plain.records) {
    const found = records.get(key)!.landmarks;
    expect(found.map(({ levels }) => levels)).toEqual(landmarks.map(({ levels }) => levels));
    for (const [nth, { place }] of landmarks.entries())
      for (const axis of [0, 1, 2])
        expect(found[nth]!.place.pointMm![axis]).toBeCloseTo(place.pointMm![axis]!, 6);
  }
});

test('discs numbered from the top are the same discs', async () => {
  const plain = await readAll('spider', path.join(whole, 'spider'));
  const { records } = await told('spider', ({ find }) =>
    rewrite(find(/gradings\.csv$/), text =>
      text.replace(/^(\d+),(\d+),/gm, (_, patient, label) => `${patient},${25 - Number(label)},`),
    ),
  );
  for (const [key, { findings, levels }] of plain.records) {
    expect(records.get(key)!.findings).toEqual(findings);
    expect(records.get(key)!.levels).toEqual(levels);
    expect(records.get(key)!.pictures[0]!.mask!.labels['24']).toBe('L5');
  }
});

test('a blank is no finding, and no problem either', async () => {
  const graded = await told(
    'spider',
    edit(/gradings\.csv$/, t => t.replace(/^1,1,.*$/m, '1,1,,,,,,,,')),
  );
  expect(graded.reasons).toEqual([]);
  const ofDisc = graded.records.get('1')!.findings.filter(({ levels }) => levels[0] === 'L5');
  expect(ofDisc).toEqual([]);
  expect(graded.records.get('1')!.levels).toContain('S1');
  const pointed = await told(
    'spark',
    edit(/train150_annot/, t => t.replaceAll(/"disc":"[^"]*"/g, '"disc":""')),
  );
  expect(pointed.reasons).toEqual([]);
  const kinds = [...pointed.records.values()].flatMap(({ findings }) => findings);
  expect(kinds.filter(({ source }) => source.column === 'disc').length).toBeLessThan(10);
});

test('edges that nobody can name have no vertebra, and none of them says that there is no slip', async () => {
  const { records } = await told(
    'buu',
    edit(/AP\/0001.*csv$/, t => t.replace(/^.*\n/, '')),
  );
  const { landmarks, findings } = records.get('0001')!;
  const frontal = landmarks.filter(({ picture }) => picture === 0);
  expect(frontal).toHaveLength(18);
  expect(frontal.every(({ levels, name }) => levels.length === 0 && /^unnamed/.test(name))).toBe(
    true,
  );
  expect(findings.filter(({ picture, state }) => picture === 0 && state === 'absent')).toEqual([]);
});

test.each([0, 1, 3])('a workbook may have %s rows above the names of its columns', async above => {
  const { records, reasons } = await told('csxa', ({ find }) => {
    const names = ['Remarks', 'Number', 'Age', 'Curvature'];
    const rows = [1, 2, 3, 4].map(number => ['', number, 30 + number, 5]);
    const title = Array.from({ length: above }, () => ['CSXA']);
    writeFileSync(find(/xlsx$/), makeXlsx([[...title, names, ...rows]]));
  });
  // The ages of the names are the phantoms' own.
  expect(reasons).toEqual(['labels-contradict']);
  for (const { findings, ageYears, case: number } of records.values()) {
    expect(findings.map(({ finding }) => finding)).toEqual(['cervical-kyphosis']);
    expect(ageYears).toBe(30 + Number(number));
  }
});
