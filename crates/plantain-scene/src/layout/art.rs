//! Emits icons, objects, emoji, raster pictures and text on a circle.

use std::sync::Arc;

use base64::Engine as _;
use plantain_art as art;
use vello_cpu::kurbo::{Affine, Point, Rect, Shape as _};

use super::surface::{self, Surface};
use super::warp::{warp, widened};
use crate::color::{Color, Oklch, Rgba, Token};
use crate::display::{Brush, Fill, Glyphs, Image as ImageOp, Op, Raster, Stroke};
use crate::node::{Arc as Circle, Half, Icon, Image, Object};
use crate::text::{SetRun, SetText};
use crate::theme::Theme;

/// Largest side of a raster picture inside a scene.
const IMAGE_SIDE_MAX: u32 = 4_096;

/// Emits a line icon, fitted to the box.
pub(super) fn icon(icon: &Icon, color: Rgba, rect: Rect, transform: Affine, ops: &mut Vec<Op>) {
    let Some(found) = art::icon(&icon.name).or_else(|| art::find_icon(&icon.name)) else {
        return;
    };
    let scale = rect.width().min(rect.height()) / art::Icon::GRID;
    let place = centred(rect, art::Icon::GRID * scale, art::Icon::GRID * scale);
    let fit = transform * Affine::translate(place.origin().to_vec2()) * Affine::scale(scale);
    let bounds = transform.transform_rect_bbox(rect.inflate(2.0, 2.0));
    for path in found.fills() {
        ops.push(Op::Fill(Fill {
            path: Arc::new(path),
            brush: Brush::Solid(color),
            even_odd: false,
            transform: fit,
            bounds,
        }));
    }
    for path in found.paths() {
        let brush = Brush::Solid(color);
        ops.push(Op::Stroke(Stroke {
            path: Arc::new(path),
            brush,
            width: f64::from(icon.stroke),
            dash: None,
            round: true,
            transform: fit,
            bounds,
        }));
    }
}

/// Emits an emoji from the illustration set; one that the set lacks leaves a blank.
pub(super) fn emoji(cluster: &str, rect: Rect, transform: Affine, ops: &mut Vec<Op>) {
    if let Some(found) = art::emoji(cluster) {
        let view = Rect::new(0.0, 0.0, found.size.width, found.size.height);
        parts(
            &found.parts,
            view,
            rect,
            false,
            transform,
            &|color| color,
            ops,
        );
    }
}

/// Emits an illustrated object, standing on the bottom of its box.
pub(super) fn object(
    object: &Object,
    theme: &Theme,
    rect: Rect,
    transform: Affine,
    ops: &mut Vec<Op>,
) {
    let Some(found) = art::object(&object.name) else {
        return;
    };
    let rgb = |color: Color| {
        let Rgba([r, g, b, _]) = theme.resolve(color);
        [r, g, b]
    };
    let parts_told = object.parts.iter();
    let tinted = found.painted(
        object.tint.map(rgb),
        parts_told.map(|(noun, color)| (noun.as_str(), rgb(*color))),
    );
    let layer = |part: &&art::Part| match object.half {
        Half::Whole => true,
        Half::Back => part.layer == art::Layer::Back,
        Half::Front => part.layer == art::Layer::Front,
    };
    // Another form first, of the whole, so that both halves of a vessel agree.
    let form = |word: &String| {
        warp(&tinted, found.bounds, word).or_else(|| widened(&tinted, found.bounds, word))
    };
    let (tinted, bounds) = match object.materials.iter().find_map(form) {
        Some(warped) => (warped.parts, warped.bounds),
        None => (tinted, found.bounds),
    };
    let found = art::Object { bounds, ..found };
    let chosen: Vec<art::Part> = tinted.iter().filter(layer).cloned().collect();
    let surface = object
        .materials
        .iter()
        .find_map(|word| Surface::named(word));
    match object.manner.as_str() {
        "silhouette" => {
            let ink = object
                .tint
                .map_or_else(|| theme.token(Token::Ink), |t| theme.resolve(t));
            parts(
                &chosen,
                found.bounds,
                rect,
                object.flip,
                transform,
                &|_| ink,
                ops,
            );
        }
        "line" | "sketch" | "chalk" | "neon" => {
            let ink = object
                .tint
                .map_or_else(|| theme.token(Token::Ink), |t| theme.resolve(t));
            outlines(&chosen, &found, rect, object, transform, ink, ops);
        }
        "riso" => {
            let (dark, light) = (theme.token(Token::Second), theme.token(Token::Accent));
            let two = |c: Rgba| two_inks(c, dark, light, theme.token(Token::Surface));
            parts(
                &chosen,
                found.bounds,
                rect,
                object.flip,
                transform,
                &two,
                ops,
            );
        }
        "stamp" => {
            let (dark, light) = (theme.token(Token::Second), theme.token(Token::Accent));
            let screened = |c| screened(c, dark, light, theme.token(Token::Canvas));
            parts(
                &chosen,
                found.bounds,
                rect,
                object.flip,
                transform,
                &screened,
                ops,
            );
        }
        _ => match surface {
            Some(surface) => coated(&chosen, surface, &found, rect, object.flip, transform, ops),
            None => parts(
                &chosen,
                found.bounds,
                rect,
                object.flip,
                transform,
                &|color| color,
                ops,
            ),
        },
    }
}

