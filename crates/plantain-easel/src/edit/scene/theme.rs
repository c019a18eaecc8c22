//! Colours and manner of the whole picture: dark and light, palettes, styles.

mod corners;
mod palette;

use std::collections::BTreeMap;

use plantain_engine::EngineError;
use plantain_read::{Look, ThemeChange, TimeOfDay};
use plantain_scene::color::{Color, Oklch, Rgba, Token};
use plantain_scene::node::Content;
use plantain_scene::theme::{PRESETS, Palette, preset};
use plantain_scene::{Node, Theme};

pub use self::palette::palette;
use self::palette::{hues, transferred};
use super::color::repaint_one;
use super::sheet::Sheet;
use super::{lettering, staging};
use crate::stage::manner;
use crate::treatment::{covers, treat};
use crate::wardrobe::rgb;

/// Lightness of grounds when a theme turns dark or light.
const DARK: f32 = 0.19;
const LIGHT: f32 = 0.97;
/// Roles of pictures whose colours are facts about what they show.
const PHOTOS: &[&str] = &[
    "photo",
    "avatar",
    "portrait",
    "object",
    "brand-logo",
    "flag",
];
/// Roles of decorations that a simpler picture does without.
const DECORATIONS: &[&str] = &[
    "ornament", "symbol", "glow", "ray", "confetti", "stamp", "twig", "leaf", "dot", "ripple",
    "glint",
];
/// Share of the canvas below which a form of a backdrop is a detail.
const DETAIL: f32 = 0.015;

/// Changes colours and manner of the whole picture.
pub fn set(sheet: &mut Sheet<'_>, change: &ThemeChange) -> Result<(), EngineError> {
    let before = sheet.scene.clone();
    let faults = sheet.faults();
    let lines = lines_of(sheet);
    let readable = sheet.unreadable();
    let contrasts = sheet.contrasts();
    if let Some(dark) = change.dark {
        darken(sheet, dark)?;
    }
    let styles: Vec<String> = change.styles.iter().chain(&change.moods).cloned().collect();
    if !styles.is_empty() {
        style(sheet, &styles)?;
    }
    if !change.palette.is_empty() {
        let colors: Vec<Rgba> = change.palette.iter().map(rgb).collect();
        palette(sheet, &colors);
    }
    if let Some(name) = &change.typeface {
        faces(sheet, name)?;
    }
    if let Some(times) = change.corners {
        corners::set(sheet, times);
    }
    if change.simpler || styles.iter().any(|s| s == "minimal") {
        simplify(sheet);
    }
    keep_lines(sheet, &lines);
    settle(sheet, &faults);
    sheet.mend(&readable, &[]);
    sheet.clear_up(&contrasts);
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: "it looks like that already".into(),
        });
    }
    Ok(())
}

/// Returns how many lines each text has, by its id.
fn lines_of(sheet: &mut Sheet<'_>) -> BTreeMap<String, usize> {
    let texts = &sheet.picture().texts;
    texts
        .iter()
        .map(|text| (text.id.clone(), text.lines.len()))
        .collect()
}

/// Wider faces break words onto more lines, which push away what lies below: such texts become smaller, as far as they read.
fn keep_lines(sheet: &mut Sheet<'_>, before: &BTreeMap<String, usize>) {
    const STEP: f32 = 0.94;
    const STEPS_MAX: usize = 10;
    let sizes = sheet.scene.clone();
    let broken = |sheet: &mut Sheet<'_>| -> Vec<String> {
        let now = lines_of(sheet).into_iter();
        now.filter(|(id, n)| before.get(id).is_some_and(|was| n > was))
            .map(|(id, _)| id)
            .collect()
    };
    for _ in 0..STEPS_MAX {
        let longer = broken(sheet);
        if longer.is_empty() {
            return;
        }
        for id in &longer {
            if let Some(Content::Text(text)) = sheet.node_mut(id).map(|node| &mut node.content) {
                text.size *= STEP;
                text.min_size = text.min_size.min(text.size);
            }
        }
        sheet.touch();
    }
    // What breaks all the same keeps the size that it had.
    for id in broken(sheet) {
        let mut own = None;
        sizes.root.visit(&mut |node| {
            if node.id == id {
                own = node.as_text().map(|text| (text.size, text.min_size));
            }
        });
        if let (Some((size, least)), Some(Content::Text(text))) =
            (own, sheet.node_mut(&id).map(|node| &mut node.content))
        {
            text.size = size;
            text.min_size = least;
        }
    }
    sheet.touch();
}

