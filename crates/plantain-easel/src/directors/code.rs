//! Pictures of code: editor windows and terminal sessions, with coloured source text.

use plantain_read::Background;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{FontRole, Node, Paint, Place, Span};
use plantain_scene::{Oklch, Theme};

use crate::components::print::Zone;
use crate::studio::{Draft, Studio};
use highlight::{Kind, stretches};
use listing::{Block, Listing, file_name, listing};
use scheme::Scheme;

mod listing;
mod scheme;

mod highlight;
mod program;
mod sample;

const CUSTOM: &[&str] = &[
    "minimal",
    "corporate",
    "night",
    "swiss",
    "friendly",
    "mid-century",
];
/// Line height of source text in ems.
const LEADING: f32 = 1.55;
/// Least size of source text.
const SIZE_MIN: f32 = 11.0;

/// Returns drafts of a picture of code or of a terminal.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let code = studio.brief.code.clone().unwrap_or_default();
    let listing = listing(studio, &code);
    let themes = studio.themes(CUSTOM, 6);
    let mut rng = studio.rng("scheme");
    let dark = studio
        .brief
        .look
        .dark
        .unwrap_or(listing.terminal || rng.chance(0.7));
    let first = rng.below(8);
    let mut drafts = Vec::new();
    for (turn, theme) in themes.iter().enumerate() {
        let mut scheme = Scheme::of(theme, dark, first + turn);
        if listing.terminal {
            let look = &studio.brief.look;
            let ground = match &studio.brief.canvas.background {
                Some(Background::Color(color)) => Some(crate::wardrobe::rgb(color)),
                _ => None,
            };
            let ink = look.ink.as_ref().or(look.palette.first());
            let ink = ink.map(crate::wardrobe::rgb);
            if ground.is_some() || ink.is_some() {
                scheme = scheme.told(ground, ink);
            }
        }
        let desk = Desk {
            studio,
            theme,
            scheme,
            listing: &listing,
        };
        let wide = !listing.terminal && studio.ratio() > 1.15 && studio.width > 700.0;
        drafts.push(match turn % if wide { 3 } else { 2 } {
            0 => desk.window(theme.clone()),
            1 => desk.sheet(theme.clone()),
            _ => desk.editor(theme.clone()),
        });
    }
    drafts
}

struct Desk<'a> {
    studio: &'a Studio<'a>,
    theme: &'a Theme,
    scheme: Scheme,
    listing: &'a Listing,
}

