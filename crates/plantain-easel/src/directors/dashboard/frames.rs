//! Arrangements of a dashboard's parts, by canvas and content.

mod fronted;
mod narrow;
mod sided;

use plantain_read::Component;
use plantain_scene::color::Token;
use plantain_scene::node::Node;
use plantain_scene::theme::Theme;

use super::content::Content;
use crate::studio::Studio;
use fronted::{big_number, split, top_nav};
use narrow::{strip, tower};
use sided::{rail, sidebar};

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
