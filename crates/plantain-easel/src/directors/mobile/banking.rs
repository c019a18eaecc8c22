//! A bank account: the balance leads, what one can do with it, what happened.

use plantain_read::Role;
use plantain_scene::build::{col, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, leftovers, stops, transfer};
use crate::components::ui::card::RowSpec;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Entry, Form, Kit, Push, Supply, Type, Word};

const BALANCE_WORDS: &[&str] = &[
    "balance",
    "kontostand",
    "solde",
    "saldo",
    "total",
    "available",
    "余额",
    "残高",
    "guthaben",
    "spent",
    "remaining",
    "left to spend",
    "savings",
    "net worth",
    "ausgegeben",
    "gastado",
    "dépensé",
    "speso",
    "gasto",
    "потрачено",
    "витрачено",
    "bakiye",
    "баланс",
    "остаток",
    "잔액",
    "رصيد",
    "יתרה",
    "saved",
    "current account",
    "account",
];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    if transfer::is_asked(supply) {
        return transfer::build(scr, supply);
    }
    let kit = &scr.kit;
    let (label, balance) = balance(scr, supply);
    let ending = supply
        .valued(&[
            "ending",
            "card number",
            "last digits",
            "iban",
            "account number",
        ])
        .map(|(_, digits)| digits);
    let bell = kit.round_button("bell", 44.0, Push::Secondary);
    let mut blocks = vec![scr.header(supply, kit.label("Account"), None, Some(bell))];
    blocks.push(match scr.variant % 3 {
        0 => bank_card(scr, &label, &balance, ending.as_ref()),
        1 => plain_balance(scr, &label, &balance, ending.as_ref()),
        _ => split_balance(scr, &label, &balance, ending.as_ref()),
    });
    if let Some(change) = supply.find(|role, text| role == Role::Caption && text.contains('%')) {
        blocks.push(changed(scr, &change));
    }
    let buttons = supply.all(&[Role::Button]);
    let mut acts = actions(scr, &buttons);
    if supply.speaks_of(&["quick action", "actions", "shortcuts"]) {
        acts = Block::must(acts.node, acts.h);
    }
    blocks.push(acts);
    let title = supply.find(|role, text| {
        matches!(role, Role::Label | Role::Subtitle | Role::Text | Role::Body)
            && is_transactions(text)
    });
    let (pots, entries): (Vec<Entry>, Vec<Entry>) = supply.entries().into_iter().partition(is_goal);
    let goals = !pots.is_empty() && entries.is_empty();
    let usual = if goals { "Goals" } else { "Transactions" };
    let title = title.unwrap_or_else(|| kit.label(usual));
    let trail = kit
        .filler
        .then(|| kit.link(&kit.say("See all"), Type::Caption));
    if !pots.is_empty() && !goals {
        blocks.push(scr.heading(&kit.label("Goals"), None));
        blocks.push(saved(scr, &pots));
    }
    if !entries.is_empty() || goals || kit.filler {
        blocks.push(scr.heading(&title, trail));
        let heard = supply.brief().heard();
        let n = crate::directors::web::kinds::counted_before(
            &heard,
            &["transaction", "payment", "operation", "movement", "booking"],
        );
        blocks.push(if goals {
            saved(scr, &pots)
        } else {
            transactions(scr, entries, &balance, n)
        });
    }
    blocks.push(budget(scr));
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("credit-card", "Cards"),
            ("arrow-left-right", "Payments"),
            ("user", "Profile"),
        ],
    );
    Parts::new(blocks, "the balance stands alone at the top, amounts align at the right, and money that comes in is marked by colour")
        .stops(stops, 0)
        .gap(16.0)
}

/// How the balance has changed, in the colour of its direction.
fn changed(scr: &Screen<'_>, change: &Word) -> Block {
    let kit = &scr.kit;
    let lower = change.text.to_lowercase();
    let fell = lower.starts_with("down") || lower.starts_with(['-', '−', '▼']);
    let (mark, ink) = if fell {
        ("trending-down", Token::Negative)
    } else {
        ("trending-up", Token::Positive)
    };
    let line = row()
        .fill_w()
        .gap(kit.u(8.0))
        .child(plantain_scene::build::icon(mark, kit.u(18.0)).color(ink))
        .child(kit.text(change, Type::Strong).color(ink).max_lines(1));
    Block::must(line, kit.line(Type::Strong))
}

fn is_transactions(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "transaction",
        "umsätze",
        "recent",
        "movimientos",
        "opérations",
        "交易",
        "取引",
        "şlem",
        "hareket",
        "operazioni",
        "movimenti",
        "movimentações",
        "transa",
        "операции",
        "транзакц",
        "거래",
        "عمليات",
        "פעולות",
    ]
    .iter()
    .any(|w| text.contains(w))
}

