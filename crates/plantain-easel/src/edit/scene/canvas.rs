//! Another canvas: the scene is laid out anew for it, not cut and not framed.

mod banded;
mod clearing;
mod fields;
pub(super) mod inner;
mod panes;
mod pattern;
mod relayout;
mod together;

use plantain_core::{AspectRatio, PixelSize, SizeHint, SizeSpec, Tier};
use plantain_engine::EngineError;
use plantain_read::CanvasChange;
use plantain_scene::Canvas;

use super::sheet::Sheet;

use self::inner::{columns, margins};
use self::relayout::{FULL, Move, boxes, rect_of};

/// Gives the scene another canvas; false when that is work for pixels.
pub fn reshape(sheet: &mut Sheet<'_>, change: &CanvasChange) -> Result<bool, EngineError> {
    let now = sheet.scene.canvas;
    match change {
        CanvasChange::Aspect { ratio, .. } => {
            let (w, h) = sized(now, *ratio);
            lay_out(sheet, w, h)?;
        }
        CanvasChange::Size { width, height } => {
            let size = PixelSize::new("size", (*width).into(), (*height).into()).map_err(|_| {
                EngineError::InstructionNotUnderstood {
                    words: vec![format!("{width}x{height}")],
                }
            })?;
            lay_out(sheet, size.width(), size.height())?;
        }
        CanvasChange::LongSide(side) => {
            let k = *side as f32 / now.width.max(now.height) as f32;
            grow(sheet, k)?;
        }
        CanvasChange::Times(k) => grow(sheet, *k)?,
        CanvasChange::Margins(k) => margins(sheet, *k)?,
        CanvasChange::Columns(n) => columns(sheet, *n as usize)?,
        CanvasChange::Crop(_)
        | CanvasChange::Trim(_)
        | CanvasChange::Extend(_)
        | CanvasChange::Pad { .. }
        | CanvasChange::Rotate(_)
        | CanvasChange::Straighten(_)
        | CanvasChange::Outline(_)
        | CanvasChange::FlipHorizontal
        | CanvasChange::FlipVertical => return Ok(false),
    }
    Ok(true)
}

/// Returns the usual size of a ratio with about as many pixels.
fn sized(now: Canvas, (rw, rh): (u32, u32)) -> (u32, u32) {
    let side = ((now.width as f32) * (now.height as f32)).sqrt();
    let tier = match side as u32 {
        0..=767 => Tier::P512,
        768..=1535 => Tier::K1,
        1536..=3071 => Tier::K2,
        _ => Tier::K4,
    };
    let hint = SizeHint {
        exact: None,
        tier: Some(tier),
        aspect: AspectRatio::new(rw, rh),
    };
    let size = SizeSpec::default().resolve(&hint);
    (size.width(), size.height())
}

/// The same picture with more or fewer pixels.
fn grow(sheet: &mut Sheet<'_>, k: f32) -> Result<(), EngineError> {
    let canvas = sheet.scene.canvas;
    let side = |side: u32| (side as f32 * k).round() as u64;
    let bad = || EngineError::InstructionNotUnderstood {
        words: vec![format!("{k} times the size")],
    };
    if !(k.is_finite() && k > 0.0) {
        return Err(bad());
    }
    let size =
        PixelSize::new("size", side(canvas.width), side(canvas.height)).map_err(|_| bad())?;
    if (size.width(), size.height()) == (canvas.width, canvas.height) {
        return Err(EngineError::NothingChanged {
            why: format!("it is {size} already"),
        });
    }
    sheet.scene.canvas = Canvas {
        width: size.width(),
        height: size.height(),
        unit: canvas.unit * size.width() as f32 / canvas.width as f32,
        ..canvas
    };
    sheet.touch();
    sheet.because(format!(
        "The same picture is drawn with {size} pixels, as sharp as before."
    ));
    Ok(())
}

fn lay_out(sheet: &mut Sheet<'_>, width: u32, height: u32) -> Result<(), EngineError> {
    let old = sheet.scene.canvas;
    if (old.width, old.height) == (width, height) {
        return Err(EngineError::NothingChanged {
            why: format!("the picture is {width}x{height} already"),
        });
    }
    let (w0, h0) = old.logical();
    let new = Canvas {
        transparent: old.transparent,
        ..Canvas::new(width, height)
    };
    let (w1, h1) = new.logical();
    let move_to = Move { w0, h0, w1, h1 };
    if sheet
        .stage()
        .is_some_and(|stage| stage.id == sheet.scene.root.id)
    {
        move_to.stage(sheet, new);
    } else {
        move_to.design(sheet, new);
    }
    let cut: Vec<String> = sheet
        .picture()
        .texts
        .iter()
        .filter(|text| text.overflow)
        .map(|text| text.id.clone())
        .collect();
    super::text::settle(sheet, &cut)?;
    let readable = std::collections::BTreeMap::new();
    sheet.mend(&readable, &[]);
    sheet.because(format!("Everything was laid out anew on {width}x{height}."));
    Ok(())
}
