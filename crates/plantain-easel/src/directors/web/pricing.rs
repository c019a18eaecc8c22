//! Plans with their prices, side by side.

mod rows;
mod told;

use plantain_read::Role;
use plantain_scene::build::{col, icon, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::{Form, Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};
use told::{Plan, chosen, plans};

/// What plans of any kind hold, from the cheapest on; the dearer ones begin with all that the one before has.
const USUAL: [&[&str]; 3] = [
    &[
        "Email support",
        "Notifications",
        "Files",
        "Calendar",
        "Cancel any time",
    ],
    &[
        "Priority support",
        "Weekly reports",
        "Integrations",
        "Calendar",
        "Cancel any time",
    ],
    &[
        "Personal contact",
        "Audit log",
        "Security",
        "Integrations",
        "Early access",
    ],
];
/// Plans that are made up, from the cheapest on.
const SAMPLES: [(&str, &str); 4] = [
    ("Starter", "$9"),
    ("Team", "$29"),
    ("Business", "$79"),
    ("Enterprise", "$199"),
];
/// Lines of a plan, where the prompt gives no number.
const LINES_USUAL: usize = 4;
/// Questions under the plans of a page that is as high as wide.
const QUESTIONS: [&str; 2] = ["Can I cancel at any time?", "What does it cost?"];

struct Words {
    brand: Option<Word>,
    title: Word,
    under: Vec<Word>,
    plans: Vec<Plan>,
    /// The plan that the prompt wants marked.
    chosen: Option<usize>,
    rest: Vec<Word>,
    /// The spans of time to choose between ("monthly", "yearly").
    spans: Option<[Word; 2]>,
    /// Lines of a plan that names none.
    lines: usize,
    /// Questions and answers are asked for.
    asked: bool,
}

/// Returns drafts of a page of plans.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(3);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let mut page = Page::new(studio, &theme, variant);
            let words = words(&page.kit, studio);
            if page.shape == super::Shape3::Square && words.plans.len() <= 3 {
                // Three columns take a square picture's width; what they say is set as large as that allows.
                page.kit.k *= 1.16;
            }
            let root = build(&page, &words);
            let name = match page.even() {
                _ if rows::suits(&page, words.plans.len()) => "plans in rows",
                true => "plans",
                false => "plans, one filled",
            };
            Draft::new(name, theme, root)
                .because("The plans are equal cards from cheap to dear, and one of them is marked so that the eye has a place to start.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let heard = studio.brief.heard();
    let spans = spans(kit, &heard, &mut supply);
    // What comes after the first price belongs to a plan, whatever it was taken for.
    let start = supply.first_money().unwrap_or(usize::MAX);
    let title = supply
        .first_before(&[Role::Title], start)
        .or_else(|| {
            supply
                .speaks_of(&["title", "headline", "header", "heading"])
                .then(|| supply.first(&[Role::Title]))
                .flatten()
        })
        .unwrap_or_else(|| kit.label("Pricing"));
    let mut under = Vec::new();
    while let Some(word) = supply.first_before(&[Role::Subtitle, Role::Kicker], start) {
        under.push(word);
    }
    let buttons = supply.all(&[Role::Button]);
    let (mut plans, loose) = plans(&mut supply);
    let badges = supply.all(&[Role::Badge]);
    if plans.is_empty() && kit.filler {
        let n = super::kinds::counted_before(&heard, &["tier", "plan", "card", "column", "option"])
            .unwrap_or(3)
            .clamp(1, SAMPLES.len());
        plans = SAMPLES
            .iter()
            .take(n)
            .map(|(name, price)| Plan {
                name: Word::invented(*name),
                price: Some(Word::invented(*price)),
                ..Plan::default()
            })
            .collect();
    }
    let n = plans.len();
    for (i, badge) in badges.into_iter().enumerate() {
        if n > 0 {
            // A single badge marks the plan in the middle, as shops do.
            let at = if i == 0 { n / 2 } else { i % n };
            plans[at].badge = Some(badge);
        }
    }
    let mut buttons = buttons.into_iter();
    if buttons.len() == 1 {
        let only = buttons.next();
        for (i, plan) in plans.iter_mut().enumerate() {
            plan.button = only
                .clone()
                .map(|w| if i == 0 { w } else { Word::built(w.text) });
        }
    } else {
        for plan in &mut plans {
            plan.button = buttons.next();
        }
    }
    if kit.filler {
        for plan in &mut plans {
            plan.button.get_or_insert_with(|| kit.say("Choose plan"));
        }
    }
    let rest = supply
        .rest()
        .into_iter()
        .map(|(_, w)| w)
        .chain(buttons)
        .chain(loose)
        .collect();
    let chosen = chosen(&heard, &plans);
    // "Pro is most popular": the mark says so.
    let popular = heard.contains("most popular");
    if let Some(plan) = chosen.and_then(|at| plans.get_mut(at)).filter(|_| popular)
        && plan.badge.is_none()
    {
        plan.badge = Some(kit.label("Most popular"));
    }
    let lines = super::kinds::counted_before(&heard, &["feature", "benefit", "bullet", "line"])
        .unwrap_or(LINES_USUAL)
        .clamp(1, 5);
    let asked = ["faq", "questions"].iter().any(|word| heard.contains(word));
    Words {
        brand,
        title,
        under,
        plans,
        chosen,
        rest,
        spans,
        lines,
        asked,
    }
}

/// "toggle monthly / yearly": the spans of time to choose between; words of it that were read as texts are taken.
fn spans(kit: &Kit<'_>, heard: &str, supply: &mut Supply<'_>) -> Option<[Word; 2]> {
    let monthly = ["monthly", "month"].iter().any(|word| heard.contains(word));
    let yearly = ["yearly", "annual", "annually"]
        .iter()
        .any(|word| heard.contains(word));
    let named = ["toggle", "switch", "slider"]
        .iter()
        .any(|word| heard.contains(word));
    let both = monthly && yearly || named && (monthly || yearly);
    let switch = named
        || [
            "monthly / yearly",
            "monthly/yearly",
            "monthly or yearly",
            "monthly and yearly",
        ]
        .iter()
        .any(|words| heard.contains(words));
    if !(both && switch) {
        return None;
    }
    let mut take = |words: &[&str], usual: &'static str| {
        let told = supply.find(|_, text| {
            let lower = text.to_lowercase();
            words.contains(&lower.trim())
        });
        told.unwrap_or_else(|| kit.label(usual))
    };
    let first = take(&["monthly", "month"], "Monthly");
    let second = take(
        &["yearly", "annual", "annually", "yearly (save 20%)"],
        "Yearly",
    );
    Some([first, second])
}

