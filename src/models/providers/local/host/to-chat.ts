import type { Prompt } from '../../../../contracts/models/index.ts';

type ChatPart = { type: 'text'; text: string } | { type: 'image' };
export type ChatMessage = { role: string; content: string | ChatPart[] };

export type ChatForm = {
  /** What stands for a picture in plain text; null where the template takes parts. */
  placeholder: string | null;
  /** Words that the tokenizer takes for more than text. */
  marks: readonly string[];
};

const roles = { user: 'user', model: 'assistant' } as const;

/** A prompt in the form that a model's chat template takes. */
export function toChat({ system, messages }: Prompt, form: ChatForm): ChatMessage[] {
  const chat = messages.map(({ from, parts }) => ({
    role: roles[from],
    content: inForm(
      parts.map(part =>
        part.type === 'text'
          ? { type: 'text', text: disarm(part.text, form.marks) }
          : { type: 'image' },
      ),
      form,
    ),
  }));
  if (system === undefined) return chat;
  const content = inForm([{ type: 'text', text: disarm(system, form.marks) }], form);
  return [{ role: 'system', content }, ...chat];
}

/** For templates that know of no system: what it says goes in front of the first message. */
export function withoutSystem(prompt: Prompt): Prompt {
  const { system, messages } = prompt;
  const [first, ...rest] = messages;
  if (system === undefined || !first) return prompt;
  const parts = [{ type: 'text' as const, text: `${system}\n\n` }, ...first.parts];
  return { messages: [{ ...first, parts }, ...rest] };
}

function inForm(parts: ChatPart[], { placeholder }: ChatForm): string | ChatPart[] {
  if (placeholder === null) return parts;
  return parts.map(part => (part.type === 'text' ? part.text : `${placeholder}\n`)).join('');
}

/** Text comes from books and reports. One that holds the mark of a turn or of a picture must not
 *  be taken for one: a blank breaks it. */
function disarm(text: string, marks: readonly string[]): string {
  return marks.reduce((safe, mark) => safe.replaceAll(mark, `${mark[0]} ${mark.slice(1)}`), text);
}
