//! Who gets a certificate, and for what.

use super::names::{is_name, is_signs, name_len};
use crate::outline::{add, clauses, is_date, lowered, trimmed};
use crate::{Brief, Origin, Role};

/// "Teilnahmeurkunde für Jonas Weber": who stands right behind the medium is who gets it.
pub(super) fn recipient(brief: &mut Brief) {
    const TO: &[&str] = &[
        "for",
        "to",
        "für",
        "an",
        "pour",
        "à",
        "para",
        "a",
        "al",
        "per",
        "voor",
        "aan",
        "dla",
        "для",
        "için",
        "awarded to",
        "presented to",
    ];
    let Some(end) = brief.genre_span.as_ref().map(|span| span.end) else {
        return;
    };
    let prompt = &brief.prompt;
    let names = brief.literals.iter().filter(|l| is_name(&l.text)).count();
    let found = brief.literals.iter().position(|l| {
        let between = prompt.get(end..l.span.start).unwrap_or("?").trim();
        // "修了証:山田花子、…": behind the colon stands who gets it, if nobody else does.
        let led = TO.contains(&between.to_lowercase().as_str())
            || matches!(between, ":" | "：") && names <= 1;
        l.origin != Origin::Quoted && led && (is_name(&l.text) || is_signs(&l.text))
    });
    let verb = told_by_verb(brief);
    let found = verb.or(found).or_else(|| awarded(brief, end, TO));
    let Some(found) = found else { return };
    day_behind(brief, found);
    let name_end = brief.literals[found].span.end;
    for (at, literal) in brief.literals.iter_mut().enumerate() {
        let guessed = literal.origin == Origin::Inferred
            || verb.is_some() && literal.origin != Origin::Quoted;
        if at == found {
            literal.role = Role::Person;
        } else if literal.role == Role::Person && guessed {
            literal.role = Role::Subtitle;
        }
    }
    deed(brief, name_end);
}

/// "a Luca Bianchi per il corso di fotografia": what it is for is printed whole, also where some of it names a look.
fn deed(brief: &mut Brief, from: usize) {
    const FOR: &[&str] = &[
        "per ", "por ", "pour ", "für ", "fürs ", "za ", "за ", "voor ", "as ", "als ", "como ",
        "come ",
    ];
    let prompt = brief.prompt.clone();
    let Some(clause) = clauses(&prompt, from).into_iter().next() else {
        return;
    };
    let own = prompt[from..clause.start].trim().is_empty()
        && FOR
            .iter()
            .any(|lead| prompt[clause.clone()].starts_with(lead));
    let inside = |l: &crate::Literal| l.meets(&clause);
    let whole = |l: &crate::Literal| inside(l) && l.span.end >= clause.end;
    let kept = |l: &crate::Literal| inside(l) && l.origin == Origin::Quoted;
    if !own || brief.literals.iter().any(|l| whole(l) || kept(l)) {
        return;
    }
    brief.remove_literals(inside);
    add(brief, clause, Role::Body);
}

/// "presented to the volunteers of Green Valley Library": who gets it may be told in small words before a name.
pub(super) fn group(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let start = ["presented to ", "awarded to ", "given to "]
        .iter()
        .find_map(|lead| lower.find(lead).map(|at| at + lead.len()));
    let Some(start) = start.filter(|&at| lower[at..].starts_with("the ")) else {
        return;
    };
    let end = lower[start..]
        .find([',', '.', ';', ':', '\n'])
        .map_or(lower.len(), |at| start + at);
    let end = lower[start..end].find(" for ").map_or(end, |at| start + at);
    let inside = brief
        .literals
        .iter_mut()
        .find(|l| l.origin != Origin::Quoted && start < l.span.end && l.span.end == end);
    if let Some(literal) = inside {
        literal.span = start..end;
        literal.text = brief.prompt[start..end].to_owned();
        literal.role = Role::Person;
    }
}

/// "1st Place, Jonah Feldman, Maple Grove School": where nothing leads to who gets it, the first name of a person does.
pub(super) fn unled(brief: &mut Brief) {
    let known = |l: &crate::Literal| l.role == Role::Person;
    if brief.literals.iter().any(known) {
        return;
    }
    let person = |l: &crate::Literal| {
        let plain = !l
            .text
            .contains(|c: char| c.is_ascii_digit() || "&!?".contains(c));
        let words = l.text.split_whitespace().count();
        l.origin != Origin::Quoted
            && l.role != Role::Title
            && plain
            && words <= 3
            && is_name(&l.text)
            && !crate::roles::is_venue(&l.text)
    };
    if let Some(found) = brief.literals.iter_mut().find(|l| person(l)) {
        found.role = Role::Person;
    }
}