fn build(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let n = words.plans.len();
    let stacked = page.tall() || inner / (n.max(1) as f32) < kit.u(190.0);
    let mut head = col()
        .fill_w()
        .align(Place::Center)
        .gap(kit.u(10.0))
        .pad_xy(0.0, kit.u(if page.tall() { 16.0 } else { 26.0 }));
    head = head.child(
        kit.text(&words.title, Type::Display)
            .size(kit.u(if page.tall() { 32.0 } else { 42.0 }))
            .centered()
            .balance()
            .max_lines(3),
    );
    for word in words.under.iter().chain(&words.rest) {
        head = head.child(
            kit.text(word, Type::Body)
                .size(kit.u(17.0))
                .color(Token::Muted)
                .centered()
                .balance(),
        );
    }
    if let Some(spans) = &words.spans {
        let switch = kit.segments(spans, 0);
        head = head.child(
            col()
                .w(kit.u(260.0))
                .margin(kit.u(8.0), 0.0, 0.0, 0.0)
                .child(switch),
        );
    }
    let chosen = words
        .plans
        .iter()
        .position(|p| p.badge.is_some())
        .or(words.chosen)
        .filter(|at| *at < n)
        .unwrap_or(n / 2);
    let per = period(kit, &words.plans);
    let long = words
        .plans
        .iter()
        .any(|plan| plan.price.as_ref().is_some_and(is_long));
    let in_rows = rows::suits(page, n);
    let cards = words.plans.iter().enumerate().map(|(i, plan)| {
        let look = Look {
            chosen: i == chosen && n > 1,
            stacked,
            per: per.as_ref(),
            long,
            lines: words.lines,
        };
        if in_rows {
            rows::plan(page, plan, look, (i, inner))
        } else {
            card(page, plan, look, i)
        }
    });
    let gap = kit.u(if stacked { 14.0 } else { 22.0 });
    let body = if stacked || in_rows {
        col().fill_w().gap(gap).children(cards)
    } else {
        row()
            .w(inner.min(kit.u(340.0) * n as f32))
            .own_align(Place::Center)
            .max_h(kit.u(500.0))
            .gap(gap)
            .align(Place::Stretch)
            .children(cards)
    };
    let root = page.soft_ground(page.canvas());
    let mut content = col()
        .size_box(page.w, page.h)
        .pad4(0.0, margin, margin * 0.8, margin);
    if words.brand.is_some() {
        content = content.child(page.header(words.brand.as_ref(), &[], &[]));
    } else {
        content = content.justify(Place::Center);
    }
    let content = content.child(head).child(body);
    // English questions have no place on a page in another language.
    let room = page.shape == super::Shape3::Square && kit.tongue.code() == "en";
    let content = if kit.filler && (words.asked || room) {
        content.child(questions(page))
    } else {
        content
    };
    root.child(content.at(0.0, 0.0))
}

