//! Parts that the prompt names beside a text: what somebody is, what a label is for, where a picture will be shown.

use super::whole::{is_bound, is_priced};
use super::{emit, evidence, literals_in, mending, tokens_of};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, lower};
use crate::{Genre, Origin, Role};

/// Places where pictures are shown; no text of theirs.
const PLATFORMS: &[&str] = &[
    "facebook",
    "instagram",
    "linkedin",
    "youtube",
    "twitter",
    "tiktok",
    "pinterest",
    "whatsapp",
    "snapchat",
    "twitch",
    "threads",
    "etsy",
];

/// Words that join a name to what is called by it; what stands before says what it is.
const CALLING: &[&str] = &[
    " called ",
    " named ",
    " llamado ",
    " llamada ",
    " appelé ",
    " appelée ",
    " nommé ",
    " nommée ",
    " namens ",
    " genannt ",
    " chamado ",
    " chamada ",
    " chiamato ",
    " chiamata ",
    " genaamd ",
    " o nazwie ",
    " под названием ",
    " під назвою ",
    " adlı ",
];

/// Takes out what is no text of the piece, before its lines are put together.
pub(super) fn before(reader: &mut Reader<'_>) {
    drop_platforms(reader);
    part_called(reader);
}

/// Gives what was found its part, and finds what stands beside it.
pub(super) fn after(reader: &mut Reader<'_>) {
    trade(reader);
    goods(reader);
    was_price(reader);
    part_issue(reader);
    press(reader);
    attribution(reader);
    admits(reader);
    occasion(reader);
    quotation(reader);
    drop_media(reader);
    drop_leads(reader);
}

/// "Banner para Facebook: …": where the picture will be shown is no text.
fn drop_platforms(reader: &mut Reader<'_>) {
    let named = |l: &crate::Literal| {
        l.origin != Origin::Quoted && PLATFORMS.contains(&lower(&l.text).trim())
    };
    while let Some(index) = reader.brief.literals.iter().position(named) {
        if let Some((first, last)) = tokens_of(reader, index) {
            reader.mark(first, last, Use::Carrier);
        }
        let led = reader.brief.literals[index].role == Role::Title;
        mending::remove_literal(reader, index);
        // What stood under it leads now.
        let next = reader
            .brief
            .literals
            .iter_mut()
            .find(|l| l.role == Role::Subtitle && led);
        if let Some(next) = next {
            next.role = Role::Title;
        }
    }
}

/// "an Italian trattoria called Da Gino": the name is the title, what it is stands above it.
fn part_called(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.literals.len() {
        let literal = reader.brief.literals[index].clone();
        if literal.origin == Origin::Quoted {
            continue;
        }
        let text = lower(&literal.text);
        let cut = CALLING
            .iter()
            .find_map(|word| text.find(word).map(|at| (at, at + word.len())));
        let Some((head, name)) = cut.filter(|_| text.len() == literal.text.len()) else {
            continue;
        };
        let start = literal.span.start;
        let own = &mut reader.brief.literals[index];
        own.text = literal.text[name..].trim().to_string();
        own.span = start + name..literal.span.end;
        own.role = Role::Title;
        let kind = literal.text[..head].trim();
        if kind.split(' ').count() >= 2 {
            reader.brief.literals.push(crate::Literal {
                text: kind.to_string(),
                span: start..start + head,
                role: Role::Kicker,
                ..literal.clone()
            });
        }
    }
}

