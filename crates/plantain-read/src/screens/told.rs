//! What screens show that is told in a form of its own: choices of a product, lines of code, names behind the word for a
//! place, ways to sign in.

use super::emit;
use crate::forms::FormKind;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, List, Origin, Role};

/// Choices of one kind, at most.
const CHOICES_MAX: usize = 16;

/// Claims these texts.
pub(super) fn claim(reader: &mut Reader<'_>) {
    counters(reader);
    ways_in(reader);
    named_places(reader);
    code(reader);
    choices(reader);
    reduced(reader);
}

/// "$249 was $299", "129 € statt 159 €": the price behind the word is the old one.
fn reduced(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::ProductGrid | Genre::MobileApp | Genre::Landing | Genre::Pricing | Genre::WebPage
    ) {
        return;
    }
    let price = |reader: &Reader<'_>, at: usize| {
        reader.form(at) == Some(FormKind::Price) && reader.is_free(at)
    };
    for at in 1..reader.len().saturating_sub(1) {
        let text = reader.text(at, at + 1).to_lowercase();
        let once = matches!(
            text.as_str(),
            "was"
                | "before"
                | "originally"
                | "statt"
                | "antes"
                | "avant"
                | "prima"
                | "vorher"
                | "previously"
        );
        if !(once && reader.is_free(at) && price(reader, at + 1)) {
            continue;
        }
        let new =
            at - usize::from(reader.sep(at - 1, Sep::Comma) || reader.sep(at - 1, Sep::Open)) - 1;
        emit(reader, at + 1, at + 2, Role::OldPrice);
        reader.mark(at, at + 1, Use::Role);
        if price(reader, new) && !named_price(reader, new) {
            emit(reader, new, new + 1, Role::Price);
            if matches!(reader.key(new.wrapping_sub(1)), "price" | "now" | "only") {
                reader.mark(new - 1, new, Use::Role);
            }
        }
    }
}

/// "Wool scarf $35": whether the words right before a price name what it buys.
fn named_price(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && reader.is_free(at - 1)
        && reader.tokens[at - 1].is_word()
        && !matches!(
            reader.key(at - 1),
            "price" | "now" | "only" | "for" | "at" | "costs"
        )
}

/// "3個", "20分", "12개": a number and the word glued to it, in a script that needs no blank, are one figure.
fn counters(reader: &mut Reader<'_>) {
    /// Letters of a counter, at most.
    const LETTERS_MAX: usize = 3;
    let mut found = false;
    for at in (0..reader.len().saturating_sub(1)).rev() {
        let number = matches!(
            reader.tokens[at].kind,
            Kind::Number | Kind::Form(FormKind::Figure)
        );
        let next = &reader.tokens[at + 1];
        let glued = reader.tokens[at].span.end == next.span.start
            && next.is_word()
            && next.case == Case::None
            && reader.prompt[next.span.clone()].chars().count() <= LETTERS_MAX
            && !reader.prompt[next.span.clone()].is_ascii();
        if number && glued && reader.is_free(at) {
            let end = next.span.end;
            reader.tokens[at].span.end = end;
            reader.tokens[at].kind = Kind::Form(FormKind::Quantity);
            reader.tokens[at].key = reader.prompt[reader.tokens[at].span.clone()].to_lowercase();
            reader.tokens.remove(at + 1);
            reader.uses.remove(at + 1);
            reader.plain.remove(at + 1);
            found = true;
        }
    }
    if found {
        reader.cut_clauses();
    }
}

