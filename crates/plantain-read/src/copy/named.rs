//! Parts that are named before their words: "button Shop now", "logo Viga", "title Visits 2026".

use super::emit;
use crate::lexicon::{Policy, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Sep};
use crate::{Genre, Role};

/// Words on a button, at most.
const BUTTON_WORDS_MAX: usize = 4;
/// Words of a name, at most.
const NAME_WORDS_MAX: usize = 4;

/// Claims them before anything else is read of their clauses.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let printed = super::is_printed(reader.brief.genre);
    let headed = matches!(
        reader.brief.genre,
        Genre::Certificate
            | Genre::BusinessCard
            | Genre::Invitation
            | Genre::Ticket
            | Genre::Invoice
    );
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if printed || headed {
            button(reader, at, end);
            buttons(reader, at, end);
        }
        if printed || headed {
            told_part(reader, at, end);
        }
        if headed {
            logo(reader, at, end);
        }
        if reader.brief.genre == Genre::Chart {
            dated_title(reader, at, end);
        }
        at = end + 1;
    }
}

/// "button Shop now": the words behind the one for a control, up to the end of the clause.
fn button(reader: &mut Reader<'_>, at: usize, end: usize) {
    let Some(from) = button_at(reader, at, end) else {
        return;
    };
    // "button Grab it": the small words of a call are its own.
    let told = (from..end).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic | Use::Carrier)
            && reader.tokens[i].quote().is_none()
            && !reader.is_sep(i)
    });
    if told && (plain(reader, from, end) || reader.is_capital(from)) {
        reader.mark(at, from, Use::Role);
        emit(reader, from, end, Role::Button);
    }
}

/// "buttons Reply, Repost and Like, 214 likes": the words with capitals behind the one for several controls.
fn buttons(reader: &mut Reader<'_>, at: usize, end: usize) {
    let Some(lead) = (at..end).find(|&i| {
        reader.key(i) == "buttons"
            && reader.is_lower(i)
            && (i == at || matches!(reader.key(i - 1), "with" | "and" | "two" | "three" | "has"))
    }) else {
        return;
    };
    let joint = |i: usize| reader.sep(i, Sep::Comma) || matches!(reader.key(i), "and" | "&" | "+");
    let mut from = lead + 1 + usize::from(reader.sep(lead + 1, Sep::Colon));
    let mut found = Vec::new();
    while reader.is_capital(from) {
        let to = (from..reader.len())
            .find(|&i| joint(i) || reader.is_sep(i))
            .unwrap_or(reader.len());
        if !(1..=BUTTON_WORDS_MAX).contains(&(to - from)) || !plain(reader, from, to) {
            break;
        }
        found.push((from, to));
        if to >= reader.len() || !joint(to) {
            break;
        }
        // ", and Like"
        from = to + 1 + usize::from(joint(to + 1));
    }
    if found.len() < 2 {
        return;
    }
    reader.mark(lead, lead + 1, Use::Role);
    for (from, to) in found {
        emit(reader, from, to, Role::Button);
    }
}

/// Where the words of a button begin whose name opens the clause `at..end`.
pub(super) fn button_at(reader: &Reader<'_>, at: usize, end: usize) -> Option<usize> {
    const STANDS: &[&str] = &[
        "in", "at", "on", "with", "below", "under", "is", "and", "to", "the", "for", "saying",
        "that", "which", "says", "reads", "reading", "labelled", "labeled", "text", "color",
        "style",
    ];
    let from = match reader.key(at) {
        "cta" => at + 1 + usize::from(reader.key(at + 1) == "button"),
        "button" => at + 1,
        _ => return None,
    };
    let words = end.saturating_sub(from);
    ((1..=BUTTON_WORDS_MAX).contains(&words) && !STANDS.contains(&reader.key(from))).then_some(from)
}

/// "name is Low Gear Rambles", "line under it Slow bike trips": the words for a part, and the clause behind them as it stands.
fn told_part(reader: &mut Reader<'_>, at: usize, end: usize) {
    let Some((len, word)) = lexicon()
        .roles
        .at_with(&reader.tokens, at, |i| reader.is_free(i))
    else {
        return;
    };
    let name = word.role == Role::Person && reader.key(at) == "name";
    let part = name || matches!(word.role, Role::Subtitle) && len > 1;
    let mut from = at + len;
    while matches!(reader.key(from), "is" | "says" | "reads") && from < end {
        from += 1;
    }
    let formless = (from..end).all(|i| reader.form(i).is_none() && !reader.is_sep(i));
    if part
        && word.policy == Policy::Silent
        && reader.is_lower(at)
        && from < end
        && reader.is_capital(from)
        && formless
        && plain(reader, from, end)
    {
        let role = if name { Role::Title } else { word.role };
        reader.mark(at, from, Use::Role);
        emit(reader, from, end, role);
    }
}

