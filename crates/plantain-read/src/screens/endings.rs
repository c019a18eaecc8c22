//! Texts of a screen that a comma cut short: "small print No spam, ever", "address Rua do Sol 22, Lisbon".

use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Words behind a comma that close a line, and words of a town's name, at most.
const CLOSING_WORDS_MAX: usize = 3;
const TOWN_WORDS_MAX: usize = 2;

/// Gives lines the few small words behind their last comma that nothing else has taken.
pub(crate) fn finish(reader: &mut Reader<'_>) {
    if !super::is_interface(reader.brief.genre) {
        return;
    }
    for at in 1..reader.brief.literals.len() {
        let (first, next) = (&reader.brief.literals[at - 1], &reader.brief.literals[at]);
        // "按钮加入购物车、立即购买": the mark within a list joins what is of one kind.
        let joined = reader.prompt.get(first.span.end..next.span.start) == Some("、");
        if joined && first.role == Role::Button && next.origin != Origin::Quoted {
            reader.brief.literals[at].role = Role::Button;
        }
    }
    for at in 0..reader.brief.literals.len() {
        let literal = &reader.brief.literals[at];
        let line = matches!(literal.role, Role::Small | Role::Title | Role::Subtitle)
            && literal.origin != Origin::Quoted
            && literal.text.contains(' ');
        let end = literal.span.end;
        let comma = (0..reader.len()).find(|&i| reader.tokens[i].span.start >= end);
        let Some(comma) = comma.filter(|&comma| line && reader.sep(comma, Sep::Comma)) else {
            continue;
        };
        let Some(to) = closing(reader, comma) else {
            continue;
        };
        // At the end of a prompt a look may follow a title ("title Our menu, rustic").
        let ends = to < reader.len() || literal.role == Role::Small;
        if ends {
            let span = literal.span.start..reader.tokens[to - 1].span.end;
            reader.mark(comma, to, Use::Literal);
            let text = reader.prompt[span.clone()].to_owned();
            let literal = &mut reader.brief.literals[at];
            (literal.text, literal.span) = (text, span);
        }
    }
}

/// Where the few small words behind a comma end, if the sentence ends with them and they name nothing of the page.
pub(super) fn closing(reader: &Reader<'_>, comma: usize) -> Option<usize> {
    let words = crate::lexicon::lexicon();
    let end = (comma + 1..reader.len())
        .find(|&i| reader.is_sep(i))
        .unwrap_or(reader.len());
    let ends = end == reader.len() || reader.sep(end, Sep::Stop) || reader.sep(end, Sep::Mark);
    let plain = |i: usize| {
        reader.is_lower(i)
            && reader.is_free(i)
            && reader.tokens[i].is_word()
            && words.roles.at(&reader.tokens, i).is_none()
            && words.components.at(&reader.tokens, i).is_none()
            && words.genres.at(&reader.tokens, i).is_none()
            && words.looks.at(&reader.tokens, i).is_none()
            && crate::colors::color_at(&reader.tokens, i).is_none()
            && !matches!(
                reader.key(i),
                "dark" | "light" | "please" | "mode" | "background" | "with" | "no" | "without"
            )
    };
    (ends && (1..=CLOSING_WORDS_MAX).contains(&(end - comma - 1)) && (comma + 1..end).all(plain))
        .then_some(end)
}

/// "Rua do Sol 22, Lisbon": the name of a town behind an address is the end of it.
pub(crate) fn settle(brief: &mut Brief) {
    if !super::is_interface(brief.genre) {
        return;
    }
    let town = |brief: &Brief, at: usize| {
        let (street, next) = (brief.literals.get(at)?, brief.literals.get(at + 1)?);
        let between = brief.prompt.get(street.span.end..next.span.start)?;
        let behind = brief.prompt[next.span.end..].trim_start();
        let named = next
            .text
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
            && next.text.split(' ').count() <= TOWN_WORDS_MAX
            && next.text.chars().all(|c| c.is_alphabetic() || c == ' ');
        let joined = street.role == Role::Place
            && street.text.contains(|c: char| c.is_ascii_digit())
            && between == ", "
            && named
            && next.origin != Origin::Quoted
            && matches!(
                next.role,
                Role::Title | Role::Subtitle | Role::Item | Role::Place | Role::Body
            )
            && (behind.is_empty() || behind.starts_with([';', '.', '\n', ',']));
        joined.then_some(next.span.end)
    };
    called_out(brief);
    numbered(brief);
    if brief.genre == Genre::Form && brief.literals.iter().any(|l| l.role == Role::Contact) {
        let street = |l: &&mut Literal| {
            let under = l.role == Role::Subtitle && l.origin != Origin::Quoted;
            under && is_street(&l.text)
        };
        for literal in brief.literals.iter_mut().filter(street) {
            literal.role = Role::Place;
        }
    }
    for at in 0..brief.literals.len() {
        let Some(end) = town(brief, at) else { continue };
        brief.remove_literal(at + 1);
        let street = &mut brief.literals[at];
        street.span.end = end;
        street.text = brief.prompt[street.span.clone()].to_owned();
    }
}

