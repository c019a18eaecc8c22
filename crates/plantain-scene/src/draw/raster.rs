//! Pixels, through `vello_cpu`, in horizontal bands.
//!
//! Every band has its own context, and bands have the same height whatever the machine, so the bytes do not depend on
//! the number of threads. The SIMD level is pinned to what every CPU of the architecture has: wider vectors round
//! differently in a few pixels.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use glifo::FontEmbolden;
use rayon::prelude::*;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{
    Affine, BezPath, Cap, Diagonal2, Join, PathEl, Rect, Shape as _, Stroke as Pen,
};
use vello_cpu::peniko::{
    ColorStop, Fill as Rule, Gradient, ImageAlphaType, ImageQuality, ImageSampler,
    LinearGradientPosition, RadialGradientPosition,
};
use vello_cpu::{
    Glyph, Image as ImagePaint, ImageSource, Level, PaintType, PixelMetadata, Pixmap, PixmapMut,
    RasterizerSettings, RenderContext, RenderMode, RenderSettings, Resources,
};

use super::EMBOLDEN;
use super::enlarge::{Enlarged, enlarge};
use super::shadow::{self, Piece};
use crate::color::Rgba;
use crate::display::{Brush, Glyphs, Image, Op};
use crate::layout::Picture;
use crate::scene::Canvas;

/// Rows of one band; the last may have fewer.
pub const RASTER_ROWS: u32 = 256;

/// A picture ready to be drawn in bands of [`RASTER_ROWS`] rows.
pub struct RasterPlan<'a> {
    picture: &'a Picture,
    canvas: Canvas,
    /// What is painted: all operations, or those from the last that covers the whole canvas.
    ops: Vec<&'a Op>,
    /// The one that covers the canvas, when it is also the last of all: its rows are the picture's.
    cover: Option<Enlarged<'a>>,
    /// What the image and shadow operations need, in their order, made once for all bands.
    prepared: Vec<Prepared>,
}

/// Draws a whole picture on rayon's threads: `width * height * 4` bytes of straight RGBA.
pub fn rasterize(picture: &Picture, canvas: Canvas) -> Vec<u8> {
    let mut rgba = vec![0; canvas.width as usize * canvas.height as usize * 4];
    rasterize_into(picture, canvas, &mut rgba);
    rgba
}

/// As [`rasterize`], into memory that is there already and zero.
pub(crate) fn rasterize_into(picture: &Picture, canvas: Canvas, rgba: &mut [u8]) {
    let plan = RasterPlan::new(picture, canvas);
    rgba.par_chunks_mut(canvas.width as usize * 4 * RASTER_ROWS as usize)
        .enumerate()
        .for_each(|(index, band)| plan.draw_band(index as u32, band));
}

impl<'a> RasterPlan<'a> {
    pub fn new(picture: &'a Picture, canvas: Canvas) -> Self {
        let root = Affine::scale(f64::from(canvas.unit))
            * Affine::translate((-picture.origin.x, -picture.origin.y));
        let mut ops = without_idle_clips(&picture.display.ops, root, canvas);
        let mut cover = None;
        if let Some(at) = covering(&ops, root, canvas) {
            ops.drain(..at);
            if let [Op::Image(image)] = ops[..] {
                cover = Some(Enlarged::new(&image.pixels, canvas.width, canvas.height));
                ops.clear();
            }
        }
        let prepared = ops
            .par_iter()
            .filter_map(|op| Prepared::of(op, root, canvas))
            .collect();
        Self {
            picture,
            canvas,
            ops,
            cover,
            prepared,
        }
    }

    /// Returns how many bands the picture has.
    pub fn band_count(&self) -> u32 {
        self.canvas.height.div_ceil(RASTER_ROWS)
    }

    /// Returns the rows of a band.
    pub fn band_rows(&self, index: u32) -> Range<u32> {
        let start = (index * RASTER_ROWS).min(self.canvas.height);
        start..(start + RASTER_ROWS).min(self.canvas.height)
    }

