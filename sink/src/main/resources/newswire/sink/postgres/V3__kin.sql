-- What articles have to do with one another: how alike copies are, why articles are one story, what versions changed; and who was first.
alter table articles
  add column jaccard              double precision not null default 0,
  add column containment          double precision not null default 0,
  add column numbers              double precision not null default 0,
  add column story_parent         text,
  add column story_score          double precision not null default 0,
  add column story_terms          text[] not null default '{}',
  add column story_entities       text[] not null default '{}',
  add column counterpart          text,
  add column counterpart_score    double precision not null default 0,
  add column counterpart_entities text[] not null default '{}';

comment on column articles.jaccard is 'Of the texts of article and parent: what they share of all they say, 0 to 1.';
comment on column articles.containment is 'What they share of the shorter one, 0 to 1.';
comment on column articles.numbers is 'How far their numbers agree, 0 to 1.';
comment on column articles.story_parent is 'The earlier article by which it joined its story; none for a copy, which is where its family is, nor for the first.';
comment on column articles.story_score is 'How close it is to story_parent, 0 to 1.';
comment on column articles.story_terms is 'The stems it shares with story_parent, those that counted most first; none if the article is killed.';
comment on column articles.story_entities is 'Ids of the entities it shares with story_parent, those that counted most first; none if the article is killed.';
comment on column articles.counterpart is 'The earlier article in another language that reports the same, if one is known.';
comment on column articles.counterpart_score is 'How close it is to counterpart, 0 to 1.';
comment on column articles.counterpart_entities is 'Ids of the entities it shares with counterpart; none if the article is killed.';

alter table article_versions
  add column page        boolean not null default false,
  add column changes     jsonb not null default '[]',
  add column changes_cut boolean not null default false;

comment on column article_versions.page is 'Whether the text came from the page; page text outranks feed text.';
comment on column article_versions.changes is 'What differs from the version before, [{part, position, removed, added}]; none for the first version or if the article is killed.';
comment on column article_versions.changes_cut is 'Whether more differs than changes lists, or what differs is not known any more.';

alter table stories
  add column first_publisher text not null default '',
  add column terms           text[] not null default '{}',
  add column entities        jsonb not null default '[]',
  add column related         jsonb not null default '[]';

comment on column stories.headline is 'Title of the earliest article that is not killed; empty if there is none.';
comment on column stories.aliases is 'Ids under which the story may have been known: those of its other articles, earliest first.';
comment on column stories.first_publisher is 'Name of the source of the root article.';
comment on column stories.terms is 'Stems that most articles share first.';
comment on column stories.entities is 'What it is about, [{id, name, articles}], those that most articles name first.';
comment on column stories.related is 'The same in other languages, [{story, language, score, entities}], closest first.';

-- With the columns that have come since.
create or replace view published_articles as
  select * from articles
  where status in ('USABLE', 'CORRECTED') and (embargo_until is null or embargo_until <= now());

drop view published_stories;

create view published_stories as
  select story.id, first.title as headline, story.language, story.first_seen, story.last_seen,
         story.effective, story.size, story.articles, story.sources, story.languages, story.aliases,
         story.first_publisher, story.terms, story.entities, story.related
  from stories story
  cross join lateral (
    select article.title from published_articles article
    where article.story = story.id
    order by article.effective, article.id
    limit 1) first;

comment on view published_stories is 'Stories with an article that may be shown now, under the title of the earliest such.';

create view timelines as
  select article.story,
         row_number() over (partition by article.story order by article.effective, article.id) as position,
         article.id, article.title, article.url, article.site, article.source_name,
         article.language, article.effective, article.first_seen,
         (select count(*) from published_articles copy
          where copy.family = article.id and copy.id <> article.id) as copies,
         article.story_parent as parent, article.story_score as score,
         article.story_terms as terms, article.story_entities as entities
  from published_articles article
  where article.relation = 'NONE' and article.story <> '';

comment on view timelines is 'The articles of every story that may be shown, without copies, earliest first, each with what joined it to the story.';

create view chains as
  select family, position, id, title, url, site, source_id, source_name, status,
         published, published_precision, first_seen, effective, seen_before_it,
         relation, parent, relation_score, jaccard, containment, numbers,
         raw_topic, raw_partition, raw_offset, raw_sha256
  from (
    select article.*,
           row_number() over (partition by article.family order by article.effective, article.id) as position,
           (select later.id from articles later
            where later.family = article.family
              and (later.effective, later.id) > (article.effective, article.id)
              and later.first_seen < article.first_seen
            order by later.first_seen, later.effective, later.id
            limit 1) as seen_before_it
    from articles article
    where article.family <> '') member
  where status in ('USABLE', 'CORRECTED', 'KILLED')
    and (embargo_until is null or embargo_until <= now());

comment on view chains is 'Who was first: the articles of every family of copies by effective time, with claimed and first-seen times apart and the raw record as proof. Withheld and embargoed articles are left out but counted in position; of killed ones nothing they said is left.';
comment on column chains.position is 'Place in the chain, from 1.';
comment on column chains.seen_before_it is 'Id of an article that was seen before this one and yet comes after it: only the claimed times put this one first. Null if there is none.';
