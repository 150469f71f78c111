import type { JsonEntry } from '../reading/protocol.ts';
import { noQuestion, type RawOption, type RawQuestion } from './raw-question.ts';
import type { FoundRow } from './read-rows.ts';
import { recogniseColumn } from './recognise-column.ts';

/** The questions of JSON; nothing where no entry has a question in it. */
export function readEntries(entries: readonly JsonEntry[]): FoundRow[] | undefined {
  let anyStem = false;
  const found = entries.map(({ place, value }): FoundRow => {
    if (!isObject(value)) return { place, reason: 'malformed' };
    const raw = rawOf(value, place);
    anyStem ||= raw.stem !== '';
    return { place, raw };
  });
  return anyStem ? found : undefined;
}

function rawOf(entry: Record<string, unknown>, place: string): RawQuestion {
  const raw: RawQuestion = { ...noQuestion, place, options: [], pictures: [] };
  const taken = new Set<string>();
  for (const [key, value] of Object.entries(entry)) {
    const column = recogniseColumn(key);
    if (!column || value === null) continue;
    if (column.role === 'option') {
      if (isPlain(value)) raw.options.push({ label: column.label, text: String(value) });
    } else if (column.role === 'options') readOptions(value, raw);
    else if (column.role === 'picture') raw.pictures.push(...textsOf(value));
    else {
      const text = textsOf(value).join(column.role === 'answer' ? '|' : '\n');
      // `answer_idx` beside `answer`: the letter and the words, and the letter says it all.
      if (!taken.has(column.role) || (column.role === 'answer' && /^[A-H]$/.test(text)))
        raw[column.role] = text;
      taken.add(column.role);
    }
  }
  raw.options.sort((a, b) => (a.label < b.label ? -1 : 1));
  return raw;
}

function readOptions(value: unknown, raw: RawQuestion): void {
  if (typeof value === 'string') raw.optionsTogether = value;
  else if (Array.isArray(value)) raw.options.push(...value.map(optionAt));
  else if (isObject(value))
    for (const [key, text] of Object.entries(value))
      if (isPlain(text)) raw.options.push({ label: key.trim().toUpperCase(), text: String(text) });
}

function optionAt(value: unknown, index: number): RawOption {
  const label = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? String(index + 1);
  if (!isObject(value)) return { label, text: isPlain(value) ? String(value) : '' };
  const named = ['label', 'key', 'id', 'option', 'letter'].map(key => value[key]).find(isPlain);
  const text = ['text', 'value', 'content'].map(key => value[key]).find(isPlain);
  return {
    label: named === undefined ? label : String(named).toUpperCase(),
    text: String(text ?? ''),
  };
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter(isPlain).map(String);
  return isPlain(value) ? [String(value)] : [];
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
