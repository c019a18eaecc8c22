//! Comics, storyboards and memes: drawn panels with balloons, captions and notes.

use plantain_read::{Brief, Genre, Panel, Relation, Speech, TimeOfDay, read};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Len, Node, Place};
use plantain_scene::theme::ink_on;
use plantain_scene::{Canvas, Theme};

use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::directors::scene;
use crate::stage::cast::Cast;
use crate::stage::mend::mend;
use crate::stage::prop::Art;
use crate::studio::{Draft, Note, Studio};

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
        let zones = zones(
            body,
            panels.len(),
            layout,
            margin,
            self.studio.rng("rows").below(2) == 1,
        );
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

    /// The brief of a panel's scene, without what no drawing is at hand for.
    fn staged(&mut self, panel: &Panel, take: usize) -> Brief {
        let props = activity(&panel.scene);
        let mut words = panel.scene.clone();
        if let Some((place, things)) = props {
            words = format!("{words} {place}, {}", things[take % things.len()]);
        }
        let mut brief = read(&words);
        brief.genre = Genre::Scene;
        brief.literals.clear();
        brief.panels.clear();
        brief
            .look
            .styles
            .extend(self.studio.brief.look.styles.iter().cloned());
        if take > 0 && brief.setting.time.is_none() && props.is_none() {
            brief.setting.time = [
                None,
                Some(TimeOfDay::Morning),
                Some(TimeOfDay::Sunset),
                Some(TimeOfDay::Night),
            ][take % 4];
        }
        let mended = mend(&brief);
        let cast = Cast::new(&mended, &self.studio.rng("cast"));
        let unknown: Vec<String> = mended
            .objects
            .iter()
            .enumerate()
            .filter(|(i, _)| cast.prop(*i).is_some_and(|p| matches!(p.art, Art::StandIn)))
            .map(|(_, o)| o.noun.clone())
            .collect();
        for noun in &unknown {
            let message =
                format!("No drawing of \"{noun}\" is at hand: the panel is drawn without it.");
            if !self.notes.iter().any(|note| note.message == message) {
                self.notes.push(Note {
                    code: "unknown_object",
                    message,
                });
            }
        }
        let kept: Vec<usize> = (0..brief.objects.len())
            .filter(|i| !unknown.contains(&brief.objects[*i].noun))
            .collect();
        if !kept.is_empty() && kept.len() < brief.objects.len() {
            let place = |i: usize| kept.iter().position(|k| *k == i);
            brief.relations = brief
                .relations
                .iter()
                .filter_map(|r| {
                    Some(Relation {
                        subject: place(r.subject)?,
                        kind: r.kind,
                        object: place(r.object)?,
                    })
                })
                .collect();
            brief.objects = kept.iter().map(|i| brief.objects[*i].clone()).collect();
        }
        brief
    }

    fn panel(&mut self, panel: &Panel, zone: Zone, n: usize) -> Vec<Node> {
        let take = self.studio.brief.panels[..n]
            .iter()
            .filter(|p| p.scene == panel.scene)
            .count();
        let drawn = self.drawn(panel, zone.w, zone.h, n, take);
        let line = (zone.w.min(zone.h) * 0.009).clamp(2.0, 5.0);
        let mut frame = zone
            .hold(stack())
            .clip()
            .role("panel")
            .child(drawn.node.at(0.0, 0.0));
        let mut captions: Vec<String> = panel.captions.iter().map(|i| self.text(*i)).collect();
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
            let node = self.box_of(caption, zone, &mut foot);
            frame = frame.children(node);
        }
        frame = frame.children(self.balloons(&panel.speech, &drawn.figures, zone));
        vec![
            frame,
            zone.hold(rect())
                .stroke(Token::Ink, line)
                .role("panel-border"),
        ]
    }

    /// A caption box at the foot of a panel.
    fn box_of(&self, words: &str, zone: Zone, foot: &mut f32) -> Vec<Node> {
        let pad = zone.w * 0.03;
        let (size, w, h) = self.measure(words, zone.w * 0.86, zone.h * 0.3, zone.h * 0.075);
        let area = Zone::new(
            zone.w * 0.035,
            *foot - h - 2.0 * pad - zone.h * 0.03,
            w + 2.0 * pad,
            h + 2.0 * pad,
        );
        *foot = area.y;
        let ground = self.theme.resolve(Token::Accent.into());
        vec![
            area.hold(rect())
                .fill(Token::Accent)
                .stroke(Token::Ink, 2.0)
                .role("caption-box"),
            self.set(
                words,
                area.inset(pad),
                size,
                ink_on(ground).readable_on(ground, 4.5).into(),
                "caption",
            ),
        ]
    }

    /// Size, width and height of words in a balloon.
    fn measure(&self, words: &str, w: f32, h: f32, most: f32) -> (f32, f32, f32) {
        let most = most.clamp(SIZE_MIN, 34.0);
        // A balloon is wider than high: two thirds of the area that the words need in one line.
        let line = self
            .studio
            .text_width(words, FontRole::Heading, most, 700, self.theme);
        let rows = (line / (most * 7.5)).sqrt().round().max(1.0);
        let width = (line / rows * 1.12 + most * 0.4).max(most * 2.0).min(w);
        let size = self.studio.fit_size(
            words,
            FontRole::Heading,
            700,
            self.theme,
            width,
            h,
            most,
            SIZE_MIN,
            0,
        );
        let (_, height) =
            self.studio
                .block_size(words, FontRole::Heading, size, 700, self.theme, width);
        (size, width, height * 1.06)
    }

    fn balloons(&self, speech: &[Speech], figures: &[(String, Zone)], zone: Zone) -> Vec<Node> {
        let mut nodes = Vec::new();
        let n = speech.len().max(1) as f32;
        let mut y = zone.h * 0.035;
        for (turn, said) in speech.iter().enumerate() {
            let words = self.text(said.text);
            let (size, w, h) = self.measure(
                &words,
                zone.w * 0.74,
                zone.h * 0.36 / n.sqrt(),
                zone.h * 0.085,
            );
            let (px, py) = (size * 1.0, size * 0.6);
            let figure = speaker(said, figures, turn);
            let head = figure.map(|f| (f.x + f.w * 0.5, f.y + f.h * 0.12));
            let (bw, bh) = (w + 2.0 * px, h + 2.0 * py);
            let wanted = head.map_or(zone.w * 0.5, |(x, _)| {
                x + if turn % 2 == 0 { -bw * 0.18 } else { bw * 0.18 }
            });
            let edge = zone.w * 0.03;
            let x = (wanted - bw * 0.5)
                .max(edge)
                .min((zone.w - bw - edge).max(edge));
            let balloon = Zone::new(x, y, bw, bh);
            y = balloon.bottom() + size * 0.5;
            nodes.extend(self.tail(balloon, head, zone, said.thought));
            nodes.push(self.set(
                &words,
                balloon.inset_xy(px * 0.7, py * 0.5),
                size,
                Rgba::hex(0x16181d).into(),
                "speech",
            ));
        }
        nodes
    }

    /// The balloon with its tail to the speaker's head, drawn as one form.
    fn tail(
        &self,
        balloon: Zone,
        head: Option<(f32, f32)>,
        zone: Zone,
        thought: bool,
    ) -> Vec<Node> {
        let line = (zone.w.min(zone.h) * 0.008).clamp(2.0, 4.0);
        let ink = Rgba::hex(0x16181d);
        let r = (balloon.h * 0.5).min(30.0);
        let face = |zone: Zone| zone.hold(rect()).radius(r).role("balloon");
        let (tx, ty) = head.unwrap_or((balloon.center().0, balloon.bottom() + balloon.h * 0.4));
        let reach = (ty - balloon.bottom())
            .max(balloon.h * 0.12)
            .min(zone.h * 0.2);
        let (tx, ty) = (
            tx.max(zone.w * 0.04).min(zone.w * 0.96),
            balloon.bottom() + reach * 0.82,
        );
        let root = tx
            .max(balloon.x + r)
            .min((balloon.right() - r).max(balloon.x + r));
        if thought {
            let dots = [(0.35, 0.3), (0.85, 0.18)].into_iter().map(|(t, k)| {
                let d = balloon.h * k;
                let (x, y) = (
                    root + (tx - root) * t,
                    balloon.bottom() + (ty - balloon.bottom()) * t,
                );
                ellipse()
                    .bounds(x - d * 0.5, y, d, d)
                    .fill(Rgba::WHITE)
                    .stroke(ink, line)
                    .role("thought")
            });
            let mut nodes: Vec<Node> = dots.collect();
            nodes.push(face(balloon).fill(Rgba::WHITE).stroke(ink, line));
            return nodes;
        }
        let half = (balloon.w * 0.07).clamp(6.0, 16.0);
        let spike = || {
            let (left, right, top) = (root - half, root + half, balloon.bottom() - line * 1.2);
            path(
                format!("M{left} {top}L{tx} {ty}L{right} {top}Z"),
                zone.w,
                zone.h,
            )
            .bounds(0.0, 0.0, zone.w, zone.h)
            .fill(Rgba::WHITE)
        };
        vec![
            face(balloon).fill(Rgba::WHITE).stroke(ink, line),
            spike().stroke(ink, line).role("tail"),
            spike().role("tail"),
            // The seam between balloon and tail is covered.
            rect()
                .bounds(
                    root - half + line,
                    balloon.bottom() - line * 2.4,
                    2.0 * (half - line),
                    line * 1.8,
                )
                .fill(Rgba::WHITE)
                .role("tail"),
        ]
    }

    fn set(&self, words: &str, zone: Zone, size: f32, color: Color, role: &str) -> Node {
        zone.hold(col().center()).child(
            text(words)
                .font(FontRole::Heading)
                .weight(700)
                .size(size)
                .shrink(SIZE_MIN.min(size))
                .leading(1.25)
                .color(color)
                .text_align(Align::Center)
                .balance()
                .literal(true)
                .role(role)
                .max_w(zone.w),
        )
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
        let shot = if n + 1 == count && count > 3 {
            "Final shot"
        } else {
            SHOTS[n % SHOTS.len()]
        };
        nodes.push(
            low.hold(col())
                .gap(size * 0.15)
                .child(
                    text(shot)
                        .weight(700)
                        .size(size * 0.8)
                        .shrink(SIZE_MIN)
                        .color(Token::AccentText)
                        .role("shot")
                        .filler(),
                )
                .child(
                    text(capital(&panel.note))
                        .size(size)
                        .shrink(SIZE_MIN)
                        .leading(1.3)
                        .color(Token::Ink)
                        .max_w(low.w)
                        .role("note"),
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

/// The figure that speaks: the named one, else figures in turn.
fn speaker(said: &Speech, figures: &[(String, Zone)], turn: usize) -> Option<Zone> {
    let named = said
        .speaker
        .as_ref()
        .and_then(|name| figures.iter().find(|(id, _)| id.contains(name.as_str())));
    named
        .or_else(|| {
            let mut living: Vec<&(String, Zone)> = figures.iter().filter(|f| f.1.w > 8.0).collect();
            living.sort_by(|a, b| (b.1.w * b.1.h).total_cmp(&(a.1.w * a.1.h)));
            living.truncate(2);
            (!living.is_empty()).then(|| living[turn % living.len()])
        })
        .map(|f| f.1)
}

/// Offset of the part of a larger picture that a shot shows: the leading figure, and with it as many others as fit.
fn framing(
    figures: &[(String, Zone)],
    lead: Option<&str>,
    (wide, high): (f32, f32),
    (w, h): (f32, f32),
) -> (f32, f32) {
    let (slack_x, slack_y) = ((wide - w).max(0.0), (high - h).max(0.0));
    let named = |id: &String| lead.is_some_and(|noun| id.contains(noun));
    let main = figures
        .iter()
        .find(|(id, _)| named(id))
        .or_else(|| figures.first());
    let Some((_, main)) = main else {
        return (slack_x * 0.5, slack_y);
    };
    let (mut left, mut right, mut top) = (main.x, main.right(), main.y);
    for (_, zone) in figures {
        if zone.right().max(right) - zone.x.min(left) <= w * 0.94 {
            (left, right, top) = (left.min(zone.x), right.max(zone.right()), top.min(zone.y));
        }
    }
    let dx = (left + right) * 0.5 - w * 0.5;
    let dy = top - h * 0.36;
    (dx.max(0.0).min(slack_x), dy.max(0.0).min(slack_y))
}

/// Where an activity takes place, and what stands there from shot to shot.
fn activity(scene: &str) -> Option<(&'static str, &'static [&'static str])> {
    const ACTIVITIES: &[(&[&str], &str, &[&str])] = &[
        (
            &["bake", "baking", "cake"],
            "in a kitchen",
            &["a bowl", "an egg", "an oven", "a cake"],
        ),
        (
            &["cook", "cooking", "chef"],
            "in a kitchen",
            &["a pot", "a carrot", "a frying pan", "a pizza"],
        ),
        (
            &["paint", "painting", "artist"],
            "in a room",
            &[
                "a paint palette",
                "a canvas",
                "a paintbrush",
                "a picture frame",
            ],
        ),
        (
            &["study", "studying", "homework", "school", "exam"],
            "in a room",
            &["a book", "a desk", "a pencil", "a backpack"],
        ),
        (
            &["office", "work", "working", "meeting"],
            "in a room",
            &["a desk", "a laptop", "a coffee cup", "a clock"],
        ),
        (
            &["garden", "gardening", "plant"],
            "in a garden",
            &["a watering can", "a flower pot", "a sunflower", "a tree"],
        ),
        (
            &["camp", "camping", "hike", "hiking"],
            "in a forest",
            &["a tent", "a backpack", "a campfire", "a map"],
        ),
        (
            &["ski", "skiing", "snowboard", "snow"],
            "in the snow",
            &["skis", "a snowman", "a pine tree", "a cup"],
        ),
        (
            &["surf", "surfing", "beach", "swim"],
            "on a beach",
            &["a surfboard", "an umbrella", "a beach ball", "a palm tree"],
        ),
        (
            &["travel", "adventure", "journey", "quest"],
            "in the mountains",
            &["a backpack", "a map", "a tent", "a treasure chest"],
        ),
        (
            &["guitar", "band", "music", "sing"],
            "in a room",
            &["a guitar", "a microphone", "a drum", "a speaker"],
        ),
        (
            &["sleep", "sleeping", "bed", "nap"],
            "in a room",
            &["a bed", "a pillow", "an alarm clock", "a lamp"],
        ),
        (
            &["shop", "shopping", "store"],
            "on a street",
            &["a shopping bag", "a shopping cart", "a shirt", "a gift"],
        ),
        (
            &["gym", "workout", "exercise", "training"],
            "in a room",
            &["a dumbbell", "a water bottle", "a mat", "a towel"],
        ),
    ];
    let lower = scene.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    ACTIVITIES
        .iter()
        .find(|(keys, _, _)| keys.iter().any(|k| words.contains(k)))
        .map(|(_, place, things)| (*place, *things))
}

/// Makes the ids of a panel its own.
fn rename(node: &mut Node, n: usize) {
    if !node.id.is_empty() {
        node.id = format!("panel-{}-{}", n + 1, node.id);
    }
    for child in &mut node.children {
        rename(child, n);
    }
}

/// Returns the zones of the panels, in reading order.
fn zones(body: Zone, count: usize, layout: Layout, margin: f32, flip: bool) -> Vec<Zone> {
    let count = count.max(1);
    let gap = margin * if layout == Layout::Board { 0.9 } else { 0.5 };
    // As many columns as bring the panels nearest to a friendly shape.
    let wanted = if layout == Layout::Board { 1.15 } else { 1.05 };
    let columns = (1..=count)
        .min_by(|a, b| {
            let off = |columns: usize| {
                let rows = count.div_ceil(columns);
                let ratio = (body.w / columns as f32) / (body.h / rows as f32);
                let holes = (rows * columns - count) as f32 * 0.12;
                (libm::logf(ratio / wanted)).abs() + holes
            };
            off(*a).total_cmp(&off(*b))
        })
        .unwrap_or(1);
    let rows = count.div_ceil(columns);
    let h = (body.h - gap * (rows - 1) as f32) / rows as f32;
    let mut out = Vec::new();
    for row in 0..rows {
        // Rows that are not full come first, so that the page ends on a full one.
        let from = row * count / rows;
        let to = (row + 1) * count / rows;
        let n = to - from;
        let room = body.w - gap * (n - 1) as f32;
        let shares: Vec<f32> = (0..n)
            .map(|i| {
                let wide = (i + row + usize::from(flip)).is_multiple_of(2);
                if layout == Layout::Rhythm && n > 1 {
                    if wide { 1.35 } else { 1.0 }
                } else {
                    1.0
                }
            })
            .collect();
        let sum: f32 = shares.iter().sum();
        let mut x = body.x;
        for share in shares {
            let w = room * share / sum;
            out.push(Zone::new(x, body.y + (h + gap) * row as f32, w, h));
            x += w + gap;
        }
    }
    out
}
