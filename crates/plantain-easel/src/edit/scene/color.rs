//! Things in other colours and surfaces.

mod carriers;
pub(super) mod portions;

use plantain_engine::EngineError;
use plantain_read::{Color as Named, Referent, Target};
use plantain_scene::color::{Color, Oklch, Rgba, Token};
use plantain_scene::node::{Content, Paint};
use plantain_scene::theme::{CONTRAST_TEXT, ink_on};
use plantain_scene::{Node, Theme};

use self::carriers::carriers;
use super::sheet::{Sheet, undrawable};
use super::things::{Kind, main_fill};
use super::{background, data, staging};
use crate::wardrobe::rgb;

/// Hues closer than this, in degrees, are shades of one colour.
const FAMILY: f32 = 24.0;
/// Below this contrast writing is quiet: labels, captions.
const QUIET: f32 = 9.0;

/// Gives what the target means another colour.
pub fn set(sheet: &mut Sheet<'_>, target: &Target, colors: &[Named]) -> Result<(), EngineError> {
    let Some(first) = colors.first() else {
        return Err(EngineError::InstructionNotUnderstood {
            words: vec![target.words.clone()],
        });
    };
    let color = rgb(first);
    match &target.what {
        Referent::Background => {
            background::set(sheet, &plantain_read::Fill::Color(first.clone()))?;
            return Ok(());
        }
        Referent::Picture | Referent::Same if is_whole(sheet, target) && sheet.point.is_none() => {
            let change = plantain_read::ThemeChange {
                palette: colors.to_vec(),
                ..Default::default()
            };
            return super::theme::set(sheet, &change);
        }
        _ => {}
    }
    if data::mark_each(sheet, target, colors) || data::mark(sheet, target, first)? {
        return Ok(());
    }
    let found = match sheet.find(target) {
        Ok(found) => found,
        Err(error) => {
            if super::figure::dye(sheet, target, color) {
                sheet.because(format!("{} is {} now.", target.words, first.name));
                return Ok(());
            }
            if portions::dye(sheet, target, first) {
                return Ok(());
            }
            if let (Referent::Same, Some(old)) = (&target.what, &target.color)
                && exchange(sheet, rgb(old), color)
            {
                sheet.because(format!("What was {} is {} now.", old.name, first.name));
                return Ok(());
            }
            if let Referent::Thing(noun) = &target.what
                && (staging::tint(sheet, noun, color)
                    || staging::tint(sheet, noun.rsplit(' ').next().unwrap_or(noun), color))
            {
                sheet.because(format!("The {noun} is {} now.", first.name));
                return Ok(());
            }
            if matches!(&target.what, Referent::Thing(noun) if noun == "center")
                && data::fill_center(sheet, color)
            {
                sheet.because(format!("The middle of the chart is {} now.", first.name));
                return Ok(());
            }
            if background::of_the_whole(sheet, target, first)? {
                return Ok(());
            }
            match &target.what {
                Referent::Thing(noun) if is_mark(noun) => only_chart(sheet).ok_or(error)?,
                _ => return Err(error),
            }
        }
    };
    let found = carriers(sheet, target, found);
    let readable = sheet.unreadable();
    let before = sheet.scene.clone();
    let mut asked = Vec::new();
    for (i, thing) in found.iter().enumerate() {
        let color = colors.get(i % colors.len()).map_or(color, rgb);
        if sheet.kept.contains(&thing.id) {
            continue;
        }
        // A colour that is only named may be a deeper or a paler one where that reads; a code is what it is.
        if thing.kind == Kind::Text && first.name.starts_with('#') {
            asked.push(thing.id.clone());
        }
        let named = colors.get(i % colors.len()).unwrap_or(first);
        if portions::light(sheet, thing, named) {
            continue;
        }
        let garment = match &target.what {
            Referent::Thing(noun) => garment(noun),
            _ => None,
        };
        for id in &thing.own {
            shade_along(sheet, id, color);
            dye(sheet, id, color, garment, *id == thing.id);
        }
    }
    sheet.touch();
    // Red letters on red are mended to the shade that they have already.
    sheet.mend(&readable, &asked);
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: format!("it is {} already", first.name),
        });
    }
    let nouns = found
        .first()
        .map_or(String::new(), |t| super::things::short(&t.noun));
    sheet.because(match found.len() > 1 && colors.len() > 1 {
        true => format!("Every “{nouns}” has a colour of its own now."),
        false => format!("“{nouns}” is {} now.", first.name),
    });
    Ok(())
}