/// Other faces may be wider: texts that do not fit any more become smaller.
fn settle(sheet: &mut Sheet<'_>, before: &super::fit::Faults) {
    for _ in 0..8 {
        let worse: Vec<String> = sheet
            .faults()
            .into_iter()
            .filter(|fault| !before.contains(fault))
            .map(|(_, id)| id)
            .collect();
        if worse.is_empty() {
            return;
        }
        for id in &worse {
            if let Some(node) = sheet.node_mut(id)
                && let Content::Text(text) = &mut node.content
            {
                text.size = (text.size * 0.9).max(11.0);
                text.min_size = text.min_size.min(text.size * 0.8).max(text.size.min(11.0));
            }
        }
    }
}

/// Turns the picture dark or light; a stage gets night or day.
pub fn darken(sheet: &mut Sheet<'_>, dark: bool) -> Result<(), EngineError> {
    if sheet
        .stage()
        .is_some_and(|stage| stage.memo.place.is_outside())
    {
        let time = if dark {
            TimeOfDay::Night
        } else {
            TimeOfDay::Day
        };
        return staging::set(sheet, Some(time), None, None);
    }
    let theme = sheet.scene.theme.clone();
    if theme.is_dark() == dark {
        return Err(EngineError::NothingChanged {
            why: format!("it is {} already", if dark { "dark" } else { "light" }),
        });
    }
    let old = theme.palette.canvas.0.oklch();
    let l = if dark { DARK } else { LIGHT };
    let canvas = Oklch::new(l, old.c.clamp(0.008, 0.035), old.h).rgba();
    let mut new = theme.clone().recolored(Some(canvas), None, None);
    // Accents keep their hue and are lifted or lowered until they stand off the new surface.
    let accent = theme
        .palette
        .accent
        .0
        .readable_on(new.palette.surface.0, 3.0);
    if accent != theme.palette.accent.0 {
        new = theme.clone().recolored(Some(canvas), Some(accent), None);
    }
    exchange(sheet, &theme, &new, &|color| turned(color, dark));
    if let Some(stage) = sheet.stage() {
        let mut memo = stage.memo.clone();
        memo.plain = Some(turned(memo.plain.unwrap_or(Rgba::hex(0xe8e4dc)), dark));
        sheet.repaint(&stage, &memo);
    }
    sheet.because(if dark {
        "The design is dark now; accents, layout and words are the same."
    } else {
        "The design is light now; accents, layout and words are the same."
    });
    Ok(())
}

/// Returns a fixed colour in the other mode: neutrals change ends, colours keep theirs and move a little.
fn turned(color: Rgba, dark: bool) -> Rgba {
    let c = color.oklch();
    let alpha = f32::from(color.0[3]) / 255.0;
    let neutral = c.c < 0.055;
    let l = match (neutral, dark) {
        (true, true) if c.l > 0.55 => (0.16 + (1.0 - c.l) * 0.55).clamp(0.14, 0.4),
        (true, true) if c.l < 0.45 && alpha > 0.6 => 0.96 - c.l * 0.3,
        (true, false) if c.l < 0.45 => (0.985 - c.l * 0.35).clamp(0.8, 0.99),
        (true, false) if c.l > 0.55 => 0.34 - (c.l - 0.55) * 0.3,
        (false, true) if c.l > 0.82 => 0.3,
        (false, false) if c.l < 0.25 => 0.88,
        _ => c.l,
    };
    let chroma = if neutral {
        c.c
    } else {
        c.c.min(if l < 0.35 { 0.09 } else { 0.4 })
    };
    Oklch::new(l, chroma, c.h).rgba().faded(alpha)
}

/// Puts one theme in the place of another: fixed colours that are colours of the old one become those of the new one,
/// others are mapped by `map`.
fn exchange(sheet: &mut Sheet<'_>, old: &Theme, new: &Theme, map: &impl Fn(Rgba) -> Rgba) {
    let pairs = pairs(&old.palette, &new.palette);
    let swap = |color: Color| match color {
        Color::Fixed(rgba) => {
            let opaque = Rgba([rgba.0[0], rgba.0[1], rgba.0[2], 255]);
            let alpha = f32::from(rgba.0[3]) / 255.0;
            let known = pairs.iter().find(|(a, _)| *a == opaque);
            Color::Fixed(known.map_or_else(|| map(rgba), |(_, b)| b.faded(alpha)))
        }
        token => token,
    };
    fn walk(node: &mut Node, swap: &impl Fn(Color) -> Color) {
        if PHOTOS.contains(&node.role.as_str()) || node.facts.contains_key("noun") {
            return;
        }
        // A device is what it is made of, whatever its screen shows: its body, and the camera in its status bar.
        if node.role != "phone" {
            repaint_one(node, swap);
        }
        let camera = |child: &Node| {
            child.children.is_empty() && child.style.fill == Some(Rgba::BLACK.into())
        };
        let bar = node.role == "status-bar";
        for child in node
            .children
            .iter_mut()
            .filter(|child| !(bar && camera(child)))
        {
            walk(child, swap);
        }
    }
    walk(&mut sheet.scene.root, &swap);
    let manner = sheet.scene.theme.manner.clone();
    sheet.scene.theme = new.clone();
    if sheet.scene.theme.manner.is_empty() {
        sheet.scene.theme.manner = manner;
    }
    sheet.touch();
}

