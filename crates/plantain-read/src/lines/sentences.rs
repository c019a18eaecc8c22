//! Sentences of printed pieces that go on where the reader saw a thing to draw: "Say it with flowers".

use crate::{Brief, Genre, Origin, Role};

/// Most words behind the "with" that still belong to the sentence.
const WORDS_MAX: usize = 3;

/// Lets a sentence that leads a piece keep what it is done with; a name keeps its picture ("Summer Fest with a sun").
pub(super) fn settle(brief: &mut Brief) {
    beats(brief);
    let printed = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story
    );
    let title = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin != Origin::Quoted);
    let Some(title) = title.filter(|_| printed) else {
        return;
    };
    let literal = &brief.literals[title];
    let mut words = literal.text.split(' ');
    let opened = words
        .next()
        .is_some_and(|w| w.starts_with(char::is_uppercase));
    let small = words
        .next_back()
        .is_some_and(|w| w.starts_with(char::is_lowercase));
    let start = literal.span.end;
    let behind = brief.prompt.get(start..).unwrap_or_default();
    let stop = behind
        .find([',', '.', ';', ':', '!', '\n'])
        .unwrap_or(behind.len());
    let Some(rest) = behind[..stop].strip_prefix(" with ") else {
        return;
    };
    let told: Vec<&str> = rest.split(' ').collect();
    let picture =
        matches!(told[0], "a" | "an" | "the") || told[0].starts_with(|c: char| c.is_ascii_digit());
    if !(opened && small) || picture || told.len() > WORDS_MAX {
        return;
    }
    let whole = literal.span.start..start + stop;
    if brief
        .literals
        .iter()
        .enumerate()
        .any(|(at, l)| at != title && l.meets(&whole))
    {
        return;
    }
    let literal = &mut brief.literals[title];
    literal.text = brief.prompt[whole.clone()].to_owned();
    literal.span = whole;
}

/// "Local. Fresh. Every Saturday.": short sentences in one breath are the line that leads.
fn beats(brief: &mut Brief) {
    const BEATS_MIN: usize = 3;
    const BEAT_WORDS_MAX: usize = 3;
    let printed = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story
    );
    let title = brief
        .literals
        .iter()
        .find(|l| l.role == Role::Title && l.origin != Origin::Quoted);
    let Some(start) = title.filter(|_| printed).map(|title| title.span.start) else {
        return;
    };
    let mut end = start;
    let mut count = 0;
    for beat in brief.prompt[start..].split_inclusive('.') {
        let words = beat.trim_end_matches('.').split_whitespace();
        let plain = beat.ends_with('.')
            && beat.trim_start().starts_with(char::is_uppercase)
            && beat
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\''))
            && (1..=BEAT_WORDS_MAX).contains(&words.count());
        if !plain {
            break;
        }
        end += beat.len();
        count += 1;
    }
    if count < BEATS_MIN {
        return;
    }
    let span = start..end;
    brief.remove_literals(|l| l.meets(&span));
    crate::outline::add(brief, span, Role::Title);
    brief.order_literals();
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn a_sentence_keeps_what_it_is_done_with() {
        for (prompt, title) in [
            (
                "flower shop banner Say it with flowers, button Order now, pink",
                "Say it with flowers",
            ),
            ("poster Summer Fest with a big sun, blue", "Summer Fest"),
            (
                "farmers market banner: Local. Fresh. Every Saturday. 9-1, orange",
                "Local. Fresh. Every Saturday.",
            ),
            (
                "instagram post for a florist Fresh tulips in store now @petalpost with pink tulips",
                "Fresh tulips in store now",
            ),
        ] {
            let brief = read(prompt);
            let found = brief.literals.iter().find(|l| l.role == Role::Title);
            assert_eq!(found.map(|l| l.text.as_str()), Some(title), "{prompt}");
        }
    }
}
