//! Parts that diagrams, maps and tables are made of: a sheet with a title, lettering that fits its place, boxes, badges, arrows.

use plantain_read::{Background, Constraint};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place, Route, Tip};
use plantain_scene::theme::ink_on;
use plantain_scene::{Oklch, Theme};

use crate::components::print::Zone;
use crate::rng::Rng;
use crate::studio::{Draft, Note, Studio};

pub mod callout;
pub mod drawing;
mod pictures;
pub mod words;

pub use words::{Entry, Words};

/// Least size of lettering in logical units.
pub const SIZE_MIN: f32 = 12.0;
/// Most drafts that a director of diagrams proposes.
const DRAFTS_MAX: usize = 8;
/// Themes that are tried.
const THEMES: usize = 5;

/// A drawn body: nodes in paint order, and what must be told about them.
#[derive(Debug, Default)]
pub struct Body {
    pub nodes: Vec<Node>,
    pub notes: Vec<Note>,
}

impl Body {
    pub fn new(nodes: Vec<Node>) -> Self {
        Self {
            nodes,
            notes: Vec::new(),
        }
    }

    #[must_use]
    pub fn note(mut self, code: &'static str, message: impl Into<String>) -> Self {
        self.notes.push(Note {
            code,
            message: message.into(),
        });
        self
    }
}

/// One way to show the content of a diagram.
pub struct Way<'w> {
    pub name: &'static str,
    pub reason: &'static str,
    /// How well it suits, 0 (not at all) to 1.
    pub suits: f32,
    /// Draws it; none when there is no room for it.
    pub draw: &'w dyn Fn(&Sheet<'_>) -> Option<Body>,
}

/// Returns drafts: each suitable way in several themes, best first.
pub fn propose(
    studio: &Studio<'_>,
    custom: &[&str],
    words: &Words,
    ways: &[Way<'_>],
) -> Vec<Draft> {
    let themes = studio.themes(custom, THEMES);
    let mut rng = studio.rng("ways");
    let best = ways.iter().map(|way| way.suits).fold(0.0, f32::max);
    let mut ranked: Vec<(f32, &Way<'_>)> = ways
        .iter()
        .filter(|way| way.suits > 0.0 && way.suits >= best * NEARLY)
        .map(|way| (way.suits + rng.range(0.0, 0.2), way))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut drafts = Vec::new();
    for turn in 0..DRAFTS_MAX {
        let kinds = ranked.len().clamp(1, 4);
        let Some((suit, way)) = ranked.get(turn % kinds) else {
            break;
        };
        let theme = &themes[(turn + turn / kinds) % themes.len()];
        let sheet = Sheet::new(studio, theme, words, turn);
        let Some(body) = (way.draw)(&sheet) else {
            continue;
        };
        let mut draft = Draft::new(way.name, theme.clone(), sheet.root(body.nodes))
            .because(way.reason)
            .because(format!("The {} theme sets the tone.", theme.name))
            .liked((suit * 0.85).clamp(0.05, 1.0));
        draft.notes.extend(body.notes);
        drafts.push(draft);
    }
    if drafts.is_empty() {
        drafts.extend(
            ways.iter()
                .filter(|way| way.suits > 0.0)
                .enumerate()
                .find_map(|(turn, way)| {
                    let sheet = Sheet::new(studio, &themes[0], words, turn);
                    let body = (way.draw)(&sheet)?;
                    let mut draft = Draft::new(way.name, themes[0].clone(), sheet.root(body.nodes))
                        .because(way.reason)
                        .liked(0.3);
                    draft.notes.extend(body.notes);
                    Some(draft)
                }),
        );
    }
    drafts
}

/// Ways that suit less than this share of the best are not tried, unless none of the others can be drawn.
const NEARLY: f32 = 0.62;

/// How the title stands on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Left,
    Centre,
    /// Reversed out of a coloured band over the whole width.
    Band,
}

/// The page of a diagram: its title and the zone that is left for the body.
pub struct Sheet<'a> {
    pub studio: &'a Studio<'a>,
    pub theme: &'a Theme,
    pub words: &'a Words,
    pub full: Zone,
    pub body: Zone,
    pub margin: f32,
    pub rng: Rng,
    head: Head,
    head_nodes: Vec<Node>,
}

