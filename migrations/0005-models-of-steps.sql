-- Which models, roles and egress policy a step was last planned under: what models failed at is
-- tried again once these have changed.
alter table stage_counts add column models uuid;
