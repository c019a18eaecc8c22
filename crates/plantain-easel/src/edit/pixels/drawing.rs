//! What easel draws for a picture: scenes behind it, objects and texts on it.

use plantain_core::{Mask, Pixels};
use plantain_engine::{EngineError, Job, Note};
use plantain_read::{LetterCase, Role, TypeSetting, read};
use plantain_retouch::{apply, geometry, region};
use plantain_scene::build::{col, stack, text};
use plantain_scene::draw::rasterize;
use plantain_scene::layout::{Picture, TextRecord, layout};
use plantain_scene::node::{Content, FontRole, Place, Stroke};
use plantain_scene::theme::{CONTRAST_LARGE, CONTRAST_TEXT, ink_on, preset};
use plantain_scene::{Canvas, Color, Node, Rgba, Scene};

use crate::plan::{Ask, Plan, plan};

/// A drawing, and what could not be drawn as asked.
pub struct Drawn {
    pub pixels: Pixels,
    pub notes: Vec<Note>,
}

/// Returns a scene that fills a size.
pub fn scene(prompt: &str, size: (u32, u32), job: &Job, words: &str) -> Result<Drawn, EngineError> {
    let planned = planned(prompt, Canvas::new(size.0, size.1), job, words)?;
    let rgba = rasterize(&planned.picture, planned.scene.canvas);
    Ok(Drawn {
        pixels: apply::pixels(size.0, size.1, rgba),
        notes: vec![illustrated(prompt)],
    })
}

/// Returns an object alone, cut to what there is of it.
pub fn object(prompt: &str, side: u32, job: &Job, words: &str) -> Result<Drawn, EngineError> {
    let canvas = Canvas {
        transparent: true,
        ..Canvas::new(side.clamp(64, 2048), side.clamp(64, 2048))
    };
    let planned = planned(prompt, canvas, job, words)?;
    // The plan knows the drawing, its colour and its surface; the place around it stays behind.
    let nouns: Vec<String> = read(prompt)
        .objects
        .into_iter()
        .map(|object| object.noun)
        .collect();
    let mut found = None;
    planned.scene.root.visit(&mut |node| {
        if let Content::Object(object) = &node.content
            && found.is_none()
            && nouns
                .iter()
                .any(|noun| object.name == *noun || object.name.contains(noun.as_str()))
        {
            found = Some(object.clone());
        }
    });
    let object = found.ok_or_else(|| beyond(words))?;
    let (width, height) = canvas.logical();
    let node = Node {
        content: Content::Object(object),
        ..Node::default()
    }
    .bounds(width * 0.04, height * 0.04, width * 0.92, height * 0.92);
    let mut scene = Scene {
        root: stack().size_box(width, height).child(node),
        ..planned.scene
    };
    scene.assign_ids();
    let rgba = rasterize(&layout(&scene), canvas);
    let drawn = apply::pixels(canvas.width, canvas.height, rgba);
    let mask = Mask {
        width: drawn.width,
        height: drawn.height,
        coverage: drawn.rgba.chunks_exact(4).map(|p| p[3]).collect(),
    };
    let Some([left, top, right, bottom]) = region::bounds(&mask) else {
        return Err(beyond(words));
    };
    let spot = [left, top, right - left, bottom - top].map(|v| v as u32);
    Ok(Drawn {
        pixels: geometry::cropped(&drawn, spot),
        notes: vec![illustrated(prompt)],
    })
}

fn illustrated(prompt: &str) -> Note {
    Note::new(
        "drawn",
        format!("\"{prompt}\" was drawn as an illustration, not photographed."),
    )
}

fn beyond(words: &str) -> EngineError {
    EngineError::EditNeedsGenerativeEngine {
        what: vec![words.to_owned()],
    }
}

fn planned(prompt: &str, canvas: Canvas, job: &Job, words: &str) -> Result<Plan, EngineError> {
    let brief = read(prompt);
    let ask = Ask {
        canvas,
        seed: job.seed.0,
        filler: false,
    };
    let planned = plan(&brief, ask).map_err(|_| beyond(words))?;
    // A stand-in for an unknown thing helps nobody on a photograph.
    let unknown = |note: &crate::Note| matches!(note.code, "unknown_object" | "likeness");
    if planned.notes.iter().any(unknown) {
        return Err(beyond(words));
    }
    Ok(planned)
}

