//! Joins and parts texts that were cut in the wrong place.

use super::tokens_of;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind};
use crate::{Literal, Origin, Role};

/// "THE RUSTY SPOONS playing": a name in capitals ends where lower case begins.
pub(super) fn cut_lower_tails(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.literals.len() {
        if reader.brief.literals[index].origin == Origin::Quoted {
            continue;
        }
        let Some((first, last)) = tokens_of(reader, index) else {
            continue;
        };
        // "KYOTO and below it …": what leads on to the next text is no part of this one.
        let leads = |at: usize| {
            matches!(
                reader.key(at),
                "and" | "below" | "above" | "under" | "underneath" | "beneath" | "with" | "then"
            )
        };
        let mut end = last;
        while end > first + 1
            && reader.tokens[end - 1].case == Case::Lower
            // "Grab it" is whole, "below it" leads on.
            && (leads(end - 1) || reader.key(end - 1) == "it" && leads(end - 2))
        {
            end -= 1;
        }
        if end < last {
            cut(reader, index, first, end, last);
            continue;
        }
        let upper = (first..last)
            .take_while(|&i| {
                let token = &reader.tokens[i];
                // "I" is shouted with the rest.
                let single = token.case == Case::Title && token.key.chars().count() == 1;
                token.case == Case::Upper
                    || single
                    || matches!(token.kind, Kind::Number)
                    || token.key == "&"
            })
            .count();
        let rest_lower = (first + upper..last).all(|i| reader.tokens[i].case == Case::Lower);
        if upper < 2 || first + upper == last || !rest_lower {
            continue;
        }
        cut(reader, index, first, first + upper, last);
    }
}

/// Shortens a literal that reached from `first` to `last` so that it ends at `end`.
fn cut(reader: &mut Reader<'_>, index: usize, first: usize, end: usize, last: usize) {
    let span = reader.span(first, end);
    reader.mark(end, last, Use::Free);
    reader.brief.literals[index].text = reader.prompt[span.clone()].to_string();
    reader.brief.literals[index].span = span;
}

/// "poster of Kyoto in autumn, text KYOTO": a subject that is told again as text is not a text of its own.
pub(super) fn drop_told_again(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index < reader.brief.literals.len() {
        let literal = &reader.brief.literals[index];
        let before = reader.prompt[..literal.span.start]
            .trim_end()
            .to_lowercase();
        let subject = literal.origin == Origin::Inferred
            && [" of", " for", " about"]
                .iter()
                .any(|w| before.ends_with(w));
        let first = literal
            .text
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let again = reader.brief.literals.iter().enumerate().any(|(i, other)| {
            i != index
                && other.origin <= Origin::Introduced
                && other.text.to_lowercase().split(' ').any(|w| w == first)
        });
        if subject && again {
            remove_literal(reader, index);
        } else {
            index += 1;
        }
    }
}

/// "WPA style", "Banksy inspired": what stands before such a word says how, not what.
pub(super) fn drop_styles(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index < reader.brief.literals.len() {
        let literal = &reader.brief.literals[index];
        let behind = reader.prompt[literal.span.end..]
            .trim_start()
            .to_lowercase();
        let named = literal.origin == Origin::Inferred
            && [
                "style",
                "-style",
                "aesthetic",
                "vibe",
                "inspired",
                "-inspired",
            ]
            .iter()
            .any(|w| behind.starts_with(w));
        // "Japanese minimalist": words of looks alone.
        let styles: Vec<&str> = literal
            .text
            .split(' ')
            .filter_map(|w| lexicon().looks.get(&w.to_lowercase()))
            .filter(|(kind, _)| *kind == crate::lexicon::LookKind::Style)
            .map(|(_, style)| *style)
            .collect();
        let looks = literal.origin == Origin::Inferred
            && styles.len() >= 2
            && styles.len() == literal.text.split(' ').count();
        if looks {
            for style in styles {
                reader.brief.look.styles.push(style.to_string());
            }
            if let Some((first, last)) = tokens_of(reader, index) {
                reader.mark(first, last, Use::Look);
            }
            remove_literal(reader, index);
            continue;
        }
        if !named {
            index += 1;
            continue;
        }
        let word = literal.text.to_lowercase();
        if let Some((crate::lexicon::LookKind::Style, style)) = lexicon().looks.get(&word) {
            reader.brief.look.styles.push((*style).to_string());
        }
        if let Some((first, last)) = tokens_of(reader, index) {
            reader.mark(first, last, Use::Look);
        }
        remove_literal(reader, index);
    }
}

