//! Reads who signs a certificate: "signed by Daniel Price, Director of Training".

mod abroad;

use crate::outline::{add, clauses, is_date, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// A person who signs. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer {
    pub name: usize,
    pub post: Option<usize>,
}

/// Words before those who sign.
const LEADS: &[&str] = &[
    "signed by ",
    "signed: ",
    "signed ",
    "signatures: ",
    "signature of ",
    "signatures of ",
    "signature: ",
    "signature line: ",
    "signature line for ",
    "signature line of ",
    "signature line ",
    "signatories: ",
    "unterschrieben von ",
    "unterzeichnet von ",
    "firmado por ",
    "firma: ",
    "signé par ",
    "firmato da ",
    "assinado por ",
    "ondertekend door ",
    "podpisano: ",
];

/// Finds those who sign a certificate, so that none of them stands among what is awarded.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Certificate || !brief.records.is_empty() {
        return;
    }
    recipient(brief);
    abroad::recipient(brief);
    group(brief);
    let lower = lowered(&brief.prompt);
    let signed = LEADS
        .iter()
        .find_map(|lead| lower.find(lead).map(|at| (at, at + lead.len())));
    amounts(brief, signed.map_or(brief.prompt.len(), |signed| signed.0));
    leftovers(
        brief,
        &lower,
        signed.map_or(brief.prompt.len(), |signed| signed.0),
    );
    dated(brief);
    achieved(brief);
    brief.order_literals();
    let Some((_, start)) = signed else {
        return by_post(brief, &lower);
    };
    let mut found = signers(&brief.prompt, &lower, start);
    if found.is_empty() {
        // "signature line Manager": only a post stands under the line.
        let post = clauses(&brief.prompt, start).into_iter().next();
        found.extend(
            post.filter(|post| {
                lower[post.clone()]
                    .rsplit(' ')
                    .next()
                    .is_some_and(crate::posts::is_post)
            })
            .map(|post| (post, None)),
        );
    }
    let Some(end) = found
        .iter()
        .map(|(name, post)| post.as_ref().unwrap_or(name).end)
        .max()
    else {
        return;
    };
    brief
        .literals
        .retain(|l| l.span.end <= start || l.span.start >= end);
    brief.pairs.clear();
    brief.lists.clear();
    brief.signers = found
        .into_iter()
        .map(|(name, post)| Signer {
            name: add(brief, name, Role::Attribution),
            post: post.map(|post| add(brief, post, Role::Small)),
        })
        .collect();
}

/// "Schulleitung: M. Krause": a post with a name behind its colon signs, although nobody says so.
fn by_post(brief: &mut Brief, lower: &str) {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let prompt = brief.prompt.clone();
    let mut found = Vec::new();
    for clause in clauses(&prompt, start) {
        let text = &lower[clause.clone()];
        // "instructor Eva Lind": the post is one word before both names.
        let Some((colon, gap)) = text.find(": ").map(|at| (at, 2)).or_else(|| {
            let two = text.split(' ').count() == 3;
            text.find(' ').filter(|_| two).map(|at| (at, 1))
        }) else {
            continue;
        };
        let post = text[..colon].trim();
        let name = trimmed(&prompt, clause.start + colon + gap..clause.end);
        let posted = post.split(' ').count() <= 4
            && STEMS.iter().any(|stem| format!("{post} ").contains(stem));
        if let (true, Some(name)) = (posted, name.filter(|name| is_name(&prompt[name.clone()]))) {
            found.push((clause.clone(), clause.start..clause.start + colon, name));
        }
    }
    for (clause, post, name) in found {
        let within = |l: &crate::Literal| l.span.start < clause.end && clause.start < l.span.end;
        while let Some(inside) = brief.literals.iter().position(within) {
            brief.remove_literal(inside);
        }
        let Some(post) = trimmed(&prompt, post) else {
            continue;
        };
        let name = add(brief, name, Role::Attribution);
        let post = Some(add(brief, post, Role::Small));
        brief.signers.push(Signer { name, post });
    }
}

