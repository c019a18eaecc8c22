//! Pieces that are smaller than the picture: a card of its own proportions that lies on a table.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::Node;
use plantain_scene::theme::Theme;

use crate::rng::Rng;
use crate::studio::{Draft, Studio};

/// Canvases whose proportions are this near to those of the piece are the piece.
const NEAR: f32 = 1.3;
/// Share of the canvas that the piece takes at most.
const SHARE: (f32, f32) = (0.82, 0.78);
/// Logical units of the shorter side below which the piece needs all of the canvas for its text.
const SIDE_MIN: f32 = 420.0;

/// Returns the drafts of `propose` for a piece of an aspect (width divided by height).
///
/// Where the canvas has about these proportions the piece fills it. Elsewhere it is laid out at its own size and lies on a
/// ground in the theme's colours, in front of its coloured back.
pub fn on_table(
    studio: &Studio<'_>,
    aspect: f32,
    propose: impl Fn(&Studio<'_>) -> Vec<Draft>,
) -> Vec<Draft> {
    let ratio = studio.ratio();
    let transparent = studio.canvas.transparent;
    let small = studio.width.min(studio.height) < SIDE_MIN;
    if transparent || small || (ratio / aspect).max(aspect / ratio) < NEAR {
        return propose(studio);
    }
    let w = (studio.width * SHARE.0).min(studio.height * SHARE.1 * aspect);
    let piece = studio.sheet(w, w / aspect);
    let rng = studio.rng("table");
    propose(&piece)
        .into_iter()
        .map(|draft| laid(studio, draft, (piece.width, piece.height), rng.clone()))
        .collect()
}

/// Puts the piece of a draft on its table.
fn laid(studio: &Studio<'_>, mut draft: Draft, (w, h): (f32, f32), mut rng: Rng) -> Draft {
    let (x, y) = ((studio.width - w) * 0.5, (studio.height - h) * 0.5);
    let theme = &draft.theme;
    let paper = theme.token(Token::Canvas);
    let table = table(theme, paper, &mut rng);
    let unit = studio.width.min(studio.height);
    let radius = unit * 0.008;
    let shade = Color::from(Rgba::BLACK).alpha(if table.oklch().l > 0.5 { 0.2 } else { 0.5 });
    let tilt = *rng.pick(&[-7.0_f32, 6.0, -11.0]);
    let back = rect()
        .bounds(x, y, w, h)
        .fill(back_color(theme, table))
        .radius(radius)
        .rotate(tilt)
        .shadow(unit * 0.012, unit * 0.04, shade)
        .role("ornament");
    let body = std::mem::take(&mut draft.root);
    let card = stack()
        .bounds(x, y, w, h)
        .radius(radius)
        .fill(paper)
        .shadow(unit * 0.014, unit * 0.05, shade)
        .role("card")
        .child(body.bounds(0.0, 0.0, w, h).radius(radius).clip());
    let ground: Node = stack().role("page").fill_w().fill_h().gradient(
        150.0,
        table.mix(Rgba::WHITE, 0.08),
        table.mix(Rgba::BLACK, 0.05),
    );
    draft.root = ground.child(back).child(card);
    draft.because(
        "The card keeps its own proportions and lies on a table, with another one behind it.",
    )
}

/// A ground on which the paper stands out.
fn table(theme: &Theme, paper: Rgba, rng: &mut Rng) -> Rgba {
    let ink = theme.token(Token::Ink);
    let accent = theme.token(Token::Accent);
    let quiet = paper.mix(ink, 0.16);
    let tinted = paper.mix(accent, 0.3).mix(ink, 0.06);
    let choices = [quiet, tinted, paper.mix(accent, 0.16).mix(ink, 0.1)];
    *rng.pick(&choices)
}

/// The colour of the card's back: the accent, unless it would vanish in the table.
fn back_color(theme: &Theme, table: Rgba) -> Rgba {
    [Token::Accent, Token::Second, Token::Ink]
        .into_iter()
        .map(|token| theme.token(token))
        .find(|color| color.contrast(table) >= 1.7)
        .unwrap_or_else(|| theme.token(Token::Ink))
}