impl<'a> Sheet<'a> {
    fn new(studio: &'a Studio<'a>, theme: &'a Theme, words: &'a Words, turn: usize) -> Self {
        let full = Zone::new(0.0, 0.0, studio.width, studio.height);
        let margin = (full.w.min(full.h) * 0.06).clamp(18.0, 72.0);
        let rng = studio.rng(&format!("sheet {turn}"));
        let plain = studio.brief.canvas.background.is_some();
        let head = match rng.fork("head").below(if plain { 2 } else { 3 }) {
            0 => Head::Left,
            1 => Head::Centre,
            _ => Head::Band,
        };
        let mut sheet = Self {
            studio,
            theme,
            words,
            full,
            body: full.inset(margin),
            margin,
            rng,
            head,
            head_nodes: Vec::new(),
        };
        sheet.set_head();
        sheet
    }

    fn set_head(&mut self) {
        let (Some(title), margin) = (&self.words.title, self.margin) else {
            return;
        };
        let wide = self.full.w - 2.0 * margin;
        let tall = self.full.h * 0.16;
        let most = (self.full.w.min(self.full.h) * 0.072).clamp(24.0, 64.0);
        let look = Lettering::new(FontRole::Display, most, 18.0).weight(0);
        let size = self.fit(&title.text, look, wide, tall, 3);
        let (_, title_h) = self.measure(&title.text, look, size, wide);
        let band = self.head == Head::Band;
        let (ink, quiet) = if band {
            (Token::AccentInk, Token::AccentInk)
        } else {
            (Token::Ink, Token::Muted)
        };
        let align = if self.head == Head::Centre {
            Align::Center
        } else {
            Align::Start
        };
        let top = if band { margin * 0.7 } else { margin };
        let look = look.color(ink).align(align);
        let mut nodes = Vec::new();
        let mut y = top;
        nodes.push(self.set(
            title,
            Zone::new(margin, y, wide, title_h),
            look,
            size,
            "title",
        ));
        y += title_h;
        if let Some(sub) = &self.words.sub {
            let look = Lettering::new(FontRole::Body, (size * 0.5).max(15.0), SIZE_MIN)
                .color(quiet)
                .align(align);
            let sub_size = self.fit(&sub.text, look, wide, tall, 2);
            let (_, h) = self.measure(&sub.text, look, sub_size, wide);
            y += size * 0.2;
            nodes.push(self.set(
                sub,
                Zone::new(margin, y, wide, h),
                look,
                sub_size,
                "subtitle",
            ));
            y += h;
        }
        if band {
            y += margin * 0.7;
            let ground = rect()
                .bounds(0.0, 0.0, self.full.w, y)
                .fill(Token::Accent)
                .role("band");
            nodes.insert(0, ground);
        }
        let gap = if band { margin * 0.8 } else { margin * 0.6 };
        self.body = Zone::new(margin, y + gap, wide, self.full.h - y - gap - margin);
        self.head_nodes = nodes;
    }

    fn root(&self, body: Vec<Node>) -> Node {
        let mut root = stack()
            .fill(self.ground())
            .children(self.head_nodes.clone());
        root.layout.flow = plantain_scene::node::Flow::Stack;
        root.children(body)
    }

    fn ground(&self) -> plantain_scene::node::Paint {
        match &self.studio.brief.canvas.background {
            Some(Background::Gradient(colors)) if colors.len() > 1 => {
                let last = (colors.len() - 1) as f32;
                plantain_scene::node::Paint::Linear {
                    angle: 180.0,
                    stops: colors
                        .iter()
                        .enumerate()
                        .map(|(i, c)| (i as f32 / last, crate::wardrobe::rgb(c).into()))
                        .collect(),
                }
            }
            _ => Token::Canvas.into(),
        }
    }

    /// Returns whether icons are unwanted.
    pub fn no_icons(&self) -> bool {
        self.studio.brief.constraints.contains(&Constraint::NoIcons)
    }

    /// Returns whether invented words may stand on the sheet.
    pub fn may_add_words(&self) -> bool {
        self.studio.filler
            && !self
                .studio
                .brief
                .constraints
                .iter()
                .any(|c| matches!(c, Constraint::NoText | Constraint::NoFiller))
    }

