//! Reads the mails of an inbox: "from Priya about the Q3 budget, she says the numbers are ready", "Anna - Trip photos - 9:41".

use crate::outline::{add, is_date, is_time, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

mod columns;
mod compose;
mod marks;
mod places;
mod unread;

use marks::{
    by_dashed_quotes, by_marks, by_quotes, by_rows_of_quotes, by_turned_marks, opened, timed,
};

/// A mail as it was told. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    pub from: Option<usize>,
    pub subject: Option<usize>,
    /// Its first line.
    pub line: Option<usize>,
    pub time: Option<usize>,
    /// Whether the prompt says that it was not read yet.
    pub unread: bool,
}

/// A mail by its stretches of the prompt.
#[derive(Debug, Default, Clone)]
struct Told {
    from: Option<Span>,
    subject: Option<Span>,
    line: Option<Span>,
    time: Option<Span>,
}

impl Told {
    /// The stretches that were told of it.
    fn spans(&self) -> impl Iterator<Item = &Span> {
        [&self.from, &self.subject, &self.line, &self.time]
            .into_iter()
            .flatten()
    }
}

/// Words of a sender's name, at most.
const NAME_WORDS_MAX: usize = 4;

/// Words that lead to the subject.
const SUBJECTS: &[&str] = &[
    "with the subject ",
    "with subject ",
    "subject line ",
    "subject: ",
    "subject ",
    "titled ",
    "about ",
    "regarding ",
    "re ",
];

/// Words that lead to what a mail says.
const SAYINGS: &[&str] = &[
    "she says ",
    "he says ",
    "they say ",
    "it says ",
    "who says ",
    "saying that ",
    "saying ",
    "says ",
    "asking ",
    "preview: ",
    "preview ",
];

/// Words for a moment without digits.
const MOMENTS: &[&str] = &[
    "yesterday",
    "today",
    "just now",
    "now",
    "gestern",
    "ayer",
    "hier",
];

/// Fills the mails of an inbox where at least two are told.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Inbox || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    if ["empty inbox", "inbox zero", "inbox is empty"]
        .iter()
        .any(|none| lower.contains(none))
    {
        return;
    }
    if compose::settle(brief, &lower) {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let told = tellings(&brief.prompt, &lower, start);
    if told.is_empty() {
        places::name(brief, &lower, &(0..0));
        return;
    }
    let within = reach(&told);
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let mails = lay_out(&mut desk, told, &lower);
    if let Some(count) = unread::count(&lower) {
        add(&mut desk, count, Role::Badge);
    }
    places::name(brief, &lower, &within);
    let folders = places::folders(brief, &within);
    keep_beside(&mut desk, brief, &within, &folders, &lower);
    places::keep_counts(&mut desk, brief, &folders);
    brief.literals = desk.literals;
    brief.pairs = desk.pairs;
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
    brief.mails = mails;
}

/// A way of telling mails: the prompt, the same in lower case, and where the telling begins.
type Way = fn(&str, &str, usize) -> Vec<Told>;

/// The mails by the first way of telling that finds two of them, else the one that stands open.
fn tellings(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    const WAYS: &[Way] = &[
        columns::by_columns,
        by_dashed_quotes,
        by_rows_of_quotes,
        by_quotes,
        by_senders,
        by_marks,
        by_turned_marks,
    ];
    WAYS.iter()
        .map(|way| way(prompt, lower, start))
        .find(|told| told.len() >= 2)
        .unwrap_or_else(|| opened(prompt, lower).into_iter().collect())
}

/// From where to where the prompt tells the mails.
fn reach(told: &[Told]) -> Span {
    let spans = || told.iter().flat_map(Told::spans);
    let start = spans().map(|span| span.start).min();
    let end = spans().map(|span| span.end).max();
    start.unwrap_or(0)..end.unwrap_or(0)
}

/// Lays the texts of the mails on the desk, and says which are new.
fn lay_out(desk: &mut Brief, told: Vec<Told>, lower: &str) -> Vec<Mail> {
    let in_order = unread::in_order(lower, told.len());
    let mut mails = Vec::new();
    for (n, mail) in told.into_iter().enumerate() {
        let named = mail
            .from
            .as_ref()
            .is_some_and(|name| unread::is_named(lower, name));
        let unread = named || in_order.contains(&n);
        let mut put = |span: Option<Span>, role: Role| span.map(|span| add(desk, span, role));
        mails.push(Mail {
            from: put(mail.from, Role::Person),
            subject: put(mail.subject, Role::Text),
            line: put(mail.line, Role::Body),
            time: put(mail.time, Role::Time),
            unread,
        });
    }
    mails
}

