//! Short words for building node trees: `col().gap(8.0).child(text("Hello").size(24.0))`.

use crate::chart::ChartSpec;
use crate::color::{Color, Token};
use crate::node::*;

/// Returns a frame whose children run downward.
pub fn col() -> Node {
    Node::default()
}

/// Returns a frame whose children run to the right, centred across.
pub fn row() -> Node {
    let mut node = Node::default();
    node.layout.flow = Flow::Row;
    node.layout.align = Some(Place::Center);
    node
}

/// Returns a frame whose children lie on top of each other, or stand at their own [`Node::at`].
pub fn stack() -> Node {
    let mut node = Node::default();
    node.layout.flow = Flow::Stack;
    node
}

/// Returns a frame with `columns` columns of equal width.
pub fn grid(columns: usize) -> Node {
    let mut node = Node::default();
    node.layout.flow = Flow::Grid(vec![1.0; columns.max(1)]);
    node
}

/// Returns a text in the body face.
pub fn text(text: impl Into<String>) -> Node {
    Node {
        content: Content::Text(Text {
            text: text.into(),
            ..Text::default()
        }),
        ..Node::default()
    }
}

/// Returns an icon of `size` logical units.
pub fn icon(name: impl Into<String>, size: f32) -> Node {
    let icon = Icon {
        name: name.into(),
        color: Token::Ink.into(),
        stroke: 2.0,
    };
    Node {
        content: Content::Icon(icon),
        ..Node::default()
    }
    .size_box(size, size)
    .rigid()
}

/// Returns an illustrated object.
pub fn object(name: impl Into<String>) -> Node {
    Node {
        content: Content::Object(Object {
            name: name.into(),
            ..Object::default()
        }),
        ..Node::default()
    }
}

/// Returns a form that fills its box.
pub fn shape(shape: Shape) -> Node {
    Node {
        content: Content::Shape(shape),
        ..Node::default()
    }
}

/// Returns a rectangle.
pub fn rect() -> Node {
    shape(Shape::Rect)
}

/// Returns a circle or ellipse.
pub fn ellipse() -> Node {
    shape(Shape::Ellipse)
}

/// Returns a path in a coordinate box of `w` by `h`, stretched to the node's box.
pub fn path(d: impl Into<String>, w: f32, h: f32) -> Node {
    Node {
        content: Content::Path(PathData {
            d: d.into(),
            view: [w, h],
            ..PathData::default()
        }),
        ..Node::default()
    }
}

/// Returns a chart.
pub fn chart(spec: ChartSpec) -> Node {
    Node {
        content: Content::Chart(spec),
        ..Node::default()
    }
}

/// Returns a line between two nodes.
pub fn connector(from: impl Into<String>, to: impl Into<String>) -> Node {
    let connector = Connector {
        from: from.into(),
        to: to.into(),
        ..Connector::default()
    };
    Node {
        content: Content::Connector(connector),
        ..Node::default()
    }
}

/// Returns a frame that takes the free space.
pub fn spacer() -> Node {
    col().grow(1.0)
}

