//! Frames that one thing leads: navigation across the top, a big number, a panel.

use plantain_scene::build::{col, row, spacer, text};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::super::blocks;
use super::super::content::Content;
use super::narrow::chart_only;
use super::sided::{SideCard, lead_row, side, side_card};
use super::{Grid, canvas, header_height, shows_table, table_height, tile_rows};
use crate::components::data::hairline;

pub(super) fn top_nav(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid::of(w, h);
    let inner = w - 2.0 * grid.pad;
    let room = h - 69.0 - 2.0 * grid.pad - header_height(content, inner) - grid.gap;
    let right = (inner - grid.gap) * 0.32;
    let left = inner - grid.gap - right;
    let count = content.tiles_given.max(3).min(content.tiles.len());
    let each = if content.carded { 132.0 } else { 58.0 };
    let figures_h = count as f32 * each + 32.0;
    let beside_h = room - figures_h - grid.gap;
    let mut column = col().w(right).rigid().gap(grid.gap);
    let figures = blocks::figures(content, theme, 0, count, right);
    // The table has its place below the chart.
    let beside = match side_card(content) {
        SideCard::Table => None,
        which => side(content, theme, which, right, beside_h),
    };
    if let (Some(card), true) = (beside, beside_h >= 230.0) {
        column = column
            .child(figures.h(figures_h).rigid())
            .child(card.grow(1.0));
    } else if let (Some(card), true) = (
        blocks::holdings(content, theme, right, room * 0.55),
        content.holdings.is_some(),
    ) {
        column = column.child(card.grow(1.2)).child(figures.grow(1.0));
    } else {
        column = column.child(figures.grow(1.0));
    }
    let mut body = col().grow(1.0).gap(grid.gap);
    let below = if room >= 540.0 && shows_table(content) {
        (room * 0.4).clamp(220.0, 320.0)
    } else {
        table_height(content, room, 0.0)
    };
    if below > 0.0 {
        body = body
            .child(lead_row(content, theme, left, room - below - grid.gap, grid.gap).grow(1.0))
            .child(
                blocks::table_card(content, theme, left, below)
                    .h(below)
                    .rigid(),
            );
    } else {
        body = body.child(lead_row(content, theme, left, room, grid.gap).grow(1.0));
    }
    let page = col()
        .fill_w()
        .grow(1.0)
        .pad(grid.pad)
        .gap(grid.gap)
        .child(blocks::header(content, theme, inner))
        .child(
            row()
                .fill_w()
                .grow(1.0)
                .gap(grid.gap)
                .align(Place::Stretch)
                .child(body)
                .child(column),
        );
    canvas(
        col()
            .child(blocks::topbar(content, theme, w))
            .child(hairline())
            .child(page),
    )
}

pub(super) fn big_number(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid::of(w, h);
    let inner = w - 2.0 * grid.pad;
    let (count, rows) = tile_rows(content, inner, 4);
    let tile_h = if h < 700.0 || rows > 1 { 104.0 } else { 126.0 };
    let mut room = h - 69.0 - 2.0 * grid.pad - header_height(content, inner) - grid.gap;
    let mut page = col()
        .fill_w()
        .grow(1.0)
        .pad(grid.pad)
        .gap(grid.gap)
        .child(blocks::header(content, theme, inner));
    let holdings_h = content
        .holdings
        .as_ref()
        .map_or(0.0, |(_, rows)| 74.0 + rows.len() as f32 * 44.0);
    let tiles_h = rows as f32 * (tile_h + grid.gap);
    // Sample figures give way where the leading chart would become too low.
    let below_least = table_height(content, room, holdings_h);
    let rows = if content.tiles_given == 0 && room - tiles_h - below_least < 260.0 {
        0
    } else {
        rows
    };
    room -= rows as f32 * (tile_h + grid.gap);
    let below = if room >= 600.0 && (shows_table(content) || holdings_h > 0.0) {
        (room * 0.4).clamp(240.0, 330.0).max(holdings_h)
    } else {
        table_height(content, room, holdings_h)
    };
    let hero_h = room - if below > 0.0 { below + grid.gap } else { 0.0 };
    page = page.child(number_card(content, theme, inner, hero_h).grow(1.0));
    for r in 0..rows {
        let n = count.min(content.tiles.len().saturating_sub(r * count));
        page = page.child(blocks::tiles(
            content,
            theme,
            r * count,
            n,
            inner,
            tile_h,
            grid.gap,
        ));
    }
    if below > 0.0 {
        let left = (inner - grid.gap) * 0.42;
        let mut line = row()
            .fill_w()
            .h(below)
            .rigid()
            .gap(grid.gap)
            .align(Place::Stretch);
        if let Some(card) = side(content, theme, side_card(content), left, below) {
            line = line.child(card.w(left).rigid());
        }
        if shows_table(content) {
            let table = blocks::table_card(content, theme, inner - left - grid.gap, below);
            line = line.child(table.grow(1.0));
        }
        page = page.child(line);
    }
    canvas(
        col()
            .child(blocks::topbar(content, theme, w))
            .child(hairline())
            .child(page),
    )
}

