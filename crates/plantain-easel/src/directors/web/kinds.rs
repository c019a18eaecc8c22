//! Pages of a known kind that have no genre of their own: what a page is about decides which of them is built.

use plantain_read::{Brief, Role};
use plantain_scene::Node;
use plantain_scene::build::{col, row};
use plantain_scene::{Theme, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::supply::{capital, has_word};
use crate::components::ui::{Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

mod article;
pub mod checkout;
mod day;
mod detail;
mod dialog;
mod docs;
mod faq;
mod files;
mod help;
mod jobs;
mod menu;
mod missing;
pub mod month;
mod news;
mod player;
mod portfolio;
mod profile;
mod recipe;
mod results;
mod show;
mod slots;
mod start;
mod status;
mod stream;
mod tasks;
mod team;
mod travel;
mod video;
pub mod week;
mod words;

pub(super) use dialog::behind;
pub use help::counted_before;

/// A kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Article,
    Checkout,
    Day,
    Detail,
    Dialog,
    Docs,
    Faq,
    Files,
    Help,
    Jobs,
    Menu,
    Missing,
    Month,
    News,
    Player,
    Portfolio,
    Profile,
    Recipe,
    Results,
    Show,
    Slots,
    Start,
    Status,
    Stream,
    Tasks,
    Team,
    Travel,
    Video,
    Week,
}

impl Kind {
    /// Returns the kind of a page by its name, which ends at the first mark or "with".
    pub fn of(brief: &Brief) -> Option<Self> {
        let lower = brief.prompt.to_lowercase();
        let end = lower
            .char_indices()
            .find(|&(at, c)| match c {
                // Within a word it is no quote ("site d'offres").
                '\'' => lower[..at]
                    .chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphabetic()),
                c => matches!(c, ',' | ':' | '.' | ';' | '\n' | '"'),
            })
            .map_or(lower.len(), |(at, _)| at);
        // A brief in JSON names the page in a field.
        let told = brief
            .records
            .iter()
            .flat_map(|record| &record.fields)
            .find(|(name, _)| {
                matches!(
                    name.to_lowercase().as_str(),
                    "page" | "type" | "screen" | "view" | "kind"
                )
            })
            .map(|(_, value)| value.to_lowercase());
        let head = told.as_deref().unwrap_or(&lower[..end]);
        let heard = plantain_read::english(head, &brief.language.0);
        let named = brief.genre_span.clone().and_then(|span| lower.get(span));
        if matches!(named, Some("cart" | "basket")) {
            return Some(Self::Checkout);
        }
        if start::is_asked(brief) {
            return Some(Self::Start);
        }
        // Steps are numbered only where something is cooked; a list of recipes has none.
        let cooked = brief.lists.iter().any(|list| {
            use crate::directors::mobile::recipe::INGREDIENTS;
            INGREDIENTS.iter().any(|word| list.kind.contains(word))
        });
        if cooked && (has_word(head, "recipe") || has_word(&heard, "recipe")) {
            return Some(Self::Recipe);
        }
        words::WORDS
            .iter()
            .find(|(_, words)| {
                words
                    .iter()
                    .any(|word| has_word(head, word) || has_word(&heard, word))
            })
            .map(|(kind, _)| *kind)
            .map(|kind| match kind {
                Self::Month if week::is_asked(brief) => Self::Week,
                Self::Month if day::is_asked(brief) => Self::Day,
                kind => kind,
            })
    }

    fn build(self, page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
        match self {
            Self::Article => article::build(page, studio, supply),
            Self::Checkout => checkout::build(page, studio, supply),
            Self::Day => day::build(page, studio, supply),
            Self::Detail => detail::build(page, studio, supply),
            Self::Dialog => dialog::build(page, studio, supply),
            Self::Docs => docs::build(page, studio, supply),
            Self::Faq => faq::build(page, studio, supply),
            Self::Files => files::build(page, studio, supply),
            Self::Help => help::build(page, studio, supply),
            Self::Jobs => jobs::build(page, studio, supply),
            Self::News => news::build(page, studio, supply),
            Self::Player => player::build(page, studio, supply),
            Self::Slots => slots::build(page, studio, supply),
            Self::Start => start::build(page, studio, supply),
            Self::Status => status::build(page, studio, supply),
            Self::Stream => stream::build(page, studio, supply),
            Self::Tasks => tasks::build(page, studio, supply),
            Self::Travel => travel::build(page, studio, supply),
            Self::Menu => menu::build(page, studio, supply),
            Self::Missing => missing::build(page, studio, supply),
            Self::Show => show::build(page, studio, supply),
            Self::Portfolio => portfolio::build(page, studio, supply),
            Self::Profile => profile::build(page, studio, supply),
            Self::Recipe => recipe::build(page, studio, supply),
            Self::Month => month::build(page, studio, supply),
            Self::Results => results::build(page, studio, supply),
            Self::Team => team::build(page, studio, supply),
            Self::Video => video::build(page, studio, supply),
            Self::Week => week::build(page, studio, supply),
        }
    }

    fn said(self) -> (&'static str, &'static str) {
        match self {
            Self::Article => (
                "article",
                "The headline and its picture lead, the text follows in one readable column.",
            ),
            Self::Checkout => (
                "checkout",
                "What is bought stands at the left, what it costs at the right.",
            ),
            Self::Day => (
                "day",
                "The appointments stand one under the other along their hours.",
            ),
            Self::Detail => (
                "product page",
                "The product's picture takes half the page, its words and the button the other.",
            ),
            Self::Dialog => (
                "dialog",
                "The page behind steps back, one card asks, the answers stand below what is asked.",
            ),
            Self::Docs => (
                "documentation",
                "The contents stand at the left, the chapter beside them.",
            ),
            Self::Files => (
                "files",
                "Folders stand first, then the files with their sizes; the space that is left stands at the side.",
            ),
            Self::Help => (
                "help centre",
                "The search box leads, the kinds of help stand in even cards, what is asked often follows.",
            ),
            Self::Jobs => (
                "jobs",
                "Each offer is one card: what it is, who offers it, where, for how much.",
            ),
            Self::News => (
                "front page",
                "One story leads with its picture, the others stand in cards below.",
            ),
            Self::Player => (
                "music program",
                "Places stand at the left, records in the middle, what plays at the foot.",
            ),
            Self::Slots => (
                "booking of a time",
                "What is booked stands at the left, the month and its free hours at the right.",
            ),
            Self::Start => (
                "search engine",
                "The name and one box stand in the middle; all else stays out of the way.",
            ),
            Self::Stream => (
                "film service",
                "One film fills the top, the others stand in rows.",
            ),
            Self::Tasks => (
                "tasks",
                "The lists stand at the side, the open one keeps its order, what is done is ticked.",
            ),
            Self::Travel => (
                "search of offers",
                "What is searched stands in one bar, each offer in one card with its price.",
            ),
            Self::Menu => (
                "menu",
                "The page behind steps back, the entries stand in one card with their signs.",
            ),
            Self::Missing => (
                "missing page",
                "The number says what happened, one sentence says it kindly, one button leads back.",
            ),
            Self::Show => (
                "show",
                "The cover and the name lead, every episode is one row with its length.",
            ),
            Self::Faq => ("questions", "Every question is one row; the first is open."),
            Self::Portfolio => (
                "portfolio",
                "The pictures stand in an even grid and lead; the words stay small.",
            ),
            Self::Profile => (
                "profile",
                "The portrait and the name lead, the figures stand in one line.",
            ),
            Self::Recipe => (
                "recipe",
                "The dish and what it takes lead, what goes in stands beside what is done.",
            ),
            Self::Month => (
                "month",
                "The month is a grid, and every event stands on its day.",
            ),
            Self::Week => (
                "week",
                "Every day has a column, every hour a line, and each appointment stands at its hour.",
            ),
            Self::Results => (
                "results",
                "Each result has one card with its picture, its name and its price.",
            ),
            Self::Team => (
                "team",
                "Each person has one card: portrait, name, what they do.",
            ),
            Self::Status => (
                "status page",
                "Whether all is well leads, each service follows with its state and its course.",
            ),
            Self::Video => (
                "video page",
                "The player leads, what comes next stands beside it.",
            ),
        }
    }
}

