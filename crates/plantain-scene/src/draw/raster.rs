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
use vello_cpu::kurbo::{Affine, Cap, Diagonal2, Join, Rect, Shape as _, Stroke as Pen};
use vello_cpu::peniko::{
    ColorStop, Fill as Rule, Gradient, ImageAlphaType, ImageQuality, ImageSampler,
    LinearGradientPosition, RadialGradientPosition,
};
use vello_cpu::{
    Glyph, Image as ImagePaint, ImageSource, Level, PaintType, PixelMetadata, Pixmap, PixmapMut,
    RasterizerSettings, RenderContext, RenderMode, RenderSettings, Resources,
};

use super::EMBOLDEN;
use super::enlarge::enlarge;
use crate::color::Rgba;
use crate::display::{Brush, Glyphs, Op};
use crate::layout::Picture;
use crate::scene::Canvas;

/// Rows of one band; the last may have fewer.
pub const RASTER_ROWS: u32 = 256;

/// A picture ready to be drawn in bands of [`RASTER_ROWS`] rows.
pub struct RasterPlan<'a> {
    picture: &'a Picture,
    canvas: Canvas,
    /// The rasters of the image operations in order, copied once for all bands, each with the place at which it is drawn.
    pixmaps: Vec<(Arc<Pixmap>, Affine)>,
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
        let pixmaps = picture.display.ops.iter();
        let pixmaps = pixmaps.filter_map(|op| pixmap(op, root)).collect();
        Self {
            picture,
            canvas,
            pixmaps,
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
            let mut pixmaps = self.pixmaps.iter();
            for op in &self.picture.display.ops {
                let pixmap = if matches!(op, Op::Image(_)) {
                    pixmaps.next()
                } else {
                    None
                };
                if op.bounds().is_none_or(|bounds| overlaps(bounds, view)) {
                    draw(op, pixmap, root, context, resources);
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
        }
    }
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
    pixmap: Option<&(Arc<Pixmap>, Affine)>,
    root: Affine,
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
            let Some((source, fit)) = pixmap else { return };
            context.set_transform(root * image.transform);
            context.set_paint_transform(*fit);
            let sampler = ImageSampler {
                quality: ImageQuality::Medium,
                ..ImageSampler::default()
            };
            context.set_paint(ImagePaint {
                image: ImageSource::Pixmap(Arc::clone(source)),
                sampler,
            });
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

/// Returns the raster of an image operation, and how it lies in the operation's own coordinates.
///
/// One that `root` enlarges, turned by nothing, is enlarged here and lies pixel on pixel: the drawing library would read
/// four pixels for each in floats.
fn pixmap(op: &Op, root: Affine) -> Option<(Arc<Pixmap>, Affine)> {
    let Op::Image(image) = op else { return None };
    let (raster, rect) = (&*image.pixels, image.rect);
    let fit = |width: u32, height: u32| {
        Affine::translate((rect.x0, rect.y0))
            * Affine::scale_non_uniform(
                rect.width() / f64::from(width),
                rect.height() / f64::from(height),
            )
    };
    let made = |rgba: Vec<u8>, width: u32, height: u32| {
        let straight = PixelMetadata::new(ImageAlphaType::Alpha, true);
        let pixmap = Pixmap::from_parts(rgba, width as u16, height as u16, straight);
        (Arc::new(pixmap), fit(width, height))
    };
    let place = root * image.transform;
    let [across, b, c, down, ..] = place.as_coeffs();
    let corner = place * rect.origin();
    let (width, height) = (rect.width() * across, rect.height() * down);
    let whole = |x: f64| (x - x.round()).abs() < 1e-3;
    let enlarged = b == 0.0
        && c == 0.0
        && width > f64::from(raster.width)
        && height > f64::from(raster.height)
        && [corner.x, corner.y, width, height].into_iter().all(whole)
        && width.max(height) <= f64::from(u16::MAX);
    Some(if enlarged {
        let (width, height) = (width.round() as u32, height.round() as u32);
        made(enlarge(raster, width, height), width, height)
    } else {
        // An exact copy, since the pixmap takes its capacity for whole pixels.
        made(raster.rgba.to_vec(), raster.width, raster.height)
    })
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