    /// Returns the sRGB value of a colour in this theme.
    pub fn rgb(&self, color: impl Into<Color>) -> Rgba {
        self.theme.resolve(color.into())
    }

    /// Returns a mixture of two colours: 0 is the first.
    pub fn mixed(&self, a: impl Into<Color>, b: impl Into<Color>, t: f32) -> Rgba {
        self.rgb(a).mix(self.rgb(b), t)
    }

    /// Returns the main colour of the `n`th of several like things.
    pub fn series(&self, n: usize) -> Rgba {
        self.rgb(Token::Series((n % 8) as u8))
    }

    /// Returns colours for `n` like things: the palette that was asked for binds, otherwise the theme's series.
    pub fn hues(&self, n: usize) -> Vec<Rgba> {
        let asked = &self.studio.brief.look.palette;
        if asked.len() == 1 {
            // One colour was asked for: the things are shades of it.
            let base = self.rgb(Token::Accent).oklch();
            return (0..n)
                .map(|i| {
                    let t = if n < 2 {
                        0.0
                    } else {
                        i as f32 / (n - 1) as f32
                    };
                    Oklch::new((base.l - 0.06 + 0.16 * t).clamp(0.3, 0.86), base.c, base.h).rgba()
                })
                .collect();
        }
        // Two or more that can be seen take turns.
        let ground = self.rgb(Token::Canvas);
        let told: Vec<Rgba> = asked
            .iter()
            .map(crate::wardrobe::rgb)
            .filter(|color| color.contrast(ground) >= 1.25)
            .collect();
        if told.len() >= 2 {
            return (0..n).map(|i| told[i % told.len()]).collect();
        }
        (0..n).map(|i| self.series(i)).collect()
    }

    /// Returns the text colour for a ground.
    pub fn ink_on(&self, ground: Rgba) -> Rgba {
        ink_on(ground)
    }

    /// Returns width and height of a text at a size, wrapped at `width`.
    pub fn measure(&self, text: &str, look: Lettering, size: f32, width: f32) -> (f32, f32) {
        self.studio
            .block_size(text, look.font, size, look.weight, self.theme, width)
    }

    /// Returns the width of a text in one line.
    pub fn wide(&self, text: &str, look: Lettering, size: f32) -> f32 {
        self.studio
            .text_width(text, look.font, size, look.weight, self.theme)
    }

    /// Returns the largest size at which a text fits a box.
    pub fn fit(&self, text: &str, look: Lettering, w: f32, h: f32, lines: u16) -> f32 {
        self.studio.fit_size(
            text,
            look.font,
            look.weight,
            self.theme,
            w,
            h,
            look.size,
            look.min,
            lines,
        )
    }

