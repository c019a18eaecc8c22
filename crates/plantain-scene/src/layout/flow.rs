//! Solves the boxes of a node tree with flexbox and grid (taffy).

use taffy::prelude::*;

use crate::node::{Content, Flow, Layout as Wish, Len, Node, Place};
use crate::text::Typesetter;
use crate::theme::Theme;

/// Solved boxes of a tree, in the order of [`Node::visit`]: x, y (from the parent), width, height.
pub(super) type Boxes = Vec<[f32; 4]>;

/// Solves `root` in a box of `width` by `height`.
pub(super) fn solve(
    root: &Node,
    width: f32,
    height: f32,
    theme: &Theme,
    language: &str,
    setter: &mut Typesetter,
) -> Boxes {
    let mut tree: TaffyTree<&Node> = TaffyTree::new();
    tree.disable_rounding();
    let mut order = Vec::new();
    let id = build(root, None, &mut tree, &mut order);
    let style = taffy::Style {
        size: Size {
            width: length(width),
            height: length(height),
        },
        ..style(root, None)
    };
    let solved = tree.set_style(id, style).and_then(|()| {
        let space = Size {
            width: AvailableSpace::Definite(width),
            height: AvailableSpace::Definite(height),
        };
        tree.compute_layout_with_measure(id, space, |inputs, _, node, style| {
            taffy::compute_leaf_layout(
                inputs,
                style,
                |_, _| 0.0,
                |known, available| {
                    node.map_or(Size::ZERO, |node| {
                        measure(node, known, available, theme, language, setter)
                    })
                },
            )
        })
    });
    order
        .into_iter()
        .map(|id| match (&solved, tree.layout(id)) {
            (Ok(()), Ok(l)) => [l.location.x, l.location.y, l.size.width, l.size.height],
            _ => [0.0, 0.0, 0.0, 0.0],
        })
        .collect()
}

fn build<'a>(
    node: &'a Node,
    parent: Option<&Wish>,
    tree: &mut TaffyTree<&'a Node>,
    order: &mut Vec<NodeId>,
) -> NodeId {
    let own = style(node, parent);
    let slot = order.len();
    order.push(NodeId::from(0_u64));
    let id = if node.children.is_empty() {
        let node_is_measured = matches!(node.content, Content::Text(_));
        if node_is_measured {
            tree.new_leaf_with_context(own, node)
        } else {
            tree.new_leaf(own)
        }
    } else {
        let children: Vec<NodeId> = node
            .children
            .iter()
            .map(|c| build(c, Some(&node.layout), tree, order))
            .collect();
        tree.new_with_children(own, &children)
    };
    let id = id.unwrap_or_else(|_| NodeId::from(0_u64));
    order[slot] = id;
    id
}

fn measure(
    node: &Node,
    known: Size<Option<f32>>,
    available: Size<AvailableSpace>,
    theme: &Theme,
    language: &str,
    setter: &mut Typesetter,
) -> Size<f32> {
    let Content::Text(text) = &node.content else {
        return Size::ZERO;
    };
    if text.arc.is_some() {
        return Size {
            width: known.width.unwrap_or(0.0),
            height: known.height.unwrap_or(0.0),
        };
    }
    let (least, most) = setter.content_widths(text, theme, language);
    let width = known.width.unwrap_or(match available.width {
        AvailableSpace::MinContent => least,
        AvailableSpace::MaxContent => most,
        AvailableSpace::Definite(width) => most.min(width.max(least)),
    });
    let width = width.ceil_to_quarter();
    let (_, height) = setter.measure(text, theme, language, Some(width), known.height);
    Size {
        width,
        height: known.height.unwrap_or(height),
    }
}

trait CeilToQuarter {
    fn ceil_to_quarter(self) -> f32;
}

impl CeilToQuarter for f32 {
    /// Boxes measured for a text stay a hair wider than it, so that it does not wrap by rounding.
    fn ceil_to_quarter(self) -> f32 {
        (self * 4.0).ceil() / 4.0
    }
}