/// How a plan is shown.
#[derive(Clone, Copy)]
struct Look<'a> {
    chosen: bool,
    stacked: bool,
    /// What a price is for, where it does not say so itself.
    per: Option<&'a Word>,
    /// Some price is long, so that all are set smaller.
    long: bool,
    lines: usize,
}

/// Questions with their answers, as rows.
fn questions(page: &Page<'_>) -> Node {
    let kit = &page.kit;
    let cards = QUESTIONS.iter().map(|text| {
        let line = row()
            .fill_w()
            .gap(kit.u(14.0))
            .child(
                kit.text(&kit.say(text), Type::Strong)
                    .max_lines(2)
                    .grow(1.0),
            )
            .child(icon("plus", kit.u(18.0)).color(Token::AccentText));
        kit.surface(
            col()
                .role("question")
                .fill_w()
                .pad_xy(kit.u(20.0), kit.u(15.0)),
        )
        .child(line)
    });
    col()
        .fill_w()
        .rigid()
        .gap(kit.u(10.0))
        .pad4(kit.u(26.0), 0.0, 0.0, 0.0)
        .children(cards)
}

fn card(page: &Page<'_>, plan: &Plan, look: Look<'_>, n: usize) -> Node {
    let Look {
        chosen,
        stacked,
        lines,
        ..
    } = look;
    let kit = &page.kit;
    let filled = chosen && !page.even();
    let ink = if filled { Token::AccentInk } else { Token::Ink };
    let quiet = if filled {
        Token::AccentInk
    } else {
        Token::Muted
    };
    let mut top = row()
        .fill_w()
        .justify(Place::Between)
        .gap(kit.u(8.0))
        .child(kit.text(&plan.name, Type::Heading).color(ink).max_lines(2));
    if let Some(badge) = &plan.badge {
        let (a, b) = if filled {
            (Token::AccentText, Token::Surface)
        } else {
            (Token::AccentInk, Token::Accent)
        };
        top = top.child(kit.chip(badge, a.into(), b.into()));
    }
    let mut node = col().role("plan").pad(kit.u(24.0)).gap(kit.u(16.0));
    node = if stacked {
        node.fill_w()
    } else {
        node.grow(1.0)
    };
    node = if filled {
        kit.lift(
            node.radius(kit.radius())
                .gradient(150.0, Token::Accent, kit.accent_deep()),
        )
    } else {
        kit.surface(node)
    };
    if chosen && !filled {
        node = node.stroke(Token::Accent, 2.0);
    }
    node = node.child(top);
    if let Some(price) = &plan.price {
        node = node.child(price_line(kit, price, look, [ink, quiet]));
    }
    for line in &plan.lines {
        node = node.child(check_line(
            kit,
            kit.text(line, Type::Body).color(ink),
            filled,
        ));
    }
    if plan.lines.is_empty() && kit.filler {
        let tier = if n == 0 {
            0
        } else if chosen || n == 1 {
            1
        } else {
            2
        };
        for line in USUAL[tier].iter().take(if stacked { 2 } else { lines }) {
            let text = kit
                .text(&kit.say(line), Type::Body)
                .color(ink)
                .max_lines(2)
                .grow(1.0);
            node = node.child(check_line(kit, text, filled));
        }
    }
    if !stacked {
        node = node.child(spacer());
    }
    if let Some(button) = &plan.button {
        let push = if filled {
            Push::Inverse
        } else if chosen {
            Push::Primary
        } else {
            Push::Secondary
        };
        node = node.child(kit.button(button, push).fill_w());
    }
    node
}

