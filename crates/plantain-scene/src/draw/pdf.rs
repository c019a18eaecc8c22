//! PDF documents of one page, through krilla. Letters are text in embedded fonts; blurred shadows are small pictures,
//! since PDF has no blur. The scene rides along as an attached file.

mod glyphs;

use krilla::Document;
use krilla::color::rgb;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, RadialGradient, SpreadMethod, Stop,
    Stroke, StrokeDash,
};
use krilla::surface::Surface;
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Rect};

use super::DocumentInfo;
use super::raster::rasterize;
use crate::color::Rgba;
use crate::display::{self, Brush, DisplayList, Op};
use crate::layout::Picture;
use crate::scene::Canvas;

/// Points to a pixel: a page is as large as the picture at 96 pixels an inch.
const POINTS: f32 = 0.75;
/// Longest side of a shadow's picture in pixels; blurs need no more.
const SHADOW_SIDE_MAX: f64 = 320.0;

/// Writes a picture as a PDF document.
///
/// # Errors
/// The writer's own words, when it cannot make a document of this picture.
pub fn pdf(picture: &Picture, canvas: Canvas, info: &DocumentInfo<'_>) -> Result<Vec<u8>, String> {
    let mut document = Document::new();
    let size = (canvas.width as f32 * POINTS, canvas.height as f32 * POINTS);
    let settings = PageSettings::from_wh(size.0, size.1).ok_or("a page needs a size")?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let unit = canvas.unit * POINTS;
    surface.push_transform(&Transform::from_scale(unit, unit));
    let mut fonts = glyphs::Fonts::default();
    for op in &picture.display.ops {
        draw(op, &mut fonts, &mut surface);
    }
    surface.pop();
    surface.finish();
    page.finish();
    let mut metadata = Metadata::new()
        .creator("Plantain".to_owned())
        .description(info.description.to_owned());
    if !info.title.is_empty() {
        metadata = metadata.title(info.title.to_owned());
    }
    if !info.language.is_empty() {
        metadata = metadata.language(info.language.to_owned());
    }
    document.set_metadata(metadata);
    if let Some(scene) = info.scene_json {
        attach(&mut document, scene, info.fields);
    }
    document.finish().map_err(|error| format!("{error:?}"))
}

fn attach(document: &mut Document, scene: &str, fields: &[(String, String)]) {
    let fields: serde_json::Map<_, _> = fields
        .iter()
        .map(|(k, v)| (k.clone(), serde_json::Value::from(v.as_str())))
        .collect();
    let provenance = serde_json::Value::Object(fields).to_string();
    for (path, data) in [
        ("plantain-scene.json", scene.to_owned()),
        ("plantain-provenance.json", provenance),
    ] {
        document.embed_file(EmbeddedFile {
            path: path.to_owned(),
            mime_type: MimeType::new("application/json"),
            description: None,
            association_kind: AssociationKind::Source,
            data: data.into_bytes().into(),
            modification_date: None,
            compress: Some(true),
            location: None,
        });
    }
}

fn draw(op: &Op, fonts: &mut glyphs::Fonts, surface: &mut Surface<'_>) {
    match op {
        Op::Fill(fill) => within(surface, fill.transform, |surface| {
            let rule = if fill.even_odd {
                FillRule::EvenOdd
            } else {
                FillRule::NonZero
            };
            surface.set_stroke(None);
            surface.set_fill(Some(fill_of(&fill.brush, rule)));
            shape(surface, &fill.path);
        }),
        Op::Stroke(stroke) => within(surface, stroke.transform, |surface| {
            let Fill { paint, opacity, .. } = fill_of(&stroke.brush, FillRule::NonZero);
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint,
                opacity,
                width: stroke.width as f32,
                line_cap: if stroke.round {
                    LineCap::Round
                } else {
                    LineCap::Butt
                },
                line_join: if stroke.round {
                    LineJoin::Round
                } else {
                    LineJoin::Miter
                },
                dash: stroke.dash.map(|[dash, gap]| StrokeDash {
                    array: vec![dash as f32, gap as f32],
                    offset: 0.0,
                }),
                ..Stroke::default()
            }));
            shape(surface, &stroke.path);
        }),
        Op::Shadow(shadow) => draw_shadow(shadow, surface),
        Op::Glyphs(op) => within(surface, op.transform, |surface| {
            glyphs::draw(op, fonts, surface);
        }),
        Op::Image(image) => within(surface, image.transform, |surface| {
            let pixels = &image.pixels;
            picture_at(
                surface,
                pixels.rgba.clone(),
                pixels.width,
                pixels.height,
                image.rect,
            );
        }),
        Op::PushClip(path) => match to_path(path) {
            Some(path) => surface.push_clip_path(&path, &FillRule::NonZero),
            // An empty clip hides everything; a layer of no opacity does the same and keeps the marks paired.
            None => surface.push_opacity(NormalizedF32::ZERO),
        },
        Op::PushOpacity(opacity) => surface.push_opacity(normalized(*opacity)),
        Op::Pop => surface.pop(),
    }
}