/// Keeps the texts of the page that stand beside the mails: its folders, and what has a part of its own.
fn keep_beside(desk: &mut Brief, brief: &Brief, mails: &Span, folders: &[usize], lower: &str) {
    for (at, literal) in brief.literals.iter().enumerate() {
        let outside = literal.span.end <= mails.start || literal.span.start >= mails.end;
        let part = matches!(
            literal.role,
            Role::Button | Role::Tab | Role::Brand | Role::Link | Role::Badge
        ) || literal.role == Role::Title && literal.origin <= Origin::Introduced
            || literal.origin == Origin::Quoted;
        let named = lower[literal.span.clone()].ends_with("'s");
        if outside && (part && !named || folders.contains(&at)) {
            let mut literal = literal.clone();
            if folders.contains(&at) && literal.role == Role::Item {
                literal.role = Role::Tab;
            }
            desk.literals.push(literal);
        }
    }
}

/// "from Priya about …": each mail begins with its sender.
fn by_senders(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let mut senders: Vec<(usize, Span)> = Vec::new();
    for (at, _) in lower[start..].match_indices("from ") {
        let at = start + at;
        let opens = at == 0 || !lower[..at].ends_with(char::is_alphanumeric);
        if opens && let Some(name) = name_at(prompt, at + 5) {
            senders.push((at, name));
        }
    }
    // "Rent reminder from Landlord, 2 new photos from Grandma": the words before the senders are the subjects.
    let before: Vec<Option<Span>> = senders
        .iter()
        .map(|(at, _)| words_before(prompt, lower, start, *at))
        .collect();
    if senders.len() >= 2 && before.iter().all(Option::is_some) {
        return senders
            .into_iter()
            .zip(before)
            .map(|((_, name), subject)| Told {
                from: Some(name),
                subject,
                ..Told::default()
            })
            .collect();
    }
    let ends: Vec<usize> = senders
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .chain([prompt.len()])
        .collect();
    senders
        .into_iter()
        .zip(ends)
        .map(|((_, name), end)| {
            let body = name.end..lead_start(lower, name.end, end);
            let mut told = body_of(prompt, lower, body);
            told.from = Some(name);
            told
        })
        .collect()
}

/// The words of a clause before its "from", when they say more than that a mail comes.
fn words_before(prompt: &str, lower: &str, start: usize, at: usize) -> Option<Span> {
    let from = lower[start..at]
        .rfind([',', ':', ';', '.', '\n'])
        .map_or(start, |cut| start + cut + 1);
    let span = trimmed(prompt, from..at)?;
    let span = match lower[span.clone()].strip_prefix("and ") {
        Some(rest) => span.end - rest.len()..span.end,
        None => span,
    };
    let small = lower[span.clone()].split_whitespace().all(|word| {
        matches!(
            word,
            "a" | "an"
                | "the"
                | "one"
                | "first"
                | "second"
                | "third"
                | "fourth"
                | "is"
                | "mail"
                | "mails"
                | "email"
                | "emails"
                | "message"
                | "messages"
                | "another"
                | "unread"
                | "new"
                | "with"
                | "two"
                | "three"
                | "four"
                | "five"
                | "last"
                | "next"
                | "of"
                | "in"
        )
    });
    (!small && prompt[span.clone()].chars().any(char::is_alphabetic)).then_some(span)
}

/// The words that lead to the next mail ("and a third", "Second one is") are no part of this one.
fn lead_start(lower: &str, from: usize, to: usize) -> usize {
    if to == lower.len() {
        return to;
    }
    let mut end = to;
    loop {
        let text = lower[from..end].trim_end_matches([' ', ',', '.', ';', '-', '\n']);
        let word = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let leads = matches!(
            text.get(word..).unwrap_or_default(),
            "and"
                | "a"
                | "an"
                | "the"
                | "one"
                | "is"
                | "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "another"
                | "last"
                | "next"
                | "then"
                | "mail"
                | "email"
                | "message"
                | "also"
                | "finally"
                | "2nd"
                | "3rd"
                | "4th"
        );
        if !leads || text.is_empty() {
            return from + text.len();
        }
        end = from + word;
    }
}