/// Lets two things, or two parts of drawings, have each other's colour.
pub fn swap(sheet: &mut Sheet<'_>, one: &Target, other: &Target) -> Result<(), EngineError> {
    let colors = (own_color(sheet, one)?, own_color(sheet, other)?);
    let named = |rgba: Rgba, of: &Target| Named {
        name: format!("the colour of “{}”", of.words),
        rgb: [rgba.0[0], rgba.0[1], rgba.0[2]],
    };
    set(sheet, one, &[named(colors.1, other)])?;
    set(sheet, other, &[named(colors.0, one)])
}

/// Returns the colour that a thing, or a part of a drawing, has now.
fn own_color(sheet: &mut Sheet<'_>, target: &Target) -> Result<Rgba, EngineError> {
    match sheet.find(target) {
        Ok(found) => {
            let color = found.iter().find_map(|thing| thing.color);
            color.ok_or_else(|| sheet.not_located(target))
        }
        Err(error) => portions::color_of(sheet, target).ok_or(error),
    }
}

/// Gives what the sheet speaks of another colour.
pub fn dye_same(sheet: &mut Sheet<'_>, color: Rgba) -> Result<(), EngineError> {
    let readable = sheet.unreadable();
    for id in sheet.same.clone() {
        dye(sheet, &id, color, None, true);
    }
    sheet.touch();
    sheet.mend(&readable, &[]);
    Ok(())
}

/// Whether a noun is what charts are drawn with.
fn is_mark(noun: &str) -> bool {
    matches!(
        noun,
        "bar" | "column" | "line" | "curve" | "area" | "dot" | "point" | "chart" | "graph"
    )
}

/// Returns the chart, when there is one.
fn only_chart(sheet: &mut Sheet<'_>) -> Option<Vec<super::things::Thing>> {
    let charts = sheet.charts();
    (charts.len() == 1).then_some(charts)
}

/// Returns which of a person's colours a garment has.
pub fn garment(noun: &str) -> Option<&'static str> {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    Some(match last {
        "shirt" | "t-shirt" | "tshirt" | "top" | "jacket" | "coat" | "sweater" | "hoodie"
        | "dress" | "blouse" | "suit" | "robe" | "uniform" | "vest" | "jersey" | "clothes"
        | "clothing" | "outfit" => "top",
        "trousers" | "pants" | "jeans" | "skirt" | "shorts" | "leggings" => "bottom",
        "shoes" | "shoe" | "boots" | "boot" | "sneakers" => "shoes",
        "hair" | "beard" => "hair",
        "hat" | "cap" | "helmet" => "hat",
        "scarf" => "scarf",
        _ => return None,
    })
}

/// Gives a node the colour; `main` for the node that is the thing itself.
fn dye(sheet: &mut Sheet<'_>, id: &str, color: Rgba, garment: Option<&str>, main: bool) {
    let theme = sheet.scene.theme.clone();
    // A box that says where a garment is: the person who wears it has the colour.
    let wearer = sheet
        .node(id)
        .and_then(|node| node.facts.get("of").cloned())
        .filter(|_| main && id.contains("-of-"));
    let id = wearer.as_deref().unwrap_or(id);
    let Some(node) = sheet.node_mut(id) else {
        return;
    };
    let half = node.role == "object-front";
    match &mut node.content {
        Content::Object(object) if main || half => {
            object.tint = Some(color.into());
            // A mark in the inks of its house: one that was asked for is its own.
            if object.manner == "stamp" {
                object.manner.clear();
            }
        }
        Content::Icon(icon) if main => icon.color = color.into(),
        Content::Text(text) if main => {
            text.color = color.into();
            text.spans.iter_mut().for_each(|span| span.color = None);
        }
        Content::Chart(spec) if main => {
            if let Some(series) = spec.series.first_mut() {
                series.color = Some(color.into());
                if !series.colors.is_empty() {
                    let n = series.colors.len();
                    series.colors = shades(color, n);
                } else if matches!(
                    spec.chart,
                    plantain_scene::chart::ChartKind::Pie | plantain_scene::chart::ChartKind::Donut
                ) {
                    series.colors = shades(color, series.values.len().max(1));
                }
            }
        }
        Content::Frame | Content::Shape(_) | Content::Path(_) if main => {
            form(node, color, garment, &theme)
        }
        _ => {}
    }
}

/// Whether the whole picture is meant: by its name, or by "it" where no one thing stands out.
fn is_whole(sheet: &mut Sheet<'_>, target: &Target) -> bool {
    target.what == Referent::Picture
        || sheet.same.is_empty()
            && !sheet
                .things()
                .iter()
                .any(|thing| thing.kind == Kind::Object)
}

/// Gives what a person wears another colour.
pub fn wear(sheet: &mut Sheet<'_>, id: &str, key: &str, color: Rgba) {
    let theme = sheet.scene.theme.clone();
    if let Some(node) = sheet.node_mut(id) {
        form(node, color, Some(key), &theme);
    }
}