/// "letters A and R": the letters of one mark, not three words.
pub(super) fn join_letters(reader: &mut Reader<'_>) {
    if reader.brief.genre != crate::Genre::Logo {
        return;
    }
    let named = reader
        .brief
        .literals
        .iter()
        .any(|l| letters(&l.text).is_none());
    for literal in &mut reader.brief.literals {
        if let Some(letters) = letters(&literal.text).filter(|_| literal.origin != Origin::Quoted) {
            literal.text = letters;
            literal.role = if named { Role::Badge } else { Role::Title };
        }
    }
}

/// Letters of a monogram, at most.
const LETTERS_MAX: usize = 3;

/// "A and M", "J & R": single letters with words between them, as one mark.
fn letters(text: &str) -> Option<String> {
    let single = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let count = words.iter().filter(|word| single(word)).count();
    let joined = words
        .iter()
        .all(|word| single(word) || matches!(*word, "and" | "&" | "+" | "y" | "et" | "und" | "e"));
    let mark: String = words
        .into_iter()
        .filter(|word| single(word) || *word == "&")
        .collect();
    (joined && (2..=LETTERS_MAX).contains(&count)).then_some(mark)
}

/// A thing inside words that are text shows nothing ("€15 incl. cheese board").
pub(super) fn drop_told(reader: &mut Reader<'_>) {
    let spans: Vec<crate::Span> = reader
        .brief
        .literals
        .iter()
        .filter(|l| l.origin > Origin::Introduced && l.text.contains(' ') && l.role != Role::Title)
        .filter(|l| l.text.split(' ').count() >= 3)
        .map(|l| l.span.clone())
        .collect();
    for span in spans {
        let from = reader
            .tokens
            .iter()
            .position(|t| t.span.start >= span.start);
        let to = reader.tokens.iter().position(|t| t.span.start >= span.end);
        let to = to.unwrap_or(reader.tokens.len());
        if let Some(from) = from.filter(|from| *from < to) {
            drop_objects(reader, from, to);
        }
    }
}

/// "…, est. 1998": the word for founding stands before its year.
fn widen_founding(reader: &mut Reader<'_>) {
    const FOUNDED: &[&str] = &[
        "est.",
        "est",
        "established",
        "since",
        "founded",
        "seit",
        "depuis",
        "desde",
        "dal",
        "sinds",
        "od",
        "fundada",
        "gegründet",
    ];
    for index in 0..reader.brief.literals.len() {
        let literal = &reader.brief.literals[index];
        let year = literal.text.len() == 4 && literal.text.bytes().all(|b| b.is_ascii_digit());
        if !year || literal.origin == Origin::Quoted {
            continue;
        }
        let (start, end) = (literal.span.start, literal.span.end);
        let before = reader.prompt[..start].trim_end();
        let word = before
            .rsplit(|c: char| !c.is_alphabetic() && c != '.')
            .next()
            .unwrap_or_default();
        if !FOUNDED.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        let from = before.len() - word.len();
        for at in 0..reader.len() {
            if reader.tokens[at].span.start >= from && reader.tokens[at].span.end <= end {
                reader.mark(at, at + 1, Use::Literal);
            }
        }
        let own = &mut reader.brief.literals[index];
        own.span = from..end;
        own.text = reader.prompt[from..end].to_string();
    }
}

