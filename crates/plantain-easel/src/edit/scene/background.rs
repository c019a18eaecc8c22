//! What lies behind: a colour, a gradient, nothing, a picture, another place.

use base64::Engine as _;
use plantain_engine::EngineError;
use plantain_image::{Coding, EncodeOptions, Metadata, encode};
use plantain_read::{Fill, Referent, Target};
use plantain_scene::build::{rect, stack};
use plantain_scene::color::{Color, Oklch, Rgba};
use plantain_scene::node::{Content, Image, Motif, Paint, Pattern};
use plantain_scene::{Node, Token};

use super::sheet::Sheet;
use super::staging;
use super::things::backdrops;
use crate::stage::place::Place;
use crate::treatment::BACKDROP;
use crate::wardrobe::rgb;

/// Share of the canvas from which a painted box is a background.
const FULL: f32 = 0.88;

/// Sets the background; false when that is work for pixels.
pub fn set(sheet: &mut Sheet<'_>, fill: &Fill) -> Result<bool, EngineError> {
    if sheet.keep_background {
        return Err(EngineError::NothingChanged {
            why: "the background is to be kept as it is".into(),
        });
    }
    let readable = sheet.unreadable();
    let contrasts = sheet.contrasts();
    if let Fill::Scene(words) | Fill::Pattern(words, None) = fill
        && surface(sheet, words)
    {
        return Ok(true);
    }
    if tiled(sheet, fill) {
        sheet.mend(&readable, &[]);
        return Ok(true);
    }
    match fill {
        Fill::Color(color) => plain(sheet, rgb(color)),
        Fill::Gradient(colors) => {
            gradient(sheet, colors.iter().map(rgb).collect());
            unveil(sheet);
        }
        Fill::Transparent => clear(sheet),
        Fill::Blur(strength) => {
            if !staging::blur(sheet, *strength) {
                return Ok(false);
            }
        }
        Fill::Picture(n) => picture(sheet, *n)?,
        Fill::Scene(words) => staging::place(sheet, words)?,
        Fill::Pattern(word, color) => pattern(sheet, word, color.as_ref().map(rgb)),
    }
    sheet.mend(&readable, &[]);
    sheet.clear_up(&contrasts);
    Ok(true)
}

/// Lets a new ground be seen behind the words: a plain panel that holds all of them and hides most of it goes.
fn unveil(sheet: &mut Sheet<'_>) {
    /// Share of the canvas from which a panel hides the ground.
    const HIDES: f32 = 0.42;
    if sheet.stage().is_some() {
        return;
    }
    let (w, h) = sheet.size();
    let lines = sheet.lines();
    let mut panels = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        let plain = matches!(node.style.fill, Some(Paint::Color(_)));
        if plain && node.as_text().is_none() {
            panels.push(node.id.clone());
        }
    });
    for id in panels {
        let hides = sheet.rect(&id).is_some_and(|rect| {
            let most = rect.area() > w * h * HIDES && rect.area() < w * h * FULL;
            most && lines.iter().all(|line| rect.contains(&line.rect, 4.0))
        });
        if hides && let Some(node) = sheet.node_mut(&id) {
            node.style.fill = None;
            node.style.shadows.clear();
            sheet.touch();
        }
    }
}

/// Paints the ground of a design that is called by what it is: "black label", "navy cover"; false where nothing is called so.
pub fn of_the_whole(
    sheet: &mut Sheet<'_>,
    target: &Target,
    color: &plantain_read::Color,
) -> Result<bool, EngineError> {
    match names_the_whole(target) && sheet.stage().is_none() {
        true => set(sheet, &Fill::Color(color.clone())),
        false => Ok(false),
    }
}

/// Whether a target is called by what a whole design is: "the label", "our sign".
pub fn names_the_whole(target: &Target) -> bool {
    const WHOLES: &[&str] = &[
        "label",
        "sign",
        "cover",
        "tag",
        "ticket",
        "invite",
        "invitation",
        "menu",
        "sticker",
        "tile",
        "ad",
        "advert",
        "plate",
        "board",
        "certificate",
        "voucher",
        "coupon",
        "letter",
        "envelope",
        "book",
        "magazine",
        "postcard",
        "bookmark",
        "pass",
        "badge",
        "screen",
        "paper",
    ];
    let whole = match &target.what {
        Referent::Thing(noun) => WHOLES.contains(&noun.rsplit(' ').next().unwrap_or(noun)),
        _ => false,
    };
    whole && target.position.is_none() && target.by.is_none()
}

