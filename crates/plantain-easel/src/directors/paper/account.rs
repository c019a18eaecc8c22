//! What invoices and receipts add up: the brief's bill, with what it leaves open filled in plausibly.

use plantain_read::Genre;

use crate::components::wording::Line;
use crate::directors::inventory::comma;
use crate::knowledge;
use crate::studio::Studio;
use plantain_read::Role;

/// A line of an account.
pub struct Item {
    pub name: Line,
    pub quantity: Option<Line>,
    pub rate: Option<Line>,
    pub amount: Option<Line>,
}

/// Everything that stands on an invoice or a receipt.
pub struct Account {
    pub seller: Option<Line>,
    pub buyer: Option<Line>,
    pub number: Option<Line>,
    pub facts: Vec<(String, Line)>,
    pub items: Vec<Item>,
    pub sums: Vec<(String, Line)>,
    pub notes: Vec<Line>,
}

/// How money is written in a bill.
struct Money {
    before: String,
    after: String,
    comma: bool,
}

/// Words of a topic, and its goods with their prices in hundredths.
type Goods = (&'static [&'static str], &'static [(&'static str, u32)]);

/// Goods by topic.
const GOODS: &[Goods] = &[
    (
        &["coffee", "cafe", "café", "espresso"],
        &[
            ("Flat white", 380),
            ("Cappuccino", 360),
            ("Almond croissant", 420),
            ("Sparkling water", 250),
        ],
    ),
    (
        &["grocery", "supermarket", "market"],
        &[
            ("Milk 1 l", 129),
            ("Wholegrain bread", 349),
            ("Tomatoes 500 g", 279),
            ("Eggs, 10", 319),
            ("Olive oil", 749),
        ],
    ),
    (
        &["restaurant", "dinner", "pizza", "bar"],
        &[
            ("Margherita", 1150),
            ("Tagliatelle", 1380),
            ("House salad", 690),
            ("Tiramisu", 620),
        ],
    ),
    (
        &["gas", "petrol", "fuel", "station"],
        &[("Unleaded 95, 38 l", 6422), ("Windscreen wash", 590)],
    ),
    (
        &["book", "bookstore"],
        &[("Paperback", 1290), ("Notebook", 850), ("Bookmark", 250)],
    ),
    (
        &["pharmacy"],
        &[("Plasters", 390), ("Hand cream", 690), ("Vitamin C", 850)],
    ),
    (
        &["taxi", "ride"],
        &[
            ("Base fare", 350),
            ("Distance 8.4 km", 1420),
            ("Waiting time", 180),
        ],
    ),
    (
        &["design", "logo", "freelance", "web", "agency"],
        &[
            ("Design concept", 90000),
            ("Page layout", 64000),
            ("Revisions", 24000),
        ],
    ),
    (
        &["photo", "photography", "photographer"],
        &[
            ("Photo session, 2 h", 38000),
            ("Retouching", 16000),
            ("Prints", 9000),
        ],
    ),
    (
        &["construction", "plumbing", "repair", "electrician"],
        &[
            ("Labour, 6 h", 36000),
            ("Material", 18450),
            ("Travel", 4500),
        ],
    ),
];

/// What any shop sells, for receipts with more lines than their goods.
const EVERYDAY: &[(&str, u32)] = &[
    ("Bananas 1 kg", 169),
    ("Coffee 250 g", 549),
    ("Cheddar 200 g", 399),
    ("Pasta 500 g", 149),
    ("Orange juice", 289),
    ("Chocolate", 199),
    ("Paper towels", 379),
];

/// Tax on invented goods, in per cent.
const TAX_PERCENT: u64 = 8;

impl Account {
    /// Returns the account of the brief; amounts that are missing are computed, items are invented only where none are given.
    pub fn of(studio: &Studio<'_>) -> Self {
        let brief = studio.brief;
        let bill = brief.bill.clone().unwrap_or_default();
        let line = |i: usize| Line::asked(brief.literals[i].text.clone(), brief.literals[i].role);
        let mut account = Self {
            seller: bill.seller.map(line),
            buyer: bill.buyer.map(line),
            number: bill.number.map(line),
            facts: bill
                .facts
                .iter()
                .map(|(l, i)| (l.clone(), line(*i)))
                .collect(),
            items: bill
                .items
                .iter()
                .map(|item| Item {
                    name: capital(line(item.name)),
                    quantity: item.quantity.map(line),
                    rate: item.rate.map(line),
                    amount: item.amount.map(line),
                })
                .collect(),
            sums: bill
                .sums
                .iter()
                .map(|(l, i)| (l.clone(), line(*i)))
                .collect(),
            notes: bill.notes.iter().map(|i| line(*i)).collect(),
        };
        account.loose(studio);
        let english = brief.language.0 == "en";
        if studio.filler && english {
            account.goods(studio);
        }
        if studio.filler {
            account.add_up(studio);
        }
        if studio.filler && english {
            account.fill(studio);
        } else if studio.filler {
            account.head(studio);
        }
        account
    }