/// "business card photographer Lena Fischer", "avvocato Laura Bianchi": what stands before the name is the trade.
fn trade(reader: &mut Reader<'_>) {
    const SMALL: &[&str] = &[
        "for", "of", "a", "an", "the", "our", "my", "named", "called", "name", "@de", "by",
    ];
    if !matches!(reader.brief.genre, Genre::BusinessCard | Genre::Banner) {
        return;
    }
    let named = |l: &crate::Literal| matches!(l.role, Role::Person | Role::Brand);
    let names: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&i| named(&reader.brief.literals[i]))
        .collect();
    for name in names {
        let Some((first, _)) = tokens_of(reader, name) else {
            continue;
        };
        let start = reader.clause_start(first);
        let mut from = (start..first)
            .rfind(|&at| reader.uses[at] == Use::Genre)
            .map_or(start, |genre| genre + 1);
        while from < first && (SMALL.contains(&reader.key(from)) || reader.is_sep(from)) {
            from += 1;
        }
        let mut to = first;
        while to > from && SMALL.contains(&reader.key(to - 1)) {
            to -= 1;
        }
        let told = (1..=4).contains(&to.saturating_sub(from))
            && (from..to).all(|at| {
                reader.tokens[at].is_word()
                    && matches!(
                        reader.uses[at],
                        Use::Free | Use::Topic | Use::Object | Use::Carrier | Use::Look | Use::Role
                    )
            })
            && literals_in(reader, from, to).is_empty()
            && reader.form(from) != Some(FormKind::Price)
            && !evidence::steers_by_words(reader, from, to);
        if !told {
            continue;
        }
        mending::drop_objects(reader, from, to);
        emit(reader, from, to, Role::Subtitle);
        if reader.brief.genre == Genre::Banner {
            reader.brief.literals[name].role = Role::Title;
        }
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

fn is_bound_any(reader: &Reader<'_>, found: &[usize]) -> bool {
    found.iter().any(|&index| is_bound(reader, index))
}

/// "invitation to our housewarming", "halloween party invite": without a name, what is held is the title.
fn occasion(reader: &mut Reader<'_>) {
    const DETERMINERS: &[&str] = &["our", "my", "the", "a", "an", "his", "her", "their", "your"];
    let told = |l: &crate::Literal| {
        l.origin == Origin::Quoted
            || l.origin == Origin::Introduced && matches!(l.role, Role::Title | Role::Person)
            || l.role == Role::Title && !l.text.ends_with('!')
    };
    if reader.brief.genre != Genre::Invitation
        || reader.brief.language.0 != "en"
        || reader.brief.literals.iter().any(told)
    {
        return;
    }
    let Some(genre) = (0..reader.clause_end(0)).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let plain = |reader: &Reader<'_>, from: usize, to: usize| {
        (1..=5).contains(&to.saturating_sub(from))
            && (from..to).all(|at| {
                reader.tokens[at].is_word()
                    && matches!(
                        reader.uses[at],
                        Use::Free
                            | Use::Topic
                            | Use::Object
                            | Use::Carrier
                            | Use::Look
                            | Use::Genre
                    )
            })
            && literals_in(reader, from, to).is_empty()
    };
    let mut from = genre + 1;
    if matches!(reader.key(from), "to" | "for") {
        from += 1;
    }
    while DETERMINERS.contains(&reader.key(from)) {
        from += 1;
    }
    let close = reader.clause_end(from.min(reader.len()));
    let behind = from > genre + 2 && plain(reader, from, close);
    let start = (0..genre)
        .find(|&at| reader.uses[at] != Use::Carrier && !DETERMINERS.contains(&reader.key(at)))
        .unwrap_or(genre);
    let mut end = genre + 1;
    while end > start && reader.uses[end - 1] == Use::Genre && reader.key(end - 1) != "party" {
        end -= 1;
    }
    let (from, to) = if behind {
        (from, close)
    } else if end >= start + 2 && plain(reader, start, end) {
        (start, end)
    } else {
        return;
    };
    for literal in &mut reader.brief.literals {
        if literal.role == Role::Title {
            literal.role = Role::Subtitle;
        }
    }
    mending::drop_objects(reader, from, to);
    emit(reader, from, to, Role::Title);
}

/// "now $12 was $20": the first amount is the price, the one behind "was" the old one.
fn was_price(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::PriceTag | Genre::Sale | Genre::SocialCard | Genre::Label
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
        } else if before.ends_with("now") {
            own.role = Role::Price;
        }
    }
}

