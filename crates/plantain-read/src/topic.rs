//! What the piece is about.

use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};

/// Topic words, at most.
const TOPICS_MAX: usize = 8;

/// Fills `brief.topic` from the genre's modifiers, then the nouns left over, then the things drawn.
pub(crate) fn read(reader: &mut Reader<'_>) {
    let mut words: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        let word = word.to_lowercase();
        let useful = word.chars().count() > 1
            && word.chars().any(char::is_alphabetic)
            && !lexicon().stops.contains_key(word.as_str());
        if useful && !words.contains(&word) && words.len() < TOPICS_MAX {
            words.push(word);
        }
    };
    for at in 0..reader.len() {
        if reader.uses[at] == Use::Topic && reader.tokens[at].is_word() {
            add(reader.key(at));
        }
    }
    for at in 0..reader.len() {
        let genre_modifier = reader.uses[at] == Use::Genre
            && lexicon().genres.get(reader.key(at)).is_none()
            && !matches!(
                reader.key(at),
                "mobile"
                    | "screen"
                    | "app"
                    | "page"
                    | "ui"
                    | "board"
                    | "chart"
                    | "card"
                    | "line"
                    | "bar"
                    | "pie"
            );
        if genre_modifier {
            add(reader.key(at));
        }
    }
    for at in 0..reader.len() {
        if reader.is_free(at)
            && reader.tokens[at].is_word()
            && !lexicon().verbs.contains_key(reader.key(at))
            && lexicon().adjectives.get(reader.key(at)).is_none()
        {
            add(reader.key(at));
        }
    }
    // What stands around a chart is nothing that it is about.
    let furnishes = |part: &&crate::Described| part.kind == crate::Component::Legend;
    for part in reader
        .brief
        .described
        .iter()
        .filter(|part| !furnishes(part))
    {
        part.words.split(' ').for_each(&mut add);
    }
    for object in reader.brief.objects.iter().filter(|object| !object.absent) {
        add(&object.noun);
    }
    reader.brief.topic = words;
}

/// Lists the words that nothing was made of.
pub(crate) fn unread(reader: &mut Reader<'_>) {
    let mut spans: Vec<crate::Span> = Vec::new();
    for at in 0..reader.len() {
        let token = &reader.tokens[at];
        let content = reader.is_free(at)
            && token.is_wordlike()
            && !lexicon().stops.contains_key(token.key.as_str())
            && lexicon().relations.at(&reader.tokens, at).is_none()
            && !lexicon().verbs.contains_key(token.key.as_str());
        let known = reader.brief.topic.contains(&token.key) && !reader.is_scene();
        if content && !known {
            match spans.last_mut() {
                Some(last)
                    if reader
                        .prompt
                        .get(last.end..token.span.start)
                        .is_some_and(|between| between.trim().is_empty()) =>
                {
                    last.end = token.span.end
                }
                _ => spans.push(token.span.clone()),
            }
        }
    }
    reader.brief.unread = spans;
}
