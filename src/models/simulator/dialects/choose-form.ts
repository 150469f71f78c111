import type { Form, JsonSchema } from '../ask.ts';

export type Wanted = {
  /** The tools on offer; `parameters` is the schema of their arguments. */
  tools: Array<{ name: string; parameters?: JsonSchema | undefined }>;
  /** True: one must be called; a name: that one. */
  mustCall: boolean | string;
  /** Null: free text; true: JSON of any kind. */
  schema: JsonSchema | null;
};

/** A tool that need not be called is not called. */
export function chooseForm({ tools, mustCall, schema }: Wanted): Form {
  if (mustCall !== false) {
    const tool = tools.find(one => mustCall === true || one.name === mustCall);
    if (tool) return { kind: 'tool', name: tool.name, schema: tool.parameters ?? true };
  }
  if (schema === null) return { kind: 'text' };
  return { kind: 'json', schema: schema === true ? null : schema };
}
