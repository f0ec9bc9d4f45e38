#!/usr/bin/env python3
"""Scores metadata of pages: the share of pages whose title is exact, whose time is within a minute, whose set of
authors is the same and whose address is the same page.
usage: score_metadata.py TRUTH.jsonl OUTPUT.jsonl [--misses]
OUTPUT rows are those of `newswire extract --jsonl`. A page whose truth names no author counts where none is found."""
import datetime, json, re, sys, unicodedata, urllib.parse


def line(text):
    """One kind of space, NFC; soft hyphens and zero-width spaces are not to be seen."""
    return ' '.join(re.sub('[\u00ad\u200b\ufeff]', '', unicodedata.normalize('NFC', text or '')).split())


def instant(text):
    if not text:
        return None
    time = datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))
    return time if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)


def page(url):
    """Host without `www.`, path without a trailing slash, and query of an address."""
    parts = urllib.parse.urlsplit(url or '')
    path = urllib.parse.unquote(parts.path).rstrip('/')
    return parts.netloc.lower().removeprefix('www.'), path, set(urllib.parse.parse_qsl(parts.query))


def same_page(fetched, canonical):
    """The truth is the address fetched, with whatever said where the reader came from: that may be gone, but nothing
    may be added."""
    (host, path, query), (own_host, own_path, own_query) = page(fetched), page(canonical)
    return (host, path) == (own_host, own_path) and own_query <= query


def names(authors):
    return {line(name).casefold() for name in authors or []}


def close(one, other):
    if one is None or other is None:
        return one is other
    return abs((one - other).total_seconds()) <= 60


MEASURES = {
    'title': lambda t, o: line(t['title']) == line(o.get('title')),
    'date': lambda t, o: close(instant(t['date']), instant(o.get('published'))),
    'authors': lambda t, o: names(t['authors']) == names(o.get('authors')),
    'canonical': lambda t, o: same_page(t['url'], o.get('canonical_url')),
}
SHOWN = {'title': ('title', 'title'), 'date': ('date', 'published'), 'authors': ('authors', 'authors'),
         'canonical': ('url', 'canonical_url')}

truth = [json.loads(row) for row in open(sys.argv[1], encoding='utf8')]
found = {row['id']: row for row in map(json.loads, open(sys.argv[2], encoding='utf8'))}
missing = sum(row['id'] not in found for row in truth)
print(f'pages {len(truth)} missing {missing}')
for name, right in MEASURES.items():
    misses = [t for t in truth if not right(t, found.get(t['id'], {}))]
    print(f'{name} {1 - len(misses) / len(truth):.3f}')
    if '--misses' in sys.argv:
        wanted, given = SHOWN[name]
        for t in misses:
            print(f"   {t['id']}\n      want {t[wanted]!r}\n      have {found.get(t['id'], {}).get(given)!r}")