impl Desk<'_> {
    fn full(&self) -> Zone {
        Zone::new(0.0, 0.0, self.studio.width, self.studio.height)
    }

    /// Number of columns and of lines.
    fn extent(&self) -> (f32, f32) {
        let lines = self
            .listing
            .lines
            .iter()
            .flat_map(|b| b.text.split('\n').map(move |l| (l, b.command)));
        let ems = lines.clone().map(|(l, command)| {
            self.studio
                .text_width(l, FontRole::Mono, 100.0, 400, self.theme)
                / 100.0
                + if command { 1.3 } else { 0.0 }
        });
        let gaps = self.listing.lines.len() as f32 * if self.listing.terminal { 0.35 } else { 0.0 };
        (ems.fold(8.0_f32, f32::max), lines.count() as f32 + gaps)
    }

    /// Largest size at which the listing fits a box, between the least and a comfortable one.
    fn size(&self, w: f32, h: f32, numbers: bool) -> f32 {
        let (ems, lines) = self.extent();
        let ems = ems + if numbers { 2.6 } else { 0.0 };
        (w / ems * 0.985)
            .min(h / (lines * LEADING))
            .max(SIZE_MIN)
            .min((self.studio.width.min(self.studio.height) * 0.054).clamp(22.0, 56.0))
    }

    fn backdrop(&self) -> Paint {
        match &self.studio.brief.canvas.background {
            Some(Background::Transparent) => Color::Fixed(Rgba::hex(0).faded(0.0)).into(),
            Some(_) => Token::Canvas.into(),
            None => {
                let mut rng = self.studio.rng("backdrop");
                let base = self.theme.palette.accent.0.oklch();
                let turn = rng.range(-70.0, 70.0);
                let at = |l: f32, h: f32| {
                    Color::Fixed(Oklch::new(l, base.c.clamp(0.05, 0.13), base.h + h).rgba())
                };
                Paint::Linear {
                    angle: rng.range(110.0, 160.0),
                    stops: vec![(0.0, at(0.74, 0.0)), (1.0, at(0.58, turn))],
                }
            }
        }
    }

    fn because(&self, draft: Draft) -> Draft {
        draft.because(format!(
            "The text is {}, set in a fixed-width face and coloured by the kinds of its words.",
            if self.listing.terminal {
                "a shell session".to_owned()
            } else {
                format!("{} source", self.listing.language)
            }
        ))
    }

    /// A window that floats on a gradient and is as large as its text wants.
    fn window(&self, theme: Theme) -> Draft {
        let full = self.full();
        let short = full.w.min(full.h);
        let margin = short * 0.085;
        let bar = (short * 0.062).clamp(34.0, 58.0);
        let pad = short * 0.045;
        let numbers = !self.listing.terminal;
        let room = full.inset(margin);
        let size = self.size(room.w - 2.0 * pad, room.h - bar - 2.0 * pad, numbers);
        let (ems, lines) = self.extent();
        let w = ((ems + if numbers { 2.6 } else { 0.0 }) * size + 2.0 * pad + size)
            .max(room.w * 0.72)
            .min(room.w);
        let h = (lines * LEADING * size + 2.0 * pad + bar)
            .max(room.h.min(w * 0.42))
            .min(room.h);
        let zone = Zone::new((full.w - w) * 0.5, (full.h - h) * 0.5, w, h);
        let mut frame = zone
            .hold(stack())
            .fill(self.scheme.ground)
            .radius(14.0)
            .shadow(short * 0.02, short * 0.07, Rgba::hex(0x080c1e).faded(0.43))
            .clip()
            .role("window");
        frame = frame.child(
            rect()
                .bounds(0.0, 0.0, w, bar)
                .fill(self.scheme.bar)
                .role("title-bar"),
        );
        frame = frame.children(self.lights(bar));
        frame = frame.child(self.tab(Zone::new(bar * 2.4, 0.0, w - bar * 4.8, bar), Place::Center));
        frame = frame.children(self.text(
            Zone::new(pad, bar + pad, w - 2.0 * pad, h - bar - 2.0 * pad),
            size,
            numbers,
        ));
        let root = stack()
            .role("page")
            .fill_w()
            .fill_h()
            .fill(self.backdrop())
            .child(frame);
        self.because(Draft::new("floating window", theme, root).liked(0.75))
    }

    /// The whole picture is the editor: no window, a large text and the name of the language.
    fn sheet(&self, theme: Theme) -> Draft {
        let full = self.full();
        let short = full.w.min(full.h);
        let margin = short * 0.08;
        let head = (short * 0.06).clamp(28.0, 56.0);
        let live = full.inset(margin);
        let body = Zone::new(
            live.x,
            live.y + head + margin * 0.5,
            live.w,
            live.h - head - margin * 0.5,
        );
        let numbers = !self.listing.terminal;
        let size = self.size(body.w, body.h, numbers);
        let (_, lines) = self.extent();
        let used = lines * LEADING * size;
        let body = Zone::new(
            body.x,
            body.y + ((body.h - used) * 0.4).max(0.0),
            body.w,
            body.h.min(used + size),
        );
        let mark = self.scheme.color(Kind::Call);
        let root = stack()
            .role("page")
            .fill_w()
            .fill_h()
            .fill(self.scheme.ground)
            .child(
                rect()
                    .bounds(0.0, 0.0, full.w, short * 0.014)
                    .fill(mark)
                    .role("ornament"),
            )
            .child(self.tab(Zone::new(live.x, live.y, live.w * 0.7, head), Place::Start))
            .child(
                rect()
                    .bounds(live.x, live.y + head + margin * 0.1, live.w, 1.5)
                    .fill(self.scheme.bar)
                    .role("rule"),
            )
            .children(self.text(body, size, numbers));
        self.because(Draft::new("full sheet of code", theme, root).liked(0.75))
    }

    /// An editor with a file tree, a tab and a status line.
    fn editor(&self, theme: Theme) -> Draft {
        let full = self.full();
        let side = (full.w * 0.2).clamp(150.0, 280.0);
        let bar = (full.h * 0.065).clamp(34.0, 56.0);
        let foot = bar * 0.72;
        let pad = bar * 0.6;
        let body = Zone::new(
            side + pad,
            bar + pad,
            full.w - side - 2.0 * pad,
            full.h - bar - foot - 2.0 * pad,
        );
        let size = self.size(body.w, body.h, true);
        let accent = self.scheme.color(Kind::Call);
        let mut root = stack()
            .role("page")
            .fill_w()
            .fill_h()
            .fill(self.scheme.ground);
        root = root.child(
            rect()
                .bounds(0.0, 0.0, full.w, bar)
                .fill(self.scheme.bar)
                .role("title-bar"),
        );
        root = root.children(self.lights(bar));
        let tab = Zone::new(side, 0.0, (full.w - side) * 0.34, bar);
        root = root.child(tab.hold(rect()).fill(self.scheme.ground).role("tab"));
        root = root.child(
            Zone::new(tab.x, 0.0, tab.w, 3.0)
                .hold(rect())
                .fill(accent)
                .role("tab-mark"),
        );
        root = root.child(self.tab(tab.inset_xy(pad * 0.5, 0.0), Place::Center));
        root = root.child(
            rect()
                .bounds(0.0, bar, side, full.h - bar)
                .fill(self.scheme.ground.mix(self.scheme.bar, 0.55))
                .role("side-bar"),
        );
        root = root.children(self.tree(Zone::new(
            pad * 0.6,
            bar + pad * 0.6,
            side - pad * 0.8,
            full.h - bar - foot - pad,
        )));
        let status = Zone::new(0.0, full.h - foot, full.w, foot);
        let ink = plantain_scene::theme::ink_on(accent);
        root = root.child(status.hold(rect()).fill(accent).role("status-bar"));
        root = root.child(
            status
                .inset_xy(pad * 0.6, 0.0)
                .hold(row().justify(Place::Between))
                .children(["main", self.listing.language].into_iter().map(|word| {
                    text(word)
                        .size((foot * 0.44).max(SIZE_MIN))
                        .weight(600)
                        .color(ink)
                        .role("status")
                        .filler()
                })),
        );
        root = root.children(self.text(body, size, true));
        self.because(Draft::new("editor", theme, root).liked(0.75))
    }

    /// The three buttons of a window.
    fn lights(&self, bar: f32) -> Vec<Node> {
        let d = bar * 0.27;
        [0xff5f57, 0xfebc2e, 0x28c840]
            .into_iter()
            .enumerate()
            .map(|(i, hue)| {
                ellipse()
                    .bounds(bar * 0.42 + i as f32 * d * 1.75, (bar - d) * 0.5, d, d)
                    .fill(Rgba::hex(hue))
                    .role("window-button")
            })
            .collect()
    }

    /// The name of the file or window.
    fn tab(&self, zone: Zone, place: Place) -> Node {
        let mut name = text(self.listing.file.clone())
            .font(FontRole::Mono)
            .size((zone.h * 0.42).clamp(13.0, 24.0))
            .shrink(SIZE_MIN)
            .color(
                self.scheme
                    .ink
                    .mix(self.scheme.bar, 0.2)
                    .readable_on(self.scheme.bar, 4.6),
            )
            .literal(self.listing.file_given)
            .role("title");
        if !self.listing.file_given {
            name = name.filler();
        }
        zone.hold(row().justify(place)).child(name)
    }

    /// Files beside the open one.
    fn tree(&self, zone: Zone) -> Vec<Node> {
        let ending = file_name(self.listing.language);
        let ending = ending.rsplit('.').next().unwrap_or("js").to_owned();
        let names = [
            ("folder", "src".to_owned(), 0.0),
            ("file", format!("app.{ending}"), 1.0),
            ("file", format!("utils.{ending}"), 1.0),
            ("folder", "tests".to_owned(), 0.0),
            ("file", format!("test_app.{ending}"), 1.0),
            ("file", "README.md".to_owned(), 0.0),
        ];
        let size = (zone.w * 0.085).clamp(12.0, 17.0);
        names
            .into_iter()
            .enumerate()
            .map(|(i, (mark, name, depth))| {
                Zone::new(
                    zone.x + depth * size,
                    zone.y + i as f32 * size * 2.0,
                    zone.w - depth * size,
                    size * 2.0,
                )
                .hold(row().gap(size * 0.5))
                .child(icon(mark, size * 1.1).color(self.scheme.faint))
                .child(
                    text(name)
                        .size(size)
                        .shrink(SIZE_MIN)
                        .color(self.scheme.faint)
                        .role("file"),
                )
                .filler()
            })
            .collect()
    }

    /// The listing with its line numbers, or the session with its prompt signs.
    fn text(&self, zone: Zone, size: f32, numbers: bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut y = zone.y;
        let mut line = 1;
        let (ems, _) = self.extent();
        let indent = if numbers { size * 2.6 } else { 0.0 };
        // Numbers would stand beside the wrong lines of a text that has to wrap.
        let numbered = numbers && (ems * size + indent) <= zone.w * 1.005;
        for block in &self.listing.lines {
            let count = block.text.split('\n').count();
            let high = count as f32 * LEADING * size;
            if numbered {
                let shown: Vec<String> = (line..line + count).map(|n| n.to_string()).collect();
                nodes.push(
                    text(shown.join("\n"))
                        .font(FontRole::Mono)
                        .size(size)
                        .leading(LEADING)
                        .color(self.scheme.faint)
                        .text_align(plantain_scene::node::Align::End)
                        .bounds(zone.x, y, size * 1.6, high)
                        .role("line-numbers")
                        .filler(),
                );
            }
            let mut x = zone.x + if numbered { indent } else { 0.0 };
            if block.command {
                nodes.push(
                    text("$")
                        .font(FontRole::Mono)
                        .weight(700)
                        .size(size)
                        .leading(LEADING)
                        .color(self.scheme.color(Kind::Text))
                        .at(x, y)
                        .role("prompt-sign")
                        .filler(),
                );
                x += size * 1.3;
            }
            nodes.push(
                self.block(block, size)
                    .bounds(x, y, zone.right() - x, high.max(size)),
            );
            y += high
                + if self.listing.terminal && !block.command {
                    size * 0.7
                } else {
                    0.0
                };
            line += count;
        }
        nodes
    }

    fn block(&self, block: &Block, size: f32) -> Node {
        let spans: Vec<Span> = if self.listing.terminal {
            Vec::new()
        } else {
            stretches(&block.text, self.listing.language)
                .into_iter()
                .map(|(start, end, kind)| Span {
                    start,
                    end,
                    color: Some(self.scheme.color(kind).into()),
                    weight: (kind == Kind::Keyword).then_some(600),
                    italic: false,
                })
                .collect()
        };
        let quiet = self.listing.terminal && !block.command;
        let color = if quiet {
            self.scheme.ink.mix(self.scheme.ground, 0.22)
        } else {
            self.scheme.ink
        };
        let node = text(block.text.clone())
            .font(FontRole::Mono)
            .size(size)
            .shrink(SIZE_MIN)
            .leading(LEADING)
            .color(color)
            .literal(block.literal)
            .set_text(|t| t.spans = spans)
            .role(if quiet { "output" } else { "code" });
        if block.literal { node } else { node.filler() }
    }
}
