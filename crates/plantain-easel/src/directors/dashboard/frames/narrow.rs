//! Frames for canvases much higher or wider than usual.

use plantain_scene::build::{col, row};
use plantain_scene::node::{Node, Place};
use plantain_scene::theme::Theme;

use super::super::blocks;
use super::super::content::Content;
use super::sided::{SideCard, lead_row, side_card};
use super::{Grid, canvas, header_height, shows_table, table_height};
use crate::components::data::hairline;

/// The leading chart without its figure, which stands elsewhere.
pub(super) fn chart_only(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    if content.hero.value.is_empty() || !content.more.is_empty() {
        return lead_row(content, theme, w, h, 20.0);
    }
    let mut bare = content.clone();
    bare.hero.value.clear();
    bare.hero.label_literal = false;
    bare.hero.label = content.range.clone();
    bare.hero.value_literal = false;
    lead_row(&bare, theme, w, h, 20.0)
}

pub(super) fn tower(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid::of(w, h);
    let inner = w - 2.0 * grid.pad;
    let mut room = h - 69.0 - 2.0 * grid.pad - header_height(content, inner) - grid.gap;
    let mut page = col()
        .fill_w()
        .grow(1.0)
        .pad(grid.pad)
        .gap(grid.gap)
        .child(blocks::header(content, theme, inner));
    let columns = if inner >= 720.0 { 3 } else { 2 };
    let wanted = content
        .tiles_given
        .max(if room > 640.0 { columns } else { 2 });
    let rows = wanted.div_ceil(columns).max(1);
    let tile_h = 130.0;
    room -= rows as f32 * (tile_h + grid.gap);
    let holdings_h = content
        .holdings
        .as_ref()
        .map_or(0.0, |(_, rows)| 74.0 + rows.len() as f32 * 54.0);
    let more_h = if content.more.is_empty() { 0.0 } else { 280.0 };
    let fixed = holdings_h + more_h;
    let free = room - fixed;
    let share_h = if free >= 640.0 && content.holdings.is_none() && content.share.is_some() {
        (free * 0.34).min(300.0)
    } else {
        0.0
    };
    let table_h = if free - share_h >= 650.0 && shows_table(content) {
        (free * 0.32).min(330.0)
    } else {
        table_height(content, free - share_h, 0.0)
    };
    let hero_h = free - share_h - table_h - grid.gap * 3.0;
    page = page.child(
        row()
            .fill_w()
            .grow(1.0)
            .align(Place::Stretch)
            .child(blocks::hero(content, theme, inner, hero_h).grow(1.0)),
    );
    for r in 0..rows {
        let n = columns.min(content.tiles.len().saturating_sub(r * columns));
        page = page.child(blocks::tiles(
            content,
            theme,
            r * columns,
            n,
            inner,
            tile_h,
            grid.gap,
        ));
    }
    for (title, spec) in &content.more {
        let each = (more_h / content.more.len() as f32).max(200.0);
        page = page.child(
            blocks::chart_card(title, spec, theme, inner, each)
                .h(each)
                .rigid(),
        );
    }
    if let Some(card) = blocks::holdings(content, theme, inner, holdings_h) {
        page = page.child(card.h(holdings_h).rigid());
    }
    if share_h > 0.0
        && let Some(card) = blocks::share(content, theme, inner, share_h)
    {
        page = page.child(card.h(share_h).rigid());
    }
    if table_h > 0.0 {
        page = page.child(
            blocks::table_card(content, theme, inner, table_h)
                .h(table_h)
                .rigid(),
        );
    }
    canvas(
        col()
            .child(blocks::topbar(content, theme, w))
            .child(hairline())
            .child(page),
    )
}

pub(super) fn strip(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid {
        pad: if h < 420.0 { 20.0 } else { 28.0 },
        gap: 18.0,
    };
    let inner_h = h - 2.0 * grid.pad;
    let side_w = 260.0_f32.min(w * 0.22);
    let count = content.tiles_given.max(2).min(content.tiles.len());
    let figures_w = 320.0_f32.min(w * 0.25);
    let words = col()
        .w(side_w)
        .rigid()
        .fill_h()
        .gap(14.0)
        .justify(Place::Center)
        .child(blocks::header(content, theme, 300.0));
    let hero_w = w - 2.0 * grid.pad - side_w - figures_w - 2.0 * grid.gap;
    let figures = match side_card(content) {
        SideCard::Holdings => blocks::holdings(content, theme, figures_w, inner_h),
        _ => None,
    };
    let figures = figures.unwrap_or_else(|| blocks::figures(content, theme, 0, count, figures_w));
    let line = row()
        .fill_w()
        .fill_h()
        .pad(grid.pad)
        .gap(grid.gap)
        .align(Place::Stretch)
        .child(words)
        .child(
            row()
                .grow(1.0)
                .align(Place::Stretch)
                .child(lead_row(content, theme, hero_w, inner_h, grid.gap).grow(1.0)),
        )
        .child(figures.w(figures_w).rigid());
    canvas(line)
}
