//! Reads invoices and receipts: who, to whom, what for how much, and what it adds up to.

use crate::cells::{Cell, cells};
use crate::outline::{add, clauses, is_date, is_time, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};
use words::{BUYERS, FACTS, MONEY, NUMBERS, SELLERS, SUMS};

#[cfg(test)]
mod tests;
mod words;

/// A line of a bill. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BillItem {
    pub name: usize,
    /// "2", "40 hours".
    pub quantity: Option<usize>,
    /// Price of one ("$85/hr").
    pub rate: Option<usize>,
    pub amount: Option<usize>,
}

/// An invoice or a receipt. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    pub seller: Option<usize>,
    pub buyer: Option<usize>,
    pub number: Option<usize>,
    /// Dates and other facts with their labels ("Due").
    pub facts: Vec<(String, usize)>,
    pub items: Vec<BillItem>,
    /// Label as printed, and its amount or rate: subtotal, tax, total.
    pub sums: Vec<(String, usize)>,
    pub notes: Vec<usize>,
}

/// Fills the bill of an invoice or a receipt.
pub(crate) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Invoice | Genre::Receipt) || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    let mut desk = Desk {
        brief: Brief {
            prompt: brief.prompt.clone(),
            ..Brief::default()
        },
        bill: Bill::default(),
        plain: false,
        lower,
    };
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    desk.plain = counts_plainly(&desk.lower, start);
    if let Some(number) = desk.number_at(start) {
        desk.bill.number = Some(number);
    }
    // What was quoted is a text by itself.
    let quoted: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .map(|l| l.span.clone())
        .collect();
    for clause in clauses(&brief.prompt, start) {
        for line in lines(&brief.prompt, clause) {
            for part in desk.shop_first(line) {
                desk.clause(part);
            }
        }
    }
    for span in quoted {
        if !desk
            .brief
            .literals
            .iter()
            .any(|l| l.span.start < span.end && span.start < l.span.end)
        {
            let index = add(&mut desk.brief, span, Role::Body);
            if desk.bill.seller.is_none() {
                desk.bill.seller = Some(index)
            } else {
                desk.bill.notes.push(index)
            }
        }
    }
    brief.literals = desk.brief.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief
        .constraints
        .retain(|c| !matches!(c, crate::Constraint::Count { .. }));
    // What a line sells is printed, not drawn.
    let billed = |at: usize| {
        brief
            .literals
            .iter()
            .any(|l| l.span.start <= at && at < l.span.end)
    };
    brief.described.retain(|d| !billed(d.span.start));
    brief.unread.retain(|span| !billed(span.start));
    brief.bill = Some(desk.bill);
}

/// "Green Grocer 14 Apr 2026 bananas 1.20 milk 0.99 total 2.19": a clause with several amounts is cut behind each of them,
/// and around its date.
fn lines(prompt: &str, clause: Span) -> Vec<Span> {
    let found = cells(prompt, clause.clone());
    let amount = |(span, cell): &(Span, Cell)| {
        matches!(cell, Cell::Money | Cell::Figure) && is_amount(&prompt[span.clone()])
    };
    let named =
        |at: usize| at > 0 && matches!(found[at - 1].1, Cell::Words | Cell::Name | Cell::State);
    let amounts = (0..found.len())
        .filter(|&at| amount(&found[at]) && named(at))
        .count();
    if amounts < 2 {
        return behind_amounts(prompt, clause);
    }
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    for (at, (span, cell)) in found.iter().enumerate() {
        if *cell == Cell::Date {
            out.extend(open.take());
            out.push(span.clone());
            continue;
        }
        let line = open
            .take()
            .map_or(span.clone(), |line| line.start..span.end);
        if amount(&found[at]) {
            out.push(line);
        } else {
            open = Some(line);
        }
    }
    out.extend(open);
    out
}

