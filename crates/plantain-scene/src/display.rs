//! The display list: what is painted, in order, resolved to geometry, colours and glyphs.
//!
//! Coordinates are logical units of the canvas after each operation's transform. Every drawing backend reads this and
//! nothing else of a scene.

use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Point, Rect};

use crate::color::Rgba;
use crate::text::SetRun;

/// A painted picture, resolved.
#[derive(Debug, Clone, Default)]
pub struct DisplayList {
    pub ops: Vec<Op>,
}

/// One painting step.
#[derive(Debug, Clone)]
pub enum Op {
    Fill(Fill),
    Stroke(Stroke),
    /// A blurred rounded rectangle.
    Shadow(Shadow),
    Glyphs(Glyphs),
    Image(Image),
    /// What follows up to the matching [`Op::Pop`] is cut at this form.
    PushClip(Arc<BezPath>),
    /// What follows up to the matching [`Op::Pop`] is painted as one layer of this opacity.
    PushOpacity(f32),
    Pop,
}

#[derive(Debug, Clone)]
pub struct Fill {
    pub path: Arc<BezPath>,
    pub brush: Brush,
    pub even_odd: bool,
    pub transform: Affine,
    /// In canvas coordinates.
    pub bounds: Rect,
}

#[derive(Debug, Clone)]
pub struct Stroke {
    pub path: Arc<BezPath>,
    pub brush: Brush,
    pub width: f64,
    pub dash: Option<[f64; 2]>,
    pub round: bool,
    pub transform: Affine,
    pub bounds: Rect,
}

#[derive(Debug, Clone)]
pub struct Shadow {
    pub rect: Rect,
    pub radius: f32,
    /// Standard deviation of the blur in logical units.
    pub sigma: f32,
    /// What the form itself will cover: backends need not paint there. The blur is dear, and most of it is hidden.
    pub hidden: Option<Rect>,
    pub color: Rgba,
    pub transform: Affine,
    pub bounds: Rect,
}

#[derive(Debug, Clone)]
pub struct Glyphs {
    pub run: Arc<SetRun>,
    pub size: f32,
    pub color: Rgba,
    /// Width of an outline around the letters, 0 for filled letters.
    pub outline: f32,
    pub transform: Affine,
    pub bounds: Rect,
    /// The text that the run belongs to and its glyphs count, for backends that keep text as text.
    pub text: Arc<str>,
}

#[derive(Debug, Clone)]
pub struct Image {
    /// Straight RGBA.
    pub pixels: Arc<Raster>,
    /// Where it is painted.
    pub rect: Rect,
    pub transform: Affine,
    pub bounds: Rect,
}

/// A decoded raster picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// What paints a form. Gradient points are in the operation's own coordinates.
#[derive(Debug, Clone, PartialEq)]
pub enum Brush {
    Solid(Rgba),
    Linear {
        from: Point,
        to: Point,
        stops: Vec<(f32, Rgba)>,
    },
    Radial {
        center: Point,
        radius: f32,
        stops: Vec<(f32, Rgba)>,
    },
}

impl Brush {
    /// Returns whether nothing can be seen of it.
    pub fn is_invisible(&self) -> bool {
        match self {
            Self::Solid(color) => color.0[3] == 0,
            Self::Linear { stops, .. } | Self::Radial { stops, .. } => {
                stops.iter().all(|(_, c)| c.0[3] == 0)
            }
        }
    }

    /// Returns this brush with all alphas scaled.
    #[must_use]
    pub fn faded(self, alpha: f32) -> Self {
        let fade = |stops: Vec<(f32, Rgba)>| {
            stops
                .into_iter()
                .map(|(at, c)| (at, c.faded(alpha)))
                .collect()
        };
        match self {
            Self::Solid(color) => Self::Solid(color.faded(alpha)),
            Self::Linear { from, to, stops } => Self::Linear {
                from,
                to,
                stops: fade(stops),
            },
            Self::Radial {
                center,
                radius,
                stops,
            } => Self::Radial {
                center,
                radius,
                stops: fade(stops),
            },
        }
    }
}

impl Op {
    /// Returns the painted area in canvas coordinates; none for layer marks.
    pub fn bounds(&self) -> Option<Rect> {
        match self {
            Self::Fill(op) => Some(op.bounds),
            Self::Stroke(op) => Some(op.bounds),
            Self::Shadow(op) => Some(op.bounds),
            Self::Glyphs(op) => Some(op.bounds),
            Self::Image(op) => Some(op.bounds),
            Self::PushClip(_) | Self::PushOpacity(_) | Self::Pop => None,
        }
    }
}
