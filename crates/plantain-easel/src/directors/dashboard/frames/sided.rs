//! Frames with navigation beside the content.

use plantain_scene::build::{col, row};
use plantain_scene::color::Token;
use plantain_scene::node::{Node, Place};
use plantain_scene::theme::Theme;

use super::super::blocks;
use super::super::content::Content;
use super::{Grid, canvas, header_height, shows_table, table_height, tile_rows};

pub(super) fn sidebar(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let side = blocks::sidebar(content, theme, h);
    let divider = plantain_scene::build::rect()
        .w(1.0)
        .fill_h()
        .fill(Token::Line)
        .rigid();
    let main = main_column(content, theme, w - blocks::SIDEBAR - 1.0, h, true);
    canvas(
        row()
            .align(Place::Stretch)
            .child(side)
            .child(divider)
            .child(main),
    )
}

/// Title, tiles, and below them the cards that the height allows.
pub(super) fn main_column(
    content: &Content,
    theme: &Theme,
    w: f32,
    h: f32,
    with_header: bool,
) -> Node {
    let grid = Grid::of(w + blocks::SIDEBAR, h);
    let inner = w - 2.0 * grid.pad;
    let mut room = h - 2.0 * grid.pad;
    let mut main = col().grow(1.0).fill_h().pad(grid.pad).gap(grid.gap);
    if with_header {
        main = main.child(blocks::header(content, theme, inner));
        room -= header_height(content, inner) + grid.gap;
    }
    let (count, rows) = tile_rows(content, inner, 4);
    let tile_h = if h < 700.0 || rows > 1 { 108.0 } else { 130.0 };
    for r in 0..rows {
        let n = count.min(content.tiles.len().saturating_sub(r * count));
        main = main.child(blocks::tiles(
            content,
            theme,
            r * count,
            n,
            inner,
            tile_h,
            grid.gap,
        ));
        room -= tile_h + grid.gap;
    }
    main.child(lower(content, theme, inner, room, grid.gap))
}

/// The leading chart with breakdown, list and table around it, as far as `w` by `h` allow.
pub(super) fn lower(content: &Content, theme: &Theme, w: f32, h: f32, gap: f32) -> Node {
    let beside = side_card(content);
    if side(content, theme, beside, w, h).is_none() {
        return lead_row(content, theme, w, h, gap).grow(1.0);
    }
    if h >= 590.0 && w >= 600.0 {
        let below = ((h - gap) * 0.44).clamp(250.0, 330.0);
        let above = h - gap - below;
        let left = (w - gap) * 0.4;
        let right = w - gap - left;
        let top = lead_row(content, theme, w, above, gap);
        let mut bottom = row()
            .fill_w()
            .h(below)
            .rigid()
            .gap(gap)
            .align(Place::Stretch);
        // The table is not shown twice.
        let tabled = shows_table(content) && !matches!(beside, SideCard::Table);
        let left = if tabled { left } else { w };
        if let Some(card) = side(content, theme, beside, left, below) {
            bottom = bottom.child(card.w(left).rigid());
        }
        if tabled {
            bottom = bottom.child(blocks::table_card(content, theme, right, below).grow(1.0));
        }
        return col()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .child(top.grow(1.0))
            .child(bottom);
    }
    if w >= 620.0 && h >= 260.0 {
        let left = (w - gap) * 0.34;
        let hero_w = w - gap - left;
        let hero = lead_row(content, theme, hero_w, h, gap).grow(1.0);
        let mut line = row()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .align(Place::Stretch)
            .child(hero);
        if content.wants_table && content.holdings.is_none() {
            line = line.child(blocks::table_card(content, theme, left, h).w(left).rigid());
        } else if let Some(card) = side(content, theme, beside, left, h) {
            line = line.child(card.w(left).rigid());
        }
        return line;
    }
    let hero = |h: f32| lead_row(content, theme, w, h, gap).grow(1.0);
    let Some((_, rows)) = &content.holdings else {
        let below = table_height(content, h, 0.0);
        if below <= 0.0 {
            return hero(h);
        }
        return col()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .child(hero(h - below - gap))
            .child(
                blocks::table_card(content, theme, w, below)
                    .h(below)
                    .rigid(),
            );
    };
    // Given rows are never left out, however low the canvas.
    let below = 66.0 + rows.len() as f32 * 42.0;
    col()
        .fill_w()
        .grow(1.0)
        .gap(gap)
        .child(hero(h - below - gap))
        .children(blocks::holdings(content, theme, w, below).map(|card| card.h(below).rigid()))
}

/// The leading chart alone, or beside further given charts.
pub(super) fn lead_row(content: &Content, theme: &Theme, w: f32, h: f32, gap: f32) -> Node {
    if content.more.is_empty() {
        return row()
            .fill_w()
            .align(Place::Stretch)
            .child(blocks::hero(content, theme, w, h).grow(1.0));
    }
    let each = (w - gap * content.more.len() as f32) / (content.more.len() + 1) as f32;
    row()
        .fill_w()
        .gap(gap)
        .align(Place::Stretch)
        .child(blocks::hero(content, theme, each, h).grow(1.0))
        .children(
            content
                .more
                .iter()
                .map(|(title, spec)| blocks::chart_card(title, spec, theme, each, h).grow(1.0)),
        )
}

#[derive(Clone, Copy)]
pub(super) enum SideCard {
    Holdings,
    Share,
    Table,
}

pub(super) fn side_card(content: &Content) -> SideCard {
    if content.holdings.is_some() {
        SideCard::Holdings
    } else if content.share.is_some() {
        SideCard::Share
    } else {
        SideCard::Table
    }
}

pub(super) fn side(
    content: &Content,
    theme: &Theme,
    which: SideCard,
    w: f32,
    h: f32,
) -> Option<Node> {
    match which {
        SideCard::Holdings => blocks::holdings(content, theme, w, h),
        SideCard::Share => blocks::share(content, theme, w, h),
        SideCard::Table => shows_table(content).then(|| blocks::table_card(content, theme, w, h)),
    }
}

pub(super) fn rail(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let divider = plantain_scene::build::rect()
        .w(1.0)
        .fill_h()
        .fill(Token::Line)
        .rigid();
    let main = main_column(content, theme, w - blocks::RAIL - 1.0, h, true);
    canvas(
        row()
            .align(Place::Stretch)
            .child(blocks::rail(content, theme))
            .child(divider)
            .child(main),
    )
}
