//! Takes a clause of a bill for what it says.

use super::Desk;
use super::lines::{is_amount, plain_amount};
use super::party::is_name;
use super::sums::label_of;
use super::words::{BUYERS, FACTS, MONEY, SELLERS};
use crate::outline::{is_date, is_time, trimmed};
use crate::{Role, Span};

/// Words behind an amount with which a fact of its own begins.
const FACT_LEADS: &[&str] = &[
    " due ",
    " payable ",
    " issued ",
    " dated ",
    " fällig ",
    " zahlbar ",
    " vence ",
];

/// Words that only lead on to a line.
const LEADS: &[&str] = &[
    "and ",
    "items: ",
    "items ",
    "with ",
    "for ",
    "lines: ",
    "line items: ",
    "line item: ",
    "line item ",
    "line: ",
    "line ",
    "item: ",
    "item ",
    "purchased ",
    "bought ",
    "including ",
];

impl Desk {
    /// Takes a clause for what it says; what it says besides is taken as a clause of its own.
    pub(super) fn clause(&mut self, span: Span) {
        let text = self.lower[span.clone()].to_owned();
        if self.is_read(&span) || self.is_wish(&text) {
            return;
        }
        if self.billed_to(&span, &text) {
            return;
        }
        if let Some(rest) = self.behind_lead(&span) {
            return self.clause(span.end - rest..span.end);
        }
        let taken = self.parted(&span, &text)
            || is_count(&text)
            || self.heads_by_number(&span) && self.behind_number(&span, &text)
            || self.headed_by_seller(&span, &text)
            || self.parties(&span, &text)
            || self.sum(&span, &text)
            || self.fact(&span, &text)
            || self.item(&span, &text)
            || self.behind_number(&span, &text)
            || self.is_number(&span)
            || self.moment(&span, &text);
        if !taken {
            self.left_over(span, &text);
        }
    }

    /// Whether a text was found before that holds the whole clause.
    fn is_read(&self, span: &Span) -> bool {
        self.brief
            .literals
            .iter()
            .any(|l| l.span.start <= span.start && span.end <= l.span.end)
    }

    /// Whether a clause tells how the bill should look, and no line that ends in a plain amount.
    fn is_wish(&self, text: &str) -> bool {
        let paid = text.split(' ').any(is_amount)
            || text.split_once(' ').is_some_and(|_| {
                let words: Vec<&str> = text.split(' ').collect();
                words.windows(2).any(|pair| {
                    pair[0].starts_with(|c: char| c.is_ascii_digit()) && MONEY.contains(&pair[1])
                })
            });
        let counts = [
            "work out",
            "add up",
            "calculate",
            "compute",
            "sum up",
            "figure out",
        ]
        .iter()
        .any(|verb| text.starts_with(verb));
        counts && !paid
            || !paid
                && crate::slide::is_wish(text)
                && !(self.plain && plain_amount(text.rsplit(": ").next().unwrap_or(text)).is_some())
    }

    /// Returns the length of what follows a word that only leads on ("items: ", "including ").
    pub(super) fn behind_lead(&self, span: &Span) -> Option<usize> {
        let text = &self.lower[span.clone()];
        if let Some(len) = count_lead(text) {
            return Some(text.len() - len);
        }
        LEADS.iter().find_map(|lead| {
            let rest = text.strip_prefix(lead)?;
            let counted = rest.contains(|c: char| c.is_ascii_digit());
            let billed = match *lead {
                "for " => counted || self.bill.items.is_empty() && rest.contains(" at "),
                // "line dance class $12" is sold as such; "line Website redesign $4,800" is led in.
                "line " | "item " => {
                    let named = &self.brief.prompt[span.end - rest.len()..];
                    counted && named.starts_with(char::is_uppercase)
                }
                _ => true,
            };
            billed.then_some(rest.len())
        })
    }

    /// Cuts a clause that says two things, and takes each by itself; returns whether it did.
    fn parted(&mut self, span: &Span, text: &str) -> bool {
        let digit = |part: &str| part.contains(|c: char| c.is_ascii_digit());
        let (end, start) = if let Some(at) = text.find(": ")
            && text[..at].split(' ').count() > 2
        {
            // "from Ada to Bob: garden work 250 €": a head before the items.
            (at, at + 2)
        } else if let Some(at) = FACT_LEADS.iter().find_map(|lead| text.find(lead))
            && digit(&text[..at])
            && digit(&text[at..])
        {
            // "total 6240 EUR due 30 June": the day is a fact, not a part of the sum.
            (at, at)
        } else {
            return false;
        };
        for part in [span.start..span.start + end, span.start + start..span.end] {
            if let Some(part) = trimmed(&self.brief.prompt, part) {
                self.clause(part);
            }
        }
        true
    }