impl Node {
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }

    /// Marks the text as asked for word by word.
    #[must_use]
    pub fn literal(mut self, literal: bool) -> Self {
        self.literal = literal;
        self
    }

    /// Marks the node as invented.
    #[must_use]
    pub fn filler(mut self) -> Self {
        self.filler = true;
        self
    }

    /// Notes something for those who edit the scene; see [`Node::facts`].
    #[must_use]
    pub fn fact(mut self, key: &str, value: impl Into<String>) -> Self {
        self.facts.insert(key.to_owned(), value.into());
        self
    }

    #[must_use]
    pub fn child(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    // Place.

    /// Takes the node out of the flow and puts its top-left corner at `x`, `y` in the parent.
    #[must_use]
    pub fn at(mut self, x: f32, y: f32) -> Self {
        self.layout.at = Some([x, y]);
        self
    }

    /// As [`Node::at`] with a size.
    #[must_use]
    pub fn bounds(self, x: f32, y: f32, w: f32, h: f32) -> Self {
        self.at(x, y).size_box(w, h)
    }

    #[must_use]
    pub fn w(mut self, w: impl Into<Len>) -> Self {
        self.layout.w = w.into();
        self
    }

    #[must_use]
    pub fn h(mut self, h: impl Into<Len>) -> Self {
        self.layout.h = h.into();
        self
    }

    #[must_use]
    pub fn size_box(self, w: f32, h: f32) -> Self {
        self.w(w).h(h)
    }

    #[must_use]
    pub fn min_w(mut self, w: f32) -> Self {
        self.layout.min_w = w;
        self
    }

    #[must_use]
    pub fn min_h(mut self, h: f32) -> Self {
        self.layout.min_h = h;
        self
    }

    #[must_use]
    pub fn max_w(mut self, w: f32) -> Self {
        self.layout.max_w = w;
        self
    }

    #[must_use]
    pub fn max_h(mut self, h: f32) -> Self {
        self.layout.max_h = h;
        self
    }

    /// Fills the parent's width.
    #[must_use]
    pub fn fill_w(self) -> Self {
        self.w(Len::Percent(100.0))
    }

    /// Fills the parent's height.
    #[must_use]
    pub fn fill_h(self) -> Self {
        self.h(Len::Percent(100.0))
    }

    /// Takes a share of the parent's free space along its flow.
    #[must_use]
    pub fn grow(mut self, share: f32) -> Self {
        self.layout.grow = share;
        self
    }

    #[must_use]
    pub fn rigid(mut self) -> Self {
        self.layout.rigid = true;
        self
    }

    #[must_use]
    pub fn ratio(mut self, ratio: f32) -> Self {
        self.layout.ratio = ratio;
        self
    }

    #[must_use]
    pub fn span(mut self, columns: u16) -> Self {
        self.layout.span = columns;
        self
    }

    #[must_use]
    pub fn margin(mut self, top: f32, right: f32, bottom: f32, left: f32) -> Self {
        self.layout.margin = [top, right, bottom, left];
        self
    }

    #[must_use]
    pub fn own_align(mut self, place: Place) -> Self {
        self.layout.own_align = Some(place);
        self
    }

    #[must_use]
    pub fn gap(mut self, gap: f32) -> Self {
        self.layout.gap = gap;
        self
    }

    #[must_use]
    pub fn row_gap(mut self, gap: f32) -> Self {
        self.layout.row_gap = Some(gap);
        self
    }

    #[must_use]
    pub fn pad(mut self, all: f32) -> Self {
        self.layout.pad = [all; 4];
        self
    }

    /// Inner space: above and below, left and right.
    #[must_use]
    pub fn pad_xy(mut self, x: f32, y: f32) -> Self {
        self.layout.pad = [y, x, y, x];
        self
    }

    #[must_use]
    pub fn pad4(mut self, top: f32, right: f32, bottom: f32, left: f32) -> Self {
        self.layout.pad = [top, right, bottom, left];
        self
    }

    /// Along the flow.
    #[must_use]
    pub fn justify(mut self, place: Place) -> Self {
        self.layout.justify = place;
        self
    }

    /// Across the flow.
    #[must_use]
    pub fn align(mut self, place: Place) -> Self {
        self.layout.align = Some(place);
        self
    }

    /// Centres children both ways.
    #[must_use]
    pub fn center(self) -> Self {
        self.justify(Place::Center).align(Place::Center)
    }

    #[must_use]
    pub fn wrap(mut self) -> Self {
        self.layout.wrap = true;
        self
    }

    /// Column widths of a grid, as shares.
    #[must_use]
    pub fn columns(mut self, shares: &[f32]) -> Self {
        self.layout.flow = Flow::Grid(shares.to_vec());
        self
    }

    // Paint.

    #[must_use]
    pub fn fill(mut self, paint: impl Into<Paint>) -> Self {
        self.style.fill = Some(paint.into());
        self
    }

    /// Fills with a straight gradient; 0 degrees runs upward, 90 to the right.
    #[must_use]
    pub fn gradient(self, angle: f32, from: impl Into<Color>, to: impl Into<Color>) -> Self {
        self.fill(Paint::Linear {
            angle,
            stops: vec![(0.0, from.into()), (1.0, to.into())],
        })
    }

    #[must_use]
    pub fn stroke(mut self, color: impl Into<Color>, width: f32) -> Self {
        self.style.stroke = Some(Stroke {
            color: color.into(),
            width,
            dash: None,
            round: false,
        });
        self
    }

    #[must_use]
    pub fn dashed(mut self, color: impl Into<Color>, width: f32, dash: f32, gap: f32) -> Self {
        self.style.stroke = Some(Stroke {
            color: color.into(),
            width,
            dash: Some([dash, gap]),
            round: false,
        });
        self
    }

    /// Rounds ends and joins of the stroke.
    #[must_use]
    pub fn round(mut self) -> Self {
        if let Some(stroke) = &mut self.style.stroke {
            stroke.round = true;
        }
        self
    }

    #[must_use]
    pub fn radius(mut self, radius: f32) -> Self {
        self.style.radius = radius;
        self
    }

    #[must_use]
    pub fn shadow(mut self, dy: f32, blur: f32, color: impl Into<Color>) -> Self {
        self.style.shadows.push(Shadow {
            dx: 0.0,
            dy,
            blur,
            spread: 0.0,
            color: color.into(),
        });
        self
    }

    #[must_use]
    pub fn opacity(mut self, opacity: f32) -> Self {
        self.style.opacity = opacity;
        self
    }

    #[must_use]
    pub fn clip(mut self) -> Self {
        self.style.clip = true;
        self
    }

    #[must_use]
    pub fn rotate(mut self, degrees: f32) -> Self {
        self.style.rotate = degrees;
        self
    }

    /// Works the node and its children over as one picture.
    #[must_use]
    pub fn effect(mut self, effect: Effect) -> Self {
        self.style.effect = Some(effect);
        self
    }

    // Text, icons, objects. On other content these change nothing.

    /// Returns the text content, if this is a text.
    pub fn as_text(&self) -> Option<&Text> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Changes the text content, if this is a text.
    #[must_use]
    pub fn set_text(mut self, change: impl FnOnce(&mut Text)) -> Self {
        if let Content::Text(text) = &mut self.content {
            change(text);
        }
        self
    }

    /// Text size in logical units.
    #[must_use]
    pub fn size(self, size: f32) -> Self {
        self.set_text(|t| t.size = size)
    }

    /// Lets the text shrink to `min` when its box is too small.
    #[must_use]
    pub fn shrink(self, min: f32) -> Self {
        self.set_text(|t| t.min_size = min)
    }

    #[must_use]
    pub fn weight(self, weight: u16) -> Self {
        self.set_text(|t| t.weight = weight)
    }

    #[must_use]
    pub fn font(self, font: FontRole) -> Self {
        self.set_text(|t| t.font = font)
    }

    /// Colour of text, icon or object.
    #[must_use]
    pub fn color(mut self, color: impl Into<Color>) -> Self {
        let color = color.into();
        match &mut self.content {
            Content::Text(text) => text.color = color,
            Content::Icon(icon) => icon.color = color,
            Content::Object(object) => object.tint = Some(color),
            _ => {}
        }
        self
    }

    #[must_use]
    pub fn text_align(self, align: Align) -> Self {
        self.set_text(|t| t.align = align)
    }

    #[must_use]
    pub fn centered(self) -> Self {
        self.text_align(Align::Center)
    }

    #[must_use]
    pub fn leading(self, leading: f32) -> Self {
        self.set_text(|t| t.leading = leading)
    }

    #[must_use]
    pub fn tracking(self, tracking: f32) -> Self {
        self.set_text(|t| t.tracking = tracking)
    }

    #[must_use]
    pub fn upper(self) -> Self {
        self.set_text(|t| t.case = Case::Upper)
    }

    #[must_use]
    pub fn italic(self) -> Self {
        self.set_text(|t| t.italic = true)
    }

    #[must_use]
    pub fn max_lines(self, lines: u16) -> Self {
        self.set_text(|t| t.max_lines = lines)
    }

    #[must_use]
    pub fn balance(self) -> Self {
        self.set_text(|t| t.balance = true)
    }

    #[must_use]
    pub fn tabular(self) -> Self {
        self.set_text(|t| t.tabular = true)
    }

    /// Stroke width of an icon on its 24-unit grid.
    #[must_use]
    pub fn icon_stroke(mut self, width: f32) -> Self {
        if let Content::Icon(icon) = &mut self.content {
            icon.stroke = width;
        }
        self
    }

    /// Mirrors an object.
    #[must_use]
    pub fn flip(mut self, flip: bool) -> Self {
        if let Content::Object(object) = &mut self.content {
            object.flip = flip;
        }
        self
    }

    /// Route and tips of a connector.
    #[must_use]
    pub fn route(mut self, route: Route, start: Tip, end: Tip) -> Self {
        if let Content::Connector(connector) = &mut self.content {
            (connector.route, connector.start, connector.end) = (route, start, end);
        }
        self
    }
}
