//! Printed matter: pages with tones, zones, ornaments, badges and art, from which posters, banners, labels, cards, covers
//! and signs are composed.

use plantain_read::{Background, Constraint, Genre, Position};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Paint};
use plantain_scene::theme::Theme;

use crate::components::typeset::{Block, Part, Setter, TEXT_MIN};
use crate::components::wording::Wording;
use crate::rng::Rng;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

mod arrows;
pub mod art;
pub mod badge;
pub mod cutout;
mod dressing;
pub mod flora;
pub mod ground;
pub mod implied;
mod lead;
pub mod listing;
pub mod ornament;
pub mod package;
pub mod parts;
pub mod picture;
pub mod qr;
pub mod senses;
pub mod surface;
mod topics;
pub mod vista;
mod worn;

use art::Art;
pub use dressing::themes;
use topics::custom_for;

/// Most drafts that a director of printed matter proposes.
const DRAFTS_MAX: usize = 7;
/// From here on an archetype is meant for the brief at hand and the general ones step back.
const SPECIAL: f32 = 1.2;
/// How far behind the best suited archetype another may be.
const BEHIND_MAX: f32 = 0.34;
/// Themes that are tried.
const THEMES: usize = 5;

/// A rectangle in logical units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zone {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Zone {
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self {
            x,
            y,
            w: w.max(1.0),
            h: h.max(1.0),
        }
    }

    /// Returns the zone without a border of this width.
    pub fn inset(self, by: f32) -> Self {
        self.inset_xy(by, by)
    }

    /// Returns the zone without this much at the sides, and above and below.
    pub fn inset_xy(self, x: f32, y: f32) -> Self {
        Self::new(self.x + x, self.y + y, self.w - 2.0 * x, self.h - 2.0 * y)
    }

    /// Returns the part above and the part below, with a gap between; `share` of the height goes above.
    pub fn rows(self, share: f32, gap: f32) -> (Self, Self) {
        let top = (self.h - gap) * share;
        (
            Self::new(self.x, self.y, self.w, top),
            Self::new(self.x, self.y + top + gap, self.w, self.h - top - gap),
        )
    }

    /// Returns the left and the right part, with a gap between; `share` of the width goes left.
    pub fn columns(self, share: f32, gap: f32) -> (Self, Self) {
        let left = (self.w - gap) * share;
        (
            Self::new(self.x, self.y, left, self.h),
            Self::new(self.x + left + gap, self.y, self.w - left - gap, self.h),
        )
    }

    pub fn right(self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(self) -> f32 {
        self.y + self.h
    }

    pub fn center(self) -> (f32, f32) {
        (self.x + self.w * 0.5, self.y + self.h * 0.5)
    }

    /// Returns the node, stretched over this zone.
    pub fn hold(self, node: Node) -> Node {
        node.bounds(self.x, self.y, self.w, self.h)
    }
}

/// The colour field that text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Canvas,
    Surface,
    Soft,
    Accent,
    Second,
    Ink,
}

/// Colours for a tone. All text colours keep 4.5:1 on the ground; `bold` keeps 3:1 and is for large type and marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inks {
    pub ground: Rgba,
    pub ink: Color,
    pub quiet: Color,
    pub pop: Color,
    pub bold: Color,
    /// A second colour for marks.
    pub mark: Color,
    pub line: Color,
}

impl Tone {
    pub fn token(self) -> Token {
        match self {
            Self::Canvas => Token::Canvas,
            Self::Surface => Token::Surface,
            Self::Soft => Token::AccentSoft,
            Self::Accent => Token::Accent,
            Self::Second => Token::Second,
            Self::Ink => Token::Ink,
        }
    }

    /// Returns the colours for text and marks on this tone.
    pub fn inks(self, studio: &Studio<'_>, theme: &Theme) -> Inks {
        inks_on(studio, theme, theme.token(self.token()))
    }
}