/// Returns the colours of two palettes role by role.
fn pairs(old: &Palette, new: &Palette) -> Vec<(Rgba, Rgba)> {
    let list = |p: &Palette| {
        let mut list = vec![
            p.canvas,
            p.surface,
            p.sunken,
            p.ink,
            p.muted,
            p.line,
            p.accent,
            p.accent_ink,
            p.accent_soft,
            p.accent_text,
            p.second,
            p.second_ink,
        ];
        list.extend(p.series.iter().copied());
        list
    };
    list(old)
        .into_iter()
        .zip(list(new))
        .map(|(a, b)| (a.0, b.0))
        .collect()
}

/// Puts the picture into another style.
fn style(sheet: &mut Sheet<'_>, styles: &[String]) -> Result<(), EngineError> {
    let words = styles.join(", ");
    let look = Look {
        styles: styles.to_vec(),
        ..Look::default()
    };
    let whole = manner::whole(&look, &words);
    if sheet.stage().is_some() || is_drawing(sheet) {
        return drawn(sheet, styles, whole, &words);
    }
    let theme = sheet.scene.theme.clone();
    let found = styles.iter().find_map(|style| {
        preset(style).or_else(|| PRESETS.iter().find(|p| p.words.contains(&style.as_str())))
    });
    let Some(found) = found else {
        if covers(whole) {
            return drawn(sheet, styles, whole, &words);
        }
        return Err(EngineError::InstructionNotUnderstood {
            words: styles.to_vec(),
        });
    };
    let new = found.theme();
    let to: Vec<Rgba> = {
        let p = &new.palette;
        let mut to = vec![p.accent.0, p.second.0];
        to.extend(p.series.iter().map(|c| c.0).take(4));
        to.dedup();
        to
    };
    let (from, ink, canvas) = (hues(sheet), new.palette.ink.0, new.palette.canvas.0);
    let flips = theme.is_dark() != new.is_dark();
    exchange(sheet, &theme, &new, &|color| {
        let color = if flips {
            turned(color, new.is_dark())
        } else {
            color
        };
        transferred(color, &from, &to, ink, canvas)
    });
    reform(sheet, &theme, &new);
    if is_hand(whole) || is_hand(&words) {
        wireframe(sheet);
    }
    if covers(whole) {
        treat_pictures(sheet, whole);
    }
    sheet.because(format!(
        "Colours, letters and forms are those of the “{}” style; content and order are the same.",
        new.name
    ));
    Ok(())
}

fn is_hand(words: &str) -> bool {
    ["sketch", "hand-drawn", "wireframe", "doodle"]
        .iter()
        .any(|w| words.contains(w))
}

/// Whether the picture is drawn rather than set: nothing on it but objects.
fn is_drawing(sheet: &mut Sheet<'_>) -> bool {
    let texts = sheet.picture().texts.len();
    texts == 0 && !sheet.things().is_empty()
}

/// Draws a scene in another manner.
fn drawn(
    sheet: &mut Sheet<'_>,
    styles: &[String],
    whole: &str,
    words: &str,
) -> Result<(), EngineError> {
    let (w, h) = sheet.size();
    undo_treatment(&mut sheet.scene.root);
    if covers(whole) {
        let root = std::mem::take(&mut sheet.scene.root);
        sheet.scene.root = treat(root, whole, w, h);
        whole.clone_into(&mut sheet.scene.theme.manner);
        sheet.touch();
        sheet.because(format!("The same picture is drawn as {words}."));
        return Ok(());
    }
    const PLAIN: &[&str] = &[
        "minimal", "flat", "vector", "cartoon", "modern", "playful", "kawaii",
    ];
    if styles.iter().any(|s| PLAIN.contains(&s.as_str())) {
        sheet.scene.theme.manner.clear();
        set_manner(sheet, "");
        sheet.because(format!("The same things are drawn as {words}."));
        return Ok(());
    }
    if whole == "silhouette" || whole == "line" {
        set_manner(sheet, whole);
        sheet.because(format!("The same things are drawn as {words}."));
        return Ok(());
    }
    Err(super::sheet::undrawable(format!("the style “{words}”")))
}

fn set_manner(sheet: &mut Sheet<'_>, manner: &str) {
    sheet.touch().root.visit_mut(&mut |node| {
        if let Content::Object(object) = &mut node.content {
            manner.clone_into(&mut object.manner);
        }
    });
}

