-- What articles can be found by. Filled by a sink of its own, which may be behind the one of the articles.
create table article_search (
  article_id          text primary key,
  language            text not null,
  names               text not null,
  terms               tsvector not null,
  killed              boolean not null,
  revision_generation integer not null,
  revision_counter    bigint not null
);

comment on table article_search is 'What articles can be found by; not what may be shown: join published_articles. Terms are made by Lucene''s analyzers, not by a configuration of Postgres: have newswire search say which query words become.';
comment on column article_search.article_id is 'Id of the article.';
comment on column article_search.language is 'BCP 47 tag of the language whose analyzer made the terms.';
comment on column article_search.names is 'Title, names of entities and mentions as they stand in the text, a line each, up to 2000 characters; empty if the article is killed.';
comment on column article_search.terms is 'Terms of the title (weight A), summary (B) and text (D) with positions; empty if the article is killed.';
comment on column article_search.killed is 'Whether it is withdrawn for ever; also for articles that are not known yet.';
comment on column article_search.revision_generation is 'As in articles.';
comment on column article_search.revision_counter is 'As in articles.';

create index article_search_terms on article_search using gin (terms);

-- Spelling variants: where Postgres brings pg_trgm, and we may have it.
do $$
declare
  home text;
begin
  if not exists (select from pg_extension where extname = 'pg_trgm') then
    begin
      create extension pg_trgm;
    exception when others then
      raise notice 'no search by spelling: %', sqlerrm;
    end;
  end if;
  select quote_ident(n.nspname) into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  if home is not null then
    execute 'create index article_search_names on article_search using gin (names ' || home || '.gin_trgm_ops)';
  end if;
end $$;
