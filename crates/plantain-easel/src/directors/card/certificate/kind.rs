//! What a certificate is called: by its own title, or by what the prompt calls it.

use plantain_read::{Brief, Origin, Role};

use crate::components::pitch;
use crate::components::wording::{Line, Wording, cased};
use crate::studio::Studio;

/// The wording; without a title of its own the sheet is called what the prompt calls it ("certificate of completion").
pub(super) fn named(studio: &Studio<'_>) -> Wording {
    let mut words = Wording::of(studio);
    let brief = studio.brief;
    let honoured = honour(brief, &mut words);
    reason_below(studio, &mut words);
    let titled = honoured
        || brief
            .literals
            .iter()
            .any(|l| l.role == Role::Title && l.origin <= Origin::Introduced);
    let kind = brief
        .genre_span
        .clone()
        .and_then(|span| whole_kind(&brief.prompt, span))
        // "Teilnahmeurkunde" is a heading by itself, "certificate" says little.
        .filter(|kind| kind.contains(' ') || brief.language.0 != "en" || words.title.is_none());
    // "certificate of authenticity for 'Blue Dusk'": the kind heads the sheet, the name stands below.
    let whole = kind.is_some_and(|kind| kind.contains(" of "));
    // "employee of the month certificate: Employee of the Month": the title already says what the kind says.
    let again = kind.is_some_and(|kind| {
        words.title.as_ref().is_some_and(|title| {
            let (title_text, kind) = (title.text.to_lowercase(), kind.to_lowercase());
            title.literal && (kind.contains(&title_text) || is_kind(&title_text, &kind, brief))
        })
    });
    let titled = titled && !whole || again;
    if let (false, Some(kind), true) = (titled, kind, pitch::may_invent(studio)) {
        let title = Line::invented(cased(kind, pitch::tongue(studio)), Role::Title);
        if let Some(mut old) = words.title.replace(title).filter(|old| old.literal) {
            let person = words.facts.iter().any(|f| f.role == Role::Person);
            if is_name(&old.text) && !person {
                old.role = Role::Person;
                words.facts.insert(0, old);
            } else {
                words.body.insert(0, old);
            }
        }
    }
    words
}

/// "for completing Advanced Welding": why somebody earned it heads no sheet.
fn reason_below(studio: &Studio<'_>, words: &mut Wording) {
    let reason = |line: &Line| {
        let own = studio.brief.literals.iter().find(|l| l.text == line.text);
        line.literal && own.is_some_and(|own| matches!(own.role, Role::Body | Role::Subtitle))
    };
    if let Some(old) = words.title.take_if(|title| reason(title)) {
        words.body.insert(0, old);
        let called = studio.brief.genre_span.clone();
        let called = called.and_then(|span| studio.brief.prompt.get(span));
        words.title = called
            .filter(|_| pitch::may_invent(studio))
            .map(|called| Line::invented(cased(called, pitch::tongue(studio)), Role::Title));
    }
}

/// "award certificate: Employee of the Month, presented to Ravi": the honour that is told before the person heads the sheet;
/// returns whether there is one.
fn honour(brief: &Brief, words: &mut Wording) -> bool {
    let person = brief.literals.iter().position(|l| l.role == Role::Person);
    let told = |line: &Line| {
        let own = brief.literals.iter().position(|l| l.text == line.text);
        line.literal && own.is_some_and(|own| person.is_some_and(|person| own < person))
    };
    match words.title.as_ref().filter(|title| title.literal) {
        Some(title) if title.role == Role::Badge => return told(title),
        Some(title) if title.role == Role::Title => return false,
        _ => {}
    }
    let Some(at) = words.badges.iter().position(told) else {
        return false;
    };
    let mut honour = words.badges.remove(at);
    honour.role = Role::Title;
    let old = words.title.replace(honour).filter(|old| old.literal);
    words.body.splice(0..0, old);
    true
}

/// "Certificat de réussite" on a "diplôme": the title names a kind of its own.
fn is_kind(title: &str, kind: &str, brief: &Brief) -> bool {
    const KINDS: &[&str] = &["certificate", "diploma", "award"];
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let english = first(&plantain_read::english(title, &brief.language.0));
    title.contains(' ') && (first(title) == first(kind) || KINDS.contains(&english.as_str()))
}

/// Whether a text is the name of a person by its form: two or three words with capitals and no figure.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) && w.chars().skip(1).any(char::is_lowercase))
        && !text.chars().any(|c| c.is_ascii_digit())
}

/// Returns the name of the medium with the words before it that say which: "kids swimming certificate".
fn whole_kind(prompt: &str, span: std::ops::Range<usize>) -> Option<&str> {
    const CARRIERS: &[&str] = &[
        "make",
        "create",
        "design",
        "draw",
        "generate",
        "me",
        "us",
        "a",
        "an",
        "the",
        "my",
        "our",
        "please",
        "need",
        "i",
        "we",
        "for",
        "of",
        "with",
        "as",
        "elegant",
        "simple",
        "modern",
        "formal",
        "fancy",
        "beautiful",
        "printable",
        "landscape",
        "blank",
        "official",
        "want",
        "like",
        "give",
        "can",
        "you",
        "could",
        "some",
        "nice",
        "cute",
        "fun",
        "professional",
        "gold",
        "blue",
        "red",
        "green",
        "minimal",
        "vintage",
        "classic",
    ];
    let before = prompt.get(..span.start)?;
    let opening = before
        .rfind([',', '.', ':', ';', '\n', '"', '”'])
        .map_or(0, |at| at + 1);
    let mut start = span.start;
    for word in before[opening..]
        .split(' ')
        .rev()
        .filter(|w| !w.is_empty())
        .take(4)
    {
        let plain = word
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '\'');
        if !plain || CARRIERS.contains(&word.to_lowercase().as_str()) {
            break;
        }
        start = before[..start].rfind(word)?;
    }
    prompt.get(start..span.end + deed(&prompt[span.end..]))
}

/// Length of what a certificate is of behind its medium: " of bravery" in "certificate of bravery for Ada".
fn deed(behind: &str) -> usize {
    const WORDS_MAX: usize = 3;
    if !behind.starts_with(" of ") {
        return 0;
    }
    let end = [
        " for ",
        " to ",
        " awarded",
        " presented",
        " given",
        " with ",
        ",",
        ":",
        ".",
        ";",
    ]
    .iter()
    .filter_map(|stop| behind.find(stop))
    .min()
    .unwrap_or(behind.len());
    let deed = &behind[..end];
    let words = deed.split_whitespace().skip(1);
    let plain = words
        .clone()
        .all(|word| word.chars().all(|c| c.is_lowercase() || c == '-'));
    if plain && (1..=WORDS_MAX).contains(&words.count()) {
        end
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{is_name, whole_kind};

    #[test]
    fn a_certificate_is_called_by_all_of_its_words() {
        for (prompt, kind, want) in [
            (
                "kids swimming badge certificate, 25 metres",
                "certificate",
                "kids swimming badge certificate",
            ),
            (
                "make me a nice certificate for Ada",
                "certificate",
                "certificate",
            ),
            (
                "certificate of bravery for a puppy",
                "certificate",
                "certificate of bravery",
            ),
        ] {
            let start = prompt.find(kind).unwrap_or(0);
            let found = whole_kind(prompt, start..start + kind.len());
            assert_eq!(found, Some(want), "{prompt}");
        }
        assert!(is_name("Ella Jones") && !is_name("Advanced Excel course"));
    }
}