/// Letters on a badge are at least this high, pixels.
const LETTERS_MIN: f32 = 7.0;

/// Where a text goes.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Left, top, width and height in pixels.
    pub frame: [u32; 4],
    /// Shares of the frame: 0 is left and top.
    pub anchor: [f32; 2],
}

/// Returns `pixels` with a text set inside a spot, as large as its role wants and the spot allows.
///
/// The colour is the one that was asked for, or black or white, whichever reads better there. Where neither reads well
/// the text gets a ground of its own.
pub fn lettered(
    pixels: &Pixels,
    words: &str,
    role: Role,
    setting: &TypeSetting,
    spot: Spot,
) -> Result<Pixels, EngineError> {
    let canvas = Canvas {
        transparent: true,
        ..Canvas::new(pixels.width, pixels.height)
    };
    let look = Legibility::of(pixels, spot);
    let ink = setting
        .color
        .as_ref()
        .map_or_else(|| look.ink(), |c| Rgba([c.rgb[0], c.rgb[1], c.rgb[2], 255]));
    // Large letters and bold ones are read at less contrast.
    let large = setting.scale.is_some_and(|times| times > 1.2);
    let strong = large || setting.bold == Some(true) || matches!(role, Role::Title | Role::Price);
    let enough = if strong {
        CONTRAST_LARGE
    } else {
        CONTRAST_TEXT
    };
    let mut share = match role {
        Role::Title | Role::Text | Role::Price | Role::Brand => 0.1,
        Role::Subtitle | Role::Badge | Role::Button | Role::Date => 0.065,
        _ => 0.045,
    } * setting.scale.unwrap_or(1.0).clamp(0.2, 6.0);
    // Long texts begin smaller; what does not fit is set smaller still.
    // A line that would be broken by little is set a little smaller instead.
    let letters = words.chars().count().max(1) as f32;
    share = share.min((1.15 / letters).max(share * 0.5));
    for _ in 0..8 {
        let scene = label(words, setting, spot, canvas, (share, ink, None))?;
        let mut picture = layout(&scene);
        if !picture.texts.iter().any(|text| text.overflow) {
            if !stands_out(pixels, &picture, canvas, ink, enough) {
                let ground = match ink.luminance() > 0.18 {
                    true => Rgba::BLACK,
                    false => Rgba::WHITE,
                };
                let ground = Some(ground.faded(0.72));
                picture = layout(&label(words, setting, spot, canvas, (share, ink, ground))?);
            }
            let rgba = rasterize(&picture, canvas);
            let drawn = apply::pixels(pixels.width, pixels.height, rgba);
            return Ok(plantain_retouch::compose::over(pixels, &drawn, 0, 0));
        }
        share *= 0.8;
    }
    Err(EngineError::DoesNotFit { smallest: None })
}

/// Whether letters are read against what lies behind them.
fn stands_out(pixels: &Pixels, picture: &Picture, canvas: Canvas, ink: Rgba, enough: f32) -> bool {
    picture.texts.iter().all(|text| {
        let side = |v: f64, size: u32| ((v * f64::from(canvas.unit)).max(0.0) as u32).min(size);
        let (w, h) = (pixels.width, pixels.height);
        let across = (side(text.rect.x0, w), side(text.rect.x1, w));
        let down = (side(text.rect.y0, h), side(text.rect.y1, h));
        Legibility::within(pixels, across, down).worst(ink) >= enough
    })
}

/// A form of one colour with words on it.
#[derive(Debug, Clone)]
pub struct Badge {
    /// May be empty.
    pub words: String,
    pub ground: [u8; 3],
    /// Round as a seal, else a pill.
    pub round: bool,
    /// Left, top and side of the square that it fills, pixels.
    pub frame: [f32; 3],
}

