-- What unlinked names are joined by, how much an article is about what it names, and by which names it was linked.
alter table entities
  add column key      text not null default '',
  add column qid      text not null default '',
  add column salience double precision not null default 0;

comment on column entities.key is 'What names of the unknown are joined by, over scripts and spellings; empty if linked.';
comment on column entities.qid is 'Wikidata''s id; empty unless certain.';
comment on column entities.salience is 'How much the article is about it, 0 to 1.';

create index entities_key on entities (key, article_id) where key <> '';

alter table articles add column gazetteer text not null default '';

comment on column articles.gazetteer is 'Version of the names that entities were linked by.';
