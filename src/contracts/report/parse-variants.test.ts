import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSections } from '../../spine/report-sections.ts';
import { parseReport, renderReport } from './index.ts';
import { sampleReport } from './testing/sample-report.ts';

const english = renderReport(sampleReport, 'en');
const chinese = renderReport(sampleReport, 'zh');
const sectionsOf = (markdown: string) => markdown.split(/^(?=## )/m).slice(1);

describe.each([
  ['en', english],
  ['zh', chinese],
])('the same report written otherwise: %s', (language, markdown) => {
  it.each<[string, (markdown: string) => string]>([
    ['without its title', text => text.replace(/^# .*\n/, '')],
    ['a level deeper', text => text.replace(/^#/gm, '##')],
    ['a level higher', text => text.replace(/^# .*\n/, '').replace(/^##/gm, '#')],
    ['with bold headings', text => text.replace(/^#+ (.*)$/gm, '**$1**')],
    [
      'with bold, unnumbered headings',
      text => text.replace(/^#+ (?:[IV]+\. |[一-六]、)?(.*)$/gm, '**$1**'),
    ],
    ['with emphasis in its headings', text => text.replace(/^(#+) (.*)$/gm, '$1 ***$2:***')],
    ['with sections underlined', text => text.replace(/^## (.*)$/gm, '$1\n=====')],
    ['with other numbers', text => text.replace(/^## (?:[IV]+\. |[一-六]、)/gm, '## Section 3: ')],
    ['without numbers', text => text.replace(/^## (?:[IV]+\. |[一-六]、)/gm, '## ')],
    ['with signs in front', text => text.replace(/^(#+) /gm, '$1 ⚠️ 🔹 ')],
    ['without a blank after the marks', text => text.replace(/^(##+) /gm, '$1')],
    ['with rules between sections', text => text.replace(/^## /gm, '---\n\n## ')],
    ['with carriage returns', text => text.replace(/\n/g, '\r\n')],
    ['with a byte order mark', text => `\uFEFF${text}`],
    ['in a fence', text => `\`\`\`markdown\n${text}\`\`\``],
    ['in a fence that is never closed', text => `\`\`\`\n${text}`],
    ['quoted', text => text.replace(/^/gm, '> ')],
    ['indented', text => text.replace(/^/gm, '   ')],
    ['in answer tags', text => `<answer>\n${text}\n</answer>`],
    ['twice', text => `${text}\n${text}`],
    ['with closed headings', text => text.replace(/^(#+) (.*)$/gm, '$1 $2 $1')],
    [
      'with HTML headings',
      text =>
        text.replace(
          /^(##+) (.*)$/gm,
          (_, marks, words) => `<h${marks.length}>${words}</h${marks.length}>`,
        ),
    ],
    ['with tables but for their outer bars', text => text.replace(/^\| (.*) \|$/gm, '$1')],
    ['with tables set wide', text => text.replace(/ \| /g, '    |  ').replace(/---/g, ':-----:')],
    ['on one line, as in JSON', text => text.replace(/\n/g, '\\n')],
  ])('%s', (_, change) => {
    const parsed = parseReport(change(markdown));
    expect(parsed.report).toEqual(sampleReport);
    expect(parsed.missing).toEqual([]);
    expect(parsed.language).toBe(language);
  });

  it('with its sections in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sectionsOf(markdown), { minLength: 6 }), sections => {
        expect(parseReport(sections.join('')).report).toEqual(sampleReport);
      }),
      { numRuns: 30 },
    );
  });

  it('names exactly the sections that were left out, and reads the others', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 2 }), kept => {
        const sections = sectionsOf(markdown);
        const { report, missing } = parseReport(kept.map(at => sections[at]).join(''));
        const [there, gone] = [true, false].map(is =>
          reportSections.map(({ id }) => id).filter((_, at) => kept.includes(at) === is),
        );
        expect(missing).toEqual(gone);
        expect(Object.keys(report)).toEqual(there);
        for (const id of there!) expect(report[id]).toEqual(sampleReport[id]);
      }),
      { numRuns: 40 },
    );
  });

  it('after a preamble, a draft in thinking tags, and with a remark at the end', () => {
    const draft = markdown.replaceAll('L5/S1', 'L1/L2');
    const { report, extra } = parseReport(
      `<think>\n${draft}\n</think>\n\nHere is the report.\n\n${markdown}\n---\n\nShall I go on?`,
    );
    expect(report).toEqual(sampleReport);
    expect(extra.map(({ text }) => text)).toEqual([
      draft.trim(),
      'Here is the report.',
      'Shall I go on?',
    ]);
  });

  it('with sections of its own between the others', () => {
    const [first, ...others] = sectionsOf(markdown);
    const { report, extra } = parseReport(
      [first, '## Follow-up plan\n\n6 weeks\n\n', ...others, '## References\n\n1. Someone'].join(
        '',
      ),
    );
    expect(report).toEqual(sampleReport);
    expect(extra).toEqual([
      { heading: 'Follow-up plan', text: '6 weeks' },
      { heading: 'References', text: '1. Someone' },
    ]);
  });
});