fn within(surface: &mut Surface<'_>, transform: Affine, f: impl FnOnce(&mut Surface<'_>)) {
    let [a, b, c, d, e, g] = transform.as_coeffs().map(|v| v as f32);
    surface.push_transform(&Transform::from_row(a, b, c, d, e, g));
    f(surface);
    surface.pop();
}

fn shape(surface: &mut Surface<'_>, path: &BezPath) {
    if let Some(path) = to_path(path) {
        surface.draw_path(&path);
    }
}

fn to_path(path: &BezPath) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(p) => builder.move_to(p.x as f32, p.y as f32),
            PathEl::LineTo(p) => builder.line_to(p.x as f32, p.y as f32),
            PathEl::QuadTo(a, p) => builder.quad_to(a.x as f32, a.y as f32, p.x as f32, p.y as f32),
            PathEl::CurveTo(a, b, p) => builder.cubic_to(
                a.x as f32, a.y as f32, b.x as f32, b.y as f32, p.x as f32, p.y as f32,
            ),
            PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}

fn normalized(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn fill_of(brush: &Brush, rule: FillRule) -> Fill {
    let stops = |list: &[(f32, Rgba)]| -> Vec<Stop> {
        list.iter()
            .map(|(at, Rgba([r, g, b, a]))| Stop {
                offset: normalized(*at),
                color: rgb::Color::new(*r, *g, *b).into(),
                opacity: normalized(f32::from(*a) / 255.0),
            })
            .collect()
    };
    let (paint, opacity): (Paint, f32) = match brush {
        Brush::Solid(Rgba([r, g, b, a])) => {
            (rgb::Color::new(*r, *g, *b).into(), f32::from(*a) / 255.0)
        }
        Brush::Linear {
            from,
            to,
            stops: list,
        } => {
            let gradient = LinearGradient {
                x1: from.x as f32,
                y1: from.y as f32,
                x2: to.x as f32,
                y2: to.y as f32,
                transform: Transform::identity(),
                spread_method: SpreadMethod::Pad,
                stops: stops(list),
                anti_alias: false,
            };
            (gradient.into(), 1.0)
        }
        Brush::Radial {
            center,
            radius,
            stops: list,
        } => {
            let (x, y) = (center.x as f32, center.y as f32);
            let gradient = RadialGradient {
                fx: x,
                fy: y,
                fr: 0.0,
                cx: x,
                cy: y,
                cr: *radius,
                transform: Transform::identity(),
                spread_method: SpreadMethod::Pad,
                stops: stops(list),
                anti_alias: false,
            };
            (gradient.into(), 1.0)
        }
    };
    Fill {
        paint,
        opacity: normalized(opacity),
        rule,
    }
}

/// Draws a blurred box as a small picture of its own.
fn draw_shadow(shadow: &display::Shadow, surface: &mut Surface<'_>) {
    let reach = f64::from(shadow.sigma) * 3.0;
    let area = shadow.rect.inflate(reach, reach);
    if area.width() <= 0.0 || area.height() <= 0.0 {
        return;
    }
    let unit = (SHADOW_SIDE_MAX / area.width().max(area.height())).min(1.0);
    let (width, height) = (
        (area.width() * unit).ceil().max(1.0) as u32,
        (area.height() * unit).ceil().max(1.0) as u32,
    );
    let moved = display::Shadow {
        transform: Affine::translate((-area.x0, -area.y0)),
        bounds: Rect::new(0.0, 0.0, area.width(), area.height()),
        hidden: None,
        ..shadow.clone()
    };
    let picture = Picture {
        width: area.width() as f32,
        height: area.height() as f32,
        display: DisplayList {
            ops: vec![Op::Shadow(moved)],
        },
        ..Picture::default()
    };
    let rgba = rasterize(
        &picture,
        Canvas {
            width,
            height,
            unit: unit as f32,
            transparent: true,
        },
    );
    within(surface, shadow.transform, |surface| {
        picture_at(surface, rgba, width, height, area)
    });
}

fn picture_at(surface: &mut Surface<'_>, rgba: Vec<u8>, width: u32, height: u32, rect: Rect) {
    let Some(size) = Size::from_wh(rect.width() as f32, rect.height() as f32) else {
        return;
    };
    surface.push_transform(&Transform::from_translate(rect.x0 as f32, rect.y0 as f32));
    surface.draw_image(Image::from_rgba8(rgba, width, height), size);
    surface.pop();
}
