//! Jobs: offers as rows with who offers them, where and for how much; or one offer with what it asks and gives.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{header, remains, sheet};
use crate::components::ui::{Entry, Form, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Offers that are made up: title, who offers it, where, for how much.
const OFFERS: &[(&str, &str, &str, &str)] = &[
    ("Product Designer", "Northwind", "Berlin", "$85k"),
    ("Frontend Engineer", "Kestrel", "Remote", "$110k"),
    ("Data Analyst", "Lumen", "London", "$72k"),
    ("Project Manager", "Tidewater", "Madrid", "$68k"),
    ("Customer Success Lead", "Juniper", "Remote", "$64k"),
    ("Marketing Specialist", "Aurora", "Paris", "$58k"),
];
/// Offers that a page shows where the prompt gives none.
const SHOWN: usize = 6;
/// What an offer asks and gives, where the prompt does not say.
const ASKS: &[&str] = &[
    "Three years or more in a similar role",
    "Clear writing and a calm way of working",
    "You finish what you start",
];
const GIVES: &[&str] = &[
    "30 days of holiday",
    "Flexible hours, hybrid or remote",
    "A budget for learning every year",
];

/// One offer.
struct Offer {
    title: Word,
    facts: Vec<Word>,
    pay: Option<Word>,
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let one = supply.speaks_of(&[
        "job detail",
        "job details",
        "detail page",
        "apply button",
        "job posting page",
        "job post",
        "job advert",
        "apply now",
        "requirements",
    ]);
    if one {
        detail(page, supply)
    } else {
        list(page, studio, supply)
    }
}

fn list(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let top = header(
        page,
        supply,
        &["Explore", "Company", "Saved"],
        &["bell", "user"],
    );
    let buttons = supply.buttons();
    let title = supply.find(|role, text| role == Role::Title && !is_offer(studio, text));
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let chips = supply
        .list(&["filter", "categor", "department", "chip"])
        .unwrap_or_default();
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Search"));
    let mut offers = told_rows(supply);
    // "4 remote jobs": how many there are, and no offer.
    let counted: Vec<(Word, Word)> = supply.pairs();
    offers.extend(self::offers(studio, supply));
    if offers.is_empty() && kit.filler {
        offers = OFFERS
            .iter()
            .take(SHOWN)
            .map(|(title, by, at, pay)| Offer {
                title: Word::invented(*title),
                facts: vec![Word::invented(*by), Word::invented(*at)],
                pay: Some(Word::invented(*pay)),
            })
            .collect();
    }
    let rest = remains(kit, supply);
    let (root, _) = sheet(page);
    let search = row()
        .fill_w()
        .gap(kit.u(12.0))
        .child(
            col()
                .grow(1.0)
                .child(kit.search(&hint).fill(Token::Surface)),
        )
        .child(kit.button_sized(&kit.say("Search"), Push::Primary, Some("search"), 44.0));
    let mut main = col().grow(1.0).gap(kit.u(16.0));
    if let Some(title) = &title {
        main = main.child(kit.text(title, Type::Display).max_lines(2));
    }
    for word in &under {
        main = main.child(kit.text(word, Type::Body).color(Token::Muted));
    }
    for (name, value) in &counted {
        main = main.child(
            row()
                .gap(kit.u(6.0))
                .child(kit.text(value, Type::Strong).max_lines(1))
                .child(kit.text(name, Type::Body).max_lines(1)),
        );
    }
    main = main.child(search);
    let filtered = supply.speaks_of(&["filter", "filters"]) || page.even();
    let beside = !page.tall() && filtered;
    if !chips.is_empty() && !beside {
        main = main.child(kit.choice_chips(&chips, 0).wrap().row_gap(kit.u(8.0)));
    }
    let room = page.h - kit.u(64.0 + 44.0 + 60.0) - page.margin();
    let n = offers.len().max(1) as f32;
    let each = ((room - kit.u(14.0) * (n - 1.0)) / n).clamp(kit.u(76.0), kit.u(128.0));
    let cards = offers
        .iter()
        .enumerate()
        .map(|(i, offer)| card(kit, offer, i, each));
    main = main
        .child(col().fill_w().gap(kit.u(14.0)).children(cards))
        .children(rest);
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        main = main.child(kit.button(word, push));
    }
    let body = if !beside {
        main
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(28.0))
            .align(Place::Start)
            .child(filters(kit, &chips))
            .child(main)
    };
    root.gap(kit.u(10.0)).child(top).child(body)
}

/// Takes offers that are told part by part: the title, who offers it and where, the pay.
fn told_rows(supply: &mut Supply<'_>) -> Vec<Offer> {
    supply
        .listed(&["row"])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|entry| {
            let pay = |word: &Word| Form::of(&word.text) == Form::Money;
            let mut facts: Vec<Word> = entry.figure.into_iter().chain(entry.more).collect();
            let at = facts.iter().position(pay);
            let pay = at.map(|at| facts.remove(at));
            Some(Offer {
                title: entry.name?,
                facts,
                pay,
            })
        })
        .collect()
}

