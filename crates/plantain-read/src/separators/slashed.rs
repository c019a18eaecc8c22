//! Lines that slashes part: "invite: Together with their families / Ada & Tom / Saturday, the fifth of June / Reception to follow".
//!
//! Who parts the lines of a printed piece by slashes keeps the commas for within them.

use crate::Genre;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// Slashes that make lines.
const SLASHES_MIN: usize = 3;

/// Turns the slashes into commas and the commas within their lines into loose marks; returns whether there are such lines.
pub(crate) fn lines(reader: &mut Reader<'_>) -> bool {
    if !matches!(
        reader.brief.genre,
        Genre::Invitation
            | Genre::Poster
            | Genre::Certificate
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Label
    ) {
        return false;
    }
    if dashed(reader) {
        return true;
    }
    let apart = |reader: &Reader<'_>, at: usize| {
        let span = &reader.tokens[at].span;
        reader.prompt[..span.start].ends_with(' ') && reader.prompt[span.end..].starts_with(' ')
    };
    let slashes: Vec<usize> = (0..reader.len())
        .filter(|&at| reader.sep(at, Sep::Slash) && apart(reader, at))
        .collect();
    let (Some(&first), Some(&last)) = (slashes.first(), slashes.last()) else {
        return false;
    };
    let quoted = (first..last).any(|at| reader.tokens[at].quote().is_some());
    let stopped = (first..last).any(|at| reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Line));
    if slashes.len() < SLASHES_MIN || quoted || stopped {
        return false;
    }
    for at in first..last {
        if reader.sep(at, Sep::Comma) {
            reader.tokens[at].kind = Kind::Sep(Sep::Other);
        }
    }
    for at in slashes {
        reader.tokens[at].kind = Kind::Sep(Sep::Comma);
        reader.tokens[at].key.clear();
    }
    true
}

/// "Tincture of Valerian — 10 drops before bed — Shake well": long dashes between words part lines as well; returns whether
/// there are any.
fn dashed(reader: &mut Reader<'_>) -> bool {
    const DASHES_MIN: usize = 2;
    let dashes: Vec<usize> = (1..reader.len().saturating_sub(1))
        .filter(|&at| {
            reader.sep(at, Sep::Dash)
                && reader.text(at, at + 1) == "—"
                && reader.tokens[at - 1].is_word()
        })
        .collect();
    if dashes.len() < DASHES_MIN {
        return false;
    }
    for at in dashes {
        reader.tokens[at].kind = Kind::Sep(Sep::Comma);
        reader.tokens[at].key.clear();
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn slashes_part_lines_and_commas_stay_in_them() {
        check_texts(&[(
            "formal wedding invite: Together with their families / Nora Hale & Ben Okoye / request the pleasure of your company / Sunday, the first of May / Dinner to follow. black script on ivory",
            &[
                (Role::Kicker, "Together with their families"),
                (Role::Title, "Nora Hale & Ben Okoye"),
                (Role::Body, "request the pleasure of your company"),
                (Role::Subtitle, "Sunday, the first of May"),
                (Role::Body, "Dinner to follow"),
            ][..],
        )]);
    }
}