/// "Teilnahmeurkunde für Jonas Weber": who stands right behind the medium is who gets it.
fn recipient(brief: &mut Brief) {
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
    let inside = |l: &crate::Literal| l.span.start < clause.end && clause.start < l.span.end;
    let whole = |l: &crate::Literal| inside(l) && l.span.end >= clause.end;
    let kept = |l: &crate::Literal| inside(l) && l.origin == Origin::Quoted;
    if !own || brief.literals.iter().any(|l| whole(l) || kept(l)) {
        return;
    }
    while let Some(part) = brief.literals.iter().position(inside) {
        brief.remove_literal(part);
    }
    add(brief, clause, Role::Body);
}

/// "presented to the volunteers of Green Valley Library": who gets it may be told in small words before a name.
fn group(brief: &mut Brief) {
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
        .find(|l| l.origin != Origin::Quoted && start < l.span.start && l.span.end == end);
    if let Some(literal) = inside {
        literal.span = start..end;
        literal.text = brief.prompt[start..end].to_owned();
        literal.role = Role::Person;
    }
}

/// "certificate for the Chess Cup, awarded to Lina Farouk": the verb tells surely who gets it.
fn told_by_verb(brief: &Brief) -> Option<usize> {
    const VERBS: &[&str] = &[
        "awarded to ",
        "presented to ",
        "given to ",
        "décerné à ",
        "remis à ",
        "verliehen an ",
        "otorgado a ",
        "concedido a ",
        "conferito a ",
        "uitgereikt aan ",
    ];
    let lower = lowered(&brief.prompt);
    let start = VERBS
        .iter()
        .find_map(|verb| lower.find(verb).map(|at| at + verb.len()))?;
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
        .any(|l| l.origin == Origin::Quoted && l.span.start < stop && end < l.span.end);
    if !called || quoted {
        return None;
    }
    while let Some(inside) = brief
        .literals
        .iter()
        .position(|l| l.span.start < stop && end < l.span.end)
    {
        brief.remove_literal(inside);
    }
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

/// "Advanced Welding, 40 hours, with distinction 1.2": a figure between the commas belongs to what is awarded.
fn amounts(brief: &mut Brief, end: usize) {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    if start >= end {
        return;
    }
    for clause in clauses(&brief.prompt[..end], start) {
        let text = &brief.prompt[clause.clone()];
        let figured = text.starts_with(|c: char| c.is_ascii_digit())
            && text.contains(char::is_alphabetic)
            && text.split_whitespace().count() <= 5;
        if !figured || is_date(&text.to_lowercase()) {
            continue;
        }
        let part = |l: &crate::Literal| l.span.start < clause.end && clause.start < l.span.end;
        let whole = text.to_string();
        if let Some(at) = brief
            .literals
            .iter()
            .position(part)
            .filter(|_| is_rank(text))
        {
            brief.pairs.retain(|pair| pair.value != at);
        }
        match brief.literals.iter_mut().find(|l| part(l)) {
            // "9 lessons": of which only the word was found. "1. Platz Schwimmen" names no place.
            Some(found)
                if found.origin == Origin::Inferred
                    || found.origin != Origin::Quoted && is_rank(text) =>
            {
                found.text = whole;
                found.span = clause;
                found.role = Role::Body;
            }
            Some(_) => {}
            None => {
                add(brief, clause, Role::Body);
            }
        }
    }
}

/// "1. Platz Schwimmen", "2nd place": a place in an order begins with its number.
fn is_rank(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < text.len()
        && [
            ". ", "º ", "ª ", "° ", "er ", "e ", "ème ", "st ", "nd ", "rd ", "th ",
        ]
        .iter()
        .any(|mark| behind.starts_with(mark))
}

/// "…, corso di ceramica, …": what stands between the commas and is no wish for the look is printed.
fn leftovers(brief: &mut Brief, lower: &str, end: usize) {
    const WORDS_MAX: usize = 14;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if start >= end || quoted {
        return;
    }
    for clause in clauses(&brief.prompt[..end], start).into_iter().skip(1) {
        let text = &lower[clause.clone()];
        let read = brief
            .literals
            .iter()
            .any(|l| l.span.start < clause.end && clause.start < l.span.end);
        let looks = text.split(' ').any(|word| {
            crate::lexicon::lexicon().looks.get(word).is_some()
                || crate::lexicon::lexicon().colors.get(word).is_some()
        });
        let drawn = [
            "with ", "in ", "use ", "mit ", "con ", "avec ", "no ", "add ",
        ]
        .iter()
        .any(|lead| text.starts_with(lead));
        let short = text.split(' ').count() <= WORDS_MAX && text.contains(char::is_alphabetic);
        // "chess pieces": things and nothing else are drawn.
        let drawn = drawn
            || brief
                .objects
                .iter()
                .any(|o| !o.absent && o.span.start <= clause.start && clause.end <= o.span.end);
        // "waves and fish": so are several, with nothing but joints between them.
        let things = text.split(' ').all(|word| {
            matches!(word, "and" | "&" | "a" | "an" | "some" | "two" | "three")
                || brief.objects.iter().any(|o| {
                    let own = clause.start <= o.span.start && o.span.end <= clause.end;
                    own && !o.absent && lowered(&o.words).split(' ').any(|own| own == word)
                })
        });
        let drawn = drawn || things;
        if !read && !looks && !drawn && short && !text.contains(':') && !crate::slide::is_wish(text)
        {
            add(brief, clause, Role::Body);
        }
    }
}

/// "for finishing 'Advanced Pottery'": the verb only leads to what was done, which is quoted and is nobody's name.
fn achieved(brief: &mut Brief) {
    let doing = |text: &str| text.ends_with("ing") && !text.contains(' ');
    let found = brief.literals.windows(2).position(|pair| {
        let [verb, deed] = pair else { return false };
        let gap = brief.prompt.get(verb.span.end..deed.span.start);
        verb.origin != Origin::Quoted
            && doing(&verb.text)
            && deed.origin == Origin::Quoted
            && gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric))
    });
    let Some(at) = found else { return };
    if brief.literals[at + 1].role == Role::Person {
        brief.literals[at + 1].role = Role::Subtitle;
    }
    brief.remove_literal(at);
}

