//! Switches and boxes that are on or off.

use plantain_engine::EngineError;
use plantain_read::ThemeChange;
use plantain_scene::build::ellipse;
use plantain_scene::node::Len;
use plantain_scene::{Color, Node, Token};

use super::find::fold;
use super::series;
use super::sheet::Sheet;
use super::theme;

/// Sets the switch beside a label; without one, dark mode is the manner of the picture.
pub fn set(sheet: &mut Sheet<'_>, label: &str, on: bool) -> Result<(), EngineError> {
    let wanted = fold(label);
    let line = sheet
        .lines()
        .into_iter()
        .find(|line| fold(&line.noun) == wanted);
    let missing = |sheet: &mut Sheet<'_>| EngineError::TargetNotLocated {
        target: format!("a switch beside “{label}”"),
        found: sheet.found(),
    };
    let Some(line) = line else {
        if wanted.starts_with("dark") {
            let change = ThemeChange {
                dark: Some(on),
                ..ThemeChange::default()
            };
            return theme::set(sheet, &change);
        }
        return Err(missing(sheet));
    };
    let row = series::of(sheet, &line.id).map(|series| series.asked().own.clone());
    let mut above = sheet.ancestors(&line.id);
    above.reverse();
    let holders = row
        .unwrap_or_default()
        .into_iter()
        .chain(above.into_iter().take(3));
    for holder in holders {
        let mut found = None;
        if let Some(node) = sheet.node(&holder) {
            node.visit(&mut |inner| {
                if inner.role == "toggle" && found.is_none() {
                    found = Some(inner.id.clone());
                }
            });
        }
        let Some(id) = found else { continue };
        let theme = &sheet.scene.theme;
        let off: Color = theme
            .token(Token::Line)
            .mix(theme.token(Token::Ink), 0.12)
            .into();
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        if is_on(node) == on {
            let state = if on { "on" } else { "off" };
            return Err(EngineError::NothingChanged {
                why: format!("“{label}” is {state} already"),
            });
        }
        flip(node, on, off);
        sheet.touch();
        sheet.same = vec![id];
        let state = if on { "on" } else { "off" };
        sheet.because(format!("“{label}” is {state} now."));
        return Ok(());
    }
    Err(missing(sheet))
}

/// Returns the width of a box that has one of its own.
fn width(node: &Node) -> f32 {
    match node.layout.w {
        Len::Units(w) => w,
        _ => 0.0,
    }
}

/// Whether the knob of a switch stands at its right end.
fn is_on(node: &Node) -> bool {
    let knob = node.children.iter().find_map(|child| child.layout.at);
    knob.is_some_and(|[x, _]| x > width(node) * 0.3)
}

/// Puts the knob to the other end and colours the track.
fn flip(node: &mut Node, on: bool, off: Color) {
    node.style.fill = Some(if on { Token::Accent.into() } else { off.into() });
    let whole = width(node);
    for child in &mut node.children {
        let own = width(child);
        if let Some(at) = &mut child.layout.at {
            at[0] = whole - own - at[0];
        }
    }
}

/// Makes boxes to tick a choice of one: round, and no more than one of them chosen; false where there are none.
pub fn as_radios(sheet: &mut Sheet<'_>) -> bool {
    /// Share of its side that the edge of a box is wide.
    const EDGE: f32 = 0.08;
    let boxes = sheet.with_roles(&["checkbox"]);
    let mut chosen = false;
    for own in &boxes {
        let Some(node) = sheet.node_mut(&own.id) else {
            continue;
        };
        "radio".clone_into(&mut node.role);
        node.style.radius = own.rect.w / 2.0;
        node.style.corners = None;
        let ticked = !node.children.is_empty();
        let on = ticked && !chosen;
        chosen |= on;
        let edge = if on { Token::Accent } else { Token::Muted };
        let side = own.rect.w;
        let bare = std::mem::take(node)
            .fill(Token::Surface)
            .stroke(edge, side * EDGE);
        *node = bare;
        node.children.clear();
        if on {
            let dot = ellipse()
                .size_box(side / 2.0, side / 2.0)
                .fill(Token::Accent);
            node.children.push(dot);
        }
    }
    sheet.touch();
    if !boxes.is_empty() {
        sheet.because("Of the boxes only one can be chosen now.");
    }
    !boxes.is_empty()
}
