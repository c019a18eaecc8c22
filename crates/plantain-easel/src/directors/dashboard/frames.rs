//! Arrangements of a dashboard's parts, by canvas and content.

use plantain_read::Component;
use plantain_scene::build::{col, row, spacer, text};
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::blocks;
use super::content::Content;
use crate::components::data::{hairline, stat_tile};
use crate::studio::Studio;

/// A way to arrange the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// Navigation on the left, tiles, leading chart, breakdown and table.
    Sidebar,
    /// Navigation of icons on the left; the chart beside a column of figures.
    Rail,
    /// Navigation across the top, leading chart beside breakdown and figures.
    TopNav,
    /// The figure is as large as a poster's, in one card with its chart.
    BigNumber,
    /// A coloured panel with the figures, chart and table beside it.
    Split,
    /// One column for portrait canvases.
    Tower,
    /// A strip for very wide canvases.
    Strip,
}

impl Frame {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sidebar => "sidebar",
            Self::Rail => "icon rail",
            Self::TopNav => "top navigation",
            Self::BigNumber => "big number",
            Self::Split => "split panel",
            Self::Tower => "tower",
            Self::Strip => "strip",
        }
    }

    /// Returns the frames for this canvas, the most fitting first.
    pub fn fitting(studio: &Studio<'_>, content: &Content) -> Vec<Self> {
        let (w, h) = (studio.width, studio.height);
        let asked = |part: Component| studio.brief.described.iter().any(|d| d.kind == part);
        if w / h >= 2.6 {
            return vec![Self::Strip];
        }
        if w / h <= 0.85 || w < 560.0 {
            return vec![Self::Tower];
        }
        if asked(Component::Sidebar) {
            return vec![if w < 900.0 { Self::Rail } else { Self::Sidebar }];
        }
        if asked(Component::NavBar) {
            return vec![Self::TopNav, Self::BigNumber];
        }
        if w < 820.0 || h < 640.0 {
            return vec![Self::Rail, Self::TopNav, Self::BigNumber];
        }
        let mut all = vec![Self::Sidebar, Self::TopNav, Self::BigNumber, Self::Split];
        if w < 1000.0 {
            all.push(Self::Rail);
        }
        // Given rows need more height than a column beside the figures has.
        let bare = !content.known && content.holdings.is_none() && content.share.is_none();
        if content.holdings.is_some() || bare {
            all.retain(|frame| *frame != Self::TopNav);
        }
        if content.holdings.is_some() || content.topic.name == "energy" {
            all.rotate_left(1);
        }
        all
    }
}

/// Space between cards and around them.
#[derive(Debug, Clone, Copy)]
struct Grid {
    pad: f32,
    gap: f32,
}

impl Grid {
    fn of(width: f32, height: f32) -> Self {
        if width.min(height) < 700.0 {
            Self {
                pad: 20.0,
                gap: 14.0,
            }
        } else {
            Self {
                pad: 32.0,
                gap: 20.0,
            }
        }
    }
}

/// Builds the screen of a frame for a canvas of `w` by `h` units.
pub(super) fn build(frame: Frame, content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    match frame {
        Frame::Sidebar => sidebar(content, theme, w, h),
        Frame::Rail => rail(content, theme, w, h),
        Frame::TopNav => top_nav(content, theme, w, h),
        Frame::BigNumber => big_number(content, theme, w, h),
        Frame::Split => split(content, theme, w, h),
        Frame::Tower => tower(content, theme, w, h),
        Frame::Strip => strip(content, theme, w, h),
    }
}

fn canvas(flow: Node) -> Node {
    flow.fill_w().fill_h().fill(Token::Canvas).role("screen")
}

fn header_height(content: &Content, width: f32) -> f32 {
    let bare = content.rest.is_empty() && content.alerts.is_empty();
    let chips = if bare { 0.0 } else { 34.0 };
    let lines = if content.title.0.chars().count() as f32 * 14.0 > width - 330.0 {
        34.0
    } else {
        0.0
    };
    56.0 + chips + lines
}

