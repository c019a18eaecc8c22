//! Mails whose parts stand between marks: quotes, dashes, colons, lines.

use super::{Told, is_moment, name_at};
use crate::Span;
use crate::outline::trimmed;

/// `Anna Lind "Contract draft" 9:41`: the sender before what is quoted, the time behind it.
pub(super) fn by_quotes(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for quoted in crate::quotes::find(prompt, &[]) {
        if quoted.outer.start < start {
            continue;
        }
        let before = &lower[start..quoted.outer.start];
        let clause = before
            .rfind([',', ':', ';', '.', '\n'])
            .map_or(start, |cut| start + cut + 1);
        let mut name = match trimmed(prompt, clause..quoted.outer.start) {
            Some(name) => name,
            None => continue,
        };
        for lead in [
            "and ", "then ", "unread ", "new ", "one ", "another ", "a mail ", "mail ", "from ",
        ] {
            if lower[name.clone()].starts_with(lead) {
                name.start += lead.len();
            }
        }
        // "a list of conversations Omar Haddad": the name is what begins with capitals right before the quote.
        if name_at(prompt, name.start) != Some(name.clone()) {
            match names_at_end(prompt, name.clone()) {
                Some(last) => name = last,
                None => continue,
            }
        }
        let end = lower[quoted.outer.end..]
            .find([',', ';', '.', '\n', '"'])
            .map_or(prompt.len(), |cut| quoted.outer.end + cut);
        let behind = trimmed(prompt, quoted.outer.end..end);
        let time = behind.filter(|span| is_moment(&lower[span.clone()]));
        out.push(Told {
            from: Some(name),
            subject: Some(quoted.inner),
            line: None,
            time,
        });
    }
    out
}

/// `"Flat 302 – Noise after ten", "Caretaker – Parcel is here"`: each mail in quotes of its own, sender and subject parted by a dash.
pub(super) fn by_dashed_quotes(prompt: &str, _lower: &str, start: usize) -> Vec<Told> {
    crate::quotes::find(prompt, &[])
        .into_iter()
        .filter(|quoted| quoted.outer.start >= start)
        .filter_map(|quoted| {
            let text = &prompt[quoted.inner.clone()];
            let (at, len) = [" – ", " — ", " - "]
                .iter()
                .find_map(|mark| Some((text.find(mark)?, mark.len())))?;
            let from = trimmed(prompt, quoted.inner.start..quoted.inner.start + at)?;
            let subject = trimmed(prompt, quoted.inner.start + at + len..quoted.inner.end)?;
            Some(Told {
                from: Some(from),
                subject: Some(subject),
                ..Told::default()
            })
        })
        .collect()
}

/// `"Anna" "Trip photos" "9:41", "Ben" "Invoice" "8:02"`: mails as rows of quotes that only blanks or dashes part: who, about
/// what, and, in any order, the first line and when.
pub(super) fn by_rows_of_quotes(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let mut rows = crate::quotes::rows(
        prompt,
        start,
        &["subject", "about", "re", "at", "preview", "says"],
    );
    // A title or a button in quotes stands alone.
    rows.retain(|row| (2..=4).contains(&row.len()));
    let rows = rows.into_iter().map(|row| {
        let mut told = Told::default();
        for text in row.into_iter().map(|quoted| quoted.inner) {
            let moment = is_moment(&lower[text.clone()]);
            let place = match (&told.from, &told.subject) {
                _ if moment => &mut told.time,
                (None, _) => &mut told.from,
                (_, None) => &mut told.subject,
                _ => &mut told.line,
            };
            place.get_or_insert(text);
        }
        told
    });
    rows.filter(|told| told.subject.is_some()).collect()
}

/// `subject "Boiler inspection", from "Greta Holm", body "Hi, …"`: the one mail that is open, its parts in any order.
pub(super) fn opened(prompt: &str, lower: &str) -> Option<Told> {
    let mut told = Told::default();
    for quoted in crate::quotes::find(prompt, &[]) {
        let before = lower[..quoted.outer.start].trim_end_matches([' ', ':']);
        let last = before.rsplit([' ', ',', '.']).next().unwrap_or_default();
        let place = match last {
            "subject" | "betreff" | "asunto" | "objet" | "oggetto" => &mut told.subject,
            "from" | "sender" | "von" | "de" | "da" => &mut told.from,
            "body" | "text" | "says" | "saying" | "message" => &mut told.line,
            _ => continue,
        };
        place.get_or_insert(quoted.inner);
    }
    (told.subject.is_some() && (told.from.is_some() || told.line.is_some())).then_some(told)
}

/// The words with capitals that a stretch ends in, where small letters stand before them.
fn names_at_end(prompt: &str, span: Span) -> Option<Span> {
    const NAMES_MAX: usize = 3;
    let text = &prompt[span.clone()];
    let names = text
        .rsplit(' ')
        .take_while(|word| word.starts_with(char::is_uppercase))
        .map(|word| word.len() + 1)
        .collect::<Vec<usize>>();
    let len = names.iter().sum::<usize>().checked_sub(1)?;
    let start = span.end - len;
    ((1..=NAMES_MAX).contains(&names.len()) && name_at(prompt, start) == Some(start..span.end))
        .then_some(start..span.end)
}

/// "Anna: Trip photos; Ben - Invoice - 9:41": mails between semicolons, lines or commas, sender first.
pub(super) fn by_marks(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let body = lower[start..]
        .find([':', '\n'])
        .map_or(start, |at| start + at + 1);
    let pieces = |mark: &[char], from: usize| -> Vec<Told> {
        let mut out = Vec::new();
        let mut at = from;
        for piece in prompt[from..].split(mark) {
            let span = at..at + piece.len();
            at = span.end + 1;
            out.extend(parted(prompt, lower, span));
        }
        out
    };
    for mark in [&['\n'][..], &[';'], &[','], &['.']] {
        for from in [body, start] {
            let found = pieces(mark, from);
            if found.len() >= 2 {
                return found;
            }
        }
    }
    Vec::new()
}

