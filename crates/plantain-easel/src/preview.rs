//! Previews of a picture that is placed but not drawn yet: its wire frame, its layout, a coarse drawing.

use std::sync::Arc;

use plantain_core::Pixels;
use plantain_engine::Progress;
use plantain_scene::color::Rgba;
use plantain_scene::display::{Brush, DisplayList, Fill, Op, Stroke};
use plantain_scene::draw::rasterize;
use plantain_scene::kurbo::{Affine, BezPath, Shape as _};
use plantain_scene::layout::{BoxRecord, Picture, Rect};
use plantain_scene::{Canvas, Scene, Token};

/// Greys of the wire frame: ground, blocks, words, lines.
const GROUND: Rgba = Rgba::rgb(248, 248, 248);
const BLOCK: Rgba = Rgba::rgb(224, 224, 228);
const WORDS: Rgba = Rgba::rgb(164, 166, 174);
const LINE: Rgba = Rgba::rgb(190, 192, 200);
/// Corner radius of blocks and words, logical units.
const CORNER: f64 = 4.0;
/// Share of the canvas above which an empty frame is only an aid of the layout.
const FRAME_SHARE_MAX: f64 = 0.9;
/// How much coarser the last preview is than the picture.
const COARSE: f32 = 3.0;

/// Shows as many previews as are wanted, the coarsest first, all in the size of the picture.
pub(crate) fn show(picture: &Picture, scene: &Scene, progress: &Progress) {
    let steps: &[fn(&Picture, &Scene) -> Pixels] = match progress.previews() {
        0 => return,
        1 => &[layout],
        2 => &[wire_frame, layout],
        _ => &[wire_frame, layout, coarse],
    };
    for (index, step) in steps.iter().enumerate() {
        if progress.is_cancelled() {
            return;
        }
        progress.show(index as u8, step(picture, scene));
    }
}

/// Boxes as outlines, words as bars.
fn wire_frame(picture: &Picture, scene: &Scene) -> Pixels {
    let mut ops = vec![fill(whole(picture), GROUND, 0.0)];
    for own in &picture.boxes {
        if is_picture(own) {
            ops.push(fill(own.rect, BLOCK, CORNER));
        } else if !own.ground.is_empty() && share(own, picture) < FRAME_SHARE_MAX {
            ops.push(outline(own.rect));
        }
    }
    for line in picture.texts.iter().flat_map(|text| &text.lines) {
        let inset = line.height() * 0.12;
        ops.push(fill(line.inset(-inset).intersect(*line), WORDS, CORNER));
    }
    drawn(picture, scene.canvas, ops)
}

/// Grounds in their colours and words as they will stand; blocks where pictures and charts will be.
fn layout(picture: &Picture, scene: &Scene) -> Pixels {
    let theme = &scene.theme;
    let mut ops = vec![fill(whole(picture), theme.token(Token::Canvas), 0.0)];
    for own in &picture.boxes {
        if is_picture(own) {
            let tint = own.tint.unwrap_or_else(|| theme.token(Token::AccentSoft));
            ops.push(fill(own.rect, tint, CORNER * 2.0));
        } else if let Some(ground) = own.ground.first() {
            ops.push(fill(own.rect, *ground, CORNER));
        }
    }
    let letters = picture.display.ops.iter();
    ops.extend(letters.filter(|op| matches!(op, Op::Glyphs(_))).cloned());
    drawn(picture, scene.canvas, ops)
}

/// The picture itself with fewer pixels, enlarged.
fn coarse(picture: &Picture, scene: &Scene) -> Pixels {
    let canvas = scene.canvas;
    let side = |side: u32| ((side as f32 / COARSE) as u32).max(1);
    let small = Canvas {
        width: side(canvas.width),
        height: side(canvas.height),
        unit: canvas.unit / COARSE,
        ..canvas
    };
    let pixels = pixels(rasterize(picture, small), small);
    plantain_image::resize(&pixels, canvas.width, canvas.height).unwrap_or(pixels)
}

fn drawn(picture: &Picture, canvas: Canvas, ops: Vec<Op>) -> Pixels {
    let sketch = Picture {
        width: picture.width,
        height: picture.height,
        origin: picture.origin,
        display: DisplayList { ops },
        ..Picture::default()
    };
    let canvas = Canvas {
        transparent: false,
        ..canvas
    };
    pixels(rasterize(&sketch, canvas), canvas)
}

fn pixels(rgba: Vec<u8>, canvas: Canvas) -> Pixels {
    Pixels {
        width: canvas.width,
        height: canvas.height,
        rgba,
        opaque: !canvas.transparent,
    }
}

fn is_picture(own: &BoxRecord) -> bool {
    matches!(own.kind, "object" | "icon" | "image" | "chart")
}

fn share(own: &BoxRecord, picture: &Picture) -> f64 {
    own.rect.area() / whole(picture).area().max(1.0)
}

fn whole(picture: &Picture) -> Rect {
    Rect::new(0.0, 0.0, picture.width.into(), picture.height.into())
}

fn path(rect: Rect, radius: f64) -> Arc<BezPath> {
    Arc::new(rect.to_rounded_rect(radius).to_path(0.1))
}

fn fill(rect: Rect, color: Rgba, radius: f64) -> Op {
    Op::Fill(Fill {
        path: path(rect, radius),
        brush: Brush::Solid(color),
        even_odd: false,
        transform: Affine::IDENTITY,
        bounds: rect,
    })
}

fn outline(rect: Rect) -> Op {
    Op::Stroke(Stroke {
        path: path(rect, CORNER),
        brush: Brush::Solid(LINE),
        width: 1.5,
        dash: None,
        round: false,
        transform: Affine::IDENTITY,
        bounds: rect.inflate(1.0, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use plantain_read::read;

    use super::*;
    use crate::plan::{Ask, plan};

    #[test]
    fn previews_come_in_the_picture_s_size_and_differ() {
        let ask = Ask {
            canvas: Canvas::new(400, 300),
            seed: 1,
            filler: true,
        };
        let planned = plan(&read("poster \"Harvest Fair\" with a pumpkin"), ask).unwrap();
        for wanted in 0..=3_u8 {
            let shown = Arc::new(Mutex::new(Vec::new()));
            let sink = Arc::clone(&shown);
            let progress = Progress::new().watched(
                wanted,
                Arc::new(move |index, pixels| sink.lock().unwrap().push((index, pixels))),
            );
            show(&planned.picture, &planned.scene, &progress);
            let shown = shown.lock().unwrap();
            assert_eq!(shown.len(), usize::from(wanted));
            for (n, (index, pixels)) in shown.iter().enumerate() {
                assert_eq!(usize::from(*index), n);
                assert_eq!((pixels.width, pixels.height), (400, 300));
                assert!(shown[..n].iter().all(|(_, other)| other != pixels));
            }
        }
    }
}