fn balance(scr: &Screen<'_>, supply: &mut Supply<'_>) -> (Word, Word) {
    let kit = &scr.kit;
    supply
        .valued(BALANCE_WORDS)
        .or_else(|| {
            // The first amount without a sign is what is there; amounts with a sign are what happened.
            let value = supply.find(|_, text| {
                Form::of(text) == Form::Money
                    && !text.trim_start().starts_with(['+', '-', '−', '–'])
            })?;
            let label = led(supply, &value.text);
            Some((label.unwrap_or_else(|| kit.label("Balance")), value))
        })
        .unwrap_or_else(|| (kit.label("Balance"), Word::invented("$4,812.60")))
}

/// Takes the words right before the amount that call it the balance.
fn led(supply: &mut Supply<'_>, amount: &str) -> Option<Word> {
    let literals = &supply.brief().literals;
    let at = literals.iter().position(|literal| literal.text == amount)?;
    let before = at.checked_sub(1)?;
    let lower = literals[before].text.to_lowercase();
    let heard = plantain_read::english(&lower, &supply.brief().language.0);
    BALANCE_WORDS
        .iter()
        .any(|word| lower.contains(word) || heard.contains(word))
        .then(|| supply.take(before))
        .flatten()
}

fn bank_card(scr: &Screen<'_>, label: &Word, balance: &Word, ending: Option<&Word>) -> Block {
    let kit = &scr.kit;
    let ink = Token::AccentInk;
    let h = kit.u(184.0);
    let chip = col()
        .size_box(kit.u(40.0), kit.u(30.0))
        .rigid()
        .radius(kit.u(6.0))
        .fill(Color::from(ink).alpha(0.32))
        .stroke(Color::from(ink).alpha(0.35), 1.0);
    let words = col()
        .gap(kit.u(4.0))
        .child(kit.text(label, Type::Caption).color(ink).max_lines(1))
        .child(
            kit.figure(balance, Type::Display)
                .size(kit.u(36.0))
                .weight(700)
                .color(ink),
        );
    let mut foot = row().fill_w().justify(Place::Between);
    if let Some(ending) = ending {
        foot = foot.child(last_digits(kit, ending, ink.into()));
    } else if kit.filler {
        foot = foot.child(kit.masked("4821", ink.into()));
    }
    let circle = |d: f32, a: f32| {
        col()
            .size_box(kit.u(d), kit.u(d))
            .rigid()
            .radius(kit.u(d / 2.0))
            .fill(Color::from(ink).alpha(a))
    };
    foot = foot.child(spacer()).child(
        row()
            .gap(kit.u(-9.0))
            .child(circle(26.0, 0.75))
            .child(circle(26.0, 0.4)),
    );
    let node = kit
        .accent_card()
        .h(h)
        .rigid()
        .clip()
        .justify(Place::Between)
        .child(kit.ends(words, chip).align(Place::Start))
        .child(foot);
    Block::must(node, h).stretch(kit.u(24.0))
}

/// The last digits of a card or an account behind dots.
fn last_digits(kit: &Kit<'_>, ending: &Word, ink: Color) -> Node {
    let dots = Word::built("••••".to_owned());
    let digits = kit.text(ending, Type::Body).tabular().max_lines(1);
    row()
        .gap(kit.u(6.0))
        .rigid()
        .child(kit.text(&dots, Type::Body).color(ink).max_lines(1))
        .child(digits.color(ink))
}

fn plain_balance(scr: &Screen<'_>, label: &Word, balance: &Word, ending: Option<&Word>) -> Block {
    let kit = &scr.kit;
    let more = ending.map_or(0.0, |_| kit.line(Type::Body) + kit.u(6.0));
    let node = col()
        .fill_w()
        .align(Place::Center)
        .gap(kit.u(6.0))
        .pad_xy(0.0, kit.u(12.0))
        .child(kit.text(label, Type::Caption).centered().max_lines(1))
        .child(kit.figure(balance, Type::Hero).weight(700).centered())
        .children(ending.map(|digits| last_digits(kit, digits, Token::Muted.into())));
    Block::must(
        node,
        kit.u(30.0) + kit.line(Type::Hero) + kit.line(Type::Caption) + more,
    )
}

