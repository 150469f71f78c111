import { describe, expect, it } from 'vitest';
import { imagingOf } from '../made-up-benchmark.ts';
import { reportTuples } from './report-tuples.ts';

const show = (...[findings]: Parameters<typeof imagingOf>) =>
  reportTuples(imagingOf(findings)).tuples.map(({ finding, site, side }) =>
    [finding, site?.name ?? '-', side ?? '-'].join(' '),
  );

describe('levels of a finding', () => {
  it.each<[string, string[]]>([
    [
      'Disc bulges at L3/4, L4/5 and L5/S1',
      ['disc-bulge L3/L4 -', 'disc-bulge L4/L5 -', 'disc-bulge L5/S1 -'],
    ],
    [
      'L3/4 bulge, L4/5 herniation, L5/S1 extrusion',
      ['disc-bulge L3/L4 -', 'disc-herniation L4/L5 -', 'disc-extrusion L5/S1 -'],
    ],
    ['L4/5 bulge, herniation L5/S1', ['disc-bulge L4/L5 -', 'disc-herniation L5/S1 -']],
    ['At L3/4 no abnormality, at L4/5 disc bulge', ['disc-bulge L4/L5 -']],
    [
      'Disc degeneration from L3 to S1',
      ['disc-degeneration L3/L4 -', 'disc-degeneration L4/L5 -', 'disc-degeneration L5/S1 -'],
    ],
    ['Osteophytes L3-L5', ['osteophytes L3 -', 'osteophytes L4 -', 'osteophytes L5 -']],
    ['Grade I spondylolisthesis of L4', ['spondylolisthesis L4/L5 -']],
    ['Grade I anterolisthesis of L4 on L5', ['spondylolisthesis L4/L5 -']],
    ['C5/6、C6/7椎间盘突出', ['disc-protrusion C5/C6 -', 'disc-protrusion C6/C7 -']],
    ['胸12椎体压缩性骨折', ['compression-fracture T12 -']],
    [
      'Disc bulge. Canal stenosis at L4/5. Facet arthropathy.',
      ['disc-bulge - -', 'canal-stenosis L4/L5 -', 'facet-arthropathy L4/L5 -'],
    ],
    ['Loss of cervical lordosis', ['cervical-straightening - -']],
    ['Thoracolumbar scoliosis with apex at L2', ['scoliosis - -']],
    [
      'Stenosis of the spinal canal is severe at L2-3, moderate at L3-4 and absent at L5-S1',
      ['canal-stenosis L2/L3 -', 'canal-stenosis L3/L4 -'],
    ],
    [
      'Epidural abscess extending from T12 to L2 with spondylodiscitis at T12-L1',
      ['abscess T12 -', 'abscess L1 -', 'abscess L2 -', 'infection T12/L1 -'],
    ],
    [
      '胸11、12椎体骨质破坏，椎间隙变窄',
      ['tumor T11 -', 'tumor T12 -', 'disc-space-narrowing T11/T12 -'],
    ],
    [
      'OPLL from C4 to C6 with cord compression, most severe at C4/5',
      [
        'posterior-ligament-ossification C4 -',
        'posterior-ligament-ossification C5 -',
        'posterior-ligament-ossification C6 -',
        'cord-compression C4/C5 -',
      ],
    ],
  ])('%s', (finding, expected) => {
    expect(show([{ finding }])).toEqual(expected);
  });

  it('takes the levels stated apart, unless the words tell which of them', () => {
    expect(show([{ finding: 'Disc dehydration', levels: ['L4-5', 'L5/S1'] }])).toEqual([
      'disc-degeneration L4/L5 -',
      'disc-degeneration L5/S1 -',
    ]);
    const levels = ['L4/L5', 'L5/S1'];
    expect(show([{ finding: 'Bulge at L4/5, extrusion at L5/S1', levels }])).toEqual([
      'disc-bulge L4/L5 -',
      'disc-extrusion L5/S1 -',
    ]);
    expect(show([{ finding: 'Extrusion compressing the S1 root', levels: ['L5/S1'] }])).toContain(
      'disc-extrusion L5/S1 -',
    );
  });
});