/// "Black Kettle est. 2012": the year of founding is a line of its own.
pub(super) fn part_founding(reader: &mut Reader<'_>) {
    widen_founding(reader);
    for index in 0..reader.brief.literals.len() {
        let literal = reader.brief.literals[index].clone();
        if literal.origin == Origin::Quoted {
            continue;
        }
        let lower = literal.text.to_lowercase();
        let Some(at) = [" est.", " est ", " since ", " established "]
            .iter()
            .find_map(|w| lower.find(w))
            .or_else(|| lower.ends_with(" est").then(|| lower.len() - 4))
        else {
            continue;
        };
        if !literal.text.is_char_boundary(at) || at == 0 {
            continue;
        }
        let start = literal.span.start + at + 1;
        // The year may stand behind what the scanner took.
        let rest = &reader.prompt[start..];
        let long = rest
            .char_indices()
            .find(|(i, c)| *i >= literal.span.end - start && !(c.is_ascii_digit() || *c == ' '))
            .map_or(rest.len(), |(i, _)| i);
        let line = rest[..long].trim_end();
        if !line.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        let span = start..start + line.len();
        let own = &mut reader.brief.literals[index];
        own.text = literal.text[..at].to_string();
        own.span = literal.span.start..literal.span.start + at;
        reader
            .brief
            .constraints
            .retain(|c| !matches!(c, crate::Constraint::Count { n, .. } if *n > 1000));
        let from = reader
            .tokens
            .iter()
            .position(|t| t.span.start >= span.start);
        let to = reader.tokens.iter().position(|t| t.span.start >= span.end);
        if let Some(from) = from {
            let to = to.unwrap_or(reader.tokens.len());
            reader.mark(from, to, Use::Literal);
        }
        reader.brief.literals.push(Literal {
            text: reader.prompt[span.clone()].to_string(),
            span,
            role: Role::Small,
            origin: Origin::Inferred,
            on_object: None,
        });
    }
}

/// "NEON" "FIELDS" "2027" side by side are one name.
pub(super) fn join_capitals(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index + 1 < reader.brief.literals.len() {
        let (a, b) = (
            &reader.brief.literals[index],
            &reader.brief.literals[index + 1],
        );
        let touching = matches!(
            reader.prompt.get(a.span.end..b.span.start),
            Some(" " | " <" | " < ")
        );
        let unquoted = a.origin != Origin::Quoted && b.origin != Origin::Quoted;
        let capitals = |text: &str| {
            text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
        };
        let year = b.text.len() == 4 && b.text.bytes().all(|c| c.is_ascii_digit());
        let started = !a.text.contains(' ') || year;
        let paired = reader.brief.pairs.iter().any(|p| {
            [p.label, Some(p.value)]
                .iter()
                .flatten()
                .any(|&i| i == index || i == index + 1)
        });
        let offer = b.text.contains(['%', '$', '€', '£']);
        // "Wren & the Rivers"
        let coupled = a.text.ends_with(" &")
            && unquoted
            && matches!(
                reader.prompt.get(a.span.end..b.span.start),
                Some(" " | " the ")
            );
        if coupled
            || touching
                && unquoted
                && capitals(&a.text)
                && (capitals(&b.text) || year)
                && started
                && !paired
                && !offer
        {
            let span = a.span.start..b.span.end;
            let text = reader.prompt[span.clone()].to_string();
            let literal = &mut reader.brief.literals[index];
            (literal.span, literal.text) = (span, text);
            remove_literal(reader, index + 1);
        } else {
            index += 1;
        }
    }
}