/// Paints the tile of an app icon, which is the ground of its sign; false where there is none, or the fill is no paint.
fn tiled(sheet: &mut Sheet<'_>, fill: &Fill) -> bool {
    let paint = match fill {
        Fill::Color(color) => Paint::Color(rgb(color).into()),
        Fill::Gradient(colors) => steps(&colors.iter().map(rgb).collect::<Vec<_>>()),
        _ => return false,
    };
    let icon = sheet.is_of_genre(&["AppIcon"]);
    let tiles = sheet.with_roles(&["tile"]);
    let [tile] = tiles.as_slice() else {
        return false;
    };
    let Some(node) = sheet.node_mut(&tile.id).filter(|_| icon) else {
        return false;
    };
    node.style.fill = Some(paint);
    // What played with the old colour would stand out from the new one.
    node.children.retain(|child| child.role != "ornament");
    sheet.touch();
    sheet.because("The tile has another ground; its sign stays.");
    true
}

/// One colour behind everything.
fn plain(sheet: &mut Sheet<'_>, color: Rgba) {
    if let Some(stage) = sheet.stage() {
        let mut memo = stage.memo.clone();
        memo.place = Place::Studio;
        memo.plain = Some(color);
        memo.weather = None;
        memo.ground.horizon = staging::horizon(sheet, &memo);
        sheet.repaint(&stage, &memo);
        sheet.because("A plain ground lies behind the same things now.");
        return;
    }
    ground(sheet, color);
    sheet.because("The ground has another colour; what stands on it stays.");
}

/// Puts a surface of some material behind the things of a scene; false where the words name none, or the picture is a design.
pub fn surface(sheet: &mut Sheet<'_>, words: &str) -> bool {
    let mut rng = sheet.rng.fork("surface");
    let Some((base, nodes)) =
        crate::directors::pattern::material::named_surface(words, sheet.size(), &mut rng)
            .filter(|_| sheet.stage().is_some())
    else {
        return false;
    };
    plain(sheet, base);
    let Some(id) = backdrops(&sheet.scene.root).first().cloned() else {
        return false;
    };
    let (w, h) = sheet.size();
    let node = stack().bounds(0.0, 0.0, w, h).fill(base).clip();
    if let Some(backdrop) = sheet.node_mut(&id) {
        backdrop.children = vec![node.children(nodes)];
    }
    sheet.touch();
    sheet.because(format!(
        "A surface of {words} lies behind the same things now."
    ));
    true
}

/// Makes the ground of a design darker or lighter by an amount from -1 to 1; false on a stage, whose background is work for
/// pixels.
pub fn shade(sheet: &mut Sheet<'_>, amount: f32) -> bool {
    /// From here on the ground is to be dark, or light, whatever it was.
    const OUTRIGHT: f32 = 0.5;
    if sheet.stage().is_some() || sheet.keep_background {
        return false;
    }
    let theme = sheet.scene.theme.clone();
    let old = match &sheet.scene.root.style.fill {
        Some(Paint::Color(color)) => theme.resolve(*color),
        None => theme.palette.canvas.0,
        Some(_) => return false,
    };
    let own = old.oklch();
    let lightness = match amount {
        amount if amount <= -OUTRIGHT => own.l.min(0.22),
        amount if amount >= OUTRIGHT => own.l.max(0.97),
        amount => (own.l + 0.4 * amount).clamp(0.08, 0.99),
    };
    let readable = sheet.unreadable();
    ground(sheet, Oklch::new(lightness, own.c, own.h).rgba());
    sheet.mend(&readable, &[]);
    sheet.because("The ground has another shade; what stands on it stays.");
    true
}

