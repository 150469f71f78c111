import type { AnswerForm } from './provider.ts';

/** Where nothing holds the model to the form, it is told. */
export function toldForm(system: string | undefined, { schema }: AnswerForm): string {
  const told = `Reply with one JSON object and nothing around it. It must satisfy this JSON Schema: ${JSON.stringify(schema)}`;
  return system ? `${system}\n\n${told}` : told;
}