    /// Returns the size at which every one of several texts fits its box.
    pub fn fit_all<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        look: Lettering,
        w: f32,
        h: f32,
        lines: u16,
    ) -> f32 {
        texts
            .into_iter()
            .map(|text| self.fit(text, look, w, h, lines))
            .fold(look.size, f32::min)
    }

    /// Returns an entry set in a zone at a size; it may still shrink to the lettering's least.
    pub fn set(&self, entry: &Entry, zone: Zone, look: Lettering, size: f32, role: &str) -> Node {
        let mut node = self.write(&entry.text, zone, look, size, role);
        if let Some(inner) = node.children.first_mut() {
            inner.literal = entry.literal;
            if let (Some(split), plantain_scene::node::Content::Text(text)) =
                (entry.lead_end(), &mut inner.content)
            {
                text.spans.push(plantain_scene::node::Span {
                    start: 0,
                    end: split,
                    color: look.lead,
                    weight: Some(800),
                    italic: false,
                });
            }
        }
        if !entry.literal {
            node = node.filler();
        }
        node
    }

    /// Returns words set in a zone at a size.
    pub fn write(&self, words: &str, zone: Zone, look: Lettering, size: f32, role: &str) -> Node {
        let mut inner = text(words)
            .font(look.font)
            .weight(look.weight)
            .size(size)
            .shrink(look.min.min(size))
            .color(look.color)
            .text_align(look.align)
            .role(role)
            .fill_w();
        if look.balance {
            inner = inner.balance();
        }
        if look.leading > 0.0 {
            inner = inner.leading(look.leading);
        }
        let place = match look.place {
            0 => Place::Start,
            1 => Place::Center,
            _ => Place::End,
        };
        zone.hold(col()).justify(place).child(inner)
    }

    /// Returns a box of the theme's kind: a card lifted from the ground.
    pub fn card(&self, zone: Zone, fill: impl Into<Color>) -> Node {
        let mut node = zone
            .hold(rect())
            .fill(fill.into())
            .radius(self.theme.radius.min(zone.h * 0.5))
            .role("card");
        match self.theme.elevation {
            0 => {}
            1 => node = node.shadow(3.0, 12.0, Token::Ink.into_color().alpha(0.10)),
            2 => node = node.shadow(6.0, 20.0, Token::Ink.into_color().alpha(0.16)),
            _ => {
                node = node
                    .shadow(5.0, 0.0, Token::Ink)
                    .stroke(Token::Ink, self.theme.border.max(2.0));
            }
        }
        if self.theme.border > 0.0 && self.theme.elevation < 3 {
            node = node.stroke(Token::Line, self.theme.border);
        }
        node
    }

    /// Returns a round badge with a number or letter in it.
    pub fn badge(&self, mark: &str, center: (f32, f32), d: f32, ground: Rgba) -> Vec<Node> {
        let zone = Zone::new(center.0 - d * 0.5, center.1 - d * 0.5, d, d);
        let look = Lettering::new(FontRole::Heading, d * 0.52, SIZE_MIN.min(d * 0.52))
            .weight(700)
            .color(self.ink_on(ground))
            .align(Align::Center)
            .middle();
        vec![
            zone.hold(ellipse()).fill(ground).role("badge"),
            self.write(mark, zone, look, (d * 0.52).max(SIZE_MIN), "number")
                .filler(),
        ]
    }

    /// Returns a line with an arrow head between two nodes by id.
    pub fn join(&self, from: &str, to: &str, route: Route, color: impl Into<Color>) -> Node {
        let width = (self.full.w.min(self.full.h) / 340.0).clamp(2.0, 3.5);
        connector(from, to)
            .route(route, Tip::None, Tip::Arrow)
            .stroke(color, width)
            .role("connector")
    }
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy)]
pub struct Lettering {
    pub font: FontRole,
    /// 0 for the theme's.
    pub weight: u16,
    /// Wanted size.
    pub size: f32,
    /// Least size.
    pub min: f32,
    pub color: Color,
    /// Colour of the leading part of an entry.
    pub lead: Option<Color>,
    pub align: Align,
    pub balance: bool,
    pub leading: f32,
    /// 0 top, 1 middle, 2 foot of its zone.
    pub place: u8,
}

impl Lettering {
    pub fn new(font: FontRole, size: f32, min: f32) -> Self {
        Self {
            font,
            weight: 0,
            size: size.max(min),
            min,
            color: Token::Ink.into(),
            lead: None,
            align: Align::Start,
            balance: false,
            leading: 0.0,
            place: 0,
        }
    }

    #[must_use]
    pub fn weight(mut self, weight: u16) -> Self {
        self.weight = weight;
        self
    }

    #[must_use]
    pub fn color(mut self, color: impl Into<Color>) -> Self {
        self.color = color.into();
        self
    }

    #[must_use]
    pub fn lead(mut self, color: impl Into<Color>) -> Self {
        self.lead = Some(color.into());
        self
    }

    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Centred both ways, in lines of even length.
    #[must_use]
    pub fn centred(mut self) -> Self {
        (self.align, self.place, self.balance) = (Align::Center, 1, true);
        self
    }

    /// In the middle of its zone's height.
    #[must_use]
    pub fn middle(mut self) -> Self {
        self.place = 1;
        self
    }

    /// At the foot of its zone.
    #[must_use]
    pub fn foot(mut self) -> Self {
        self.place = 2;
        self
    }

    #[must_use]
    pub fn leading(mut self, leading: f32) -> Self {
        self.leading = leading;
        self
    }
}

/// Short words for token colours with an opacity.
pub trait IntoColor {
    fn into_color(self) -> Color;
}

impl IntoColor for Token {
    fn into_color(self) -> Color {
        self.into()
    }
}
