//! Mirrors a solved tree for scenes that are read from right to left.

use vello_cpu::kurbo::{Affine, BezPath, Rect};

use super::flow::Boxes;
use crate::chart::ChartKind;
use crate::node::{Connector, Node, Side};

/// Mirrors the boxes of `root`'s tree, each within its parent; what keeps its sides is moved as a whole.
pub(super) fn boxes(root: &Node, boxes: &mut Boxes) {
    let width = boxes.first().map_or(0.0, |root| root[2] + 2.0 * root[0]);
    walk(root, boxes, &mut 0, width, true);
}

fn walk(node: &Node, boxes: &mut Boxes, next: &mut usize, width: f32, mirrored: bool) {
    let Some(own) = boxes.get_mut(*next) else {
        return;
    };
    if mirrored {
        own[0] = width - own[0] - own[2];
    }
    let inner = own[2];
    *next += 1;
    let mirrored = mirrored && !node.layout.keep_sides;
    for child in &node.children {
        walk(child, boxes, next, inner, mirrored);
    }
}

/// Returns the transform that exchanges left and right within `rect`.
pub(super) fn flip(rect: Rect) -> Affine {
    Affine::new([-1.0, 0.0, 0.0, 1.0, rect.x0 + rect.x1, 0.0])
}

/// Returns `path` with left and right of `rect` exchanged, if it is `mirrored`.
pub(super) fn path(path: BezPath, rect: Rect, mirrored: bool) -> BezPath {
    if mirrored { flip(rect) * path } else { path }
}

/// Returns a connector that docks at the opposite flanks.
pub(super) fn connector(connector: &Connector) -> Connector {
    let other = |side| match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        side => side,
    };
    Connector {
        from_side: other(connector.from_side),
        to_side: other(connector.to_side),
        ..connector.clone()
    }
}

/// Whether a chart's horizontal axis counts, so that it grows to the right everywhere.
pub(super) fn counts_rightwards(chart: ChartKind) -> bool {
    matches!(
        chart,
        ChartKind::Scatter | ChartKind::Bubble | ChartKind::Histogram | ChartKind::Gauge
    )
}

/// Whether an icon points along the line of reading.
pub(super) fn is_directional(icon: &str) -> bool {
    const WORDS: &[&str] = &[
        "left",
        "right",
        "next",
        "previous",
        "send",
        "reply",
        "forward",
        "undo",
        "redo",
        "login",
        "logout",
        "list",
        "indent",
        "outdent",
        "back",
        "external",
        "share-forward",
        "trending",
        "quote",
    ];
    // Players run the same way everywhere.
    !icon.contains("player")
        && !icon.contains("clock")
        && icon.split(['-', '_']).any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::layout;
    use crate::node::{Align, Content, Flow, Layout, Len, Text};
    use crate::scene::{Canvas, Direction, Scene};

    fn part(id: &str, width: f32, at: Option<[f32; 2]>) -> Node {
        Node {
            id: id.into(),
            layout: Layout {
                w: Len::Units(width),
                h: Len::Units(20.0),
                at,
                ..Layout::default()
            },
            ..Node::default()
        }
    }

    fn scene(direction: Direction, keep_sides: bool) -> Scene {
        let text = Node {
            id: "text".into(),
            content: Content::Text(Text {
                text: "48,200".into(),
                size: 16.0,
                align: Align::Start,
                ..Text::default()
            }),
            layout: Layout {
                w: Len::Units(200.0),
                ..Layout::default()
            },
            ..Node::default()
        };
        let inside = Node {
            id: "inside".into(),
            layout: Layout {
                flow: Flow::Row,
                keep_sides,
                ..Layout::default()
            },
            children: vec![part("a", 50.0, None), part("b", 30.0, None)],
            ..Node::default()
        };
        let root = Node {
            children: vec![inside, part("placed", 40.0, Some([10.0, 60.0])), text],
            ..Node::default()
        };
        Scene {
            version: 1,
            canvas: Canvas {
                width: 400,
                height: 300,
                unit: 1.0,
                transparent: false,
            },
            theme: crate::theme::PRESETS[0].theme(),
            language: "he".into(),
            direction,
            title: String::new(),
            alt: String::new(),
            root,
        }
    }

    fn left(scene: &Scene, id: &str) -> f64 {
        let picture = layout(scene);
        picture
            .boxes
            .iter()
            .find(|part| part.id == id)
            .map_or(f64::NAN, |part| part.rect.x0)
    }

    #[test]
    fn rows_and_places_are_mirrored() {
        let rtl = scene(Direction::Rtl, false);
        for (id, want) in [("a", 350.0), ("b", 320.0), ("placed", 350.0)] {
            assert!(
                (left(&rtl, id) - want).abs() < 0.5,
                "{id} {}",
                left(&rtl, id)
            );
        }
        let kept = scene(Direction::Rtl, true);
        for (id, want) in [("a", 0.0), ("b", 50.0), ("placed", 350.0)] {
            assert!(
                (left(&kept, id) - want).abs() < 0.5,
                "{id} {}",
                left(&kept, id)
            );
        }
    }

    #[test]
    fn texts_begin_at_the_right() {
        let line = |direction| {
            let picture = layout(&scene(direction, false));
            picture.texts[0].lines[0].x1
        };
        assert!(line(Direction::Ltr) < 100.0);
        assert!((line(Direction::Rtl) - 400.0).abs() < 1.0);
    }

    #[test]
    fn icons_that_point_along_the_line_turn() {
        for (icon, want) in [
            ("chevron-right", true),
            ("arrow-left", true),
            ("player-skip-forward", false),
            ("bell", false),
        ] {
            assert_eq!(is_directional(icon), want, "{icon}");
        }
    }
}