/// A name at `at`: words with capitals, or a word of a script that has none.
fn name_at(prompt: &str, at: usize) -> Option<Span> {
    let mut end = at;
    for (n, word) in prompt[at..].split(' ').enumerate() {
        let bare = word.trim_end_matches([',', '.', ':', ';', ')', '!', '?', '\n']);
        let named =
            bare.starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
        if n == NAME_WORDS_MAX || !named || bare.contains('\n') {
            break;
        }
        end = if n == 0 { at } else { end + 1 } + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    (end > at).then_some(at..end)
}

/// What stands behind a sender.
fn body_of(prompt: &str, lower: &str, body: Span) -> Told {
    let mut told = Told::default();
    // A sentence behind the mail's own tells something else.
    let stop = lower[body.clone()]
        .match_indices(". ")
        .map(|(at, _)| body.start + at)
        .find(|at| *at > body.start);
    let mut rest = body.start..stop.unwrap_or(body.end);
    if let Some((at, len)) = lead(lower, &rest, SAYINGS) {
        let end = lower[at + len..rest.end]
            .find(". ")
            .map_or(rest.end, |stop| at + len + stop);
        told.line = trimmed(prompt, at + len..end);
        rest.end = at;
    }
    // `Ada subject "Coffee tomorrow?" Tue`: what is quoted is the subject, and the time stands behind it.
    let quoted = crate::quotes::find(&prompt[..rest.end], &[])
        .into_iter()
        .find(|quoted| quoted.outer.start >= rest.start && told.line.is_none());
    if let Some(quoted) = quoted {
        let time = trimmed(prompt, quoted.outer.end..rest.end).map(|span| {
            let cut = lower[span.clone()]
                .find([',', ';', '.', '\n'])
                .map_or(span.end, |cut| span.start + cut);
            span.start..cut
        });
        told.time = time.filter(|span| is_moment(&lower[span.clone()]));
        told.subject = Some(quoted.inner);
        return told;
    }
    // "Anna (Trip photos)", "HR: Holiday", "Tom, subject Lunch?"
    let text = rest.clone();
    let subject = lead(lower, &text, SUBJECTS)
        .map(|(at, len)| at + len)
        .unwrap_or(text.start);
    let end = lower[subject..text.end]
        .find([',', ';', '(', ')', '\n'])
        .filter(|cut| {
            let words = &lower[subject..subject + cut];
            !words.trim_matches([' ', ':', '-', '–', '(']).is_empty()
        })
        .map_or(text.end, |cut| subject + cut);
    let span = trimmed(prompt, subject..end)
        .and_then(|span| unbracketed(prompt, span))
        .map(|span| whole(prompt, lower, span, text.end));
    let (time, span) = span.map_or((None, None), |span| timed(prompt, span));
    told.time = time;
    told.subject = span;
    if end < text.end {
        for piece in lower[end..text.end].split([',', ';', '(', ')', '\n']) {
            let from = end + (piece.as_ptr() as usize - lower[end..].as_ptr() as usize);
            let Some(span) = trimmed(prompt, from..from + piece.len()) else {
                continue;
            };
            if is_moment(&lower[span.clone()]) {
                told.time.get_or_insert(span);
            } else if told.subject.is_none() {
                told.subject = Some(span);
            } else if told.line.is_none() && lower[span.clone()] != *"unread" {
                told.line = Some(span);
            }
        }
    }
    told
}

/// A text without the brackets at its ends.
fn unbracketed(prompt: &str, span: Span) -> Option<Span> {
    let text = &prompt[span.clone()];
    let start = span.end - text.trim_start_matches('(').len();
    let text = &prompt[start..span.end];
    trimmed(prompt, start..start + text.trim_end_matches(')').len())
}

/// A subject without its article, with the mark that closes it.
fn whole(prompt: &str, lower: &str, mut span: Span, end: usize) -> Span {
    for article in ["the ", "our ", "my ", "a "] {
        if lower[span.clone()].starts_with(article) {
            span.start += article.len();
        }
    }
    if span.end < end && prompt[span.end..].starts_with(['?', '!']) {
        span.end += 1;
    }
    span
}

/// The first of the words in a stretch: its place and its length.
fn lead(lower: &str, span: &Span, words: &[&str]) -> Option<(usize, usize)> {
    words
        .iter()
        .filter_map(|word| {
            let at = span.start + lower[span.clone()].find(word)?;
            let opens = !lower[..at].ends_with(char::is_alphanumeric);
            opens.then_some((at, word.len()))
        })
        .min_by_key(|(at, len)| (*at, usize::MAX - len))
}

fn is_moment(text: &str) -> bool {
    is_time(text) || is_date(text) || MOMENTS.contains(&text) || crate::forms::is_weekday(text)
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn mails_have_senders_subjects_and_lines() {
        for (prompt, want) in [
            (
                "Inbox of an email client. First mail is from Priya about the Q3 budget, she says the numbers are ready. Second one from Tom, subject Lunch on Friday? and a third from HR: Holiday policy update. Priya's is unread",
                "*Priya|Q3 budget|the numbers are ready|; Tom|Lunch on Friday?||; HR|Holiday policy update||",
            ),
            (
                "support inbox with 3 conversations: Lena Vogt - Refund for order 1182 - 09:14; Priya N. - Thank you! - yesterday; Tom Reed - Change my address - Mon. First one is unread",
                "*Lena Vogt|Refund for order 1182||09:14; Priya N.|Thank you!||yesterday; Tom Reed|Change my address||Mon",
            ),
            (
                "gmail style inbox. mails from Coach Dan (Practice moved to 6pm), from Mom saying call me when you land, and from Figma about your weekly digest. 12 unread",
                "Coach Dan|Practice moved to 6pm||; Mom||call me when you land|; Figma|your weekly digest||",
            ),
            (
                "inbox with three emails: Rent reminder from Landlord, 2 new photos from Grandma, Invoice #88 from Pixel Works. dark mode",
                "Landlord|Rent reminder||; Grandma|2 new photos||; Pixel Works|Invoice #88||",
            ),
            (
                "email inbox, first unread: 'Priya Nair - Offer letter', others: Marco Diaz - Lunch?, Bank - Statement ready",
                "*Priya Nair|Offer letter||; Marco Diaz|Lunch?||; Bank|Statement ready||",
            ),
            (
                "email inbox UI. senders 'Anna Berg', 'GitHub'; subjects 'Lunch on Friday?', 'New pull request'; times 9:41, 8:02",
                "Anna Berg|Lunch on Friday?||9:41; GitHub|New pull request||8:02",
            ),
            (
                "email inbox: Anna - Trip photos - 9:41, Ben Ode - Invoice 22 - Yesterday",
                "Anna|Trip photos||9:41; Ben Ode|Invoice 22||Yesterday",
            ),
            (
                "webmail inbox, mails: Ana Lind \"Contract draft\" 9:41, Tom Oka \"Lunch?\" 8:15. folders Inbox 12, Drafts 3, Sent",
                "Ana Lind|Contract draft||9:41; Tom Oka|Lunch?||8:15",
            ),
            (
                "Webmail inbox. Unread from Tom Baker 'Invoice 4471', Lena Fox 'Lunch?'",
                "*Tom Baker|Invoice 4471||; Lena Fox|Lunch?||",
            ),
            (
                "support inbox with conversations Omar Haddad 'Refund', Lia Costa 'Cannot log in'",
                "Omar Haddad|Refund||; Lia Costa|Cannot log in||",
            ),
            (
                "email inbox: Clara Meyer - Invoice for March, Air Nova - Boarding pass. unread 2",
                "Clara Meyer|Invoice for March||; Air Nova|Boarding pass||",
            ),
            (
                "support inbox, 2 tickets: Refund not received - Ana Ruiz - high, Login loop - Tom Reed - medium",
                "Ana Ruiz|Refund not received|high|; Tom Reed|Login loop|medium|",
            ),
            (
                "inbox: from \"Studio Nord\" subject \"Final files\" \"11:20\"; from \"Lea\" subject \"Dinner?\" \"10:05\". compose button",
                "Studio Nord|Final files||11:20; Lea|Dinner?||10:05",
            ),
            (
                "Mail client, dark theme. Open message with subject \"Boiler inspection\", from \"Greta Holm\", body \"Hi, see you at 10.\"",
                "Greta Holm|Boiler inspection|Hi, see you at 10.|",
            ),
            (
                "inbox ui, three mails: \"Marta\" \"Keys for the flat\" \"9:12\", \"DHL\" \"Your parcel\" \"8:40\", \"Book club\" \"Next read\" \"Mon\". second unread",
                "Marta|Keys for the flat||9:12; *DHL|Your parcel||8:40; Book club|Next read||Mon",
            ),
            (
                "email inbox with 'Ana' 'Lunch?' 'Are you free at noon' '9:02' and 'Tom' 'Invoice' 'Please find attached' 'Tue', first one unread",
                "*Ana|Lunch?|Are you free at noon|9:02; Tom|Invoice|Please find attached|Tue",
            ),
            (
                "inbox\nLena: Keys are under the mat\nOslo Bank: Your statement is here",
                "Lena|Keys are under the mat||; Oslo Bank|Your statement is here||",
            ),
        ] {
            let brief = read(prompt);
            let text = |at: Option<usize>| at.map_or("", |at| brief.literals[at].text.as_str());
            let found: Vec<String> = brief
                .mails
                .iter()
                .map(|mail| {
                    format!(
                        "{}{}|{}|{}|{}",
                        if mail.unread { "*" } else { "" },
                        text(mail.from),
                        text(mail.subject),
                        text(mail.line),
                        text(mail.time)
                    )
                })
                .collect();
            assert_eq!(found.join("; "), want, "{prompt}");
        }
    }

    #[test]
    fn a_quoted_word_is_no_mail() {
        for prompt in ["inbox \"नमस्ते\"", "ate inbox «Été»"] {
            assert!(read(prompt).mails.is_empty(), "{prompt}");
        }
    }
}