fn split_balance(scr: &Screen<'_>, label: &Word, balance: &Word, ending: Option<&Word>) -> Block {
    let kit = &scr.kit;
    let more = ending.map_or(0.0, |_| kit.line(Type::Body) + kit.u(4.0));
    let words = col()
        .grow(1.0)
        .gap(kit.u(4.0))
        .child(kit.text(label, Type::Caption).max_lines(1))
        .child(kit.figure(balance, Type::Display).weight(700))
        .children(ending.map(|digits| last_digits(kit, digits, Token::Muted.into())));
    let node =
        kit.card()
            .pad(kit.u(20.0))
            .child(row().fill_w().gap(kit.u(12.0)).child(words).child(kit.tile(
                "wallet",
                56.0,
                Token::AccentInk.into(),
                Token::Accent.into(),
            )));
    Block::must(
        node,
        kit.u(40.0) + kit.line(Type::Display) + kit.line(Type::Caption) + kit.u(4.0) + more,
    )
}

fn actions(scr: &Screen<'_>, asked: &[Word]) -> Block {
    let kit = &scr.kit;
    let usual = [
        ("arrow-up-right", "Send"),
        ("arrow-down-left", "Request"),
        ("plus", "Top up"),
        ("ellipsis", "More"),
    ];
    let acts: Vec<(String, Word)> = if asked.is_empty() {
        usual
            .iter()
            .map(|(icon, name)| ((*icon).to_owned(), kit.say(name)))
            .collect()
    } else {
        asked
            .iter()
            .map(|word| (icon_for(&word.text, "arrow-right"), word.clone()))
            .collect()
    };
    let cells = acts.into_iter().enumerate().map(|(i, (name, word))| {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        col()
            .grow(1.0)
            .align(Place::Center)
            .gap(kit.u(7.0))
            .role("action")
            .child(kit.round_button(&name, 52.0, push))
            .child(
                kit.text(&word, Type::Micro)
                    .centered()
                    .color(Token::Ink)
                    .max_lines(1),
            )
    });
    let node = row().fill_w().align(Place::Start).children(cells);
    let h = kit.u(59.0) + kit.line(Type::Micro);
    if asked.is_empty() {
        Block::nice(node.filler(), h, 1)
    } else {
        Block::must(node, h)
    }
}

/// "New bike 65%": what is saved for, and how much of it is there.
fn is_goal(entry: &Entry) -> bool {
    entry.name.is_some()
        && entry
            .figure
            .as_ref()
            .is_some_and(|figure| super::generic::share(&figure.text).is_some())
}

/// Goals with a bar each, filled as far as they are reached.
fn saved(scr: &Screen<'_>, goals: &[Entry]) -> Block {
    let kit = &scr.kit;
    let each = kit.u(44.0) + kit.u(22.0);
    let rows = goals.iter().enumerate().map(|(n, goal)| {
        let blank = Word::default();
        let name = goal.name.as_ref().unwrap_or(&blank);
        let figure = goal.figure.as_ref().unwrap_or(&blank);
        let (ink, track) = kit.hue(n);
        let share = super::generic::share(&figure.text).unwrap_or(0.5);
        let words = col()
            .grow(1.0)
            .gap(kit.u(8.0))
            .child(kit.ends(
                kit.text(name, Type::Strong).max_lines(1),
                kit.figure(figure, Type::Strong).rigid(),
            ))
            .child(kit.progress(share, 8.0, ink, track));
        row()
            .fill_w()
            .gap(kit.u(14.0))
            .child(kit.icon_tile(&icon_for(&name.text, "piggy-bank"), 44.0, n))
            .child(words)
    });
    let card = kit.card().gap(kit.u(22.0)).children(rows);
    Block::must(card, kit.u(32.0) + goals.len() as f32 * each)
}

/// What happened on an account that the prompt tells nothing of: who, sign, amount.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("Green Grocer", "-", "38.20"),
    ("Salary", "+", "2,450.00"),
    ("City Transport", "-", "4.10"),
    ("Book Nook", "-", "17.90"),
    ("Coffee House", "-", "5.40"),
    ("Electric Power", "-", "62.00"),
    ("Cinema Lux", "-", "24.00"),
    ("Fitness Studio", "-", "29.90"),
];
/// Rows where the prompt gives no number.
const ROWS_USUAL: usize = 4;

