import { z } from 'zod';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256 in hex');

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const picturePart = z.object({ type: z.literal('picture'), sha256: sha256Schema });

const messageSchema = z.object({
  from: z.enum(['user', 'model']),
  parts: z.array(z.discriminatedUnion('type', [textPart, picturePart])),
});

/** What a model is shown: rendered text, and pictures by the hash of their bytes. */
export const promptSchema = z.object({
  system: z.string().optional(),
  messages: z.array(messageSchema).min(1),
});

export type Prompt = z.output<typeof promptSchema>;
export type PromptMessage = Prompt['messages'][number];
export type PromptPart = PromptMessage['parts'][number];

export function text(content: string): PromptPart {
  return { type: 'text', text: content };
}

export function picture(sha256: string): PromptPart {
  return { type: 'picture', sha256 };
}

/** The hashes of all pictures of a prompt, each once, in the order of their first showing. */
export function picturesOf(prompt: Prompt): string[] {
  const hashes = prompt.messages.flatMap(({ parts }) =>
    parts.flatMap(part => (part.type === 'picture' ? [part.sha256] : [])),
  );
  return [...new Set(hashes)];
}
