package newswire.enrich.sketch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happens to a report on its way from one outlet to another. */
enum Edit {
  TYPOGRAPHY {
    @Override
    Story apply(Story story, Story other, Random random) {
      return each(
          story,
          word -> Normalizer.normalize(word, Normalizer.Form.NFD).replace('"', '»') + "\u00a0");
    }
  },
  SPELLING {
    @Override
    Story apply(Story story, Story other, Random random) {
      return each(story, word -> spelled(word.toUpperCase(Locale.ROOT)));
    }
  },
  REPACKAGED {
    @Override
    Story apply(Story story, Story other, Random random) {
      return repackaged(story, other);
    }
  },
  WORDS_3 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return replaced(story, other, .03, random);
    }
  },
  WORDS_10 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return replaced(story, other, .1, random);
    }
  },
  SENTENCES_20 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return dropped(story, .2, random);
    }
  },
  LEAD_CUT {
    @Override
    Story apply(Story story, Story other, Random random) {
      int size = story.sentences().size();
      return story.with(story.sentences().subList(Math.max(1, size / 8), size));
    }
  },
  KEEP_70 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return kept(story, .7);
    }
  },
  KEEP_50 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return kept(story, .5);
    }
  },
  KEEP_30 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return kept(story, .3);
    }
  },
  ADD_100 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return extended(story, other, 1, random);
    }
  },
  ADD_300 {
    @Override
    Story apply(Story story, Story other, Random random) {
      return extended(story, other, 3, random);
    }
  },
  MIXED {
    @Override
    Story apply(Story story, Story other, Random random) {
      Story fewer = dropped(story, .1, random);
      return repackaged(replaced(fewer, other, .05, random), other);
    }
  };

  /** Uses the words of another story where new ones are wanted. */
  abstract Story apply(Story story, Story other, Random random);

  private interface Change {
    String of(String word);
  }

  private static Story each(Story story, Change change) {
    return story.with(
        story.sentences().stream().map(words -> words.stream().map(change::of).toList()).toList());
  }

  private static String spelled(String word) {
    return word.replaceAll("[أإآ]", "ا")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .replace("ال", "الـ")
        .replace('Ё', 'Е')
        .replace("م", "م\u064e");
  }

  private static Story repackaged(Story story, Story other) {
    List<List<String>> sentences = new ArrayList<>();
    sentences.add(List.of("NW", "(2026)", other.title()));
    sentences.addAll(story.sentences());
    sentences.add(other.sentences().get(0));
    sentences.add(other.sentences().get(1));
    return story.with(sentences).titled(other.title());
  }

  private static Story replaced(Story story, Story other, double part, Random random) {
    List<List<String>> sentences = new ArrayList<>();
    for (List<String> words : story.sentences()) {
      List<String> changed = new ArrayList<>(words);
      for (int i = 0; i < changed.size(); i++) {
        if (random.nextDouble() < part) {
          List<String> from = other.sentences().get(random.nextInt(other.sentences().size()));
          changed.set(i, from.get(random.nextInt(from.size())));
        }
      }
      sentences.add(changed);
    }
    return story.with(sentences);
  }

  private static Story dropped(Story story, double part, Random random) {
    List<List<String>> sentences = new ArrayList<>(story.sentences());
    for (int drop = (int) Math.round(part * sentences.size()); drop > 0; drop--) {
      sentences.remove(random.nextInt(sentences.size()));
    }
    return story.with(sentences);
  }

  private static Story kept(Story story, double part) {
    List<List<String>> sentences = new ArrayList<>();
    int left = (int) Math.round(part * story.words());
    for (List<String> words : story.sentences()) {
      if (left > 0) {
        sentences.add(words.subList(0, Math.min(left, words.size())));
      }
      left -= words.size();
    }
    return story.with(sentences);
  }

  private static Story extended(Story story, Story other, int times, Random random) {
    List<List<String>> more = new ArrayList<>();
    int wanted = times * story.words();
    for (int i = 0; wanted > 0; i++) {
      // Each time round in another order of words, so that the added text repeats nothing.
      List<String> words = new ArrayList<>(other.sentences().get(i % other.sentences().size()));
      if (i >= other.sentences().size()) {
        Collections.shuffle(words, random);
      }
      more.add(words);
      wanted -= words.size();
    }
    List<List<String>> sentences = new ArrayList<>(story.sentences());
    sentences.addAll(random.nextInt(sentences.size() + 1), more);
    return story.with(sentences);
  }
}
