//! The parts of a dashboard.

mod leading;
mod navigation;
mod tables;

use plantain_scene::build::{chart, col, row};
use plantain_scene::chart::{ChartKind, ChartSpec, LegendPlace};
use plantain_scene::color::{Color, Oklch, Token};
use plantain_scene::node::{Node, Place};
use plantain_scene::theme::{Theme, ink_on};

use super::content::Content;
use crate::components::data::{Stat, card, card_head, heading, stat_line, stat_tile};
use leading::spec_for;

pub(super) use leading::{hero, hero_figure, hero_label};
pub(super) use navigation::{header, rail, sidebar, topbar};
pub(super) use tables::{holdings, table_card};

/// Width of the sidebar with words, and with icons alone.
pub(super) const SIDEBAR: f32 = 208.0;
pub(super) const RAIL: f32 = 68.0;

/// Height from which a tile under others has room for its mark.
const TILE: f32 = 128.0;

/// Returns a row of tiles of one height.
pub(super) fn tiles(
    content: &Content,
    theme: &Theme,
    from: usize,
    count: usize,
    width: f32,
    height: f32,
    gap: f32,
) -> Node {
    let each = (width - gap * (count.max(1) - 1) as f32) / count.max(1) as f32;
    row()
        .fill_w()
        .h(height)
        .rigid()
        .gap(gap)
        .align(Place::Stretch)
        .children(
            content
                .tiles
                .iter()
                .skip(from)
                .take(count)
                .map(|stat| tile(content, stat, theme, (each, height)).grow(1.0)),
        )
        .role("tiles")
}

/// A tile, by the name of a card where the figures were told as cards.
pub(super) fn tile(content: &Content, stat: &Stat, theme: &Theme, (w, h): (f32, f32)) -> Node {
    let node = stat_tile(stat, theme, w, h);
    if content.carded {
        node.role("card")
    } else {
        node
    }
}

/// What holds a chart or rows: no card by name where the figures alone were told as cards.
fn panel(content: &Content, theme: &Theme) -> Node {
    if content.carded {
        card(theme).role("panel")
    } else {
        card(theme)
    }
}

/// Returns the card of the breakdown.
pub(super) fn share(content: &Content, theme: &Theme, width: f32, height: f32) -> Option<Node> {
    let (title, literal, spec) = content.share.as_ref()?;
    let mut spec = spec.clone();
    let inner = height - 48.0 - 34.0;
    let round = matches!(spec.chart, ChartKind::Pie | ChartKind::Donut);
    spec.legend = if !round {
        LegendPlace::None
    } else if width > inner * 1.35 {
        LegendPlace::Right
    } else {
        LegendPlace::Bottom
    };
    let node = chart(spec)
        .fill_w()
        .grow(1.0)
        .min_h(100.0)
        .role("breakdown");
    let head = card_head(heading(title).literal(*literal), None);
    Some(
        panel(content, theme)
            .pad(22.0)
            .gap(16.0)
            .child(head)
            .child(node)
            .filler(),
    )
}

/// Returns a card with a further given chart.
pub(super) fn chart_card(
    title: &str,
    spec: &ChartSpec,
    theme: &Theme,
    width: f32,
    height: f32,
) -> Node {
    let node = chart(spec_for(spec.clone(), true, width, height))
        .fill_w()
        .grow(1.0)
        .min_h(90.0)
        .role("chart");
    let node = if spec.given {
        node.literal(true)
    } else {
        node.filler()
    };
    let mut shown = card(theme).pad(22.0).gap(14.0);
    if !title.is_empty() {
        shown = shown.child(heading(title).literal(true));
    }
    shown.child(node)
}

/// Returns the figures under each other, `width` wide: lines of one card, or cards where they were told as cards.
pub(super) fn figures(
    content: &Content,
    theme: &Theme,
    from: usize,
    count: usize,
    width: f32,
) -> Node {
    if content.carded {
        let shown = content.tiles.iter().skip(from).take(count);
        return col()
            .fill_w()
            .gap(14.0)
            .children(shown.map(|stat| tile(content, stat, theme, (width, TILE)).grow(1.0)))
            .role("figures");
    }
    let lines = content
        .tiles
        .iter()
        .skip(from)
        .take(count)
        .map(|stat| stat_line(stat, theme).grow(1.0));
    card(theme)
        .pad_xy(22.0, 16.0)
        .gap(6.0)
        .children(lines)
        .role("figures")
}

/// Returns the accent as a gradient with the ink that reads on all of it.
pub(super) fn accent_gradient(theme: &Theme) -> (Color, Color, Color) {
    let from = theme.token(Token::Accent);
    let a = from.oklch();
    let to = Oklch::new((a.l - 0.04).max(0.0), a.c, a.h + 22.0).rgba();
    let ink = ink_on(from);
    (
        Color::Fixed(from.readable_on(ink, 4.6)),
        Color::Fixed(to.readable_on(ink, 4.6)),
        Color::Fixed(ink),
    )
}
