import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindPictures } from './bind-pictures.ts';
import type { Binding } from './binding.ts';
import { makeArticle } from './testing/make-article.ts';
import { settings, turnArticle } from './testing/turn-article.ts';

const article = fc
  .record({
    seed: fc.integer({ min: 1, max: 10_000 }),
    language: fc.constantFrom('en' as const, 'zh' as const),
    hasFloats: fc.boolean(),
    setting: fc.constantFrom(...settings),
  })
  .map(({ setting, ...options }) => turnArticle(makeArticle(options), setting).markdown);

const runs = { numRuns: 40 };

/** All of a binding but where it stands. */
function withoutLines(bindings: readonly Binding[], isAdjacentToo = true) {
  return bindings.map(({ picture, caption, context, ...rest }) => ({
    ...rest,
    picture: { src: picture.src, alt: picture.alt },
    caption: caption?.text,
    context: context
      .filter(({ relation }) => isAdjacentToo || relation === 'mention')
      .map(({ lines: _, ...one }) => one),
  }));
}

test('line ends, a byte order mark and spaces at the ends of lines change nothing', () => {
  fc.assert(
    fc.property(article, fc.constantFrom('  ', '\t', ' '), (markdown, space) => {
      const plain = bindPictures(markdown, 'x');
      expect(bindPictures(markdown.replaceAll('\n', '\r\n'), 'x')).toEqual(plain);
      expect(bindPictures(`\ufeff${markdown}`, 'x')).toEqual(plain);
      expect(bindPictures(markdown.replaceAll('\n', `${space}\n`), 'x')).toEqual(plain);
    }),
    runs,
  );
});

test('a paragraph about something else moves lines and nothing more', () => {
  const others = [
    'The weather was fine on all days of the study, and nobody complained of it.',
    '本研究经伦理委员会批准，所有受试者均签署知情同意书，资料完整。',
    'Costs rose by 12 per cent (Table 3) in 2 of 10 hospitals.',
  ];
  fc.assert(
    fc.property(
      article,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(...others),
      (markdown, where, other) => {
        const blocks = markdown.split('\n\n');
        const isText = (block: string | undefined) =>
          /^[^!<*#\s]/.test(block ?? '') && !/^(?:fig|图)/i.test(block!);
        const places = blocks.flatMap((block, at) =>
          isText(block) && isText(blocks[at + 1]) ? [at + 1] : [],
        );
        if (places.length === 0) return;
        const place = places[Math.floor(where * (places.length - 1))]!;
        const longer = [...blocks.slice(0, place), other, ...blocks.slice(place)].join('\n\n');
        expect(withoutLines(bindPictures(longer, 'x'), false)).toEqual(
          withoutLines(bindPictures(markdown, 'x'), false),
        );
      },
    ),
    runs,
  );
});

test('every picture comes out, whatever stands around it, and lines are of the file', () => {
  const scraps = fc.array(
    fc.constantFrom(
      '![](p)',
      '![a](p)',
      '<img src=p>',
      'Figure 1. A',
      '图1 甲',
      'see Fig. 1',
      '\n',
      '\n\n',
      '> ',
      '| ',
      '- ',
      '# ',
      '[',
      ']',
      '(',
      '`',
      '**',
      '<div>',
      '</div>',
      '<!--',
      '-->',
      '$',
      '\\',
      ' ',
      '图1',
      'Table 1. T',
      '<td>',
      '&nbsp;',
      '```\n',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(scraps, parts => {
      const text = parts.join('');
      const lines = text.split('\n').length;
      for (const { picture, caption, context, status, reason } of bindPictures(text, 'x')) {
        expect(picture.src).toBe('p');
        for (const [first, last] of [
          [picture.line, picture.line],
          ...(caption ? [caption.lines] : []),
          ...context.map(one => one.lines),
        ]) {
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeGreaterThanOrEqual(first!);
          expect(last).toBeLessThanOrEqual(lines);
        }
        const isBound = caption !== null || context.some(({ relation }) => relation === 'mention');
        expect([status, reason === null]).toEqual(isBound ? ['bound', true] : ['unbound', false]);
      }
    }),
    { numRuns: 600 },
  );
});

test.each([
  '[',
  '![',
  '![](',
  '<',
  '<img a="',
  '`',
  '*',
  '$a ',
  'Figure ',
  'Figure 1. A\n\n',
  '图',
  '> ',
  '![](a)\n\n图1 甲\n\n见图1。\n\n',
  '![](a) ',
  'Figs. 1-2, ',
  '![](a)\n\nFigs 1–12. A\n\n',
  '| Fig. 1 ',
  '![a view of the spine](a)\n\na view of the spine\n\n',
  'Table 1. A\n\n',
  'S1, S2 and S3 Figs ',
  'Smith 2010: Fig. 1 (a)',
])('text that wants to be slow costs no more per character as it grows: %j', unit => {
  const cost = (length: number) => {
    const text = Buffer.from(
      `![](p)\n\nFigure 1. P\n\n${unit.repeat(length / unit.length)}`,
    ).toString();
    let best = Number.POSITIVE_INFINITY;
    for (let pass = 0; pass < 3; pass++) {
      const before = process.threadCpuUsage();
      bindPictures(text, 'x');
      const { user, system } = process.threadCpuUsage(before);
      best = Math.min(best, user + system);
    }
    return best / 1000;
  };
  // Four would be linear, sixteen quadratic; small times are all noise.
  expect(cost(1 << 18)).toBeLessThan(Math.max(60, 9 * cost(1 << 16)));
});
