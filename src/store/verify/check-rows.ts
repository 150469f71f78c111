import type { Store } from '../open-store.ts';
import type { Finding } from './finding.ts';

type Check = { name: string; message: string; query: string };

/** What must never return a row. Each row it does return names what is off. */
const checks: Check[] = [
  {
    name: 'provenance',
    message: 'a provenance edge starts at a thing that is not there',
    query: `select thing::text as subject from provenance p
      where not exists (select from things t where t.id = p.thing)`,
  },
  {
    name: 'provenance',
    message: 'a provenance edge leads to an input that is not there',
    query: `select thing || ' <- ' || input as subject from provenance p
      where not exists (select from things t where t.id = p.input)
        and not exists (select from sources s where s.id = p.input)
        and not exists (select from model_calls c where c.id = p.input)`,
  },
  {
    name: 'provenance',
    message: 'a thing does not say what it was made of',
    query: `select id::text as subject from things t
      where not exists (select from provenance p where p.thing = t.id)`,
  },
  {
    name: 'class',
    // A call is left out: what two asked in the same words is of the stricter's class, and the
    // milder one's answer is still made of nothing but its own.
    message: 'a thing is of a milder class than what it was made of',
    query: `select p.thing::text as subject from provenance p
      join things t on t.id = p.thing join things i on i.id = p.input where t.class < i.class
      union all select p.thing::text from provenance p
      join things t on t.id = p.thing join sources s on s.id = p.input where t.class < s.class`,
  },
  {
    name: 'class',
    message: 'a patient’s file stands in the books as something milder too',
    query: `select t.id::text as subject from things t where t.class <> 'clinical'
      and cardinality(t.blobs) > 0
      and (exists (select from things c where c.class = 'clinical' and c.blobs && t.blobs)
        or exists (select from clinical_files f where f.sha256 = any(t.blobs)))`,
  },
  {
    name: 'counts',
    message: 'the counts of a step are not those of its ledger',
    query: `select 'step ' || c.step as subject from stage_counts c
      left join (select step, count(*) filter (where made > 0) as passed,
          count(*) filter (where made = 0) as rejected, sum(made) as made,
          sum(rejected) filter (where made > 0) as parts from ledger group by step) l using (step)
      where (c.passed, c.rejected, c.made, c.parts_rejected) is distinct from
        (coalesce(l.passed, 0), coalesce(l.rejected, 0), coalesce(l.made, 0), coalesce(l.parts, 0))`,
  },
  {
    name: 'counts',
    message: 'what a step was given is not what it has dealt with and what is waiting',
    query: `select 'step ' || c.step as subject from stage_counts c
      left join (select step, count(*) as dealt from ledger group by step) l using (step)
      left join (select b.step, count(*) as waiting from batches b, unnest(b.inputs) as open (id)
          where b.state <> 'done'
            and not exists (select from ledger l where l.step = b.step and l.input = open.id)
          group by b.step) w using (step)
      where c.given <> coalesce(l.dealt, 0) + coalesce(w.waiting, 0)`,
  },
  {
    name: 'counts',
    message: 'what is counted as held back is not what there is',
    query: `select 'step ' || c.step as subject from stage_counts c
      left join (select step, sum(cardinality(inputs)) as there from batches
          where state = 'held' group by step) h using (step)
      where c.held <> coalesce(h.there, 0)`,
  },
  {
    name: 'gate',
    message: 'what is held back was worked on',
    query: `select open.id::text as subject from batches b, unnest(b.inputs) as open (id)
      where b.state = 'held'
        and exists (select from ledger l where l.step = b.step and l.input = open.id)`,
  },
  {
    name: 'counts',
    message: 'the ledger of a step says another number of things than there are',
    query: `select 'step ' || step as subject from
        (select step, sum(made) as said from ledger group by step) l
      full join (select step, count(*) as there from things group by step) t using (step)
      where coalesce(said, 0) <> coalesce(there, 0)`,
  },
  {
    name: 'counts',
    message: 'the ledger of a step says another number of rejects than there are',
    query: `select 'step ' || step as subject from
        (select step, sum(rejected) as said from ledger group by step) l
      full join (select step, count(*) as there from rejects group by step) r using (step)
      where coalesce(said, 0) <> coalesce(there, 0)`,
  },
  {
    name: 'counts',
    message: 'the rejects counted by reason are not those that there are',
    query: `select 'step ' || step || ': ' || reason as subject from
        (select step, reason, count from reject_counts where count <> 0) c
      full join (select step, reason, count(*) as there from rejects group by step, reason) r using (step, reason)
      where coalesce(count, 0) <> coalesce(there, 0)`,
  },
  {
    name: 'counts',
    message: 'the sources counted by class are not those that there are',
    query: `select class::text as subject from source_counts c
      full join (select class, count(*) as there from sources group by class) s using (class)
      where coalesce(c.count, 0) <> coalesce(s.there, 0)`,
  },
  {
    name: 'models',
    message: 'a call and its attempts disagree on whether it was answered',
    query: `select coalesce(c.id, a.call)::text as subject from
        (select id, answered_at is not null as answered from model_calls) c
      full join (select call, count(*) filter (where status = 'answered') as answers
        from model_attempts group by call) a on a.call = c.id
      where c.id is null or a.call is null or a.answers <> c.answered::int`,
  },
  {
    name: 'models',
    message: 'a call is of a milder class than what it was made of',
    query: `select c.id::text as subject from model_calls c, unnest(c.inputs) as made_of (id)
      where c.class < (select max(class) from (select class from things t where t.id = made_of.id
        union all select class from sources s where s.id = made_of.id) found)`,
  },
  {
    name: 'models',
    message: 'the counts of a model are not those of its attempts',
    query: `select p.pool as subject from model_pools p
      left join (select pool, count(*) filter (where status = 'asked') as open,
          count(*) filter (where status = 'answered') as answered,
          count(*) filter (where status = 'lost') as lost,
          count(*) filter (where status = 'rejected') as rejected,
          count(*) filter (where status = 'refused') as refused
        from model_attempts group by pool) a using (pool)
      where (p.open, p.answered, p.lost, p.rejected, p.refused) is distinct from
        (coalesce(a.open, 0), coalesce(a.answered, 0), coalesce(a.lost, 0),
          coalesce(a.rejected, 0), coalesce(a.refused, 0))`,
  },
  {
    name: 'models',
    message: 'the money counted is not that of the attempts',
    query: `select 'the spend' as subject from model_spend s,
        (select coalesce(sum(counted_usd), 0) as counted,
          coalesce(sum(reserved_usd) filter (where status = 'asked'), 0) as reserved
        from model_attempts) a
      where abs(s.counted_usd - a.counted) > 1e-6 * greatest(1, a.counted)
        or abs(s.reserved_usd - a.reserved) > 1e-6 * greatest(1, a.reserved)`,
  },
  {
    name: 'models',
    message: 'the calls counted by day are not those that were answered',
    query: `select model as subject from
        (select model, sum(calls) as counted from spend group by model) s
      full join (select model, count(*) as answered from model_calls
        where answered_at is not null group by model) c using (model)
      where coalesce(counted, 0) <> coalesce(answered, 0)`,
  },
  {
    name: 'steps',
    message: 'rows belong to a step that is not there',
    query: `select 'step ' || step as subject from
        (select distinct step from things union select distinct step from ledger union select distinct step from rejects) used
      where not exists (select from steps s where s.number = used.step)`,
  },
];

/** Holds the rows of the corpus against each other, in one snapshot: work may go on meanwhile. */
export async function* checkRows(store: Store, limit: number): AsyncGenerator<Finding> {
  const client = await store.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    for (const { name, message, query } of checks) {
      const { rows } = await client.query<{ subject: string }>(`${query} limit ${limit}`);
      for (const { subject } of rows) yield { check: name, subject, message };
    }
    await client.query('commit');
  } finally {
    client.release(true);
  }
}
