import type { DetailedScores, Note } from '../../contracts/benchmark/index.ts';

type Parts = DetailedScores['parts'];
type PartName = NonNullable<Note['part']>;

/** Below this an interval over patients or documents is too narrow whatever the method. */
export const FEW_CLUSTERS = 20;

export const partNames: Record<PartName, { readonly en: string; readonly zh: string }> = {
  text: { en: 'text questions', zh: '文本题' },
  image: { en: 'picture questions', zh: '图像题' },
  report: { en: 'reports', zh: '报告' },
};

/** What a reader has to know before quoting the figures: what is missing, and what was counted wrong. */
export function writeNotes(parts: Parts, repeats: number): Note[] {
  const { text, image, report } = parts;
  return [
    ...(['text', 'image', 'report'] as const).flatMap(name => notesOfPart(name, parts[name])),
    ...noteUnparseable('text', text),
    ...noteUnparseable('image', image),
    ...noteFewClusters({ text, image, report }),
    ...(repeats > 1
      ? [
          {
            code: 'repeated' as const,
            part: null,
            count: repeats,
            of: null,
            en: `Every item was asked ${repeats} times; n counts answers, items counts items.`,
            zh: `每题均询问 ${repeats} 次；n 为回答数，items 为题目数。`,
          },
        ]
      : []),
  ];
}

type AnyPart = Parts[PartName];

function notesOfPart(name: PartName, part: AnyPart): Note[] {
  const { en, zh } = partNames[name];
  const plain = { part: name, count: null, of: null };
  if (part === null) {
    return [
      {
        ...plain,
        code: 'part-empty',
        en: `The benchmark has no ${en}: the total is of the other parts.`,
        zh: `本基准不含${zh}：总分由其余部分得出。`,
      },
    ];
  }
  const done = 'scored' in part ? part.scored : part.answered;
  if (done === part.n) return [];
  const holes: Note = {
    ...plain,
    code: 'scored' in part ? 'unscored' : 'unanswered',
    count: part.n - done,
    of: part.n,
    en: `${part.n - done} of ${part.n} ${en} have no ${'scored' in part ? 'score' : 'answer'}: the figures speak of the other ${done}.`,
    zh: `${part.n} 个${zh}中有 ${part.n - done} 个没有${'scored' in part ? '评分' : '回答'}：数字仅反映其余 ${done} 个。`,
  };
  if (done > 0) return [holes];
  return [
    holes,
    {
      ...plain,
      code: 'part-without-score',
      en: `No ${en} could be scored, so there is no total.`,
      zh: `没有任何${zh}得到评分，因此没有总分。`,
    },
  ];
}

function noteUnparseable(name: 'text' | 'image', part: Parts['text']): Note[] {
  if (part === null || part.unparseable === 0) return [];
  const { unparseable: count, answered: of } = part;
  return [
    {
      code: 'unparseable',
      part: name,
      count,
      of,
      en: `${count} of ${of} answers to ${partNames[name].en} name no option that can be read; they count as wrong.`,
      zh: `${of} 个${partNames[name].zh}回答中有 ${count} 个无法读出选项，按错误计。`,
    },
  ];
}

function noteFewClusters(parts: Parts): Note[] {
  return (['text', 'image', 'report'] as const).flatMap(name => {
    const clusters = parts[name]?.resampled.clusters ?? 0;
    if (clusters === 0 || clusters >= FEW_CLUSTERS) return [];
    return [
      {
        code: 'few-clusters' as const,
        part: name,
        count: clusters,
        of: null,
        en: `The ${partNames[name].en} come from ${clusters} patients or documents only: resampled intervals are too narrow.`,
        zh: `${partNames[name].zh}仅来自 ${clusters} 位患者或文献：重抽样区间偏窄。`,
      },
    ];
  });
}