    /// Draws one band into `rgba`: `width * rows * 4` bytes of straight alpha.
    pub fn draw_band(&self, index: u32, rgba: &mut [u8]) {
        let rows = self.band_rows(index);
        if let Some(cover) = &self.cover {
            return cover.rows(rows.start as usize, rgba);
        }
        // Sides are at most `SIDE_MAX`, far below 65,536.
        let (width, height) = (self.canvas.width as u16, rows.len() as u16);
        with_tools(width, height, |context, resources| {
            let unit = f64::from(self.canvas.unit);
            let origin = self.picture.origin;
            let root = Affine::translate((0.0, -f64::from(rows.start)))
                * Affine::scale(unit)
                * Affine::translate((-origin.x, -origin.y));
            let view = Rect::new(
                0.0,
                f64::from(rows.start) / unit,
                f64::from(self.canvas.width) / unit,
                f64::from(rows.end) / unit,
            );
            let view = view + origin.to_vec2();
            let mut prepared = self.prepared.iter();
            for &op in &self.ops {
                let own = Prepared::is_for(op).then(|| prepared.next()).flatten();
                if op.bounds().is_none_or(|bounds| overlaps(bounds, view)) {
                    draw(op, own, root, rows.clone(), context, resources);
                }
            }
            context.flush();
            let settings = RasterizerSettings {
                render_mode: RenderMode::OptimizeSpeed,
                ..RasterizerSettings::default()
            };
            if let Some(target) = PixmapMut::new(width, height, rgba) {
                context.render_with(target, resources, settings);
            }
        });
        if self.canvas.transparent {
            unpremultiply(rgba);
        } else {
            // Rounding while layers are mixed leaves an alpha of 254 here and there. Files of opaque pictures hold no
            // alpha, and what is hashed must be what they decode to.
            rgba.iter_mut()
                .skip(3)
                .step_by(4)
                .for_each(|alpha| *alpha = 255);
        }
    }
}

/// Returns the operations without the clips that leave the whole canvas: each would cost a layer as large as it.
fn without_idle_clips(ops: &[Op], root: Affine, canvas: Canvas) -> Vec<&Op> {
    // Whether what is to be popped was left out.
    let mut open = Vec::new();
    ops.iter()
        .filter(|op| {
            let idle = match op {
                Op::PushClip(path) => leaves_all(path, root, canvas),
                Op::PushOpacity(_) => false,
                Op::Pop => return !open.pop().unwrap_or(false),
                _ => return true,
            };
            open.push(idle);
            !idle
        })
        .collect()
}

