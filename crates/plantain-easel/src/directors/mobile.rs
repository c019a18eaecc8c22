//! App screens. The subject decides what a screen holds, the canvas whether it fills the picture or a phone.

use plantain_read::Role;
use plantain_scene::{Node, Theme, Token};

use crate::components::ui::accents::themes;
use crate::components::ui::nav::{Stop, TAB_BAR};
use crate::components::ui::phone::{SIDE_MARGIN, STATUS_BAR};
use crate::components::ui::stacking::must_height;
use crate::components::ui::{Block, Kit, Supply, Type, Word, assemble};
use crate::directors::web;
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

mod activity;
mod alarm;
mod banking;
mod calculator;
mod camera;
mod cart;
mod chat;
mod choices;
mod fitness;
mod food;
mod gallery;
mod generic;
mod leftovers;
mod listing;
mod maps;
mod music;
mod onboarding;
mod planner;
mod plot;
mod profile;
mod quiz;
pub(super) mod recipe;
mod settings;
mod shop;
mod smart_home;
pub mod stage;
mod stay;
mod subject;
pub mod todo;
mod town;
mod tracking;
mod transfer;
mod watch;
mod weather;

pub use chat::{
    Line as ChatLine, bubble as chat_bubble, lines as chat_lines, other as chat_other,
    person as chat_person,
};
pub use onboarding::steps as step_of;
pub use subject::Subject;
pub use town::map;

/// Width of a screen in points that text sizes are made for.
const POINTS_WIDE: f32 = 404.0;
/// Least logical units to a point.
const SCALE_MIN: f32 = 0.62;
/// Smaller steps tried before a screen that is too full is drawn as it is.
const SCALE_STEPS: usize = 9;

/// What a subject's builder works with.
pub struct Screen<'a> {
    pub kit: Kit<'a>,
    /// Size in logical units.
    pub w: f32,
    pub h: f32,
    /// Which of the subject's layouts is wanted.
    pub variant: usize,
    pub rng: Rng,
    /// The prompt in lower case.
    pub heard: String,
}

impl Screen<'_> {
    /// Returns the width between the side margins.
    pub fn inner(&self) -> f32 {
        self.w - 2.0 * self.kit.u(SIDE_MARGIN)
    }

    /// Returns a title block from the brief's title or, without one, from `usual`.
    pub fn header(
        &self,
        supply: &mut Supply<'_>,
        usual: Word,
        over: Option<Word>,
        trail: Option<Node>,
    ) -> Block {
        let kit = &self.kit;
        let title = supply
            .first(&[Role::Title, Role::Brand])
            .or_else(|| greeting(supply))
            .unwrap_or(usual);
        let kicker = supply.first(&[Role::Kicker]);
        let under = supply.first(&[Role::Subtitle]);
        let over = kicker.or(over.filter(|_| kit.filler));
        let notes = usize::from(over.is_some()) + usize::from(under.is_some());
        let lines = if title.text.chars().count() as f32 * kit.u(15.0) > self.inner() * 0.8 {
            2.0
        } else {
            1.0
        };
        let least = if trail.is_some() { kit.u(44.0) } else { 0.0 };
        let h = kit.app_header_height(notes).max(least) + (lines - 1.0) * kit.u(34.0);
        Block::must(
            kit.app_header(&title, over.as_ref(), under.as_ref(), trail),
            h,
        )
    }

    /// Returns a heading block over a section.
    pub fn heading(&self, title: &Word, trail: Option<Node>) -> Block {
        Block::must(self.kit.section(title, trail), self.kit.line(Type::Heading))
    }
}

/// Takes the line in quotes that a prompt opens with, where nothing else is quoted right behind it: it heads the screen.
fn greeting(supply: &mut Supply<'_>) -> Option<Word> {
    let quoted = |literal: &plantain_read::Literal| literal.origin == plantain_read::Origin::Quoted;
    let literals = &supply.brief().literals;
    let mut order: Vec<usize> = (0..literals.len()).collect();
    order.sort_by_key(|at| literals[*at].span.start);
    let first = *order.first()?;
    let alone = order.get(1).is_some_and(|next| !quoted(&literals[*next]));
    let heads = literals[first].role == Role::Subtitle && quoted(&literals[first]) && alone;
    heads.then(|| supply.take(first)).flatten()
}

/// What a subject's builder returns.
pub struct Parts {
    pub blocks: Vec<Block>,
    /// Places of the bottom tab bar when the prompt names none; empty for no bar.
    pub stops: Vec<Stop>,
    pub active: usize,
    /// Space between blocks, in points.
    pub gap: f32,
    /// What lies under the content instead of the plain ground, as big as the screen.
    pub backdrop: Option<Node>,
    /// A bar at the foot in place of the tab bar, with its height.
    pub foot: Option<(Node, f32)>,
    /// Colour of the status bar.
    pub status: Token,
    /// The status bar lies on a photograph.
    pub white_status: bool,
    /// Sentence for the plan.
    pub reason: &'static str,
}