/// How many tiles stand in rows of at most `most`: a row's count, and the number of rows.
fn tile_rows(content: &Content, width: f32, most: usize) -> (usize, usize) {
    let fit = ((width + 20.0) / 236.0).floor().max(1.0) as usize;
    let most = most.min(fit).max(1);
    let given = content.tiles_given;
    if given <= most {
        return (most.min(content.tiles.len()).max(1), 1);
    }
    let rows = given.div_ceil(most);
    (given.div_ceil(rows), rows)
}

fn sidebar(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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
fn main_column(content: &Content, theme: &Theme, w: f32, h: f32, with_header: bool) -> Node {
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
fn lower(content: &Content, theme: &Theme, w: f32, h: f32, gap: f32) -> Node {
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
        if let Some(card) = side(content, theme, beside, left, below) {
            bottom = bottom.child(card.w(left).rigid());
        }
        if shows_table(content) {
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
fn lead_row(content: &Content, theme: &Theme, w: f32, h: f32, gap: f32) -> Node {
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

/// Returns the height of the table's card: `wanted`, or what a table that was asked for needs at least.
fn table_height(content: &Content, room: f32, wanted: f32) -> f32 {
    const LEAST: f32 = 172.0;
    if content.wants_table {
        wanted.max((room * 0.4).max(LEAST))
    } else {
        wanted
    }
}

/// Whether a table stands among the cards: one that was asked for, or sample rows of a known subject.
fn shows_table(content: &Content) -> bool {
    content.known || content.wants_table
}

#[derive(Clone, Copy)]
enum SideCard {
    Holdings,
    Share,
    Table,
}

fn side_card(content: &Content) -> SideCard {
    if content.holdings.is_some() {
        SideCard::Holdings
    } else if content.share.is_some() {
        SideCard::Share
    } else {
        SideCard::Table
    }
}

fn side(content: &Content, theme: &Theme, which: SideCard, w: f32, h: f32) -> Option<Node> {
    match which {
        SideCard::Holdings => blocks::holdings(content, theme, w, h),
        SideCard::Share => blocks::share(content, theme, w, h),
        SideCard::Table => shows_table(content).then(|| blocks::table_card(content, theme, w, h)),
    }
}

fn rail(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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

fn top_nav(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
    let grid = Grid::of(w, h);
    let inner = w - 2.0 * grid.pad;
    let room = h - 69.0 - 2.0 * grid.pad - header_height(content, inner) - grid.gap;
    let right = (inner - grid.gap) * 0.32;
    let left = inner - grid.gap - right;
    let count = content.tiles_given.max(3).min(content.tiles.len());
    let figures_h = count as f32 * 58.0 + 32.0;
    let beside_h = room - figures_h - grid.gap;
    let mut column = col().w(right).rigid().gap(grid.gap);
    let figures = blocks::figures(content, theme, 0, count);
    let beside = side(content, theme, side_card(content), right, beside_h);
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

fn big_number(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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
fn number_card(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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
const SPLIT_TILE: f32 = 128.0;

fn split(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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
        )
        .child(spacer());
    let hero = &content.hero;
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
    panel = panel.child(spacer());
    let room = w - panel_w - 2.0 * grid.pad;
    let count = content
        .tiles_given
        .max(if h < 760.0 { 2 } else { 3 })
        .min(content.tiles.len());
    let tiles = content.tiles.iter().take(count).map(|stat| {
        stat_tile(stat, theme, panel_w - 2.0 * grid.pad, SPLIT_TILE)
            .h(SPLIT_TILE)
            .rigid()
    });
    panel = panel.children(tiles);
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

/// The leading chart without its figure, which stands elsewhere.
fn chart_only(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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

fn tower(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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

fn strip(content: &Content, theme: &Theme, w: f32, h: f32) -> Node {
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
    let figures = figures.unwrap_or_else(|| blocks::figures(content, theme, 0, count));
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