/// "Refund not received - Ana Ruiz - high": tickets between commas, semicolons or lines, the subject before who wrote it.
pub(super) fn by_turned_marks(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let body = lower[start..]
        .find([':', '\n'])
        .map_or(start, |at| start + at + 1);
    let told = crate::outline::clauses(prompt, body)
        .into_iter()
        .map(|clause| {
            let parts = dashed(prompt, clause);
            let mut rest = parts.into_iter();
            let (subject, from) = (rest.next()?, rest.next()?);
            let named = name_at(prompt, from.start).is_some_and(|name| {
                let behind = prompt[name.end..from.end].trim_matches('.');
                behind.is_empty()
            });
            let mut told = Told {
                from: Some(from),
                subject: Some(subject),
                ..Told::default()
            };
            for part in rest {
                if is_moment(&lower[part.clone()]) {
                    told.time = Some(part);
                } else {
                    told.line.get_or_insert(part);
                }
            }
            named.then_some(told)
        });
    told.collect::<Option<Vec<Told>>>().unwrap_or_default()
}

/// One mail: the sender, a colon or a dash, the subject and perhaps more behind further dashes.
fn parted(prompt: &str, lower: &str, span: Span) -> Option<Told> {
    let mut span = trimmed(prompt, span)?;
    // "Mails: Priya - Contract": a word for mails leads to the first of them.
    let head = lower[span.clone()].split_once(':').map(|(head, _)| head);
    let leads = head
        .and_then(|head| head.split_whitespace().next_back())
        .is_some_and(|word| {
            matches!(
                word,
                "mails"
                    | "emails"
                    | "e-mails"
                    | "messages"
                    | "others"
                    | "other"
                    | "rest"
                    | "read"
                    | "unread"
                    | "andere"
                    | "otros"
                    | "autres"
                    | "altri"
                    | "outros"
                    | "threads"
                    | "list"
                    | "rows"
                    | "inbox"
                    | "nachrichten"
                    | "correos"
                    | "mensajes"
                    | "courriels"
                    | "messaggi"
                    | "berichten"
            )
        });
    if let Some(head) = head.filter(|_| leads) {
        span = trimmed(prompt, span.start + head.len() + 1..span.end)?;
    }
    let mut name = name_at(prompt, span.start)?;
    // "Priya N.": the stop belongs to the initial.
    let initial = prompt[name.clone()]
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.chars().count() == 1);
    if initial && prompt[name.end..span.end].starts_with('.') {
        name.end += 1;
    }
    // A name that runs on past the mail names nobody.
    let behind = prompt.get(name.end..span.end)?;
    let mark = [": ", " - ", " – ", " — ", " | "]
        .iter()
        .find(|mark| behind.starts_with(**mark))?;
    let mut told = Told {
        from: Some(name.clone()),
        ..Told::default()
    };
    for (n, part) in dashed(prompt, name.end + mark.len()..span.end)
        .into_iter()
        .enumerate()
    {
        // "Mon. The first one is unread": the time ends its sentence.
        let stop = lower[part.clone()].find(". ").unwrap_or(part.len());
        let first = part.start..part.start + stop;
        // "Boarding pass. unread 2": a remark on the mails is no part of the last of them.
        let remark = lower[first.end..part.end].trim_start_matches(['.', ' ']);
        let part = if remark.starts_with("unread") || remark.contains("unread)") {
            first.clone()
        } else {
            part
        };
        match n {
            _ if is_moment(&lower[first.clone()]) => told.time = Some(first),
            0 => told.subject = Some(part),
            _ => told.line = Some(part),
        }
    }
    told.subject.is_some().then_some(told)
}

/// The parts between dashes or bars with blanks around them.
fn dashed(prompt: &str, span: Span) -> Vec<Span> {
    let mut cuts: Vec<(usize, usize)> = [" - ", " – ", " — ", " | "]
        .iter()
        .flat_map(|mark| {
            prompt[span.clone()]
                .match_indices(mark)
                .map(|(at, mark)| (span.start + at, mark.len()))
        })
        .collect();
    cuts.sort_unstable();
    let mut start = span.start;
    let mut out = Vec::new();
    for (at, len) in cuts.into_iter().chain([(span.end, 0)]) {
        if at >= start {
            out.extend(trimmed(prompt, start..at));
            start = at + len;
        }
    }
    out
}

/// Takes a time off the end of a subject, behind a dash or a blank: "Trip photos - 9:41".
pub(super) fn timed(prompt: &str, span: Span) -> (Option<Span>, Option<Span>) {
    let text = prompt[span.clone()].to_lowercase();
    if text.len() != span.len() {
        return (None, Some(span));
    }
    if is_moment(&text) {
        return (Some(span), None);
    }
    for (at, _) in text.match_indices(' ') {
        let tail = text[at + 1..].trim_start_matches(['-', '–', '|', ' ']);
        // "Lunch on Friday", "moved to 6pm": a day or an hour that words lead to belongs to them.
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        let led = matches!(
            word,
            "at" | "to" | "by" | "from" | "on" | "until" | "before" | "after"
        );
        let marked = tail.len() < text.len() - at - 1
            || tail.starts_with(|c: char| c.is_ascii_digit()) && !led;
        if is_moment(tail) && marked {
            let start = span.end - tail.len();
            return (Some(start..span.end), trimmed(prompt, span.start..start));
        }
    }
    (None, Some(span))
}