    /// "invoice Café Mokka: 3x cappuccino …": the name before the colon is who sells.
    fn headed_by_seller(&mut self, span: &Span, text: &str) -> bool {
        let Some(colon) = text.find(": ") else {
            return false;
        };
        let head = &text[..colon];
        let label = BUYERS.iter().chain(SELLERS).any(|w| head == *w)
            || label_of(head) == Some(head)
            || FACTS.iter().any(|(w, _)| head == *w);
        let sells = self.bill.seller.is_none()
            && self.bill.items.is_empty()
            && is_name(&self.brief.prompt[span.start..span.start + colon])
            && !label;
        if sells {
            self.bill.seller = self.add(span.start..span.start + colon, Role::Brand);
            self.clause(span.start + colon + 2..span.end);
        }
        sells
    }

    /// "invoice #1042: Logo design $900": the number heads the bill.
    fn heads_by_number(&self, span: &Span) -> bool {
        self.bill.number.is_some_and(|at| {
            let number = &self.brief.literals[at].span;
            span.start <= number.start
                && self.lower[number.end..span.end.max(number.end)].starts_with(':')
        })
    }

    /// "n° 88 de Atelier Bois à Mme Roux": what follows the number is told by itself.
    fn behind_number(&mut self, span: &Span, text: &str) -> bool {
        let Some(number) = self
            .bill
            .number
            .map(|at| self.brief.literals[at].span.clone())
            .filter(|number| span.start <= number.start && number.end + 3 < span.end)
        else {
            return false;
        };
        let rest = text[number.end - span.start..]
            .find(' ')
            .map_or(span.end, |at| number.end + at + 1);
        let lead = ["de ", "von ", "from ", "di ", "van ", "da ", "od "]
            .iter()
            .find(|lead| self.lower[rest..span.end].starts_with(**lead))
            .map_or(0, |lead| lead.len());
        let follows = rest + lead < span.end;
        if follows {
            self.clause(rest + lead..span.end);
        }
        follows
    }

    /// "Nr. 2025-17": whether a clause is little more than the number found before.
    fn is_number(&self, span: &Span) -> bool {
        self.bill.number.is_some_and(|at| {
            let known = &self.brief.literals[at].span;
            span.start <= known.start
                && known.end <= span.end
                && known.end - known.start + 8 > span.end - span.start
        })
    }

    /// End of a greeting: behind its marks, and behind a last clause in small letters that goes on with it.
    fn said_on(&self, end: usize) -> usize {
        const WORDS_MAX: usize = 4;
        let marks = |at: usize| {
            let rest = &self.lower[at..];
            at + rest.len() - rest.trim_start_matches(['!', '?', '.']).len()
        };
        let rest = &self.brief.prompt[end..];
        let goes_on = rest
            .strip_prefix(", ")
            .map(|said| said.trim_end_matches(['!', '.', '?', ' ']));
        match goes_on {
            Some(said)
                if said.starts_with(char::is_lowercase)
                    && !said.contains([',', ';', '\n', '.'])
                    && !said.contains(|c: char| c.is_ascii_digit())
                    && said.split(' ').count() <= WORDS_MAX
                    && !crate::slide::is_wish(said) =>
            {
                marks(end + 2 + said.len())
            }
            _ => marks(end),
        }
    }

    /// Whether a clause was taken with the greeting before it.
    fn is_said(&self, span: &Span) -> bool {
        self.bill.notes.iter().any(|&note| {
            let known = &self.brief.literals[note].span;
            known.start <= span.start && span.end <= known.end
        })
    }