fn transactions(
    scr: &Screen<'_>,
    mut entries: Vec<Entry>,
    balance: &Word,
    wanted: Option<usize>,
) -> Block {
    let kit = &scr.kit;
    if entries.is_empty() {
        let sign = balance
            .text
            .chars()
            .find(|c| "$€£¥₹".contains(*c))
            .unwrap_or('$');
        let n = wanted.unwrap_or(ROWS_USUAL).clamp(1, SAMPLES.len());
        entries = SAMPLES
            .iter()
            .take(n)
            .map(|(name, plus, amount)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(format!("{plus}{sign}{amount}"))),
                more: Vec::new(),
            })
            .collect();
    }
    let noted = kit.filler && entries.iter().all(|e| e.more.is_empty());
    let days = ["Today", "Yesterday"];
    let rows: Vec<Node> = entries
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            if entry.name.is_none() {
                return leftovers::entry_row(scr, entry, i, true);
            }
            let name = entry.name.clone().unwrap_or_default();
            let incoming = entry
                .figure
                .as_ref()
                .is_some_and(|f| f.text.trim_start().starts_with('+'));
            let fallback = if incoming { "banknote" } else { "shopping-bag" };
            kit.list_row(RowSpec {
                lead: Some(kit.icon_tile(&merchant_icon(&name.text, fallback), 44.0, i + 1)),
                note: entry
                    .more
                    .first()
                    .cloned()
                    .or_else(|| noted.then(|| kit.say(days[usize::from(i > 0)]))),
                name,
                figure: entry.figure.clone(),
                trail: None,
            })
        })
        .collect();
    let h = kit.row_card_height(rows.len(), kit.row_height(44.0, noted));
    Block::must(kit.row_card(rows), h)
}

/// Returns an icon for a merchant, by the kind of shop that its name speaks of.
fn merchant_icon(name: &str, fallback: &str) -> String {
    const KINDS: &[(&[&str], &str)] = &[
        (&["coffee", "café", "cafe", "espresso", "kaffee"], "coffee"),
        (
            &[
                "salary", "gehalt", "lohn", "payroll", "wage", "nómina", "salaire",
            ],
            "banknote",
        ),
        (
            &["gas", "fuel", "petrol", "tank", "energy", "strom"],
            "fuel",
        ),
        (&["rent", "miete", "loyer", "alquiler", "mortgage"], "house"),
        (
            &["groc", "market", "super", "rewe", "aldi", "tesco"],
            "shopping-cart",
        ),
        (&["uber", "taxi", "cab", "lyft"], "car"),
        (&["netflix", "cinema", "kino", "movie", "tv"], "tv"),
        (&["spotify", "music"], "music"),
        (&["gym", "fitness", "sport"], "dumbbell"),
        (&["book", "buch", "libr"], "book-open"),
        (
            &["train", "metro", "bahn", "transport", "bus"],
            "train-front",
        ),
        (&["flight", "air", "flug"], "plane"),
        (
            &["restaurant", "pizza", "sushi", "burger", "diner", "bistro"],
            "utensils",
        ),
        (&["phone", "mobile", "telekom"], "smartphone"),
        (&["electric", "power"], "zap"),
        (&["pharm", "apothek"], "pill"),
    ];
    let lower = name.to_lowercase();
    KINDS
        .iter()
        .find(|(words, _)| {
            words
                .iter()
                .any(|w| crate::components::ui::supply::has_word(&lower, w))
        })
        .map_or_else(|| icon_for(name, fallback), |(_, icon)| (*icon).to_owned())
}

/// A month's budget as a bar, without figures that could contradict the account.
fn budget(scr: &Screen<'_>) -> Block {
    let kit = &scr.kit;
    let parts = [(0.42, 0), (0.26, 1), (0.18, 2)];
    let bar = row()
        .fill_w()
        .h(kit.u(12.0))
        .rigid()
        .gap(kit.u(3.0))
        .children(
            parts
                .iter()
                .map(|(share, n)| {
                    col()
                        .grow(*share)
                        .fill_h()
                        .radius(kit.u(6.0))
                        .fill(Token::Series(*n))
                })
                .chain([col()
                    .grow(0.14)
                    .fill_h()
                    .radius(kit.u(6.0))
                    .fill(Token::Sunken)]),
        );
    let shares = [
        ("House", "42%", 0_u8),
        ("Food", "26%", 1),
        ("Transport", "18%", 2),
    ];
    let legend = row()
        .fill_w()
        .justify(Place::Between)
        .children(shares.map(|(_, share, n)| {
            row()
                .gap(kit.u(6.0))
                .child(
                    col()
                        .size_box(kit.u(9.0), kit.u(9.0))
                        .rigid()
                        .radius(kit.u(3.0))
                        .fill(Token::Series(n)),
                )
                .child(kit.text(&Word::invented(share), Type::Caption).max_lines(1))
        }));
    let node = kit
        .card()
        .child(kit.section(&kit.say("Spending"), None))
        .child(bar)
        .child(legend)
        .filler();
    Block::nice(
        node,
        kit.u(32.0 + 24.0 + 12.0) + kit.line(Type::Heading) + kit.line(Type::Caption),
        2,
    )
}