/// "9 € per month" needs more room than "$9".
fn is_long(price: &Word) -> bool {
    price.text.chars().count() > 8
}

/// What the prices are for: as the last of them says for all ("Solo €12, Team €39 per month"), or a month where the prompt speaks of
/// no span of time.
fn period(kit: &Kit<'_>, plans: &[Plan]) -> Option<Word> {
    let prices: Vec<&str> = plans
        .iter()
        .filter_map(|plan| plan.price.as_ref().map(|price| price.text.as_str()))
        .collect();
    if let Some((last, others)) = prices.split_last()
        && let Some(tail) = tail(last)
        && others.iter().all(|price| is_bare(price))
    {
        return Some(Word::built(tail));
    }
    let timed = [
        "month", "year", "week", "day", "class", "mo", "annual", " per ", "once", "lifetime",
        "one-time",
    ];
    let told = |plan: &Plan| {
        let price = plan.price.as_ref().map_or("", |price| &price.text);
        let all = format!("{} {price}", plan.name.text).to_lowercase();
        timed.iter().any(|word| all.contains(word))
    };
    (kit.filler && !plans.iter().any(told))
        .then(|| Word::invented(format!("/ {}", kit.tongue.phrase("month"))))
}

/// The words behind a sum: "per month" of "€120 per month".
fn tail(price: &str) -> Option<&str> {
    let sum = price.rfind(|c: char| c.is_ascii_digit())?;
    let behind = &price[sum + 1..];
    let start = behind.find(|c: char| c.is_whitespace() || c == '/')?;
    let words = behind[start..].trim();
    (words.len() > 1).then_some(words)
}

/// Whether a price is a sum alone.
fn is_bare(price: &str) -> bool {
    Form::of(price) == Form::Money && tail(price).is_none()
}

fn price_line(kit: &Kit<'_>, price: &Word, look: Look<'_>, [ink, quiet]: [Token; 2]) -> Node {
    let size = kit.u(if look.long { 30.0 } else { 42.0 });
    let mut node = row()
        .gap(kit.u(6.0))
        .align(Place::Baseline)
        .child(kit.figure(price, Type::Hero).size(size).color(ink));
    if let Some(per) = look.per.filter(|_| is_bare(&price.text)) {
        node = node.child(kit.text(per, Type::Caption).color(quiet).max_lines(1));
    }
    node
}

fn check_line(kit: &Kit<'_>, text: Node, filled: bool) -> Node {
    let ink = if filled {
        Token::AccentInk
    } else {
        Token::Accent
    };
    row()
        .fill_w()
        .gap(kit.u(10.0))
        .align(Place::Center)
        .child(icon("check", kit.u(17.0)).color(ink).icon_stroke(2.6))
        .child(text)
}
