//! Offers in other languages: "скидка 30% на всю обувь", "靴全品30%オフ", "모든 신발 30% 할인".
//!
//! By how much something is cheaper stands in the middle of the line there, with the word for it before or behind.

use super::emit;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::{Genre, Role};

/// Longest offer, in tokens.
const TOKENS_MAX: usize = 12;

/// Takes the first clause that tells an offer as the line that leads.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let sells = matches!(
        reader.brief.genre,
        Genre::Sale | Genre::Banner | Genre::SocialCard | Genre::Story
    );
    if !sells || reader.brief.language.0 == "en" {
        return;
    }
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title)
        || (0..reader.len()).any(|at| {
            matches!(
                reader.key(at),
                "title" | "headline" | "heading" | "titled" | "slogan"
            )
        });
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let from = (at..end)
            .rfind(|&i| reader.uses[i] == Use::Genre)
            .map_or(at, |genre| genre + 1);
        if tells_offer(reader, from, end) {
            let role = if titled { Role::Subtitle } else { Role::Title };
            emit(reader, from, end, role);
            return;
        }
        at = end + 1;
    }
}

/// Whether a clause is nothing but an offer.
fn tells_offer(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    // "30%オフ" is one quantity.
    let share = (from..to).find(|&at| {
        let form = reader.form(at);
        form == Some(FormKind::Percent)
            || form == Some(FormKind::Quantity) && reader.text(at, at + 1).contains('%')
    });
    let Some(share) = share.filter(|_| to - from <= TOKENS_MAX) else {
        return false;
    };
    let free = (from..to).all(|at| {
        (reader.is_free(at) || matches!(reader.uses[at], Use::Topic | Use::Carrier))
            && !reader.tokens[at].is_sep()
            && reader.tokens[at].quote().is_none()
    });
    let cheaper = (from..to).any(|at| {
        matches!(
            reader.key(at),
            "discount" | "off" | "sale" | "reduction" | "savings"
        )
    });
    let around = to - from > 1 && (share > from || cheaper);
    free && around && (cheaper || reader.is_caseless(from))
}
