//! The colours that things, parts, bars and words have on a picture, by the names that people give them.

use plantain_read::{Background, read};
use plantain_scene::Node;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::layout::TextRecord;
use plantain_scene::node::{Content, Paint};

use super::relations::placed;
use super::{View, fold, named};

/// Colours nearer than this go by one name.
pub(super) const NEAR: f32 = 0.34;

pub(super) fn color(name: &str) -> Option<Rgba> {
    match read(&format!("poster on a {name} background"))
        .canvas
        .background
    {
        Some(Background::Color(color)) => {
            let [r, g, b] = color.rgb;
            Some(Rgba::rgb(r, g, b))
        }
        _ => None,
    }
}

pub(super) fn far(a: Rgba, b: Rgba) -> f32 {
    let (a, b) = (a.oklch(), b.oklch());
    let turn = (a.h - b.h).abs();
    let hue = if a.c < 0.03 || b.c < 0.03 {
        if a.c < 0.05 && b.c < 0.05 { 0.0 } else { 0.3 }
    } else {
        turn.min(360.0 - turn) / 120.0
    };
    hue + (a.l - b.l).abs() * 0.8
}

/// Returns the colour by which one would call a node.
pub(super) fn look(view: &View, node: &Node) -> Option<Rgba> {
    let theme = &view.scene.theme;
    if let Content::Text(text) = &node.content {
        return Some(theme.resolve(text.color));
    }
    if let Content::Object(object) = &node.content {
        return object.tint.map(|c| theme.resolve(c)).or_else(|| {
            let [r, g, b] = plantain_art::object(&object.name)?.main_colour();
            Some(Rgba::rgb(r, g, b))
        });
    }
    match (&node.style.fill, node.facts.get("top")) {
        (_, Some(top)) => top.parse::<Color>().ok().map(|c| theme.resolve(c)),
        (Some(Paint::Color(color)), _) => Some(theme.resolve(*color)),
        // A group looks like the first of its forms.
        _ => node.children.iter().find_map(|child| look(view, child)),
    }
}

/// "duck[1].color=purple", "text.color=white".
pub(super) fn colored(rest: &str, after: &View) -> Result<(), String> {
    if let Some((what, place)) = rest.split_once(".position=") {
        return placed(after, what, place);
    }
    let (what, name) = rest.split_once(".color=").ok_or("is no check")?;
    let wanted = color(name).ok_or("is no colour")?;
    let got = if what == "text" {
        after
            .picture
            .texts
            .iter()
            .find(|t| t.literal)
            .map(|t| t.color)
    } else {
        let (noun, index) = match what.trim_end_matches(']').split_once('[') {
            Some((noun, index)) => (noun, index.parse().unwrap_or(0)),
            None => (what, 0),
        };
        let mut found: Vec<(f64, &Node)> = named(after, noun)
            .into_iter()
            .filter_map(|n| {
                Some((
                    after
                        .picture
                        .boxes
                        .iter()
                        .find(|b| b.id == n.id)?
                        .rect
                        .center()
                        .x,
                    n,
                ))
            })
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let own = found.get(index).and_then(|(_, node)| look(after, node));
        own.or_else(|| mark(after, noun, index))
            .or_else(|| part(after, noun))
            .or_else(|| lettered(after, noun))
    };
    let got = got.ok_or("is not there")?;
    if far(got, wanted) < NEAR {
        Ok(())
    } else {
        Err(format!("it is {got}"))
    }
}

/// Returns the colour of one bar or slice of a chart.
fn mark(view: &View, noun: &str, index: usize) -> Option<Rgba> {
    if !matches!(noun, "bar" | "slice" | "point") {
        return None;
    }
    let mut found = None;
    view.scene.root.visit(&mut |node| {
        if let (None, Content::Chart(spec)) = (found, &node.content) {
            let own = spec
                .series
                .first()
                .and_then(|series| series.colors.get(index).copied().or(series.color));
            found = own.map(|color| view.scene.theme.resolve(color));
        }
    });
    found
}

/// Returns the colour of a part of a drawn thing: the door of a house.
pub(super) fn part(view: &View, noun: &str) -> Option<Rgba> {
    let mut found = None;
    view.scene.root.visit(&mut |node| {
        let Content::Object(object) = &node.content else {
            return;
        };
        let own = object
            .parts
            .get(noun)
            .map(|color| view.scene.theme.resolve(*color));
        let drawn = || {
            let [r, g, b] = plantain_art::object(&object.name)?.part_colour(noun)?;
            Some(Rgba::rgb(r, g, b))
        };
        found = found.or_else(|| own.or_else(drawn));
    });
    found
}

/// Returns the colour of the text that says these words.
fn lettered(view: &View, words: &str) -> Option<Rgba> {
    let wanted = fold(words);
    let said = |text: &&TextRecord| fold(&text.text) == wanted;
    view.picture.texts.iter().find(said).map(|text| text.color)
}

pub(super) fn palette(rest: &str, after: &View) -> Result<(), String> {
    let mut seen: Vec<Rgba> = Vec::new();
    let theme = &after.scene.theme;
    let p = &theme.palette;
    seen.extend([p.canvas.0, p.surface.0, p.accent.0, p.second.0, p.ink.0]);
    after.scene.root.visit(&mut |node| {
        if let Some(Paint::Color(color)) = &node.style.fill {
            seen.push(theme.resolve(*color));
        }
    });
    for name in rest.split(' ') {
        let wanted = color(name).ok_or("is no colour")?;
        if !seen.iter().any(|c| far(*c, wanted) < NEAR) {
            return Err(format!("no {name}"));
        }
    }
    Ok(())
}