/// Whether a text has a place or a pay glued to it, as the title of an offer has.
fn is_offer(studio: &Studio<'_>, text: &str) -> bool {
    let prompt = &studio.brief.prompt;
    prompt
        .find(text)
        .and_then(|at| prompt.get(at + text.len()..))
        .is_some_and(|behind| behind.trim_start().starts_with('('))
}

/// Takes the offers of the prompt: a name with the facts in its brackets and the pay.
fn offers(studio: &Studio<'_>, supply: &mut Supply<'_>) -> Vec<Offer> {
    let brief = studio.brief;
    let mut out: Vec<Offer> = Vec::new();
    // What stands in brackets belongs to the name before them.
    let bracketed = |at: usize| {
        let start = brief.literals[at].span.start;
        let before = brief.prompt.get(..start).unwrap_or("");
        before
            .rfind('(')
            .is_some_and(|open| before[open..].find(')').is_none())
    };
    for at in 0..brief.literals.len() {
        let role = brief.literals[at].role;
        if matches!(role, Role::Button | Role::Tab | Role::Link | Role::Brand) {
            continue;
        }
        let Some(word) = supply.take(at) else {
            continue;
        };
        let pay = Form::of(&word.text) == Form::Money;
        match out.last_mut() {
            Some(last) if pay && last.pay.is_none() => last.pay = Some(word),
            Some(last) if bracketed(at) || pay || Form::of(&word.text).is_figure() => {
                last.facts.push(word);
            }
            _ => out.push(Offer {
                title: word,
                facts: Vec::new(),
                pay: None,
            }),
        }
    }
    out
}

fn card(kit: &Kit<'_>, offer: &Offer, n: usize, h: f32) -> Node {
    let mut facts = row().gap(kit.u(14.0)).wrap();
    for (i, fact) in offer.facts.iter().enumerate() {
        let mark = if i == 0 && offer.facts.len() > 1 {
            "building-2"
        } else {
            "map-pin"
        };
        facts = facts.child(
            row()
                .gap(kit.u(5.0))
                .child(icon(mark, kit.u(15.0)).color(Token::Muted))
                .child(kit.text(fact, Type::Caption).max_lines(1)),
        );
    }
    if kit.filler && !offer.title.is_asked() {
        facts = facts.child(kit.accent_chip(&kit.say("Full-time")));
    }
    let words = col()
        .grow(1.0)
        .gap(kit.u(6.0))
        .child(kit.text(&offer.title, Type::Heading).max_lines(2))
        .child(facts);
    let mut line = kit
        .surface(
            row()
                .role("result")
                .fill_w()
                .min_h(h)
                .rigid()
                .gap(kit.u(18.0))
                .pad_xy(kit.u(20.0), kit.u(12.0)),
        )
        .child(kit.icon_tile("briefcase", 48.0, n))
        .child(words);
    if let Some(pay) = &offer.pay {
        line = line.child(
            kit.figure(pay, Type::Heading)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    line.child(icon("bookmark", kit.u(20.0)).color(Token::Muted))
}

/// Boxes to tick: those that were told, else how much one works, where.
fn filters(kit: &Kit<'_>, told: &[Word]) -> Node {
    let groups: [(&'static str, [&'static str; 3]); 2] = [
        ("Filter", ["Full-time", "New", "Popular"]),
        ("Experience", ["All", "Projects", "Skills"]),
    ];
    let mut card = kit
        .card()
        .w(kit.u(210.0))
        .rigid()
        .gap(kit.u(20.0))
        .pad(kit.u(20.0))
        .role("filters");
    if !told.is_empty() {
        let lines = told.iter().enumerate().map(|(i, option)| {
            row()
                .gap(kit.u(10.0))
                .child(kit.checkbox(i == 0, false))
                .child(kit.text(option, Type::Body).max_lines(1))
        });
        return card
            .gap(kit.u(12.0))
            .child(kit.text(&kit.say("Filter"), Type::Strong).max_lines(1))
            .children(lines);
    }
    for (g, (head, options)) in groups.into_iter().enumerate() {
        let lines = options.into_iter().enumerate().map(|(i, option)| {
            row()
                .gap(kit.u(10.0))
                .child(kit.checkbox(i == g, false))
                .child(kit.text(&kit.say(option), Type::Body).max_lines(1))
        });
        card = card.child(
            col()
                .fill_w()
                .gap(kit.u(10.0))
                .child(kit.text(&kit.say(head), Type::Strong).max_lines(1))
                .children(lines),
        );
    }
    if kit.filler { card } else { col() }
}

/// One offer: its title and facts over what it asks and gives; the way to apply beside them.
fn detail(page: &Page<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let top = header(
        page,
        supply,
        &["Explore", "Company", "Saved"],
        &["bell", "user"],
    );
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.find(|role, _| !matches!(role, Role::Button | Role::Tab | Role::Link)))
        .unwrap_or_else(|| Word::invented(OFFERS[1].0));
    let brand = supply.first(&[Role::Brand]);
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Apply now")];
    }
    let asks = section_words(supply, &["requirement", "skill", "qualification"]);
    let gives = section_words(supply, &["benefit", "perk", "offer"]);
    let mut facts: Vec<Entry> = supply.entries();
    if facts.is_empty() && kit.filler {
        facts = ["Remote", "$110k"]
            .map(|text| Entry {
                name: Some(Word::invented(text)),
                ..Entry::default()
            })
            .into();
    }
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let mut head =
        row()
            .fill_w()
            .gap(kit.u(18.0))
            .child(kit.icon_tile("briefcase", 68.0, page.variant));
    let mut words = col().grow(1.0).gap(kit.u(6.0)).child(
        kit.text(&title, Type::Display)
            .size(kit.u(38.0))
            .max_lines(2),
    );
    if let Some(brand) = &brand {
        words = words.child(kit.text(brand, Type::Body).color(Token::Muted));
    }
    head = head.child(words);
    let english = kit.tongue.code() == "en" && kit.filler;
    let told = |words: Vec<Word>, usual: &[&'static str]| {
        if words.is_empty() && english {
            usual.iter().map(|text| Word::invented(*text)).collect()
        } else {
            words
        }
    };
    let left = col()
        .grow(1.0)
        .gap(kit.u(24.0))
        .child(section(kit, &kit.label("Requirements"), &told(asks, ASKS)))
        .child(section(kit, &kit.label("Benefits"), &told(gives, GIVES)))
        .children(rest);
    let side = apply(page, &facts, &buttons, inner);
    let body = if page.tall() {
        col().fill_w().gap(kit.u(24.0)).child(left).child(side)
    } else {
        row()
            .fill_w()
            .gap(kit.u(36.0))
            .align(Place::Start)
            .child(left)
            .child(side)
    };
    let others = (english && !page.tall()).then(|| others(kit));
    root.gap(kit.u(26.0))
        .child(top)
        .child(head)
        .child(body)
        .children(others)
}