/// Emits parts whose main ones show what they are made of.
fn coated(
    list: &[art::Part],
    surface: Surface,
    found: &art::Object,
    rect: Rect,
    flip: bool,
    transform: Affine,
    ops: &mut Vec<Op>,
) {
    let fit = fit(found.bounds, rect, flip, transform);
    for part in list {
        let main = part.family == art::Family::Main;
        let see = if main { surface.opacity() } else { 1.0 };
        let brush = brush(&part.paint, &|color| color).faded(part.opacity * see);
        if !brush.is_invisible() {
            ops.push(Op::Fill(Fill {
                bounds: fit.transform_rect_bbox(part.path.bounding_box()),
                path: Arc::new(part.path.clone()),
                brush,
                even_odd: part.even_odd,
                transform: fit,
            }));
        }
        if main && part.opacity > 0.5 {
            let color = brush_color(&part.paint);
            surface::coat(surface, part, found.bounds, fit, color, ops);
        }
    }
}

/// Maps a colour to the nearest of two inks and paper by its lightness.
fn two_inks(color: Rgba, dark: Rgba, light: Rgba, paper: Rgba) -> Rgba {
    match color.oklch().l {
        l if l > 0.86 => paper,
        l if l > 0.52 => light,
        _ => dark,
    }
}

/// Maps a colour to one of two inks by its lightness, in a paler or a fuller screen of it: neighbours keep apart, and what is
/// white still stands out from the paper.
fn screened(color: Rgba, dark: Rgba, light: Rgba, paper: Rgba) -> Rgba {
    const SPLIT: f32 = 0.5;
    let l = color.oklch().l;
    let (ink, middle) = if l > SPLIT {
        (light, 0.7)
    } else {
        (dark, 0.34)
    };
    let pale = if paper.is_dark() { Rgba::WHITE } else { paper };
    if l > middle {
        ink.mix(pale, ((l - middle) * 2.2).min(0.68))
    } else {
        ink.mix(Rgba::BLACK, ((middle - l) * 1.1).min(0.3))
    }
}

/// Returns where a view box goes in a box: proportions kept, centred, standing on the bottom.
fn standing(view: Rect, rect: Rect) -> (f64, Rect) {
    let scale =
        (rect.width() / view.width().max(1e-6)).min(rect.height() / view.height().max(1e-6));
    let (w, h) = (view.width() * scale, view.height() * scale);
    let x = rect.x0 + (rect.width() - w) / 2.0;
    (scale, Rect::new(x, rect.y1 - h, x + w, rect.y1))
}