    /// Takes in the literals that the bill does not know: pairs are items, the rest are notes.
    fn loose(&mut self, studio: &Studio<'_>) {
        let brief = studio.brief;
        let bill = brief.bill.clone().unwrap_or_default();
        let mut used: Vec<usize> = bill
            .items
            .iter()
            .flat_map(|i| [Some(i.name), i.quantity, i.rate, i.amount])
            .chain([bill.seller, bill.buyer, bill.number])
            .flatten()
            .chain(bill.facts.iter().chain(&bill.sums).map(|(_, i)| *i))
            .chain(bill.notes.iter().copied())
            .collect();
        let line = |i: usize| Line::asked(brief.literals[i].text.clone(), brief.literals[i].role);
        for pair in &brief.pairs {
            if used.contains(&pair.value) || pair.label.is_some_and(|l| used.contains(&l)) {
                continue;
            }
            used.extend(std::iter::once(pair.value).chain(pair.label));
            let name = match pair.label {
                Some(label) => line(label),
                None => Line::invented(pair.label_text.clone(), Role::Label),
            };
            self.items.push(Item {
                name: capital(name),
                quantity: None,
                rate: None,
                amount: Some(line(pair.value)),
            });
        }
        for (i, literal) in brief.literals.iter().enumerate() {
            if used.contains(&i) || literal.text.trim().is_empty() {
                continue;
            }
            let heads = matches!(literal.role, Role::Title | Role::Brand);
            if heads && self.seller.is_none() {
                self.seller = Some(line(i));
            } else {
                self.notes.push(line(i));
            }
        }
    }

    /// Invents what was bought, where neither items nor sums are given.
    fn goods(&mut self, studio: &Studio<'_>) {
        let prompt = studio.brief.prompt.to_lowercase();
        let invoice = studio.brief.genre == Genre::Invoice;
        if self.items.is_empty() && self.sums.is_empty() {
            let goods = GOODS
                .iter()
                .find(|(words, _)| words.iter().any(|w| prompt.contains(w)))
                .map_or(
                    if invoice { GOODS[7].1 } else { GOODS[1].1 },
                    |(_, goods)| goods,
                );
            // "with 6 items": as many lines as asked for.
            let wanted = knowledge::count(studio.brief).unwrap_or(goods.len());
            let more = EVERYDAY.iter().filter(|more| !goods.contains(more));
            for (name, price) in goods.iter().chain(more).take(wanted) {
                self.items.push(Item {
                    name: Line::invented(*name, Role::Item),
                    quantity: None,
                    rate: None,
                    amount: Some(Line::invented(
                        format!("${}.{:02}", price / 100, price % 100),
                        Role::Price,
                    )),
                });
            }
        }
    }

    /// "subtotal, tax and total": sums that are asked for without figures stand over invented goods.
    fn ask_sums(&mut self, studio: &Studio<'_>, money: &Money) {
        let prompt = studio.brief.prompt.to_lowercase();
        let sum: Option<u64> = self
            .items
            .iter()
            .map(|item| {
                item.amount
                    .as_ref()
                    .and_then(|amount| hundredths(&amount.text))
            })
            .sum();
        let asked = |word: &str| {
            prompt
                .split(|c: char| !c.is_alphanumeric())
                .any(|found| found == word)
        };
        let Some(sum) = sum.filter(|_| self.sums.is_empty()) else {
            return;
        };
        if asked("subtotal") {
            let line = Line::invented(money.write(sum), Role::Price);
            self.sums.push(("Subtotal".to_owned(), line));
        }
        if asked("tax") || asked("vat") {
            let label = if asked("tax") { "Tax" } else { "VAT" };
            let line = Line::invented(money.write((sum * TAX_PERCENT + 50) / 100), Role::Price);
            self.sums.push((label.to_owned(), line));
        }
    }

