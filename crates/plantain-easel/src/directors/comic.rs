//! Comics, storyboards and memes: drawn panels with balloons, captions and notes.

mod balloons;
mod shots;
mod staging;

use plantain_read::{Panel, panel_columns};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{FontRole, Len, Node, Place};
use plantain_scene::theme::ink_on;
use plantain_scene::{Canvas, Theme};

use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::directors::scene;
use crate::studio::{Draft, Note, Studio};
use balloons::STRIP;
use shots::{Page, framing, rename, zones};

const CUSTOM: &[&str] = &[
    "friendly",
    "playful",
    "mid-century",
    "pastel",
    "risograph",
    "seventies",
];
/// Drafts that are proposed.
const DRAFTS: usize = 3;
/// Least size of words in balloons.
const SIZE_MIN: f32 = 12.0;

/// How the panels stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Equal panels in rows.
    Even,
    /// Rows of unequal panels.
    Rhythm,
    /// A sheet of frames with notes below each.
    Board,
    /// One picture with large letters above and below.
    Meme,
}

/// Returns drafts of a comic, a storyboard or a meme.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let prompt = studio.brief.heard();
    let layouts: &[Layout] = if prompt.contains("storyboard") {
        &[Layout::Board]
    } else if prompt.contains("meme") {
        &[Layout::Meme]
    } else if studio.brief.panels.len() > 2 {
        &[Layout::Even, Layout::Rhythm]
    } else {
        &[Layout::Even]
    };
    studio
        .themes(CUSTOM, DRAFTS)
        .into_iter()
        .enumerate()
        .map(|(turn, theme)| {
            let layout =
                layouts[(turn + studio.rng("layout").below(layouts.len())) % layouts.len()];
            Desk {
                studio,
                theme: &theme,
                turn,
                place: None,
                worn: Vec::new(),
                season: None,
                notes: Vec::new(),
            }
            .page(layout)
        })
        .collect()
}

struct Desk<'a> {
    studio: &'a Studio<'a>,
    theme: &'a Theme,
    turn: usize,
    /// Where the panel before plays: a story stays there until it tells another place.
    place: Option<String>,
    /// Garments by their wearers: what is put on is worn from then on.
    worn: Vec<(String, plantain_read::ObjectPhrase)>,
    /// The season of the story, once it was told.
    season: Option<plantain_read::Season>,
    notes: Vec<Note>,
}

/// A drawn panel: its picture, and where the figures stand in it.
struct Drawn {
    node: Node,
    figures: Vec<(String, Zone)>,
}