describe('the side of a finding', () => {
  it.each<[string, string[]]>([
    [
      'L4/5 disc herniation with left foraminal stenosis at L5/S1',
      ['disc-herniation L4/L5 -', 'foraminal-stenosis L5/S1 left'],
    ],
    [
      'L4/5 disc bulge, bilateral facet arthropathy',
      ['disc-bulge L4/L5 -', 'facet-arthropathy L4/L5 left', 'facet-arthropathy L4/L5 right'],
    ],
    [
      'Mild left and moderate right foraminal narrowing at L5-S1',
      ['foraminal-stenosis L5/S1 left', 'foraminal-stenosis L5/S1 right'],
    ],
    [
      'Disc herniation at L5/S1 impinging the left S1 nerve root',
      ['disc-herniation L5/S1 left', 'root-compression L5/S1 left'],
    ],
    [
      'Central disc protrusion C5-6 and right foraminal stenosis C6-7',
      ['disc-protrusion C5/C6 central', 'foraminal-stenosis C6/C7 right'],
    ],
    ['Left paracentral disc protrusion at L5/S1', ['disc-protrusion L5/S1 left']],
    ['Central canal stenosis at L4/5', ['canal-stenosis L4/L5 -']],
    [
      'Right L4/5 and left L5/S1 foraminal stenosis',
      ['foraminal-stenosis L4/L5 right', 'foraminal-stenosis L5/S1 left'],
    ],
    [
      'Spondylolisthesis at L5-S1 with bilateral L5 pars defects',
      ['spondylolisthesis L5/S1 -', 'spondylolysis L5 left', 'spondylolysis L5 right'],
    ],
    [
      '腰4/5椎间盘向左后突出，硬膜囊受压',
      ['disc-protrusion L4/L5 left', 'thecal-sac-compression L4/L5 -'],
    ],
  ])('%s', (finding, expected) => {
    expect(show([{ finding }])).toEqual(expected);
  });

  it('is the one stated apart where there is one', () => {
    expect(show([{ finding: 'Disc extrusion', levels: ['L5/S1'], side: 'right' }])).toEqual([
      'disc-extrusion L5/S1 right',
    ]);
  });
});

describe('reportTuples', () => {
  it('takes time linear in a report', () => {
    const started = performance.now();
    for (const words of ['disc bulge at L4/5, ', 'L4/5, ', 'left ', '腰4/5椎间盘突出，']) {
      show([{ finding: `disc bulge at ${words.repeat(100_000 / words.length)}` }]);
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('says each thing once, and not what another finding implies', () => {
    expect(
      show([
        { finding: 'L5/S1 disc herniation' },
        { finding: 'Left L5/S1 disc extrusion' },
        { finding: 'Left L5/S1 disc extrusion' },
        { finding: 'Multilevel disc degeneration' },
        { finding: 'L4/5 disc degeneration' },
      ]),
    ).toEqual(['disc-extrusion L5/S1 left', 'disc-degeneration L4/L5 -']);
  });

  it('counts findings in which nothing is recognised, and takes no normal state for a finding', () => {
    expect(
      reportTuples(
        imagingOf([
          { finding: 'Something else' },
          { finding: 'Other lesion' },
          { finding: 'Normal' },
        ]),
      ),
    ).toEqual({ tuples: [], unrecognised: 2 });
  });

  it('takes a report of which little or nothing is there', () => {
    expect(reportTuples({})).toEqual({ tuples: [], unrecognised: 0 });
    expect(
      reportTuples({ imaging: [{}, { findings: [{}, { finding: 'Bulge', levels: ['?'] }] }] }),
    ).toMatchObject({
      tuples: [{ finding: 'disc-bulge', site: null }],
      unrecognised: 1,
    });
  });
});