/// "Denise Okafor on 14 March 2026": the day behind a name stands by itself.
fn day_behind(brief: &mut Brief, name: usize) {
    const LEADS: &[&str] = &[" on ", " am ", " le ", " el ", " il ", " em ", " op "];
    let literal = &brief.literals[name];
    let Some((at, lead)) = LEADS
        .iter()
        .find_map(|lead| literal.text.find(lead).map(|at| (at, lead.len())))
        .filter(|&(at, lead)| is_date(&literal.text[at + lead..]))
    else {
        return;
    };
    let span = literal.span.clone();
    let literal = &mut brief.literals[name];
    literal.text.truncate(at);
    literal.span.end = span.start + at;
    add(brief, span.start + at + lead..span.end, Role::Date);
}

/// Where the words stand that surely tell who gets it, and where they end.
pub(super) fn verb_at(lower: &str) -> Option<(usize, usize)> {
    const VERBS: &[&str] = &[
        "awarded to ",
        "presented to ",
        "given to ",
        "goes to ",
        "décerné à ",
        "remis à ",
        "verliehen an ",
        "otorgado a ",
        "concedido a ",
        "conferito a ",
        "uitgereikt aan ",
    ];
    VERBS
        .iter()
        .find_map(|verb| lower.find(verb).map(|at| (at, at + verb.len())))
}

/// "certificate for the Chess Cup, awarded to Lina Farouk": the verb tells surely who gets it.
fn told_by_verb(brief: &Brief) -> Option<usize> {
    let (_, start) = verb_at(&lowered(&brief.prompt))?;
    brief.literals.iter().position(|l| l.span.start == start)
}

/// "Urkunde 1. Platz Weitsprung für Leon Bauer": what stands between the medium and who gets it is what it is for.
///
/// Returns the literal of the recipient.
fn awarded(brief: &mut Brief, end: usize, to: &[&str]) -> Option<usize> {
    let prompt = brief.prompt.clone();
    let stop = prompt[end..]
        .find([',', ';', '\n'])
        .map_or(prompt.len(), |at| end + at);
    let text = lowered(&prompt[end..stop]);
    // "best chili cook-off winner 2026: Bobby Ray"
    let behind = text
        .rfind(": ")
        .filter(|at| !text[..*at].trim().is_empty())
        .map(|at| (end + at, end + at + 2))
        .filter(|(_, start)| is_name(prompt[*start..stop].trim()));
    let (lead, start) = behind.or_else(|| {
        to.iter()
            .filter_map(|word| {
                let spaced = format!(" {word} ");
                text.find(&spaced)
                    .map(|at| (end + at, end + at + spaced.len()))
            })
            .min()
    })?;
    // "for a puppy named Biscuit": who gets it is called by name behind what it is.
    let start = [" named ", " called "]
        .iter()
        .find_map(|word| {
            prompt[start..stop]
                .find(word)
                .map(|at| start + at + word.len())
        })
        .filter(|_| prompt[start..].starts_with(char::is_lowercase))
        .unwrap_or(start);
    // What is drawn on the sheet is no reason.
    let drawn = prompt[start..stop]
        .find(" with ")
        .map_or(stop, |at| start + at);
    let all = trimmed(&prompt, start..drawn)?;
    // "Carlos Méndez por el taller de fotografía": the name ends with its capitals.
    let close = all.start + name_len(&prompt[all.clone()]);
    let name = trimmed(&prompt, all.start..close)?;
    let called = (1..=4).contains(&prompt[name.clone()].split_whitespace().count());
    let reason = trimmed(&prompt, close..all.end);
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && l.meets(&(end..stop)));
    if !called || quoted {
        return None;
    }
    brief.remove_literals(|l| l.meets(&(end..stop)));
    let what = trimmed(&prompt, end..lead).filter(|what| {
        let first = lowered(&prompt[what.clone()]);
        !first.starts_with("of ") && !matches!(first.as_str(), "awarded" | "presented" | "given")
    });
    if let Some(what) = what {
        let small = [
            "for ", "für ", "de ", "du ", "del ", "di ", "der ", "do ", "da ", "van ", "za ",
        ];
        let from = small
            .iter()
            .find(|lead| prompt[what.clone()].starts_with(**lead))
            .map_or(what.start, |lead| what.start + lead.len());
        add(brief, from..what.end, Role::Subtitle);
    }
    if let Some(reason) = reason {
        add(brief, reason, Role::Body);
    }
    Some(add(brief, name, Role::Person))
}
