-- A kill takes the headline of a story only if it was that of the killed article.
alter table stories add column headline_of text;

comment on column stories.headline is 'Title of the earliest article that is not killed; empty if there is none.';
comment on column stories.headline_of is 'Id of that article; null if it cannot be told.';