    /// What is neither party, sum, fact nor line: a day, the seller's name, a bare total, a note.
    fn left_over(&mut self, span: Span, text: &str) {
        let original = self.brief.prompt[span.clone()].to_owned();
        let words = original.split_whitespace().count();
        let named = original.starts_with(char::is_uppercase)
            && words <= 4
            && !original.contains(|c: char| c.is_ascii_digit());
        if is_date(text) || is_time(text) {
            let label = if is_date(text) { "Date" } else { "Time" };
            if let Some(index) = self.add(span, Role::Date) {
                self.bill.facts.push((label.to_owned(), index));
            }
        } else if thanks(text) {
            // "Thank you, come again!": what is said behind it belongs to it.
            let end = self.said_on(span.end);
            if let Some(note) = self.add(span.start..end, Role::Body) {
                self.bill.notes.push(note);
            }
        } else if self.is_said(&span) {
            // It goes with the greeting before it.
        } else if named && self.bill.seller.is_none() {
            self.bill.seller = self.add(span, Role::Brand);
        } else if let Some(shop) = ["shopping at ", "visiting ", "dining at "]
            .iter()
            .find_map(|w| text.find(w).map(|at| at + w.len()))
            && self.bill.seller.is_none()
        {
            // "thank you for shopping at Green Basket": the shop heads the roll and thanks at its foot.
            self.bill.seller = self.add(span.start + shop..span.end, Role::Brand);
            if let Some(note) = self.add(span, Role::Body) {
                self.bill.notes.push(note);
            }
        } else if let Some(first) = text.split(' ').next().filter(|w| is_amount(w)) {
            let end = span.start + first.len();
            if let Some(index) = self.add(span.start..end, Role::Price) {
                self.bill.sums.push(("Total".to_owned(), index));
            }
            if let Some(rest) = trimmed(&self.brief.prompt, end..span.end) {
                self.clause(rest);
            }
        } else if words >= 2
            && (text.starts_with("pay")
                || text.starts_with("paid")
                || words >= 4
                || original.starts_with(char::is_uppercase))
            && let Some(note) = self.add(span, Role::Body)
        {
            self.bill.notes.push(note);
        }
    }
}

/// Whether a clause thanks or takes leave, and names no shop.
fn thanks(text: &str) -> bool {
    const THANKS: &[&str] = &[
        "thank",
        "have a nice",
        "have a great",
        "see you",
        "come again",
        "please come",
        "visit us again",
        "danke",
        "vielen dank",
        "auf wiedersehen",
        "gracias",
        "vuelva pronto",
        "merci",
        "à bientôt",
        "grazie",
        "arrivederci",
        "obrigad",
        "volte sempre",
        "bedankt",
        "dank u",
        "tot ziens",
        "dziękujemy",
        "zapraszamy",
        "teşekkür",
        "спасибо",
        "дякуємо",
    ];
    THANKS.iter().any(|word| text.starts_with(word))
        && !["shopping at ", "visiting ", "dining at "]
            .iter()
            .any(|shop| text.contains(shop))
}

/// What the lines of a bill are called after their number ("3 lines").
const LINES: &[&str] = &[
    "line items",
    "line item",
    "items",
    "item",
    "lines",
    "line",
    "entries",
    "positions",
    "services",
    "products",
    "positionen",
    "posten",
    "artikel",
    "lignes",
    "articles",
    "líneas",
    "artículos",
    "conceptos",
    "righe",
    "voci",
    "articoli",
    "itens",
    "linhas",
    "regels",
    "pozycje",
    "pozycji",
    "kalem",
    "позиции",
    "позиций",
    "позиції",
];

/// Length of what only counts the lines that follow ("3 items: ", "two lines: ").
fn count_lead(text: &str) -> Option<usize> {
    let (count, rest) = text.split_once(' ')?;
    let counts = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit())
        || crate::numbers::simple(count).is_some();
    let lines = LINES.iter().find(|lines| rest.starts_with(**lines))?;
    let behind = rest[lines.len()..].trim_start();
    let mark = behind.strip_prefix([':', '-', '–'])?.trim_start();
    (counts && !mark.is_empty()).then(|| text.len() - mark.len())
}

/// "with 8 items and a total", "for my shop": how many lines there are and who asks is no line.
fn is_count(text: &str) -> bool {
    let counted = text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .split(' ')
            .nth(1)
            .is_some_and(|word| LINES.contains(&word));
    let paid = text.split(' ').skip(2).any(is_amount);
    counted && !paid
        || ["for my ", "for a ", "for our "]
            .iter()
            .any(|lead| text.starts_with(lead))
}