fn style(node: &Node, parent: Option<&Wish>) -> taffy::Style {
    let wish = &node.layout;
    let mut style = taffy::Style {
        display: match wish.flow {
            Flow::Row | Flow::Column => Display::Flex,
            Flow::Stack | Flow::Grid(_) => Display::Grid,
        },
        flex_direction: if wish.flow == Flow::Row {
            FlexDirection::Row
        } else {
            FlexDirection::Column
        },
        flex_wrap: if wish.wrap {
            FlexWrap::Wrap
        } else {
            FlexWrap::NoWrap
        },
        size: Size {
            width: dimension(wish.w),
            height: dimension(wish.h),
        },
        padding: rect4(wish.pad, length),
        margin: rect4(wish.margin, length),
        gap: Size {
            width: length(wish.gap),
            height: length(wish.row_gap.unwrap_or(wish.gap)),
        },
        aspect_ratio: (wish.ratio > 0.0).then_some(wish.ratio),
        flex_grow: wish.grow,
        flex_shrink: if wish.rigid { 0.0 } else { 1.0 },
        ..taffy::Style::default()
    };
    if wish.min_w > 0.0 {
        style.min_size.width = length(wish.min_w);
    }
    if wish.min_h > 0.0 {
        style.min_size.height = length(wish.min_h);
    }
    if wish.max_w > 0.0 {
        style.max_size.width = length(wish.max_w);
    }
    if wish.max_h > 0.0 {
        style.max_size.height = length(wish.max_h);
    }
    // A text that may shrink gives way; everything else keeps its content.
    if let Content::Text(text) = &node.content
        && text.min_size > 0.0
        && wish.min_h <= 0.0
    {
        style.min_size.height = length(0.0);
    }
    inner(wish, &mut style);
    outer(wish, parent, &mut style);
    style
}

/// How children are placed.
fn inner(wish: &Wish, style: &mut taffy::Style) {
    let share = |s: &f32| minmax(length(0.0), fr(s.max(0.01)));
    match &wish.flow {
        Flow::Row | Flow::Column => {
            style.justify_content = content(wish.justify);
            style.align_items = items(wish.align.unwrap_or(Place::Stretch));
            style.align_content = AlignContent::START;
        }
        Flow::Stack => {
            style.grid_template_columns = vec![share(&1.0)];
            style.grid_template_rows = vec![share(&1.0)];
            style.justify_items = items(if wish.justify == Place::Start {
                Place::Stretch
            } else {
                wish.justify
            });
            style.align_items = items(wish.align.unwrap_or(Place::Stretch));
        }
        Flow::Grid(shares) => {
            style.grid_template_columns = shares.iter().map(share).collect();
            style.justify_items = items(Place::Stretch);
            style.align_items = items(wish.align.unwrap_or(Place::Stretch));
            style.align_content = AlignContent::STRETCH;
        }
    }
}

/// How the node stands in its parent.
fn outer(wish: &Wish, parent: Option<&Wish>, style: &mut taffy::Style) {
    if let Some([x, y]) = wish.at {
        style.position = Position::Absolute;
        style.inset = Rect {
            left: length(x),
            top: length(y),
            right: auto(),
            bottom: auto(),
        };
        return;
    }
    let Some(parent) = parent else { return };
    match &parent.flow {
        Flow::Stack => {
            style.grid_row = line(1);
            style.grid_column = line(1);
            style.align_self = wish.own_align.map(items);
            if wish.w == Len::Fill {
                style.size.width = percent(1.0);
            }
            if wish.h == Len::Fill {
                style.size.height = percent(1.0);
            }
        }
        Flow::Grid(_) => {
            if wish.span > 1 {
                style.grid_column = span(wish.span);
            }
            style.align_self = wish.own_align.map(items);
        }
        flow => {
            let along_row = *flow == Flow::Row;
            let (along, across) = if along_row {
                (wish.w, wish.h)
            } else {
                (wish.h, wish.w)
            };
            if along == Len::Fill && wish.grow <= 0.0 {
                style.flex_grow = 1.0;
            }
            if style.flex_grow > 0.0 && matches!(along, Len::Auto | Len::Fill) {
                style.flex_basis = length(0.0);
            }
            if across == Len::Fill {
                style.align_self = Some(AlignSelf::STRETCH);
            }
            if let Some(place) = wish.own_align {
                style.align_self = Some(items(place));
            }
        }
    }
}

fn dimension(len: Len) -> Dimension {
    match len {
        Len::Auto | Len::Fill => auto(),
        Len::Units(units) => length(units.max(0.0)),
        Len::Percent(p) => percent(p / 100.0),
    }
}

fn rect4<T>([top, right, bottom, left]: [f32; 4], f: impl Fn(f32) -> T) -> Rect<T> {
    Rect {
        left: f(left),
        right: f(right),
        top: f(top),
        bottom: f(bottom),
    }
}

fn content(place: Place) -> JustifyContent {
    match place {
        Place::Start | Place::Baseline => JustifyContent::START,
        Place::Center => JustifyContent::CENTER,
        Place::End => JustifyContent::END,
        Place::Stretch => JustifyContent::STRETCH,
        Place::Between => JustifyContent::SPACE_BETWEEN,
        Place::Around => JustifyContent::SPACE_AROUND,
    }
}

fn items(place: Place) -> AlignItems {
    match place {
        Place::Start => AlignItems::START,
        Place::Center | Place::Between | Place::Around => AlignItems::CENTER,
        Place::End => AlignItems::END,
        Place::Stretch => AlignItems::STRETCH,
        Place::Baseline => AlignItems::BASELINE,
    }
}