/// The figure at poster size, its chart to the right of it.
pub(super) fn number_card(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    if w < 620.0 || content.hero.value.is_empty() || !content.more.is_empty() {
        return lead_row(content, theme, w, h, 20.0);
    }
    let left = (w * 0.34).clamp(230.0, 400.0);
    let chart = plantain_scene::build::chart(content.hero.spec.clone())
        .grow(1.0)
        .fill_h()
        .role("chart");
    let chart = if content.hero.spec.given {
        chart
    } else {
        chart.filler()
    };
    let words = col()
        .w(left)
        .rigid()
        .gap(10.0)
        .justify(Place::Center)
        .child(blocks::hero_label(content, 17.0))
        .child(blocks::hero_figure(content, 68.0, left - 8.0));
    crate::components::data::card(theme)
        .pad(28.0)
        .child(
            row()
                .fill_w()
                .grow(1.0)
                .gap(28.0)
                .align(Place::Stretch)
                .child(words)
                .child(chart),
        )
        .role("hero")
}

/// Height of the tiles in the coloured panel: icon and label, figure, change.
pub(super) const SPLIT_TILE: f32 = 128.0;

pub(super) fn split(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid::of(w, h);
    let panel_w = (w * 0.34).clamp(300.0, 440.0);
    let (from, to, ink) = blocks::accent_gradient(theme);
    let mut panel = col()
        .w(panel_w)
        .rigid()
        .fill_h()
        .pad(grid.pad)
        .gap(18.0)
        .gradient(160.0, from, to)
        .role("panel")
        .child(
            text(&content.brand)
                .font(FontRole::Heading)
                .size(19.0)
                .weight(700)
                .color(ink)
                .max_lines(1)
                .filler(),
        );
    let hero = &content.hero;
    // Without a figure that leads, the tiles share the panel.
    let led = !hero.value.is_empty();
    if led {
        panel = panel.child(spacer());
    }
    if !hero.value.is_empty() {
        let label = text(&hero.label)
            .size(16.0)
            .weight(500)
            .color(ink)
            .max_lines(2)
            .literal(hero.label_literal);
        let value = text(&hero.value)
            .font(FontRole::Display)
            .size(72.0)
            .color(ink)
            .tabular()
            .max_lines(1)
            .shrink(26.0)
            .literal(hero.value_literal)
            .role("value");
        let mut block = col().gap(6.0).child(label).child(value);
        if let Some((words, _, literal)) = &hero.delta {
            let line = format!("{words} {}", hero.against.0);
            let line = text(line)
                .size(15.0)
                .weight(600)
                .color(ink)
                .max_lines(2)
                .literal(*literal)
                .role("delta");
            block = block.child(if *literal { line } else { line.filler() });
        }
        panel = panel.child(if hero.value_literal {
            block
        } else {
            block.filler()
        });
    }
    if led {
        panel = panel.child(spacer());
    }
    let room = w - panel_w - 2.0 * grid.pad;
    let count = content
        .tiles_given
        .max(if h < 760.0 { 2 } else { 3 })
        .min(content.tiles.len());
    let tiles = content
        .tiles
        .iter()
        .take(count)
        .map(|stat| blocks::tile(content, stat, theme, (panel_w - 2.0 * grid.pad, SPLIT_TILE)));
    panel = if led {
        panel.children(tiles.map(|tile| tile.h(SPLIT_TILE).rigid()))
    } else {
        panel.children(tiles.map(|tile| tile.min_h(SPLIT_TILE).max_h(SPLIT_TILE * 1.9).grow(1.0)))
    };
    let rest = h - 2.0 * grid.pad - header_height(content, room) - grid.gap;
    let below = if rest >= 500.0 && (shows_table(content) || content.holdings.is_some()) {
        (rest * 0.42).clamp(220.0, 340.0)
    } else {
        table_height(content, rest, 0.0)
    };
    let mut right = col()
        .grow(1.0)
        .fill_h()
        .pad(grid.pad)
        .gap(grid.gap)
        .child(blocks::header(content, theme, room));
    right = right.child(chart_only(content, theme, room, rest - below - grid.gap).grow(1.0));
    if below > 0.0 || content.holdings.is_some() {
        let rows = content.holdings.as_ref().map_or(0, |(_, rows)| rows.len());
        let below = below.max(200.0).max(74.0 + rows as f32 * 44.0);
        let card = match side_card(content) {
            SideCard::Holdings => blocks::holdings(content, theme, room, below),
            _ => None,
        };
        right = right.child(
            card.unwrap_or_else(|| blocks::table_card(content, theme, room, below))
                .h(below)
                .rigid(),
        );
    }
    canvas(row().align(Place::Stretch).child(panel).child(right))
}
