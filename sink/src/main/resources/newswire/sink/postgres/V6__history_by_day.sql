-- Every state of every article lies in the partition of its effective day, in UTC. The sink makes the partitions as
-- days come; what has none lies in the default one.
drop function story_as_of(text, timestamptz);
drop function articles_as_of(timestamptz);

alter table article_revisions rename to article_revisions_before;
alter index article_revisions_pkey rename to article_revisions_before_pkey;
alter index article_revisions_known_at rename to article_revisions_before_known_at;
alter index article_revisions_story rename to article_revisions_before_story;

create table article_revisions (
  id                  text not null,
  revision_generation integer not null,
  revision_counter    bigint not null,
  known_at            timestamptz,
  effective           timestamptz not null,
  article             jsonb not null,
  primary key (id, revision_generation, revision_counter, effective)
) partition by range (effective);

create index article_revisions_known_at on article_revisions (known_at);
create index article_revisions_story on article_revisions ((article -> 'relation' ->> 'story'));

create table article_revisions_default partition of article_revisions default;

-- Each takes locks until the end of this transaction: the last days have one, earlier ones the default.
do $$
declare
  day date;
begin
  for day in
    select distinct (effective at time zone 'UTC')::date from article_revisions_before
    where effective >= '1970-01-01 00:00:00+00' order by 1 desc limit 400
  loop
    execute format(
      'create table article_revisions_%s partition of article_revisions for values from (%L) to (%L)',
      to_char(day, 'YYYYMMDD'),
      day::timestamp at time zone 'UTC',
      (day + 1)::timestamp at time zone 'UTC');
  end loop;
end
$$;

insert into article_revisions (id, revision_generation, revision_counter, known_at, effective, article)
  select id, revision_generation, revision_counter, known_at, effective, article from article_revisions_before;
drop table article_revisions_before;

comment on table article_revisions is 'Every state of every article, partitioned by its effective day in UTC; of killed ones without what they said and their addresses. Withheld and embargoed articles are in here too.';
comment on column article_revisions.id is 'Id of the article.';
comment on column article_revisions.revision_generation is 'Enrichment run that made this state; with revision_counter the greater came later.';
comment on column article_revisions.revision_counter is 'Count of the article''s states within that run, from 1.';
comment on column article_revisions.known_at is 'When Newswire had it: the time at which the broker took the record. Null for states written before that was kept.';
comment on column article_revisions.effective is 'Effective time of the article in this state.';
comment on column article_revisions.article is 'The record, as newswire tail prints it.';

-- The search path is that of the schema which is being made, whatever that of the caller.
create function articles_as_of(moment timestamptz) returns setof article_revisions
language sql stable set search_path from current as $$
  select distinct on (id) * from article_revisions
  where known_at <= moment or known_at is null
  order by id, revision_generation desc, revision_counter desc
$$;

comment on function articles_as_of is 'The state in which every article was known at a moment. States of which it is not kept when they were known count as known.';

create function story_as_of(story text, moment timestamptz) returns setof article_revisions
language sql stable set search_path from current as $$
  select * from articles_as_of(moment) known
  where known.article -> 'relation' ->> 'story' = story_as_of.story
  order by known.effective, known.id
$$;

comment on function story_as_of is 'The articles that a story had at a moment, in the states known then; by the id that it had then.';
