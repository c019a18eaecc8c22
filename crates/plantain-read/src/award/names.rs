//! How the names of people look.

/// Whether a text may be a name in a script without capitals: a few of its signs, or two words.
pub(super) fn is_signs(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let signs = text.chars().filter(|c| !c.is_whitespace()).count();
    let wide = text
        .chars()
        .all(|c| ('\u{3040}'..='\u{9fff}').contains(&c) || ('\u{ac00}'..='\u{d7a3}').contains(&c));
    text.chars()
        .all(|c| plain(c) || c.is_whitespace() || c == '·')
        && if wide {
            (2..=4).contains(&signs)
        } else {
            text.split_whitespace().count() == 2
        }
}

/// Small words within names: "Jan de Vries", "Ana dos Santos".
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "van", "von", "vom", "zu",
    "der", "den", "ten", "ter", "bin", "ibn", "al", "el", "y", "e",
];

/// Returns the length of the name that a text begins with: its words with capitals and the particles between them.
pub(super) fn name_len(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        at += word.len();
        if bare.starts_with(char::is_uppercase) {
            end = at;
        } else if end == 0 || !PARTICLES.contains(&bare) {
            break;
        }
        // "Dr. Ada Quist", "J. Okafor"
        let shortened = bare
            .strip_suffix('.')
            .is_some_and(|w| w.chars().count() == 1 || crate::tokens::is_title(&w.to_lowercase()));
        if bare.ends_with([',', ';', '.', ':']) && !shortened {
            break;
        }
    }
    end
}

/// Whether words are a name: two to four of them with capitals, none of them a post.
pub(crate) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && name_len(text) == text.len()
        && !words
            .iter()
            .any(|w| crate::posts::is_post(w.trim_end_matches(',')))
}