/// "4.9" ".–22.11.2026": figures that touch are one text.
pub(super) fn join_numbers(reader: &mut Reader<'_>) {
    let mut index = 0;
    while index + 1 < reader.brief.literals.len() {
        let (a, b) = (
            &reader.brief.literals[index],
            &reader.brief.literals[index + 1],
        );
        let gap = reader.prompt.get(a.span.end..b.span.start);
        let touching = matches!(gap, Some("." | "" | ".–" | ". – " | " – "));
        let figures = |text: &str| {
            text.chars().all(|c| !c.is_alphabetic()) && text.chars().any(|c| c.is_ascii_digit())
        };
        let bare = |text: &str| !text.contains(['%', '$', '€', '£']);
        let paired = reader
            .brief
            .pairs
            .iter()
            .any(|p| p.value == index || p.value == index + 1);
        if touching
            && !paired
            && figures(&a.text)
            && figures(&b.text)
            && bare(&a.text)
            && bare(&b.text)
        {
            let span = a.span.start..b.span.end;
            let text = reader.prompt[span.clone()].to_string();
            let literal = &mut reader.brief.literals[index];
            (literal.span, literal.text, literal.role) = (span, text, Role::Date);
            remove_literal(reader, index + 1);
        } else {
            index += 1;
        }
    }
}

/// "name: Run for Rivers": on a piece without a title the name is the title.
pub(super) fn name_is_title(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    if brief.literals.iter().any(|l| l.role == Role::Title)
        || brief.genre == crate::Genre::BookCover
    {
        return;
    }
    let prompt = reader.prompt;
    let named = brief.literals.iter().position(|l| {
        let before = prompt[..l.span.start]
            .trim_end_matches(['"', '\'', '“', '‘', ' '])
            .to_lowercase();
        l.role == Role::Person && (before.ends_with("name:") || before.ends_with(" name"))
    });
    let Some(named) = named else { return };
    // "LOST DOG, …, Name: Rusty": what stands in capitals before it leads, and the name is told with its word.
    let start = brief.literals[named].span.start;
    let shouted = brief.literals.iter().any(|l| {
        let letters = || l.text.chars().filter(|c| c.is_alphabetic());
        l.span.end <= start && letters().count() >= 4 && letters().all(char::is_uppercase)
    });
    let worded = prompt[..start].trim_end().ends_with(':').then(|| {
        let head = prompt[..start].trim_end().trim_end_matches(':');
        head.len() - "name".len()
    });
    let literal = &mut brief.literals[named];
    if let (true, Some(from), false) = (shouted, worded, literal.origin == Origin::Quoted) {
        literal.span.start = from;
        literal.text = prompt[literal.span.clone()].to_string();
        literal.role = Role::Body;
        brief.pairs.retain(|pair| pair.value != named);
    } else if !shouted {
        literal.role = Role::Title;
    }
}

fn is_day(key: &str) -> bool {
    const DAYS: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    DAYS.contains(&key)
}

/// "Lucky's Bar sat 14 march": the day begins a text of its own.
pub(super) fn part_dates(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.literals.len() {
        let literal = &reader.brief.literals[index];
        if literal.origin == Origin::Quoted || matches!(literal.role, Role::Date | Role::Time) {
            continue;
        }
        let Some((first, last)) = tokens_of(reader, index) else {
            continue;
        };
        let cut = (first + 2..last).find(|&i| {
            is_day(reader.key(i))
                && reader.tokens[i].case == Case::Lower
                && (reader
                    .tokens
                    .get(i + 1)
                    .is_some_and(|t| t.kind == Kind::Number)
                    || reader.form(i + 1).is_some()
                    || i + 1 == last)
        });
        let Some(cut) = cut else { continue };
        let (name, day) = (reader.span(first, cut), reader.span(cut, last));
        let text = reader.prompt[day.clone()].to_string();
        reader.brief.literals[index].text = reader.prompt[name.clone()].to_string();
        reader.brief.literals[index].span = name;
        reader.brief.literals.push(Literal {
            text,
            span: day,
            role: Role::Date,
            origin: Origin::Inferred,
            on_object: None,
        });
    }
}

