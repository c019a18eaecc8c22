//! Figures without a sign of their own that a printed piece still tells: the year of a wine, a price before and now.

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Role};

/// Claims figures that only the words beside them explain.
pub(super) fn claim(reader: &mut Reader<'_>) {
    columns(reader);
    was_and_now(reader);
    vintage(reader);
}

/// "menu in one column: …", "two columns": how a piece is laid out is none of its words.
fn columns(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        let counted = crate::numbers::count_at(&reader.tokens, at - 1).is_some();
        let column = matches!(reader.key(at), "column" | "columns") && reader.is_lower(at);
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        if !(counted && column && ends && reader.is_free(at)) {
            continue;
        }
        let led = at > 1 && matches!(reader.key(at - 2), "in" | "into" | "with");
        reader.mark(at - 1 - usize::from(led), at + 1, Use::Constraint);
    }
}

/// "running shoes was 39 now 24": two bare amounts between the words for what was and what is.
fn was_and_now(reader: &mut Reader<'_>) {
    let sells = matches!(
        reader.brief.genre,
        Genre::Sale
            | Genre::Poster
            | Genre::Banner
            | Genre::PriceTag
            | Genre::SocialCard
            | Genre::Story
    );
    // "clearance sticker was $89.99 now $44.99": prices with their signs keep the words that tell them apart.
    let priced = |at: usize| reader.form(at) == Some(crate::forms::FormKind::Price);
    let told = (0..reader.len()).find(|&at| {
        let now = at + 2 + usize::from(reader.sep(at + 2, Sep::Comma));
        reader.key(at) == "was" && priced(at + 1) && reader.key(now) == "now" && priced(now + 1)
    });
    let sticks = sells || reader.brief.genre == Genre::Sticker;
    if let Some(was) = told.filter(|_| sticks && reader.quoted.is_empty()) {
        let now = was + 2 + usize::from(reader.sep(was + 2, Sep::Comma));
        emit(reader, was, was + 2, Role::OldPrice);
        emit(reader, now, now + 2, Role::Price);
        return;
    }
    let amount = |reader: &Reader<'_>, at: usize| {
        reader.is_free(at)
            && reader
                .tokens
                .get(at)
                .is_some_and(|t| t.kind == Kind::Number)
    };
    let found = (0..reader.len()).find(|&at| {
        let comma = usize::from(reader.sep(at + 2, Sep::Comma));
        reader.key(at) == "was"
            && amount(reader, at + 1)
            && reader.key(at + 2 + comma) == "now"
            && amount(reader, at + 3 + comma)
    });
    let Some(was) = found.filter(|_| sells) else {
        return;
    };
    let now = was + 2 + usize::from(reader.sep(was + 2, Sep::Comma));
    for word in [was, now] {
        reader.mark(word, word + 1, Use::Role);
    }
    // On a tag the words before are what is sold; elsewhere they are drawn.
    let start = (reader.clause_start(was)..was)
        .rfind(|&at| reader.uses[at] == Use::Genre)
        .map_or(reader.clause_start(was), |at| at + 1);
    if reader.brief.genre == Genre::PriceTag && start < was {
        emit(reader, start, was, Role::Title);
    }
    emit(reader, was + 1, was + 2, Role::OldPrice);
    emit(reader, now + 1, now + 2, Role::Price);
}

/// `wine label "Chateau Morel" 2019`: a year right behind a name stands on the label.
fn vintage(reader: &mut Reader<'_>) {
    const YEARS: std::ops::RangeInclusive<u32> = 1800..=2099;
    if reader.brief.genre != Genre::Label {
        return;
    }
    for at in 1..reader.len() {
        let token = &reader.tokens[at];
        let year = token.kind == Kind::Number
            && token
                .key
                .parse::<u32>()
                .is_ok_and(|year| YEARS.contains(&year));
        let before = at - usize::from(reader.sep(at - 1, Sep::Comma) && at > 1) - 1;
        let named = reader.tokens[before].quote().is_some()
            || reader.tokens[before].case == Case::Upper && before > 0;
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        if year && named && ends && reader.is_free(at) {
            emit(reader, at, at + 1, Role::Small);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn bare_figures_are_what_the_words_beside_them_say() {
        check_texts(&[
            (
                "wine label \"Chateau Morel\" 2019",
                &[(Role::Title, "Chateau Morel"), (Role::Small, "2019")][..],
            ),
            (
                "price tag: running shoes was 39 now 24",
                &[
                    (Role::Title, "running shoes"),
                    (Role::OldPrice, "39"),
                    (Role::Price, "24"),
                ],
            ),
        ]);
    }
}