/// "TERRA issue 7 spring 2026": the name of a magazine ends where its issue begins.
fn part_issue(reader: &mut Reader<'_>) {
    const ISSUES: &[&str] = &[
        " issue ",
        " no. ",
        " nr. ",
        " vol. ",
        " volume ",
        " número ",
        " numéro ",
        " ausgabe ",
    ];
    if reader.brief.genre != Genre::MagazineCover {
        return;
    }
    for index in 0..reader.brief.literals.len() {
        let literal = reader.brief.literals[index].clone();
        let text = lower(&literal.text);
        let cut = ISSUES.iter().find_map(|word| text.find(word));
        let Some(cut) = cut.filter(|&at| at > 0 && text.len() == literal.text.len()) else {
            continue;
        };
        if index > 0 || literal.origin == Origin::Quoted {
            continue;
        }
        let start = literal.span.start + cut + 1;
        let own = &mut reader.brief.literals[index];
        own.text = literal.text[..cut].to_string();
        own.span = literal.span.start..literal.span.start + cut;
        own.role = Role::Title;
        reader.brief.literals.push(crate::Literal {
            text: literal.text[cut + 1..].to_string(),
            span: start..literal.span.end,
            role: Role::Small,
            ..literal.clone()
        });
    }
}

/// "shop now button": the word for the part is no part of its text.
fn press(reader: &mut Reader<'_>) {
    for literal in &mut reader.brief.literals {
        if literal.origin == Origin::Quoted {
            continue;
        }
        if let Some(text) = literal.text.strip_suffix(" button").map(str::to_string) {
            literal.span.end = literal.span.start + text.len();
            literal.text = text;
            literal.role = Role::Button;
        }
    }
}

/// "Jane Park, COO at Loopwell": under a quotation the post stands with the name.
fn attribution(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::QuoteCard {
        return;
    }
    let prompt = reader.prompt;
    let said = |l: &crate::Literal| matches!(l.role, Role::Title | Role::Quote);
    let by = reader
        .brief
        .literals
        .iter()
        .position(|l| l.role == Role::Person || l.role == Role::Attribution);
    let Some(by) = by else { return };
    let name = reader.brief.literals[by].clone();
    let post = reader.brief.literals.iter().position(|l| {
        let gap = prompt.get(name.span.end..l.span.start).unwrap_or("?");
        gap.trim() == "," && l.origin != Origin::Quoted && !said(l)
    });
    if let Some(post) = post {
        let span = name.span.start..reader.brief.literals[post].span.end;
        let own = &mut reader.brief.literals[by];
        own.text = prompt[span.clone()].to_string();
        own.span = span;
        own.role = Role::Attribution;
        mending::remove_literal(reader, post);
    }
}

/// "Kinoticket: Metropolis, Saal 3, 20:15": what a ticket is for stands first.
fn admits(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Ticket
        || reader.brief.literals.iter().any(|l| l.role == Role::Title)
    {
        return;
    }
    let Some(genre) = reader.brief.genre_span.clone() else {
        return;
    };
    let first = reader
        .brief
        .literals
        .iter()
        .enumerate()
        .filter(|(_, l)| l.span.start >= genre.end)
        .min_by_key(|(_, l)| l.span.start)
        .map(|(index, _)| index);
    let Some(first) = first else { return };
    let literal = &reader.brief.literals[first];
    let named = literal.text.starts_with(char::is_uppercase)
        && literal.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !matches!(
            literal.role,
            Role::Date | Role::Time | Role::Price | Role::Value
        );
    if named {
        reader.brief.literals[first].role = Role::Title;
        for pair in &mut reader.brief.pairs {
            if pair.label == Some(first) {
                pair.label = None;
                pair.label_text.clear();
            }
        }
    }
}

/// "Be yourself; everyone else is already taken. Oscar Wilde": a quotation goes on to the end of its sentence.
fn quotation(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::QuoteCard || !reader.quoted.is_empty() {
        return;
    }
    let Some(title) = reader
        .brief
        .literals
        .iter()
        .position(|l| matches!(l.role, Role::Title | Role::Quote))
    else {
        return;
    };
    let Some((first, last)) = tokens_of(reader, title) else {
        return;
    };
    let end = (last..reader.len())
        .find(|&at| {
            reader.sep(at, Sep::Stop) || reader.sep(at, Sep::Mark) || reader.sep(at, Sep::Line)
        })
        .unwrap_or(last);
    let clauses = (last..end).filter(|&at| reader.is_sep(at)).all(|at| {
        reader.sep(at, Sep::Semi) || reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Other)
    });
    if end <= last || !clauses || evidence::steers_by_words(reader, last, end) {
        return;
    }
    mending::drop_objects(reader, first, end);
    let span = reader.span(first, end);
    let stop = reader.tokens[end].span.end;
    reader.mark(first, end + 1, Use::Literal);
    while let Some(inside) = reader
        .brief
        .literals
        .iter()
        .enumerate()
        .position(|(i, l)| i != title && span.start <= l.span.start && l.span.end <= stop)
    {
        mending::remove_literal(reader, inside);
    }
    let own = reader
        .brief
        .literals
        .iter_mut()
        .find(|l| l.span.start == span.start);
    if let Some(own) = own {
        own.text = reader.prompt[span.start..stop].trim().to_string();
        own.span = span.start..stop;
    }
}