/// Returns the colours for text and marks on any ground.
pub fn inks_on(studio: &Studio<'_>, theme: &Theme, ground: Rgba) -> Inks {
    let own = theme.token(Token::Ink);
    let paper = theme.token(Token::Canvas);
    // On a strong colour light type is what printers would take, as long as it reads as well as it must.
    let strong = ground.oklch();
    let light = strong.c > 0.1 && strong.l < 0.62 && Rgba::WHITE.contrast(ground) >= 4.5;
    let base = if light && own.is_dark() {
        Rgba::WHITE
    } else if own.contrast(ground) >= 4.5 {
        own
    } else if paper.contrast(ground) >= 4.5 {
        paper
    } else {
        plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5)
    };
    let asked = studio.brief.look.ink.as_ref().map(rgb);
    let ink = asked.map_or(base, |c| c.readable_on(ground, 4.5));
    let lively = |min: f32| {
        let mut best = ink;
        let mut chroma = -1.0_f32;
        for token in [Token::Accent, Token::Second, Token::Canvas, Token::Surface] {
            let c = theme.token(token);
            let bonus = if token == Token::Accent { 0.06 } else { 0.0 };
            let same = !light || c.oklch().l > strong.l;
            if same && c.contrast(ground) >= min && c.oklch().c + bonus > chroma {
                (best, chroma) = (c, c.oklch().c + bonus);
            }
        }
        best
    };
    let accent = theme.token(Token::Accent);
    let near = |min: f32| {
        if accent.contrast(ground) >= 1.7 && !light {
            accent.readable_on(ground, min)
        } else {
            lively(min)
        }
    };
    let (pop, bold) = match asked {
        Some(_) => (ink, ink),
        None => (near(4.5), near(3.0)),
    };
    let second = theme.token(Token::Second);
    let mark = if second.contrast(ground) >= 1.6 && second != bold {
        second
    } else {
        ink.mix(ground, 0.5)
    };
    Inks {
        ground,
        ink: ink.into(),
        quiet: ink.mix(ground, 0.24).readable_on(ground, 4.6).into(),
        pop: pop.into(),
        bold: bold.into(),
        mark: mark.into(),
        line: ink.mix(ground, 0.72).into(),
    }
}

/// What a page archetype works with.
pub struct Page<'a> {
    pub studio: &'a Studio<'a>,
    pub theme: &'a Theme,
    pub words: &'a Wording,
    pub art: &'a Art,
    /// The whole page.
    pub full: Zone,
    /// The page within its margins, and clear of room that must stay free.
    pub live: Zone,
    pub margin: f32,
    /// Choices of this archetype.
    pub rng: Rng,
}