/// Lets the folds of a garment that a motif is printed on go along with its cloth.
fn shade_along(sheet: &mut Sheet<'_>, id: &str, color: Rgba) {
    let cloth = |node: &Node| match &node.style.fill {
        Some(Paint::Color(Color::Fixed(rgba))) => Some(*rgba),
        _ => None,
    };
    let Some(old) = sheet
        .node(id)
        .filter(|node| node.role == "garment")
        .and_then(cloth)
    else {
        return;
    };
    let Some((parent, _)) = sheet.parent(id) else {
        return;
    };
    let Some(parent) = sheet.node_mut(&parent) else {
        return;
    };
    for fold in parent
        .children
        .iter_mut()
        .filter(|node| node.role == "shade")
    {
        let Some(was) = cloth(fold) else { continue };
        let (c, darker) = (color.oklch(), was.oklch().l - old.oklch().l);
        // On dark cloth the light makes the folds.
        let l = match c.l + darker < 0.0 {
            true => (c.l - darker * 0.4).min(1.0),
            false => c.l + darker,
        };
        fold.style.fill = Some(Color::from(Oklch::new(l, c.c, c.h).rgba()).into());
    }
}

/// Returns shades of a colour, from full to pale.
fn shades(color: Rgba, n: usize) -> Vec<Color> {
    let c = color.oklch();
    (0..n)
        .map(|i| {
            let t = i as f32 / n.max(1) as f32;
            Oklch::new(c.l + (0.93 - c.l) * t * 0.8, c.c * (1.0 - 0.6 * t), c.h)
                .rgba()
                .into()
        })
        .collect()
}

/// Recolours a drawing made of forms: a person's clothes, the paper of a sign, the fill of a card.
fn form(node: &mut Node, color: Rgba, garment: Option<&str>, theme: &Theme) {
    let own = node.style.fill.is_some();
    let known = |key: &str| {
        node.facts.get(key).and_then(|hex| match hex.parse() {
            Ok(Color::Fixed(rgba)) => Some(rgba),
            _ => None,
        })
    };
    let worn = garment.or_else(|| node.facts.contains_key("top").then_some("top"));
    if let Some(key) = worn
        && let Some(old) = known(key)
    {
        // Skin, hair and the other clothes are not to take the colour, however near theirs comes.
        let others: Vec<Rgba> = ["top", "bottom", "shoes", "hair", "hat", "scarf", "skin"]
            .iter()
            .filter(|other| **other != key)
            .filter_map(|other| known(other))
            .filter(|other| *other != old)
            .collect();
        shift_unlike(node, old, color, &others);
        node.facts.insert(key.to_owned(), color.to_string());
        return;
    }
    if own {
        node.style.fill = Some(color.into());
        for child in &mut node.children {
            // What is printed on a card fills it: that is its face.
            if child.role == "page" && child.style.fill.is_some() {
                form(child, color, None, theme);
            } else {
                reink(child, color, theme);
            }
        }
        return;
    }
    if node.children.is_empty() {
        if let Some(stroke) = &mut node.style.stroke {
            stroke.color = color.into();
        }
        return;
    }
    if let Some(old) = main_fill(node, theme) {
        shift_family(node, old, color);
    }
}

/// Gives writing on a ground that became another the ink that reads there: strong stays strong, quiet stays quiet. What
/// stands on a ground of its own keeps its colours.
fn reink(node: &mut Node, ground: Rgba, theme: &Theme) {
    if matches!(&node.style.fill, Some(Paint::Color(fill)) if theme.resolve(*fill).0[3] > 200) {
        return;
    }
    match &mut node.content {
        Content::Text(text) => {
            text.color = legible(text.color, ground, theme);
            for span in &mut text.spans {
                span.color = span.color.map(|color| legible(color, ground, theme));
            }
        }
        Content::Chart(spec) => spec.ground = Some(ground.into()),
        _ => {}
    }
    for child in &mut node.children {
        reink(child, ground, theme);
    }
}

/// Returns a colour of writing as it is on another ground: unchanged where it reads there.
fn legible(color: Color, ground: Rgba, theme: &Theme) -> Color {
    let own = theme.resolve(color);
    if own.over(ground).contrast(ground) >= CONTRAST_TEXT {
        return color;
    }
    let surface = theme.token(Token::Surface);
    let ink = ink_on(ground);
    // What was quiet on the old ground is quiet on the new one.
    let quiet = own.over(surface).contrast(surface) < QUIET;
    let pale = ink.mix(ground, 0.2);
    let new = if quiet && pale.contrast(ground) >= CONTRAST_TEXT {
        pale
    } else {
        ink
    };
    new.into()
}

