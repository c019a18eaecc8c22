//! Emoji sequences to objects.

use std::sync::OnceLock;

use crate::objects::{Object, object};

/// `code points in hex joined by '-'`, tab, `object name`.
static SEQUENCES: &str = include_str!("../data/emoji.tsv");

const VARIATION_TEXT: char = '\u{FE0E}';
const VARIATION_EMOJI: char = '\u{FE0F}';
const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';
const BLACK_FLAG: char = '\u{1F3F4}';

/// Characters below U+1F000 that show as emoji without a variation selector.
const EMOJI_BY_DEFAULT: &str = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

/// Returns the object for one grapheme cluster if it is an emoji: single characters, skin tones, joined sequences, flags and
/// keycaps. Characters that are text by default (`©`, `☎`) count only with an emoji variation selector.
///
/// A joined sequence or skin tone that the set lacks falls back to its plain form, as Unicode suggests.
pub fn emoji(cluster: &str) -> Option<Object> {
    let first = cluster.chars().next()?;
    if first.is_ascii_alphanumeric() && !cluster.contains(KEYCAP)
        || cluster.contains(VARIATION_TEXT)
    {
        return None;
    }
    if let Some(flag) = flag(cluster) {
        return object(&flag).or_else(|| object("white-flag"));
    }
    let plain: Vec<char> = cluster.chars().filter(|&c| c != VARIATION_EMOJI).collect();
    if plain.len() == 1
        && first < '\u{1F000}'
        && !cluster.contains(VARIATION_EMOJI)
        && !EMOJI_BY_DEFAULT.contains(first)
    {
        return None;
    }
    let untoned = || {
        plain
            .iter()
            .copied()
            .filter(|c| !is_skin_tone(*c))
            .collect::<Vec<_>>()
    };
    let name = named(&plain)
        .or_else(|| named(&untoned()))
        .or_else(|| group(&untoned()))
        .or_else(|| {
            let lead: Vec<char> = plain.iter().copied().take_while(|&c| c != JOINER).collect();
            named(&lead).or_else(|| named(&lead[..1]))
        });
    name.and_then(object)
}

/// Returns the object for people joined into a family or a couple, of which the set has no drawings of their own.
fn group(chars: &[char]) -> Option<&'static str> {
    const CHILDREN: [char; 4] = ['👦', '👧', '🧒', '👶'];
    const ADULTS: [char; 3] = ['👨', '👩', '🧑'];
    let count = |set: &[char]| chars.iter().filter(|c| set.contains(c)).count();
    match (count(&ADULTS), count(&CHILDREN)) {
        (1.., 1..) => Some("family"),
        (2.., _) if chars.contains(&'❤') => Some("couple-with-heart"),
        (2.., _) if count(&['👨']) >= 2 => Some("two-men"),
        (2.., _) if count(&['👩']) >= 2 => Some("two-women"),
        (2.., _) => Some("couple"),
        _ => None,
    }
}

fn is_skin_tone(c: char) -> bool {
    ('\u{1F3FB}'..='\u{1F3FF}').contains(&c)
}

/// Returns the name of the flag object of a pair of regional indicators or a tag sequence.
fn flag(cluster: &str) -> Option<String> {
    let chars: Vec<char> = cluster.chars().collect();
    let letter = |c: char| {
        char::from_u32((c as u32).checked_sub(0x1F1E6)? + u32::from('a'))
            .filter(char::is_ascii_lowercase)
    };
    if let [a, b] = chars[..] {
        return Some(format!("flag-{}{}", letter(a)?, letter(b)?));
    }
    if chars.first() != Some(&BLACK_FLAG) || chars.len() < 4 {
        return None;
    }
    let tags: String = chars[1..]
        .iter()
        .filter_map(|&c| char::from_u32((c as u32).checked_sub(0xE0000)?))
        .filter(char::is_ascii_alphanumeric)
        .collect();
    (tags.len() >= 4).then(|| format!("flag-{}-{}", &tags[..2], &tags[2..]))
}

fn named(chars: &[char]) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut rows: Vec<_> = SEQUENCES
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect();
        rows.sort_unstable();
        rows
    });
    let key = chars
        .iter()
        .map(|&c| format!("{:04x}", c as u32))
        .collect::<Vec<_>>()
        .join("-");
    table
        .binary_search_by(|row| row.0.cmp(key.as_str()))
        .ok()
        .map(|at| table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_name_objects() {
        let check = |cluster: &str, name: Option<&str>| {
            assert_eq!(emoji(cluster).map(|o| o.name), name, "{cluster}")
        };
        check("🍎", Some("red-apple"));
        check("❤️", Some("red-heart"));
        check("❤", None);
        check("©", None);
        check("a", None);
        check("1", None);
        check("1️⃣", Some("keycap-1"));
        check("🇯🇵", Some("flag-jp"));
        check("🏴󠁧󠁢󠁳󠁣󠁴󠁿", Some("flag-gb-sct"));
        check("👍🏽", Some("thumbs-up-medium"));
        check("👩🏾‍🚀", Some("woman-astronaut-medium-dark"));
        check("🏳️‍🌈", Some("rainbow-flag"));
        check("⭐", Some("star"));
        check("👉🏿", Some("backhand-index-pointing-right-dark"));
        check("👪", Some("family"));
        check("👩‍👩‍👧‍👦", Some("family"));
        check("👩🏽‍❤️‍👨🏿", Some("couple-with-heart"));
        check("🧑‍🤝‍🧑", Some("couple"));
        check("", None);
    }

    #[test]
    fn every_sequence_has_its_object() {
        for (key, name) in SEQUENCES.lines().filter_map(|line| line.split_once('\t')) {
            assert!(object(name).is_some(), "{key}: no object {name}");
        }
    }
}