/// "Firenze 4 maggio 2026": a place and a day are read as the day.
fn dated(brief: &mut Brief) {
    if brief.literals.iter().any(|l| l.role == Role::Date) {
        return;
    }
    let day = |text: &str| {
        let text = text.to_lowercase();
        let place = text
            .find([',', ' '])
            .map_or("", |at| text[at..].trim_start_matches([',', ' ']));
        text.split(' ').count() <= 5
            && is_date(place)
            && place.contains(|c: char| c.is_ascii_digit())
    };
    if let Some(found) = brief
        .literals
        .iter_mut()
        .find(|l| l.role != Role::Person && day(&l.text))
    {
        found.role = Role::Date;
    }
}

/// Names with the posts behind them, up to the end of the sentence or a date.
fn signers(prompt: &str, lower: &str, start: usize) -> Vec<(Span, Option<Span>)> {
    let end = lower[start..]
        .char_indices()
        .find(|(at, c)| {
            let word = lower[start..start + at]
                .rsplit(' ')
                .next()
                .unwrap_or_default();
            let titled = crate::tokens::is_title(word) || word.chars().count() == 1;
            matches!(c, '\n' | ';') || *c == '.' && !titled
        })
        .map_or(lower.len(), |(at, _)| start + at);
    let mut out: Vec<(Span, Option<Span>)> = Vec::new();
    for clause in clauses(&prompt[..end], start) {
        let text = &lower[clause.clone()];
        if is_date(text) || text.starts_with("on ") || text.starts_with("dated") {
            break;
        }
        let cut = text.find(" and ").map_or(vec![clause.clone()], |at| {
            vec![
                clause.start..clause.start + at,
                clause.start + at + 5..clause.end,
            ]
        });
        for part in cut {
            let part = match lower[part.clone()].strip_prefix("and ") {
                Some(rest) => part.end - rest.len()..part.end,
                None => part,
            };
            // "Daniel Price (CEO)"
            let bracket = prompt[part.clone()].find(" (");
            let name = bracket.map_or(part.clone(), |at| part.start..part.start + at);
            let Some(name) = trimmed(prompt, name) else {
                continue;
            };
            if is_name(&prompt[name.clone()]) {
                let post = bracket.and_then(|at| {
                    let inner = part.start + at + 2..part.end;
                    trimmed(
                        prompt,
                        inner.start
                            ..inner.end.min(
                                inner.start
                                    + prompt[inner.clone()].find(')').unwrap_or(inner.len()),
                            ),
                    )
                });
                out.push((name, post));
            } else if let Some((post, name)) = posted(prompt, &name) {
                out.push((name, Some(post)));
            } else if let Some(last) = out.last_mut().filter(|(_, post)| post.is_none()) {
                last.1 = Some(name);
            } else {
                return out;
            }
        }
    }
    out
}

