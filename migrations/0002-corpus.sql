create type data_class as enum ('public', 'licensed', 'clinical');

-- A book, an article, a dataset, a case: where things come from, and what may be done with them.
create table sources (
  id uuid primary key,
  kind text not null,
  class data_class not null,
  title text not null,
  language text,
  licence text,
  redistribution text,
  doi text,
  isbn text,
  origin text not null,
  at timestamptz not null default now()
);

create table source_counts (
  class data_class primary key,
  count bigint not null
);

-- A step is a stage in one version with one set of settings. Two recipes that share it share its work.
create table steps (
  number integer generated always as identity primary key,
  id uuid not null unique,
  stage text not null,
  version integer not null,
  settings jsonb not null,
  takes text,
  makes text[] not null,
  at timestamptz not null default now()
);

-- The tables below that take a row an item name their step without a foreign key: its check
-- costs more than the row, and `./spinemed verify` looks at them all.

-- Everything a step made. seq orders a step's output for those who read it by key.
create table things (
  id uuid primary key,
  seq bigint generated always as identity,
  step integer not null,
  kind text not null,
  class data_class not null,
  data jsonb not null,
  blobs text[] not null default '{}'
);
create index things_of_step on things (step, kind, seq);

-- From a thing to what it was made of: a source or another thing.
create table provenance (
  thing uuid not null,
  input uuid not null,
  primary key (thing, input)
);
create index provenance_by_input on provenance (input);

-- One line for every input that a step has dealt with: the book that in = out + rejects is kept in.
create table ledger (
  step integer not null,
  input uuid not null,
  made integer not null,
  rejected integer not null,
  primary key (step, input),
  check (made > 0 or rejected > 0)
);

-- Why an input, or a part of one, did not get through.
create table rejects (
  id bigint generated always as identity primary key,
  step integer not null,
  input uuid not null,
  reason text not null,
  place text,
  code text,
  at timestamptz not null default now()
);
create index rejects_of_step on rejects (step, id);
create index rejects_of_input on rejects (step, input);

-- Kept by the frame in the same transaction as the rows they count.
create table stage_counts (
  step integer primary key references steps (number),
  given bigint not null default 0,
  passed bigint not null default 0,
  rejected bigint not null default 0,
  made bigint not null default 0,
  parts_rejected bigint not null default 0,
  updated_at timestamptz not null default now()
);

create table reject_counts (
  step integer not null references steps (number),
  reason text not null,
  count bigint not null,
  primary key (step, reason)
);

-- How far a step has read the output of the step that feeds it.
create table feeds (
  step integer not null references steps (number),
  from_step integer not null references steps (number),
  kind text not null,
  cursor_seq bigint not null default 0,
  primary key (step, from_step, kind)
);

-- A batch is the work of one job. The lease names who works on it now: whoever lost it cannot write.
create table batches (
  id bigint generated always as identity primary key,
  step integer not null references steps (number),
  inputs uuid[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'stopped', 'done')),
  lease uuid,
  error jsonb,
  at timestamptz not null default now()
);
create index batches_open on batches (step) where state <> 'done';

-- Who pulls jobs. A row whose advisory lock nobody holds is a dead worker's.
create table workers (
  id text primary key,
  host text not null,
  pid integer not null,
  slots integer not null,
  at timestamptz not null default now()
);

create table builds (
  id bigint generated always as identity primary key,
  recipe text not null,
  steps integer[] not null,
  state text not null default 'running' check (state in ('running', 'done', 'stopped')),
  error jsonb,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);

-- What models cost, by day: written by the door to the models, which counts every call.
create table spend (
  day date not null,
  model text not null,
  calls bigint not null,
  usd numeric not null,
  primary key (day, model)
);