    /// Computes amounts that counts and rates tell, and the total where none is given.
    fn add_up(&mut self, studio: &Studio<'_>) {
        let mut money = Money::of(
            self.items
                .iter()
                .filter_map(|i| i.amount.as_ref().or(i.rate.as_ref())),
        );
        // Without decimals in the prompt, money is written as its language does.
        let pointed = self
            .items
            .iter()
            .filter_map(|item| item.amount.as_ref().or(item.rate.as_ref()))
            .any(|line| line.text.contains('.'));
        money.comma |= !pointed && comma(studio.brief);
        for item in &mut self.items {
            if item.amount.is_none()
                && let (Some(count), Some(rate)) = (&item.quantity, &item.rate)
                && let (Some(count), Some(rate)) = (hundredths(&count.text), hundredths(&rate.text))
            {
                item.amount = Some(Line::invented(money.write(count * rate / 100), Role::Price));
            }
        }
        self.ask_sums(studio, &money);
        let all: Option<Vec<u64>> = self
            .items
            .iter()
            .map(|i| i.amount.as_ref().and_then(|a| hundredths(&a.text)))
            .collect();
        if let Some(all) = all.filter(|a| !a.is_empty())
            && !self
                .sums
                .iter()
                .any(|(label, _)| super::invoice::is_total(label))
            && let Some(total) = total(all.iter().sum(), &self.sums)
        {
            let at = self
                .sums
                .iter()
                .position(|(label, _)| settles(label))
                .unwrap_or(self.sums.len());
            let total = Line::invented(money.write(total), Role::Price);
            let label = crate::components::pitch::say(studio, "Total");
            self.sums.insert(at, (label.to_owned(), total));
        }
    }

    /// Invents the number, the date and a last line.
    fn fill(&mut self, studio: &Studio<'_>) {
        let invoice = studio.brief.genre == Genre::Invoice;
        let mut rng = studio.rng("account");
        if self.number.is_none() {
            let number = 1000 + rng.below(8000);
            self.number = Some(Line::invented(
                if invoice {
                    format!("#{number}")
                } else {
                    format!("No. {number}")
                },
                Role::Small,
            ));
        }
        let dated = self
            .facts
            .iter()
            .any(|(l, _)| matches!(l.as_str(), "Date" | "Due" | "Datum" | "Fecha"))
            || self.notes.iter().any(|note| note.role == Role::Date);
        if !dated && !invoice {
            self.facts
                .push(("Date".to_owned(), Line::invented("14 May 2026", Role::Date)));
        }
        if self.notes.is_empty() {
            let note = if invoice {
                "Thank you for your business."
            } else {
                "Thank you for your visit!"
            };
            self.notes.push(Line::invented(note, Role::Body));
        }
        self.head(studio);
    }

    /// A receipt without a shop is headed by the kind of shop, or by what it is.
    fn head(&mut self, studio: &Studio<'_>) {
        const WORDS_MAX: usize = 3;
        let brief = studio.brief;
        if self.seller.is_some() || brief.genre == Genre::Invoice {
            return;
        }
        // Topics are in English.
        let english = brief.language.0 == "en";
        let topic = || house(studio).filter(|_| english);
        let shop = brief.subject.clone().or_else(topic);
        let shop = shop.filter(|shop| shop.split(' ').count() <= WORDS_MAX);
        let kind = || (!english).then(|| crate::components::pitch::say(studio, "Receipt").into());
        self.seller = shop
            .or_else(kind)
            .map(|shop| Line::invented(crate::components::pitch::capital(&shop), Role::Brand));
    }
}

/// "coffee shop receipt": the words of the topic that stand together, or the first of them.
fn house(studio: &Studio<'_>) -> Option<String> {
    const WORDS_MAX: usize = 3;
    let topic = &studio.brief.topic;
    let prompt = studio.brief.prompt.to_lowercase();
    (2..=WORDS_MAX.min(topic.len()))
        .rev()
        .map(|len| topic[..len].join(" "))
        .find(|words| prompt.contains(words.as_str()))
        .or_else(|| topic.first().cloned())
}

/// Whether a line says how the total was paid.
fn settles(label: &str) -> bool {
    let label = label.to_lowercase();
    ["paid", "cash", "card", "visa", "mastercard", "change"]
        .iter()
        .any(|word| label.contains(word))
}