fn fit(view: Rect, rect: Rect, flip: bool, transform: Affine) -> Affine {
    let (scale, place) = standing(view, rect);
    let mirror = if flip {
        Affine::new([-1.0, 0.0, 0.0, 1.0, view.x0 + view.x1, 0.0])
    } else {
        Affine::IDENTITY
    };
    transform
        * Affine::translate((place.x0, place.y0))
        * Affine::scale(scale)
        * Affine::translate((-view.x0, -view.y0))
        * mirror
}

fn parts(
    list: &[art::Part],
    view: Rect,
    rect: Rect,
    flip: bool,
    transform: Affine,
    change: &dyn Fn(Rgba) -> Rgba,
    ops: &mut Vec<Op>,
) {
    let fit = fit(view, rect, flip, transform);
    for part in list {
        let brush = brush(&part.paint, change).faded(part.opacity);
        if brush.is_invisible() {
            continue;
        }
        let bounds = fit.transform_rect_bbox(part.path.bounding_box());
        ops.push(Op::Fill(Fill {
            path: Arc::new(part.path.clone()),
            brush,
            even_odd: part.even_odd,
            transform: fit,
            bounds,
        }));
    }
}

/// Line drawing: every part is closed by a line and filled with the ground, so that what is in front hides what is behind.
fn outlines(
    list: &[art::Part],
    found: &art::Object,
    rect: Rect,
    object: &Object,
    transform: Affine,
    ink: Rgba,
    ops: &mut Vec<Op>,
) {
    let fit = fit(found.bounds, rect, object.flip, transform);
    let scale = standing(found.bounds, rect).0;
    let width = (rect.height().max(rect.width()) * 0.012).clamp(1.4, 6.0) / scale;
    let neon = object.manner == "neon";
    for part in list.iter().filter(|part| part.share > 0.004) {
        let bounds =
            fit.transform_rect_bbox(part.path.bounding_box().inflate(width * 4.0, width * 4.0));
        let path = Arc::new(part.path.clone());
        let own = brush_color(&part.paint);
        let color = if neon { glow(own, ink) } else { ink };
        if neon {
            let soft = Brush::Solid(color.faded(0.25));
            ops.push(Op::Stroke(Stroke {
                path: Arc::clone(&path),
                brush: soft,
                width: width * 4.0,
                dash: None,
                round: true,
                transform: fit,
                bounds,
            }));
        } else if object.manner != "chalk" {
            let wash = if object.tint.is_some() {
                own.mix(Rgba::WHITE, 0.35)
            } else {
                Rgba::WHITE
            };
            ops.push(Op::Fill(Fill {
                path: Arc::clone(&path),
                brush: Brush::Solid(wash),
                even_odd: part.even_odd,
                transform: fit,
                bounds,
            }));
        }
        ops.push(Op::Stroke(Stroke {
            path,
            brush: Brush::Solid(color),
            width,
            dash: None,
            round: true,
            transform: fit,
            bounds,
        }));
    }
}

fn glow(own: Rgba, fallback: Rgba) -> Rgba {
    let c = own.oklch();
    if c.c < 0.03 {
        fallback
    } else {
        Oklch::new(0.8, 0.2, c.h).rgba()
    }
}

fn brush_color(paint: &art::Paint) -> Rgba {
    let [r, g, b] = paint.colour();
    Rgba::rgb(r, g, b)
}

fn brush(paint: &art::Paint, change: &dyn Fn(Rgba) -> Rgba) -> Brush {
    match paint {
        art::Paint::Solid([r, g, b]) => Brush::Solid(change(Rgba::rgb(*r, *g, *b))),
        art::Paint::Gradient(gradient) => {
            let stops = gradient
                .stops
                .iter()
                .map(|s| {
                    let [r, g, b] = s.colour;
                    (s.offset, change(Rgba::rgb(r, g, b)).faded(s.alpha))
                })
                .collect();
            match gradient.shape {
                art::GradientShape::Linear { from, to } => Brush::Linear { from, to, stops },
                art::GradientShape::Radial { centre, radius } => Brush::Radial {
                    center: centre,
                    radius: radius as f32,
                    stops,
                },
            }
        }
    }
}