/// "コーヒー 450円 ケーキ 520円": in a script without blanks, a clause is cut behind each amount.
fn behind_amounts(prompt: &str, clause: Span) -> Vec<Span> {
    let text = &prompt[clause.clone()];
    let ends: Vec<usize> = text
        .split_inclusive([' ', '　'])
        .scan(0, |at, word| {
            *at += word.len();
            Some((*at, is_amount(word.trim())))
        })
        .filter(|(_, amount)| *amount)
        .map(|(end, _)| end)
        .collect();
    if ends.len() < 2 || !text.chars().any(crate::tokens::is_unspaced) {
        return vec![clause];
    }
    let mut from = 0;
    let mut out = Vec::new();
    for end in ends {
        out.extend(trimmed(prompt, clause.start + from..clause.start + end));
        from = end;
    }
    out.extend(trimmed(prompt, clause.start + from..clause.end));
    out
}

/// Whether the lines of the bill end in numbers without a sign of money: two such lines, or one beside a sum.
fn counts_plainly(lower: &str, start: usize) -> bool {
    let all = clauses(lower, start);
    let lines = all
        .iter()
        .filter(|span| {
            let text = &lower[(*span).clone()];
            plain_amount(text.rsplit(": ").next().unwrap_or(text)).is_some()
        })
        .count();
    let summed = all
        .iter()
        .any(|span| SUMS.iter().any(|sum| lower[span.clone()].starts_with(*sum)));
    lines >= 2 || lines == 1 && summed
}

/// Where the plain number begins that ends a line ("website 4800"): letters before it, no date and no number of a room.
fn plain_amount(text: &str) -> Option<usize> {
    let at = text.rfind(' ')? + 1;
    let digits = text[at..].bytes().all(|b| b.is_ascii_digit()) && text.len() > at;
    let before = text[..at].trim_end();
    let counts = [
        "no", "no.", "nr", "nr.", "number", "room", "table", "page", "suite",
    ]
    .contains(&before.rsplit(' ').next().unwrap_or(before));
    let named = before.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (digits && named && !counts && !is_date(text)).then_some(at)
}

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

struct Desk {
    /// Whether the amounts of lines are written as plain numbers.
    plain: bool,
    /// Holds the prompt and the literals found so far.
    brief: Brief,
    bill: Bill,
    lower: String,
}

/// Whether a word is an amount of money or a plain number with decimals.
fn is_amount(word: &str) -> bool {
    let word = word
        .trim_end_matches("/hr")
        .trim_end_matches("/h")
        .trim_end_matches("/hour");
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let money = word.contains(['$', '€', '£', '¥', '₹', '₽', '₺', '円', '元', '원'])
        || ["kr", "usd", "eur", "zł", "chf"]
            .iter()
            .any(|u| word.to_lowercase().ends_with(u));
    let tail: Vec<char> = word.chars().rev().take(3).collect();
    let decimal = matches!(tail[..], [a, b, '.' | ','] if a.is_ascii_digit() && b.is_ascii_digit());
    let others = word.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && others <= 3 && (money || decimal && others == 0)
}

/// Whether a text is a name: a few words that begin with a capital, without figures.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 4
        && !text.to_lowercase().starts_with("item")
        && !text.contains(|c: char| c.is_ascii_digit())
}

