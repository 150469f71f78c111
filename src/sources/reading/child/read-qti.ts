import { limits } from '../limits.ts';
import type { QtiItem } from '../protocol.ts';
import { ReadFailure } from '../read-failure.ts';
import { markupText } from './markup-text.ts';
import { walkXml } from './walk-xml.ts';

/** The items of QTI 1.2 (`item`) and 2.x (`assessmentItem`): simple choices with one or more
 *  right answers. What is of another sort comes as not simple, and is not read further. */
export function readQti(bytes: Buffer): QtiItem[] {
  const items: QtiItem[] = [];
  let item: Draft | undefined;
  const path: string[] = [];
  const within = (name: string) => path.includes(name);
  walkXml(bytes, {
    open(name, attribute) {
      path.push(name);
      if (name === 'item' || name === 'assessmentItem') item = newDraft(items.length + 1);
      if (!item) return;
      if (name === 'choiceInteraction' || name === 'render_choice') item.choices++;
      else if (/Interaction$/.test(name) || /^render_(?!choice)/.test(name)) item.isSimple = false;
      if (name === 'response_label' || name === 'simpleChoice')
        item.options.push({ id: attribute('ident') ?? attribute('identifier') ?? '', text: '' });
      if (name === 'respcondition')
        item.condition = { ids: [], negated: 0, score: 0, action: 'Set' };
      if (name === 'not') item.condition.negated++;
      if (name === 'setvar') item.condition.action = attribute('action') ?? 'Set';
      if (name === 'img') addPicture(item, attribute('src'));
      if (name === 'matimage') addPicture(item, attribute('uri'));
      if (/^(p|div|br|li|tr)$/.test(name)) add(item, '\n');
    },
    text(text) {
      if (item) add(item, text);
    },
    close(name) {
      path.pop();
      if (!item) return;
      if (name === 'not') item.condition.negated--;
      if (name === 'respcondition' && item.condition.score > 0)
        item.answers.push(...item.condition.ids);
      if (name === 'item' || name === 'assessmentItem') {
        items.push(finished(item));
        item = undefined;
        if (items.length > limits.rows) throw new ReadFailure('over-limits');
      }
    },
  });
  if (items.length === 0) throw new ReadFailure('broken');
  return items;

  function add(draft: Draft, text: string): void {
    const parent = path.at(-1);
    const option = draft.options.at(-1);
    if (parent === 'varequal') {
      if (draft.condition.negated === 0) draft.condition.ids.push(text.trim());
    } else if (parent === 'setvar') {
      const value = Number(text);
      if (/^(set|add)$/i.test(draft.condition.action)) draft.condition.score = value || 0;
    } else if (parent === 'value' && within('correctResponse')) draft.answers.push(text.trim());
    else if ((within('response_label') || within('simpleChoice')) && option) {
      if (!within('feedbackInline')) option.text += text;
    } else if (within('itemfeedback') || within('modalFeedback')) draft.explanation += text;
    else if (within('presentation') || within('itemBody')) draft.stem += text;
  }
}

type Draft = QtiItem & {
  choices: number;
  condition: { ids: string[]; negated: number; score: number; action: string };
};

function newDraft(number: number): Draft {
  return {
    place: `item ${number}`,
    stem: '',
    options: [],
    answers: [],
    explanation: '',
    pictures: [],
    isSimple: true,
    choices: 0,
    condition: { ids: [], negated: 0, score: 0, action: 'Set' },
  };
}

function addPicture(draft: Draft, reference: string | undefined): void {
  if (reference) draft.pictures.push(reference);
}

function finished(draft: Draft): QtiItem {
  const stem = markupText(draft.stem);
  const explanation = markupText(draft.explanation);
  const options = draft.options.map(({ id, text }) => ({ id, text: markupText(text) }));
  return {
    place: draft.place,
    stem: stem.text,
    options: options.map(({ id, text }) => ({ id, text: text.text })),
    answers: [...new Set(draft.answers.filter(Boolean))],
    isSimple: draft.isSimple && draft.choices === 1,
    explanation: explanation.text,
    pictures: [...draft.pictures, ...stem.pictures, ...options.flatMap(o => o.text.pictures)],
  };
}