/// Gives the ground of a design another colour: the page, what fills it, and the theme's own ground.
pub fn ground(sheet: &mut Sheet<'_>, color: Rgba) {
    let old = sheet.scene.theme.palette.canvas.0;
    let seen = match &sheet.scene.root.style.fill {
        Some(Paint::Color(own)) => Some(sheet.scene.theme.resolve(*own)),
        Some(Paint::Pattern(pattern)) => pattern.ground.map(|own| sheet.scene.theme.resolve(own)),
        _ => None,
    };
    let full = full_bleed(sheet);
    let pictures: Vec<String> = full
        .iter()
        .filter(|id| is_picture(sheet, id))
        .cloned()
        .collect();
    for id in &pictures {
        if let Some(node) = sheet.node_mut(id) {
            tone(node, color);
        }
    }
    let theme = sheet.scene.theme.clone();
    let grounds: Vec<String> = full
        .into_iter()
        .filter(|id| !pictures.contains(id))
        .chain([sheet.scene.root.id.clone()])
        .collect();
    for id in &grounds {
        let root = *id == sheet.scene.root.id;
        if let Some(node) = sheet.node_mut(id) {
            // Rays and other figures on the ground keep their distance from it.
            let figure = !root
                && !matches!(
                    node.content,
                    Content::Frame | Content::Shape(plantain_scene::node::Shape::Rect)
                );
            if figure {
                let (from, to) = (old.oklch(), color.oklch());
                super::color::repaint(node, &|own| {
                    let own = theme.resolve(own);
                    let c = own.oklch();
                    let by = (c.l - from.l).clamp(-0.16, 0.16);
                    let by = if to.l + by > 0.97 { -by } else { by };
                    let by = if by.abs() < 0.03 { -0.05 } else { by };
                    let alpha = f32::from(own.0[3]) / 255.0;
                    Oklch::new((to.l + by).clamp(0.05, 0.98), to.c, to.h)
                        .rgba()
                        .faded(alpha)
                        .into()
                });
                continue;
            }
            match &mut node.style.fill {
                Some(Paint::Pattern(pattern)) => {
                    let ink = theme.resolve(pattern.color);
                    pattern.ground = Some(color.into());
                    pattern.color = beside(ink, color).into();
                }
                Some(fill) => *fill = color.into(),
                None if root => node.style.fill = Some(color.into()),
                None => {}
            }
        }
    }
    // Rays, dots and the like that were mixed from the old ground are mixed from the new one.
    let (from, to) = (old.oklch(), color.oklch());
    let mixed = |c: Rgba| {
        let own = c.oklch();
        let hue = (own.h - from.h).abs();
        let near = hue.min(360.0 - hue) < 30.0 || own.c < 0.02 || from.c < 0.02;
        (near && (own.l - from.l).abs() < 0.14 && (own.c - from.c).abs() < 0.09).then(|| {
            Oklch::new(
                (to.l + own.l - from.l).clamp(0.05, 0.99),
                (to.c + own.c - from.c).max(0.0),
                to.h,
            )
            .rgba()
        })
    };
    let ornaments: Vec<String> = ornaments(sheet);
    for id in ornaments {
        if let Some(node) = sheet.node_mut(&id)
            && let Some(Paint::Color(Color::Fixed(own))) = &node.style.fill
            && let Some(new) = mixed(*own)
        {
            let alpha = f32::from(own.0[3]) / 255.0;
            node.style.fill = Some(new.faded(alpha).into());
        }
    }
    // Surfaces that still stand off the new ground stay as they are, also where what was seen is not the theme's own ground.
    let palette = &mut sheet.scene.theme.palette;
    let as_before = seen.is_some_and(|seen| seen.is_dark() == color.is_dark());
    if old.is_dark() == color.is_dark() || as_before {
        palette.canvas = plantain_scene::theme::Hex(color);
        let recolored = theme.clone().recolored(Some(color), None, None).palette;
        if palette.ink.0.contrast(color) < 4.6 {
            palette.ink = recolored.ink;
        }
        if palette.muted.0.contrast(color) < 4.5 {
            palette.muted = recolored.muted;
        }
        if palette.accent_text.0.contrast(color) < 4.5 {
            palette.accent_text = recolored.accent_text;
        }
    } else {
        sheet.scene.theme = theme.recolored(Some(color), None, None);
    }
    sheet.touch();
}

/// Returns decorations that are painted flat on the ground.
fn ornaments(sheet: &Sheet<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        if matches!(
            node.role.as_str(),
            "ornament" | "ray" | "band" | "ring" | "dot" | "glow"
        ) {
            ids.push(node.id.clone());
        }
    });
    ids
}

/// Returns a colour as far from a ground as it needs to be seen on it.
fn beside(ink: Rgba, ground: Rgba) -> Rgba {
    if ink.contrast(ground) > 1.12 {
        return ink;
    }
    let g = ground.oklch();
    Oklch::new(if g.l > 0.5 { g.l - 0.08 } else { g.l + 0.08 }, g.c, g.h).rgba()
}