/// Takes the look of the whole picture off again.
fn undo_treatment(root: &mut Node) {
    let mut children = Vec::new();
    for mut child in std::mem::take(&mut root.children) {
        if child.role == "treatment" {
            children.append(&mut child.children);
        } else {
            child.style.effect = None;
            children.push(child);
        }
    }
    root.children = children;
}

/// Lays a manner over the pictures of a design; its words stay crisp.
fn treat_pictures(sheet: &mut Sheet<'_>, manner: &str) {
    let (w, h) = sheet.size();
    fn walk(node: &mut Node, manner: &str, w: f32, h: f32) {
        for child in &mut node.children {
            let mut texts = false;
            child.visit(&mut |n| texts |= n.as_text().is_some());
            let picture = matches!(
                child.role.as_str(),
                "picture" | "art" | "illustration" | "hero-art"
            );
            if picture && !texts {
                let whole = std::mem::take(child);
                *child = treat(whole, manner, w, h);
            } else {
                walk(child, manner, w, h);
            }
        }
    }
    walk(&mut sheet.scene.root, manner, w, h);
    sheet.touch();
}

/// Gives corners, borders and lifts of the old theme those of the new one.
fn reform(sheet: &mut Sheet<'_>, old: &Theme, new: &Theme) {
    let near = |a: f32, b: f32| b > 0.0 && (a - b).abs() < 0.6;
    sheet.touch().root.visit_mut(&mut |node| {
        let style = &mut node.style;
        if near(style.radius, old.radius) {
            style.radius = new.radius;
        } else if near(style.radius, old.radius * 0.6) || near(style.radius, old.radius * 0.5) {
            style.radius = new.radius * 0.6;
        }
        if let Some(stroke) = &mut style.stroke
            && near(stroke.width, old.border)
            && new.border > 0.0
        {
            stroke.width = new.border;
        }
        if new.elevation == 0 {
            style.shadows.clear();
        }
    });
}

/// Outlines in place of fills, as on a paper sketch.
fn wireframe(sheet: &mut Sheet<'_>) {
    let (w, h) = sheet.size();
    let boxes: Vec<(String, f32)> = sheet
        .picture()
        .boxes
        .iter()
        .map(|own| (own.id.clone(), own.rect.area() as f32))
        .collect();
    for (id, area) in boxes {
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let full = area > w * h * 0.8;
        let part = matches!(node.content, Content::Frame) && node.style.fill.is_some();
        if !part || full || PHOTOS.contains(&node.role.as_str()) {
            continue;
        }
        if node.style.stroke.is_none() && area > 900.0 {
            node.style.stroke = Some(plantain_scene::node::Stroke {
                color: Token::Ink.into(),
                width: 2.0,
                dash: None,
                round: true,
            });
        }
        node.style.shadows.clear();
    }
}

/// Sets the whole picture in another face.
fn faces(sheet: &mut Sheet<'_>, name: &str) -> Result<(), EngineError> {
    let Some(family) = lettering::family(name) else {
        return Err(EngineError::InstructionNotUnderstood {
            words: vec![name.to_owned()],
        });
    };
    let fonts = &mut sheet.scene.theme.fonts;
    for spec in [
        &mut fonts.display,
        &mut fonts.heading,
        &mut fonts.body,
        &mut fonts.accent,
    ] {
        family.clone_into(&mut spec.family);
        spec.tracking = 0.0;
    }
    sheet.touch();
    sheet.because(format!("All words are set in {family}."));
    Ok(())
}

/// Takes away what only adorns.
fn simplify(sheet: &mut Sheet<'_>) {
    let (w, h) = sheet.size();
    let mut gone = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        if DECORATIONS.contains(&node.role.as_str()) {
            gone.push(node.id.clone());
        }
    });
    let areas: std::collections::BTreeMap<String, f32> = sheet
        .picture()
        .boxes
        .iter()
        .map(|own| (own.id.clone(), own.rect.area() as f32))
        .collect();
    for id in super::things::backdrops(&sheet.scene.root) {
        let Some(node) = sheet.node(&id) else {
            continue;
        };
        for child in &node.children {
            let small = areas
                .get(&child.id)
                .is_some_and(|area| *area < w * h * DETAIL);
            // Tufts of grass and the like are one path over the whole ground.
            let many = matches!(&child.content, Content::Path(p) if p.d.matches('M').count() > 12);
            if small || many {
                gone.push(child.id.clone());
            }
        }
    }
    if gone.is_empty() && sheet.stage().is_none() {
        return;
    }
    sheet.remove(&gone);
    if let Some(stage) = sheet.stage()
        && gone.is_empty()
    {
        let mut memo = stage.memo.clone();
        memo.place = crate::stage::place::Place::Studio;
        memo.ground.horizon = staging::horizon(sheet, &memo);
        sheet.repaint(&stage, &memo);
    }
    sheet.touch();
    sheet.because("Decoration and small details are gone; what the picture is about stays.");
}