/// "여름 세일 포스터", "yaz indirimi posteri": where the medium stands behind its noun it is no part of the text.
fn drop_media(reader: &mut Reader<'_>) {
    const MEDIA: &[&str] = &[
        "poster",
        "banner",
        "flyer",
        "card",
        "label",
        "sign",
        "ticket",
        "invitation",
        "sticker",
        "logo",
        "post",
        "story",
        "cover",
    ];
    let head_final = matches!(
        reader.brief.language.0.as_str(),
        "ko" | "tr" | "hi" | "ja" | "zh"
    );
    if !head_final {
        return;
    }
    for index in 0..reader.brief.literals.len() {
        if reader.brief.literals[index].origin == Origin::Quoted {
            continue;
        }
        let Some((first, last)) = tokens_of(reader, index) else {
            continue;
        };
        if last >= first + 2 && MEDIA.contains(&reader.key(last - 1)) {
            let span = reader.span(first, last - 1);
            reader.mark(last - 1, last, Use::Genre);
            reader.brief.literals[index].text = reader.prompt[span.clone()].trim().to_string();
            reader.brief.literals[index].span = span;
        }
    }
    if let Some(headline) = reader.brief.headline.clone() {
        let last = headline.rsplit(' ').next().unwrap_or_default();
        let key = crate::english(last, &reader.brief.language.0.clone());
        if headline.contains(' ') && MEDIA.contains(&key.as_str()) {
            let text = headline[..headline.len() - last.len()].trim();
            reader.brief.headline = Some(text.to_string());
        }
    }
}

/// "On Saturday 9 May": behind a name the day stands without its preposition.
fn drop_leads(reader: &mut Reader<'_>) {
    if reader.brief.language.0 != "en" {
        return;
    }
    let prompt = reader.prompt;
    for literal in &mut reader.brief.literals {
        let lead = match literal.role {
            Role::Date | Role::Time => "on ",
            Role::Title => "name ",
            _ => continue,
        };
        let Some(rest) = literal
            .text
            .strip_prefix(lead)
            .filter(|_| literal.origin != Origin::Quoted)
        else {
            continue;
        };
        literal.span.start = literal.span.end - rest.len();
        literal.text = prompt[literal.span.clone()].to_string();
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;

    #[test]
    fn names_are_parted_from_what_they_are() {
        // Prompt; a part and its text.
        for (prompt, role, want) in [
            (
                "business card photographer Lena Fischer, black minimal, www.lenafischer.de",
                Role::Subtitle,
                "photographer",
            ),
            (
                "menu for an Italian trattoria called Da Gino: bruschetta 6, caprese 8",
                Role::Title,
                "Da Gino",
            ),
            (
                "Banner para Facebook: Gran apertura de Panadería Luna, 3 de agosto",
                Role::Title,
                "Gran apertura de Panadería Luna",
            ),
            (
                "label for homemade chili oil, extra hot, 200 ml, made by Wei",
                Role::Title,
                "homemade chili oil",
            ),
            (
                "여름 세일 포스터, 전 품목 50% 할인, 7월 1일~7월 15일",
                Role::Date,
                "7월 1일~7월 15일",
            ),
            (
                "price label for vinyl records, now $12 was $20",
                Role::OldPrice,
                "$20",
            ),
            (
                "invitation to our housewarming, Sat 15 Aug 6pm, 22 Fern Road, bring a plant! Ben & Zoe",
                Role::Title,
                "housewarming",
            ),
            (
                "magazine cover for TERRA issue 7 spring 2026",
                Role::Title,
                "TERRA",
            ),
        ] {
            let brief = crate::read(prompt);
            let found = brief
                .literals
                .iter()
                .filter(|l| l.role == role)
                .any(|l| l.text == want);
            assert!(found, "{prompt}: {:?}", brief.literals);
        }
    }
}
