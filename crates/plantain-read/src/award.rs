//! Reads who signs a certificate: "signed by Daniel Price, Director of Training".

mod abroad;
mod names;
mod recipient;

pub(crate) use names::is_name;
use recipient::{group, recipient, unled};

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
    unled(brief);
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
    done_for(brief, &lower);
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
    paired_posts(brief);
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
        let within = |l: &crate::Literal| l.meets(&clause);
        brief.remove_literals(within);
        let Some(post) = trimmed(&prompt, post) else {
            continue;
        };
        let name = add(brief, name, Role::Attribution);
        let post = Some(add(brief, post, Role::Small));
        brief.signers.push(Signer { name, post });
    }
}

/// `Coach: "P. Visser"`: a post that was read as the label of a name signs.
fn paired_posts(brief: &mut Brief) {
    let posted = |pair: &crate::Pair| {
        let post = format!("{} ", pair.label_text.to_lowercase());
        STEMS.iter().any(|stem| post.contains(stem)) && is_name(&brief.literals[pair.value].text)
    };
    let Some(pair) = brief.pairs.iter().position(posted) else {
        return;
    };
    let pair = brief.pairs.remove(pair);
    let name = pair.value;
    brief.literals[name].role = Role::Attribution;
    let before = lowered(&brief.prompt[..brief.literals[name].span.start]);
    let post = before
        .rfind(&pair.label_text.to_lowercase())
        .map(|at| add(brief, at..at + pair.label_text.len(), Role::Small));
    // Texts stand in the order of the prompt: the post was put before its name.
    let name = match post {
        Some(post) if post <= name => name + 1,
        _ => name,
    };
    brief.signers.push(Signer { name, post });
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
        let part = |l: &crate::Literal| l.meets(&clause);
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
    let told = recipient::verb_at(lower).map_or(0, |(verb, _)| verb);
    // What goes on right behind the medium belongs to its name.
    let goes_on = |clause: &Span| !lower[start..clause.start].contains([',', ':']);
    let all = clauses(&brief.prompt[..end], start);
    for clause in all.into_iter().skip_while(goes_on) {
        let text = &lower[clause.clone()];
        let read = brief.literals.iter().any(|l| l.meets(&clause));
        let looks = text.split(' ').any(|word| {
            crate::lexicon::lexicon().looks.get(word).is_some()
                || crate::lexicon::lexicon().colors.get(word).is_some()
        });
        let led = [
            "with ", "in ", "use ", "mit ", "con ", "avec ", "no ", "add ",
        ]
        .iter()
        .any(|lead| text.starts_with(lead));
        let short = text.split(' ').count() <= WORDS_MAX && text.contains(char::is_alphabetic);
        // "chess pieces": things and nothing else are drawn.
        // "bordure bleue": a part of the design with its colour is no text.
        let part = brief.described.iter().any(|d| {
            let own = clause.start <= d.span.start && d.span.end <= clause.end;
            own && d.kind == crate::Component::Border && text.split(' ').count() <= 3
        });
        let drawn = led
            || part
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
        // "forklift training, awarded to …": what is told before who gets it is what it is for.
        let deed = clause.end <= told && !led;
        let drawn = (drawn || things) && !deed;
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

/// "for completing Advanced Welding": what was done is printed as a certificate says it, and heads it no more than what stands in
/// quotes behind such words.
fn done_for(brief: &mut Brief, lower: &str) {
    const FOR: &str = "for ";
    let doing = |word: &str| word.len() > 4 && word.ends_with("ing");
    let found = brief.literals.iter().enumerate().find_map(|(at, deed)| {
        if matches!(deed.role, Role::Person | Role::Date) {
            return None;
        }
        let own = lower.get(deed.span.clone())?;
        let before = lower
            .get(..deed.span.start)?
            .trim_end_matches(['"', '“', '\'', ' ']);
        let start = match doing(own.split(' ').next()?) {
            true => before.strip_suffix("for").map(str::len),
            false => {
                let (rest, verb) = before.rsplit_once(' ')?;
                doing(verb).then(|| rest.strip_suffix("for").map(str::len))?
            }
        }?;
        Some((at, start))
    });
    let Some((at, start)) = found else { return };
    if brief.literals[at].origin == Origin::Quoted {
        // What stands in quotes is printed as it is.
        brief.literals[at].role = Role::Subtitle;
        return;
    }
    let end = brief.literals[at].span.end;
    let Some(told) = brief.prompt.get(start..end) else {
        return;
    };
    let text: String = told
        .chars()
        .filter(|c| !matches!(c, '"' | '“' | '”'))
        .collect();
    if text.starts_with(FOR) {
        let deed = &mut brief.literals[at];
        (deed.text, deed.span.start, deed.role) = (text, start, Role::Body);
    }
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

#[cfg(test)]
mod tests;