/// "also continue with google": on a page to enter, another way in is a button.
fn ways_in(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Login | Genre::SignUp) {
        return;
    }
    for at in 0..reader.len().saturating_sub(2) {
        let len = match (reader.key(at), reader.key(at + 1), reader.key(at + 2)) {
            ("continue", "with", _) => 2,
            ("sign" | "log", "in" | "up", "with") => 3,
            ("login" | "signup", "with", _) => 2,
            _ => continue,
        };
        let to = at + len + 1;
        let who = matches!(
            reader.key(at + len),
            "google"
                | "apple"
                | "facebook"
                | "github"
                | "microsoft"
                | "twitter"
                | "x"
                | "sso"
                | "linkedin"
                | "slack"
                | "okta"
                | "gitlab"
                | "kakao"
                | "naver"
                | "line"
                | "wechat"
        );
        let free = (at..to).all(|i| {
            matches!(
                reader.uses.get(i),
                Some(Use::Free | Use::Topic | Use::Genre)
            )
        });
        if who && free {
            let name = capitalized(reader.text(at + len, to));
            let index = emit(reader, at, to, Role::Button);
            let literal = &mut reader.brief.literals[index];
            let lead = literal.text.rsplit_once(' ').map_or("", |(lead, _)| lead);
            literal.text = format!("{} {name}", capitalized(lead));
        }
    }
}

/// `restaurant "La Brasa"`: what is quoted behind the word for a house is its name.
fn named_places(reader: &mut Reader<'_>) {
    let framed = reader
        .brief
        .literals
        .iter()
        .any(|l| matches!(l.role, Role::Brand | Role::Title));
    if framed {
        return;
    }
    for at in 1..reader.len() {
        let house = matches!(
            reader.key(at - 1),
            "restaurant"
                | "cafe"
                | "café"
                | "bakery"
                | "pizzeria"
                | "hotel"
                | "hostel"
                | "bar"
                | "salon"
                | "clinic"
                | "gym"
                | "studio"
                | "museum"
                | "library"
                | "school"
                | "podcast"
                | "show"
                | "startup"
                | "company"
                | "brand"
        );
        // "search bar", "tab bar": a part of the screen.
        let part = at > 1
            && matches!(
                reader.key(at - 2),
                "search" | "tab" | "nav" | "menu" | "status" | "tool" | "top" | "bottom" | "app"
            );
        if house && !part && reader.tokens[at].quote().is_some() && reader.is_free(at) {
            let index = emit(reader, at, at + 1, Role::Brand);
            reader.brief.literals[index].origin = Origin::Quoted;
            return;
        }
    }
}

/// "a code block: quill migrate up": what stands behind the colon is a line of code.
fn code(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::WebPage {
        return;
    }
    let Some(colon) = (1..reader.len()).find(|&at| {
        reader.sep(at, Sep::Colon)
            && matches!(
                reader.key(at - 1),
                "block" | "code" | "snippet" | "command" | "commands" | "terminal"
            )
    }) else {
        return;
    };
    let from = colon + 1;
    let to = (from..reader.len())
        .find(|&at| {
            [Sep::Stop, Sep::Line, Sep::Semi]
                .iter()
                .any(|s| reader.sep(at, *s))
        })
        .unwrap_or(reader.len());
    let free =
        (from..to).all(|at| reader.tokens[at].quote().is_none() && reader.uses[at] != Use::Literal);
    if from == to || !free {
        return;
    }
    let head = if matches!(
        reader.key(colon.wrapping_sub(2)),
        "code" | "terminal" | "shell"
    ) {
        colon - 2
    } else {
        colon - 1
    };
    reader.mark(head, from, Use::Role);
    let line = emit(reader, from, to, Role::Body);
    let span = reader.brief.literals[line].span.clone();
    reader.brief.lists.push(List {
        kind: "code".into(),
        items: vec![line],
        span,
    });
}

/// "colors black green orange", "sizes S, M and L": what a product can be chosen in.
fn choices(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::ProductGrid | Genre::MobileApp | Genre::WebPage
    ) {
        return;
    }
    let sizes = choice_of(reader, "size", &is_size_word, &size_at);
    let goods = sizes || reader.brief.genre == Genre::ProductGrid;
    if goods {
        choice_of(reader, "color", &is_color_word, &color_at);
    }
}

