//! What is sold: the name of the goods on a label, the price of today and the one before.

use super::whole::{is_bound, is_priced};
use super::{emit, literals_in, mending};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, lower};
use crate::{Genre, Origin, Role};

/// Names the goods and tells their prices apart.
pub(super) fn read(reader: &mut Reader<'_>) {
    goods(reader);
    measures(reader);
    within_medium(reader);
    was_price(reader);
}

/// "70 cl / 40% vol": two measures with a slash between them are one line of a label.
fn measures(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Label {
        return;
    }
    let measure = |l: &crate::Literal| {
        l.origin != Origin::Quoted && l.text.starts_with(|c: char| c.is_ascii_digit())
    };
    let literals = &reader.brief.literals;
    let found = literals.iter().enumerate().find_map(|(at, first)| {
        let second = literals.iter().position(|second| {
            let between = reader.prompt.get(first.span.end..second.span.start);
            measure(second) && between.is_some_and(|gap| gap.trim() == "/")
        })?;
        measure(first).then_some((at, second))
    });
    if let Some((at, second)) = found {
        let end = reader.brief.literals[second].span.end;
        let first = &mut reader.brief.literals[at];
        first.span.end = end;
        first.text = reader.prompt[first.span.clone()].to_string();
        mending::remove_literal(reader, second);
    }
}

/// "label for homemade chili oil", "etiqueta de mermelada de fresa": what the piece is for is its name.
fn goods(reader: &mut Reader<'_>) {
    const LEADS: &[&str] = &["for", "of", "on", "@de", "about", "from"];
    const ARTICLES: &[&str] = &["a", "an", "the", "my", "our", "some"];
    const NOT: &[&str] = &[
        "company", "brand", "business", "shop", "store", "client", "startup",
    ];
    let labelled = matches!(reader.brief.genre, Genre::Label | Genre::PriceTag);
    let named = reader.brief.literals.iter().any(|l| {
        l.origin == Origin::Quoted || l.role == Role::Title && l.origin == Origin::Introduced
    });
    // A label that says nothing else is left to invention.
    if !labelled || named || reader.brief.literals.is_empty() {
        return;
    }
    let Some(genre) = (0..reader.clause_end(0)).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let mut from = genre + 1;
    if !LEADS.contains(&reader.key(from)) {
        return;
    }
    while LEADS.contains(&reader.key(from)) || ARTICLES.contains(&reader.key(from)) {
        from += 1;
    }
    // "a jar of honey": the vessel is no part of the name.
    let vessel = matches!(
        reader.key(from),
        "jar" | "bottle" | "can" | "box" | "bag" | "tin" | "pot"
    ) && reader.key(from + 1) == "of";
    if vessel {
        from += 2;
    }
    let close = reader.clause_end(from.min(reader.len()));
    if reader.sep(close, Sep::Colon) {
        return;
    }
    let to = (from..close)
        .find(|&at| {
            reader.form(at).is_some()
                || reader.tokens[at].kind == Kind::Number
                || matches!(reader.key(at), "with" | "in" | "called" | "named" | "by")
        })
        .unwrap_or(close);
    let told = (1..=6).contains(&to.saturating_sub(from))
        && (from..to).all(|at| {
            reader.tokens[at].is_wordlike()
                && matches!(
                    reader.uses[at],
                    Use::Free | Use::Topic | Use::Object | Use::Carrier | Use::Look | Use::Literal
                )
                && !NOT.contains(&reader.key(at))
        });
    let found = literals_in(reader, from, to);
    let whole = found.is_empty()
        || found.len() == 1
            && !reader.is_capital(from)
            && reader.brief.literals[found[0]].origin == Origin::Inferred;
    if !told || !whole || is_bound_any(reader, &found) {
        return;
    }
    for index in found.into_iter().rev() {
        mending::remove_literal(reader, index);
    }
    for literal in &mut reader.brief.literals {
        if literal.role == Role::Title {
            literal.role = Role::Subtitle;
        }
    }
    emit(reader, from, to, Role::Title);
}

/// "etykieta na dżem truskawkowy": where the goods are a part of the words for the medium, what is said of them behind needs
/// them.
fn within_medium(reader: &mut Reader<'_>) {
    const LEADS: &[&str] = &[
        " na ", " do ", " für ", " de ", " para ", " pour ", " per ", " voor ", " для ",
    ];
    let Some(genre) = reader.brief.genre_span.clone() else {
        return;
    };
    if reader.brief.genre != Genre::Label {
        return;
    }
    let words = lower(&reader.prompt[genre.clone()]);
    let lead = LEADS
        .iter()
        .find_map(|lead| words.find(lead).map(|at| at + lead.len()));
    let Some(start) = lead
        .filter(|_| words.len() == genre.len())
        .map(|at| genre.start + at)
    else {
        return;
    };
    let prompt = reader.prompt;
    let told = |l: &crate::Literal| {
        l.origin == Origin::Inferred
            && l.text.starts_with(char::is_lowercase)
            && prompt.get(genre.end..l.span.start) == Some(" ")
    };
    if let Some(literal) = reader.brief.literals.iter_mut().find(|l| told(l)) {
        literal.span.start = start;
        literal.text = prompt[literal.span.clone()].to_string();
    }
}

fn is_bound_any(reader: &Reader<'_>, found: &[usize]) -> bool {
    found.iter().any(|&index| is_bound(reader, index))
}

/// "now $12 was $20": the first amount is the price, the one behind "was" the old one.
fn was_price(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::PriceTag
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Label
            | Genre::ProductGrid
            | Genre::MobileApp
            | Genre::Landing
            | Genre::Pricing
    ) {
        return;
    }
    reader
        .brief
        .pairs
        .retain(|pair| !lower(&pair.label_text).ends_with(" was"));
    for index in 0..reader.brief.literals.len() {
        let literal = &reader.brief.literals[index];
        let before = lower(reader.prompt[..literal.span.start].trim_end());
        let priced = literal.text.chars().any(|c| c.is_ascii_digit()) && is_priced(&literal.text);
        if !priced || literal.origin == Origin::Quoted {
            continue;
        }
        let own = &mut reader.brief.literals[index];
        if let Some(text) = own.text.strip_suffix(" was") {
            own.span.end = own.span.start + text.len();
            own.text = text.to_string();
            own.role = Role::Price;
        } else if before.ends_with(" was") {
            own.role = Role::OldPrice;
        } else if ["now", "jetzt", "ahora", "maintenant", "nu", "agora", "ora"]
            .iter()
            .any(|word| before.ends_with(word))
        {
            own.role = Role::Price;
            // "$59, now $39": what was asked before stands in front of it.
            let earlier = reader.brief.literals[..index]
                .iter_mut()
                .rfind(|l| l.role == Role::Price && l.origin != Origin::Quoted);
            if let Some(earlier) = earlier {
                earlier.role = Role::OldPrice;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn what_a_label_holds_is_a_line_of_its_own() {
        check_texts(&[(
            "whisky box front, navy with gold text GLEN ARDEN Single Malt 70 cl / 40% vol",
            &[
                (Role::Title, "GLEN ARDEN"),
                (Role::Subtitle, "Single Malt"),
                (Role::Value, "70 cl / 40% vol"),
            ],
        )]);
        let prompt =
            "lotion bottle front, white with green text FERN Hand Lotion 250 ml / 8.5 fl oz";
        assert_eq!(crate::read(prompt).genre, crate::Genre::Label, "{prompt}");
        let prompt = "tea label \"Harbor Tea\", notes \"malty, oak\", \"50g\"";
        assert!(crate::read(prompt).pairs.is_empty(), "{prompt}");
    }
}
