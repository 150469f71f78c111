-- The memory of the door to the models: what was asked, what came back, what every request cost.

-- A call is named by all that can change its answer, so that an identical one is answered from here.
create table model_calls (
  id uuid primary key,
  role text not null,
  prompt_version text not null,
  model text not null,
  provider text not null,
  base_url text,
  model_id text not null,
  class data_class not null,
  repeat integer not null,
  -- What it was made of: things and sources.
  inputs uuid[] not null default '{}',
  pictures text[] not null default '{}',
  request jsonb not null,
  text text,
  finish text,
  input_tokens integer,
  cached_input_tokens integer,
  output_tokens integer,
  usd double precision,
  latency_ms double precision,
  answered_at timestamptz,
  at timestamptz not null default now()
);

-- A request, written down before it leaves. `door` is who made it: one whose advisory lock
-- nobody holds was killed, and what it had under way is lost.
create table model_attempts (
  call uuid not null,
  attempt integer not null,
  pool text not null,
  door uuid not null,
  status text not null check (status in ('asked', 'answered', 'lost', 'rejected', 'refused')),
  code text,
  tokens integer not null default 0,
  -- What the cap sets aside meanwhile, and the most it can cost.
  reserved_usd double precision not null default 0,
  most_usd double precision,
  -- What the cap counts once it has ended.
  counted_usd double precision not null default 0,
  latency_ms double precision,
  batch text,
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (call, attempt)
);
create index model_attempts_open on model_attempts (door) where status = 'asked';
create index model_attempts_of_batch on model_attempts (batch) where batch is not null and status = 'asked';

-- What all who ask a model share: places under its limits, and its counts. Times are
-- milliseconds of the epoch.
create table model_pools (
  pool text primary key,
  model text not null,
  provider text not null,
  model_id text not null,
  egress text not null,
  open integer not null default 0,
  next_request_at double precision not null default 0,
  next_token_at double precision not null default 0,
  paused_until double precision not null default 0,
  answered bigint not null default 0,
  from_log bigint not null default 0,
  lost bigint not null default 0,
  rejected bigint not null default 0,
  refused bigint not null default 0,
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  usd double precision not null default 0,
  -- Answers whose cost nobody knows.
  unpriced bigint not null default 0,
  last_at timestamptz
);

-- One row: what the cap is held against. Answers cost what they cost; what was lost and may
-- have been charged for counts at its most.
create table model_spend (
  single boolean primary key default true check (single),
  counted_usd double precision not null default 0,
  reserved_usd double precision not null default 0
);
insert into model_spend default values;

alter table spend add column unpriced bigint not null default 0;

create table model_batches (
  id text primary key,
  pool text not null,
  members integer not null,
  state text not null default 'pending' check (state in ('pending', 'ended')),
  at timestamptz not null default now(),
  ended_at timestamptz
);

-- Whether a picture belongs to a patient is asked before every call that shows one.
create index things_clinical_blobs on things using gin (blobs) where class = 'clinical';