/// Moves all shades of one colour in a subtree to another.
pub fn shift_family(node: &mut Node, from: Rgba, to: Rgba) {
    shift_unlike(node, from, to, &[]);
}

/// As [`shift_family`], but for shades that come nearer to one of `others`.
fn shift_unlike(node: &mut Node, from: Rgba, to: Rgba, others: &[Rgba]) {
    let far = |a: Rgba, b: Rgba| super::find::distance(a, b);
    let theirs = |c: Rgba| others.iter().any(|other| far(c, *other) < far(c, from));
    repaint(node, &|color| match color {
        Color::Fixed(rgba) if rgba == from => Color::Fixed(to),
        Color::Fixed(rgba) if theirs(rgba) => color,
        Color::Fixed(rgba) => Color::Fixed(shaded(rgba, from, to).unwrap_or(rgba)),
        token => token,
    });
}

/// Returns the shade of `to` that a shade of `from` becomes; none for another colour.
fn shaded(c: Rgba, from: Rgba, to: Rgba) -> Option<Rgba> {
    let (a, b, own) = (from.oklch(), to.oklch(), c.oklch());
    let turn = (own.h - a.h).abs();
    let near = if a.c < 0.04 {
        own.c < 0.05 && (own.l - a.l).abs() < 0.2
    } else {
        own.c > 0.02 && turn.min(360.0 - turn) < FAMILY && (own.l - a.l).abs() < 0.32
    };
    let chroma = if a.c > 0.02 { own.c / a.c * b.c } else { b.c };
    let alpha = f32::from(c.0[3]) / 255.0;
    near.then(|| {
        Oklch::new(
            (b.l + own.l - a.l).clamp(0.03, 0.99),
            chroma.min(b.c * 1.25),
            b.h,
        )
        .rgba()
        .faded(alpha)
    })
}

/// Gives all that has one colour another one, wherever it is; false where nothing has it.
fn exchange(sheet: &mut Sheet<'_>, from: Rgba, to: Rgba) -> bool {
    let (theme, before) = (sheet.scene.theme.clone(), sheet.scene.clone());
    let readable = sheet.unreadable();
    repaint(&mut sheet.scene.root, &|color| {
        shaded(theme.resolve(color), from, to).map_or(color, Color::Fixed)
    });
    sheet.touch();
    sheet.mend(&readable, &[]);
    sheet.scene != before
}

/// Gives every colour of a subtree another one.
pub fn repaint(node: &mut Node, map: &impl Fn(Color) -> Color) {
    node.visit_mut(&mut |inner| repaint_one(inner, map));
}

/// Gives every colour of one node, its children aside, another one.
pub fn repaint_one(inner: &mut Node, map: &impl Fn(Color) -> Color) {
    match &mut inner.style.fill {
        Some(Paint::Color(color)) => *color = map(*color),
        Some(Paint::Linear { stops, .. } | Paint::Radial { stops, .. }) => {
            stops.iter_mut().for_each(|(_, color)| *color = map(*color));
        }
        Some(Paint::Pattern(pattern)) => {
            pattern.color = map(pattern.color);
            pattern.ground = pattern.ground.map(map);
        }
        None => {}
    }
    if let Some(stroke) = &mut inner.style.stroke {
        stroke.color = map(stroke.color);
    }
    match &mut inner.content {
        Content::Text(text) => {
            text.color = map(text.color);
            for span in &mut text.spans {
                span.color = span.color.map(map);
            }
            text.outline = text.outline.map(|(width, color)| (width, map(color)));
        }
        Content::Icon(icon) => icon.color = map(icon.color),
        Content::Chart(spec) => {
            spec.ground = spec.ground.map(map);
            for series in &mut spec.series {
                series.color = series.color.map(map);
                series.colors.iter_mut().for_each(|c| *c = map(*c));
            }
        }
        _ => {}
    }
}

/// Gives objects another surface.
pub fn resurface(
    sheet: &mut Sheet<'_>,
    target: &Target,
    material: &str,
) -> Result<(), EngineError> {
    if target.what == Referent::Background && background::surface(sheet, material) {
        return Ok(());
    }
    let found = match sheet.find(target) {
        Err(_) if material == "wood" && super::staging::is_table(sheet, target) => {
            return Err(EngineError::NothingChanged {
                why: "the table is of wood already".into(),
            });
        }
        found => found?,
    };
    let mut done = false;
    for thing in &found {
        for id in &thing.own {
            if let Some(node) = sheet.node_mut(id)
                && let Content::Object(object) = &mut node.content
            {
                object.materials = vec![material.to_owned()];
                done = true;
            }
        }
    }
    if !done {
        return Err(undrawable(format!("{} made of {material}", target.words)));
    }
    sheet.because(format!("“{}” is {material} now.", found[0].noun));
    Ok(())
}
