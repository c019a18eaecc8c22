//! What was placed where: the ground for scores, checks and alt texts.

use vello_cpu::kurbo::Rect;

use crate::color::Rgba;

/// A node's box in canvas coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxRecord {
    pub id: String,
    pub role: String,
    /// Name of the content kind ("frame", "object", …).
    pub kind: &'static str,
    /// Name of the object, icon or chart kind; empty otherwise.
    pub name: String,
    /// Colour of an object, as resolved.
    pub tint: Option<Rgba>,
    pub rect: Rect,
    /// Colours of an opaque or translucent ground that it paints; empty if it paints none.
    pub ground: Vec<Rgba>,
    pub filler: bool,
    /// Place in paint order, shared with texts.
    pub order: usize,
    pub depth: usize,
}

/// A text as it was set, in canvas coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRecord {
    pub id: String,
    pub role: String,
    /// The text as it stands on the picture (capitals applied).
    pub text: String,
    pub literal: bool,
    pub filler: bool,
    /// Size in logical units.
    pub size: f32,
    pub weight: u16,
    pub color: Rgba,
    /// Box of the node.
    pub rect: Rect,
    /// Ink of each line: width of the glyph advances, capitals to descenders.
    pub lines: Vec<Rect>,
    /// Whether it did not fit its box at the least size.
    pub overflow: bool,
    /// Characters that no font has.
    pub missing: Vec<char>,
    pub order: usize,
    /// What it must stay in: the nearest box above it that is painted or cuts its children; none but for the canvas.
    pub within: Option<Rect>,
    /// Whether it runs along a circle or is turned; boxes are then generous.
    pub turned: bool,
}
