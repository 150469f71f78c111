import type { DataClass } from '../../contracts/data-class.ts';
import { type Call, type Prompt, picturesOf, type Role } from '../../contracts/models/index.ts';
import { callId } from '../call-id.ts';
import type { CallRecord } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';

export type Question<Input, Answer> = {
  role: Role<Input, Answer>;
  call: Call<Input>;
  /** What the role makes of the input, rendered once for all models that may be asked. */
  prompt: Prompt;
  /** The strictest of what the caller says and what the books know. */
  class: DataClass;
  onText: ((delta: string) => void) | undefined;
};

/** The question as it is written down before it is put to a model. */
export function recordOf<Input, Answer>(
  model: ModelSpec,
  { role, call, class: dataClass }: Question<Input, Answer>,
  request: CallRecord['request'],
  exceptional = false,
): CallRecord {
  const repeat = call.repeat ?? 0;
  return {
    id: callId({ model, request, repeat }),
    role: role.name,
    promptVersion: role.promptVersion,
    model,
    class: dataClass,
    repeat,
    pictures: request.prompt ? picturesOf(request.prompt) : [],
    from: call.from ?? [],
    request,
    exceptional,
  };
}