/// Returns the ids of the children that fill the canvas behind everything else.
pub fn full_bleed(sheet: &mut Sheet<'_>) -> Vec<String> {
    let (w, h) = sheet.size();
    let mut ids = Vec::new();
    let mut level = sheet.scene.root.clone();
    // The page may be wrapped: look below as long as there is one child that holds all.
    for _ in 0..4 {
        let mut next = None;
        for child in &level.children {
            let Some(rect) = sheet.rect(&child.id) else {
                continue;
            };
            if rect.area() < w * h * FULL {
                continue;
            }
            let mut texts = false;
            child.visit(&mut |n| texts |= n.as_text().is_some());
            if texts {
                next = Some(child.clone());
                if child.style.fill.is_some() {
                    ids.push(child.id.clone());
                }
            } else if child.style.fill.is_some()
                || !child.children.is_empty()
                || matches!(child.content, Content::Image(_))
            {
                ids.push(child.id.clone());
            }
        }
        match next {
            Some(node) => level = node,
            None => break,
        }
    }
    ids
}

fn is_picture(sheet: &Sheet<'_>, id: &str) -> bool {
    sheet.node(id).is_some_and(|node| {
        !node.children.is_empty() && {
            let mut texts = false;
            node.visit(&mut |n| texts |= n.as_text().is_some());
            !texts
        }
    })
}

/// Prints a picture in shades of one colour, lights and darks as they were.
pub fn tone(node: &mut Node, color: Rgba) {
    let mut sum = (0.0, 0.0);
    node.visit(&mut |inner| {
        if let Some(Paint::Color(Color::Fixed(c))) = &inner.style.fill {
            sum = (sum.0 + c.oklch().l, sum.1 + 1.0);
        }
    });
    let mean = sum.0 / f32::max(sum.1, 1.0);
    let to = color.oklch();
    let shade = |c: Rgba| {
        let own = c.oklch();
        let l = (to.l + (own.l - mean) * 0.55).clamp(0.06, 0.98);
        let fade = 1.0 - ((l - to.l).abs() * 0.9).min(0.7);
        let alpha = f32::from(c.0[3]) / 255.0;
        Oklch::new(l, to.c * fade, to.h).rgba().faded(alpha)
    };
    super::color::repaint(node, &|color| match color {
        Color::Fixed(rgba) => Color::Fixed(shade(rgba)),
        token => token,
    });
}

fn gradient(sheet: &mut Sheet<'_>, colors: Vec<Rgba>) {
    let Some(first) = colors.first().copied() else {
        return;
    };
    let last = colors.last().copied().unwrap_or(first);
    plain(sheet, first.mix(last, 0.5));
    lay(sheet, steps(&colors));
}

/// Returns a paint that runs from the first colour down to the last.
fn steps(colors: &[Rgba]) -> Paint {
    let n = colors.len().saturating_sub(1).max(1) as f32;
    Paint::Linear {
        angle: 180.0,
        stops: colors
            .iter()
            .enumerate()
            .map(|(i, c)| (i as f32 / n, (*c).into()))
            .collect(),
    }
}

/// Lays a paint over the whole ground.
fn lay(sheet: &mut Sheet<'_>, paint: Paint) {
    let (w, h) = sheet.size();
    if let Some(id) = backdrops(&sheet.scene.root).first().cloned() {
        if let Some(node) = sheet.node_mut(&id) {
            node.children = vec![rect().bounds(0.0, 0.0, w, h).fill(paint)];
        }
    } else {
        let full = full_bleed(sheet);
        for id in full.iter().chain([&sheet.scene.root.id.clone()]) {
            if let Some(node) = sheet.node_mut(id)
                && node.style.fill.is_some()
            {
                node.style.fill = Some(paint.clone());
            }
        }
    }
    sheet.touch();
}

