//! How a picture comes to stand on another canvas.

/// A step from one canvas to another, so that a deeper copy of a picture can go the same way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reframe {
    /// Its top left corner stands at `x`, `y` of a canvas of this size, pixels: what lies outside is cut, the rest is
    /// see-through.
    Place {
        x: i32,
        y: i32,
        width: u32,
        height: u32,
    },
    /// Left and right change.
    FlipAcross,
    /// Top and bottom change.
    FlipDown,
    /// Clockwise, degrees.
    Turn(f32),
    /// As many pixels.
    Resample { width: u32, height: u32 },
}
