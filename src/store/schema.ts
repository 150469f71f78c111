// The tables as the code sees them; migrations/ makes them, and a test holds the two together.
import {
  bigint,
  date,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true });
const big = (name: string) => bigint(name, { mode: 'number' });

export const dataClass = pgEnum('data_class', ['public', 'licensed', 'clinical']);

export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  role: text('role', { enum: ['admin', 'clinician', 'researcher', 'viewer'] }).notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const auditEvents = pgTable('audit_events', {
  id: big('id').primaryKey().generatedAlwaysAsIdentity(),
  at: at('at').notNull().defaultNow(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject'),
  detail: jsonb('detail').notNull().default({}),
});

export const sources = pgTable('sources', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  class: dataClass('class').notNull(),
  title: text('title').notNull(),
  language: text('language'),
  licence: text('licence'),
  redistribution: text('redistribution'),
  doi: text('doi'),
  isbn: text('isbn'),
  origin: text('origin').notNull(),
  at: at('at').notNull().defaultNow(),
});

export const steps = pgTable('steps', {
  number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
  id: uuid('id').notNull(),
  stage: text('stage').notNull(),
  version: integer('version').notNull(),
  settings: jsonb('settings').notNull(),
  takes: text('takes'),
  makes: text('makes').array().notNull(),
  at: at('at').notNull().defaultNow(),
});

export const things = pgTable('things', {
  id: uuid('id').primaryKey(),
  seq: big('seq').notNull().generatedAlwaysAsIdentity(),
  step: integer('step').notNull(),
  kind: text('kind').notNull(),
  class: dataClass('class').notNull(),
  data: jsonb('data').notNull(),
  blobs: text('blobs').array().notNull().default([]),
});

export const provenance = pgTable('provenance', {
  thing: uuid('thing').notNull(),
  input: uuid('input').notNull(),
});

export const ledger = pgTable('ledger', {
  step: integer('step').notNull(),
  input: uuid('input').notNull(),
  made: integer('made').notNull(),
  rejected: integer('rejected').notNull(),
});

export const rejects = pgTable('rejects', {
  id: big('id').primaryKey().generatedAlwaysAsIdentity(),
  step: integer('step').notNull(),
  input: uuid('input').notNull(),
  reason: text('reason').notNull(),
  place: text('place'),
  code: text('code'),
  at: at('at').notNull().defaultNow(),
});

export const stageCounts = pgTable('stage_counts', {
  step: integer('step').primaryKey(),
  given: big('given').notNull().default(0),
  passed: big('passed').notNull().default(0),
  rejected: big('rejected').notNull().default(0),
  made: big('made').notNull().default(0),
  partsRejected: big('parts_rejected').notNull().default(0),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

export const rejectCounts = pgTable('reject_counts', {
  step: integer('step').notNull(),
  reason: text('reason').notNull(),
  count: big('count').notNull(),
});

export const feeds = pgTable('feeds', {
  step: integer('step').notNull(),
  fromStep: integer('from_step').notNull(),
  kind: text('kind').notNull(),
  cursorSeq: big('cursor_seq').notNull().default(0),
});

export const batches = pgTable('batches', {
  id: big('id').primaryKey().generatedAlwaysAsIdentity(),
  step: integer('step').notNull(),
  inputs: uuid('inputs').array().notNull(),
  state: text('state', { enum: ['waiting', 'running', 'stopped', 'done'] }).notNull(),
  lease: uuid('lease'),
  error: jsonb('error'),
  at: at('at').notNull().defaultNow(),
});

export const workers = pgTable('workers', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  slots: integer('slots').notNull(),
  at: at('at').notNull().defaultNow(),
});

export const builds = pgTable('builds', {
  id: big('id').primaryKey().generatedAlwaysAsIdentity(),
  recipe: text('recipe').notNull(),
  steps: integer('steps').array().notNull(),
  state: text('state', { enum: ['running', 'done', 'stopped'] }).notNull(),
  error: jsonb('error'),
  startedAt: at('started_at').notNull().defaultNow(),
  endedAt: at('ended_at'),
});

export const spend = pgTable('spend', {
  day: date('day').notNull(),
  model: text('model').notNull(),
  calls: big('calls').notNull(),
  usd: numeric('usd').notNull(),
});
