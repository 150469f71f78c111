import { article } from '../../contracts/kinds/index.ts';
import {
  type CollectorContext,
  defineCollector,
  type Offer,
  reject,
  type Source,
} from '../../store/index.ts';
import { articleCollector, type Desk } from './collect-article.ts';
import { gateRecord } from './gate.ts';
import { classOf, redistributionOf } from './licence.ts';
import { openService } from './open-service.ts';
import {
  type EuropePmcRecord,
  keyOf,
  keyOfJunk,
  languageOf,
  recordSchema,
  titleOf,
} from './record.ts';
import { search } from './search.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** Open articles that a query finds in Europe PMC, with the pictures of their figures. Whichever
 *  query finds an article, and however fast and where it is asked for, it is collected once. */
export const collectEuropePmc = defineCollector({
  name: 'collect-europepmc',
  version: 2,
  makes: [article],
  settings: settingsSchema,
  rejects: [
    ...['record-unreadable', 'records-withheld', 'no-full-text', 'retracted', 'not-open-access'],
    ...['licence-missing', 'licence-not-open', 'article-licence-missing'],
    ...['article-licence-not-open', 'licence-conflict', 'article-mismatch'],
    ...['full-text-missing', 'full-text-unreadable', 'full-text-over-limit'],
    ...[
      'archive-missing',
      'archive-unavailable',
      'archive-unreadable',
      'archive-over-limit',
      'archive-name-refused',
    ],
    ...['figure-third-party', 'figure-missing', 'figure-ambiguous', 'figure-unreadable'],
    'figure-over-limit',
  ],
  offers: offerArticles,
});

async function* offerArticles(context: CollectorContext<Settings>): AsyncGenerator<Offer> {
  const { settings, blobs, signal } = context;
  const desk: Desk = { service: openService(settings, signal), settings, blobs };
  const offered = new Set<string>();
  const found = search(desk.service, settings);
  let next = await found.next();
  for (; !next.done; next = await found.next()) {
    const offer = offerOf(desk, next.value);
    // Records move between pages while a search goes on.
    if (offered.has(offer.key)) continue;
    offered.add(offer.key);
    yield offer;
  }
  if (next.value > 0) yield withheld(next.value, settings.query);
}

function offerOf(desk: Desk, value: unknown): Offer {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const key = keyOfJunk(value);
    return {
      key,
      source: { kind: 'europepmc', class: 'licensed', title: 'Europe PMC', origin: key },
      collect: async () => reject('record-unreadable'),
    };
  }
  const record = parsed.data;
  const gate = gateRecord(record);
  const place = record.pmcid ?? `${record.source}:${record.id}`.slice(0, 100);
  return {
    key: keyOf(record),
    source: sourceOf(record, place, gate),
    place,
    collect:
      typeof gate === 'string'
        ? async () => reject(gate, { place })
        : articleCollector(desk, record, gate),
  };
}

function sourceOf(
  record: EuropePmcRecord,
  origin: string,
  gate: ReturnType<typeof gateRecord>,
): Source {
  const isOpen = typeof gate !== 'string';
  return {
    kind: 'europepmc',
    class: isOpen ? classOf(gate) : 'licensed',
    title: titleOf(record),
    language: languageOf(record),
    licence: isOpen ? gate.name : (record.license ?? undefined),
    redistribution: isOpen ? redistributionOf(gate) : 'no',
    doi: record.doi ?? undefined,
    // A source is written down once: one that is taken under other terms later is another.
    origin: isOpen ? `${origin} under ${gate.name}` : `${origin} not taken: ${gate}`,
  };
}

/** A few records that the service counts and does not give: they are in the books all the same. */
function withheld(count: number, query: string): Offer {
  return {
    key: `withheld ${count} of ${query}`,
    source: { kind: 'europepmc', class: 'licensed', title: 'Europe PMC', origin: 'withheld' },
    collect: async () => reject('records-withheld', { place: `${count} records` }),
  };
}
