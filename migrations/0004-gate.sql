-- Inputs that name patients and that a stage may not see yet: given to it, counted, worked on by nobody.
alter table batches drop constraint batches_state_check;
alter table batches add constraint batches_state_check
  check (state in ('waiting', 'running', 'stopped', 'held', 'done'));
alter table stage_counts add column held bigint not null default 0;