impl Parts {
    pub fn new(blocks: Vec<Block>, reason: &'static str) -> Self {
        Self {
            blocks,
            stops: Vec::new(),
            active: 0,
            gap: 18.0,
            backdrop: None,
            foot: None,
            status: Token::Ink,
            white_status: false,
            reason,
        }
    }

    #[must_use]
    pub fn stops(mut self, stops: Vec<Stop>, active: usize) -> Self {
        (self.stops, self.active) = (stops, active);
        self
    }

    #[must_use]
    pub fn gap(mut self, points: f32) -> Self {
        self.gap = points;
        self
    }
}

/// Returns drafts of an app screen.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(kind) = page_kind(studio) {
        return web::kinds::direct(studio, kind);
    }
    let subject = Subject::of(&Supply::new(studio.brief));
    // "API screen" on a wide picture is one of the web, where nobody speaks of a phone.
    if subject == Subject::Generic && studio.ratio() >= WIDE && !is_told_as_phone(studio) {
        return web::page::direct(studio);
    }
    direct_as(studio, subject)
}

/// Least width by height of a picture that is a page rather than a phone.
const WIDE: f32 = 1.2;

/// The kind of page that stands for an app's screen: a menu over it; a week or a month, which as a grid wants the width that a
/// wide picture has, where nobody speaks of a phone.
fn page_kind(studio: &Studio<'_>) -> Option<web::kinds::Kind> {
    let supply = Supply::new(studio.brief);
    if web::kinds::Kind::of(studio.brief) == Some(web::kinds::Kind::Menu) {
        return Some(web::kinds::Kind::Menu);
    }
    let asked = supply.speaks_of(&["week", "weekly", "month", "monthly"]);
    let phone = supply.speaks_of(&["mobile", "phone", "iphone", "android", "smartphone", "ios"]);
    if studio.ratio() < WIDE || !asked || phone || Subject::of(&supply) != Subject::Planner {
        return None;
    }
    web::kinds::Kind::of(studio.brief)
        .filter(|kind| matches!(kind, web::kinds::Kind::Week | web::kinds::Kind::Month))
}

/// Whether the prompt speaks of a phone or an app.
pub fn is_told_as_phone(studio: &Studio<'_>) -> bool {
    Supply::new(studio.brief).speaks_of(&[
        "mobile",
        "phone",
        "iphone",
        "android",
        "smartphone",
        "ios",
        "app",
        "handy",
        "móvil",
    ])
}

/// Returns drafts of a screen of no subject, which has a row for everything.
pub fn direct_plain(studio: &Studio<'_>) -> Vec<Draft> {
    direct_as(studio, Subject::Generic)
}

/// Returns drafts of a screen with this subject.
pub fn direct_as(studio: &Studio<'_>, subject: Subject) -> Vec<Draft> {
    let looks = themes(studio, subject.custom(), subject.accents(), 4);
    let mut drafts = Vec::new();
    for (i, theme) in looks.iter().enumerate() {
        for turn in 0..2 {
            drafts.push(draft(studio, subject, theme, i * 2 + turn));
        }
    }
    drafts
}

fn draft(studio: &Studio<'_>, subject: Subject, theme: &Theme, turn: usize) -> Draft {
    let start = studio.rng("layout").below(4);
    let variant = start + turn;
    let (root, archetype, reason) = stage::present(studio, theme, subject, variant);
    Draft::new(archetype, theme.clone(), root)
        .because(format!("The prompt asks for {}; {reason}.", subject.said()))
        .because(stage::reason(studio))
        .liked(0.6 - 0.02 * turn as f32)
}

/// Builds the screen of a subject for this size: the scale shrinks until everything that was asked for fits.
pub fn screen(
    studio: &Studio<'_>,
    theme: &Theme,
    subject: Subject,
    size: (f32, f32),
    variant: usize,
    island: bool,
) -> (Node, &'static str) {
    let mut k = (size.0 / POINTS_WIDE).max(SCALE_MIN);
    // A short screen holds more when things are drawn a little smaller.
    k = k.min(size.1 / 640.0).max(SCALE_MIN);
    let mut best = None;
    for _ in 0..SCALE_STEPS {
        let (node, over, reason) = attempt(studio, theme, subject, size, variant, k, island);
        best = Some((node, reason));
        if over <= 0.0 || k <= SCALE_MIN {
            break;
        }
        k = (k * 0.94).max(SCALE_MIN);
    }
    best.unwrap_or_default()
}