/// Claims the choices behind a word for their kind; returns whether there were any.
fn choice_of(
    reader: &mut Reader<'_>,
    kind: &str,
    heads: &dyn Fn(&Reader<'_>, usize) -> bool,
    one: &dyn Fn(&Reader<'_>, usize) -> Option<usize>,
) -> bool {
    for head in 0..reader.len() {
        if !heads(reader, head) || reader.uses[head] == Use::Literal {
            continue;
        }
        let mut at = head + 1;
        while reader.sep(at, Sep::Colon) || matches!(reader.key(at), "in" | "are" | "available") {
            at += 1;
        }
        let from = at;
        let mut items: Vec<(usize, usize)> = Vec::new();
        while items.len() < CHOICES_MAX {
            let joint = reader.sep(at, Sep::Comma)
                || reader.sep(at, Sep::Slash)
                || matches!(reader.key(at), "and" | "or" | "&");
            if joint && !items.is_empty() && one(reader, at + 1).is_some() {
                at += 1;
            }
            // "S, M and L": a comma and "and" may stand together.
            if matches!(reader.key(at), "and" | "or") && one(reader, at + 1).is_some() {
                at += 1;
            }
            let Some(len) = one(reader, at) else { break };
            items.push((at, at + len));
            at += len;
        }
        if items.len() < 2 {
            continue;
        }
        reader.mark(head, from, Use::Role);
        let mut list = List {
            kind: kind.into(),
            span: reader.span(from, at),
            ..List::default()
        };
        for (from, to) in items {
            list.items.push(emit(reader, from, to, Role::Item));
        }
        reader.mark(head, at, Use::Literal);
        reader.brief.lists.push(list);
        return true;
    }
    false
}

fn is_size_word(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "size" | "sizes")
        || matches!(
            reader.text(at, at + 1).to_lowercase().as_str(),
            "größe"
                | "größen"
                | "talla"
                | "tallas"
                | "taille"
                | "tailles"
                | "tamanho"
                | "tamanhos"
                | "taglia"
                | "taglie"
                | "maat"
                | "maten"
                | "rozmiar"
                | "rozmiary"
                | "beden"
                | "bedenler"
                | "размер"
                | "размеры"
                | "розмір"
                | "розміри"
                | "サイズ"
                | "尺码"
                | "尺寸"
                | "사이즈"
                | "المقاس"
                | "المقاسات"
                | "מידה"
                | "מידות"
                | "साइज़"
        )
}

fn size_at(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let token = reader.tokens.get(at)?;
    let text = reader.text(at, at + 1).to_uppercase();
    let letters = matches!(
        text.as_str(),
        "XXS" | "XS" | "S" | "M" | "L" | "XL" | "XXL" | "XXXL" | "2XL" | "3XL" | "4XL"
    );
    let words = matches!(reader.key(at), "small" | "medium" | "large");
    let number = token.kind == Kind::Number
        && reader
            .key(at)
            .parse::<f32>()
            .is_ok_and(|size| (1.0..=60.0).contains(&size));
    (letters || words || number).then_some(1)
}

fn is_color_word(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "color" | "colors" | "colour" | "colours")
        && !matches!(reader.key(at + 1), "scheme" | "palette" | "theme")
}

fn color_at(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const WORDS_MAX: usize = 3;
    let color = |at: usize| crate::colors::color_at(&reader.tokens, at).map(|(len, _)| len);
    // "Moss, Slate": shops have names of their own for colours, in capitals up to the next comma.
    let run = (at..reader.len())
        .take_while(|&i| {
            reader.tokens[i].is_word()
                && reader.tokens[i].quote().is_none()
                && matches!(reader.uses[i], Use::Free | Use::Topic)
                && (reader.is_capital(i) || i > at && reader.brief.language.0 == "de")
                && !(reader.is_lower(i) && matches!(reader.key(i), "and" | "or"))
        })
        .count();
    let ends = at + run >= reader.len()
        || reader.is_sep(at + run)
        || matches!(reader.key(at + run), "and" | "or" | "&");
    match color(at) {
        Some(len) if len >= run || color(at + len).is_some() || !ends => Some(len),
        _ if (1..=WORDS_MAX).contains(&run) && ends => Some(run),
        found => found,
    }
}