/// "Principal Dana Reed": the post before a name, and the name.
fn posted(prompt: &str, span: &Span) -> Option<(Span, Span)> {
    let text = &prompt[span.clone()];
    text.match_indices(' ').find_map(|(at, _)| {
        let post = &text[..at];
        let last = post.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let told = crate::posts::is_post(&last) && is_name(&text[at + 1..]);
        told.then(|| (span.start..span.start + at, span.start + at + 1..span.end))
    })
}

/// How words for a post begin, in several languages.
const STEMS: &[&str] = &[
    "leit",
    "direkt",
    "direct",
    "diret",
    "dyrekt",
    "vorsitz",
    "vorstand",
    "trainer",
    "coach",
    "lehr",
    "teacher",
    "instruct",
    "principal",
    "rektor",
    "rector",
    "dekan",
    "dean",
    "president",
    "präsident",
    "chair",
    "head ",
    "manager",
    "ceo",
    "organi",
    "jury",
    "profesor",
    "professor",
    "prowadz",
    "müdür",
    "директор",
    "тренер",
];

/// Whether a text may be a name in a script without capitals: a few of its signs, or two words.
fn is_signs(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let signs = text.chars().filter(|c| !c.is_whitespace()).count();
    let wide = text
        .chars()
        .all(|c| ('\u{3040}'..='\u{9fff}').contains(&c) || ('\u{ac00}'..='\u{d7a3}').contains(&c));
    text.chars()
        .all(|c| plain(c) || c.is_whitespace() || c == '·')
        && if wide {
            (2..=4).contains(&signs)
        } else {
            text.split_whitespace().count() == 2
        }
}

/// Small words within names: "Jan de Vries", "Ana dos Santos".
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "van", "von", "vom", "zu",
    "der", "den", "ten", "ter", "bin", "ibn", "al", "el", "y", "e",
];

/// Returns the length of the name that a text begins with: its words with capitals and the particles between them.
fn name_len(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        at += word.len();
        if bare.starts_with(char::is_uppercase) {
            end = at;
        } else if end == 0 || !PARTICLES.contains(&bare) {
            break;
        }
        // "Dr. Ada Quist", "J. Okafor"
        let shortened = bare
            .strip_suffix('.')
            .is_some_and(|w| w.chars().count() == 1 || crate::tokens::is_title(&w.to_lowercase()));
        if bare.ends_with([',', ';', '.', ':']) && !shortened {
            break;
        }
    }
    end
}

/// Whether words are a name: two to four of them with capitals, none of them a post.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && name_len(text) == text.len()
        && !words
            .iter()
            .any(|w| crate::posts::is_post(w.trim_end_matches(',')))
}

#[cfg(test)]
mod tests;