fn attempt(
    studio: &Studio<'_>,
    theme: &Theme,
    subject: Subject,
    size: (f32, f32),
    variant: usize,
    k: f32,
    island: bool,
) -> (Node, f32, &'static str) {
    let kit = Kit::new(studio, theme, k);
    let scr = Screen {
        kit,
        w: size.0,
        h: size.1,
        variant,
        rng: studio.rng("screen"),
        heard: studio.brief.prompt.to_lowercase(),
    };
    let mut supply = Supply::new(studio.brief);
    let clock = status_time(&mut supply);
    let tabs = supply.all(&[Role::Tab]);
    let badge = badge_of(&scr, &mut supply, &tabs);
    let mut parts = (subject.builder())(&scr, &mut supply);
    leftovers::add(&scr, &mut supply, &mut parts);
    let foot = foot(&scr, &mut parts, (tabs, badge));
    let room = size.1 - kit.u(STATUS_BAR) - foot.1 - kit.u(14.0 + 8.0);
    let gap = kit.u(parts.gap);
    let over = must_height(&parts.blocks, gap) - room;
    let content = assemble(&kit, parts.blocks, room, gap);
    let content = plantain_scene::build::col()
        .fill_w()
        .pad4(kit.u(8.0), 0.0, kit.u(14.0), 0.0)
        .child(content);
    let ink = if parts.white_status {
        plantain_scene::Rgba::WHITE.into()
    } else {
        parts.status.into()
    };
    let status = kit.status_bar(clock.as_ref(), ink, island);
    let mut node = kit.screen(size, status, content, foot.0);
    if let Some(backdrop) = parts.backdrop {
        node = node_over(size, backdrop, node);
    }
    (node, over, parts.reason)
}

fn node_over(size: (f32, f32), backdrop: Node, mut screen: Node) -> Node {
    screen.style.fill = None;
    plantain_scene::build::stack()
        .size_box(size.0, size.1)
        .fill(Token::Canvas)
        .child(backdrop.at(0.0, 0.0))
        .child(screen.at(0.0, 0.0))
}

/// Takes the time of the status bar, when the prompt gives a clock that is none of the content's times.
fn status_time(supply: &mut Supply<'_>) -> Option<Word> {
    if !supply.speaks_of(&["status bar", "clock reads", "clock on top", "statusleiste"]) {
        return None;
    }
    supply.form(crate::components::ui::Form::Time)
}

/// Takes the count that waits at a tab, with the tab's place ("Inbox has badge 3").
fn badge_of(scr: &Screen<'_>, supply: &mut Supply<'_>, tabs: &[Word]) -> Option<(usize, Word)> {
    let heard = &scr.heard;
    let at = tabs.iter().position(|tab| {
        let name = tab.text.to_lowercase();
        let led = [
            "has badge",
            "has a badge",
            "badge",
            "with badge",
            "with a badge",
            "(badge",
        ];
        led.iter()
            .any(|words| heard.contains(&format!("{name} {words}")))
            || heard.contains(&format!("on {name}")) && heard.contains("badge")
    })?;
    let count = supply.find(|role, text| {
        role == Role::Badge && text.chars().all(|c| c.is_ascii_digit() || c == '+')
    })?;
    Some((at, count))
}

fn foot(
    scr: &Screen<'_>,
    parts: &mut Parts,
    (tabs, badge): (Vec<Word>, Option<(usize, Word)>),
) -> (Node, f32) {
    let kit = &scr.kit;
    if let Some((node, h)) = parts.foot.take()
        && tabs.is_empty()
    {
        return (node, h);
    }
    if !tabs.is_empty() {
        let active = chosen_tab(scr, &tabs);
        let stops: Vec<Stop> = tabs
            .into_iter()
            .enumerate()
            .map(|(at, tab)| {
                let count = badge.iter().find(|(place, _)| *place == at);
                Stop::new(
                    crate::components::ui::picture::icon_for(&tab.text, "circle"),
                    Some(tab),
                )
                .counted(count.map(|(_, word)| word.clone()))
            })
            .collect();
        return (kit.tab_bar(&stops, active), kit.u(TAB_BAR));
    }
    if parts.stops.is_empty() {
        return (kit.home_indicator(), kit.u(20.0));
    }
    let stops: Vec<Stop> = std::mem::take(&mut parts.stops)
        .into_iter()
        .map(|stop| {
            if kit.filler {
                stop
            } else {
                Stop::new(stop.icon, None)
            }
        })
        .collect();
    (kit.tab_bar(&stops, parts.active), kit.u(TAB_BAR))
}

/// The tab that the prompt tells as the open one ("Saved active", "highlighted tab Home"), else the first.
fn chosen_tab(scr: &Screen<'_>, tabs: &[Word]) -> usize {
    const CHOSEN: &[&str] = &["active", "selected", "highlighted", "current", "open"];
    let heard = &scr.heard;
    let told = |tab: &Word| {
        let name = tab.text.to_lowercase();
        CHOSEN.iter().any(|word| {
            [
                format!("{name} {word}"),
                format!("{name} is {word}"),
                format!("{name} tab {word}"),
                format!("{name} ({word}"),
                format!("{word} {name}"),
                format!("{word} tab {name}"),
                format!("{word}: {name}"),
            ]
            .iter()
            .any(|phrase| heard.contains(phrase.as_str()))
        })
    };
    tabs.iter().position(told).unwrap_or(0)
}

/// Returns tab stops from icon names and phrases.
fn stops(kit: &Kit<'_>, places: &[(&str, &'static str)]) -> Vec<Stop> {
    places
        .iter()
        .map(|(icon, name)| Stop::new(*icon, Some(kit.say(name))))
        .collect()
}