/// "8 Canal Street", "Via Roma 8 Torino": names with one number of a house among them.
fn is_street(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let number = |word: &&&str| word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
    let named = words
        .iter()
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    (3..=5).contains(&words.len()) && named && words.iter().filter(number).count() == 1
}

/// "Thank you, Marisol!": who is called out to behind the comma of a title is the end of it.
fn called_out(brief: &mut Brief) {
    for at in 0..brief.literals.len().saturating_sub(1) {
        let (title, next) = (&brief.literals[at], &brief.literals[at + 1]);
        let behind = brief.prompt[next.span.end..].chars().next();
        let exclaims = next.text.ends_with('!') || behind == Some('!');
        let joined = title.role == Role::Title
            && title.origin == Origin::Introduced
            && next.origin != Origin::Quoted
            && matches!(next.role, Role::Subtitle | Role::Body | Role::Person)
            && brief.prompt.get(title.span.end..next.span.start) == Some(", ")
            && next.text.split_whitespace().count() == 1
            && next.text.starts_with(char::is_uppercase)
            && exclaims;
        if joined {
            let end = next.span.end + usize::from(!next.text.ends_with('!'));
            let span = title.span.start..end;
            brief.remove_literal(at + 1);
            let title = &mut brief.literals[at];
            title.text = brief.prompt[span.clone()].to_owned();
            title.span = span;
            return;
        }
    }
}

/// "order number #A-20914": the sign before a number is written with it.
fn numbered(brief: &mut Brief) {
    for literal in &mut brief.literals {
        let coded = literal.origin != Origin::Quoted
            && matches!(literal.role, Role::Small | Role::Value | Role::Text)
            && literal.text.contains(|c: char| c.is_ascii_digit())
            && literal.span.len() == literal.text.len()
            && brief.prompt[..literal.span.start].ends_with('#');
        if coded {
            literal.span.start -= 1;
            literal.text.insert(0, '#');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn lines_go_on_behind_their_commas() {
        check_texts(&[
            (
                "newsletter signup form, email field, button Subscribe, small print No spam, ever",
                &[
                    (Role::Field, "Email"),
                    (Role::Button, "Subscribe"),
                    (Role::Small, "No spam, ever"),
                ],
            ),
            (
                "电商商品页面:陶瓷花瓶,¥168,按钮加入购物车、立即购买",
                &[
                    (Role::Title, "陶瓷花瓶"),
                    (Role::Price, "¥168"),
                    (Role::Button, "加入购物车"),
                    (Role::Button, "立即购买"),
                ],
            ),
            (
                "contact page of a bike shop: title Say hello, fields Name, Email, button Send, 8 Canal Street, 0113 555 0199",
                &[
                    (Role::Title, "Say hello"),
                    (Role::Field, "Name"),
                    (Role::Field, "Email"),
                    (Role::Button, "Send"),
                    (Role::Place, "8 Canal Street"),
                    (Role::Contact, "0113 555 0199"),
                ],
            ),
            (
                "contact us page: form name, email; address Rua do Sol 22, Lisbon; hello@linhaarq.pt",
                &[
                    (Role::Field, "Name"),
                    (Role::Field, "Email"),
                    (Role::Place, "Rua do Sol 22, Lisbon"),
                    (Role::Contact, "hello@linhaarq.pt"),
                ],
            ),
        ]);
    }
}