/// "logo Viga": the name that the mark carries.
fn logo(reader: &mut Reader<'_>, at: usize, end: usize) {
    let words = end.saturating_sub(at + 1);
    let named = (at + 1..end).all(|i| reader.is_capital(i));
    if reader.key(at) == "logo"
        && (1..=NAME_WORDS_MAX).contains(&words)
        && named
        && plain(reader, at + 1, end)
    {
        reader.mark(at, at + 1, Use::Role);
        emit(reader, at + 1, end, Role::Brand);
    }
}

/// "title Visits 2026": a number in the name of a chart is none of its values.
fn dated_title(reader: &mut Reader<'_>, at: usize, end: usize) {
    let Some(lead) = (at..end).find(|&i| {
        matches!(reader.key(i), "title" | "titled" | "headline" | "heading")
            && reader.is_free(i)
            && reader.is_lower(i)
    }) else {
        return;
    };
    let from = lead + 1;
    let joins = |i: usize| {
        reader.is_lower(i)
            && matches!(
                reader.key(i),
                "of" | "by" | "per" | "in" | "the" | "vs" | "and" | "for"
            )
            && (reader.is_capital(i + 1) || reader.key(i + 1) == "the")
    };
    let year = |i: usize| {
        let text = reader.key(i);
        text.len() == 4
            && text.starts_with(['1', '2'])
            && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut to = from;
    while to < end && !reader.is_sep(to) && (reader.is_capital(to) || year(to) || joins(to)) {
        to += 1;
    }
    let words = reader
        .tokens
        .get(from)
        .is_some_and(|first| first.is_word() && matches!(first.case, Case::Title | Case::Upper));
    let dated = to > from + 1 && year(to - 1);
    let closes = to == end || reader.sep(to, Sep::Colon);
    if words && dated && closes && plain(reader, from, to) {
        reader.mark(lead, from, Use::Role);
        emit(reader, from, to, Role::Title);
    }
}

/// Whether the tokens are free and none of them is quoted.
fn plain(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic)
            && reader.tokens[i].quote().is_none()
            && !reader.is_sep(i)
    })
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn the_name_of_a_part_leads_to_its_words() {
        check_texts(&[
            (
                "sale banner: SUMMER SALE up to 40% off, ends Sunday, button Shop now, coral and cream",
                &[
                    (Role::Title, "SUMMER SALE up to 40% off"),
                    (Role::Subtitle, "ends Sunday"),
                    (Role::Button, "Shop now"),
                ],
            ),
            (
                "facebook post card by Green Valley Farm: \"Strawberry picking opens!\" with buttons Interested and Share, 214 likes",
                &[
                    (Role::Person, "Green Valley Farm"),
                    (Role::Quote, "Strawberry picking opens!"),
                    (Role::Button, "Interested"),
                    (Role::Button, "Share"),
                    (Role::Value, "214 likes"),
                ],
            ),
            (
                "web banner: Summer clearance, everything 50% off, until August 31, button Grab it",
                &[
                    (Role::Title, "Summer clearance"),
                    (Role::Subtitle, "everything 50% off"),
                    (Role::Body, "until August 31"),
                    (Role::Button, "Grab it"),
                ],
            ),
            (
                "business card: Tomás Herrera, structural engineer, +34 600 111 222, logo Viga",
                &[
                    (Role::Person, "Tomás Herrera"),
                    (Role::Title, "structural engineer"),
                    (Role::Contact, "+34 600 111 222"),
                    (Role::Brand, "Viga"),
                ],
            ),
            (
                "line chart Jan 300, Feb 420, title Sales 2026",
                &[
                    (Role::Category, "Jan"),
                    (Role::Value, "300"),
                    (Role::Category, "Feb"),
                    (Role::Value, "420"),
                    (Role::Title, "Sales 2026"),
                ],
            ),
        ]);
    }
}
