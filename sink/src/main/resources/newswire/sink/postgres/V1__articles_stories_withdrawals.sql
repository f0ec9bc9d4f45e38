-- Articles and what hangs on them, stories, withdrawals, and the offsets that make it exactly once.
-- There are no foreign keys on purpose: rows are written and removed together with their article in
-- one transaction, and a check per mention would cost more than the mention.

create table articles (
  id                  text primary key,
  content_hash        text not null,
  url                 text not null,
  site                text not null,
  source_id           text not null,
  source_name         text not null,
  title               text not null,
  summary             text not null,
  text                text not null,
  authors             text[] not null,
  subjects            text[] not null,
  language            text not null,
  language_confidence double precision not null,
  published           timestamptz,
  published_precision text not null,
  first_seen          timestamptz not null,
  ingested_at         timestamptz not null,
  effective           timestamptz not null,
  status              text not null,
  status_reason       text not null,
  embargo_until       timestamptz,
  version             integer not null,
  relation            text not null,
  parent              text,
  family              text not null,
  relation_score      double precision not null,
  story               text not null,
  extraction_rule     text not null,
  extraction_status   text not null,
  raw_topic           text not null,
  raw_partition       integer not null,
  raw_offset          bigint not null,
  raw_sha256          text not null,
  revision_generation integer not null,
  revision_counter    bigint not null
);

comment on table articles is
  'The latest state of every article. Withheld and embargoed articles are in here too: what may be shown is in the view published_articles. Text is as sent, but without U+0000, which Postgres cannot hold.';
comment on column articles.id is '128 bits of SHA-256 over the canonical URL, 32 hex digits.';
comment on column articles.content_hash is 'SHA-256 of the normalised title and body of this version, hex.';
comment on column articles.url is 'Canonical address; empty if the article has none.';
comment on column articles.site is 'Registrable domain of the address; empty if it has none.';
comment on column articles.source_id is 'Id of the source that brought this version.';
comment on column articles.source_name is 'Name of that source.';
comment on column articles.title is 'Headline; empty if none was found or the article is killed.';
comment on column articles.summary is 'Standfirst or the feed''s summary; empty if the article is killed.';
comment on column articles.text is 'The body, paragraphs separated by a line feed; empty if the article is killed.';
comment on column articles.authors is 'Names; none if the article is killed.';
comment on column articles.subjects is 'Categories given by the source; none if the article is killed.';
comment on column articles.language is 'BCP 47 language tag, und if undetermined.';
comment on column articles.language_confidence is '0 to 1.';
comment on column articles.published is 'Claimed time of publication.';
comment on column articles.published_precision is 'How much of published is known: UNKNOWN, DAY or INSTANT.';
comment on column articles.first_seen is 'Earliest of our fetches and trusted capture times.';
comment on column articles.ingested_at is 'Our earliest fetch.';
comment on column articles.effective is 'published when within 7 days before and 10 minutes after first_seen, else first_seen.';
comment on column articles.status is 'USABLE, CORRECTED, WITHHELD or KILLED; an order in withdrawals outranks the article''s own.';
comment on column articles.status_reason is 'Why it is corrected, withheld or killed.';
comment on column articles.embargo_until is 'Not to be shown before this time.';
comment on column articles.version is 'Number of this version, from 1.';
comment on column articles.relation is 'What the article is to its parent: NONE, EXACT, NEAR or PARTIAL.';
comment on column articles.parent is 'Id of the earlier article it copies, if any.';
comment on column articles.family is 'Id of the canonical article; its own if it copies none, empty until it has been compared.';
comment on column articles.relation_score is '0 to 1; 1 for an exact copy.';
comment on column articles.story is 'Id of the story it belongs to; empty until it has been compared.';
comment on column articles.extraction_rule is 'The rule that produced the text.';
comment on column articles.extraction_status is 'ok, or why the text is not the whole article.';
comment on column articles.raw_topic is 'Topic of the raw record of this version.';
comment on column articles.raw_partition is 'Its partition.';
comment on column articles.raw_offset is 'Its offset.';
comment on column articles.raw_sha256 is 'SHA-256 of the raw body, hex.';
comment on column articles.revision_generation is 'Enrichment run that made this state; with revision_counter the greater wins.';
comment on column articles.revision_counter is 'Count of the article''s states within that run, from 1.';

create index articles_language_effective on articles (language, effective);
create index articles_effective on articles (effective);
create index articles_story on articles (story);
create index articles_family on articles (family);

create table article_versions (
  article_id   text not null,
  version      integer not null,
  content_hash text not null,
  fetched      timestamptz not null,
  primary key (article_id, version)
);

comment on table article_versions is 'All versions seen of an article; replaced with the article.';
comment on column article_versions.article_id is 'Id of the article.';
comment on column article_versions.version is 'Number of the version, from 1.';
comment on column article_versions.content_hash is 'SHA-256 of its normalised title and body, hex.';
comment on column article_versions.fetched is 'When it was fetched.';

create table entities (
  article_id text not null,
  ordinal    integer not null,
  entity_id  text,
  type       text not null,
  name       text not null,
  confidence double precision not null,
  method     text not null,
  primary key (article_id, ordinal)
);