/// Returns a badge alone, on a see-through canvas as large as `pixels`.
pub fn badge(pixels: &Pixels, badge: &Badge) -> Result<Pixels, EngineError> {
    let canvas = Canvas {
        transparent: true,
        ..Canvas::new(pixels.width, pixels.height)
    };
    let [x, y, side] = badge.frame.map(|v| v / canvas.unit);
    let [r, g, b] = badge.ground;
    let ground = Rgba([r, g, b, 255]);
    let ink = ink_on(ground);
    let (h, top) = if badge.round {
        (side, y)
    } else {
        (side * 0.36, y + side * 0.32)
    };
    let mut size = h * 0.3;
    loop {
        let mut form = col()
            .bounds(x, top, side, h)
            .radius(h / 2.0)
            .fill(Color::Fixed(ground))
            .pad_xy(side * 0.1, h * 0.08)
            .center();
        form.style.stroke = Some(Stroke {
            color: Color::Fixed(ink.mix(ground, 0.25)),
            width: side * 0.014,
            dash: None,
            round: true,
        });
        if !badge.words.is_empty() {
            let words = text(badge.words.clone())
                .size(size)
                .font(FontRole::Display)
                .weight(700)
                .color(Color::Fixed(ink))
                .centered()
                .literal(true)
                .fill_w();
            form = form.child(words);
        }
        let scene = alone(form, canvas)?;
        let picture = layout(&scene);
        let box_of = |text: &TextRecord| text.overflow || text.rect.height() as f32 > h * 0.84;
        if !picture.texts.iter().any(box_of) {
            let rgba = rasterize(&picture, canvas);
            return Ok(apply::pixels(pixels.width, pixels.height, rgba));
        }
        size *= 0.88;
        if size * canvas.unit < LETTERS_MIN {
            return Err(EngineError::DoesNotFit { smallest: None });
        }
    }
}

/// A scene of one node.
fn alone(node: Node, canvas: Canvas) -> Result<Scene, EngineError> {
    let preset = preset("modern")
        .or_else(|| plantain_scene::theme::PRESETS.first())
        .ok_or_else(|| EngineError::unsupported("easel", "set type"))?;
    let (width, height) = canvas.logical();
    let mut scene = Scene {
        version: plantain_scene::scene::SCENE_VERSION,
        canvas,
        theme: preset.theme(),
        language: String::new(),
        direction: plantain_scene::scene::Direction::default(),
        title: String::new(),
        alt: String::new(),
        root: stack().size_box(width, height).child(node),
    };
    scene.assign_ids();
    Ok(scene)
}

fn label(
    words: &str,
    setting: &TypeSetting,
    spot: Spot,
    canvas: Canvas,
    (share, ink, ground): (f32, Rgba, Option<Rgba>),
) -> Result<Scene, EngineError> {
    let [x, y, w, h] = spot.frame.map(|v| v as f32 / canvas.unit);
    let size = (w.min(h * 2.0).min(w.max(h)) * share).max(11.0);
    let margin = (w.min(h) * 0.05).min(48.0);
    let place = |share: f32| match share {
        s if s < 0.34 => Place::Start,
        s if s > 0.66 => Place::End,
        _ => Place::Center,
    };
    let cased = match setting.case {
        Some(LetterCase::Upper) => words.to_uppercase(),
        Some(LetterCase::Lower) => words.to_lowercase(),
        _ => words.to_owned(),
    };
    let mut letters = text(cased)
        .size(size)
        .font(match setting.typeface.as_deref() {
            Some("mono") => FontRole::Mono,
            Some("script") => FontRole::Accent,
            _ => FontRole::Display,
        })
        .weight(if setting.bold == Some(false) {
            400
        } else {
            700
        })
        .color(Color::Fixed(ink))
        .literal(true);
    letters = match place(spot.anchor[0]) {
        Place::Center => letters.centered(),
        Place::End => letters.text_align(plantain_scene::node::Align::End),
        _ => letters,
    };
    if setting.italic == Some(true) {
        letters = letters.italic();
    }
    if setting.underline == Some(true) {
        letters = letters.set_text(|t| t.underline = true);
    }
    let mut plate = col().child(letters).max_w(w - 2.0 * margin);
    if let Some(ground) = ground {
        plate = plate
            .pad_xy(size * 0.4, size * 0.2)
            .radius(size * 0.2)
            .fill(Color::Fixed(ground));
    }
    let frame = col()
        .bounds(x, y, w, h)
        .pad(margin)
        .justify(place(spot.anchor[1]))
        .align(place(spot.anchor[0]))
        .child(plate);
    alone(frame, canvas)
}

/// How light the picture is where a text goes.
struct Legibility {
    /// Relative luminances at the dark and at the light end of what is there.
    dark: f32,
    light: f32,
}

