import type pg from 'pg';
import { type AnswerRow, answerRowSchema } from './rows.ts';

const columns = `id, text, finish, latency_ms as "latencyMs", usd as "costUsd",
  json_build_object('input', input_tokens, 'cachedInput', cached_input_tokens,
    'output', output_tokens) as tokens`;

/** The answers that are there already, by the ids of their calls. */
export async function findAnswers(
  client: pg.Pool | pg.PoolClient,
  calls: readonly string[],
): Promise<Map<string, AnswerRow>> {
  const { rows } = await client.query({
    name: 'find-answers',
    text: `select ${columns} from model_calls where id = any($1::uuid[]) and answered_at is not null`,
    values: [calls],
  });
  return new Map(rows.map(row => [row.id, answerRowSchema.parse(row)]));
}