impl Desk<'_> {
    fn page(mut self, layout: Layout) -> Draft {
        let full = Zone::new(0.0, 0.0, self.studio.width, self.studio.height);
        let short = full.w.min(full.h);
        let margin = if layout == Layout::Meme {
            0.0
        } else {
            short * 0.035
        };
        let mut root = stack().role("page").fill_w().fill_h().fill(self.paper());
        let mut body = full.inset(margin);
        if let Some(title) = self.title() {
            let h = (short * 0.09).clamp(34.0, 90.0);
            root = root.child(self.words(
                &title,
                Zone::new(body.x, body.y, body.w, h),
                FontRole::Display,
                Token::Ink.into(),
                (18.0, h * 0.66),
                "title",
            ));
            body = Zone::new(
                body.x,
                body.y + h + margin * 0.4,
                body.w,
                body.h - h - margin * 0.4,
            );
        }
        let panels = self.studio.brief.panels.clone();
        let page = Page {
            layout,
            margin,
            flip: self.studio.rng("rows").below(2) == 1,
            columns: panel_columns(&self.studio.brief.prompt, panels.len()),
        };
        let zones = zones(body, panels.len(), &page);
        for (n, (panel, zone)) in panels.iter().zip(&zones).enumerate() {
            root = root.children(match layout {
                Layout::Board => self.frame(panel, *zone, n, panels.len()),
                Layout::Meme => self.meme(panel, *zone),
                _ => self.panel(panel, *zone, n),
            });
        }
        let theme = self.theme.clone();
        let reason = match layout {
            Layout::Even => {
                "Equal panels are read from left to right and from top to bottom, a balloon at the figure that speaks."
            }
            Layout::Rhythm => {
                "Panels of unequal width give the strip its rhythm; balloons stand at the figures that speak."
            }
            Layout::Board => {
                "Every frame shows one shot with its number, and what happens stands below it."
            }
            Layout::Meme => {
                "One picture, with the set-up above and the punch line below in heavy letters."
            }
        };
        let name = match layout {
            Layout::Even => "even panels",
            Layout::Rhythm => "panels in rhythm",
            Layout::Board => "storyboard",
            Layout::Meme => "meme",
        };
        let mut draft = Draft::new(name, theme, root).because(reason).liked(0.7);
        draft.notes = self.notes;
        draft
    }

    fn paper(&self) -> Color {
        Token::Canvas.into()
    }

    fn title(&self) -> Option<String> {
        let literals = &self.studio.brief.literals;
        literals
            .iter()
            .find(|l| l.role == plantain_read::Role::Title)
            .map(|l| l.text.clone())
    }

    fn text(&self, index: usize) -> String {
        self.studio
            .brief
            .literals
            .get(index)
            .map_or_else(String::new, |l| l.text.clone())
    }

    /// Draws the scene of a panel in a box of this size, at its own origin. `take` counts the panels before it that
    /// tell the same scene: each is another shot of it.
    fn drawn(&mut self, panel: &Panel, w: f32, h: f32, n: usize, take: usize) -> Drawn {
        let brief = self.staged(panel, take);
        if brief.objects.is_empty() && !panel.captions.is_empty() {
            return Drawn {
                node: stack().size_box(w, h).fill(Token::AccentSoft),
                figures: Vec::new(),
            };
        }
        // A closer shot shows a part of a larger picture.
        let close = [1.0_f32, 1.22, 1.08, 1.32][take % 4];
        let (wide, high) = (w * close, h * close);
        let lead = brief.objects.first().map(|o| o.noun.clone());
        let canvas = Canvas::new(wide.max(16.0) as u32, high.max(16.0) as u32);
        let mut desk = Studio::new(&brief, canvas, self.studio.filler, 0);
        (desk.width, desk.height) = (wide, high);
        // The same figures look alike in all panels; only their places differ.
        desk.cast.clone_from(&self.studio.brief.prompt);
        desk.rng = self.studio.rng("cast").fork(&format!("take {}", self.turn));
        let mut drafts = scene::scene(&desk);
        let pick = n % drafts.len().max(1);
        let best = (0..drafts.len()).max_by(|a, b| {
            let (one, two) = (&drafts[*a], &drafts[*b]);
            one.liking
                .total_cmp(&two.liking)
                .then((*a == pick).cmp(&(*b == pick)))
        });
        let Some(draft) = best.map(|i| drafts.swap_remove(i)) else {
            return Drawn {
                node: stack().size_box(w, h),
                figures: Vec::new(),
            };
        };
        let mut node = draft.root;
        let mut figures: Vec<(String, Zone)> = Vec::new();
        for child in &node.children {
            if let (false, Some([x, y]), Len::Units(w), Len::Units(h)) = (
                child.id.is_empty(),
                child.layout.at,
                child.layout.w,
                child.layout.h,
            ) {
                figures.push((child.id.clone(), Zone::new(x, y, w, h)));
            }
        }
        let (dx, dy) = framing(&figures, lead.as_deref(), (wide, high), (w, h));
        for (_, zone) in &mut figures {
            (zone.x, zone.y) = (zone.x - dx, zone.y - dy);
        }
        rename(&mut node, n);
        let node = stack().size_box(w, h).clip().child(node.at(-dx, -dy));
        Drawn { node, figures }
    }

    fn panel(&mut self, panel: &Panel, zone: Zone, n: usize) -> Vec<Node> {
        let take = self.studio.brief.panels[..n]
            .iter()
            .filter(|p| p.scene == panel.scene)
            .count();
        let told = self.narration(panel, take);
        // The picture begins below what is told.
        let top = if told.is_some() { zone.h * STRIP } else { 0.0 };
        let drawn = self.drawn(panel, zone.w, zone.h - top, n, take);
        let line = (zone.w.min(zone.h) * 0.009).clamp(2.0, 5.0);
        let mut frame = zone
            .hold(stack())
            .clip()
            .role("panel")
            .child(drawn.node.at(0.0, top));
        // Below the frames of a storyboard is room for what is written to them.
        let board = self.studio.brief.heard().contains("storyboard");
        let written = panel
            .captions
            .iter()
            .filter(|_| !board || drawn.figures.is_empty());
        let mut captions: Vec<String> = written.map(|i| self.text(*i)).collect();
        if drawn.figures.is_empty() && captions.len() == 1 {
            // A panel of letters alone.
            let words = captions.remove(0);
            let area = Zone::new(zone.w * 0.1, zone.h * 0.2, zone.w * 0.8, zone.h * 0.6);
            let size = self.studio.fit_size(
                &words,
                FontRole::Display,
                0,
                self.theme,
                area.w,
                area.h,
                zone.h * 0.3,
                16.0,
                2,
            );
            let node = text(words)
                .font(FontRole::Display)
                .size(size)
                .shrink(SIZE_MIN)
                .color(Token::Ink)
                .centered();
            frame = frame.child(
                area.hold(col().center())
                    .child(node.literal(true).role("lettering").max_w(area.w)),
            );
        }
        let mut foot = zone.h;
        for caption in captions.iter().rev() {
            let node = self.box_of(caption, zone, &mut foot, true);
            frame = frame.children(node);
        }
        if let Some(told) = told {
            frame = frame.children(self.head_box(&told, zone));
        }
        frame = frame.children(self.balloons(&panel.speech, &drawn.figures, zone));
        vec![
            frame,
            zone.hold(rect())
                .stroke(Token::Ink, line)
                .role("panel-border"),
        ]
    }

    fn words(
        &self,
        words: &str,
        zone: Zone,
        font: FontRole,
        color: Color,
        (low, high): (f32, f32),
        role: &str,
    ) -> Node {
        let size = self
            .studio
            .fit_size(words, font, 0, self.theme, zone.w, zone.h, high, low, 2);
        zone.hold(col().justify(Place::Center)).child(
            text(words)
                .font(font)
                .size(size)
                .shrink(low)
                .color(color)
                .literal(true)
                .role(role)
                .fill_w(),
        )
    }

    /// A frame of a storyboard: number, picture, and what happens below.
    fn frame(&mut self, panel: &Panel, zone: Zone, n: usize, count: usize) -> Vec<Node> {
        const SHOTS: &[&str] = &[
            "Wide shot",
            "Medium shot",
            "Close-up",
            "Over the shoulder",
            "Low angle",
            "Close-up",
            "Medium shot",
            "Wide shot",
        ];
        let note_h = (zone.h * 0.24).clamp(46.0, 130.0);
        let picture = Zone::new(zone.x, zone.y, zone.w, zone.h - note_h);
        let size = (zone.w * 0.05).clamp(14.0, 26.0);
        let mut nodes = self.panel(panel, picture, n);
        let d = size * 1.9;
        let accent = self.theme.resolve(Token::Accent.into());
        nodes.push(
            Zone::new(picture.x, picture.y, d, d)
                .hold(rect())
                .fill(Token::Accent)
                .role("number-face"),
        );
        nodes.push(
            Zone::new(picture.x, picture.y, d, d)
                .hold(col().center())
                .child(
                    text((n + 1).to_string())
                        .font(FontRole::Heading)
                        .weight(700)
                        .size(size)
                        .color(ink_on(accent).readable_on(accent, 4.5))
                        .role("number")
                        .filler(),
                ),
        );
        let low = Zone::new(
            zone.x,
            picture.bottom() + size * 0.4,
            zone.w,
            note_h - size * 0.4,
        );
        let told = !panel.shot.is_empty();
        let shot = match n {
            _ if told => capital(&panel.shot),
            n if n + 1 == count && count > 3 => "Final shot".into(),
            n => SHOTS[n % SHOTS.len()].into(),
        };
        // Frames that all show the same are told apart by what is written to them.
        let written: Vec<String> = panel.captions.iter().map(|i| self.text(*i)).collect();
        let captioned = !written.is_empty();
        let note = match captioned {
            true => written.join(" "),
            false => capital(&panel.note),
        };
        let shot = text(shot)
            .weight(700)
            .size(size * 0.8)
            .shrink(SIZE_MIN)
            .color(Token::AccentText)
            .role("shot");
        nodes.push(
            low.hold(col())
                .gap(size * 0.15)
                .child(if told { shot } else { shot.filler() })
                .child(
                    text(note)
                        .size(size)
                        .shrink(SIZE_MIN)
                        .leading(1.3)
                        .color(Token::Ink)
                        .max_w(low.w)
                        .literal(captioned)
                        .role(if captioned { "caption" } else { "note" }),
                ),
        );
        nodes
    }

    /// One picture with letters above and below.
    fn meme(&mut self, panel: &Panel, zone: Zone) -> Vec<Node> {
        let drawn = self.drawn(panel, zone.w, zone.h, 0, 0);
        let mut nodes = vec![drawn.node.at(zone.x, zone.y)];
        let n = panel.captions.len();
        for (i, index) in panel.captions.iter().enumerate() {
            let words = self.text(*index);
            let h = zone.h * 0.2;
            let y = if i + 1 == n && n > 1 {
                zone.bottom() - h - zone.h * 0.025
            } else {
                zone.y + zone.h * 0.025 + i as f32 * h
            };
            let area = Zone::new(zone.x + zone.w * 0.04, y, zone.w * 0.92, h);
            let size = self.studio.fit_size(
                &words,
                FontRole::Display,
                800,
                self.theme,
                area.w,
                area.h,
                zone.h * 0.1,
                18.0,
                2,
            );
            nodes.push(
                area.hold(rect())
                    .fill(Rgba::hex(0x101114).faded(0.78))
                    .radius(self.theme.radius.min(16.0))
                    .role("caption-box"),
            );
            nodes.push(
                area.hold(col().center()).child(
                    text(words)
                        .font(FontRole::Display)
                        .weight(800)
                        .size(size)
                        .shrink(16.0)
                        .color(Rgba::WHITE)
                        .centered()
                        .balance()
                        .literal(true)
                        .role("title")
                        .max_w(area.w * 0.96),
                ),
            );
        }
        nodes
    }
}