/// Whether a clause tells a place and its hour or weather, and nothing else ("desert dunes at dusk").
pub(super) fn is_scenery(reader: &Reader<'_>, first: usize, last: usize) -> bool {
    let opens = first > 0 && reader.is_sep(first - 1);
    let lower = (first + 1..last).all(|i| reader.tokens[i].case == Case::Lower);
    let place = (first..last).any(|i| lexicon().places.at(&reader.tokens, i).is_some());
    let time = (first..last).any(|i| {
        matches!(
            reader.key(i),
            "night"
                | "sunset"
                | "sunrise"
                | "dawn"
                | "dusk"
                | "background"
                | "rainy"
                | "foggy"
                | "snowy"
        )
    });
    let seen = (first..last).all(|i| {
        lexicon().places.at(&reader.tokens, i).is_some()
            || lexicon().nouns.at(&reader.tokens, i).is_some()
            || lexicon().adjectives.at(&reader.tokens, i).is_some()
            || lexicon().stops.contains_key(reader.key(i))
            || matches!(
                reader.key(i),
                "night" | "sunset" | "sunrise" | "dawn" | "dusk" | "rainy" | "foggy" | "snowy"
            )
    });
    // "desert dunes at dusk": of several words one may be unknown.
    let unknown = (first..last)
        .filter(|&i| {
            lexicon().places.at(&reader.tokens, i).is_none()
                && lexicon().nouns.at(&reader.tokens, i).is_none()
                && lexicon().adjectives.at(&reader.tokens, i).is_none()
                && !lexicon().stops.contains_key(reader.key(i))
                && !crate::setting::is_setting_word(reader.key(i))
        })
        .count();
    let seen = seen || unknown <= 1;
    opens && lower && place && time && seen && last - first >= 3
}

/// "Rainy harbor at night" at the end of a film poster's prompt is what the picture shows.
pub(super) fn free_scenery(reader: &mut Reader<'_>) {
    let mut index = 1;
    while index < reader.brief.literals.len() {
        let inferred = reader.brief.literals[index].origin == Origin::Inferred;
        let known = tokens_of(reader, index)
            .filter(|&(first, last)| inferred && is_scenery(reader, first, last));
        if let Some((first, last)) = known {
            reader.mark(first, last, Use::Free);
            remove_literal(reader, index);
        } else {
            index += 1;
        }
    }
}

/// What stands behind all quoted texts and tells what to draw is no text.
pub(super) fn free_wishes(reader: &mut Reader<'_>) {
    for index in (0..reader.brief.literals.len()).rev() {
        let plain = reader.brief.literals[index].origin == Origin::Inferred
            && !super::whole::is_bound(reader, index);
        let wish = tokens_of(reader, index)
            .filter(|&(first, _)| plain && super::evidence::wishes(reader, first));
        if let Some((first, last)) = wish {
            reader.mark(first, last, Use::Free);
            remove_literal(reader, index);
        }
    }
}

/// Takes a literal out; pairs, lists and links keep pointing at theirs.
pub(super) fn remove_literal(reader: &mut Reader<'_>, index: usize) {
    reader.brief.remove_literal(index);
}

/// Words that turned out to be text show nothing.
pub(super) fn drop_objects(reader: &mut Reader<'_>, from: usize, to: usize) {
    if from >= to {
        return;
    }
    let span = reader.span(from, to);
    let brief = &mut reader.brief;
    let mut index = 0;
    while index < brief.objects.len() {
        let own = &brief.objects[index].span;
        if own.start < span.start || own.end > span.end || own.start == own.end {
            index += 1;
            continue;
        }
        brief.objects.remove(index);
        brief
            .relations
            .retain(|r| r.subject != index && r.object != index);
        let shift = |i: &mut usize| {
            if *i > index {
                *i -= 1;
            }
        };
        for relation in &mut brief.relations {
            shift(&mut relation.subject);
            shift(&mut relation.object);
        }
        for literal in &mut brief.literals {
            if literal.on_object == Some(index) {
                literal.on_object = None;
            }
            literal.on_object.iter_mut().for_each(shift);
        }
    }
}
