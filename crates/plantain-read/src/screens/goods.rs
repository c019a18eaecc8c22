//! The page of one product: what it is called, whatever else is quoted, and the sizes it comes in.

use crate::{Brief, Genre, List, Origin, Role, Span};

/// Words for a page that shows one product.
const PAGES: &[&str] = &[
    "product page",
    "product detail",
    "product screen",
    "item page",
    "fiche produit",
    "produktseite",
];
/// Words that lead to the name of the product.
const NAMES: &[&str] = &["name", "called", "title", "named"];
/// Words that lead to another part of the page.
const PARTS: &[&str] = &[
    "price", "rating", "button", "text", "mention", "note", "badge", "label", "color", "colors",
    "contents", "volume", "caption", "size", "sizes",
];
/// Sizes, as shops write them.
const SIZES: &[&str] = &["xxs", "xs", "s", "m", "l", "xl", "xxl"];
/// Sizes that make a choice, at least.
const SIZES_MIN: usize = 2;

/// Titles the page after what is told as the product's name, and makes a choice of its sizes.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::ProductGrid || !brief.records.is_empty() {
        return;
    }
    let heard = brief.heard();
    if PAGES.iter().any(|page| heard.contains(page)) {
        name(brief);
    }
    sizes(brief);
}

/// `Name "Ember One", price "$84.50", rating "4.6"`: the quote behind the word for a name, else the first that no word leads to.
fn name(brief: &mut Brief) {
    let english = |text: &str| crate::english(&text.to_lowercase(), &brief.language.0);
    let mut first = None;
    let mut named = None;
    for (at, literal) in brief.literals.iter().enumerate() {
        let framed = matches!(literal.role, Role::Button | Role::Link | Role::Tab);
        if literal.origin != Origin::Quoted || framed {
            continue;
        }
        let before = brief.prompt[..literal.span.start]
            .trim_end_matches(|c: char| c.is_whitespace() || "\"'“„«‘:".contains(c));
        let word = english(before.rsplit([' ', ',', '.']).next().unwrap_or_default());
        if NAMES.contains(&word.as_str()) || word == "nom" {
            named.get_or_insert(at);
        } else if !PARTS.contains(&word.as_str())
            && !literal
                .text
                .contains(|c: char| c.is_ascii_digit() && c != '0')
        {
            first.get_or_insert(at);
        }
    }
    let Some(at) = named.or_else(|| first.filter(|_| named.is_none())) else {
        return;
    };
    if brief.literals[at].role == Role::Title {
        return;
    }
    for literal in &mut brief.literals {
        if literal.role == Role::Title {
            literal.role = Role::Body;
        }
    }
    brief.literals[at].role = Role::Title;
}

/// "size buttons S M L with M selected": the sizes, parted by blanks, commas or slashes.
fn sizes(brief: &mut Brief) {
    let lower = crate::outline::lowered(&brief.prompt);
    let Some(at) = lower.find("size") else {
        return;
    };
    let end = lower[at..]
        .find(['.', ';', '\n'])
        .map_or(lower.len(), |end| at + end);
    let is_size = |word: &str| SIZES.contains(&word);
    let mut found: Vec<Span> = Vec::new();
    for (from, word) in crate::outline::words(&lower[at..end]) {
        for part in word.split('/') {
            let part = part.trim_matches(|c: char| !c.is_alphanumeric());
            let start = at + from + word.find(part).unwrap_or(0);
            let span = start..start + part.len();
            let known = found
                .iter()
                .any(|known| lower[known.clone()] == lower[span.clone()]);
            if is_size(part) && brief.prompt[span.clone()] != *part && !known {
                found.push(span);
            }
        }
    }
    let listed = brief.lists.iter().any(|list| list.kind.contains("size"));
    if found.len() < SIZES_MIN || listed {
        return;
    }
    let whole = found[0].start..end;
    brief.remove_literals(|l| l.origin != Origin::Quoted && l.meets(&whole) && l.span.start < end);
    brief
        .described
        .retain(|part| !part.words.contains("size") || part.kind != crate::Component::Button);
    let items = found
        .into_iter()
        .map(|span| crate::outline::add(brief, span, Role::Item))
        .collect();
    brief.lists.push(List {
        kind: "size".into(),
        items,
        span: whole,
    });
    brief.order_literals();
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn products_are_called_by_their_names() {
        for (prompt, want) in [
            (
                "product page for a stove. Name \"Ember One\", price \"$84.50\", rating \"4.6 (212 reviews)\"",
                "Ember One",
            ),
            (
                "Fiche produit pour une bougie. Nom « Figuier d'été », prix « 24,90 € », mention « Fabriquée à Grasse »",
                "Figuier d'été",
            ),
        ] {
            let brief = read(prompt);
            let title = brief.literals.iter().find(|l| l.role == Role::Title);
            assert_eq!(title.map(|l| l.text.as_str()), Some(want), "{prompt}");
        }
        let brief = read(
            "bike helmet product page. title Dome Helmet. size buttons S M L with M selected. £65",
        );
        let list = brief.lists.iter().find(|list| list.kind == "size");
        assert_eq!(list.map(|list| list.items.len()), Some(3));
    }
}
