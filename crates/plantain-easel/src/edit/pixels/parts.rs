//! The parts of a selection that do not touch each other.

use plantain_core::Mask;
use plantain_retouch::plane;
use plantain_retouch::select::Blob;

/// Parts smaller than this share of the picture are dust.
const AREA_MIN: f32 = 0.001;

/// Returns the parts of a mask, the largest first.
pub fn of(mask: &Mask) -> Vec<Blob> {
    let (w, h) = (mask.width as usize, mask.height as usize);
    let set: Vec<bool> = mask.coverage.iter().map(|&c| c > 24).collect();
    let (labels, found) = plane::components(&set, w, h);
    let mut parts: Vec<Blob> = Vec::new();
    for (k, component) in found.iter().enumerate() {
        let area = component.area as f32 / (w * h) as f32;
        if area < AREA_MIN {
            continue;
        }
        let [left, top, right, bottom] = component.bounds.map(|v| v as f32);
        parts.push(Blob {
            mask: Mask {
                width: mask.width,
                height: mask.height,
                coverage: labels
                    .iter()
                    .zip(&mask.coverage)
                    .map(|(&label, &cover)| if label as usize == k + 1 { cover } else { 0 })
                    .collect(),
            },
            area,
            centre: [
                (left + right) / 2.0 / w as f32,
                (top + bottom) / 2.0 / h as f32,
            ],
            rgb: [0; 3],
        });
    }
    parts.sort_by(|a, b| b.area.total_cmp(&a.area));
    parts
}
