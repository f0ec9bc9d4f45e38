-- An order that states an embargo hides the article's own; one that states none must find it again.
alter table articles add column own_embargo_until timestamptz;
update articles set own_embargo_until = embargo_until where embargo_until is not null;

comment on column articles.embargo_until is 'Not to be shown before this time: as the order in force states it, else the article''s own.';
comment on column articles.own_embargo_until is 'The article''s own embargo, whatever orders say.';