fn centred(rect: Rect, w: f64, h: f64) -> Rect {
    Rect::from_center_size(rect.center(), (w, h))
}

/// Emits a raster picture; data that is no readable PNG leaves a blank.
pub(super) fn image(image: &Image, rect: Rect, transform: Affine, ops: &mut Vec<Op>) {
    let Some(raster) = decode(&image.data) else {
        return;
    };
    let (w, h) = (f64::from(raster.width), f64::from(raster.height));
    let scale = if image.cover {
        (rect.width() / w).max(rect.height() / h)
    } else {
        (rect.width() / w).min(rect.height() / h)
    };
    let place = centred(rect, w * scale, h * scale);
    let bounds = transform.transform_rect_bbox(rect);
    if image.cover {
        ops.push(Op::PushClip(Arc::new(transform * rect.to_path(0.1))));
    }
    ops.push(Op::Image(ImageOp {
        pixels: Arc::new(raster),
        rect: place,
        transform,
        bounds,
    }));
    if image.cover {
        ops.push(Op::Pop);
    }
}

fn decode(data: &str) -> Option<Raster> {
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(data)
        .ok()?;
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(
        png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = reader.info().size();
    if width == 0 || height == 0 || width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX {
        return None;
    }
    let mut raw = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut raw).ok()?;
    raw.truncate(info.buffer_size());
    let rgba = match info.color_type {
        png::ColorType::Rgba => raw,
        png::ColorType::GrayscaleAlpha => raw
            .chunks_exact(2)
            .flat_map(|p| [p[0], p[0], p[0], p[1]])
            .collect(),
        _ => return None,
    };
    Some(Raster {
        width,
        height,
        rgba,
    })
}

/// Emits text whose base line is a circle in the middle of the box.
pub(super) fn arc_text(
    set: &SetText,
    circle: Circle,
    color: Rgba,
    rect: Rect,
    transform: Affine,
    ops: &mut Vec<Op>,
) {
    let Some(line) = set.lines.first() else {
        return;
    };
    let radius = f64::from(circle.radius.max(1.0));
    let center = rect.center();
    let bounds =
        transform.transform_rect_bbox(rect.inflate(f64::from(set.size), f64::from(set.size)));
    let direction = if circle.inside { -1.0 } else { 1.0 };
    let middle = f64::from(line.x + line.width / 2.0);
    for run in &line.runs {
        let mut glyphs = run.glyphs.iter().peekable();
        while let Some(glyph) = glyphs.next() {
            let end = glyphs
                .peek()
                .map_or(f64::from(run.x + run.width), |next| f64::from(next.x));
            let own = f64::from(glyph.x);
            let along = (own + end) / 2.0 - middle;
            let degrees = f64::from(circle.middle) + direction * (along / radius).to_degrees();
            let rad = degrees.to_radians();
            let (sin, cos) = (libm::sin(rad), libm::cos(rad));
            let spot = Point::new(center.x + radius * cos, center.y + radius * sin);
            // Letters stand across the radius, heads outward, or inward along the bottom.
            let (s, c) = if circle.inside {
                (-cos, sin)
            } else {
                (cos, -sin)
            };
            let place = Affine::new([c, s, -s, c, spot.x, spot.y])
                * Affine::translate((-(own + end) / 2.0, -f64::from(line.y)));
            let single = SetRun {
                glyphs: vec![*glyph],
                ..run.clone()
            };
            let place = transform * place;
            ops.push(Op::Glyphs(Glyphs {
                run: Arc::new(single),
                size: set.size,
                color,
                outline: 0.0,
                transform: place,
                bounds,
                text: Arc::clone(&set.plain),
            }));
        }
    }
}