fn pattern(sheet: &mut Sheet<'_>, word: &str, color: Option<Rgba>) {
    let motif = match word {
        w if w.contains("stripe") => Motif::Stripes,
        w if w.contains("check") || w.contains("gingham") || w.contains("plaid") => Motif::Checks,
        w if w.contains("zig") || w.contains("chevron") => Motif::Zigzag,
        w if w.contains("wave") => Motif::Waves,
        w if w.contains("grid") => Motif::Grid,
        w if w.contains("ray") || w.contains("sunburst") => Motif::Rays,
        w if w.contains("diagonal") => Motif::Diagonal,
        w if w.contains("cross") => Motif::Crosses,
        w if w.contains("grain") || w.contains("paper") => Motif::Grain,
        _ => Motif::Dots,
    };
    let ground = sheet.scene.theme.palette.canvas.0;
    let ink = color.unwrap_or(sheet.scene.theme.palette.accent.0);
    let plain_ground = sheet.stage().and_then(|stage| stage.memo.plain);
    let stage = sheet.stage().is_some();
    // On a plain ground that is there the pattern comes in its own colour; else the ground is a pale shade of it.
    let ground = match (stage, plain_ground) {
        (true, Some(there)) if ink.contrast(there) > 1.2 => there,
        (true, _) if ink.oklch().l > 0.9 => sheet.scene.theme.palette.accent.0,
        (true, _) => ink.mix(Rgba::WHITE, 0.72),
        (false, _) => ground,
    };
    if sheet.stage().is_some() {
        plain(sheet, ground);
    } else {
        sheet.because("A pattern lies behind everything now.");
    }
    lay(
        sheet,
        Paint::Pattern(Pattern {
            motif,
            color: ink.mix(ground, 0.45).into(),
            ground: Some(ground.into()),
            step: 44.0,
        }),
    );
}

/// Nothing behind: the picture becomes see-through where nothing stands.
pub fn clear(sheet: &mut Sheet<'_>) {
    let mut gone = backdrops(&sheet.scene.root);
    sheet.scene.root.visit(&mut |node| {
        // What things throw on a ground goes with it.
        let ground = matches!(node.role.as_str(), "scenery" | "ground-shadow");
        if ground || node.role == crate::stage::memo::FRONT {
            gone.push(node.id.clone());
        }
    });
    let full = full_bleed(sheet);
    for id in full {
        let holds = sheet.node(&id).is_some_and(|node| {
            let mut texts = false;
            node.visit(&mut |n| texts |= n.as_text().is_some());
            texts
        });
        if holds {
            if let Some(node) = sheet.node_mut(&id) {
                node.style.fill = None;
                node.style.shadows.clear();
            }
        } else {
            gone.push(id);
        }
    }
    sheet.remove(&gone);
    sheet.scene.root.style.fill = None;
    sheet.scene.canvas.transparent = true;
    sheet.touch();
    sheet.because(
        "Nothing lies behind any more: the picture is see-through around what stands on it.",
    );
}

/// Another picture behind everything.
fn picture(sheet: &mut Sheet<'_>, n: u32) -> Result<(), EngineError> {
    let node = image(sheet, n, true)?;
    let (w, h) = sheet.size();
    let node = node.bounds(0.0, 0.0, w, h).role("photo");
    if let Some(id) = backdrops(&sheet.scene.root).first().cloned() {
        if let Some(back) = sheet.node_mut(&id) {
            back.children = vec![node];
        }
        sheet.touch();
    } else {
        let root = std::mem::take(&mut sheet.scene.root);
        let mut page = root;
        page.style.fill = None;
        sheet.scene.root = stack()
            .fill(Token::Canvas)
            .child(stack().bounds(0.0, 0.0, w, h).role(BACKDROP).child(node))
            .child(page.fill_w().fill_h());
        sheet.touch();
    }
    sheet.because("The other picture lies behind everything now.");
    Ok(())
}

/// Returns a picture that was handed in as a node.
pub fn image(sheet: &Sheet<'_>, n: u32, cover: bool) -> Result<Node, EngineError> {
    let missing = || EngineError::TargetNotLocated {
        target: format!("picture {n}"),
        found: vec![format!("{} picture(s)", sheet.inputs.len())],
    };
    let input = sheet
        .inputs
        .get((n as usize).saturating_sub(1))
        .ok_or_else(missing)?;
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    let png = encode(&input.pixels, &options).map_err(|error| EngineError::Failed {
        detail: error.to_string(),
        retry_helps: false,
    })?;
    Ok(Node {
        content: Content::Image(Image {
            data: base64::engine::general_purpose::STANDARD.encode(png),
            cover,
        }),
        ..Node::default()
    })
}