comment on table entities is 'What an article names, once each; replaced with the article.';
comment on column entities.article_id is 'Id of the article.';
comment on column entities.ordinal is 'Position by first mention, from 0.';
comment on column entities.entity_id is 'ISO 3166 code for countries, a stable readable id for others; null if not linked.';
comment on column entities.type is 'PERSON, PLACE, ORGANISATION, EVENT, TREATY or UNKNOWN.';
comment on column entities.name is 'Its name, in English where it is linked, else as in the text.';
comment on column entities.confidence is '0 to 1; the best of its mentions.';
comment on column entities.method is 'What linked it.';

create index entities_entity_id on entities (entity_id, article_id) where entity_id is not null;

create table mentions (
  article_id   text not null,
  ordinal      integer not null,
  entity       integer not null,
  entity_id    text,
  entity_type  text not null,
  entity_name  text not null,
  text         text not null,
  start_offset integer not null,
  end_offset   integer not null,
  confidence   double precision not null,
  method       text not null,
  primary key (article_id, ordinal)
);

comment on table mentions is 'Every place in an article that names an entity; replaced with the article. To find an entity in all articles begin at entities.';
comment on column mentions.article_id is 'Id of the article.';
comment on column mentions.ordinal is 'Position by entity and then by place in the text, from 0.';
comment on column mentions.entity is 'Ordinal of the entity in entities.';
comment on column mentions.entity_id is 'As in entities.';
comment on column mentions.entity_type is 'As in entities.';
comment on column mentions.entity_name is 'As in entities.';
comment on column mentions.text is 'The words as they stand in the text.';
comment on column mentions.start_offset is 'Offset of the first code point in articles.text, from 0: substr(text, start_offset + 1, end_offset - start_offset).';
comment on column mentions.end_offset is 'Offset after the last code point.';
comment on column mentions.confidence is '0 to 1.';
comment on column mentions.method is 'What found it.';

create table stories (
  id         text primary key,
  headline   text not null,
  language   text not null,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  effective  timestamptz not null,
  size       integer not null,
  articles   text[] not null,
  sources    text[] not null,
  languages  text[] not null,
  aliases    text[] not null
);

comment on table stories is 'Clusters of articles about one event.';
comment on column stories.id is 'Id of its root article.';
comment on column stories.headline is 'Title of the root article; empty if that is killed.';
comment on column stories.language is 'BCP 47 tag of the root article.';
comment on column stories.first_seen is 'When its first article was first seen.';
comment on column stories.last_seen is 'When its last article was first seen.';
comment on column stories.effective is 'Effective time of the root article.';
comment on column stories.size is 'Number of articles, copies included.';
comment on column stories.articles is 'Ids, earliest first.';
comment on column stories.sources is 'Names, sorted.';
comment on column stories.languages is 'BCP 47 tags, sorted.';
comment on column stories.aliases is 'Ids this story had before, sorted.';

create index stories_effective on stories (effective);
create index stories_aliases on stories using gin (aliases);

create table withdrawals (
  article_id    text primary key,
  status        text not null,
  reason        text not null,
  ordered_by    text not null,
  ordered_at    timestamptz not null,
  embargo_until timestamptz
);

comment on table withdrawals is 'The order in force about an article''s use, also for articles that are not known yet. The latest order is the whole order; a kill is for ever.';
comment on column withdrawals.article_id is 'Id of the article.';
comment on column withdrawals.status is 'USABLE, CORRECTED, WITHHELD or KILLED.';
comment on column withdrawals.reason is 'For a reader to see.';
comment on column withdrawals.ordered_by is 'Who ordered it: a source id or a person.';
comment on column withdrawals.ordered_at is 'When it was ordered.';
comment on column withdrawals.embargo_until is 'Not to be shown before this time.';

create table sink_offsets (
  sink_group  text not null,
  topic       text not null,
  partition   integer not null,
  next_offset bigint not null,
  epoch       bigint not null,
  updated     timestamptz not null default now(),
  primary key (sink_group, topic, partition)
);

comment on table sink_offsets is 'How far each partition has been stored: moved in the transaction of the rows, and the only truth. Kafka''s committed offsets follow for lag tools.';
comment on column sink_offsets.sink_group is 'Name of the sink.';
comment on column sink_offsets.topic is 'Topic.';
comment on column sink_offsets.partition is 'Partition.';
comment on column sink_offsets.next_offset is 'Offset of the first record that is not stored.';
comment on column sink_offsets.epoch is 'Count of owners so far; a process with an older epoch is fenced.';
comment on column sink_offsets.updated is 'When it last moved or was claimed.';

create view published_articles as
  select * from articles
  where status in ('USABLE', 'CORRECTED') and (embargo_until is null or embargo_until <= now());

comment on view published_articles is 'Articles that may be shown now: without withheld, killed and embargoed ones.';

create view published_stories as
  select story.* from stories story
  join published_articles root on root.id = story.id;

comment on view published_stories is 'Stories whose headline may be shown now.';

create view duplicates as
  select copy.id, copy.title, copy.url, copy.source_name, copy.effective,
         copy.relation, copy.relation_score, copy.parent, copy.family,
         original.title as original_title, original.source_name as original_source_name
  from published_articles copy
  left join published_articles original on original.id = copy.family
  where copy.relation <> 'NONE';

comment on view duplicates is 'Copies among the articles that may be shown, each with its canonical article where that may be shown.';

create view articles_by_language as
  select language, count(*) as articles, count(*) filter (where relation <> 'NONE') as duplicates
  from articles
  group by language;

comment on view articles_by_language is 'Number of articles and of copies among them by language, withdrawn ones included.';