/// Returns what items that cost `sum` hundredths come to with the taxes, tips and discounts of a bill; none when one of
/// them cannot be read.
fn total(sum: u64, extras: &[(String, Line)]) -> Option<u64> {
    let mut total = sum;
    for (label, line) in extras {
        let lower = label.to_lowercase();
        let before = ["sub", "zwischen", "sous", "imponibile"]
            .iter()
            .any(|word| lower.contains(word));
        if settles(label) || before {
            continue;
        }
        let figure = hundredths(&line.text)?;
        let amount = match line.text.contains('%') {
            true => (sum * figure + 5_000) / 10_000,
            false => figure,
        };
        let less = [
            "discount",
            "deposit",
            "rabatt",
            "descuento",
            "remise",
            "sconto",
            "desconto",
        ]
        .iter()
        .any(|word| lower.contains(word));
        total = match less {
            true => total.checked_sub(amount)?,
            false => total.checked_add(amount)?,
        };
    }
    Some(total)
}

/// Returns the line with a capital first letter.
fn capital(mut line: Line) -> Line {
    line.text = crate::components::pitch::capital(&line.text);
    line
}

/// Returns a number in hundredths ("$1,749.60" → 174960, "40 hours" → 4000).
fn hundredths(text: &str) -> Option<u64> {
    let kept: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || ".,".contains(*c))
        .collect();
    let kept = kept.trim_matches(['.', ',']);
    let cut = kept.rfind(['.', ',']).filter(|at| kept.len() - at - 1 != 3);
    let (whole, part) = cut.map_or((kept, ""), |at| (&kept[..at], &kept[at + 1..]));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole: u64 = whole.parse().ok().filter(|n| *n < 1_000_000_000)?;
    let part: u64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    Some(whole * 100 + part)
}

impl Money {
    fn of<'l>(mut lines: impl Iterator<Item = &'l Line>) -> Self {
        let Some(line) = lines.next() else {
            return Self {
                before: "$".to_owned(),
                after: String::new(),
                comma: false,
            };
        };
        let text = line.text.split('/').next().unwrap_or_default().trim();
        let first = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let last = text
            .rfind(|c: char| c.is_ascii_digit())
            .map_or(text.len(), |n| n + 1);
        let comma = text[first..last]
            .rfind(',')
            .is_some_and(|at| last - first - at - 1 == 2);
        Self {
            before: text[..first].to_owned(),
            after: text[last..].to_owned(),
            comma,
        }
    }

    fn write(&self, hundredths: u64) -> String {
        let (whole, part) = (hundredths / 100, hundredths % 100);
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push(if self.comma { '.' } else { ',' });
            }
            grouped.push(c);
        }
        // Yen, won and yuan on a till are written without decimals.
        let whole = format!("{}{}", self.before, self.after);
        if part == 0 && whole.contains(['円', '원', '元', '¥', '₩']) {
            return format!("{}{grouped}{}", self.before, self.after);
        }
        let point = if self.comma { ',' } else { '.' };
        format!("{}{grouped}{point}{part:02}{}", self.before, self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extras_come_to_the_total() {
        let line = |text: &str| Line::invented(text, Role::Price);
        for (sum, extras, want) in [
            (1725, &[("Tax", "8%"), ("Paid", "by card")][..], Some(1863)),
            (
                4000,
                &[("Discount", "10%"), ("Shipping", "$5.00")],
                Some(4100),
            ),
            (4000, &[("Tip", "thanks")], None),
        ] {
            let extras: Vec<(String, Line)> = extras
                .iter()
                .map(|(label, text)| ((*label).to_owned(), line(text)))
                .collect();
            assert_eq!(total(sum, &extras), want, "{extras:?}");
        }
    }

    #[test]
    fn money_is_read_and_written() {
        for (text, read, written) in [
            ("$1,749.60", 174_960, "$1,749.60"),
            ("250€", 25_000, "250.00€"),
            ("49,90 €", 4_990, "49,90 €"),
            ("$85/hr", 8_500, "$85.00"),
        ] {
            let line = Line::asked(text, Role::Price);
            assert_eq!(hundredths(text), Some(read));
            assert_eq!(Money::of(std::iter::once(&line)).write(read), written);
        }
    }
}