/// A way to compose a page.
pub struct Archetype {
    pub name: &'static str,
    /// Why it was chosen, as a sentence for the plan.
    pub reason: &'static str,
    /// How well it suits this page, 0 (not at all) to 1.
    pub suits: fn(&Page<'_>) -> f32,
    pub build: fn(&Page<'_>) -> Node,
}

impl<'a> Page<'a> {
    pub fn new(
        studio: &'a Studio<'a>,
        theme: &'a Theme,
        words: &'a Wording,
        art: &'a Art,
        purpose: &str,
    ) -> Self {
        let full = Zone::new(0.0, 0.0, studio.width, studio.height);
        let short = full.w.min(full.h);
        let margin = (short * 0.07).clamp(14.0, 84.0).min(short * 0.14);
        let live = clear_room(studio, full.inset(margin));
        Self {
            studio,
            theme,
            words,
            art,
            full,
            live,
            margin,
            rng: studio.rng(purpose),
        }
    }

    /// Returns width divided by height.
    pub fn ratio(&self) -> f32 {
        self.full.w / self.full.h
    }

    pub fn setter(&self) -> Setter<'a> {
        Setter::new(self.studio, self.theme)
    }

    pub fn inks(&self, tone: Tone) -> Inks {
        tone.inks(self.studio, self.theme)
    }

    /// Sets parts in a zone, placed vertically by `v` (0 top, 0.5 middle, 1 bottom).
    pub fn set(&self, parts: &[Part], zone: Zone, align: Align, v: f32) -> (Node, Zone) {
        let high = (zone.h * 0.62).min(zone.w * 0.7).max(TEXT_MIN);
        self.set_sized(parts, zone, align, v, (TEXT_MIN, high))
    }

    /// As [`Page::set`] with bounds for the leading size.
    pub fn set_sized(
        &self,
        parts: &[Part],
        zone: Zone,
        align: Align,
        v: f32,
        lead: (f32, f32),
    ) -> (Node, Zone) {
        let block = self.block(parts, zone, align, lead);
        let y = zone.y + ((zone.h - block.height) * v).max(0.0);
        let taken = Zone::new(zone.x, y, zone.w, block.height);
        (block.node.at(zone.x, y), taken)
    }

    /// Solves a block for a zone without placing it.
    pub fn block(&self, parts: &[Part], zone: Zone, align: Align, lead: (f32, f32)) -> Block {
        self.setter().set(parts, zone.w, zone.h, lead, align)
    }

    /// Returns the page's root with its ground.
    pub fn root(&self, tone: Tone) -> Node {
        let root = stack().role("page").fill_w().fill_h();
        match &self.studio.brief.canvas.background {
            Some(Background::Transparent) => root,
            Some(Background::Gradient(colors)) if colors.len() >= 2 && tone == Tone::Canvas => {
                let n = colors.len() - 1;
                let stops = colors
                    .iter()
                    .enumerate()
                    .map(|(i, c)| (i as f32 / n as f32, rgb(c).into()))
                    .collect();
                root.fill(Paint::Linear {
                    angle: 160.0,
                    stops,
                })
            }
            // "pastel gradient": without colours of its own it runs between pale shades of the theme's.
            None if tone == Tone::Canvas && self.says_gradient() => {
                let paper = self.theme.token(Token::Canvas);
                let shade = |token: Token| -> Color {
                    let share = if self.theme.is_dark() { 0.7 } else { 0.74 };
                    self.theme.token(token).mix(paper, share).into()
                };
                root.fill(Paint::Linear {
                    angle: 155.0,
                    stops: vec![(0.0, shade(Token::Accent)), (1.0, shade(Token::Second))],
                })
            }
            _ => root.fill(tone.token()),
        }
    }

    fn says_gradient(&self) -> bool {
        let styles = &self.studio.brief.look.styles;
        styles.iter().any(|style| style == "gradient")
    }

    /// Returns one of the tones; a ground that the prompt names, or calls dark or light, is the page's only ground.
    pub fn pick_tone(&self, tones: &[Tone]) -> Tone {
        let brief = self.studio.brief;
        // Two inks draw the things in the colours of the coloured grounds, on which they would not show.
        let lost = self.theme.manner == "riso" && !self.art.is_empty();
        if brief.canvas.background.is_some() || brief.look.dark.is_some() || lost {
            Tone::Canvas
        } else {
            *self.rng.fork("tone").pick(tones)
        }
    }

    /// Returns the alignment that a ranged-left page has in its reading direction.
    pub fn ranged(&self) -> Align {
        Align::Start
    }

    /// Returns whether the display face is set in capitals here.
    pub fn capitals(&self) -> bool {
        self.theme.fonts.get(FontRole::Display).upper || self.studio.brief.look.uppercase
    }
}

/// Returns the live zone without the strip that must stay free ("leave space for a logo").
fn clear_room(studio: &Studio<'_>, live: Zone) -> Zone {
    let mut zone = live;
    for constraint in &studio.brief.constraints {
        let Constraint::LeaveRoom { at, .. } = constraint else {
            continue;
        };
        let (dw, dh) = (live.w * 0.24, live.h * 0.2);
        match at.unwrap_or(Position::Bottom) {
            Position::Left => zone = Zone::new(zone.x + dw, zone.y, zone.w - dw, zone.h),
            Position::Right => zone = Zone::new(zone.x, zone.y, zone.w - dw, zone.h),
            Position::Top | Position::TopLeft | Position::TopRight if live.w / live.h < 2.2 => {
                zone = Zone::new(zone.x, zone.y + dh, zone.w, zone.h - dh);
            }
            Position::TopLeft | Position::BottomLeft if live.w / live.h >= 2.2 => {
                zone = Zone::new(zone.x + dw, zone.y, zone.w - dw, zone.h);
            }
            Position::TopRight | Position::BottomRight if live.w / live.h >= 2.2 => {
                zone = Zone::new(zone.x, zone.y, zone.w - dw, zone.h);
            }
            _ => zone = Zone::new(zone.x, zone.y, zone.w, zone.h - dh),
        }
    }
    zone
}

/// Returns the drafts of a director: archetypes by how they suit, each in several themes.
pub fn drafts(studio: &Studio<'_>, custom: &[&str], archetypes: &[&Archetype]) -> Vec<Draft> {
    let words = Wording::of(studio);
    drafts_with(studio, custom, archetypes, &words)
}

/// As [`drafts`], with the wording already sorted.
pub fn drafts_with(
    studio: &Studio<'_>,
    custom: &[&str],
    archetypes: &[&Archetype],
    words: &Wording,
) -> Vec<Draft> {
    let themes = themes(studio, custom_for(studio, custom), THEMES);
    let (mut art, notes) = Art::of(studio);
    if art.is_empty() && may_imply(studio) {
        art = Art::implied(studio, words);
    }
    let mut ranked: Vec<(f32, &Archetype)> = archetypes
        .iter()
        .map(|a| {
            (
                (a.suits)(&Page::new(studio, &themes[0], words, &art, a.name)),
                *a,
            )
        })
        .filter(|(suit, _)| *suit > 0.0)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    // What was made for exactly this brief leaves the general layouts out.
    if ranked.first().is_some_and(|(suit, _)| *suit >= SPECIAL) {
        ranked.retain(|(suit, _)| *suit >= 1.0);
    }
    // What suits much less than the best would only win by luck.
    let best = ranked.first().map_or(0.0, |(suit, _)| *suit);
    ranked.retain(|(suit, _)| *suit >= best - BEHIND_MAX);
    if ranked.is_empty() {
        ranked.extend(archetypes.first().map(|a| (0.3, *a)));
    }
    let mut out = Vec::new();
    for turn in 0..DRAFTS_MAX {
        let Some(&(suit, archetype)) = ranked.get(turn % ranked.len().max(1)) else {
            break;
        };
        let theme = &themes[(turn + turn / ranked.len().max(1)) % themes.len()];
        let page = Page::new(studio, theme, words, &art, archetype.name);
        let root = (archetype.build)(&page);
        let mut draft = Draft::new(archetype.name, theme.clone(), root)
            .because(archetype.reason)
            .because(format!("The {} theme sets the tone.", theme.name))
            .liked((suit * 0.8).clamp(0.05, 1.0));
        draft.notes.extend(notes.iter().cloned());
        out.push(draft);
    }
    out
}

/// Whether a brief that names nothing to draw may be given a drawing of its topic. Some seeds stay with type alone.
fn may_imply(studio: &Studio<'_>) -> bool {
    let brief = studio.brief;
    let pictured = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Label
            | Genre::PriceTag
            | Genre::Invitation
            | Genre::Banner
            | Genre::BookCover
            | Genre::AlbumCover
            | Genre::MagazineCover
            | Genre::Menu
            | Genre::Chalkboard
            | Genre::Sticker
            | Genre::PrintMotif
    );
    let bare = brief.look.styles.iter().any(|s| {
        matches!(
            s.as_str(),
            "minimal" | "swiss" | "brutalist" | "monochrome" | "abstract" | "geometric"
        )
    });
    let refused = brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::NoIcons | Constraint::Without(_)));
    pictured && !bare && !refused && studio.rng("implied").chance(0.75)
}