/// The facts of an offer over the way to apply, in a card beside what it asks and gives.
fn apply(page: &Page<'_>, facts: &[Entry], buttons: &[Word], inner: f32) -> Node {
    let kit = &page.kit;
    let mut side = kit.card().pad(kit.u(24.0)).gap(kit.u(16.0));
    side = if page.tall() {
        side.fill_w()
    } else {
        side.w(inner * 0.32).rigid()
    };
    for fact in facts {
        let words: Vec<&Word> = fact
            .name
            .iter()
            .chain(&fact.figure)
            .chain(&fact.more)
            .collect();
        let money = words.iter().any(|w| Form::of(&w.text) == Form::Money);
        let mut line = row().gap(kit.u(10.0)).child(
            icon(if money { "banknote" } else { "map-pin" }, kit.u(18.0)).color(Token::AccentText),
        );
        for word in words {
            line = line.child(kit.text(word, Type::Body).max_lines(2));
        }
        side = side.child(line);
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        side = side.child(kit.button_sized(word, push, None, 50.0).fill_w());
    }
    side
}

/// Two other offers.
fn others(kit: &Kit<'_>) -> Node {
    let cards = OFFERS
        .iter()
        .take(2)
        .enumerate()
        .map(|(i, (title, by, at, pay))| {
            let offer = Offer {
                title: Word::invented(*title),
                facts: vec![Word::invented(*by), Word::invented(*at)],
                pay: Some(Word::invented(*pay)),
            };
            card(kit, &offer, i, kit.u(84.0))
        });
    col()
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.text(&kit.say("Related"), Type::Heading).max_lines(1))
        .children(cards)
}

fn section_words(supply: &mut Supply<'_>, kinds: &[&str]) -> Vec<Word> {
    supply.list(kinds).unwrap_or_default()
}

fn section(kit: &Kit<'_>, head: &Word, lines: &[Word]) -> Node {
    if lines.is_empty() {
        return col();
    }
    let rows = lines.iter().map(|line| {
        row()
            .fill_w()
            .gap(kit.u(12.0))
            .align(Place::Start)
            .child(
                icon("check", kit.u(18.0))
                    .color(Token::Accent)
                    .icon_stroke(2.4),
            )
            .child(kit.text(line, Type::Body).max_lines(3).grow(1.0))
    });
    col()
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.text(head, Type::Title).max_lines(1))
        .children(rows)
}