/// Whether a path is an upright rectangle around the whole canvas.
fn leaves_all(path: &BezPath, root: Affine, canvas: Canvas) -> bool {
    let bounds = path.bounding_box();
    let straight = path
        .elements()
        .iter()
        .all(|part| !matches!(part, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
    // Only a rectangle fills its bounds.
    let full = (path.area().abs() - bounds.area()).abs() <= bounds.area() * 1e-9;
    let area = root.transform_rect_bbox(bounds).inflate(1e-3, 1e-3);
    let whole = Rect::new(0.0, 0.0, canvas.width.into(), canvas.height.into());
    straight && full && area.contains_rect(whole)
}

/// Returns the place of the last operation that paints every pixel of the canvas anew; what comes before it cannot be seen.
fn covering(ops: &[&Op], root: Affine, canvas: Canvas) -> Option<usize> {
    let mut depth = 0;
    ops.iter().enumerate().fold(None, |found, (at, op)| {
        match op {
            Op::PushClip(_) | Op::PushOpacity(_) => depth += 1,
            Op::Pop => depth -= 1,
            Op::Image(image) if depth == 0 && covers(image, root, canvas) => return Some(at),
            _ => {}
        }
        found
    })
}

fn covers(image: &Image, root: Affine, canvas: Canvas) -> bool {
    let target = enlarged_area(image, root);
    let whole = Rect::new(0.0, 0.0, canvas.width.into(), canvas.height.into());
    let opaque = |pixels: &[u8]| pixels.iter().skip(3).step_by(4).all(|alpha| *alpha == 255);
    target == Some(whole) && image.pixels.rgba.par_chunks(1 << 16).all(opaque)
}

/// Returns the pixels that an image fills, when it is neither turned nor shrunk and they are whole.
fn enlarged_area(image: &Image, root: Affine) -> Option<Rect> {
    let place = root * image.transform;
    let [_, b, c, ..] = place.as_coeffs();
    let area = place.transform_rect_bbox(image.rect);
    let round = Rect::new(
        area.x0.round(),
        area.y0.round(),
        area.x1.round(),
        area.y1.round(),
    );
    let near = |a: f64, b: f64| (a - b).abs() < 1e-3;
    let whole = near(area.x0, round.x0)
        && near(area.y0, round.y0)
        && near(area.x1, round.x1)
        && near(area.y1, round.y1);
    let grown = round.width() >= f64::from(image.pixels.width)
        && round.height() >= f64::from(image.pixels.height);
    let small = round.width().max(round.height()) <= f64::from(u16::MAX);
    (b == 0.0 && c == 0.0 && whole && grown && small).then_some(round)
}

fn overlaps(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// Runs `f` with this thread's drawing context, emptied and resized.
fn with_tools(width: u16, height: u16, f: impl FnOnce(&mut RenderContext, &mut Resources)) {
    thread_local! {
        static TOOLS: RefCell<Option<(RenderContext, Resources)>> = const { RefCell::new(None) };
    }
    let (mut context, mut resources) = TOOLS.with_borrow_mut(Option::take).unwrap_or_else(|| {
        let settings = RenderSettings {
            level: Level::baseline(),
            num_threads: 0,
        };
        (
            RenderContext::new_with(width, height, settings),
            Resources::new(),
        )
    });
    context.reset_and_resize(width, height);
    f(&mut context, &mut resources);
    TOOLS.with_borrow_mut(|slot| *slot = Some((context, resources)));
}

fn draw(
    op: &Op,
    prepared: Option<&Prepared>,
    root: Affine,
    rows: Range<u32>,
    context: &mut RenderContext,
    resources: &mut Resources,
) {
    match op {
        Op::Fill(fill) => {
            context.set_transform(root * fill.transform);
            context.set_fill_rule(if fill.even_odd {
                Rule::EvenOdd
            } else {
                Rule::NonZero
            });
            context.set_paint(paint(&fill.brush));
            context.fill_path(&fill.path);
        }
        Op::Stroke(stroke) => {
            context.set_transform(root * stroke.transform);
            context.set_paint(paint(&stroke.brush));
            let (cap, join) = if stroke.round {
                (Cap::Round, Join::Round)
            } else {
                (Cap::Butt, Join::Miter)
            };
            let mut pen = Pen::new(stroke.width).with_caps(cap).with_join(join);
            if let Some(dash) = stroke.dash {
                pen = pen.with_dashes(0.0, dash);
            }
            context.set_stroke(pen);
            context.stroke_path(&stroke.path);
        }
        Op::Shadow(shadow) => {
            if let Some(Prepared::Shadow(Some(pieces))) = prepared {
                return draw_pieces(pieces, rows, context);
            }
            context.set_transform(root * shadow.transform);
            context.set_paint(color(shadow.color));
            if let Some(hidden) = shadow.hidden {
                let reach = f64::from(shadow.sigma) * 3.0;
                let mut ring = shadow.rect.inflate(reach, reach).union(hidden).to_path(0.1);
                ring.extend(hidden.to_path(0.1).elements().iter().copied());
                context.set_fill_rule(Rule::EvenOdd);
                context.push_clip_path(&ring);
            }
            context.fill_blurred_rounded_rect(&shadow.rect, shadow.radius, shadow.sigma, false);
            if shadow.hidden.is_some() {
                context.pop_clip();
            }
        }
        Op::Glyphs(glyphs) => draw_glyphs(glyphs, root, context, resources),
        Op::Image(image) => {
            let Some(Prepared::Image {
                pixmap,
                fit,
                quality,
            }) = prepared
            else {
                return;
            };
            context.set_transform(root * image.transform);
            context.set_paint_transform(*fit);
            context.set_paint(image_paint(pixmap, *quality));
            context.fill_rect(&image.rect);
            context.reset_paint_transform();
        }
        Op::PushClip(path) => {
            context.set_transform(root);
            context.set_fill_rule(Rule::NonZero);
            context.push_clip_layer(path);
        }
        Op::PushOpacity(opacity) => context.push_opacity_layer(*opacity),
        Op::Pop => context.pop_layer(),
    }
}

fn draw_glyphs(op: &Glyphs, root: Affine, context: &mut RenderContext, resources: &mut Resources) {
    context.set_transform(root * op.transform);
    context.set_paint(color(op.color));
    let glyphs = op.run.glyphs.iter().map(|g| Glyph {
        id: g.id,
        x: g.x,
        y: g.y,
    });
    if op.outline > 0.0 {
        context.set_stroke(Pen::new(f64::from(op.outline)).with_join(Join::Round));
    }
    let mut run = context
        .glyph_run(resources, &op.run.font)
        .font_size(op.size)
        .normalized_coords(&op.run.coords)
        .hint(false);
    if op.run.skew != 0.0 {
        run = run.glyph_transform(Affine::new([
            1.0,
            0.0,
            libm::tan(-f64::from(op.run.skew).to_radians()),
            1.0,
            0.0,
            0.0,
        ]));
    }
    if op.run.embolden {
        let amount = f64::from(op.size * EMBOLDEN);
        run = run.font_embolden(FontEmbolden::new(Diagonal2::new(amount, amount)));
    }
    if op.outline > 0.0 {
        let drawn = run.stroke_glyphs(glyphs);
        debug_assert!(drawn.is_ok(), "glyphs of an embedded font are drawn");
    } else {
        let drawn = run.fill_glyphs(glyphs);
        debug_assert!(drawn.is_ok(), "glyphs of an embedded font are drawn");
    }
}

fn color(Rgba([r, g, b, a]): Rgba) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(r, g, b, a)
}

fn paint(brush: &Brush) -> PaintType {
    let stops = |stops: &[(f32, Rgba)]| -> Vec<ColorStop> {
        stops
            .iter()
            .map(|(at, c)| ColorStop::from((*at, color(*c))))
            .collect()
    };
    match brush {
        Brush::Solid(rgba) => color(*rgba).into(),
        Brush::Linear {
            from,
            to,
            stops: list,
        } => Gradient {
            kind: LinearGradientPosition {
                start: *from,
                end: *to,
            }
            .into(),
            stops: stops(list).as_slice().into(),
            ..Gradient::default()
        }
        .into(),
        Brush::Radial {
            center,
            radius,
            stops: list,
        } => Gradient {
            kind: RadialGradientPosition {
                start_center: *center,
                start_radius: 0.0,
                end_center: *center,
                end_radius: *radius,
            }
            .into(),
            stops: stops(list).as_slice().into(),
            ..Gradient::default()
        }
        .into(),
    }
}

/// What an operation needs for all bands alike.
enum Prepared {
    Image {
        pixmap: Arc<Pixmap>,
        /// How the raster lies in the operation's own coordinates.
        fit: Affine,
        quality: ImageQuality,
    },
    /// None for a shadow that the drawing library must blur.
    Shadow(Option<Vec<Piece>>),
}

impl Prepared {
    fn is_for(op: &Op) -> bool {
        matches!(op, Op::Image(_) | Op::Shadow(_))
    }

    fn of(op: &Op, root: Affine, canvas: Canvas) -> Option<Self> {
        match op {
            Op::Image(op) => Some(Self::image(op, root)),
            Op::Shadow(op) => Some(Self::Shadow(shadow::pieces(
                op,
                root,
                (canvas.width, canvas.height),
            ))),
            _ => None,
        }
    }

    /// A raster that `root` enlarges, turned by nothing, is enlarged here and lies pixel on pixel: the drawing library would
    /// read four pixels for each in floats.
    fn image(image: &Image, root: Affine) -> Self {
        let (raster, rect) = (&*image.pixels, image.rect);
        let made = |rgba: Vec<u8>, width: u32, height: u32, quality| {
            let straight = PixelMetadata::new(ImageAlphaType::Alpha, true);
            let pixmap = Pixmap::from_parts(rgba, width as u16, height as u16, straight);
            let [across, down] =
                [(rect.width(), width), (rect.height(), height)].map(|(a, b)| a / f64::from(b));
            Self::Image {
                pixmap: Arc::new(pixmap),
                fit: Affine::translate((rect.x0, rect.y0))
                    * Affine::scale_non_uniform(across, down),
                quality,
            }
        };
        if let Some(area) = enlarged_area(image, root) {
            let (width, height) = (area.width() as u32, area.height() as u32);
            let rgba = enlarge(raster, width, height);
            made(rgba, width, height, ImageQuality::Low)
        } else {
            // An exact copy, since the pixmap takes its capacity for whole pixels.
            let rgba = raster.rgba.to_vec();
            made(rgba, raster.width, raster.height, ImageQuality::Medium)
        }
    }
}

fn image_paint(pixmap: &Arc<Pixmap>, quality: ImageQuality) -> ImagePaint {
    ImagePaint {
        image: ImageSource::Pixmap(Arc::clone(pixmap)),
        sampler: ImageSampler {
            quality,
            ..ImageSampler::default()
        },
    }
}

/// Draws the pieces of a shadow that lie in these rows, pixel on pixel.
fn draw_pieces(pieces: &[Piece], rows: Range<u32>, context: &mut RenderContext) {
    let (top, bottom) = (f64::from(rows.start), f64::from(rows.end));
    for piece in pieces {
        let area = piece.area();
        if area.y0 >= bottom || area.y1 <= top {
            continue;
        }
        context.set_transform(Affine::translate((0.0, -top)));
        context.set_paint_transform(Affine::translate((area.x0, area.y0)));
        context.set_paint(image_paint(&piece.pixmap, ImageQuality::Low));
        context.fill_rect(&area);
    }
    context.reset_paint_transform();
}

fn unpremultiply(rgba: &mut [u8]) {
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        if alpha == 0 || alpha == 255 {
            continue;
        }
        for channel in &mut pixel[..3] {
            *channel = ((u32::from(*channel) * 255 + alpha / 2) / alpha).min(255) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::{Circle, Shape};

    use super::*;

    #[test]
    fn clips_that_leave_the_whole_canvas_are_left_out() {
        let canvas = Canvas::new(90, 60);
        let root = Affine::scale(f64::from(canvas.unit));
        let (width, height) = canvas.logical();
        let whole = Rect::new(0.0, 0.0, width.into(), height.into());
        let check = |path: BezPath, idle: bool| {
            let part = Rect::new(1.0, 1.0, 2.0, 2.0).to_path(0.1);
            let ops = [
                Op::PushClip(Arc::new(path)),
                Op::PushOpacity(0.5),
                Op::PushClip(Arc::new(part)),
                Op::Pop,
                Op::Pop,
                Op::Pop,
            ];
            let kept = without_idle_clips(&ops, root, canvas);
            let wanted: Vec<&Op> = if idle {
                ops[1..5].iter().collect()
            } else {
                ops.iter().collect()
            };
            let same = kept.iter().zip(&wanted).all(|(a, b)| std::ptr::eq(*a, *b));
            assert!(same && kept.len() == wanted.len(), "{kept:?}");
        };
        check(whole.to_path(0.1), true);
        check(whole.inflate(3.0, 0.0).to_path(0.1), true);
        check(whole.inflate(-0.5, 0.0).to_path(0.1), false);
        check(whole.to_rounded_rect(2.0).to_path(0.1), false);
        check(Circle::new(whole.center(), 500.0).to_path(0.1), false);
    }
}