impl Legibility {
    fn of(pixels: &Pixels, spot: Spot) -> Self {
        let [x, y, w, h] = spot.frame;
        // The part of the frame that the text will stand in: a line in its middle may run from side to side.
        let part = |start: u32, (length, share): (u32, f32), anchor: f32, size: u32| {
            let part = (length as f32 * share).max(1.0);
            let from = start as f32 + (length as f32 - part) * anchor;
            (
                (from as u32).min(size - 1),
                ((from + part) as u32).clamp(1, size),
            )
        };
        let across = if spot.anchor[0] == 0.5 { 1.0 } else { 0.5 };
        let (top, bottom) = part(y, (h, 0.4), spot.anchor[1], pixels.height);
        let (left, right) = part(x, (w, across), spot.anchor[0], pixels.width);
        Self::within(pixels, (left, right), (top, bottom))
    }

    /// Of the pixels between two columns and two rows, the second of each not included.
    fn within(pixels: &Pixels, (left, right): (u32, u32), (top, bottom): (u32, u32)) -> Self {
        let (right, bottom) = (right.max(left + 1), bottom.max(top + 1));
        let mut values = Vec::new();
        let step = (((right - left) * (bottom - top)) / 20_000).max(1);
        for i in (0..(right - left) * (bottom - top).max(1)).step_by(step as usize) {
            let (px, py) = (left + i % (right - left), top + i / (right - left));
            if py < pixels.height && px < pixels.width {
                let at = pixels.offset(px, py);
                let p = &pixels.rgba[at..at + 4];
                // On see-through ground the page is most likely white.
                values.push(Rgba([p[0], p[1], p[2], p[3]]).over(Rgba::WHITE).luminance());
            }
        }
        values.sort_by(f32::total_cmp);
        let at = |share: f32| {
            values
                .get(((values.len().max(1) - 1) as f32 * share) as usize)
                .copied()
                .unwrap_or(1.0)
        };
        Self {
            dark: at(0.06),
            light: at(0.94),
        }
    }

    fn ink(&self) -> Rgba {
        if self.worst(Rgba::WHITE) >= self.worst(Rgba::BLACK) {
            Rgba::WHITE
        } else {
            Rgba([17, 17, 17, 255])
        }
    }

    /// The lowest contrast of an ink with what is there.
    fn worst(&self, ink: Rgba) -> f32 {
        let own = ink.luminance();
        if (self.dark..=self.light).contains(&own) {
            return 1.0;
        }
        let contrast = |other: f32| (own.max(other) + 0.05) / (own.min(other) + 0.05);
        contrast(self.dark).min(contrast(self.light))
    }
}

/// Returns a band with words on it, from edge to edge of a see-through canvas as large as `pixels`. Without a colour of its
/// own it is a dark veil.
pub fn band(
    pixels: &Pixels,
    words: &str,
    color: Option<[u8; 3]>,
    head: bool,
) -> Result<Pixels, EngineError> {
    const SHARE: f32 = 0.13;
    const VEIL: f32 = 0.62;
    let canvas = Canvas {
        transparent: true,
        ..Canvas::new(pixels.width, pixels.height)
    };
    let (w, h) = canvas.logical();
    let tall = SHARE * w.min(h);
    let top = if head { 0.0 } else { h - tall };
    let ground = color.map_or(Rgba::BLACK.faded(VEIL), |[r, g, b]| Rgba([r, g, b, 255]));
    let ink = if color.is_some() {
        ink_on(ground)
    } else {
        Rgba::WHITE
    };
    let mut size = tall * 0.42;
    loop {
        let line = text(words.to_owned())
            .size(size)
            .font(FontRole::Heading)
            .weight(600)
            .color(Color::Fixed(ink))
            .centered()
            .literal(true)
            .fill_w();
        let form = col()
            .bounds(0.0, top, w, tall)
            .fill(Color::Fixed(ground))
            .pad_xy(tall * 0.4, tall * 0.1)
            .center()
            .child(line);
        let scene = alone(form, canvas)?;
        let picture = layout(&scene);
        let box_of = |text: &TextRecord| text.overflow || text.rect.height() as f32 > tall * 0.86;
        if !picture.texts.iter().any(box_of) {
            let rgba = rasterize(&picture, canvas);
            return Ok(apply::pixels(pixels.width, pixels.height, rgba));
        }
        size *= 0.88;
        if size * canvas.unit < LETTERS_MIN {
            return Err(EngineError::DoesNotFit { smallest: None });
        }
    }
}