impl Desk {
    fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        let span = trimmed(&self.brief.prompt, span)?;
        Some(add(&mut self.brief, span, role))
    }

    /// "#1042", "no. 1042" right behind the genre.
    fn number_at(&mut self, at: usize) -> Option<usize> {
        let rest = self.lower.get(at..)?;
        let skipped = rest.len() - rest.trim_start_matches([' ', ':']).len();
        let rest = rest.trim_start_matches([' ', ':']);
        let word = rest.split([' ', ',', '.', '\n']).next()?;
        let (skip, word) = match word {
            "no" | "nr" | "number" | "n°" | "nº" | "№" => {
                let n = rest.len() - rest[word.len()..].trim_start_matches(['.', ' ', ':']).len();
                (n, rest[n..].split([' ', ',', '.', '\n']).next()?)
            }
            _ => (0, word),
        };
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let numbered = word.starts_with('#') || skip > 0 || word.contains('-') && digits >= 3;
        (digits > 0 && numbered).then(|| {
            add(
                &mut self.brief,
                at + skipped + skip..at + skipped + skip + word.len(),
                Role::Small,
            )
        })
    }

    fn clause(&mut self, span: Span) {
        let text = self.lower[span.clone()].to_owned();
        if self
            .brief
            .literals
            .iter()
            .any(|l| l.span.start <= span.start && span.end <= l.span.end)
            || crate::slide::is_wish(&text)
                && !(self.plain
                    && plain_amount(text.rsplit(": ").next().unwrap_or(&text)).is_some())
        {
            return;
        }
        for lead in [
            "and ",
            "items: ",
            "items ",
            "with ",
            "for ",
            "lines: ",
            "purchased ",
            "bought ",
            "including ",
        ] {
            if let Some(rest) = text.strip_prefix(lead)
                && (lead != "for "
                    || rest.contains(|c: char| c.is_ascii_digit())
                    || self.bill.items.is_empty() && rest.contains(" at "))
            {
                return self.clause(span.end - rest.len()..span.end);
            }
        }
        // "from Ada to Bob: garden work 250 €": a head before the items.
        if let Some(at) = text.find(": ")
            && text[..at].split(' ').count() > 2
        {
            for part in [span.start..span.start + at, span.start + at + 2..span.end] {
                if let Some(part) = trimmed(&self.brief.prompt, part) {
                    self.clause(part);
                }
            }
            return;
        }
        // "total 6240 EUR due 30 June": the day is a fact, not a part of the sum.
        if let Some(at) = FACT_LEADS.iter().find_map(|lead| text.find(lead))
            && text[..at].contains(|c: char| c.is_ascii_digit())
            && text[at..].contains(|c: char| c.is_ascii_digit())
        {
            for part in [span.start..span.start + at, span.start + at..span.end] {
                if let Some(part) = trimmed(&self.brief.prompt, part) {
                    self.clause(part);
                }
            }
            return;
        }
        // "with 8 items and a total": how many lines there are is no line.
        let counted = text
            .split(' ')
            .nth(1)
            .is_some_and(|word| word.starts_with("item"))
            && text.starts_with(|c: char| c.is_ascii_digit());
        if counted
            || text.starts_with("for my ")
            || text.starts_with("for a ")
            || text.starts_with("for our ")
        {
            return;
        }
        // "invoice Café Mokka: 3x cappuccino …": the name before the colon is who sells.
        if let Some(colon) = text.find(": ")
            && self.bill.seller.is_none()
            && self.bill.items.is_empty()
            && is_name(&self.brief.prompt[span.start..span.start + colon])
            && !BUYERS
                .iter()
                .chain(SELLERS)
                .chain(SUMS)
                .any(|w| text[..colon] == **w)
            && !FACTS.iter().any(|(w, _)| text[..colon] == **w)
        {
            self.bill.seller = self.add(span.start..span.start + colon, Role::Brand);
            self.clause(span.start + colon + 2..span.end);
            return;
        }
        if self.parties(&span, &text)
            || self.sum(&span, &text)
            || self.fact(&span, &text)
            || self.item(&span, &text)
        {
            return;
        }
        // "n° 88 de Atelier Bois à Mme Roux": what follows the number is told by itself.
        if let Some(number) = self
            .bill
            .number
            .map(|at| self.brief.literals[at].span.clone())
            && span.start <= number.start
            && number.end + 3 < span.end
        {
            let rest = span.start
                + text[number.end - span.start..]
                    .find(' ')
                    .map_or(text.len(), |at| number.end - span.start + at + 1);
            let rest = rest..span.end;
            let lead = ["de ", "von ", "from ", "di ", "van ", "da ", "od "]
                .iter()
                .find(|lead| self.lower[rest.clone()].starts_with(**lead))
                .map_or(0, |lead| lead.len());
            if rest.start + lead < rest.end {
                return self.clause(rest.start + lead..rest.end);
            }
        }
        // "Nr. 2025-17": the number was found before.
        let numbered = self.bill.number.is_some_and(|at| {
            let known = &self.brief.literals[at].span;
            span.start <= known.start
                && known.end <= span.end
                && known.end - known.start + 8 > span.end - span.start
        });
        if numbered || self.moment(&span, &text) {
            return;
        }
        let original = self.brief.prompt[span.clone()].to_owned();
        let words = original.split_whitespace().count();
        let named = original.starts_with(char::is_uppercase)
            && words <= 4
            && !original.contains(|c: char| c.is_ascii_digit());
        if is_date(&text) || is_time(&text) {
            let label = if is_date(&text) { "Date" } else { "Time" };
            if let Some(index) = self.add(span, Role::Date) {
                self.bill.facts.push((label.to_owned(), index));
            }
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
            && (text.starts_with("thank")
                || text.starts_with("pay")
                || text.starts_with("paid")
                || words >= 4
                || original.starts_with(char::is_uppercase))
            && let Some(note) = self.add(span, Role::Body)
        {
            self.bill.notes.push(note);
        }
    }

    /// "カフェさくら コーヒー 450円": in a script without blanks, the first text before the first goods is the shop; the rest of the
    /// line without it.
    fn shop_first(&mut self, line: Span) -> Vec<Span> {
        let text = &self.brief.prompt[line.clone()];
        let unspaced = text.chars().any(crate::tokens::is_unspaced);
        let words = text.split(' ').count();
        if !unspaced || self.bill.seller.is_some() || !self.bill.items.is_empty() || words < 3 {
            return vec![line];
        }
        let end = line.start + text.find([' ', '　']).unwrap_or(text.len());
        self.bill.seller = self.add(line.start..end, Role::Brand);
        trimmed(&self.brief.prompt, end..line.end)
            .into_iter()
            .collect()
    }

    /// "Mar 3 2025 9:42 pm": a day and its hour are two facts; returns whether that is what stands there.
    fn moment(&mut self, span: &Span, text: &str) -> bool {
        let cuts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let cut = cuts
            .into_iter()
            .find(|&at| is_date(text[..at].trim_end_matches(',')) && is_time(&text[at + 1..]));
        let Some(at) = cut else { return false };
        for (part, label) in [(0..at, "Date"), (at + 1..text.len(), "Time")] {
            if let Some(index) =
                self.add(span.start + part.start..span.start + part.end, Role::Date)
            {
                self.bill.facts.push((label.to_owned(), index));
            }
        }
        true
    }

    /// "from X to Y", "bill to: Z".
    fn parties(&mut self, span: &Span, text: &str) -> bool {
        let capital = |desk: &Self, at: usize| {
            desk.brief.prompt[span.start + at..]
                .starts_with(|c: char| c.is_uppercase() || c == '"' || c == '\'')
        };
        // "trip from JFK to Midtown": where a ride goes is a fact.
        if ["trip ", "ride ", "route ", "pickup ", "drop-off "]
            .iter()
            .any(|lead| text.starts_with(lead))
        {
            return false;
        }
        // "Malermeister Huber an Familie Klein": a name, a word, a name.
        if self.bill.seller.is_none()
            && let Some((at, len)) = [
                " an ", " to ", " à ", " para ", " für ", " a ", " aan ", " dla ", " для ",
            ]
            .iter()
            .find_map(|link| text.find(link).map(|at| (at, link.len())))
            && is_name(&self.brief.prompt[span.start..span.start + at])
            && is_name(&self.brief.prompt[span.start + at + len..span.end])
            && !BUYERS
                .iter()
                .chain(SELLERS)
                .any(|word| text[..at] == **word || text.starts_with(&format!("{word} ")))
        {
            self.bill.seller = self.add(span.start..span.start + at, Role::Brand);
            self.bill.buyer = self.add(span.start + at + len..span.end, Role::Person);
            return true;
        }
        // "web design from Pixel Forge to Acme": what comes before is an item.
        for lead in ["from ", "by ", "von "] {
            if let Some(at) = text.find(lead)
                && at > 0
                && text[..at].ends_with(' ')
                && capital(self, at + lead.len())
            {
                if let Some(before) = trimmed(&self.brief.prompt, span.start..span.start + at) {
                    self.clause(before);
                }
                self.clause(span.start + at..span.end);
                return true;
            }
        }
        for (names, buyer) in [(BUYERS, true), (SELLERS, false)] {
            for name in names {
                let Some(rest) = text.strip_prefix(name) else {
                    continue;
                };
                let value = rest.trim_start_matches([':', ' ']);
                if value.len() == rest.len() || value.is_empty() {
                    continue;
                }
                let at = text.len() - value.len();
                if !capital(self, at) && !rest.starts_with(':') {
                    continue;
                }
                let cut = [
                    " to ", " an ", " a ", " à ", " para ", " aan ", " dla ", " для ",
                ]
                .iter()
                .filter_map(|link| Some((value.find(link)?, link.len())))
                .filter(|(n, len)| !buyer && capital(self, at + n + len))
                .min();
                let end = cut.map_or(text.len(), |(n, _)| at + n);
                let index = self.add(
                    span.start + at..span.start + end,
                    if buyer { Role::Person } else { Role::Brand },
                );
                if buyer {
                    self.bill.buyer = self.bill.buyer.or(index)
                } else {
                    self.bill.seller = self.bill.seller.or(index)
                }
                if let Some((n, len)) = cut {
                    let rest = span.start + at + n + len..span.end;
                    // "de Taller Pérez a Ana Gil": a name behind the word is who pays.
                    if self.bill.buyer.is_none() && is_name(&self.brief.prompt[rest.clone()]) {
                        self.bill.buyer = self.add(rest, Role::Person);
                    } else {
                        self.clause(span.start + at + n + 1..span.end);
                    }
                }
                return true;
            }
        }
        false
    }

    fn sum(&mut self, span: &Span, text: &str) -> bool {
        let Some(label) = SUMS.iter().find(|s| {
            text.strip_prefix(**s).is_some_and(|rest| {
                rest.starts_with([' ', ':']) && rest.contains(|c: char| c.is_ascii_digit())
            })
        }) else {
            return false;
        };
        let value = text[label.len()..].trim_start_matches([':', ' ', '=']);
        let value = value
            .strip_prefix("of ")
            .or_else(|| value.strip_prefix("is "))
            .unwrap_or(value);
        let shown = match *label {
            "vat" | "gst" | "iva" | "tva" => label.to_uppercase(),
            "mwst" => "MwSt".to_owned(),
            other => crate::literals::capitalized(other),
        };
        if let Some(index) = self.add(span.end - value.len()..span.end, Role::Price) {
            self.bill.sums.push((shown, index));
        }
        true
    }

    fn fact(&mut self, span: &Span, text: &str) -> bool {
        for name in NUMBERS {
            if let Some(rest) = text.strip_prefix(name) {
                let value = rest.trim_start_matches([':', ' ']);
                if self.bill.number.is_none()
                    && value.starts_with(|c: char| {
                        c == '#' || c.is_ascii_digit() || c.is_ascii_alphabetic()
                    })
                    && value.contains(|c: char| c.is_ascii_digit())
                    && !value.contains(' ')
                {
                    self.bill.number = self.add(span.end - value.len()..span.end, Role::Small);
                    return true;
                }
            }
        }
        for (name, shown) in FACTS {
            let Some(rest) = text
                .strip_prefix(name)
                .filter(|r| r.starts_with([' ', ':']))
            else {
                continue;
            };
            let value = rest.trim_start_matches([':', ' ']);
            let value = ["on ", "by ", "date "]
                .iter()
                .find_map(|w| value.strip_prefix(w))
                .unwrap_or(value);
            let paid = value
                .split(' ')
                .any(|word| is_amount(word) || MONEY.contains(&word));
            if value.is_empty() || paid {
                continue;
            }
            if let Some(index) = self.add(span.end - value.len()..span.end, Role::Date) {
                self.bill.facts.push(((*shown).to_owned(), index));
            }
            return true;
        }
        false
    }

    /// "milk 2.49", "2x latte $7.00", "web design 40 hours at $85/hr", "Business cards (500) $120".
    fn item(&mut self, span: &Span, text: &str) -> bool {
        let mut at = 0;
        let words: Vec<(usize, &str)> = text
            .split_inclusive(' ')
            .map(|word| {
                let start = at;
                at += word.len();
                (start, word.trim_end())
            })
            .collect();
        let unit = |at: usize| words.get(at).is_some_and(|(_, w)| MONEY.contains(w));
        let numeric = |at: usize| words[at].1.starts_with(|c: char| c.is_ascii_digit());
        let Some(last) = words
            .iter()
            .rposition(|(_, w)| is_amount(w.trim_end_matches(['.', ')'])))
            .or_else(|| (1..words.len()).rfind(|&at| numeric(at) && unit(at + 1)))
            .or_else(|| {
                plain_amount(text)
                    .filter(|_| self.plain)
                    .map(|_| words.len() - 1)
            })
        else {
            return false;
        };
        let symbol = unit(last + 1);
        let money = span.start + words[last].0
            ..span.start
                + words[last].0
                + words[last].1.len()
                + if symbol {
                    1 + words[last + 1].1.len()
                } else {
                    0
                };
        let each = text.contains("/hr")
            || text.contains("/h")
            || text.contains(" each")
            || text.contains(" per ")
            || text.contains("/hour");
        let mut head = &text[..words[last].0];
        // "hosting 12 months at 10 EUR": the price of one.
        let single = [" at ", " @ ", " à ", " je ", " zu je ", " a "]
            .iter()
            .any(|link| head.ends_with(link));
        for link in [
            " at ", " for ", " @ ", " - ", " = ", ": ", " zu je ", " je ", " à ",
        ] {
            head = head.strip_suffix(link).unwrap_or(head);
        }
        let head = head.trim_end_matches([' ', ':', '-', '@', '–', '.']);
        let mut name = 0..head.len();
        let mut quantity = None;
        let tokens: Vec<&str> = head.split(' ').collect();
        if let Some((count, what)) = crate::quantity::counted(head) {
            quantity = Some(count);
            name = what;
        } else if let Some(open) = head.find('(')
            && head.ends_with(')')
            && head[open..].contains(|c: char| c.is_ascii_digit())
        {
            quantity = Some(open + 1..head.len() - 1);
            name.end = open;
        } else if tokens.len() >= 3 {
            let unit = tokens[tokens.len() - 1];
            let count = tokens[tokens.len() - 2];
            let counted = matches!(
                unit,
                "hours"
                    | "hour"
                    | "hrs"
                    | "days"
                    | "day"
                    | "units"
                    | "pcs"
                    | "stunden"
                    | "horas"
                    | "heures"
                    | "ore"
                    | "h"
                    | "std"
                    | "std."
                    | "uur"
                    | "saat"
                    | "months"
                    | "month"
                    | "weeks"
                    | "nights"
                    | "monate"
                    | "mois"
                    | "meses"
                    | "mesi"
                    | "tage"
                    | "jours"
                    | "días"
                    | "pages"
                    | "pieces"
                    | "stück"
            ) && count.chars().all(|c| c.is_ascii_digit() || c == '.');
            if counted {
                let start = head.len() - unit.len() - 1 - count.len();
                quantity = Some(start..head.len());
                name.end = start;
            }
        }
        let Some(name) = self.add(span.start + name.start..span.start + name.end, Role::Item)
        else {
            return false;
        };
        let quantity =
            quantity.and_then(|q| self.add(span.start + q.start..span.start + q.end, Role::Value));
        let price = self.add(money, Role::Price);
        let (rate, amount) = if (each || single) && quantity.is_some() {
            (price, None)
        } else {
            (None, price)
        };
        self.bill.items.push(BillItem {
            name,
            quantity,
            rate,
            amount,
        });
        true
    }
}