/// Returns drafts of a page of this kind.
pub fn direct(studio: &Studio<'_>, kind: Kind) -> Vec<Draft> {
    let start = studio.rng("layout").below(4);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| draft(studio, kind, theme, variant))
        .collect()
}

fn draft(studio: &Studio<'_>, kind: Kind, theme: Theme, variant: usize) -> Draft {
    let page = Page::new(studio, &theme, variant);
    let mut supply = Supply::new(studio.brief);
    let root = kind.build(&page, studio, &mut supply);
    let (name, why) = kind.said();
    Draft::new(name, theme.clone(), root).because(why)
}

/// Returns the site's header: the brand if one is known, the places of the prompt or usual ones.
fn header(
    page: &Page<'_>,
    supply: &mut Supply<'_>,
    usual: &[&'static str],
    marks: &[&str],
) -> Node {
    let kit = &page.kit;
    let brand = supply.first(&[Role::Brand]);
    let mut places = supply.all(&[Role::Tab, Role::Link]);
    if places.is_empty() && kit.filler {
        places = usual.iter().map(|name| kit.say(name)).collect();
    }
    if page.tall() {
        return page.header(brand.as_ref(), &places, &[]);
    }
    let icons = marks
        .iter()
        .map(|mark| plantain_scene::build::icon(*mark, kit.u(20.0)))
        .collect();
    kit.site_header(brand.as_ref(), &places, icons)
}

/// Returns the page's sheet with its margins, and the width inside them.
fn sheet(page: &Page<'_>) -> (Node, f32) {
    let margin = page.margin();
    (
        page.sheet().pad4(0.0, margin, margin * 0.7, margin),
        page.w - 2.0 * margin,
    )
}

/// Returns buttons in a row, the first filled.
fn button_row(kit: &Kit<'_>, words: &[Word], wide: bool) -> Node {
    let nodes = words.iter().enumerate().map(|(i, word)| {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        let node = kit.button_sized(word, push, None, 50.0);
        if wide { node.fill_w() } else { node }
    });
    if wide {
        col().fill_w().gap(kit.u(10.0)).children(nodes)
    } else {
        row().gap(kit.u(12.0)).wrap().children(nodes)
    }
}

/// Sets what the page had no place for, so that no word is lost.
fn remains(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Option<Node> {
    let entries = supply.entries();
    let mut lines: Vec<Node> = Vec::new();
    for entry in entries {
        let mut line = row().gap(kit.u(8.0)).wrap();
        for word in entry.name.iter().chain(&entry.figure).chain(&entry.more) {
            line = line.child(kit.text(word, Type::Body).color(Token::Muted));
        }
        lines.push(line);
    }
    for (_, word) in supply.rest() {
        lines.push(kit.text(&word, Type::Body).color(Token::Muted));
    }
    (!lines.is_empty()).then(|| col().fill_w().gap(kit.u(6.0)).children(lines))
}

/// Other goods of a shop in one row, under their head.
fn more_goods(page: &Page<'_>, own: &str, inner: f32) -> Node {
    use crate::components::ui::sample::GOODS;
    const SHOWN: usize = 4;
    let kit = &page.kit;
    let gap = kit.u(16.0);
    let w = (inner - gap * (SHOWN as f32 - 1.0)) / SHOWN as f32;
    let h = (page.h * 0.17).min(w * 0.8);
    let own = own.to_lowercase();
    let cells = GOODS
        .iter()
        .filter(|(name, _)| !own.contains(&name.to_lowercase()))
        .take(SHOWN)
        .enumerate()
        .map(|(i, (name, _))| {
            let score = Word::invented(["4.7", "4.5", "4.9", "4.6"][i % 4]);
            let name_line = kit.text(&Word::invented(*name), Type::Caption);
            let words = col()
                .fill_w()
                .gap(kit.u(3.0))
                .pad_xy(kit.u(12.0), kit.u(10.0))
                .child(name_line.weight(600).color(Token::Ink).max_lines(1))
                .child(kit.score(&score));
            kit.surface(col().role("related").fill_w().clip())
                .child(kit.picture(name, i + 2, w, h, "shopping-bag"))
                .child(words)
        });
    let head = kit.text(&kit.label("You may also like"), Type::Heading);
    col()
        .fill_w()
        .rigid()
        .gap(kit.u(12.0))
        .child(head.max_lines(1))
        .child(
            plantain_scene::build::grid(SHOWN)
                .fill_w()
                .gap(gap)
                .children(cells),
        )
}

/// Returns what the prompt is about, with a capital: the words behind "for" or "of", else its first topic.
fn subject(brief: &Brief) -> Option<String> {
    let own = [
        "page",
        "website",
        "site",
        "web",
        "ui",
        "product",
        "ecommerce",
        "e-commerce",
        "screen",
        "shop",
    ];
    brief
        .subject
        .clone()
        .or_else(|| {
            brief
                .topic
                .iter()
                .find(|t| !own.contains(&t.as_str()))
                .cloned()
        })
        // "real estate": two topics that the prompt writes together are one.
        .map(|first| {
            let both = brief.topic.iter().find_map(|second| {
                let both = format!("{first} {second}");
                brief.heard().contains(&both).then_some(both)
            });
            both.unwrap_or(first)
        })
        .map(|text| capital(&text))
}

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::*;

    #[test]
    fn kinds_are_known_by_the_name_of_the_page() {
        for (prompt, want) in [
            ("blog post page titled 'Rain'", Some(Kind::Article)),
            (
                "uptime status page \"All up\": API 99.98%",
                Some(Kind::Status),
            ),
            (
                "checkout page with cart items Mug $9, Cap $12",
                Some(Kind::Checkout),
            ),
            ("search results page for lamps", Some(Kind::Results)),
            (
                "page with a link to the blog, two photos",
                Some(Kind::Article),
            ),
            ("shop website, link Blog", None),
            (
                "to-do web app, tasks Buy milk, Call Ana, Book a room",
                Some(Kind::Tasks),
            ),
            ("help centre of 'Orbit'", Some(Kind::Help)),
            ("site d'offres d'emploi", Some(Kind::Jobs)),
            ("help page of a streaming site", Some(Kind::Help)),
            ("live stream page with chat", Some(Kind::Video)),
            ("bus tickets search Oslo to Bergen", Some(Kind::Travel)),
            ("scheduling page, time slots 9:00", Some(Kind::Slots)),
            (
                "recipe website page: Pea Soup. Ingredients: 500 g peas, 1 onion, 2 carrots",
                Some(Kind::Recipe),
            ),
        ] {
            assert_eq!(Kind::of(&read(prompt)), want, "{prompt}");
        }
    }
}
